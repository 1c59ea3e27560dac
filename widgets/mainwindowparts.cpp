// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window is made of; what it does is in mainwindow.cpp.
#include "widgets/mainwindow.h"

#include "widgets/common/detailspane.h"
#include "widgets/common/literaltext.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/sourcestrip.h"
#include "widgets/common/theme.h"
#include "widgets/common/themedicon.h"
#include "widgets/viewer/textviewer.h"
#include "widgets/window/aboutdialog.h"
#include "widgets/window/estateopener.h"
#include "widgets/window/pageshelf.h"
#include "widgets/window/scanprogress.h"
#include "widgets/window/sidebar.h"

#include <QActionGroup>
#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QLabel>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QToolButton>

namespace Fathom {

namespace {

QKeySequence pageKey(int index)
{
    return QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + index));
}

} // namespace

void MainWindow::makeActions()
{
    const auto action = [this](const char *icon, const QString &text, const QList<QKeySequence> &keys) {
        auto *made = new QAction(themedIcon(QString::fromLatin1(icon)), text, this);
        made->setShortcuts(keys);
        return made;
    };
    m_back = action("back", tr("&Back"), {QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::Key_Back)});
    m_forward =
        action("forward", tr("&Forward"), {QKeySequence(Qt::ALT | Qt::Key_Right), QKeySequence(Qt::Key_Forward)});
    m_gotoAction = action("search", tr("&Go to…"), {QKeySequence(Qt::CTRL | Qt::Key_K)});
    m_refresh = action("refresh", tr("&Refresh"), {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)});
    m_cancel = action("cancel", tr("&Cancel"), {QKeySequence(Qt::Key_Escape)});
    m_showDetails = action("details", tr("&Details pane"), {QKeySequence(Qt::Key_F9)});
    m_back->setToolTip(tr("Back to what was looked at before (Alt+Left)"));
    m_forward->setToolTip(tr("Forward again (Alt+Right)"));
    m_refresh->setToolTip(tr("Read all sources again (F5)"));
    m_cancel->setToolTip(tr("Stop reading (Esc); what was read stays"));
    m_live = new QAction(tr("&Keep up to date"), this);
    m_live->setCheckable(true);
    m_live->setToolTip(tr("Read a directory again as soon as it changes, and everything every few minutes"));
    m_live->setStatusTip(m_live->toolTip());
    m_showDetails->setCheckable(true);
    m_showDetails->setChecked(true);
    connect(m_back, &QAction::triggered, this, [this] {
        if (const auto place = m_history.back())
            lookAt(*place);
    });
    connect(m_forward, &QAction::triggered, this, [this] {
        if (const auto place = m_history.forward())
            lookAt(*place);
    });
    connect(m_refresh, &QAction::triggered, &m_session, &EstateSession::refresh);
    connect(m_cancel, &QAction::triggered, &m_session, &EstateSession::cancel);
    connect(m_live, &QAction::toggled, &m_session, &EstateSession::setLive);
}

void MainWindow::makeCentre()
{
    m_sideBar = new SideBar;
    m_shelf = new PageShelf;
    m_messages = new MessageBar;
    m_details = new DetailsPane;
    m_splitter = new QSplitter;
    auto *middle = new QWidget;
    auto *middleLayout = new QVBoxLayout(middle);
    middleLayout->setContentsMargins(0, 0, 0, 0);
    middleLayout->setSpacing(0);
    middleLayout->addWidget(m_messages);
    middleLayout->addWidget(m_shelf, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(middle);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({800, 318});
    auto *centre = new QWidget;
    auto *layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sideBar);
    layout->addWidget(m_splitter, 1);
    setCentralWidget(centre);

    connect(m_showDetails, &QAction::toggled, m_details, &QWidget::setVisible);
    connect(m_details, &DetailsPane::linkActivated, this, &MainWindow::goTo);
    connect(m_details, &DetailsPane::keyChanged, this, [this](const QString &key) {
        for (Page *page : m_shelf->madePages())
            page->setDetailsKey(key);
    });
    connect(m_details, &DetailsPane::textWanted, this, [this](const ViewableText &text) {
        auto *viewer = new TextViewer(text, this);
        viewer->setAttribute(Qt::WA_DeleteOnClose);
        viewer->load();
        viewer->show();
    });
    connect(m_details, &DetailsPane::placeWanted, this, [this](const Place &place) {
        m_history.visit(place);
        lookAt(place);
    });
    connect(
        m_sideBar, &SideBar::chosen, this, [this](int row) { showPage(m_shelf->labels().at(std::size_t(row)).id); });
    connect(m_shelf, &PageShelf::made, this, &MainWindow::pageMade);
}

