// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"
#include "base/result.h"
#include "jobs/stagedfile.h"

#include <functional>
#include <stop_token>

namespace Fathom {

/// How the bytes of a copy came over.
struct CopyWay {
    enum Way { Cloned, InKernel, Read } way = Read;

    const char *id() const; ///< "clone", "kernel", "read"
};

/// Hears how far into the file one is; may be empty.
using CopyReached = std::function<void(qint64 bytes)>;

/// Brings all bytes of the source into the empty target, holes as holes: as a clone that shares its blocks where the
/// file system can do that, else by the kernel, else by reading and writing. Conflict when the source became shorter,
/// Cancelled after a stop.
Result<CopyWay> copyContents(
    BoundedFile &source, const StagedFile &target, const std::stop_token &stop, const CopyReached &reached);

/// Brings the copy to the disk, reads both again and compares; what is a hole in both is not read. InputOutput at the
/// first byte that differs.
Result<void> compareContents(
    BoundedFile &source, const StagedFile &target, const std::stop_token &stop, const CopyReached &reached);

} // namespace Fathom
