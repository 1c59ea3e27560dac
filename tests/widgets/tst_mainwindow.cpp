// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobs/stagejob.h"
#include "models/directorymodel.h"
#include "widgets/chains/chainnodeitem.h"
#include "widgets/chains/chainscene.h"
#include "widgets/chains/chainspage.h"
#include "widgets/chains/chainview.h"
#include "widgets/common/detailspane.h"
#include "widgets/common/filterline.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/rowview.h"
#include "widgets/common/sourcestrip.h"
#include "widgets/common/tablemenus.h"
#include "widgets/common/tablepage.h"
#include "widgets/jobs/convertdialog.h"
#include "widgets/jobs/formatbox.h"
#include "widgets/jobs/jobstrip.h"
#include "widgets/mainwindow.h"
#include "widgets/sampleestate.h"
#include "widgets/teststart.h"
#include "widgets/viewer/textviewer.h"
#include "widgets/window/estateopener.h"

#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace Fathom;
using namespace Fathom::Tests;

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void pagesByKeyboard();
    void goesWhereAKeyIsAtHome();
    void aPageIsMadeWhenItIsLookedAt();
    void backAndForward();
    void aRunThroughAListLeavesOneTrace();
    void detailsFollowAndLink();
    void showInOtherPages();
    void clickBringsTheDetailsBack();
    void clickInThePictureTellsTheLayer();
    void messagesOutliveSnapshots();
    void viewsTexts();
    void activationLeadsOn();
    void aFilesMenuBeginsJobs();
    void runningJobsAreTold();
    void aJobsDetailsAreTold();
    void refreshKeepsSelection();
    void escCancelsButFirstClearsTheFilter();
    void failedSourceIsTold();
    void sourcesTellTheirAge();
    void opensByChoice();
    void thisMachineIsOpenedWhenThereIsAnything();
    void settingsSurvive();
    void everyControlHasAName();
    void pictures();

private:
    void open();
    QString currentKey() const { return m_window->details().key(); }
    TablePage &table(int page) const { return *qobject_cast<TablePage *>(m_window->pages().at(page)); }

    std::unique_ptr<SampleEstate> m_sample;
    std::unique_ptr<EstateSession> m_session;
    std::unique_ptr<JobSession> m_jobs;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    startWidgetTest();
    m_sample = std::make_unique<SampleEstate>();
    QVERIFY2(m_sample->good(), "qemu-img is needed (package qemu-utils)");
}

void TestMainWindow::init()
{
    QSettings().clear();
    m_session = std::make_unique<EstateSession>();
    m_jobs = newJobSession(true);
    m_window = std::make_unique<MainWindow>(*m_session, *m_jobs);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_jobs.reset();
    m_session.reset();
}

void TestMainWindow::open()
{
    m_session->open(m_sample->sources(), QStringLiteral("Sample"));
    QTRY_VERIFY(!m_session->scanning() && m_session->estate()->complete);
}

void TestMainWindow::pagesByKeyboard()
{
    open();
    const QStringList ids{
        QStringLiteral("images"), QStringLiteral("instances"), QStringLiteral("directories"), QStringLiteral("chains")};
    for (int i = 0; i < ids.size(); ++i) {
        QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + i), Qt::AltModifier);
        QCOMPARE(m_window->currentPage().id(), ids[i]);
    }
    auto *sideBar = m_window->findChild<QListWidget *>();
    QVERIFY(sideBar);
    sideBar->setFocus();
    QTest::keyClick(sideBar, Qt::Key_Up);
    QCOMPARE(m_window->currentPage().id(), ids[2]);
    QTest::keyClick(sideBar, Qt::Key_Down);
    QCOMPARE(m_window->currentPage().id(), ids[3]);
}

