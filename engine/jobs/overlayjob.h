// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// A new, empty qcow2 that stands on another image and takes what is written from then on.
struct OverlayRequest {
    NativePath base; ///< a symbolic link is followed by whoever opens the overlay
    std::optional<ImageFormat>
        baseFormat; ///< what a trusted source says it is; needed for bytes that look like nothing
    NativePath target; ///< must not exist
    std::optional<qint64> sizeBytes; ///< the virtual size, not less than the base's; unset: the base's
};

/// Its plan() refuses a base, or what it stands on, that is missing, unsafe or not proven, as Conflict one that a guest
/// writes and a target that exists, and as Unsupported a size that would cut the base.
std::unique_ptr<Job> overlayJob(const OverlayRequest &request);

extern const JobKind overlayKind;

} // namespace Fathom
