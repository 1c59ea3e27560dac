// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobrow.h"

#include "jobs/jobkinds.h"

#include <QCoreApplication>
#include <QLocale>

namespace Fathom {

namespace {

struct JobRowText {
    Q_DECLARE_TR_FUNCTIONS(JobRow)
};

QString timeText(qint64 milliseconds)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(milliseconds), QLocale::ShortFormat);
}

} // namespace

bool JobRow::operator==(const JobRow &other) const
{
    return key == other.key && number == other.number && state == other.state && progress == other.progress &&
        stopping == other.stopping && startedAt == other.startedAt && endedAt == other.endedAt &&
        outcome == other.outcome && log == other.log;
}

JobRow jobRow(const JobEntry &entry)
{
    return {.key = QStringLiteral("job:q%1").arg(entry.id),
        .queueId = entry.id,
        .number = entry.number,
        .start = entry.start,
        .state = entry.state,
        .progress = entry.progress,
        .stopping = entry.stopping && !entry.ended(),
        .startedAt = entry.startedAt,
        .endedAt = entry.endedAt,
        .outcome = entry.outcome,
        .log = entry.log};
}

JobRow jobRow(const JobRecord &record)
{
    JobRow row{.key = QStringLiteral("job:%1").arg(record.number),
        .queueId = {},
        .number = record.number,
        .start = record.start,
        .state = record.state,
        .progress = {},
        .startedAt = record.startedAt,
        .endedAt = record.endedAt,
        .outcome = record.outcome,
        .log = QList<JobLogLine>(record.log.begin(), record.log.end())};
    // Nobody knows when an interrupted one ended.
    if (record.state == JobState::Interrupted)
        row.endedAt.reset();
    return row;
}

QString jobStateText(const JobRow &row)
{
    return row.stopping ? JobRowText::tr("stopping") : jobStateText(row.state);
}

QString jobTookText(const JobRow &row)
{
    if (!row.startedAt || !row.endedAt)
        return {};
    return JobRowText::tr("%1 s", "seconds").arg(double(*row.endedAt - *row.startedAt) / 1000, 0, 'f', 1);
}

Details detailsOf(const JobRow &row)
{
    const JobKind *kind = jobKind(row.start.kind);
    Details details{.title = row.start.title,
        .subtitle = kind ? kind->title() : row.start.kind,
        .kind = QStringLiteral("job"),
        .sections = {}};
    DetailSection how{.title = JobRowText::tr("How it goes"), .lines = {}};
    how.lines.push_back({.label = JobRowText::tr("State"), .value = jobStateText(row)});
    if (row.state == JobState::Running && !row.progress.stage.isEmpty())
        how.lines.push_back({.label = JobRowText::tr("Progress"), .value = progressText(row.progress)});
    if (row.startedAt)
        how.lines.push_back({.label = JobRowText::tr("Began"), .value = timeText(*row.startedAt)});
    if (const QString took = jobTookText(row); !took.isEmpty())
        how.lines.push_back({.label = JobRowText::tr("Took"), .value = took});
    if (!row.outcome.isEmpty())
        how.lines.push_back({.label = JobRowText::tr("Outcome"), .value = row.outcome});
    if (row.number)
        how.lines.push_back({.label = JobRowText::tr("In the journal"), .value = QString::number(*row.number)});
    details.sections.push_back(std::move(how));
    details.sections.push_back({JobRowText::tr("On a command line"),
        {{.label = JobRowText::tr("To do it again"), .value = againText(row.start.command)}}});
    if (!row.log.isEmpty()) {
        DetailSection log{.title = JobRowText::tr("Log"), .lines = {}};
        for (const JobLogLine &line : row.log)
            log.lines.push_back({.label = QLocale().toString(
                                     QDateTime::fromMSecsSinceEpoch(line.at).time(), QStringLiteral("HH:mm:ss")),
                .value = line.text});
        details.sections.push_back(std::move(log));
    }
    return details;
}

} // namespace Fathom
