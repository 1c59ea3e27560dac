// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// A snapshot inside a qcow2 image goes, and what it alone held with it: nothing brings that back.
struct SnapshotDeleteRequest {
    NativePath image; ///< a symbolic link is followed
    std::optional<ImageFormat> format; ///< what a trusted source says it is
    QString snapshot; ///< its ID, or its name
};

/// Its plan() refuses as Conflict what anybody writes or any qemu uses, and a snapshot that qemu-img could take for
/// another. Once its run() has begun to write it is not stopped; after a failure or a loss of power the snapshot is
/// there or gone, and space may be lost in the file until it is repaired.
std::unique_ptr<Job> snapshotDeleteJob(const SnapshotDeleteRequest &request);

extern const JobKind snapshotDeleteKind;

} // namespace Fathom