void TestMainWindow::goesWhereAKeyIsAtHome()
{
    open();
    const QString image = m_sample->imageKeyOf(SampleEstate::imageA);
    m_window->goTo(image);
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("images"));
    QCOMPARE(currentKey(), image);
    QCOMPARE(table(0).view().currentIndex().data(KeyRole).toString(), image);

    const QString instance = m_sample->instanceKeyOf(SampleEstate::gamma);
    m_window->goTo(instance);
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("instances"));
    QCOMPARE(table(1).view().currentIndex().data(KeyRole).toString(), instance);

    m_window->goTo(pathKey(m_sample->instancePath(SampleEstate::beta) + "/disk"));
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("directories"));
    QCOMPARE(table(2).view().currentIndex().data(Qt::DisplayRole).toString(), QStringLiteral("disk"));

    m_window->goTo(baseKey(m_sample->basePath()));
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("chains"));
    const auto *chains = qobject_cast<ChainsPage *>(&m_window->currentPage());
    QVERIFY(chains->scene().selectedNode());

    m_window->goTo(QStringLiteral("image:/nowhere/at/all"));
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("chains"));
}

void TestMainWindow::aPageIsMadeWhenItIsLookedAt()
{
    open();
    QCOMPARE(m_window->findChildren<Page *>().size(), 1);
    m_window->goTo(m_sample->imageKeyOf(SampleEstate::imageA)); // its details have a button for the chains
    QCOMPARE(m_window->findChildren<Page *>().size(), 1);
    QVERIFY(m_window->showPage(QStringLiteral("instances")));
    QCOMPARE(m_window->findChildren<Page *>().size(), 2);
    // It knows at once what the others were told.
    QVERIFY(table(1).view().model()->rowCount() > 0);
    QVERIFY(!m_window->showPage(QStringLiteral("unheard-of")));
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("instances"));
}

void TestMainWindow::backAndForward()
{
    open();
    QVERIFY(!m_window->forwardAction()->isEnabled());
    const QString image = m_sample->imageKeyOf(SampleEstate::imageA);
    const QString instance = m_sample->instanceKeyOf(SampleEstate::alpha);
    m_window->goTo(image);
    m_window->goTo(instance);
    m_window->showPage(QStringLiteral("chains"));
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(currentKey(), instance);
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("instances"));
    m_window->backAction()->trigger();
    QCOMPARE(currentKey(), image);
    QVERIFY(m_window->forwardAction()->isEnabled());
    m_window->forwardAction()->trigger();
    QCOMPARE(currentKey(), instance);
    // Going somewhere else forgets what lay ahead.
    m_window->goTo(image);
    QVERIFY(!m_window->forwardAction()->isEnabled());
}

void TestMainWindow::aRunThroughAListLeavesOneTrace()
{
    open();
    m_window->showPage(QStringLiteral("directories"));
    m_window->goTo(m_sample->imageKeyOf(SampleEstate::imageA));
    QTreeView &view = table(0).view();
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_End);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Down);
    m_window->backAction()->trigger();
    QCOMPARE(currentKey(), m_sample->imageKeyOf(SampleEstate::imageA));
    m_window->backAction()->trigger();
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("directories"));
}

void TestMainWindow::detailsFollowAndLink()
{
    open();
    m_window->goTo(m_sample->imageKeyOf(SampleEstate::imageA));
    QVERIFY(m_window->details().titleShown().contains(SampleEstate::imageA));
    // The image is used by alpha; its link leads there.
    const QString instance = m_sample->instanceKeyOf(SampleEstate::alpha);
    emit m_window->details().body().anchorClicked(
        QUrl(QStringLiteral("key:") + QString::fromLatin1(QUrl::toPercentEncoding(instance))));
    QCOMPARE(currentKey(), instance);
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("instances"));
    QVERIFY(m_window->details().body().toPlainText().contains(SampleEstate::alpha));
    m_window->details().copyAll();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("web-alpha")));
}

void TestMainWindow::showInOtherPages()
{
    open();
    m_window->goTo(m_sample->instanceKeyOf(SampleEstate::alpha));
    const auto findButton = [this]() -> QToolButton * {
        for (auto *button : m_window->details().findChildren<QToolButton *>()) {
            if (button->isVisible() && button->text() == m_window->pages().at(2)->label().title)
                return button;
        }
        return nullptr;
    };
    QTRY_VERIFY(findButton());
    QToolButton *toDirectories = findButton();
    QTest::mouseClick(toDirectories, Qt::LeftButton);
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("directories"));
    QCOMPARE(currentKey(), pathKey(m_sample->instancePath(SampleEstate::alpha)));
}

