// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowexport.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTimeZone>

namespace Fathom {

namespace {

struct RowExportText {
    Q_DECLARE_TR_FUNCTIONS(RowExport)
};

constexpr QLatin1StringView levelId("level");

/// A number, a text, or nothing.
QJsonValue exportValue(const QVariant &value, ColumnKind kind)
{
    if (!value.isValid())
        return QJsonValue::Null;
    if (kind == ColumnKind::Time)
        return QDateTime::fromSecsSinceEpoch(value.toLongLong(), QTimeZone::UTC).toString(Qt::ISODate);
    return QJsonValue::fromVariant(value);
}

QByteArray csvCell(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toVariant().toString().toUtf8();
    QByteArray text = value.toString().toUtf8();
    if (!text.isEmpty() && QByteArrayView("=+-@\t\r\n").contains(text.front()))
        text.prepend('\'');
    if (text.contains('"') || text.contains(',') || text.contains('\n') || text.contains('\r'))
        text = '"' + text.replace("\"", "\"\"") + '"';
    return text;
}

QByteArray csvRow(const QByteArrayList &cells)
{
    return cells.join(',') + "\r\n";
}

QByteArray csvText(const RowExport &rows, const std::stop_token &stop)
{
    QByteArrayList cells;
    if (rows.levels)
        cells << levelId.latin1();
    for (const ExportColumn &column : rows.columns)
        cells << column.id;
    QByteArray text = csvRow(cells);
    for (const ExportRow &row : rows.rows) {
        if (stop.stop_requested())
            break;
        cells.clear();
        if (rows.levels)
            cells << QByteArray::number(row.level);
        for (const ExportColumn &column : rows.columns)
            cells << csvCell(exportValue(rows.value(row.slot, column.column), column.kind));
        text += csvRow(cells);
    }
    return text;
}

QByteArray jsonText(const RowExport &rows, const std::stop_token &stop)
{
    QByteArray text = "[";
    for (const ExportRow &row : rows.rows) {
        if (stop.stop_requested())
            break;
        QJsonObject object;
        if (rows.levels)
            object.insert(levelId, row.level);
        for (const ExportColumn &column : rows.columns)
            object.insert(QLatin1StringView(column.id), exportValue(rows.value(row.slot, column.column), column.kind));
        text += text.size() > 1 ? ",\n" : "\n";
        text += QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    return text + "\n]\n";
}

} // namespace

QByteArray exportText(const RowExport &rows, ExportFormat format, const std::stop_token &stop)
{
    return format == ExportFormat::Csv ? csvText(rows, stop) : jsonText(rows, stop);
}

Result<void> exportRows(const RowExport &rows, ExportFormat format, const QString &path, const std::stop_token &stop)
{
    const auto failure = [&](ErrorKind kind, const QString &reason) {
        return std::unexpected(Error{.kind = kind,
            .action = RowExportText::tr("export the rows"),
            .subject = plainText(nativePath(path)),
            .reason = reason});
    };
    QSaveFile file(path);
    // Begun before the rows are told, which may take a while: a name that cannot be written is known at once.
    if (!file.open(QIODevice::WriteOnly))
        return failure(file.error() == QFileDevice::PermissionsError ? ErrorKind::NoPermission : ErrorKind::InputOutput,
            file.errorString());
    const QByteArray text = exportText(rows, format, stop);
    if (stop.stop_requested()) {
        file.cancelWriting();
        return failure(ErrorKind::Cancelled, RowExportText::tr("it was cancelled"));
    }
    if (file.write(text) != text.size() || !file.commit())
        return failure(ErrorKind::InputOutput, file.errorString());
    return {};
}

} // namespace Fathom
