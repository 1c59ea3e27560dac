// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/journaldatabase.h"
#include "jobs/journalledjob.h"
#include "jobs/procfile.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include <csignal>
#include <sys/resource.h>

using namespace Fathom;
using namespace Qt::StringLiterals;

/// The journal against real SQLite files, and against processes that are really killed.
class TestJobJournal : public QObject {
    Q_OBJECT

private slots:
    void init();
    void fromBeginToEnd();
    void search();
    void isForTheUserAlone();
    void refusesWhatIsNoJournal();
    void refusesALaterOne();
    void programsAtOnce();
    void aFailedJobSaysWhy();
    void withoutAJournalNothingBegins();
    void aFullDiskIsNotTakenForAnotherProgram();
    void aRunningJobIsLeftAlone();
    void aKilledJobIsCleanedUp();
    void aKilledJobsDirectoryIsRemoved();
    void anotherHostsJobIsLeftAlone();
    void whatSomebodyStillWritesIsLeftAlone();
    void aDoneJobIsToldWhenItsEndCannotBeWritten();
    void removesNothingElse();
    void whatCannotBeRemovedIsTriedAgain();
    void processes();

private:
    QString path(const QString &name) const { return m_directory->filePath(name); }
    NativePath file() const { return QFile::encodeName(path(u"state/jobs.sqlite"_s)); }
    QByteArray killedChild(const QString &partial);

    std::unique_ptr<QTemporaryDir> m_directory;
};

namespace {

const JobStart conversion{.kind = u"convert"_s, .title = u"a → b"_s, .command = {u"convert"_s, u"-O"_s, u"raw"_s}};

} // namespace

void TestJobJournal::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

void TestJobJournal::fromBeginToEnd()
{
    qint64 number = 0;
    {
        Result<JobJournal> journal = JobJournal::open(file());
        QVERIFY2(journal, qPrintable(journal ? QString() : sentence(journal.error())));
        QVERIFY(journal->records()->empty());
        const Result<qint64> job = journal->begin(conversion);
        QVERIFY(job);
        number = *job;
        QVERIFY(journal->willWrite(number, "/x/.b.fathom-0123456789ab.part"));
        QVERIFY(journal->log(number, u"first"_s));
        QVERIFY(journal->log(number, u"second"_s));
        const Result<JobRecord> running = journal->record(number);
        QVERIFY(running);
        QCOMPARE(running->state, JobState::Running);
        QVERIFY(!running->endedAt);
        QCOMPARE(running->partials, std::vector<NativePath>{"/x/.b.fathom-0123456789ab.part"});
        QVERIFY(journal->end(number, JobState::Done, u"made b"_s));
    }
    // Another program reads it.
    const Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    const Result<JobRecord> record = journal->record(number);
    QVERIFY(record);
    QCOMPARE(record->state, JobState::Done);
    QCOMPARE(record->start.kind, conversion.kind);
    QCOMPARE(record->start.title, conversion.title);
    QCOMPARE(record->start.command, conversion.command);
    QCOMPARE(record->outcome, u"made b"_s);
    QVERIFY(record->endedAt && *record->endedAt >= record->startedAt);
    QVERIFY(record->partials.empty());
    QCOMPARE(record->log.size(), 2U);
    QCOMPARE(record->log[1].text, u"second"_s);
    QCOMPARE(journal->record(number + 1).error().kind, ErrorKind::NotFound);
}

void TestJobJournal::search()
{
    Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    for (const QString &title : {u"/data/100%.vmdk → a"_s, u"/data/under_score → b"_s, u"/data/under0score → c"_s})
        QVERIFY(journal->end(*journal->begin({u"convert"_s, title, {}}), JobState::Failed, u"the disk is full"_s));
    const auto found = [&](const QString &words) { return journal->records(words)->size(); };
    QCOMPARE(found(QString()), 3U);
    QCOMPARE(found(u"data"_s), 3U);
    QCOMPARE(found(u"100%"_s), 1U);
    QCOMPARE(found(u"under_score"_s), 1U); // no wild cards
    QCOMPARE(found(u"full convert /DATA/"_s), 3U);
    QCOMPARE(found(u"full nowhere"_s), 0U);
    QCOMPARE(journal->records({}, 2)->size(), 2U);
    QVERIFY(journal->records()->front().start.title.endsWith(u'c')); // the latest first
}

