// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// Another virtual size for an image, in its place.
struct ResizeRequest {
    NativePath image; ///< a symbolic link is followed
    std::optional<ImageFormat> format; ///< what a trusted source says it is
    qint64 sizeBytes = 0; ///< the new virtual size, or what comes to it
    bool adds = false; ///< sizeBytes comes to what there is
    bool shrinks = false; ///< it may become smaller
};

/// Its plan() refuses as Conflict what anybody writes or any qemu uses, as Unsupported a smaller size that was not
/// asked for, other formats than raw and qcow2, and what qemu-img cannot grow, and as Unsafe a smaller size that would
/// cut off more than zeros. New space reads as zeros, whatever a base holds there. Once its run() has begun to write it
/// is not stopped: it is a matter of moments, and after a failure or a loss of power the image has the old size or the
/// new one.
std::unique_ptr<Job> resizeJob(const ResizeRequest &request);

extern const JobKind resizeKind;

} // namespace Fathom
