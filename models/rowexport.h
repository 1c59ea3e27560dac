// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"
#include "models/columntable.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace Fathom {

enum class ExportFormat { Csv, Json };

struct ExportColumn {
    int column = 0; ///< in the model
    QByteArray id;
    ColumnKind kind = ColumnKind::Text;
};

struct ExportRow {
    int slot = 0;
    int level = 0; ///< below how many others it stands in a tree
};

/// What a table shows, ready to be written on any thread: it holds the snapshot that it tells of.
struct RowExport {
    std::vector<ExportColumn> columns;
    std::vector<ExportRow> rows;
    bool levels = false; ///< a tree: every row tells its level
    std::function<QVariant(int slot, int column)> value; ///< a number where the column has one; invalid: unknown
};

/// All of it as text in UTF-8. CSV is RFC 4180's, with the columns' ids as its first row; sizes are bytes, times are
/// UTC (ISO 8601), shares are fractions, and what is unknown is empty. A text that a spreadsheet would take for a
/// formula (it begins with = + - @, a tab or a line end) gets an apostrophe before it, for names come from strangers.
/// JSON is an array of objects by column id, with numbers as numbers, null for what is unknown, and every text as it
/// is.
QByteArray exportText(const RowExport &rows, ExportFormat format, const std::stop_token &stop = {});

/// Writes it into the file, as a whole or not at all.
Result<void> exportRows(
    const RowExport &rows, ExportFormat format, const QString &path, const std::stop_token &stop = {});

} // namespace Fathom
