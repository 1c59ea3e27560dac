// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/console.h"
#include "jobs/convertjob.h"

#include <QJsonObject>

namespace Fathom {

/// What a job tells, as the events that docs/json.md describes: an object on a line of its own each.
QJsonObject planEvent(const Plan &plan);
QJsonObject progressEvent(const JobProgress &progress);
QJsonObject doneEvent(const ConvertResult &result);
QJsonObject errorEvent(const Error &error);

/// For people.
void printPlan(const Plan &plan, bool exact, Console &console);
QString progressText(const JobProgress &progress); ///< "convert: 1.2 GiB of 4 GiB, 31 %, 800 MiB/s, 4 s left"

} // namespace Fathom
