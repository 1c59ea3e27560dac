// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <bit>
#include <vector>

namespace Fathom {

/// Finds rows by their keys without keeping the keys: only a part of their hash and the row's number, a third of what
/// a QHash takes. The keys themselves are asked for where they lie.
class KeyIndex {
public:
    void clear() { m_cells.clear(); }
    bool isEmpty() const { return m_cells.empty(); }

    /// Of rows with equal keys the first counts.
    template<class KeyOf> void build(const std::vector<int> &rows, KeyOf keyOf)
    {
        m_cells.assign(std::bit_ceil(rows.size() * 3 / 2 + 2), Cell());
        for (const int row : rows) {
            const auto key = keyOf(row);
            Cell *const cell = const_cast<Cell *>(cellOf(key, keyOf));
            if (cell->row < 0)
                *cell = {hashOf(key), row};
        }
    }

    /// −1: there is none.
    template<class KeyOf> int find(const QString &key, KeyOf keyOf) const
    {
        return m_cells.empty() ? -1 : cellOf(key, keyOf)->row;
    }

private:
    struct Cell {
        quint32 hash = 0;
        int row = -1;
    };

    static quint32 hashOf(const QString &key) { return static_cast<quint32>(qHash(key)); }

    template<class KeyOf> const Cell *cellOf(const QString &key, KeyOf keyOf) const
    {
        const quint32 hash = hashOf(key);
        for (std::size_t at = hash;; ++at) {
            const Cell &cell = m_cells[at & (m_cells.size() - 1)];
            if (cell.row < 0 || (cell.hash == hash && keyOf(cell.row) == key))
                return &cell;
        }
    }

    std::vector<Cell> m_cells;
};

} // namespace Fathom
