// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/estatesession.h"
#include "models/jobsession.h"
#include "widgets/common/history.h"
#include "widgets/common/page.h"

#include <QElapsedTimer>
#include <QMainWindow>

class QLabel;
class QMenu;
class QSplitter;
class QToolButton;

namespace Fathom {

class DetailsPane;
class EstateOpener;
class GotoBox;
class JobOpener;
class JobStrip;
class MessageBar;
class PageShelf;
class ScanProgress;
class SideBar;
class SourceStrip;

/// The window: pages on the left, what is selected told on the right, the sources below. It knows where keys lead and
/// remembers what was looked at; pages know nothing of each other.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(EstateSession &session, JobSession &jobs, QWidget *parent = nullptr);
    ~MainWindow() override;

    bool showPage(const QString &id); ///< false: there is none
    /// Goes to where the thing is at home and shows its details.
    void goTo(const QString &key);
    QList<Page *> pages() const; ///< all of them, made if they were not
    Page &currentPage() const;

    DetailsPane &details() const { return *m_details; }
    MessageBar &messageBar() const { return *m_messages; }
    SourceStrip &sourceStrip() const { return *m_sources; }
    EstateOpener &opener() const { return *m_opener; }
    GotoBox &gotoBox() const { return *m_goto; }

    QAction *backAction() const { return m_back; }
    QAction *forwardAction() const { return m_forward; }
    QAction *refreshAction() const { return m_refresh; }
    QAction *cancelAction() const { return m_cancel; }
    QAction *liveAction() const { return m_live; }

    /// Every dialog of the window, made anew, for the tour. The caller owns them.
    QList<QDialog *> makeDialogs();

signals:
    void openRequested(const Fathom::EstateSources &sources, const QString &title);
    void demoRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void labelPages();
    void pageMade(Page &page);
    void makeCentre();
    void makeActions();
    void makeMenus();
    void makeToolBar();
    void makeGoto();
    void makeStatusBar();
    void connectSession();
    void connectJobs();
    void makeJobsMenu();
    void fillFileMenu(QMenu &menu, const QModelIndex &row);
    std::vector<NativePath> openDirectories() const; ///< in which something may stand on a file
    void tellTaskBar(); ///< how many jobs there are, and how far the first one is
    void jobEnded(const JobRow &row, const std::vector<NativePath> &changed);
    bool mayClose(); ///< asks when jobs are not finished
    void restore();
    void save() const;

    void switchTo(Page &page);
    void lookAt(const Place &place);
    void pageSelected(Page &page, const QString &key);
    void pageActivated(Page &page, const QString &key);
    void showDetails(const QString &key);
    void showHighlighted(const Page &page); ///< so that what is highlighted and what the details tell agree
    void updateEstate();
    void updateTitle();
    void updateActions();
    QStringList recentKeys() const; ///< what was looked at, the latest first

    EstateSession &m_session;
    JobSession &m_jobs;
    EstateOpener *m_opener;
    JobOpener *m_jobOpener;
    QString m_share; ///< of the first running job that is done, as the title tells it
    int m_badge = 0; ///< on the task bar
    JobStrip *m_jobStrip = nullptr; ///< null: no job was begun yet
    QList<Page *> m_stale; ///< pages that have not heard of the present snapshot, because nobody looks at them
    History m_history;
    QElapsedTimer m_sinceSelected;
    QString m_selectedOn; ///< page of the last selection, for telling a run through a list from a choice
    bool m_travelling = false; ///< selections come from going somewhere, not from the user

    SideBar *m_sideBar;
    PageShelf *m_shelf;
    QSplitter *m_splitter;
    DetailsPane *m_details;
    MessageBar *m_messages;
    SourceStrip *m_sources;
    ScanProgress *m_progress = nullptr;
    GotoBox *m_goto = nullptr;
    QToolButton *m_title = nullptr;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    QAction *m_gotoAction = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_showDetails = nullptr;
    QAction *m_live = nullptr;
};

} // namespace Fathom
