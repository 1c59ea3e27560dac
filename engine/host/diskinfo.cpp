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

/// As objects, JSON takes many times its length. Nova writes one line for each disk or host.
constexpr qsizetype longestNovaJson = 256 * 1024;

Result<QJsonObject> novaJsonObject(const QByteArray &json, const QString &subject)
{
    if (json.size() > longestNovaJson)
        return std::unexpected(novaJsonError(subject, DiskInfoText::tr("it is longer than Nova ever writes it")));
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return std::unexpected(novaJsonError(subject, DiskInfoText::tr("it is not JSON"), parsing.offset));
    if (!document.isObject())
        return std::unexpected(novaJsonError(subject, DiskInfoText::tr("it is not one JSON object")));
    return document.object();
}

/// How many string literals there are in a sound JSON text. In a flat object that tells of keys that come twice, of
/// which the parser would keep one and another program perhaps the other.
qsizetype stringCount(QByteArrayView json)
{
    qsizetype quotes = 0;
    for (qsizetype at = 0; at < json.size(); ++at) {
        if (json[at] == '\\')
            ++at;
        else if (json[at] == '"')
            ++quotes;
    }
    return quotes / 2;
}

bool isNovasPath(const QByteArray &path)
{
    return path.startsWith('/') && !path.contains('\0') && !path.split('/').contains("..");
}

Error repeatedKeyError(const QString &subject)
{
    return novaJsonError(subject,
        DiskInfoText::tr("it says something twice, so that programs may understand it "
                         "differently"));
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
        if (!isNovasPath(entry.key().toUtf8()))
            return std::unexpected(
                novaJsonError(subject, DiskInfoText::tr("it names %1, which is no plain absolute path").arg(path)));
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
    if (stringCount(json) != 2 * object->size())
        return std::unexpected(repeatedKeyError(subject));
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
    if (stringCount(json) != object->size())
        return std::unexpected(repeatedKeyError(subject));
    return hosts;
}

} // namespace Fathom
