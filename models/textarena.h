// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace Fathom {

/// A word of a filter: it must occur in some column, or in the one that it names ("format:vmdk").
struct FilterWord {
    QByteArray text; ///< lower case, UTF-8
    int column = -1; ///< −1: any

    bool operator==(const FilterWord &) const = default;
};

/// Takes what a person typed apart. columnIds: the names that may stand before a colon, by column number.
std::vector<FilterWord> filterWords(const QString &typed, const std::vector<QByteArray> &columnIds);

/// All rows' texts in one piece of memory, lower case, so that a filter is one search over it and no virtual call a
/// row.
class TextArena {
public:
    void clear();
    bool isEmpty() const { return m_starts.empty(); }
    /// Adds the next row: one text per column.
    void add(const std::vector<QString> &columns);
    /// One entry per row added, 1 where every word occurs. No words: all.
    std::vector<char> matching(const std::vector<FilterWord> &words) const;

private:
    bool columnMatches(std::size_t row, const FilterWord &word) const;

    QByteArray m_text; ///< columns end with \x1f, which plain text never holds; rows follow each other
    std::vector<qsizetype> m_starts; ///< per row, and one behind the last
};

} // namespace Fathom
