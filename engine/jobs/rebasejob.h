// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/rebaserequest.h"

namespace Fathom {

/// Looks at the overlay and at both chains with our own reader, and changes nothing. An error is a refusal: what
/// sourceLayers() refuses of either chain (a missing base above all: nothing could be proven); Unsupported when the
/// overlay is no qcow2, stands on nothing, or has snapshots that would read another base; Conflict when anybody uses
/// it, when it stands on that base already, or when the base stands on it.
Result<Plan> planRebase(const RebaseRequest &request, const std::stop_token &stop);

/// Does what planRebase() told, in a copy beside the overlay, which is compared and then takes its place. With
/// onlyNames both bases are compared instead, before anything else. Until the very last step the overlay is not
/// touched.
Result<JobDone> runRebase(
    const RebaseRequest &request, const Plan &plan, const std::stop_token &stop, const JobHost &host);

} // namespace Fathom
