// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/abandonable.h"

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace Fathom {

namespace {

struct RunningCount {
    std::mutex mutex;
    std::condition_variable changed;
    int running = 0;
};

/// Never destroyed: a thread that comes back late still finds it.
RunningCount &runningCount()
{
    static auto *count = new RunningCount;
    return *count;
}

void count(int change)
{
    RunningCount &all = runningCount();
    const std::lock_guard lock(all.mutex);
    all.running += change;
    all.changed.notify_all();
}

} // namespace

void runAbandonable(std::function<void()> work)
{
    count(+1);
    std::thread([work = std::move(work)]() mutable {
        work();
        work = nullptr; // what it owns goes before it counts as ended
        count(-1);
    }).detach();
}

int abandonedRunning()
{
    RunningCount &all = runningCount();
    const std::lock_guard lock(all.mutex);
    return all.running;
}

int endProgram(int exitCode, std::chrono::milliseconds patience)
{
    RunningCount &all = runningCount();
    {
        std::unique_lock lock(all.mutex);
        if (all.changed.wait_for(lock, patience, [&all] { return all.running == 0; }))
            return exitCode;
    }
    std::fflush(nullptr);
    std::_Exit(exitCode);
}

} // namespace Fathom
