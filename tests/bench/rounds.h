// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

/// Work that is compared, and how long its rounds took.
struct Contender {
    std::string name;
    std::function<void(int round)> work;
    std::function<void()> before = {}; ///< not measured
    std::vector<double> elapsed = {};
    std::vector<double> processor = {}; ///< user's and system's: what other programs took is not in it
};

inline double microseconds(clockid_t clock)
{
    timespec now;
    ::clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

inline double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Lets all of them run in turn, so that what else the machine does meets all alike, and prints of each two lines: its
/// name and the median microseconds for one of `things`, and NAME_cpu with those of processor time.
inline void compare(std::vector<Contender> contenders, std::size_t things, int rounds)
{
    const double each = 1.0 / static_cast<double>(things);
    for (int round = 0; round < rounds; ++round)
        for (Contender &contender : contenders) {
            if (contender.before)
                contender.before();
            const double start = microseconds(CLOCK_MONOTONIC);
            const double processorStart = microseconds(CLOCK_PROCESS_CPUTIME_ID);
            contender.work(round);
            contender.processor.push_back((microseconds(CLOCK_PROCESS_CPUTIME_ID) - processorStart) * each);
            contender.elapsed.push_back((microseconds(CLOCK_MONOTONIC) - start) * each);
        }
    for (const Contender &contender : contenders) {
        std::printf("%s %.3f\n", contender.name.c_str(), median(contender.elapsed));
        std::printf("%s_cpu %.3f\n", contender.name.c_str(), median(contender.processor));
    }
}
