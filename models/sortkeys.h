// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <functional>
#include <vector>

namespace Fathom {

/// What one column's cells are sorted by, asked for once and not at every comparison. Numbers sort as numbers, texts
/// without regard to case; what is unknown (an invalid variant) comes before everything known.
class SortKeys {
public:
    void clear();
    bool isEmpty() const { return m_numbers.empty() && m_texts.empty(); }

    /// keyOf answers for 0 … count − 1.
    void build(int count, const std::function<QVariant(int)> &keyOf);

    bool less(int left, int right) const
    {
        const auto a = static_cast<std::size_t>(left);
        const auto b = static_cast<std::size_t>(right);
        return m_texts.empty() ? m_numbers[a] < m_numbers[b] : m_texts[a] < m_texts[b];
    }

private:
    std::vector<qint64> m_numbers;
    std::vector<QString> m_texts;
};

} // namespace Fathom
