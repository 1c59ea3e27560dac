// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// An overlay shall stand on another base, and hold what it held.
struct RebaseRequest {
    NativePath image; ///< a symbolic link is followed
    std::optional<ImageFormat> format; ///< what a trusted source says it is
    NativePath base; ///< named in the overlay as it is here, made absolute
    std::optional<ImageFormat> baseFormat;
    bool onlyNames = false; ///< both bases hold the same, which is proven first: no data is copied
    bool keeps = true; ///< the overlay as it was stays beside it under another name
};

QString rebaseAction();

std::unique_ptr<Job> rebaseJob(const RebaseRequest &request);

extern const JobKind rebaseKind;

} // namespace Fathom
