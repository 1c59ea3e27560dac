// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>
#include <vector>

namespace Fathom {

/// So many reads are worth waiting for together: a disk that is asked for sixteen pages answers little later than when
/// it is asked for one.
constexpr std::size_t usualReadsInFlight = 16;

/// Calls work(0) to work(count - 1) on threads of their own, up to `threads` at a time, and onDone on the calling
/// thread: several times a second with the numbers that are done, and for the last of them at the end. Returns whether
/// all were done. When stop is requested it returns without waiting: a thread that hangs in the kernel is left behind,
/// so what work touches must be shared with it.
bool readInFlight(std::size_t count, std::size_t threads, std::function<void(std::size_t)> work,
    const std::function<void(const std::vector<std::size_t> &done)> &onDone, const std::stop_token &stop);

} // namespace Fathom
