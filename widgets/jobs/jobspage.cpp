// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobspage.h"

#include "jobs/jobkinds.h"
#include "widgets/common/rowview.h"
#include "widgets/common/themedicon.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>

namespace Fathom {

namespace {

bool looksOnly(const JobRow &row)
{
    const Result<std::unique_ptr<Job>> job = jobFromCommand(row.start.command);
    return job && (*job)->looksOnly();
}

} // namespace

JobsPage::JobsPage(JobSession &jobs)
    : TablePage(pageLabel())
    , m_jobs(jobs)
    , m_model(new JobTableModel(this))
{
    makeBar();
    setUp();
    connect(&m_jobs, &JobSession::rowsChanged, this, &JobsPage::jobsChanged);
    connect(&m_jobs, &JobSession::unlockedChanged, this, &JobsPage::updateActions);
    connect(view().selectionModel(), &QItemSelectionModel::currentRowChanged, this, &JobsPage::updateActions);
    connect(this, &Page::menuOpens, this, [this](QMenu &menu) {
        menu.addSeparator();
        menu.addActions({m_cancel, m_again, m_copyCommand});
    });
    jobsChanged();
}

void JobsPage::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(10, 8, 10, 0);
    layout->setSpacing(4);
    const auto action = [&](const char *icon, const QString &text, const QString &tip, auto act) {
        auto *made = new QAction(themedIcon(QString::fromLatin1(icon)), text, this);
        made->setToolTip(tip);
        connect(made, &QAction::triggered, this, act);
        auto *button = new QToolButton;
        button->setDefaultAction(made);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
        return made;
    };
    const auto withJob = [this](auto act) {
        return [this, act] {
            if (const JobRow *job = currentJob())
                act(*job);
        };
    };
    m_cancel = action("cancel", tr("Cancel job"), tr("Stop it, and remove what it has begun (Del)"),
        withJob([this](const JobRow &job) { m_jobs.cancel(job); }));
    m_cancel->setShortcut(QKeySequence::Delete);
    m_cancel->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_cancel);
    m_again = action("refresh", tr("Do again"), tr("Append the same job anew; its plan is made when it begins"),
        withJob([this](const JobRow &job) {
            if (const Result<void> appended = m_jobs.again(job); !appended)
                emit told(Severity::Broken, sentence(appended.error()));
        }));
    m_sooner = action("up", tr("Sooner"), tr("Before the job that waits above it"),
        withJob([this](const JobRow &job) { m_jobs.move(job, -1); }));
    m_later = action("down", tr("Later"), tr("After the job that waits below it"),
        withJob([this](const JobRow &job) { m_jobs.move(job, 1); }));
    m_copyCommand = action("copy", tr("Copy command line"), tr("What does the same in a shell"),
        withJob([](const JobRow &job) { QGuiApplication::clipboard()->setText(againText(job.start.command)); }));
    layout->addStretch(1);
    m_pause = action("pause", tr("Hold the queue"), tr("No other job begins; what runs goes on"),
        [this](bool paused) { m_jobs.setPaused(paused); });
    m_pause->setCheckable(true);
    addBar(bar);
}

QString JobsPage::countText() const
{
    const int all = m_model->allRows();
    const int shown = m_model->rowCount();
    return shown == all ? tr("%n job(s)", nullptr, all) : tr("%1 of %n job(s)", nullptr, all).arg(shown);
}

TablePage::EmptyText JobsPage::emptyText() const
{
    if (const std::optional<Error> &problem = m_jobs.problem())
        return {tr("The journal of jobs cannot be read"), sentence(*problem), {}, QStringLiteral("broken")};
    return {tr("Nothing was changed yet"),
        tr("Conversions and everything else that changes a file appear here, and stay in the journal. Begin one with "
           "the Jobs menu, or with a right click on an image."),
        {}};
}

void JobsPage::showEvent(QShowEvent *event)
{
    m_jobs.refresh(); // fathomctl writes the journal, too
    TablePage::showEvent(event);
}

void JobsPage::jobsChanged()
{
    m_model->setRecords(m_jobs.rows());
    m_pause->setChecked(m_jobs.paused());
    rowsChanged();
    updateActions();
}

void JobsPage::updateActions()
{
    const JobRow *job = currentJob();
    const bool waits = job && job->state == JobState::Waiting && job->queueId;
    m_cancel->setEnabled(job && !job->ended() && job->queueId && !job->stopping);
    m_again->setEnabled(job && job->ended() && (m_jobs.unlocked() || looksOnly(*job)));
    m_sooner->setEnabled(waits);
    m_later->setEnabled(waits);
    m_copyCommand->setEnabled(job);
}

} // namespace Fathom
