// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <numeric>
#include <vector>

namespace Fathom {

/// Finds records by their keys and keeps none of those: the records' numbers in the order of the keys, four bytes each.
class KeyOrder {
public:
    template<class Record> void build(const std::vector<Record> &records)
    {
        m_numbers.resize(records.size());
        std::iota(m_numbers.begin(), m_numbers.end(), 0U);
        const auto keyOf = [&](quint32 number) -> const QString & { return records[number].key; };
        // Directories are listed in the order of their names.
        if (!std::ranges::is_sorted(m_numbers, {}, keyOf))
            std::ranges::stable_sort(m_numbers, {}, keyOf);
    }

    /// In the records that it was built from; null: there is none. Of equal keys the first counts.
    template<class Record> const Record *find(const std::vector<Record> &records, const QString &key) const
    {
        const auto keyOf = [&](quint32 number) -> const QString & { return records[number].key; };
        const auto found = std::ranges::lower_bound(m_numbers, key, {}, keyOf);
        return found == m_numbers.end() || keyOf(*found) != key ? nullptr : &records[*found];
    }

private:
    std::vector<quint32> m_numbers;
};

} // namespace Fathom
