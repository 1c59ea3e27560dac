// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startup/arguments.h"

#include <QStringDecoder>

namespace Fathom {

namespace {

constexpr char16_t escapedByteBase = 0xdc00;

QString argumentText(QByteArrayView bytes)
{
    QString text;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const uchar lead = static_cast<uchar>(bytes[at]);
        const qsizetype length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
        const QByteArrayView sequence = bytes.sliced(at, qMin(length, bytes.size() - at));
        const QString decoded = decoder.decode(sequence);
        if (decoder.hasError() || decoded.toUcs4().size() != 1) {
            text += QChar(char16_t(escapedByteBase + lead));
            ++at;
        } else {
            text += decoded;
            at += sequence.size();
        }
    }
    return text;
}

} // namespace

QStringList programArguments(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(argumentText(argv[i]));
    return arguments;
}

NativePath argumentPath(const QString &argument)
{
    NativePath path;
    for (qsizetype i = 0; i < argument.size(); ++i) {
        const char16_t unit = argument[i].unicode();
        if (argument[i].isHighSurrogate() && i + 1 < argument.size()) {
            path += argument.sliced(i, 2).toUtf8();
            ++i;
        } else if (unit >= escapedByteBase + 0x80 && unit <= escapedByteBase + 0xff) {
            path += static_cast<char>(unit - escapedByteBase);
        } else {
            path += QString(argument[i]).toUtf8();
        }
    }
    return path;
}

} // namespace Fathom