void TestMainWindow::clickBringsTheDetailsBack()
{
    open();
    const QString image = m_sample->imageKeyOf(SampleEstate::imageA);
    const QString instance = m_sample->instanceKeyOf(SampleEstate::alpha);
    m_window->showPage(QStringLiteral("images"));
    QTreeView &view = table(0).view();
    const auto clickImage = [&] {
        const QModelIndex row = view.currentIndex();
        QCOMPARE(row.data(KeyRole).toString(), image);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(row).center());
    };
    m_window->goTo(image);
    // A link that no page shows leads the details elsewhere while the row stays highlighted.
    emit m_window->details().linkActivated(
        QStringLiteral("disk:") + plainText(joinPath(m_sample->instancePath(SampleEstate::alpha), "disk")));
    m_window->showPage(QStringLiteral("images"));
    QCOMPARE(currentKey(), image); // what is highlighted and what is told agree
    m_window->details().clear();
    clickImage();
    QCOMPARE(currentKey(), image);
    QVERIFY(m_window->details().titleShown().contains(SampleEstate::imageA));
    // By the keyboard, too.
    m_window->details().clear();
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(currentKey(), image);

    // After the way back to a page that was only passed.
    m_window->goTo(instance);
    m_window->showPage(QStringLiteral("directories"));
    m_window->goTo(image);
    m_window->backAction()->trigger();
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("directories"));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
    QCOMPARE(currentKey(), image);

    // After a refresh that took the selected thing away, whatever row is current then can be clicked.
    const QString added = QStringLiteral("11111111-5555-4555-8555-555555555555");
    m_sample->addInstance("compute1", added, QStringLiteral("web-new"), baseNameOfImage(SampleEstate::imageA));
    m_session->refresh();
    QTRY_VERIFY(!m_session->scanning() && m_session->estate()->instances.size() == 5);
    m_window->goTo(m_sample->instanceKeyOf(added));
    m_sample->removeInstance(added);
    m_session->refresh();
    QTRY_VERIFY(!m_session->scanning() && m_session->estate()->instances.size() == 4);
    QVERIFY(currentKey().isEmpty());
    QTreeView &instances = table(1).view();
    const QModelIndex left = instances.currentIndex();
    QVERIFY(left.isValid());
    QTest::mouseClick(instances.viewport(), Qt::LeftButton, {}, instances.visualRect(left).center());
    QCOMPARE(currentKey(), left.data(KeyRole).toString());
}

void TestMainWindow::clickInThePictureTellsTheLayer()
{
    open();
    m_window->goTo(baseKey(m_sample->basePath()));
    auto *chains = qobject_cast<ChainsPage *>(&m_window->currentPage());
    QVERIFY(chains);
    const auto click = [&](const QString &key) {
        ChainNodeItem *item = chains->scene().nodeItem(key);
        chains->view().centerOn(item);
        QTest::mouseClick(chains->view().viewport(), Qt::LeftButton, {},
            chains->view().mapFromScene(item->sceneBoundingRect().center()));
    };
    // Every layer, one that is not there, too.
    for (const ChainNode &node : m_session->estate()->chains.nodes()) {
        click(node.key);
        QCOMPARE(currentKey(), node.key);
        QVERIFY(!m_window->details().titleShown().isEmpty());
    }
    const QString last = currentKey();
    m_window->details().clear();
    click(last);
    QCOMPARE(currentKey(), last);
    m_window->details().clear();
    chains->view().setFocus();
    QTest::keyClick(&chains->view(), Qt::Key_Space);
    QCOMPARE(currentKey(), last);
}

void TestMainWindow::messagesOutliveSnapshots()
{
    open();
    m_window->messageBar().say(Severity::Warning, QStringLiteral("The export was not written"), {}, {});
    m_session->refresh();
    QTRY_VERIFY(!m_session->scanning());
    QCOMPARE(m_window->messageBar().sentenceShown(), QStringLiteral("The export was not written"));
}

