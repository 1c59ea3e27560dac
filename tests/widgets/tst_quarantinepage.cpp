// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/estatescan.h"
#include "jobs/quarantinejob.h"
#include "models/details.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/places.h"
#include "widgets/common/rowview.h"
#include "widgets/jobs/jobopener.h"
#include "widgets/jobs/planview.h"
#include "widgets/quarantine/quarantinepage.h"

#include "widgets/teststart.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QPushButton>
#include <QTest>

using namespace Fathom;
using namespace Qt::StringLiterals;

/// What was moved out of the way, brought back and removed with the real jobs.
class QuarantinePageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { startWidgetTest(); }

    void init()
    {
        QSettings().clear();
        m_directory = std::make_unique<QTemporaryDir>();
        for (const QString &name : {u"first"_s, u"second"_s}) {
            QFile file(m_directory->filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(1 << 20));
        }
        m_jobs = newJobSession();
        m_opener = std::make_unique<JobOpener>(*m_jobs, m_window, [] { return std::vector<NativePath>(); });
        m_page = std::make_unique<QuarantinePage>(*m_jobs, *m_opener);
        m_page->resize(1000, 600);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        read();
    }

    void cleanup()
    {
        m_page.reset();
        m_opener.reset();
        m_jobs.reset();
    }

    void anEmptyPageTellsWhatItIsFor()
    {
        QCOMPARE(m_page->emptyState().title(), u"Nothing is in quarantine"_s);
        QVERIFY(!m_page->restoreAction()->isEnabled());
        QVERIFY(!m_page->removeAction()->isEnabled());
    }

    void theTableFollowsTheEstate()
    {
        QuarantineTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        move(u"first"_s);
        model.setRecords(m_estate->quarantined);
        QCOMPARE(model.rowCount(), 1);
        move(u"second"_s);
        model.setRecords(m_estate->quarantined);
        QCOMPARE(model.rowCount(), 2);
        model.setRecords({});
        QCOMPARE(model.rowCount(), 0);
    }

    void detailsTellWhoWasAsked()
    {
        move(u"first"_s);
        const QString key = m_estate->quarantined.front().key;
        const Details details = detailsOf(*m_estate, key);
        QCOMPARE(details.title, u"first"_s);
        QVERIFY2(details.text().contains(m_directory->path() + u": 2 entries"_s), qPrintable(details.text()));
        const std::vector<Place> places = placesOf(*m_estate, key);
        QVERIFY(!places.empty());
        QCOMPARE(places.front().pageId, u"quarantine"_s);
    }

    void whatWasMovedComesBack()
    {
        move(u"first"_s);
        choose(u"first"_s);
        QVERIFY(!m_page->restoreAction()->isEnabled()); // Fathom is locked
        m_jobs->setUnlocked(true);
        QVERIFY(m_page->restoreAction()->isEnabled());
        m_page->restoreAction()->trigger();
        QTRY_COMPARE(ended(), 1);
        QVERIFY(QFile::exists(m_directory->filePath(u"first"_s)));
        read();
        QCOMPARE(m_page->view().model()->rowCount(), 0);
    }

    void removingAsksFirst()
    {
        move(u"first"_s);
        choose(u"first"_s);
        m_jobs->setUnlocked(true);
        m_page->removeAction()->trigger();
        auto *dialog = m_window.findChild<FileJobDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(!dialog->planning());
        QVERIFY(!dialog->startButton().isEnabled());
        QVERIFY(dialog->planView().textShown().contains(u"cannot be brought back"_s));
        dialog->findChild<QCheckBox *>()->click();
        QTRY_VERIFY(dialog->startButton().isEnabled());
        dialog->startButton().click();
        QTRY_COMPARE(ended(), 1);
        read();
        QVERIFY(m_estate->quarantined.empty());
        QVERIFY(!QFile::exists(m_directory->filePath(u"first"_s)));
    }

    void aSilentWitnessIsReadAndConfirmed()
    {
        const QString uuid = u"c0ffee00-0000-4000-8000-000000000001"_s;
        QVERIFY(QFile::rename(m_directory->filePath(u"first"_s), m_directory->filePath(uuid)));
        m_jobs->setUnlocked(true);
        m_opener->open(u"quarantine"_s, {.path = m_directory->filePath(uuid).toUtf8()});
        auto *dialog = m_window.findChild<FileJobDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(!dialog->planning());
        QVERIFY(!dialog->startButton().isEnabled());
        QVERIFY2(dialog->planView().textShown().contains(u"Glance was not asked"_s),
            qPrintable(dialog->planView().textShown()));
        dialog->findChild<QCheckBox *>()->click();
        QTRY_VERIFY(dialog->startButton().isEnabled());
        dialog->startButton().click();
        QTRY_COMPARE(ended(), 1);
        read();
        QCOMPARE(m_estate->quarantined.size(), 1u);
    }

private:
    void read()
    {
        m_estate = scanEstate({.imageDirectories = {m_directory->path().toUtf8()}});
        m_page->setEstate(m_estate);
    }
    void move(const QString &name)
    {
        const std::unique_ptr<Job> job = quarantineJob({.path = m_directory->filePath(name).toUtf8(), .machine = {}});
        const Result<Plan> plan = job->plan({});
        QVERIFY(plan && job->run(*plan, {}, {}));
        read();
    }
    void choose(const QString &name)
    {
        const QAbstractItemModel &model = *m_page->view().model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, 0).data().toString() == name)
                return m_page->view().setCurrentIndex(model.index(row, 0));
        QFAIL("no such row");
    }
    int ended() const
    {
        return int(
            std::ranges::count_if(m_jobs->rows(), [](const JobRow &row) { return row.state == JobState::Done; }));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    EstatePtr m_estate;
    QWidget m_window;
    std::unique_ptr<JobSession> m_jobs;
    std::unique_ptr<JobOpener> m_opener;
    std::unique_ptr<QuarantinePage> m_page;
};

QTEST_MAIN(QuarantinePageTest)
#include "tst_quarantinepage.moc"
