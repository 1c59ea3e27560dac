// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>

#include <functional>
#include <vector>

namespace Fathom {

/// The rows in the order of one column: what each is sorted by is asked for once, and not at every comparison. Numbers
/// sort as numbers, texts without regard to case; what is unknown (an invalid variant) comes before everything known;
/// rows that are equal keep the order that they were given in, upwards and downwards.
class SortKeys {
public:
    void clear();
    bool isEmpty() const { return m_rows.empty(); }
    void build(const std::vector<int> &rows, const std::function<QVariant(int row)> &keyOf);
    std::vector<int> inOrder(Qt::SortOrder order) const;

private:
    std::vector<int> m_rows; ///< upwards
    std::vector<bool> m_begins; ///< by place in m_rows: it is not equal to the one before
};

} // namespace Fathom
