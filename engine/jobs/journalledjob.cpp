// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/journalledjob.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct JournalledJobText {
    Q_DECLARE_TR_FUNCTIONS(JournalledJob)
};

/// The job is written down as running.
Result<JobDone> runBegun(JobJournal &journal, qint64 job, const JobHost &host, const JobWork &work)
{
    const JobHost both{.progress = host.progress,
        .willWrite = [&](const NativePath &partial) -> Result<void> {
            if (const Result<void> written = journal.willWrite(job, partial); !written)
                return written;
            return host.willWrite ? host.willWrite(partial) : Result<void>();
        },
        .log =
            [&](const QString &line) {
                // A line that cannot be kept is no reason to give up the work.
                static_cast<void>(journal.log(job, line));
                if (host.log)
                    host.log(line);
            }};
    Result<JobDone> done = work(both);
    const JobState state = done                     ? JobState::Done
        : done.error().kind == ErrorKind::Cancelled ? JobState::Cancelled
                                                    : JobState::Failed;
    const Result<void> ended = journal.end(job, state, done ? done->text : sentence(done.error()));
    if (done && !ended) {
        Error error = ended.error();
        error.hint =
            JournalledJobText::tr("The job itself was done, whatever the journal says of it: %1").arg(done->text);
        return std::unexpected(error);
    }
    return done;
}

} // namespace

Result<JobDone> runJournalled(JobJournal &journal, const JobStart &start, const JobHost &host, const JobWork &work)
{
    const Result<qint64> job = journal.begin(start);
    if (!job)
        return std::unexpected(job.error());
    return runBegun(journal, *job, host, work);
}

Result<JobDone> runWaiting(JobJournal &journal, qint64 number, const JobHost &host, const JobWork &work)
{
    if (const Result<void> begun = journal.begin(number); !begun)
        return std::unexpected(begun.error());
    return runBegun(journal, number, host, work);
}

} // namespace Fathom
