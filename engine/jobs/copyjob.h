// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// A copy of a file byte for byte, whatever it is, with its permission bits; what was never written stays a hole.
struct CopyRequest {
    NativePath source; ///< a symbolic link is followed
    NativePath target; ///< must not exist
    bool verify = true; ///< read both again and compare
};

/// Its plan() refuses as NotAFile what is no regular file, and as Conflict a source that a guest writes or a target
/// that exists. Its run() is a Conflict when the source changed meanwhile, InputOutput when the copy differs.
std::unique_ptr<Job> copyJob(const CopyRequest &request);

extern const JobKind copyKind;

} // namespace Fathom
