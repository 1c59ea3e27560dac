// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"
#include "base/result.h"

#include <array>
#include <functional>
#include <span>
#include <stop_token>

namespace Fathom {

/// A kind of checksum, in the order in which they are told.
struct ChecksumKind {
    const char *id; ///< "sha256"
    qsizetype digits; ///< in hexadecimal
};

inline constexpr std::size_t checksumCount = 3;
std::span<const ChecksumKind, checksumCount> checksumKinds();

/// In lower-case hexadecimal digits, one of each kind.
using Checksums = std::array<QByteArray, checksumCount>;

/// Reads the file once, from front to back, while a thread for each kind follows. reached hears from the caller's
/// thread how many bytes were read; it may be empty. Conflict when the file ends before the length that it had when it
/// was opened, Cancelled after a stop, Unsupported where the library is configured to know no such checksum.
Result<Checksums> makeChecksums(
    BoundedFile &file, const std::stop_token &stop, const std::function<void(qint64 bytes)> &reached = {});

} // namespace Fathom
