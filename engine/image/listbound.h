// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace Fathom {

/// Puts an end to a list in a file, however small its entries are there: what is made of them takes many times their
/// room. A few thousand entries with usual names fit, where sound images have a few dozen.
class ListBound {
public:
    /// Whether one more entry, with that much text, may be kept.
    bool takes(qint64 textBytes)
    {
        m_leftBytes -= entryBytes + 4 * textBytes; // as UTF-16, and once more while it is told
        return m_leftBytes >= 0;
    }

private:
    static constexpr qint64 entryBytes = 1024;
    qint64 m_leftBytes = qint64(4) * 1024 * 1024;
};

} // namespace Fathom
