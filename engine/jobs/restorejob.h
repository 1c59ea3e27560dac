// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// Moves what lies in quarantine back to where it was. path: its directory there, or the thing itself.
std::unique_ptr<Job> restoreJob(const NativePath &path);

extern const JobKind restoreKind;

} // namespace Fathom
