// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/progress.h"

#include <chrono>

namespace Fathom {

/// Reports of a scan: every step to progress, what was read so far to onPartial at most every 200 ms.
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
        if (!m_onPartial || Clock::now() - m_last < interval)
            return;
        m_onPartial(soFar);
        m_last = Clock::now();
    }

private:
    const std::function<void(const Record &)> &m_onPartial;
    const Progress &m_progress;
    Clock::time_point m_last = Clock::now();
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace Fathom
