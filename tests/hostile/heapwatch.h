// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace Fathom {

/// How much heap one thing needs: what is allocated by any thread while it lives and not given back yet, at its peak.
/// One at a time. It replaces malloc() in the program that it is linked into, or asks the sanitizer that did.
class HeapWatch {
public:
    /// What reading one file may take.
    static constexpr qint64 limitBytes = qint64(16) * 1024 * 1024;

    HeapWatch();
    ~HeapWatch();
    HeapWatch(const HeapWatch &) = delete;
    HeapWatch &operator=(const HeapWatch &) = delete;

    qint64 peakBytes() const;
};

} // namespace Fathom
