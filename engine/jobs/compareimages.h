// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/commandrunner.h"
#include "jobs/jobhost.h"
#include "jobs/plan.h"

#include <stop_token>

namespace Fathom {

/// Runs a `qemu-img compare`, stage "verify": an error unless a guest sees the same in both. differ: the error when it
/// does not, to whose reason qemu-img's words are added.
Result<void> proveSame(const CommandLine &comparison, const PlanFile &image, const Error &differ,
    const std::stop_token &stop, const JobHost &host);

} // namespace Fathom
