// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/repairrequest.h"

namespace Fathom {

/// Checks the image, and changes nothing. An error is a refusal: Unsupported for what qemu-img does not repair;
/// Conflict when anybody uses it, when it has other names, too, when nothing is wrong with it, or when more is wrong
/// than shall be repaired.
Result<Plan> planRepair(const RepairRequest &request, const std::stop_token &stop);

/// Does what planRepair() told, in a copy beside the image. Unless a check of the copy finds nothing any more
/// (Malformed), it is thrown away and the image is as it was; else it takes the image's place, which is kept. Whether a
/// guest sees the same is told: that it does not is no error.
Result<JobDone> runRepair(
    const RepairRequest &request, const Plan &plan, const std::stop_token &stop, const JobHost &host);

} // namespace Fathom
