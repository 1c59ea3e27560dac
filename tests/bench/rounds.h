// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

/// Work that is compared, and how long its rounds took.
struct Contender {
    std::string name;
    std::function<void(int round)> work;
    std::function<void()> before = {}; ///< not measured
    std::vector<double> rounds = {};
};

/// Lets all of them run in turn, so that what else the machine does meets all alike, and prints of each a line with its
/// name and the median microseconds for one of `things`.
inline void compare(std::vector<Contender> contenders, std::size_t things, int rounds)
{
    for (int round = 0; round < rounds; ++round)
        for (Contender &contender : contenders) {
            if (contender.before)
                contender.before();
            QElapsedTimer timer;
            timer.start();
            contender.work(round);
            contender.rounds.push_back(
                static_cast<double>(timer.nsecsElapsed()) / 1000.0 / static_cast<double>(things));
        }
    for (Contender &contender : contenders) {
        std::ranges::sort(contender.rounds);
        std::printf("%s %.3f\n", contender.name.c_str(), contender.rounds[contender.rounds.size() / 2]);
    }
}