void MainWindow::labelPages()
{
    for (const PageLabel &label : m_shelf->labels())
        m_sideBar->addPage(label.iconName, label.title,
            tr("%1 (%2)", "a page and its key")
                .arg(label.title, pageKey(m_shelf->indexOf(label.id)).toString(QKeySequence::NativeText)));
}

void MainWindow::pageMade(Page &page)
{
    m_stale << &page;
    page.setScanning(m_session.scanning());
    page.setDetailsKey(m_details->key());
    connect(&page, &Page::selected, this, [this, &page](const QString &thing) { pageSelected(page, thing); });
    connect(&page, &Page::activated, this, [this, &page](const QString &thing) { pageActivated(page, thing); });
    connect(&page, &Page::told, this, [this](Severity severity, const QString &sentence) {
        if (severity == Severity::None)
            statusBar()->showMessage(sentence, 6000);
        else
            m_messages->say(severity, sentence, QString(), QString());
    });
    connect(&page, &Page::menuOpens, this, &MainWindow::fillFileMenu);
    connect(&page, &Page::openWanted, m_opener, &EstateOpener::open);
}

void MainWindow::makeMenus()
{
    QMenu *estate = menuBar()->addMenu(tr("&Estate"));
    m_opener->fillOpenMenu(*estate->addMenu(themedIcon(QStringLiteral("open")), tr("&Open")));
    m_opener->fillAddMenu(*estate->addMenu(tr("&Add to what is open")));
    estate->addSeparator();
    estate->addActions({m_refresh, m_cancel, m_live});
    estate->addSeparator();
    QAction *quit = estate->addAction(tr("&Quit"));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, &QWidget::close);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (const PageLabel &label : m_shelf->labels()) {
        QAction *show = view->addAction(themedIcon(label.iconName), label.title);
        show->setShortcut(pageKey(m_shelf->indexOf(label.id)));
        connect(show, &QAction::triggered, this, [this, id = label.id] {
            showPage(id);
            currentPage().focusContent();
        });
    }
    view->addSeparator();
    QAction *filter = view->addAction(themedIcon(QStringLiteral("search")), tr("&Filter"));
    filter->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    connect(filter, &QAction::triggered, this, [this] { currentPage().focusFilter(); });
    view->addAction(m_showDetails);
    view->addSeparator();
    QMenu *themes = view->addMenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    const Theme saved = savedTheme();
    const auto theme = [&](const QString &text, Theme value) {
        QAction *choose = themes->addAction(text);
        choose->setCheckable(true);
        choose->setChecked(saved == value);
        group->addAction(choose);
        connect(choose, &QAction::triggered, this, [value] {
            saveTheme(value);
            applyTheme(*qApp, value);
        });
    };
    theme(tr("As the &system"), Theme::System);
    theme(tr("&Light"), Theme::Light);
    theme(tr("&Dark"), Theme::Dark);

    QMenu *go = menuBar()->addMenu(tr("&Go"));
    go->addAction(m_gotoAction);
    go->addSeparator();
    go->addActions({m_back, m_forward});

    makeJobsMenu();

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    const auto dialog = [this, help](const QString &text, const QKeySequence &key, auto make) {
        QAction *show = help->addAction(text);
        show->setShortcut(key);
        connect(show, &QAction::triggered, this, [make] {
            QDialog *made = make();
            made->setAttribute(Qt::WA_DeleteOnClose);
            made->open();
        });
    };
    dialog(tr("&Keyboard shortcuts"), QKeySequence(Qt::Key_F1), [this] { return new ShortcutsDialog(this); });
    dialog(tr("&About Fathom"), {}, [this] { return new AboutDialog(this); });
}