void TestJobJournal::isForTheUserAlone()
{
    QVERIFY(JobJournal::open(file()));
    struct stat status{};
    QCOMPARE(::stat(file().constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0600U);
}

void TestJobJournal::refusesWhatIsNoJournal()
{
    const QByteArray letter(5000, 'x');
    QVERIFY(QDir().mkpath(path(u"state"_s)));
    QFile other(QFile::decodeName(file()));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write(letter) == letter.size());
    other.close();
    const Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(!journal);
    QCOMPARE(journal.error().kind, ErrorKind::Malformed);
    QVERIFY(!journal.error().hint.isEmpty());
    QVERIFY(other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), letter);
}

void TestJobJournal::refusesALaterOne()
{
    QVERIFY(JobJournal::open(file()));
    QFile later(QFile::decodeName(file()));
    QVERIFY(later.open(QIODevice::ReadWrite) && later.seek(60)); // "The user version", fileformat2.html, 1.3
    QVERIFY(later.write(QByteArray::fromHex("00000063")) == 4);
    later.close();
    const Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(!journal);
    QCOMPARE(journal.error().kind, ErrorKind::Unsupported);
}

void TestJobJournal::programsAtOnce()
{
    constexpr int writers = 4;
    constexpr int jobsEach = 25;
    std::vector<std::thread> threads;
    std::atomic<int> failures = 0;
    for (int i = 0; i < writers; ++i)
        threads.emplace_back([this, &failures] {
            Result<JobJournal> journal = JobJournal::open(file());
            for (int job = 0; job < jobsEach; ++job) {
                const Result<qint64> number = journal ? journal->begin(conversion) : std::unexpected(journal.error());
                failures +=
                    !number || !journal->log(*number, u"line"_s) || !journal->end(*number, JobState::Done, u"done"_s);
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    const Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    QCOMPARE(journal->records(u"done"_s)->size(), std::size_t(writers * jobsEach));
}

void TestJobJournal::aFailedJobSaysWhy()
{
    Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    QStringList heard;
    const auto work = [](const JobHost &host) -> Result<JobDone> {
        host.log(u"looked"_s);
        return std::unexpected(Error{.kind = ErrorKind::Cancelled, .action = u"convert"_s, .reason = u"stop"_s});
    };
    const Result<JobDone> done =
        runJournalled(*journal, conversion, {.log = [&](const QString &line) { heard += line; }}, work);
    QVERIFY(!done);
    QCOMPARE(heard, QStringList{u"looked"_s});
    const JobRecord record = *journal->record(journal->records()->front().number);
    QCOMPARE(record.state, JobState::Cancelled);
    QCOMPARE(record.outcome, sentence(done.error()));
    QCOMPARE(record.log.front().text, u"looked"_s);
}

void TestJobJournal::withoutAJournalNothingBegins()
{
    Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    // Another program made something else of it.
    Result<QString> other = openJournalDatabase(file());
    QVERIFY(other);
    QVERIFY(JournalQuery(*other).run("DROP TABLE jobs"));
    bool begun = false;
    const Result<JobDone> done = runJournalled(*journal, conversion, {}, [&](const JobHost &) -> Result<JobDone> {
        begun = true;
        return JobDone{};
    });
    closeJournalDatabase(*other);
    QVERIFY(!done);
    QVERIFY(!begun);
}

/// Where nothing can be written, as on a full disk: no file may grow.
void TestJobJournal::aFullDiskIsNotTakenForAnotherProgram()
{
    rlimit usual{};
    QVERIFY(getrlimit(RLIMIT_FSIZE, &usual) == 0);
    rlimit none = usual;
    none.rlim_cur = 0;
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    QVERIFY(setrlimit(RLIMIT_FSIZE, &none) == 0);
    const Result<JobJournal> journal = JobJournal::open(file());
    const bool restored = setrlimit(RLIMIT_FSIZE, &usual) == 0;
    std::signal(SIGXFSZ, before);
    QVERIFY(restored && !journal);
    const QString told = sentence(journal.error());
    QVERIFY2(!told.contains(u"another program"_s) && told.contains(u"Free space"_s), qPrintable(told));
}

void TestJobJournal::aRunningJobIsLeftAlone()
{
    Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    const QString partial = path(u".b.fathom-0123456789ab.part"_s);
    QVERIFY(QFile(partial).open(QIODevice::WriteOnly));
    const Result<qint64> job = journal->begin(conversion);
    QVERIFY(job && journal->willWrite(*job, QFile::encodeName(partial)));
    QVERIFY(journal->recover()->empty());
    QVERIFY(QFile::exists(partial));
    QCOMPARE(journal->record(*job)->state, JobState::Running);
}

/// This very program begins a job, writes and is killed; what it printed, the job's number.
QByteArray TestJobJournal::killedChild(const QString &partial)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--begin"_s, QFile::decodeName(file()), partial});
    if (!child.waitForReadyRead())
        return {};
    const QByteArray number = child.readLine().trimmed();
    child.kill(); // SIGKILL
    child.waitForFinished();
    return number;
}

void TestJobJournal::aKilledJobIsCleanedUp()
{
    const QString partial = path(u".b.fathom-0123456789ab.part"_s);
    const qint64 job = killedChild(partial).toLongLong();
    QVERIFY(job > 0);
    QVERIFY(QFile::exists(partial));
    Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    const Result<std::vector<JobRecord>> recovered = journal->recover();
    QVERIFY(recovered);
    QCOMPARE(recovered->size(), 1U);
    QCOMPARE(recovered->front().number, job);
    QCOMPARE(recovered->front().state, JobState::Interrupted);
    QCOMPARE(recovered->front().start.command, conversion.command);
    QVERIFY(recovered->front().outcome.contains(partial));
    QVERIFY(!QFile::exists(partial));
    QVERIFY(journal->recover()->empty()); // told once
}

void TestJobJournal::aKilledJobsDirectoryIsRemoved()
{
    const QString directory = path(u".new.fathom-0123456789ab.part"_s);
    QVERIFY(QDir().mkpath(directory + u"/bases"_s));
    QVERIFY(QFile(path(u"kept"_s)).open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(m_directory->path(), directory + u"/link"_s));
    QVERIFY(QFile(directory + u"/bases/file"_s).open(QIODevice::WriteOnly));
    QVERIFY(killedChild(path(u".b.fathom-0123456789ab.part"_s)).toLongLong() > 0);
    Result<QString> database = openJournalDatabase(file());
    QVERIFY(database);
    QVERIFY(JournalQuery(*database).run("UPDATE partials SET path = ?", {QFile::encodeName(directory)}));
    closeJournalDatabase(*database);
    Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    const Result<std::vector<JobRecord>> recovered = journal->recover();
    QVERIFY(recovered && recovered->size() == 1);
    QVERIFY(!QFile::exists(directory));
    QVERIFY(QFile::exists(path(u"kept"_s)));
}

/// A home directory on the network: that host may still be at work.
void TestJobJournal::anotherHostsJobIsLeftAlone()
{
    const QString partial = path(u".b.fathom-0123456789ab.part"_s);
    const qint64 job = killedChild(partial).toLongLong();
    Result<QString> other = openJournalDatabase(file());
    QVERIFY(other);
    QVERIFY(JournalQuery(*other).run("UPDATE jobs SET host = 'another.example'"));
    closeJournalDatabase(*other);
    Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    QVERIFY(journal->recover()->empty());
    QVERIFY(QFile::exists(partial));
    QCOMPARE(journal->record(job)->state, JobState::Running);
}

void TestJobJournal::whatSomebodyStillWritesIsLeftAlone()
{
    const QString partial = path(u".b.fathom-0123456789ab.part"_s);
    QVERIFY(killedChild(partial).toLongLong() > 0);
    QProcess writer;
    writer.start(u"sh"_s, {u"-c"_s, u"exec 3>>\"$0\"; echo ready; exec sleep 60"_s, partial});
    QVERIFY(writer.waitForReadyRead());
    Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    QCOMPARE(journal->recover()->size(), 1U);
    QVERIFY(QFile::exists(partial));
    writer.kill();
    QVERIFY(writer.waitForFinished());
    QCOMPARE(journal->recover()->size(), 1U);
    QVERIFY(!QFile::exists(partial));
}

void TestJobJournal::aDoneJobIsToldWhenItsEndCannotBeWritten()
{
    Result<JobJournal> journal = JobJournal::open(file());
    Result<QString> other = openJournalDatabase(file());
    QVERIFY(journal && other);
    const Result<JobDone> done = runJournalled(*journal, conversion, {}, [&](const JobHost &) -> Result<JobDone> {
        if (const Result<void> dropped = JournalQuery(*other).run("DROP TABLE jobs"); !dropped)
            return std::unexpected(dropped.error());
        return JobDone{.text = u"made b"_s};
    });
    closeJournalDatabase(*other);
    QVERIFY(!done);
    QVERIFY2(sentence(done.error()).contains(u"made b"_s), qPrintable(sentence(done.error())));
    QVERIFY(sentence(done.error()).contains(u"jobs.sqlite"_s));
}

void TestJobJournal::removesNothingElse()
{
    const QString precious = path(u"precious.qcow2"_s);
    QVERIFY(killedChild(precious).toLongLong() > 0);
    Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    QCOMPARE(journal->recover()->size(), 1U);
    QVERIFY(QFile::exists(precious));
}

void TestJobJournal::whatCannotBeRemovedIsTriedAgain()
{
    // No file can be removed by a name that is too long for any, not even by root.
    const QString partial = path(u".b.fathom-0123456789ab.part"_s);
    const QString impossible = path(u'.' + QString(300, u'b') + u".fathom-0123456789ab.part"_s);
    const qint64 job = killedChild(partial).toLongLong();
    const auto call = [this](const QString &name) {
        const Result<QString> database = openJournalDatabase(file());
        QVERIFY(database && JournalQuery(*database).run("UPDATE partials SET path = ?", {QFile::encodeName(name)}));
        closeJournalDatabase(*database);
    };
    call(impossible);
    Result<JobJournal> journal = JobJournal::open(file());
    QVERIFY(journal);
    QCOMPARE(journal->recover()->size(), 1U);
    QCOMPARE(journal->record(job)->partials.size(), 1U);
    QVERIFY(journal->record(job)->outcome.contains(impossible));
    QVERIFY(journal->recover()->empty()); // nothing new to tell
    call(partial);
    QCOMPARE(journal->recover()->size(), 1U);
    QVERIFY(!QFile::exists(partial));
    QVERIFY(journal->record(job)->partials.empty());
}

void TestJobJournal::processes()
{
    const QByteArray ours = processIdentity(::getpid());
    QCOMPARE(ours.split(' ').size(), 3);
    QCOMPARE(processIdentity(::getpid()), ours);
    QProcess other;
    other.start(u"sleep"_s, {u"60"_s});
    QVERIFY(other.waitForStarted());
    const qint64 number = other.processId();
    QVERIFY(!processIdentity(number).isEmpty());
    other.kill();
    QVERIFY(other.waitForFinished());
    QVERIFY(processIdentity(number).isEmpty());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--begin") == 0) {
        Result<JobJournal> journal = JobJournal::open(argv[2]);
        const Result<qint64> job = journal ? journal->begin(conversion) : std::unexpected(journal.error());
        if (!job || !journal->willWrite(*job, argv[3]))
            return 1;
        QFile partial(QFile::decodeName(argv[3]));
        if (!partial.open(QIODevice::WriteOnly))
            return 1;
        std::printf("%lld\n", static_cast<long long>(*job));
        std::fflush(stdout);
        while (true)
            ::pause();
    }
    TestJobJournal test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_jobjournal.moc"