void TestMainWindow::viewsTexts()
{
    open();
    m_window->goTo(m_sample->instanceKeyOf(SampleEstate::alpha));
    QToolButton *toXml = nullptr;
    for (auto *button : m_window->details().findChildren<QToolButton *>()) {
        if (button->text() == u"libvirt.xml")
            toXml = button;
    }
    QVERIFY(toXml);
    QTRY_VERIFY(toXml->isVisible());
    QTest::mouseClick(toXml, Qt::LeftButton);
    auto *viewer = m_window->findChild<TextViewer *>();
    QVERIFY(viewer && viewer->isVisible());
    QTRY_VERIFY(viewer->textShown().contains(SampleEstate::alpha));
    QTest::keyClick(viewer, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<TextViewer *>());
    m_window->goTo(m_sample->imageKeyOf(SampleEstate::imageA));
    QTRY_VERIFY(m_window->details().findChildren<QToolButton *>().size() < 8);
}

void TestMainWindow::aFilesMenuBeginsJobs()
{
    open();
    const auto jobsOf = [](QMenu &menu) -> QMenu * {
        for (const QAction *action : menu.actions())
            if (action->text() == u"Jobs")
                return action->menu();
        return nullptr;
    };
    const NativePath disk = m_sample->instancePath(SampleEstate::alpha) + "/disk";
    m_window->showPage(QStringLiteral("directories"));
    QVERIFY(table(2).select(pathKey(disk)));
    QMenu menu;
    table(2).menus().fillContextMenu(menu, table(2).view().currentIndex());
    QVERIFY(jobsOf(menu));
    jobsOf(menu)->actions().front()->trigger();
    auto *dialog = m_window->findChild<ConvertDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->sourceEdit().text(), QString::fromUtf8(disk));
    QCOMPARE(dialog->formatBox().declared(), ImageFormat::Qcow2); // as disk.info says
    dialog->reject();
    // A directory is no image; an instance's is recovered or moved away as a whole.
    QVERIFY(table(2).select(pathKey(parentPath(m_sample->basePath()))));
    QMenu other;
    table(2).menus().fillContextMenu(other, table(2).view().currentIndex());
    QVERIFY(!jobsOf(other));
    QVERIFY(table(2).select(pathKey(m_sample->instancePath(SampleEstate::alpha))));
    QMenu instance;
    table(2).menus().fillContextMenu(instance, table(2).view().currentIndex());
    QVERIFY(jobsOf(instance));
    QCOMPARE(jobsOf(instance)->actions().size(), 2);
}

void TestMainWindow::runningJobsAreTold()
{
    Stage stage;
    QVERIFY(!m_window->findChild<JobStrip *>());
    m_jobs->setUnlocked(true);
    QVERIFY(m_jobs->add(std::make_shared<StageJob>(stage, QStringLiteral("a"))));
    QTRY_VERIFY(m_window->findChild<JobStrip *>() && m_window->findChild<JobStrip *>()->isVisible());
    m_window->findChild<JobStrip *>()->findChild<QToolButton *>()->click();
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("jobs"));
    // The task bar shows the title.
    QTRY_VERIFY(m_window->windowTitle().startsWith(QStringLiteral("50 % – ")));
    stage.letGo(QStringLiteral("a"));
    QTRY_VERIFY(!m_window->findChild<JobStrip *>()->isVisible());
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Fathom"));
    QCOMPARE(m_window->statusBar()->currentMessage(), QStringLiteral("did a"));
}

void TestMainWindow::aJobsDetailsAreTold()
{
    m_window->showPage(QStringLiteral("jobs"));
    QTRY_VERIFY(table(4).select(QStringLiteral("job:1")));
    QCOMPARE(m_window->details().titleShown(), QStringLiteral("disk.vmdk → disk.qcow2 (qcow2)"));
    QVERIFY(m_window->details().body().toPlainText().contains(QStringLiteral("fathomctl convert")));
}

void TestMainWindow::activationLeadsOn()
{
    open();
    m_window->goTo(m_sample->instanceKeyOf(SampleEstate::alpha));
    QTreeView &view = table(1).view();
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("chains"));
    auto *chains = qobject_cast<ChainsPage *>(&m_window->currentPage());
    // And from the picture back to the instance.
    emit chains->scene().nodeActivated(m_sample->instanceKeyOf(SampleEstate::alpha));
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("instances"));
}

