// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// How an input of fuzz_sparseimage spells a large file with holes: its length, then pieces, each an offset, a length
/// and that many bytes; numbers in little endian. So tables that lie megabytes apart (VHDX, GPT's second header, a
/// VHD's footer) are within a fuzzer's reach.
namespace SparseFile {

inline constexpr std::size_t lengthBytes = 8;
inline constexpr std::size_t pieceHeaderBytes = 8 + 2;
inline constexpr std::size_t pieceLimitBytes = 0xffff;
/// One more than the longest file has.
inline constexpr std::uint64_t fileLimitBytes = std::uint64_t(1) << 63;

} // namespace SparseFile
