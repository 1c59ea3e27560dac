// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/instancetree.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace Fathom {

namespace {

struct DiskInfoText {
    Q_DECLARE_TR_FUNCTIONS(DiskInfo)
};

Error novaJsonError(const QString &subject, const QString &reason, std::optional<qint64> offset = {})
{
    return {.kind = ErrorKind::Malformed,
        .action = DiskInfoText::tr("understand the file"),
        .subject = subject,
        .reason = reason,
        .hint = {},
        .offset = offset};
}

Result<QJsonObject> novaJsonObject(const QByteArray &json, const QString &subject)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return std::unexpected(novaJsonError(subject, DiskInfoText::tr("it is not JSON"), parsing.offset));
    if (!document.isObject())
        return std::unexpected(novaJsonError(subject, DiskInfoText::tr("it is not one JSON object")));
    return document.object();
}

} // namespace

Result<QMap<QByteArray, QString>> parseDiskInfo(const QByteArray &json, const QString &subject)
{
    const Result<QJsonObject> object = novaJsonObject(json, subject);
    if (!object)
        return std::unexpected(object.error());
    QMap<QByteArray, QString> formats;
    for (auto entry = object->constBegin(); entry != object->constEnd(); ++entry) {
        const QString path = plainText(entry.key().toUtf8());
        if (!entry.value().isString())
            return std::unexpected(
                novaJsonError(subject, DiskInfoText::tr("it gives no word as the format of %1").arg(path)));
        const QString format = entry.value().toString();
        if (!formatFromName(format))
            return std::unexpected(novaJsonError(subject,
                DiskInfoText::tr("it gives “%1” as the format of %2, which is no format that is known")
                    .arg(plainText(format.toUtf8()), path)));
        formats.insert(entry.key().toUtf8(), format);
    }
    return formats;
}

Result<QStringList> parseComputeNodes(const QByteArray &json, const QString &subject)
{
    const Result<QJsonObject> object = novaJsonObject(json, subject);
    if (!object)
        return std::unexpected(object.error());
    QStringList hosts;
    for (auto entry = object->constBegin(); entry != object->constEnd(); ++entry) {
        const QString host = plainText(entry.key().toUtf8());
        if (!entry.value().isDouble())
            return std::unexpected(
                novaJsonError(subject, DiskInfoText::tr("it gives no time for the host %1").arg(host)));
        hosts.append(host);
    }
    return hosts;
}

} // namespace Fathom
