// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// Whether the tables inside an image are sound. Nothing is repaired, and what it stands on is not opened.
struct CheckRequest {
    NativePath image; ///< a symbolic link is followed
    std::optional<ImageFormat> format; ///< what a trusted source says it is
};

/// Its plan() refuses as Unsupported what qemu-img cannot check, and as Conflict what a guest writes. Its run() is
/// Malformed where a guest would see, or do, damage; space that is only lost is no error.
std::unique_ptr<Job> checkJob(const CheckRequest &request);

extern const JobKind checkKind;

} // namespace Fathom