void MainWindow::makeStatusBar()
{
    m_sources = new SourceStrip;
    m_progress = new ScanProgress(*m_cancel);
    m_progress->hide();
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_sources, 1);
    statusBar()->addPermanentWidget(m_progress);
    connect(m_sources, &SourceStrip::activated, this, &MainWindow::goTo);
}

void MainWindow::connectSession()
{
    connect(&m_session, &EstateSession::titleChanged, this, [this] {
        // Another estate: what was looked at in the old one leads nowhere.
        m_history.clear();
        m_details->clear();
        m_messages->clear();
        updateTitle();
        updateActions();
    });
    connect(&m_session, &EstateSession::estateChanged, this, [this] { updateEstate(); });
    connect(&m_session, &EstateSession::progressChanged, m_progress, &ScanProgress::tell);
    const auto scanning = [this](bool on) {
        m_progress->tell(m_session.progress());
        m_progress->setVisible(on);
        for (Page *page : m_shelf->madePages())
            page->setScanning(on);
        updateActions();
    };
    connect(&m_session, &EstateSession::scanningChanged, this, scanning);
    scanning(m_session.scanning());
    connect(m_opener, &EstateOpener::openRequested, this, &MainWindow::openRequested);
    connect(m_opener, &EstateOpener::demoRequested, this, &MainWindow::demoRequested);
    connect(m_opener, &EstateOpener::nothingToOpen, this, [this](const QString &sentence, const QString &hint) {
        m_messages->say(Severity::Note, sentence, hint, QString());
    });
}

void MainWindow::updateTitle()
{
    const QString title = m_session.title().isEmpty() ? tr("Open an estate") : m_session.title();
    m_title->setText(literalText(m_title->fontMetrics().elidedText(title, Qt::ElideMiddle, 420)));
    m_title->setAccessibleName(title);
    const QString plain = m_session.title().isEmpty() ? tr("Fathom") : tr("%1 – Fathom").arg(m_session.title());
    setWindowTitle(m_share.isEmpty() ? plain : tr("%1 – %2", "17 %; the usual title").arg(m_share, plain));
}

void MainWindow::updateActions()
{
    m_back->setEnabled(m_history.canGoBack());
    m_forward->setEnabled(m_history.canGoForward());
    m_refresh->setEnabled(!m_session.sources().empty());
    m_cancel->setEnabled(m_session.scanning());
}

void MainWindow::restore()
{
    setWindowIcon(programIcon());
    resize(1280, 800);
    QSettings settings;
    settings.beginGroup(QStringLiteral("window"));
    restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    m_splitter->restoreState(settings.value(QStringLiteral("splitter")).toByteArray());
    m_showDetails->setChecked(settings.value(QStringLiteral("details"), true).toBool());
    m_live->setChecked(settings.value(QStringLiteral("live"), true).toBool());
    const PageLabel *last = m_shelf->labelOf(settings.value(QStringLiteral("page")).toString());
    showPage(last ? last->id : m_shelf->labels().front().id);
}

void MainWindow::save() const
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("window"));
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    settings.setValue(QStringLiteral("splitter"), m_splitter->saveState());
    settings.setValue(QStringLiteral("details"), m_showDetails->isChecked());
    settings.setValue(QStringLiteral("live"), m_live->isChecked());
    settings.setValue(QStringLiteral("page"), currentPage().id());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayClose())
        return event->ignore();
    save();
    QMainWindow::closeEvent(event);
}

} // namespace Fathom
