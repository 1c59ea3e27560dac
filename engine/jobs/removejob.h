// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// Removes what lies in quarantine for good. path: its directory there, or the thing itself. The plan has a reservation
/// until it is confirmed.
std::unique_ptr<Job> removeJob(const NativePath &path, bool confirmed);

extern const JobKind removeKind;

} // namespace Fathom
