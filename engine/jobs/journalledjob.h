// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobhost.h"
#include "jobs/jobjournal.h"

namespace Fathom {

/// How a job ended that did what it should: a sentence for the journal ("Made /x: qcow2, 1 GiB").
using JobWork = std::function<Result<QString>(const JobHost &host)>;

/// Runs a job from its entry in the journal to its end there. host hears of everything as well. The job's own error
/// comes before one of the journal's; when the journal cannot be written before the job has begun, it does not begin,
/// and when it cannot be written afterwards, the error says that the job was done.
Result<QString> runJournalled(JobJournal &journal, const JobStart &start, const JobHost &host, const JobWork &work);

} // namespace Fathom
