// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/directorymodel.h"
#include "models/gotomodel.h"
#include "models/roles.h"
#include "widgets/common/detailspane.h"
#include "widgets/common/filterline.h"
#include "widgets/common/rowview.h"
#include "widgets/common/tablepage.h"
#include "widgets/mainwindow.h"
#include "widgets/sampleestate.h"
#include "widgets/teststart.h"
#include "widgets/window/gotobox.h"
#include "widgets/window/gotopopup.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Fathom;

class TestGoto : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aFewLettersAndEnter();
    void arrowsChoose();
    void theMouseChooses();
    void aFilterThatHidesItIsCleared();
    void escapeGoesBackToThePage();
    void saysWhenThereIsNothing();
    void offersWhatWasLookedAt();
    void everySortOfThing();
    void followsTheSnapshots();

private:
    void open();
    GotoBox &box() const { return m_window->gotoBox(); }
    void type(const QString &text)
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(box().hasFocus());
        QTest::keyClicks(&box(), text);
    }
    QString currentKey() const { return m_window->details().key(); }

    std::unique_ptr<SampleEstate> m_sample;
    std::unique_ptr<EstateSession> m_session;
    std::unique_ptr<JobSession> m_jobs;
    std::unique_ptr<MainWindow> m_window;
};

void TestGoto::initTestCase()
{
    startWidgetTest();
    m_sample = std::make_unique<SampleEstate>();
    QVERIFY2(m_sample->good(), "qemu-img is needed (package qemu-utils)");
}

void TestGoto::init()
{
    QSettings().clear();
    m_session = std::make_unique<EstateSession>();
    m_jobs = newJobSession();
    m_window = std::make_unique<MainWindow>(*m_session, *m_jobs);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
}

void TestGoto::cleanup()
{
    m_window.reset();
    m_jobs.reset();
    m_session.reset();
}

void TestGoto::open()
{
    m_session->open(m_sample->sources(), QStringLiteral("Sample"));
    QTRY_VERIFY(!m_session->scanning() && m_session->estate()->complete);
    QTRY_VERIFY(box().model().hasIndex() && !box().indexing());
}

void TestGoto::aFewLettersAndEnter()
{
    open();
    type(QStringLiteral("gamma"));
    QVERIFY(box().popup().isVisible());
    QCOMPARE(box().popup().currentRow(), 0);
    QTest::keyClick(&box(), Qt::Key_Return);
    QCOMPARE(currentKey(), m_sample->instanceKeyOf(SampleEstate::gamma));
    QCOMPARE(m_window->currentPage().id(), QStringLiteral("instances"));
    QCOMPARE(m_window->currentPage().currentKey(), currentKey());
    QVERIFY(!box().popup().isVisible());
    QVERIFY(box().text().isEmpty());
    QVERIFY(!box().hasFocus());
    // It is a place that one comes back to.
    type(QStringLiteral("delta"));
    QTest::keyClick(&box(), Qt::Key_Return);
    m_window->backAction()->trigger();
    QCOMPARE(currentKey(), m_sample->instanceKeyOf(SampleEstate::gamma));
}

void TestGoto::arrowsChoose()
{
    open();
    type(QStringLiteral("web"));
    const QListView &list = box().popup().list();
    QVERIFY(list.model()->rowCount() >= 3); // the project and two instances
    const QString second = list.model()->index(1, 0).data(KeyRole).toString();
    QTest::keyClick(&box(), Qt::Key_Down);
    QTest::keyClick(&box(), Qt::Key_Down);
    QTest::keyClick(&box(), Qt::Key_Up);
    QCOMPARE(box().popup().currentRow(), 1);
    QVERIFY(box().hasFocus());
    QTest::keyClick(&box(), Qt::Key_Return);
    QCOMPARE(currentKey(), second);
}

void TestGoto::theMouseChooses()
{
    open();
    type(QStringLiteral("mail-delta"));
    QListView &list = box().popup().list();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(0, 0)).center());
    QCOMPARE(currentKey(), m_sample->instanceKeyOf(SampleEstate::delta));
    QVERIFY(!box().popup().isVisible());
}

