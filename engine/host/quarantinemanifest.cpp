// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/quarantinemanifest.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(QuarantineManifest)
};

constexpr int formatNumber = 1;

const QString formatKey = QStringLiteral("fathom-quarantine");
const QString originalKey = QStringLiteral("original");
const QString movedAtKey = QStringLiteral("moved-at");
const QString movedByKey = QStringLiteral("moved-by");
const QString directoryKey = QStringLiteral("directory");
const QString allocatedKey = QStringLiteral("allocated");
const QString notesKey = QStringLiteral("notes");
const QString askedKey = QStringLiteral("asked");
const QString silentKey = QStringLiteral("silent");

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &text : value.toArray())
        texts.append(plainText(text.toString().toUtf8()));
    return texts;
}

/// Whether a path leads from a directory to something below it, step by step.
bool leadsDown(const NativePath &path)
{
    return !path.isEmpty() && !path.startsWith('/') && !path.contains('\0') && cleanPath(path) == path && path != "." &&
        path != ".." && !path.startsWith("../");
}

} // namespace

QByteArray manifestText(const QuarantineManifest &manifest)
{
    return QJsonDocument(
        QJsonObject{{formatKey, formatNumber}, {originalKey, QString::fromUtf8(manifest.original)},
            {movedAtKey, QDateTime::fromMSecsSinceEpoch(manifest.movedAt, QTimeZone::UTC).toString(Qt::ISODateWithMs)},
            {movedByKey, manifest.movedBy}, {directoryKey, manifest.isDirectory},
            {allocatedKey, manifest.allocatedBytes}, {notesKey, QJsonArray::fromStringList(manifest.notes)},
            {askedKey, QJsonArray::fromStringList(manifest.asked)},
            {silentKey, QJsonArray::fromStringList(manifest.silent)}})
        .toJson();
}

Result<QuarantineManifest> parseManifest(const QByteArray &text, const QString &subject)
{
    const auto refuse = [&](const QString &reason) {
        return std::unexpected(Error{.kind = ErrorKind::Malformed,
            .action = Text::tr("read what is in quarantine"),
            .subject = subject,
            .reason = reason,
            .hint = Text::tr("What lies beside it can be moved back by hand")});
    };
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(text, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return refuse(problem.errorString());
    if (object.value(formatKey).toInt() != formatNumber)
        return refuse(Text::tr("it is not written by this version of Fathom"));
    const QDateTime movedAt = QDateTime::fromString(object.value(movedAtKey).toString(), Qt::ISODateWithMs);
    QuarantineManifest manifest{.original = object.value(originalKey).toString().toUtf8(),
        .movedAt = movedAt.toMSecsSinceEpoch(),
        .movedBy = plainText(object.value(movedByKey).toString().toUtf8()),
        .isDirectory = object.value(directoryKey).toBool(),
        .allocatedBytes = object.value(allocatedKey).toInteger(),
        .notes = textsOf(object.value(notesKey)),
        .asked = textsOf(object.value(askedKey)),
        .silent = textsOf(object.value(silentKey))};
    if (!movedAt.isValid())
        return refuse(Text::tr("it does not say when it was moved"));
    if (!leadsDown(manifest.original))
        return refuse(Text::tr("“%1” does not lie below the directory that the quarantine is in")
                .arg(plainText(manifest.original)));
    return manifest;
}

} // namespace Fathom
