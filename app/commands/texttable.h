// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>
#include <vector>

namespace Fathom {

/// A column of a table for people.
struct TextColumn {
    QString title;
    bool number = false; ///< set to the right
    int omitted = 0; ///< when the terminal is narrow, columns go in the order of this number, highest first; 0: stays
    int shortest = 0; ///< may be shortened to that width (0: never), once everything that may go is gone
};

/// Aligns rows by what a terminal makes of their text.
class TextTable {
public:
    explicit TextTable(std::vector<TextColumn> columns)
        : m_columns(std::move(columns))
    {
    }

    void addRow(QStringList cells) { m_rows.push_back(std::move(cells)); }
    bool empty() const { return m_rows.empty(); }

    /// All lines, the titles first, without columns in which nothing stands; no wider than width if there is one and
    /// it can be done.
    QString text(std::optional<int> width) const;

private:
    std::vector<TextColumn> m_columns;
    std::vector<QStringList> m_rows;
};

} // namespace Fathom
