// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sortkeys.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <span>

namespace Fathom {

namespace {

struct KeyedRow {
    quint64 key;
    int row;
};

using KeyedRows = std::span<KeyedRow>;

constexpr quint64 signBit = quint64(1) << 63;

/// Unsigned numbers in the same order as the signed ones.
quint64 orderOf(qint64 number)
{
    return std::bit_cast<quint64>(number) ^ signBit;
}

/// … and as the fractions: IEEE 754 numbers compare as sign and magnitude.
quint64 orderOf(double number)
{
    const auto bits = std::bit_cast<quint64>(number + 0.0); // −0 becomes 0
    return bits & signBit ? ~bits : bits | signBit;
}

/// How the values of a column compare. Values of several kinds compare as the last of these among them.
enum class Comparison { Numbers, Fractions, Texts };

Comparison comparisonOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString: return Comparison::Texts;
    case QMetaType::Double:
    case QMetaType::Float: return Comparison::Fractions;
    default: return Comparison::Numbers;
    }
}

/// Stable; by one byte of the key after the other, leaving out those that are the same in all.
void radixSort(KeyedRows rows, std::vector<KeyedRow> &spare)
{
    if (rows.size() < 256) {
        std::ranges::stable_sort(rows, {}, &KeyedRow::key);
        return;
    }
    spare.resize(std::max(spare.size(), rows.size()));
    KeyedRows from = rows;
    KeyedRows to = KeyedRows(spare).first(rows.size());
    std::array<std::array<std::size_t, 256>, 8> counts{};
    for (const KeyedRow &row : rows)
        for (std::size_t byte = 0; byte < 8; ++byte)
            ++counts[byte][row.key >> 8 * byte & 0xff];
    for (std::size_t byte = 0; byte < 8; ++byte) {
        std::array<std::size_t, 256> &ends = counts[byte];
        if (ends[from.front().key >> 8 * byte & 0xff] == from.size())
            continue;
        std::size_t begin = 0;
        for (std::size_t &count : ends)
            count = std::exchange(begin, begin + count);
        for (const KeyedRow &row : from)
            to[ends[row.key >> 8 * byte & 0xff]++] = row;
        std::swap(from, to);
    }
    if (from.data() != rows.data())
        std::ranges::copy(from, rows.begin());
}

/// All texts in one piece, without regard to case, as UTF-8, whose bytes sort as the characters do.
struct FoldedTexts {
    QByteArray bytes;
    std::vector<qsizetype> starts; ///< per text, and one behind the last

    void add(const QString &text)
    {
        starts.push_back(bytes.size());
        const auto isPlain = [](QChar c) { return c.unicode() < 0x80; };
        if (!std::ranges::all_of(text, isPlain)) {
            bytes += text.toCaseFolded().toUtf8();
            return;
        }
        for (const QChar character : text) {
            const auto c = static_cast<char>(character.unicode());
            bytes += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        }
    }

    QByteArrayView rest(int text, qsizetype offset) const
    {
        const qsizetype start = starts[static_cast<std::size_t>(text)] + offset;
        const qsizetype end = starts[static_cast<std::size_t>(text) + 1];
        return start < end ? QByteArrayView(bytes).sliced(start, end - start) : QByteArrayView();
    }
};

/// Eight bytes as a number; a text that ends sorts before one that goes on.
quint64 nextEight(QByteArrayView rest)
{
    quint64 key = 0;
    for (qsizetype i = 0; i < 8; ++i)
        key = key << 8 | (i < rest.size() ? static_cast<uchar>(rest[i]) : 0);
    return key;
}

/// Sorts rows whose texts are the same up to the offset; tells where one begins that is not equal to the one before.
void sortTexts(KeyedRows rows, const FoldedTexts &texts, qsizetype offset, std::vector<KeyedRow> &spare,
    const std::function<void(const KeyedRow *)> &begins)
{
    for (KeyedRow &row : rows)
        row.key = nextEight(texts.rest(row.row, offset));
    radixSort(rows, spare);
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t end = first + 1;
        bool more = !texts.rest(rows[first].row, offset + 8).isEmpty();
        for (; end < rows.size() && rows[end].key == rows[first].key; ++end)
            more = more || !texts.rest(rows[end].row, offset + 8).isEmpty();
        if (more && end - first > 1)
            sortTexts(rows.subspan(first, end - first), texts, offset + 8, spare, begins);
        else
            begins(&rows[first]);
        first = end;
    }
}

/// Takes the values one by one, so that they need not be kept. False: there is one that does not compare so, and the
/// comparison is now that of it.
bool takeNumbers(std::vector<KeyedRow> &sorted, const std::vector<int> &rows, const std::function<QVariant(int)> &keyOf,
    Comparison &comparison)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QVariant value = keyOf(rows[i]);
        if (const Comparison own = comparisonOf(value); own > comparison) {
            comparison = own;
            return false;
        }
        sorted[i] = {.key = !value.isValid()          ? 0
                : comparison == Comparison::Fractions ? orderOf(value.toDouble())
                                                      : orderOf(value.toLongLong()),
            .row = static_cast<int>(i)};
    }
    return true;
}

} // namespace

void SortKeys::clear()
{
    m_rows.clear();
    m_begins.clear();
}

void SortKeys::build(const std::vector<int> &rows, const std::function<QVariant(int)> &keyOf)
{
    std::vector<KeyedRow> sorted(rows.size());
    std::vector<KeyedRow> spare;
    m_begins.assign(rows.size(), false);

    auto comparison = Comparison::Numbers;
    while (comparison != Comparison::Texts && !takeNumbers(sorted, rows, keyOf, comparison))
        ;
    if (comparison == Comparison::Texts) {
        FoldedTexts texts;
        texts.starts.reserve(rows.size() + 1);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            sorted[i].row = static_cast<int>(i);
            texts.add(keyOf(rows[i]).toString());
        }
        texts.starts.push_back(texts.bytes.size());
        sortTexts(sorted, texts, 0, spare,
            [&](const KeyedRow *row) { m_begins[static_cast<std::size_t>(row - sorted.data())] = true; });
    } else {
        radixSort(sorted, spare);
        for (std::size_t i = 0; i < sorted.size(); ++i)
            m_begins[i] = i == 0 || sorted[i].key != sorted[i - 1].key;
    }
    m_rows.clear();
    m_rows.reserve(rows.size());
    for (const KeyedRow &row : sorted)
        m_rows.push_back(rows[static_cast<std::size_t>(row.row)]);
}

std::vector<int> SortKeys::inOrder(Qt::SortOrder order) const
{
    if (order == Qt::AscendingOrder)
        return m_rows;
    std::vector<int> result;
    result.reserve(m_rows.size());
    for (std::size_t end = m_rows.size(); end > 0;) {
        std::size_t first = end - 1;
        while (!m_begins[first])
            --first;
        for (std::size_t i = first; i < end; ++i)
            result.push_back(m_rows[i]);
        end = first;
    }
    return result;
}

} // namespace Fathom
