// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/emptystate.h"
#include "widgets/common/rowview.h"
#include "widgets/jobs/convertdialog.h"
#include "widgets/jobs/filejobdialog.h"
#include "widgets/jobs/formatbox.h"
#include "widgets/jobs/jobspage.h"
#include "widgets/jobs/jobstrip.h"
#include "widgets/jobs/planview.h"
#include "widgets/window/lockbutton.h"

#include "engine/jobs/stagejob.h"
#include "widgets/teststart.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTest>

using namespace Fathom;
using namespace Fathom::Tests;
using namespace Qt::StringLiterals;

/// Jobs in the window, with the real queue, journal and qemu-img.
class JobsPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { startWidgetTest(); }

    void init()
    {
        QSettings().clear();
        m_directory = std::make_unique<QTemporaryDir>();
        m_stage.begun.clear();
        m_stage.mayEnd.clear();
        m_stage.fails.clear();
        m_jobs = newJobSession();
        m_page = std::make_unique<JobsPage>(*m_jobs);
        m_page->resize(1000, 600);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_jobs.reset();
    }

    void anEmptyPageTellsHowToBegin()
    {
        QCOMPARE(m_page->emptyState().title(), u"Nothing was changed yet"_s);
        for (const QAction *action : {m_page->cancelAction(), m_page->againAction(), m_page->copyCommandAction()})
            QVERIFY(!action->isEnabled());
    }

    void jobsAreCancelledMovedAndDoneAgain()
    {
        m_jobs->setUnlocked(true);
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            m_jobs->add(std::make_shared<StageJob>(m_stage, name));
        QTRY_COMPARE(titles(), QStringList({u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        QTRY_COMPARE(m_jobs->running(), 2);
        choose(u"d"_s);
        QVERIFY(m_page->soonerAction()->isEnabled());
        m_page->soonerAction()->trigger();
        QTRY_COMPARE(titles(), QStringList({u"a"_s, u"b"_s, u"d"_s, u"c"_s}));
        choose(u"a"_s);
        QVERIFY(!m_page->soonerAction()->isEnabled() && !m_page->againAction()->isEnabled());
        m_page->view().setFocus();
        QTest::keyClick(&m_page->view(), Qt::Key_Delete);
        QTRY_COMPARE(titles(), QStringList({u"b"_s, u"d"_s, u"c"_s, u"a"_s}));
        choose(u"a"_s);
        QTRY_VERIFY(m_page->againAction()->isEnabled());
        m_page->copyCommandAction()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"fathomctl stage a"_s);
        m_page->againAction()->trigger();
        QTRY_COMPARE(titles(), QStringList({u"b"_s, u"d"_s, u"c"_s, u"a"_s, u"a"_s}));
        m_jobs->setUnlocked(false);
        QVERIFY(!m_page->againAction()->isEnabled());
    }

    void aHeldQueueBeginsNothing()
    {
        m_jobs->setUnlocked(true);
        m_page->pauseAction()->trigger();
        m_jobs->add(std::make_shared<StageJob>(m_stage, u"a"_s));
        QTRY_VERIFY(!m_jobs->rows().empty() && m_jobs->rows().front().number);
        QCOMPARE(m_jobs->waiting(), 1);
        m_page->pauseAction()->trigger();
        QTRY_COMPARE(m_jobs->running(), 1);
    }

    void theStripTellsWhatRuns()
    {
        JobStrip strip(*m_jobs);
        QVERIFY(!strip.isVisibleTo(nullptr));
        m_jobs->setUnlocked(true);
        m_jobs->add(std::make_shared<StageJob>(m_stage, u"a"_s));
        QTRY_COMPARE(strip.textShown(), u"1 job(s) run: a"_s);
        for (const QString &name : {u"b"_s, u"c"_s})
            m_jobs->add(std::make_shared<StageJob>(m_stage, name));
        QTRY_COMPARE(strip.textShown(), u"2 job(s) run, 1 wait"_s);
    }

    void anImageIsConverted()
    {
        const QString source = m_directory->filePath(u"disk.img"_s);
        QFile file(source);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(70'000, 'x')) == 70'000);
        QVERIFY(file.resize(4 << 20));
        file.close();

        ConvertDialog dialog(*m_jobs, source.toUtf8());
        dialog.show();
        QCOMPARE(dialog.targetEdit().text(), m_directory->filePath(u"disk.qcow2"_s));
        // Its bytes prove nothing: somebody has to say what it is.
        QTRY_VERIFY(!dialog.planning());
        QVERIFY2(dialog.planView().textShown().contains(u"look like no format"_s),
            qPrintable(dialog.planView().textShown()));
        QVERIFY(!dialog.startButton().isEnabled());
        dialog.formatBox().declare(ImageFormat::Raw);
        QTRY_VERIFY(!dialog.planning());
        QVERIFY2(dialog.planView().textShown().contains(u"qemu-img convert -p -f raw -O qcow2"_s),
            qPrintable(dialog.planView().textShown()));
        // Locked, it tells the plan and begins nothing.
        QVERIFY(dialog.unlockButton().isVisible() && !dialog.startButton().isEnabled());
        dialog.unlockButton().click();
        QVERIFY(!dialog.unlockButton().isVisible() && dialog.startButton().isEnabled());
        dialog.startButton().click();
        QVERIFY(!dialog.isVisible());
        QTRY_VERIFY(!m_jobs->rows().empty() && m_jobs->rows().front().state == JobState::Done);
        QVERIFY(QFile::exists(m_directory->filePath(u"disk.qcow2"_s)));

        // Now it exists, and nothing is ever overwritten.
        ConvertDialog second(*m_jobs, source.toUtf8(), ImageFormat::Raw);
        second.show();
        QTRY_VERIFY(!second.planning());
        QVERIFY(second.planView().textShown().contains(u"exists already"_s));
        QVERIFY(!second.startButton().isEnabled());
        second.purposeBox().setCurrentIndex(2);
        QCOMPARE(second.targetEdit().text(), m_directory->filePath(u"disk.raw"_s));
        QTRY_VERIFY(second.startButton().isEnabled());
        // What the user wrote himself is not changed any more.
        second.targetEdit().setText(m_directory->filePath(u"mine"_s));
        second.purposeBox().setCurrentIndex(0);
        QCOMPARE(second.targetEdit().text(), m_directory->filePath(u"mine"_s));
    }

    void everyFormIsOfAKind()
    {
        for (const JobForm &form : jobForms()) {
            QVERIFY2(jobKind(QLatin1StringView(form.kind)), form.kind);
            FileJobDialog dialog(*m_jobs, form, {});
            QTRY_VERIFY(!dialog.planning());
            QCOMPARE(dialog.planView().textShown(), u"Choose the file."_s);
            QVERIFY(!dialog.startButton().isEnabled());
        }
    }

    void aDiskIsResized()
    {
        const QString source = m_directory->filePath(u"disk.img"_s);
        QFile file(source);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(4 << 20));
        file.close();
        const auto resize = std::ranges::find(
            jobForms(), "resize"_L1, [](const JobForm &form) { return QLatin1StringView(form.kind); });
        FileJobDialog dialog(*m_jobs, *resize, {.path = source.toUtf8(), .declared = ImageFormat::Raw});
        dialog.show();
        m_jobs->setUnlocked(true);
        dialog.wordEdit()->setText(u"2M"_s);
        QTRY_VERIFY(!dialog.planning());
        QVERIFY2(dialog.planView().textShown().contains(u"only where that is asked for"_s),
            qPrintable(dialog.planView().textShown()));
        QVERIFY(!dialog.startButton().isEnabled());
        dialog.optionBox()->setChecked(true);
        QTRY_VERIFY(dialog.startButton().isEnabled());
        dialog.wordEdit()->setText(u"+4M"_s);
        QTRY_VERIFY(dialog.startButton().isEnabled());
        dialog.startButton().click();
        QTRY_VERIFY(!m_jobs->rows().empty() && m_jobs->rows().front().ended());
        QVERIFY2(m_jobs->rows().front().state == JobState::Done, qPrintable(m_jobs->rows().front().outcome));
        QCOMPARE(QFileInfo(source).size(), 8 << 20);
    }

    void anOverlayIsRebased()
    {
        const auto file = [&](const QString &name) { return m_directory->filePath(name); };
        for (const QString &name : {u"old"_s, u"new"_s}) {
            QFile base(file(name));
            QVERIFY(base.open(QIODevice::WriteOnly) && base.resize(4 << 20));
        }
        QCOMPARE(
            QProcess::execute(u"qemu-img"_s,
                {u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s, u"-b"_s, u"old"_s, u"-F"_s, u"raw"_s, file(u"over"_s)}),
            0);
        const auto rebase = std::ranges::find(
            jobForms(), "rebase"_L1, [](const JobForm &form) { return QLatin1StringView(form.kind); });
        FileJobDialog dialog(*m_jobs, *rebase, {.path = file(u"over"_s).toUtf8()});
        dialog.show();
        m_jobs->setUnlocked(true);
        QTRY_VERIFY(!dialog.planning());
        QVERIFY2(dialog.planView().textShown().contains(u"the file that it shall stand on"_s),
            qPrintable(dialog.planView().textShown()));
        dialog.wordEdit()->setText(file(u"new"_s));
        QTRY_VERIFY(!dialog.planning());
        QVERIFY(!dialog.startButton().isEnabled()); // nobody said that it is raw
        dialog.wordFormatBox()->declare(ImageFormat::Raw);
        dialog.optionBox()->setChecked(true);
        QTRY_VERIFY(dialog.startButton().isEnabled());
        dialog.startButton().click();
        QTRY_VERIFY(!m_jobs->rows().empty() && m_jobs->rows().front().ended());
        QVERIFY2(m_jobs->rows().front().state == JobState::Done, qPrintable(m_jobs->rows().front().outcome));
    }

    void theLockSaysWhatItIs()
    {
        LockButton lock(*m_jobs);
        QCOMPARE(lock.text(), u"Read-only"_s);
        lock.click();
        QVERIFY(m_jobs->unlocked());
        QCOMPARE(lock.text(), u"Unlocked"_s);
        m_jobs->setUnlocked(false);
        QVERIFY(!lock.isChecked());
    }

private:
    QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < m_page->view().model()->rowCount(); ++row)
            all.append(m_page->view().model()->index(row, 0).data().toString());
        return all;
    }
    void choose(const QString &title)
    {
        m_page->view().setCurrentIndex(m_page->view().model()->index(int(titles().indexOf(title)), 0));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    Stage m_stage;
    std::unique_ptr<JobSession> m_jobs;
    std::unique_ptr<JobsPage> m_page;
};

QTEST_MAIN(JobsPageTest)
#include "tst_jobspage.moc"
