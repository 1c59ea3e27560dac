// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// The same image in less space, in its place.
struct CompressRequest {
    NativePath image; ///< a symbolic link is followed
    std::optional<ImageFormat> format; ///< what a trusted source says it is
    bool compress = false; ///< qcow2: its data, too; otherwise only what holds nothing is given back
};

QString compressAction();

std::unique_ptr<Job> compressJob(const CompressRequest &request);

extern const JobKind compressKind;

} // namespace Fathom
