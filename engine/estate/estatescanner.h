// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estatescan.h"

namespace Fathom {

/// Keeps an estate known: reads its sources when told, and by itself where they change, and hands out one snapshot
/// after the other. No call waits for a disk; nobody waits for a thread.
class EstateScanner {
public:
    /// All are called from a thread of the scanner's own, one at a time, and may still be called a moment after the
    /// scanner is gone.
    struct Hearers {
        std::function<void()> reading; ///< something began to be read
        Progress progress;
        EstatePartial snapshot; ///< partial ones too: see Estate::complete
        /// Nothing is being read any more; how many calls of read() the last snapshot answers.
        std::function<void(quint64 requests)> idle;
    };

    EstateScanner(const EstateSources &sources, Hearers hearers);
    ~EstateScanner();
    EstateScanner(const EstateScanner &) = delete;
    EstateScanner &operator=(const EstateScanner &) = delete;

    void read(); ///< all sources, again; what is known stays until a new reading has ended
    void cancel(); ///< what is being read now
    void setLive(bool live); ///< whether changes are read by themselves; not at first

private:
    std::shared_ptr<SourceBoard> m_board;
};

} // namespace Fathom
