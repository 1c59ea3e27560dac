// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sortkeys.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace Fathom {

namespace {

/// A whole number in the same order as the fractions: IEEE 754 numbers compare as sign and magnitude.
qint64 orderOf(double number)
{
    const auto bits = std::bit_cast<qint64>(number + 0.0); // −0 becomes 0
    return bits >= 0 ? bits : std::numeric_limits<qint64>::min() - bits;
}

bool isFraction(const QVariant &value)
{
    return value.typeId() == QMetaType::Double || value.typeId() == QMetaType::Float;
}

} // namespace

void SortKeys::clear()
{
    m_numbers.clear();
    m_texts.clear();
}

void SortKeys::build(int count, const std::function<QVariant(int)> &keyOf)
{
    clear();
    std::vector<QVariant> keys;
    keys.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        keys.push_back(keyOf(i));
    const bool text = std::ranges::any_of(keys, [](const QVariant &key) { return key.typeId() == QMetaType::QString; });
    if (text) {
        m_texts.reserve(keys.size());
        for (const QVariant &key : keys)
            m_texts.push_back(key.toString().toCaseFolded());
        return;
    }
    const bool fractions = std::ranges::any_of(keys, isFraction);
    m_numbers.reserve(keys.size());
    for (const QVariant &key : keys) {
        if (!key.isValid())
            m_numbers.push_back(std::numeric_limits<qint64>::min());
        else
            m_numbers.push_back(fractions ? orderOf(key.toDouble()) : key.toLongLong());
    }
}

} // namespace Fathom