void TestMainWindow::refreshKeepsSelection()
{
    open();
    const QString key = m_sample->instanceKeyOf(SampleEstate::delta);
    m_window->goTo(key);
    const QString added = QStringLiteral("11111111-5555-4555-8555-555555555555");
    m_sample->addInstance("compute1", added, QStringLiteral("web-new"), baseNameOfImage(SampleEstate::imageA));
    QSignalSpy estates(m_session.get(), &EstateSession::estateChanged);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_VERIFY(!estates.isEmpty() && !m_session->scanning() && m_session->estate()->complete);
    QCOMPARE(int(m_session->estate()->instances.size()), 5);
    QCOMPARE(table(1).view().currentIndex().data(KeyRole).toString(), key);
    QVERIFY(table(1).view().selectionModel()->isRowSelected(
        table(1).view().currentIndex().row(), table(1).view().currentIndex().parent()));
    QCOMPARE(currentKey(), key);
    m_sample->removeInstance(added);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_VERIFY(!m_session->scanning() && m_session->estate()->instances.size() == 4);
    QCOMPARE(table(1).view().currentIndex().data(KeyRole).toString(), key);
}

void TestMainWindow::escCancelsButFirstClearsTheFilter()
{
    open();
    m_window->showPage(QStringLiteral("images"));
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    FilterLine &line = table(0).filterLine();
    QVERIFY(line.hasFocus());
    QTest::keyClicks(&line, QStringLiteral("4ef781"));
    QTRY_COMPARE(table(0).view().model()->rowCount(), 1);
    QTest::keyClick(&line, Qt::Key_Escape);
    QCOMPARE(table(0).view().model()->rowCount(), 3);
    QVERIFY(!m_window->cancelAction()->isEnabled());
    QTest::keyClick(&line, Qt::Key_Escape);
    QVERIFY(table(0).view().hasFocus());
    m_session->refresh();
    QVERIFY(m_window->cancelAction()->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QTRY_VERIFY(!m_session->scanning());
}

void TestMainWindow::failedSourceIsTold()
{
    EstateSources sources = m_sample->sources();
    sources.imageDirectories.push_back(m_sample->root() + "/not-there");
    m_session->open(sources, QStringLiteral("With a hole"));
    QTRY_VERIFY(!m_session->scanning() && !m_session->estate()->sources.empty());
    QTRY_VERIFY(!m_window->messageBar().isHidden());
    QVERIFY2(m_window->messageBar().sentenceShown().contains(QStringLiteral("not-there")),
        qPrintable(m_window->messageBar().sentenceShown()));
    // What could be read is there all the same.
    QCOMPARE(table(0).view().model()->rowCount(), 3);
    m_session->open(m_sample->sources(), QStringLiteral("Whole"));
    QTRY_VERIFY(!m_session->scanning() && m_session->estate()->complete);
    QTRY_VERIFY(m_window->messageBar().isHidden());
}

void TestMainWindow::sourcesTellTheirAge()
{
    open();
    const QStringList texts = m_window->sourceStrip().texts();
    QCOMPARE(texts.size(), qsizetype(m_session->estate()->sources.size()));
    QVERIFY2(texts.join(u'|').contains(QStringLiteral("compute1")), qPrintable(texts.join(u'|')));
    QVERIFY2(texts.first().contains(QStringLiteral("s ago")), qPrintable(texts.first()));
    QCOMPARE(elapsedText(75), QStringLiteral("1 min ago"));
    QCOMPARE(elapsedText(3 * 86400), QStringLiteral("3 days ago"));
}

void TestMainWindow::opensByChoice()
{
    QSignalSpy demo(m_window.get(), &MainWindow::demoRequested);
    emit m_window->currentPage().openWanted(OpenChoice::Demo);
    QCOMPARE(demo.size(), 1);
    const EstateSources sources =
        withPath(withPath({}, OpenChoice::ImageDirectory, "/a"), OpenChoice::NovaConfiguration, "/b");
    QCOMPARE(sources.imageDirectories, std::vector<NativePath>{"/a"});
    QCOMPARE(sources.novaConfigs, std::vector<NativePath>{"/b"});
    QCOMPARE(withPath(sources, OpenChoice::ImageDirectory, "/a").imageDirectories.size(), std::size_t(1));
}

void TestMainWindow::thisMachineIsOpenedWhenThereIsAnything()
{
    QSignalSpy wanted(m_window.get(), &MainWindow::openRequested);
    QSignalSpy nothing(&m_window->opener(), &EstateOpener::nothingToOpen);
    emit m_window->currentPage().openWanted(OpenChoice::ThisMachine);
    QTRY_COMPARE(wanted.size() + nothing.size(), 1);
    QCOMPARE(wanted.size() == 1, isAnythingThere(usualSources()));
    // Where there is nothing, that is said instead of an empty estate opened, and what to do instead.
    QCOMPARE(m_window->messageBar().isVisible(), nothing.size() == 1);
}

void TestMainWindow::settingsSurvive()
{
    open();
    m_window->showPage(QStringLiteral("instances"));
    m_window->resize(m_window->width(), 640);
    m_window->close();
    m_window = std::make_unique<MainWindow>(*m_session, *m_jobs);
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("instances"));
    QCOMPARE(m_window->height(), 640); // the width is cut to the test's small screen
}

