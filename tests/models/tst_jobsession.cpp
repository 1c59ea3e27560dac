// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobjournal.h"
#include "jobs/jobkinds.h"
#include "jobs/journaldatabase.h"
#include "models/jobsession.h"
#include "models/jobtablemodel.h"

#include "engine/jobs/stagejob.h"
#include "models/modeltext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;
using namespace Fathom::Tests;
using namespace Qt::StringLiterals;

/// The jobs of a window, with a real queue and a real journal.
class JobSessionTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_stage.begun.clear();
        m_stage.mayEnd.clear();
        m_stage.fails.clear();
        m_session = std::make_unique<JobSession>(file());
    }
    void cleanup() { m_session.reset(); }

    void lockedNothingBegins()
    {
        QVERIFY(!m_session->add(job(u"a"_s)));
        JobRow row;
        row.start.command = {u"stage"_s, u"a"_s};
        const Result<void> again = m_session->again(row);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::NoPermission);
        QVERIFY(m_session->rows().empty());
    }

    void lockedALookIsTaken()
    {
        QFile some(m_directory->filePath(u"some"_s));
        QVERIFY(some.open(QIODevice::WriteOnly));
        QSignalSpy ended(m_session.get(), &JobSession::ended);
        const auto checksum = [&] {
            return *jobFromCommand({u"checksum"_s, u"--"_s, m_directory->filePath(u"some"_s)});
        };
        QVERIFY(m_session->add(checksum()));
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(m_session->again(m_session->rows().front()));
        QTRY_COMPARE(ended.size(), 2);
        QCOMPARE(m_session->rows().front().state, JobState::Done);
    }

    void aJobIsToldFromItsBeginToItsEnd()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        connect(m_session.get(), &JobSession::rowsChanged, &model, [&] { model.setRecords(m_session->rows()); });
        QSignalSpy ended(m_session.get(), &JobSession::ended);
        m_session->setUnlocked(true);
        QVERIFY(m_session->add(job(u"a"_s)));
        QVERIFY(m_session->add(job(u"b"_s)));
        QVERIFY(m_session->add(job(u"c"_s)));
        QTRY_COMPARE(m_session->running(), 2);
        QTRY_COMPARE(modelText(model, {0, 2, 3}), u"a | running | 50 %\nb | running | 50 %\nc | waiting | "_s);
        m_stage.letGo(u"b"_s);
        QTRY_COMPARE(modelText(model, {0, 2}), u"a | running\nc | running\nb | done"_s);
        QTRY_COMPARE(ended.size(), 1);
        const auto changed = ended.front().at(1).value<std::vector<NativePath>>();
        QCOMPARE(changed, std::vector<NativePath>{"/made"});
        const JobRow *row = m_session->row(model.index(2, 0).data(KeyRole).toString());
        QVERIFY(row && row->ended());
        QVERIFY(detailsOf(*row).text().contains(u"fathomctl stage b"_s));
        QVERIFY(detailsOf(*row).text().contains(u"looked at b"_s));
    }

    void whatFailedIsDoneAgainAndWhatRunsIsCancelled()
    {
        m_session->setUnlocked(true);
        m_stage.fails = u"a"_s;
        m_stage.letGo(u"a"_s);
        QVERIFY(m_session->add(job(u"a"_s)));
        QTRY_VERIFY(!m_session->rows().empty() && m_session->rows().front().state == JobState::Failed);
        m_stage.fails.clear();
        m_stage.mayEnd.clear();
        QVERIFY(m_session->again(m_session->rows().front()));
        QTRY_COMPARE(m_session->running(), 1);
        m_session->cancel(m_session->rows().front());
        QTRY_COMPARE(m_session->rows().front().state, JobState::Cancelled);
        QCOMPARE(m_session->rows().size(), std::size_t(2));
    }

    void theJournalsJobsAreThere()
    {
        qint64 number = 0;
        {
            Result<JobJournal> journal = JobJournal::open(file());
            QVERIFY(journal);
            number = *journal->begin({u"convert"_s, u"old"_s, {u"convert"_s}});
            QVERIFY(journal->log(number, u"qemu-img convert"_s));
            QVERIFY(journal->end(number, JobState::Done, u"made it"_s));
            QVERIFY(journal->begin({u"convert"_s, u"dead"_s, {u"convert"_s}}));
        }
        Result<QString> database = openJournalDatabase(file());
        QVERIFY(
            database && JournalQuery(*database).run("UPDATE jobs SET process = '4711 1 gone' WHERE title = 'dead'"));
        closeJournalDatabase(*database);

        QSignalSpy interrupted(m_session.get(), &JobSession::interruptedFound);
        m_session->begin();
        QTRY_COMPARE(m_session->rows().size(), std::size_t(2));
        QCOMPARE(interrupted.size(), 1);
        QCOMPARE(interrupted.front().front().toInt(), 1);
        QCOMPARE(m_session->rows().front().state, JobState::Interrupted);
        const QString key = m_session->rows().back().key;
        QCOMPARE(m_session->row(key)->number, number);
        QVERIFY(m_session->row(key)->log.isEmpty());
        m_session->wantLog(key);
        QTRY_COMPARE(m_session->row(key)->log.size(), 1);
        QVERIFY(m_session->row(u"job:4711"_s) == nullptr);
    }

    void aJournalThatCannotBeReadIsTold()
    {
        QFile strange(QString::fromUtf8(file()));
        QVERIFY(strange.open(QIODevice::WriteOnly) && strange.write("no database, but a letter") > 0);
        strange.close();
        m_session->begin();
        QTRY_VERIFY(m_session->problem().has_value());
    }

private:
    NativePath file() const { return m_directory->filePath(u"jobs.sqlite"_s).toUtf8(); }
    std::shared_ptr<const Job> job(const QString &name) { return std::make_shared<StageJob>(m_stage, name); }

    std::unique_ptr<QTemporaryDir> m_directory;
    Stage m_stage;
    std::unique_ptr<JobSession> m_session;
};

QTEST_GUILESS_MAIN(JobSessionTest)
#include "tst_jobsession.moc"