void TestGoto::aFilterThatHidesItIsCleared()
{
    open();
    m_window->showPage(QStringLiteral("instances"));
    auto *page = qobject_cast<TablePage *>(&m_window->currentPage());
    page->focusFilter();
    QTest::keyClicks(&page->filterLine(), QStringLiteral("alpha"));
    QTRY_VERIFY(page->countShown().startsWith(QStringLiteral("1 of 4")));
    type(QStringLiteral("beta"));
    QTest::keyClick(&box(), Qt::Key_Return);
    QVERIFY(page->filterLine().text().isEmpty());
    QCOMPARE(page->currentKey(), m_sample->instanceKeyOf(SampleEstate::beta));
    QVERIFY(page->view().selectionModel()->isSelected(page->view().currentIndex()));
    QVERIFY(page->view().hasFocus());
}

void TestGoto::escapeGoesBackToThePage()
{
    open();
    m_window->showPage(QStringLiteral("images"));
    type(QStringLiteral("al"));
    QVERIFY(!m_window->cancelAction()->isEnabled());
    QTest::keyClick(&box(), Qt::Key_Escape);
    QVERIFY(box().text().isEmpty() && box().hasFocus() && box().popup().isVisible());
    QTest::keyClick(&box(), Qt::Key_Escape);
    QVERIFY(!box().hasFocus() && !box().popup().isVisible());
    QVERIFY(qobject_cast<TablePage *>(&m_window->currentPage())->view().hasFocus());
}

void TestGoto::saysWhenThereIsNothing()
{
    type(QStringLiteral("x"));
    QVERIFY2(box().popup().told().contains(QStringLiteral("No estate is open")), qPrintable(box().popup().told()));
    QTest::keyClick(&box(), Qt::Key_Return); // leads nowhere
    open();
    type(QStringLiteral("no such thing"));
    QVERIFY2(box().popup().told().contains(QStringLiteral("Nothing is called “no such thing”")),
        qPrintable(box().popup().told()));
    QVERIFY(box().popup().told().contains(QStringLiteral("MAC")));
    QTest::keyClick(&box(), Qt::Key_Return);
    QVERIFY(box().popup().isVisible());
    type(QStringLiteral("web"));
    QVERIFY2(box().popup().told().contains(QLatin1Char('3')), qPrintable(box().popup().told()));
}

void TestGoto::offersWhatWasLookedAt()
{
    open();
    m_window->goTo(m_sample->imageKeyOf(SampleEstate::imageA));
    m_window->goTo(m_sample->instanceKeyOf(SampleEstate::beta));
    type({});
    QVERIFY(box().popup().told().contains(QStringLiteral("Looked at last")));
    const QAbstractItemModel &model = *box().popup().list().model();
    QCOMPARE(model.index(0, 0).data(KeyRole).toString(), m_sample->instanceKeyOf(SampleEstate::beta));
    QCOMPARE(model.index(1, 0).data(KeyRole).toString(), m_sample->imageKeyOf(SampleEstate::imageA));
}

void TestGoto::everySortOfThing()
{
    open();
    const auto go = [this](const QString &text) -> QString {
        type(text);
        QTest::keyClick(&box(), Qt::Key_Return);
        return m_window->currentPage().id() + u' ' + currentKey();
    };
    QCOMPARE(go(SampleEstate::imageB.left(36)), QStringLiteral("images ") + m_sample->imageKeyOf(SampleEstate::imageB));
    QCOMPARE(go(QStringLiteral("compute2")), QStringLiteral("instances host:compute2"));
    QCOMPARE(go(QStringLiteral("mail")), QStringLiteral("instances project:compute2/mail-id"));
    const QString hash = QString::fromLatin1(baseNameOfImage(SampleEstate::imageA));
    QVERIFY(go(hash).startsWith(QStringLiteral("chains ")));
    const NativePath log = joinPath(m_sample->instancePath(SampleEstate::alpha), "console.log");
    QCOMPARE(go(plainText(log)), QStringLiteral("directories ") + pathKey(log));
    QCOMPARE(go(QStringLiteral("console alpha")), QStringLiteral("directories ") + pathKey(log));
}

void TestGoto::followsTheSnapshots()
{
    open();
    const QString added = QStringLiteral("11111111-5555-4555-8555-555555555555");
    m_sample->addInstance("compute1", added, QStringLiteral("web-new"), baseNameOfImage(SampleEstate::imageA));
    QSignalSpy indexed(&box(), &GotoBox::indexed);
    m_session->refresh();
    QTRY_VERIFY(!m_session->scanning() && !indexed.isEmpty() && !box().indexing());
    type(QStringLiteral("web-new"));
    QTest::keyClick(&box(), Qt::Key_Return);
    QCOMPARE(currentKey(), m_sample->instanceKeyOf(added));
    m_sample->removeInstance(added);
}

QTEST_MAIN(TestGoto)
#include "tst_goto.moc"
