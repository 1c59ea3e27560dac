// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>

namespace Fathom {

/// The places of a file that nearly every reader looks at: its first 68 KiB, of which the first 4 KiB come first, and
/// its last 512 bytes. Not cleared.
struct ReadBuffer {
    static constexpr std::size_t headBytes = 4096;
    static constexpr std::size_t leadBytes = 68 * 1024;
    static constexpr std::size_t tailBytes = 512;

    std::array<char, leadBytes> lead;
    std::array<char, tailBytes> tail;
};

/// Gives a buffer back to its thread, which keeps one for the next file: getting such a piece of memory from the kernel
/// and touching it costs more than reading a small file.
struct ReadBufferReturn {
    void operator()(ReadBuffer *buffer) const;
};
using ReadBufferPtr = std::unique_ptr<ReadBuffer, ReadBufferReturn>;

ReadBufferPtr takeReadBuffer();

} // namespace Fathom
