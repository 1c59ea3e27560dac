// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window has to do with jobs.
#include "widgets/mainwindow.h"

#include "host/fileplace.h"
#include "models/cells.h"
#include "widgets/common/detailspane.h"
#include "widgets/common/messagebar.h"
#include "widgets/jobs/jobopener.h"
#include "widgets/jobs/jobspage.h"
#include "widgets/jobs/jobstrip.h"
#include "widgets/window/desktopnotice.h"
#include "widgets/window/pageshelf.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>

namespace Fathom {

namespace {

/// What a job's end brings to the fore when nobody looks at the window.
constexpr qint64 longJobMilliseconds = 10'000;

/// What a trusted source says of a disk: disk.info or the domain's XML.
std::optional<ImageFormat> declaredFormat(const Estate &estate, const NativePath &path)
{
    for (const EstateInstance &instance : estate.instances)
        for (const EstateDisk &disk : instance.disks)
            if (disk.path == path)
                return formatFromName(disk.declaredFormat);
    return {};
}

} // namespace

std::vector<NativePath> MainWindow::openDirectories() const
{
    std::vector<NativePath> directories;
    for (const EstateSource &source : m_session.estate()->sources)
        if (source.kind == SourceKind::ImageStore || source.kind == SourceKind::InstanceTree)
            directories.push_back(source.path);
    return directories;
}

void MainWindow::connectJobs()
{
    connect(&m_jobs, &JobSession::ended, this, &MainWindow::jobEnded);
    connect(&m_jobs, &JobSession::rowsChanged, this, [this] {
        if (!m_jobStrip && m_jobs.running() + m_jobs.waiting() > 0) {
            // Made when it has something to tell: a start that changes nothing does not pay for it.
            m_jobStrip = new JobStrip(m_jobs);
            statusBar()->addPermanentWidget(m_jobStrip);
            connect(m_jobStrip, &JobStrip::activated, this, [this] { showPage(JobsPage::pageLabel().id); });
        }
        tellTaskBar();
        // A job's details tell how far it is.
        if (m_jobs.row(m_details->key()))
            showDetails(m_details->key());
    });
    connect(&m_jobs, &JobSession::interruptedFound, this, [this](int count) {
        m_messages->say(Severity::Warning, tr("%n job(s) had been interrupted.", nullptr, count),
            tr("The page “Jobs” tells which, and what was removed, and does them again."), QString());
    });
}

void MainWindow::makeJobsMenu()
{
    QMenu *jobs = menuBar()->addMenu(tr("&Jobs"));
    m_jobOpener->fillMenu(*jobs);
}

void MainWindow::fillFileMenu(QMenu &menu, const QModelIndex &row)
{
    const NativePath path = row.data(PathRole).toByteArray();
    const QString kind = row.data(KindRole).toString();
    if (path.isEmpty() || kind == QLatin1StringView("quarantine"))
        return;
    const JobSubject subject{.path = path, .declared = declaredFormat(*m_session.estate(), path)};
    if (kind != QLatin1StringView("directory") && kind != QLatin1StringView("instance"))
        m_jobOpener->fillMenu(*menu.addMenu(tr("Jobs")), subject);
    else if (placeOf(path, FileKind::Directory).inside == EntryMeaning::InstancesRoot)
        m_jobOpener->fillDirectoryMenu(*menu.addMenu(tr("Jobs")), subject);
}

void MainWindow::tellTaskBar()
{
    const int unfinished = m_jobs.running() + m_jobs.waiting();
    QString share;
    if (m_jobs.running() > 0)
        if (const JobProgress &progress = m_jobs.rows().front().progress; progress.totalBytes > 0)
            share = percentText(double(progress.doneBytes) / double(progress.totalBytes));
    if (share != m_share) {
        m_share = share;
        updateTitle();
    }
    if (unfinished != m_badge) {
        m_badge = unfinished;
        qGuiApp->setBadgeNumber(unfinished);
    }
}

void MainWindow::jobEnded(const JobRow &row, const std::vector<NativePath> &changed)
{
    if (row.state == JobState::Failed)
        m_messages->say(Severity::Broken, row.outcome, QString(), QString());
    else
        statusBar()->showMessage(row.outcome.section(u'\n', 0, 0), 8000);
    const bool isLong = row.startedAt && row.endedAt && *row.endedAt - *row.startedAt >= longJobMilliseconds;
    if (isLong && !isActiveWindow())
        tellOnDesktop(*this, row.state == JobState::Done ? tr("A job is done") : tr("A job ended"),
            row.outcome.section(u'\n', 0, 0));
    if (!changed.empty() && !m_session.sources().empty())
        m_session.refresh();
}

bool MainWindow::mayClose()
{
    const int unfinished = m_jobs.running() + m_jobs.waiting();
    if (unfinished == 0)
        return true;
    QMessageBox question(QMessageBox::Question, tr("Jobs are not finished"),
        tr("%n job(s) are not finished. If Fathom is closed now they are cancelled, and what they have begun is "
           "removed.",
            nullptr, unfinished),
        QMessageBox::NoButton, this);
    const QPushButton *close = question.addButton(tr("Cancel the jobs and close"), QMessageBox::DestructiveRole);
    question.setDefaultButton(question.addButton(tr("Stay"), QMessageBox::RejectRole));
    question.exec();
    return question.clickedButton() == close;
}

} // namespace Fathom