void TestMainWindow::everyControlHasAName()
{
    open();
    for (Page *page : m_window->pages())
        m_window->showPage(page->id());
    const auto isQtsOwn = [](const QToolButton *button) {
        return button->inherits("QToolBarExtension") || button->inherits("QMenuBarExtension") ||
            qobject_cast<QLineEdit *>(button->parentWidget()) || qobject_cast<QMenuBar *>(button->parentWidget());
    };
    int buttons = 0;
    for (const auto *button : m_window->findChildren<QToolButton *>()) {
        if (isQtsOwn(button))
            continue;
        ++buttons;
        const QString told = button->accessibleName() + button->text();
        QVERIFY2(!told.isEmpty(), qPrintable(button->toolTip()));
    }
    QVERIFY(buttons > 12);
    for (const auto *view : m_window->findChildren<QTreeView *>())
        QVERIFY(!view->accessibleName().isEmpty());
}

void TestMainWindow::pictures()
{
    // With FATHOM_PICTURES=DIR they are kept, for looking at them.
    const QString keep = qEnvironmentVariable("FATHOM_PICTURES");
    const auto take = [&](const QString &name) {
        QCoreApplication::processEvents();
        const QImage picture = m_window->grab().toImage();
        QVERIFY(!picture.isNull());
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); y += 3) {
            for (int x = 0; x < picture.width(); x += 3)
                colours.insert(picture.pixel(x, y));
        }
        QVERIFY2(colours.size() > 20, qPrintable(name)); // something is drawn
        if (!keep.isEmpty())
            picture.save(keep + u'/' + name + QStringLiteral(".png"));
    };
    take(QStringLiteral("nothing-open"));
    open();
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(*qApp, theme);
        for (Page *page : m_window->pages()) {
            if (page->id() == u"jobs") {
                m_window->showPage(page->id());
                QTRY_VERIFY(page->select(QStringLiteral("job:1")));
                take(QStringLiteral("jobs-") + themeId(theme));
                continue;
            }
            m_window->goTo(page->id() == u"images" ? m_sample->imageKeyOf(SampleEstate::imageC)
                    : page->id() == u"instances"   ? m_sample->instanceKeyOf(SampleEstate::gamma)
                    : page->id() == u"directories" ? pathKey(m_sample->instancePath(SampleEstate::alpha) + "/disk")
                    : page->id() == u"quarantine"  ? quarantineKey(m_sample->quarantineEntry())
                                                   : baseKey(m_sample->basePath()));
            QCOMPARE(m_window->currentPage().id(), page->id());
            take(page->id() + u'-' + themeId(theme));
        }
        m_window->showPage(QStringLiteral("chains"));
        auto *chains = qobject_cast<ChainsPage *>(&m_window->currentPage());
        chains->showText(true);
        take(QStringLiteral("chains-text-") + themeId(theme));
        chains->showText(false);
        if (keep.isEmpty())
            continue;
        const QList<QDialog *> dialogs = m_window->makeDialogs();
        for (QDialog *dialog : dialogs) {
            dialog->show();
            dialog->grab().save(keep + u'/' + QString::fromLatin1(dialog->metaObject()->className()).section(u':', -1) +
                u'-' + themeId(theme) + QStringLiteral(".png"));
            delete dialog;
        }
    }
    applyTheme(*qApp, Theme::Light);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
