// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/console.h"
#include "jobs/jobjournal.h"

namespace Fathom {

/// The user's journal; tells (on standard error) what interrupted jobs were found and cleaned up after.
Result<JobJournal> openJobBook(Console &console);

QJsonObject jobObject(const JobRecord &record);

} // namespace Fathom
