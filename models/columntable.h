// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <QString>
#include <QVariant>

namespace Fathom {

/// What a column's sort keys count, for comparisons in filters and for exports.
enum class ColumnKind {
    Text,
    Bytes,
    Count,
    Share, ///< a fraction, 1 is all
    Time, ///< seconds since 1970
};

/// A column is an object: everything that a table knows of one of its columns, in one row of a table of columns.
/// Functions that are null do not apply.
template<class Record> struct Column {
    const char *id; ///< stable: settings, filters ("format:vmdk"), exports
    const char *header; ///< English source, translated in the model's context
    ColumnKind kind = ColumnKind::Text;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    QString (*text)(const Record &);
    QVariant (*sortKey)(const Record &) = nullptr; ///< null: sorted by text; a number where kind is not Text
    QString (*toolTip)(const Record &) = nullptr;
    QVariant (*extra)(const Record &, int role) = nullptr; ///< BytesRole, RatioRole, SeverityRole, …
    /// Where the sort key lies when that is not in the record itself: what is asked for many rows in turn is fetched
    /// from the memory ahead, and not waited for row by row.
    const void *(*far)(const Record &) = nullptr;
};

/// What a column tells of a record in a role; invalid where it tells nothing.
template<class Record> QVariant columnData(const Column<Record> &column, const Record &record, int role)
{
    switch (role) {
    case Qt::DisplayRole: return column.text(record);
    case Qt::ToolTipRole: {
        const QString text = column.toolTip ? column.toolTip(record) : QString();
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    case Qt::TextAlignmentRole: return QVariant::fromValue(column.alignment);
    case SortRole: return column.sortKey ? column.sortKey(record) : QVariant(column.text(record));
    default: return column.extra ? column.extra(record, role) : QVariant();
    }
}

} // namespace Fathom
