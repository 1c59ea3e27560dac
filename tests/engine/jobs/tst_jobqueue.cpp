// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobqueue.h"

#include "jobs/jobjournal.h"
#include "jobs/journaldatabase.h"

#include "engine/jobs/stagejob.h"

#include <QTemporaryDir>
#include <QTest>

#include <semaphore>

using namespace Fathom;
using namespace Fathom::Tests;
using namespace Qt::StringLiterals;

class JobQueueTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void jobsRunInTheirOrderWithinTheHostsLimit();
    void aKindHasItsOwnLimit();
    void hostsDoNotWaitForEachOther();
    void pausedNothingBegins();
    void waitingJobsChangePlaces();
    void cancelWhatWaitsAndWhatRuns();
    void aFailedJobRunsAgain();
    void theJournalHoldsEverything();
    void withoutAJournalNothingBegins();
    void theEndOfTheQueueCancelsAll();
    void whatWaitedWhenFathomDiedIsFound();

private:
    NativePath file() const { return m_directory->filePath(u"jobs.sqlite"_s).toUtf8(); }
    void makeQueue(const QueueLimits &limits, const NativePath &file);
    qint64 add(const QString &name, const QString &kind = u"stage"_s, const QString &host = {})
    {
        return m_queue->add(std::make_shared<StageJob>(m_stage, name, kind, host));
    }
    JobEntry entry(qint64 id) const
    {
        for (const JobEntry &each : m_queue->entries())
            if (each.id == id)
                return each;
        return {};
    }
    /// Waits until the queue is so; false: it did not come to be in a minute.
    bool until(const std::function<bool()> &so) { return QTest::qWaitFor(so, 60'000); }
    bool untilState(qint64 id, JobState state)
    {
        return until([=, this] { return entry(id).state == state; });
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    Stage m_stage;
    std::unique_ptr<JobQueue> m_queue;
    std::atomic<int> m_changes = 0;
};

void JobQueueTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_stage.begun.clear();
    m_stage.mayEnd.clear();
    m_stage.fails.clear();
    makeQueue({.perHost = 2}, file());
}

void JobQueueTest::cleanup()
{
    m_queue.reset();
}

void JobQueueTest::makeQueue(const QueueLimits &limits, const NativePath &file)
{
    m_queue.reset();
    m_queue = std::make_unique<JobQueue>(file, limits, [this] { ++m_changes; });
}

void JobQueueTest::jobsRunInTheirOrderWithinTheHostsLimit()
{
    const qint64 a = add(u"a"_s);
    const qint64 b = add(u"b"_s);
    const qint64 c = add(u"c"_s);
    QVERIFY(untilState(a, JobState::Running) && untilState(b, JobState::Running));
    QVERIFY(until([this] { return m_stage.names().size() == 2; }));
    QCOMPARE(entry(c).state, JobState::Waiting);
    QCOMPARE(entry(a).progress.doneBytes, 1);
    m_stage.letGo(u"a"_s);
    QVERIFY(untilState(c, JobState::Running));
    QVERIFY(until([this] { return m_stage.names().size() == 3; }));
    QCOMPARE(m_stage.names().last(), u"c"_s);
    QVERIFY(untilState(a, JobState::Done));
    QCOMPARE(entry(a).outcome, u"did a"_s);
    QCOMPARE(entry(a).changed, std::vector<NativePath>{"/made"});
    QCOMPARE(entry(a).log.front().text, u"looked at a"_s);
    QVERIFY(m_changes > 0);
}

void JobQueueTest::aKindHasItsOwnLimit()
{
    makeQueue({.perHost = 4, .perKind = {{u"heavy"_s, 1}}}, file());
    const qint64 first = add(u"a"_s, u"heavy"_s);
    const qint64 second = add(u"b"_s, u"heavy"_s);
    const qint64 light = add(u"c"_s, u"light"_s);
    QVERIFY(untilState(first, JobState::Running) && untilState(light, JobState::Running));
    QCOMPARE(entry(second).state, JobState::Waiting);
    m_stage.letGo(u"a"_s);
    QVERIFY(untilState(second, JobState::Running));
}

void JobQueueTest::hostsDoNotWaitForEachOther()
{
    makeQueue({.perHost = 1}, file());
    const qint64 here = add(u"a"_s);
    const qint64 next = add(u"b"_s);
    const qint64 there = add(u"c"_s, u"stage"_s, u"other"_s);
    QVERIFY(untilState(here, JobState::Running) && untilState(there, JobState::Running));
    QCOMPARE(entry(next).state, JobState::Waiting);
}

void JobQueueTest::pausedNothingBegins()
{
    m_queue->setPaused(true);
    const qint64 a = add(u"a"_s);
    QVERIFY(until([=, this] { return entry(a).number.has_value(); }));
    QCOMPARE(entry(a).state, JobState::Waiting);
    m_queue->setPaused(false);
    QVERIFY(untilState(a, JobState::Running));
}

void JobQueueTest::waitingJobsChangePlaces()
{
    makeQueue({.perHost = 1}, file());
    m_queue->setPaused(true);
    add(u"a"_s);
    add(u"b"_s);
    const qint64 c = add(u"c"_s);
    m_queue->move(c, -5);
    QVERIFY(until([this] {
        return std::ranges::all_of(m_queue->entries(), [](const JobEntry &each) { return each.number.has_value(); });
    }));
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        m_stage.letGo(name);
    m_queue->setPaused(false);
    QVERIFY(until(
        [this] { return std::ranges::all_of(m_queue->entries(), [](const JobEntry &each) { return each.ended(); }); }));
    QCOMPARE(m_stage.names(), QStringList({u"c"_s, u"a"_s, u"b"_s}));
}

void JobQueueTest::cancelWhatWaitsAndWhatRuns()
{
    makeQueue({.perHost = 1}, file());
    const qint64 runs = add(u"a"_s);
    const qint64 waits = add(u"b"_s);
    QVERIFY(until([this] { return m_stage.names().size() == 1; }));
    m_queue->cancel(waits);
    QCOMPARE(entry(waits).state, JobState::Cancelled);
    m_queue->cancel(runs);
    QVERIFY(untilState(runs, JobState::Cancelled));
    QCOMPARE(m_stage.names(), QStringList{u"a"_s});
    m_queue.reset();
    const Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    QCOMPARE(journal->records(u"cancelled"_s)->size(), std::size_t(2));
}

void JobQueueTest::aFailedJobRunsAgain()
{
    m_stage.fails = u"a"_s;
    m_stage.letGo(u"a"_s);
    const qint64 a = add(u"a"_s);
    QVERIFY(untilState(a, JobState::Failed));
    QVERIFY2(entry(a).outcome.contains(u"full"_s), qPrintable(entry(a).outcome));
    m_stage.fails.clear();
    QVERIFY(m_queue->again(a));
    const qint64 second = m_queue->entries().back().id;
    QVERIFY(second != a);
    QVERIFY(untilState(second, JobState::Done));
    QVERIFY(!m_queue->again(4711));
}

void JobQueueTest::theJournalHoldsEverything()
{
    const qint64 a = add(u"a"_s);
    QVERIFY(until([this] { return m_stage.names().size() == 1; }));
    {
        const Result<JobJournal> journal = JobJournal::open(file());
        QVERIFY(journal);
        QCOMPARE(journal->record(*entry(a).number)->state, JobState::Running);
    }
    m_stage.letGo(u"a"_s);
    QVERIFY(untilState(a, JobState::Done));
    std::binary_semaphore heard(0);
    Result<JobRecord> record = std::unexpected(Error{});
    m_queue->withJournal([&](Result<JobJournal> &journal) {
        record = journal->record(*entry(a).number);
        heard.release();
    });
    heard.acquire();
    QVERIFY(record);
    QCOMPARE(record->state, JobState::Done);
    QCOMPARE(record->outcome, u"did a"_s);
    QCOMPARE(record->log.size(), std::size_t(1));
}

void JobQueueTest::withoutAJournalNothingBegins()
{
    QFile strange(m_directory->filePath(u"strange"_s));
    QVERIFY(strange.open(QIODevice::WriteOnly) && strange.write("no database, but a letter") > 0);
    strange.close();
    makeQueue({}, strange.fileName().toUtf8());
    const qint64 a = add(u"a"_s);
    QVERIFY(untilState(a, JobState::Failed));
    QVERIFY2(entry(a).outcome.contains(u"strange"_s), qPrintable(entry(a).outcome));
    QVERIFY(m_stage.names().isEmpty());
}

void JobQueueTest::theEndOfTheQueueCancelsAll()
{
    makeQueue({.perHost = 1}, file());
    add(u"a"_s);
    add(u"b"_s);
    QVERIFY(until([this] { return m_stage.names().size() == 1; }));
    m_queue.reset();
    const Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    QCOMPARE(journal->records(u"cancelled"_s)->size(), std::size_t(2));
    QCOMPARE(m_stage.names(), QStringList{u"a"_s});
}

void JobQueueTest::whatWaitedWhenFathomDiedIsFound()
{
    {
        Result<JobJournal> journal = JobJournal::open(file());
        QVERIFY(journal && journal->enqueue({u"stage"_s, u"a"_s, {u"stage"_s}}));
        QCOMPARE(journal->records()->front().state, JobState::Waiting);
        QVERIFY(journal->recover()->empty()); // we live
    }
    Result<QString> database = openJournalDatabase(file());
    QVERIFY(database && JournalQuery(*database).run("UPDATE jobs SET process = '4711 1 gone'"));
    closeJournalDatabase(*database);
    Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    const Result<std::vector<JobRecord>> found = journal->recover();
    QVERIFY(found);
    QCOMPARE(found->size(), std::size_t(1));
    QCOMPARE(found->front().state, JobState::Interrupted);
    QVERIFY2(found->front().outcome.contains(u"not begun"_s), qPrintable(found->front().outcome));
}

QTEST_GUILESS_MAIN(JobQueueTest)
#include "tst_jobqueue.moc"
