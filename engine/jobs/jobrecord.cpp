// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobrecord.h"

#include "jobs/commandrunner.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Fathom {

namespace {

constexpr std::array states{
    JobStateWord{JobState::Waiting, "waiting", QT_TRANSLATE_NOOP("JobState", "waiting")},
    JobStateWord{JobState::Running, "running", QT_TRANSLATE_NOOP("JobState", "running")},
    JobStateWord{JobState::Done, "done", QT_TRANSLATE_NOOP("JobState", "done")},
    JobStateWord{JobState::Failed, "failed", QT_TRANSLATE_NOOP("JobState", "failed")},
    JobStateWord{JobState::Cancelled, "cancelled", QT_TRANSLATE_NOOP("JobState", "cancelled")},
    JobStateWord{JobState::Interrupted, "interrupted", QT_TRANSLATE_NOOP("JobState", "interrupted")},
};

} // namespace

std::span<const JobStateWord> jobStates()
{
    return states;
}

const JobStateWord &jobStateWord(JobState state)
{
    return *std::ranges::find(states, state, &JobStateWord::state);
}

QString jobStateText(JobState state)
{
    return QCoreApplication::translate("JobState", jobStateWord(state).title);
}

QString againText(const QStringList &command)
{
    return plainText(shellText({.program = QStringLiteral("fathomctl"), .arguments = command}).toUtf8());
}

} // namespace Fathom
