// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/nativepath.h"

#include <QDir>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>

namespace Fathom {

namespace {

/// Characters that a text of one line may not contain: they move the cursor or turn the reading direction.
bool mustEscape(char32_t c)
{
    if (c == U'\\')
        return false;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Surrogate: return true;
    default: return false;
    }
}

QString escapedByte(uchar byte)
{
    return QStringLiteral("\\x") + QString::number(byte, 16).rightJustified(2, u'0');
}

} // namespace

QString plainText(QByteArrayView bytes)
{
    // Nearly every name is printable ASCII.
    if (std::ranges::all_of(bytes, [](char c) { return c >= 0x20 && c < 0x7f; }))
        return QString::fromLatin1(bytes);
    QString text;
    text.reserve(bytes.size());
    qsizetype at = 0;
    while (at < bytes.size()) {
        const uchar lead = static_cast<uchar>(bytes[at]);
        const qsizetype length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
        const QByteArrayView sequence = bytes.sliced(at, qMin(length, bytes.size() - at));
        const QString decoded = decoder.decode(sequence);
        const QList<uint> codes = decoded.toUcs4();
        if (decoder.hasError() || codes.size() != 1) {
            text += escapedByte(lead);
            ++at;
            continue;
        }
        if (mustEscape(codes.front()))
            for (const char byte : sequence)
                text += escapedByte(static_cast<uchar>(byte));
        else
            text += decoded;
        at += sequence.size();
    }
    return text;
}

NativePath nativePath(const QString &path)
{
    return QFile::encodeName(path);
}

NativePath cleanPath(const NativePath &path)
{
    const bool absolute = path.startsWith('/');
    QList<QByteArray> parts;
    for (const QByteArray &part : path.split('/')) {
        if (part.isEmpty() || part == ".")
            continue;
        if (part == ".." && !parts.isEmpty() && parts.back() != "..")
            parts.removeLast();
        else if (part != ".." || !absolute)
            parts.append(part);
    }
    const QByteArray joined = parts.join('/');
    if (absolute)
        return '/' + joined;
    return joined.isEmpty() ? NativePath(".") : joined;
}

NativePath joinPath(const NativePath &directory, const NativePath &name)
{
    if (name.startsWith('/'))
        return name;
    if (name.isEmpty())
        return directory;
    return directory.endsWith('/') ? NativePath(directory + name) : NativePath(directory + '/' + name);
}

NativePath parentPath(const NativePath &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    if (slash < 0)
        return ".";
    return slash == 0 ? NativePath("/") : path.first(slash);
}

NativePath fileName(const NativePath &path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

bool isBelow(const NativePath &path, const NativePath &directory)
{
    if (!path.startsWith(directory))
        return false;
    return path.size() == directory.size() || directory.endsWith('/') || path[directory.size()] == '/';
}

NativePath absolutePath(const NativePath &path)
{
    return cleanPath(joinPath(QFile::encodeName(QDir::currentPath()), path));
}

} // namespace Fathom
