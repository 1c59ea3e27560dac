// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/readsinflight.h"

#include "base/abandonable.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>

namespace Fathom {

namespace {

constexpr std::chrono::milliseconds newsInterval{100};
constexpr std::size_t leastPerThread = 8; // fewer are done before a thread has started

/// What the threads and the waiting one share.
struct Flight {
    std::function<void(std::size_t)> work;
    std::size_t count = 0;
    std::stop_token stop;
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::size_t> done; ///< and not told yet
    std::size_t left = 0;

    void fly()
    {
        for (std::size_t number = next++; number < count && !stop.stop_requested(); number = next++) {
            work(number);
            const std::lock_guard lock(mutex);
            done.push_back(number);
            if (--left == 0)
                changed.notify_all();
        }
    }
};

} // namespace

bool readInFlight(std::size_t count, std::size_t threads, std::function<void(std::size_t)> work,
    const std::function<void(const std::vector<std::size_t> &done)> &onDone, const std::stop_token &stop)
{
    const auto flight = std::make_shared<Flight>();
    flight->work = std::move(work);
    flight->count = count;
    flight->stop = stop;
    flight->left = count;
    const std::stop_callback wake(stop, [flight] {
        const std::lock_guard lock(flight->mutex);
        flight->changed.notify_all();
    });
    for (std::size_t i = 0; i < std::clamp<std::size_t>(count / leastPerThread, 1, threads); ++i)
        runAbandonable([flight] { flight->fly(); });

    std::unique_lock lock(flight->mutex);
    while (true) {
        flight->changed.wait_for(lock, newsInterval, [&] { return flight->left == 0 || stop.stop_requested(); });
        const bool complete = flight->left == 0;
        const std::vector<std::size_t> news = std::exchange(flight->done, {});
        lock.unlock();
        if (!news.empty())
            onDone(news);
        if (complete || stop.stop_requested())
            return complete;
        lock.lock();
    }
}

} // namespace Fathom
