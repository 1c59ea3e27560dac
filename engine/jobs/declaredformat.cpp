// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/declaredformat.h"

#include "base/nativepath.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Fathom {

namespace {

struct DeclaredFormatText {
    Q_DECLARE_TR_FUNCTIONS(DeclaredFormat)
};

} // namespace

QCommandLineOption formatOption()
{
    return {{QStringLiteral("f"), QStringLiteral("format")},
        DeclaredFormatText::tr("The file is of this format (raw, qcow2, vmdk, …), whatever it looks like."),
        DeclaredFormatText::tr("FMT")};
}

Result<std::optional<ImageFormat>> declaredFormat(const QCommandLineParser &parser, const QString &option)
{
    if (!parser.isSet(option))
        return std::nullopt;
    const QString word = parser.value(option);
    const std::optional<ImageFormat> format = formatFromName(word);
    if (format)
        return format;
    QStringList known;
    for (const FormatTraits &traits : imageFormats())
        known.append(QString::fromLatin1(traits.id));
    return std::unexpected(Error{.kind = ErrorKind::Usage,
        .action = DeclaredFormatText::tr("understand the format"),
        .subject = plainText(word.toUtf8()),
        .reason = DeclaredFormatText::tr("nobody knows it"),
        .hint = DeclaredFormatText::tr("Known are: %1").arg(known.join(QStringLiteral(", ")))});
}

} // namespace Fathom
