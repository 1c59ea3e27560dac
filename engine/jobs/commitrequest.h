// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// What an overlay holds shall be in a base of its own, too.
struct CommitRequest {
    NativePath image; ///< a symbolic link is followed
    std::optional<ImageFormat> format; ///< what a trusted source says it is
    NativePath base; ///< one of those that it stands on; empty: the first
};

QString commitAction();

std::unique_ptr<Job> commitJob(const CommitRequest &request);

extern const JobKind commitKind;

} // namespace Fathom
