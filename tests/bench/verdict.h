// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

namespace Fathom::Bench {

inline double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

/// How many milliseconds of its processor the work takes this thread: on an idle machine that is what the clock says,
/// and on a busy one the clock would measure the others.
template<class Work> double milliseconds(Work work)
{
    const auto now = [] {
        timespec time;
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    const double before = now();
    work();
    return now() - before;
}

inline const char *verdict(bool met)
{
    return met ? "met" : "MISSED";
}

/// Both sides, how many times faster ours is, and the bar for that.
inline void tellFaster(const char *what, double ours, double peer, double bar)
{
    std::printf("          %-34s fathom %9.2f ms   peer %9.2f ms   %7.1f × faster, bar ≥ %g: %s\n", what, ours, peer,
        peer / ours, bar, verdict(peer >= bar * ours));
}

/// One side alone against a limit; the peer's time for comparison where it was measured.
inline void tellLimit(const char *what, double ours, double limit, const char *unit, double peer = 0)
{
    std::printf("          %-34s fathom %9.2f %s", what, ours, unit);
    if (peer > 0)
        std::printf("   peer %9.2f %s", peer, unit);
    else
        std::printf("                     ");
    std::printf("   bar ≤ %g: %s\n", limit, verdict(ours <= limit));
}

} // namespace Fathom::Bench
