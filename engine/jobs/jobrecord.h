// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"

#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace Fathom {

enum class JobState {
    Waiting,
    Running,
    Done,
    Failed,
    Cancelled,
    Interrupted, ///< its process ended without saying how the job did
};

struct JobStateWord {
    JobState state;
    const char *id; ///< in the journal and in JSON
    const char *title; ///< English source, translated in context "JobState"
};
std::span<const JobStateWord> jobStates();
const JobStateWord &jobStateWord(JobState state);

/// "interrupted", translated.
QString jobStateText(JobState state);

/// What is known of a job before it begins.
struct JobStart {
    QString kind; ///< stable id: "convert"
    QString title; ///< for people, as it was told then: "a.vmdk → b.qcow2"
    QStringList command; ///< arguments of fathomctl that would do it again; holds no secret
    QString host = {}; ///< whose disks are worked on; empty: this machine's. Not kept in the journal
};

/// A line of a job's log.
struct JobLogLine {
    qint64 at = 0; ///< milliseconds since 1970, UTC
    QString text;

    bool operator==(const JobLogLine &) const = default;
};

/// A job in the journal.
struct JobRecord {
    qint64 number = 0; ///< never used twice
    JobStart start;
    JobState state = JobState::Running;
    qint64 startedAt = 0; ///< milliseconds since 1970, UTC
    std::optional<qint64> endedAt; ///< of an interrupted one: when that was found
    QString outcome; ///< one sentence: what was changed, or why it failed
    std::vector<NativePath> partials; ///< what it began to write under a temporary name and may have left
    std::vector<JobLogLine> log; ///< empty in lists
};

/// The command line that does the job again, as a shell wants it: "fathomctl convert …".
QString againText(const QStringList &command);

} // namespace Fathom
