// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace Fathom {

/// Per row where in its texts something was found first, counted from 1; 0: nowhere.
using TextHits = std::vector<quint32>;

/// All rows' texts in one piece of memory, lower case, so that a filter is one search over it and no virtual call a
/// row.
class TextArena {
public:
    void reserve(std::size_t rows);
    /// Adds the next row: one text per field.
    void add(const std::vector<QString> &fields);
    std::size_t rows() const { return m_starts.size() - 1; }

    /// Where the text (lower case, UTF-8) occurs first in the field; −1: in any.
    TextHits containing(const QByteArray &text, int field) const;
    /// The same, asked after a part of it: known is where that occurs, which begins at so many bytes of the text.
    TextHits containing(const QByteArray &text, int field, const TextHits &known, qsizetype partAt) const;
    /// … where it is the whole field.
    TextHits equal(const QByteArray &text, int field) const;

private:
    QByteArrayView field(std::size_t row, int number) const;

    QByteArray m_text; ///< fields end with \x1f, which plain text never holds; rows follow each other
    std::vector<qsizetype> m_starts = std::vector<qsizetype>(1); ///< per row, and one behind the last
};

} // namespace Fathom
