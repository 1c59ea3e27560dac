// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>

namespace Fathom {

/// The places of a file that nearly every reader looks at: its first 68 KiB, of which the first 4 KiB come first, and
/// its last 512 bytes; and room for what one reader wants at once, somewhere else. Not cleared.
struct ReadBuffer {
    static constexpr std::size_t headBytes = 4096;
    static constexpr std::size_t leadBytes = 68 * 1024;
    static constexpr std::size_t tailBytes = 512;

    std::array<char, leadBytes> lead;
    std::array<char, tailBytes> tail;

    /// Grows to what is asked for, but is kept for the next file only up to mostKeptBytes.
    char *roomAhead(std::size_t bytes);
    static constexpr std::size_t mostKeptBytes = 256 * 1024;

    std::unique_ptr<char[]> ahead;
    std::size_t aheadBytes = 0;
};

/// Gives a buffer back to its thread, which keeps one for the next file: getting such a piece of memory from the kernel
/// and touching it costs more than reading a small file.
struct ReadBufferReturn {
    void operator()(ReadBuffer *buffer) const;
};
using ReadBufferPtr = std::unique_ptr<ReadBuffer, ReadBufferReturn>;

ReadBufferPtr takeReadBuffer();

} // namespace Fathom
