// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/commandrunner.h"
#include "jobs/jobprogress.h"

namespace Fathom {

/// Why a qemu-img that ended by itself has failed: in our words where we know the cause, with its own words behind.
/// action as in Error; subject: the file that it was about, plain text.
Error qemuImgError(const CommandOutcome &outcome, const QString &action, const QString &subject);

/// Runs a command that prints its progress and tells the listener in bytes of total.
Result<CommandOutcome> runWithProgress(const CommandLine &command, const QString &stage, qint64 totalBytes,
    const std::stop_token &stop, const JobListener &listener);

} // namespace Fathom
