// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// The tables inside an image shall be sound again.
struct RepairRequest {
    NativePath image; ///< a symbolic link is followed
    std::optional<ImageFormat> format; ///< what a trusted source says it is
    bool leaksOnly = false; ///< lost space is given back, and damage is left alone
};

QString repairAction();

/// Whether qemu-img repairs images of this format, and does not only check them.
bool isRepairable(ImageFormat format);

std::unique_ptr<Job> repairJob(const RepairRequest &request);

extern const JobKind repairKind;

} // namespace Fathom
