// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/commitrequest.h"

namespace Fathom {

/// Looks at the overlay's chain with our own reader, and changes nothing. An error is a refusal: what sourceLayers()
/// refuses; Unsupported when the overlay stands on nothing, or its base is neither raw nor qcow2, or larger; NotFound
/// when it does not stand on the base that is named; NoPermission when the base is read-only; Conflict when anybody
/// uses one of them, when the base lies in Nova's image cache, or when another overlay beside it stands on what would
/// change.
Result<Plan> planCommit(const CommitRequest &request, const std::stop_token &stop);

/// Does what planCommit() told, in a copy beside the base, which is compared with the overlay and then takes the base's
/// place; the base as it was is kept under another name. The overlay is only read: it stays valid, as what it holds
/// itself is what the base holds below it.
Result<JobDone> runCommit(
    const CommitRequest &request, const Plan &plan, const std::stop_token &stop, const JobHost &host);

} // namespace Fathom
