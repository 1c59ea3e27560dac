// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/console.h"
#include "jobs/job.h"

#include <QJsonObject>

namespace Fathom {

/// What a job tells, as the events that docs/json.md describes: an object on a line of its own each.
QJsonObject planEvent(const Plan &plan);
QJsonObject progressEvent(const JobProgress &progress);
QJsonObject doneEvent(const JobDone &done);
QJsonObject errorEvent(const Error &error);

/// For people.
void printPlan(const Plan &plan, bool exact, Console &console);

} // namespace Fathom
