// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobqueue.h"
#include "models/details.h"

namespace Fathom {

/// A job as a window shows it, whether it is in the queue or only in the journal.
struct JobRow {
    QString key; ///< "job:q7" in the queue of this program, "job:12" in the journal
    std::optional<qint64> queueId; ///< unset: only the journal knows it
    std::optional<qint64> number; ///< in the journal
    JobStart start;
    JobState state = JobState::Waiting;
    JobProgress progress;
    bool stopping = false;
    std::optional<qint64> startedAt; ///< milliseconds since 1970, UTC
    std::optional<qint64> endedAt;
    QString outcome;
    QList<JobLogLine> log;

    bool ended() const { return state != JobState::Waiting && state != JobState::Running; }
    bool operator==(const JobRow &other) const; ///< whether they are shown alike
};

JobRow jobRow(const JobEntry &entry);
JobRow jobRow(const JobRecord &record);

QString jobStateText(const JobRow &row); ///< "running", "stopping"
QString jobTookText(const JobRow &row); ///< "12.3 s"; empty while nobody knows
/// For the details pane: what it is, how it goes, its command line, its log.
Details detailsOf(const JobRow &row);

} // namespace Fathom
