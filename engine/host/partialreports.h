// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/progress.h"

#include <algorithm>
#include <chrono>

namespace Fathom {

/// Reports of a scan: every step to progress, what was read so far to onPartial at most every 200 ms, and so rarely
/// that most of the time remains for reading: a large record takes a while to copy.
template<class Record> class PartialReports {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds interval{200};

    PartialReports(const std::function<void(const Record &)> &onPartial, const Progress &progress)
        : m_onPartial(onPartial)
        , m_progress(progress)
    {
    }

    void expect(qint64 more) { m_total += more; }

    /// One more entry is done.
    void step(const Record &soFar, const NativePath &entry)
    {
        ++m_done;
        if (m_progress)
            m_progress({.what = plainText(entry), .done = m_done, .total = m_total});
        const Clock::time_point now = Clock::now();
        if (!m_onPartial || now < m_next)
            return;
        m_onPartial(soFar);
        m_next = Clock::now() + std::max<Clock::duration>(interval, 4 * (Clock::now() - now));
    }

private:
    const std::function<void(const Record &)> &m_onPartial;
    const Progress &m_progress;
    Clock::time_point m_next = Clock::now() + interval;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace Fathom
