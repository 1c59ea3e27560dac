// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/console.h"
#include "jobs/jobjournal.h"

namespace Fathom {

/// The user's journal; tells (on standard error) what interrupted jobs were found and cleaned up after.
Result<JobJournal> openJobBook(Console &console);

QString jobStateText(JobState state); ///< "interrupted", translated
QString againText(const JobRecord &record); ///< the command line that does it again, as a shell wants it
QJsonObject jobObject(const JobRecord &record);

} // namespace Fathom
