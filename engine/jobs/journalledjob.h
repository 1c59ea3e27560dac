// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "jobs/jobjournal.h"

namespace Fathom {

/// What is done between a job's entry in the journal and its end there.
using JobWork = std::function<Result<JobDone>(const JobHost &host)>;

/// Runs a job from its entry in the journal to its end there. host hears of everything as well. The job's own error
/// comes before one of the journal's; when the journal cannot be written before the job has begun, it does not begin,
/// and when it cannot be written afterwards, the error says that the job was done.
Result<JobDone> runJournalled(JobJournal &journal, const JobStart &start, const JobHost &host, const JobWork &work);

/// The same for a job that waits in the journal under this number.
Result<JobDone> runWaiting(JobJournal &journal, qint64 number, const JobHost &host, const JobWork &work);

} // namespace Fathom
