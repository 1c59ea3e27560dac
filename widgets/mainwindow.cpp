// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow.h"

#include "models/details.h"
#include "widgets/chains/chainspage.h"
#include "widgets/common/detailspane.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/sourcestrip.h"
#include "widgets/directories/directoriespage.h"
#include "widgets/images/imagespage.h"
#include "widgets/instances/instancespage.h"
#include "widgets/jobs/jobopener.h"
#include "widgets/jobs/jobspage.h"
#include "widgets/quarantine/quarantinepage.h"
#include "widgets/viewer/textviewer.h"
#include "widgets/window/aboutdialog.h"
#include "widgets/window/estateopener.h"
#include "widgets/window/pageshelf.h"
#include "widgets/window/problemtext.h"
#include "widgets/window/scanprogress.h"
#include "widgets/window/sidebar.h"

#include <QScopedValueRollback>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>

namespace Fathom {

namespace {

/// Selections that follow each other faster than this are a run through a list.
constexpr qint64 lookMilliseconds = 700;

} // namespace

MainWindow::MainWindow(EstateSession &session, JobSession &jobs, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_jobs(jobs)
    , m_opener(new EstateOpener(session, *this))
    , m_jobOpener(new JobOpener(jobs, *this, [this] { return openDirectories(); }))
{
    makeActions();
    makeCentre();
    m_shelf->add<ImagesPage>();
    m_shelf->add<InstancesPage>();
    m_shelf->add<DirectoriesPage>();
    m_shelf->add<ChainsPage>();
    m_shelf->add<JobsPage>(m_jobs);
    m_shelf->add<QuarantinePage>(m_jobs, *m_jobOpener);
    labelPages();
    makeMenus();
    makeToolBar();
    makeStatusBar();
    connectSession();
    connectJobs();
    restore();
    updateTitle();
    updateEstate();
}

MainWindow::~MainWindow() = default;

bool MainWindow::showPage(const QString &id)
{
    Page *page = m_shelf->pageById(id);
    if (!page)
        return false;
    switchTo(*page);
    m_history.visit({id, QString()});
    showHighlighted(*page);
    updateActions();
    return true;
}

void MainWindow::goTo(const QString &key)
{
    const std::vector<Place> places = placesOf(*m_session.estate(), key);
    if (places.empty()) {
        // Details may still know it: the host of a base, a disk that no page lists.
        showDetails(key);
        statusBar()->showMessage(tr("No page shows this."), 4000);
        return;
    }
    m_history.visit(places.front());
    lookAt(places.front());
}

Page &MainWindow::currentPage() const
{
    return m_shelf->currentPage();
}

QList<Page *> MainWindow::pages() const
{
    for (int i = 0; i < int(m_shelf->labels().size()); ++i)
        m_shelf->page(i);
    return m_shelf->madePages();
}

QList<QDialog *> MainWindow::makeDialogs()
{
    QList<QDialog *> dialogs{new AboutDialog(this), new ShortcutsDialog(this)};
    const Estate &estate = *m_session.estate();
    dialogs << m_jobOpener->makeDialogs(estate.images.empty() ? NativePath() : estate.images.front().path,
        estate.instances.empty() ? NativePath() : estate.instances.front().path,
        estate.quarantined.empty() ? NativePath() : estate.quarantined.front().thing.entry);
    for (const EstateInstance &instance : m_session.estate()->instances) {
        const std::vector<ViewableText> texts = viewableTexts(*m_session.estate(), instance.key);
        if (texts.empty())
            continue;
        auto *viewer = new TextViewer(texts.front(), this);
        viewer->showResult(loadText(texts.front())); // a picture cannot wait
        return dialogs << viewer;
    }
    return dialogs;
}

void MainWindow::switchTo(Page &page)
{
    if (m_stale.removeOne(&page)) {
        const QScopedValueRollback travelling(m_travelling, true);
        page.setEstate(m_session.estate());
    }
    m_shelf->setCurrentWidget(&page);
    m_sideBar->choose(m_shelf->indexOf(page.id()));
}

void MainWindow::lookAt(const Place &place)
{
    Page *page = m_shelf->pageById(place.pageId);
    if (!page)
        return;
    const QScopedValueRollback travelling(m_travelling, true);
    switchTo(*page);
    if (!place.key.isEmpty()) {
        if (!page->select(place.key))
            statusBar()->showMessage(tr("%1 does not show this.", "a page").arg(page->label().title), 4000);
        showDetails(place.key);
    } else {
        showHighlighted(*page);
    }
    if (!m_sideBar->hasFocus())
        page->focusContent();
    m_selectedOn.clear();
    updateActions();
}

void MainWindow::pageSelected(Page &page, const QString &key)
{
    if (m_travelling || &page != &currentPage()) {
        page.setDetailsKey(m_details->key()); // it was nobody's choice
        return;
    }
    const Place place{page.id(), key};
    const auto present = m_history.present();
    const bool running =
        m_selectedOn == page.id() && m_sinceSelected.isValid() && m_sinceSelected.elapsed() < lookMilliseconds;
    // The bare page was only the way to the thing on it.
    const bool onTheWay = present && present->pageId == page.id() && present->key.isEmpty();
    if (running || onTheWay)
        m_history.replace(place);
    else
        m_history.visit(place);
    m_selectedOn = page.id();
    m_sinceSelected.start();
    showDetails(key);
    updateActions();
}

void MainWindow::pageActivated(Page &page, const QString &key)
{
    const std::vector<Place> places = placesOf(*m_session.estate(), key);
    // Where it is at home, or, from there, to the next place that shows it.
    const auto elsewhere =
        std::ranges::find_if(places, [&page](const Place &place) { return place.pageId != page.id(); });
    if (elsewhere == places.end())
        return;
    m_history.visit(*elsewhere);
    lookAt(*elsewhere);
}

void MainWindow::showDetails(const QString &key)
{
    if (const JobRow *job = m_jobs.row(key)) {
        m_details->tell(key, detailsOf(*job), {});
        m_jobs.wantLog(key);
        return;
    }
    const Details details = detailsOf(*m_session.estate(), key);
    if (details.title.isEmpty()) {
        m_details->clear();
        return;
    }
    std::vector<DetailsPane::PlaceButton> buttons;
    for (const Place &place : placesOf(*m_session.estate(), key)) {
        if (const PageLabel *label = m_shelf->labelOf(place.pageId))
            buttons.push_back({place, label->title, label->iconName});
    }
    m_details->tell(key, details, buttons, viewableTexts(*m_session.estate(), key));
}

void MainWindow::showHighlighted(const Page &page)
{
    // A page with nothing highlighted leaves standing what was looked at elsewhere.
    if (const QString key = page.currentKey(); !key.isEmpty())
        showDetails(key);
}

void MainWindow::updateEstate()
{
    const EstatePtr &estate = m_session.estate();
    m_stale = m_shelf->madePages();
    {
        // What rows' coming and going does to a selection is nobody's choice.
        const QScopedValueRollback travelling(m_travelling, true);
        m_stale.removeOne(&currentPage());
        currentPage().setEstate(estate);
    }
    m_sources->setEstate(estate);
    const ProblemText problems = problemText(*estate);
    if (problems.sentence.isEmpty())
        m_messages->clear(MessageBar::Speaker::Sources);
    else
        m_messages->say(
            problems.severity, problems.sentence, problems.hint, problems.details, MessageBar::Speaker::Sources);
    if (!m_details->key().isEmpty())
        showDetails(m_details->key());
}

} // namespace Fathom
