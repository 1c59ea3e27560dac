// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/textload.h"

#include "base/boundedfile.h"

#include <QRegularExpression>

#include <algorithm>

namespace Fathom {

namespace {

QString shownText(const QByteArray &bytes)
{
    QString text;
    text.reserve(bytes.size());
    for (QByteArray line : bytes.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        bool first = true;
        for (const QByteArray &part : line.split('\t')) {
            if (!first)
                text += u'\t';
            text += plainText(part);
            first = false;
        }
        text += u'\n';
    }
    text.chop(bytes.endsWith('\n') ? 2 : 1);
    return text;
}

/// A domain's XML holds the passwords of its VNC and SPICE displays in the clear; they are nobody's to see here.
bool maskPasswords(QString &xml)
{
    static const QRegularExpression passwords(
        QStringLiteral("(\\b(?:passwd|password|passphrase)\\s*=\\s*)(?:'[^']*'|\"[^\"]*\"|['\"].*$)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QString before = xml;
    xml.replace(passwords, QStringLiteral("\\1'•••'"));
    return xml != before;
}

} // namespace

Result<LoadedText> loadText(const ViewableText &text)
{
    auto file = BoundedFile::open(text.path, BoundedFile::Links::Refuse);
    if (!file)
        return std::unexpected(file.error());
    LoadedText loaded{.fileBytes = file->lengthBytes(), .cut = file->lengthBytes() > shownTextBytes};
    const bool log = text.meaning == EntryMeaning::ConsoleLog;
    const qint64 from = log ? std::max<qint64>(0, loaded.fileBytes - shownTextBytes) : 0;
    const auto bytes = file->readUpTo(from, shownTextBytes);
    if (!bytes)
        return std::unexpected(bytes.error());
    loaded.text = shownText(*bytes);
    if (text.meaning == EntryMeaning::LibvirtXml || text.meaning == EntryMeaning::UnrescueXml)
        loaded.masked = maskPasswords(loaded.text);
    return loaded;
}

} // namespace Fathom
