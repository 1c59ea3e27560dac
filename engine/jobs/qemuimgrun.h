// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/commandrunner.h"
#include "jobs/jobhost.h"

namespace Fathom {

/// Whether a qemu-img that writes did what it should: exit code 0 and no complaint but warnings. It ends with 0 even
/// when its last caches could not be written as it closed the target, and only says so.
bool succeeded(const CommandOutcome &outcome);

/// Why a qemu-img that ended by itself has failed: in our words where we know the cause, with its own words behind.
/// action as in Error; subject: the file that it was about, plain text.
Error qemuImgError(const CommandOutcome &outcome, const QString &action, const QString &subject);

/// Runs a command that prints its progress; host is told of it in bytes of total, and of the command line and its exit
/// code in lines of the log.
Result<CommandOutcome> runWithProgress(const CommandLine &command, const QString &stage, qint64 totalBytes,
    const std::stop_token &stop, const JobHost &host);

} // namespace Fathom
