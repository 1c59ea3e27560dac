// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablemodel.h"

#include "jobs/jobkinds.h"
#include "models/cells.h"

#include <QCoreApplication>

#include <array>

namespace Fathom {

namespace {

struct JobTableText {
    Q_DECLARE_TR_FUNCTIONS(JobTableModel)
};

using JobColumn = Column<JobRow>;

std::optional<qint64> seconds(const std::optional<qint64> &milliseconds)
{
    return milliseconds ? std::optional(*milliseconds / 1000) : std::nullopt;
}

QString kindText(const JobRow &row)
{
    const JobKind *kind = jobKind(row.start.kind);
    return kind ? kind->title() : row.start.kind;
}

/// Of the present stage.
QVariant share(const JobRow &row)
{
    if (row.state != JobState::Running || row.progress.totalBytes <= 0)
        return {};
    return double(row.progress.doneBytes) / double(row.progress.totalBytes);
}

QString shortProgress(const JobRow &row)
{
    const QVariant part = share(row);
    return part.isValid() ? percentText(part.toDouble()) : QString();
}

constexpr std::array jobColumns{
    JobColumn{
        .id = "what",
        .header = QT_TRANSLATE_NOOP("JobTableModel", "What"),
        .text = [](const JobRow &row) { return row.start.title; },
    },
    JobColumn{
        .id = "kind",
        .header = QT_TRANSLATE_NOOP("JobTableModel", "Kind"),
        .text = kindText,
    },
    JobColumn{
        .id = "state",
        .header = QT_TRANSLATE_NOOP("JobTableModel", "State"),
        .text = [](const JobRow &row) { return jobStateText(row); },
        .extra = [](const JobRow &row, int role) -> QVariant {
            if (role != SeverityRole)
                return {};
            return row.state == JobState::Failed     ? severityValue(Severity::Broken)
                : row.state == JobState::Interrupted ? severityValue(Severity::Warning)
                                                     : QVariant();
        },
    },
    JobColumn{
        .id = "progress",
        .header = QT_TRANSLATE_NOOP("JobTableModel", "Progress"),
        .kind = ColumnKind::Share,
        .alignment = Qt::AlignRight | Qt::AlignVCenter,
        .text = shortProgress,
        .sortKey = share,
        .toolTip =
            [](const JobRow &row) { return row.state == JobState::Running ? progressText(row.progress) : QString(); },
        .extra = [](const JobRow &row, int role) { return role == RatioRole ? share(row) : QVariant(); },
    },
    JobColumn{
        .id = "began",
        .header = QT_TRANSLATE_NOOP("JobTableModel", "Began"),
        .kind = ColumnKind::Time,
        .text = [](const JobRow &row) { return row.startedAt ? timeText(*row.startedAt / 1000) : QString(); },
        .sortKey = [](const JobRow &row) { return known(seconds(row.startedAt)); },
    },
    JobColumn{
        .id = "took",
        .header = QT_TRANSLATE_NOOP("JobTableModel", "Took"),
        .alignment = Qt::AlignRight | Qt::AlignVCenter,
        .text = [](const JobRow &row) { return jobTookText(row); },
        .sortKey =
            [](const JobRow &row) {
                return row.startedAt && row.endedAt ? QVariant(*row.endedAt - *row.startedAt) : QVariant();
            },
    },
    JobColumn{
        .id = "outcome",
        .header = QT_TRANSLATE_NOOP("JobTableModel", "Outcome"),
        .text = [](const JobRow &row) { return row.outcome.section(u'\n', 0, 0); },
        .toolTip = [](const JobRow &row) { return row.outcome; },
    },
    JobColumn{
        .id = "number",
        .header = QT_TRANSLATE_NOOP("JobTableModel", "Number"),
        .kind = ColumnKind::Count,
        .alignment = Qt::AlignRight | Qt::AlignVCenter,
        .text = [](const JobRow &row) { return row.number ? QString::number(*row.number) : QString(); },
        .sortKey = [](const JobRow &row) { return known(row.number); },
    },
};

} // namespace

std::span<const Column<JobRow>> JobTableModel::columns() const
{
    return jobColumns;
}

QVariant JobTableModel::rowData(const JobRow &, int role) const
{
    return role == KindRole ? QVariant(QStringLiteral("job")) : QVariant();
}

} // namespace Fathom
