// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jobs/jobrecord.h"

namespace Fathom {

/// The book of all jobs, in an SQLite file that several programs may write at once. What a job is about to write is
/// written down first and is on the disk before it begins, so that the next start finds and removes what a killed one
/// left. Use it from the thread that opened it; each thread opens its own.
class JobJournal {
public:
    /// Where it lies for this user: $XDG_STATE_HOME/fathom/jobs.sqlite.
    static NativePath usualFile();

    /// Makes the file, for the user alone, and its directory where they are missing. Malformed when it is something
    /// else or of a later version: it is left as it is.
    static Result<JobJournal> open(const NativePath &file);

    JobJournal(JobJournal &&other) noexcept;
    JobJournal &operator=(JobJournal &&other) = delete;
    ~JobJournal();

    Result<qint64> enqueue(const JobStart &start); ///< a job that waits; its number
    Result<void> begin(qint64 job); ///< a waiting one begins
    Result<qint64> begin(const JobStart &start); ///< one that begins at once; its number
    Result<void> willWrite(qint64 job, const NativePath &partial); ///< before the file is created
    Result<void> log(qint64 job, const QString &line);
    Result<void> end(qint64 job, JobState state, const QString &outcome);

    /// The latest first. search: words that all stand in the title, kind, command or outcome; empty: every job.
    Result<std::vector<JobRecord>> records(const QString &search = {}, int most = 1000) const;
    Result<JobRecord> record(qint64 job) const; ///< with its log; NotFound

    /// Jobs of this host whose process is gone become interrupted ones, and what they left under temporary names is
    /// removed (one that waited had begun nothing); what cannot be removed stays written down and is tried again.
    /// Returns the jobs in which something changed; their outcome tells what.
    Result<std::vector<JobRecord>> recover();

private:
    explicit JobJournal(QString connection);
    Result<qint64> add(const JobStart &start, JobState state);

    QString m_connection; ///< of Qt's table of connections; empty: moved away
};

} // namespace Fathom
