// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/columntable.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace Fathom {

/// What may stand before a colon: a column, or a text that the rows have beside their columns.
struct FilterField {
    QByteArray id; ///< English: "virtual-size"
    QString header; ///< translated: "Virtual size"
    ColumnKind kind = ColumnKind::Text;

    bool operator==(const FilterField &) const = default;
};

/// One condition of a filter.
struct FilterTerm {
    enum class Test {
        Contains, ///< the text occurs
        Equals, ///< it is all that stands there
        Within, ///< the number is at least low and below high
    };

    Test test = Test::Contains;
    bool negated = false;
    int field = -1; ///< −1: any
    QByteArray text = {}; ///< lower case, UTF-8
    double low = 0;
    double high = 0;

    bool operator==(const FilterTerm &) const = default;
};

/// What a person typed, taken apart. All terms must hold.
struct FilterQuery {
    std::vector<FilterTerm> terms;
    QString problem; ///< a sentence about a word that was left out or taken otherwise than it may have been meant
};

/// The language: words that must occur somewhere; "format:vmdk", in that field; "format:=raw", nothing but that there;
/// "virtual:>50G", "modified:<2024-05", "ratio:>=80%", comparisons of sizes, times, counts and shares; "-word" or
/// "!word", not so; quotes around what has spaces. A field is named by its id, its header, or the beginning of either.
/// A word that is still being typed ("virtual:>") asks for nothing.
FilterQuery parseFilter(const QString &typed, const std::vector<FilterField> &fields);

/// How a header is written before a colon: "virtual-size" for "Virtual size".
QString fieldWord(const QString &header);

} // namespace Fathom
