// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/recoverrequest.h"

namespace Fathom {

/// Its plan() refuses as NotFound a directory without disks and a base that is nowhere, as Conflict a disk that a guest
/// writes and a target that exists. A base that nothing proves to be the right one makes a reservation.
std::unique_ptr<Job> recoverJob(const RecoverRequest &request);

extern const JobKind recoverKind;

} // namespace Fathom
