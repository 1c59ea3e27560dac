// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// What a guest sees on a disk: its partition table, and the file system in each partition with label, UUID and what is
/// used of it. Nothing is mounted: qemu-img copies the few places where they stand out of the disk, with all it stands
/// on, and our own readers look at those.
struct LookRequest {
    NativePath image; ///< a symbolic link is followed
    std::optional<ImageFormat> format; ///< what a trusted source says it is
};

/// Refuses what flattening refuses: chains that are not whole or not proven, and disks that a guest writes.
std::unique_ptr<Job> lookJob(const LookRequest &request);

extern const JobKind lookKind;

} // namespace Fathom
