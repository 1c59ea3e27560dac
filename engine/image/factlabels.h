// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Fathom {

/// How the value of a fact is read.
enum class FactKind {
    Text,
    Bytes, ///< a count of bytes
    Sectors, ///< a count of 512-byte sectors, shown as bytes
    Bits, ///< a width in bits
    Count, ///< a number whose digits are grouped
    Hex, ///< a number that is a mark rather than a count
    Bare, ///< a number or word as it stands
    Hidden, ///< told elsewhere in the list
};

/// What people call a fact.
struct FactLabel {
    QString label; ///< translated
    FactKind kind = FactKind::Text;
    QString item; ///< translated, for one of several: "Partition %1"; empty where there is only one
    bool known = true; ///< false: nobody has named the key
};

/// By the key of ImageFact, or of an object inside one. An unknown key becomes its own label ("raid-level": "Raid
/// level"), so that a fact can never be missing from the list because nobody named it.
FactLabel factLabel(const QString &key);

} // namespace Fathom
