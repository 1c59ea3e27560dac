// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/copyjob.h"

#include "base/filefacts.h"

#include "engine/image/oracle.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Fathom;

/// Whatever happens, the source stays as it is and nothing half made is left.
class CopyJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void bytesHolesAndModeAreKept();
    void oddLengths_data();
    void oddLengths();
    void thePlanTellsAll();
    void planningChangesNothing();
    void whatCannotBeCopiedIsRefused();
    void anExistingTargetIsRefused();
    void aLackOfSpaceIsTold();
    void aRunningGuestsDiskIsRefused();
    void stages();
    void cancelLeavesNothing();
    void aSourceThatChangesIsNotKept();
    void aCopyThatDiffersIsNotKept();
    void nobodyElseReadsWhatIsBeingWritten();
    void theCommandMeansTheSameEverywhere();

private:
    QString file(const QString &name) const { return m_directory->filePath(name); }
    NativePath path(const QString &name) const { return file(name).toUtf8(); }
    QStringList names() const { return QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden | QDir::System); }
    QByteArray bytes(const QString &name) const
    {
        QFile opened(file(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    CopyRequest request() const
    {
        return {.source = path(QStringLiteral("source")), .target = path(QStringLiteral("target"))};
    }
    static Result<JobDone> run(const CopyRequest &wish, const std::stop_token &stop = {}, const JobHost &host = {})
    {
        const std::unique_ptr<Job> job = copyJob(wish);
        const Result<Plan> plan = job->plan(stop);
        if (!plan)
            return std::unexpected(plan.error());
        return job->run(*plan, stop, host);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QByteArray m_source;
};

/// 1 MiB of data at the beginning and at 6 MiB of 16 MiB.
void CopyJobTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QFile source(file(QStringLiteral("source")));
    QVERIFY(source.open(QIODevice::WriteOnly));
    QByteArray some(1 << 20, Qt::Uninitialized);
    for (qsizetype i = 0; i < some.size(); ++i)
        some[i] = static_cast<char>(i * 7 + i / 256);
    QVERIFY(source.write(some) == some.size() && source.seek(6 << 20) && source.write(some) == some.size());
    QVERIFY(source.resize(16 << 20));
    source.close();
    QCOMPARE(::chmod(path(QStringLiteral("source")).constData(), 0640), 0);
    m_source = bytes(QStringLiteral("source"));
}

void CopyJobTest::cleanup()
{
    for (const QString &name : names())
        QVERIFY2(!name.endsWith(QStringLiteral(".part")), qPrintable(name));
}

void CopyJobTest::bytesHolesAndModeAreKept()
{
    for (const bool verify : {true, false}) {
        CopyRequest wish = request();
        wish.verify = verify;
        const auto done = run(wish);
        QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
        QCOMPARE(bytes(QStringLiteral("target")), m_source);
        QCOMPARE(bytes(QStringLiteral("source")), m_source);
        const auto facts = fileFacts(wish.target);
        QVERIFY(facts);
        QCOMPARE(facts->mode & 07777, 0640U);
        QVERIFY2(facts->allocatedBytes < 4 << 20, qPrintable(QString::number(facts->allocatedBytes)));
        QCOMPARE(done->changed, std::vector{wish.target});
        QCOMPARE(done->facts[QStringLiteral("verified")].toBool(), verify);
        QCOMPARE(done->facts[QStringLiteral("length")].toInteger(), 16 << 20);
        QCOMPARE(done->facts[QStringLiteral("allocated")].toInteger(), facts->allocatedBytes);
        QVERIFY(!done->facts[QStringLiteral("copied-by")].toString().isEmpty());
        QVERIFY(QFile::remove(file(QStringLiteral("target"))));
    }
}

void CopyJobTest::oddLengths_data()
{
    QTest::addColumn<qint64>("length");
    for (const qint64 length : {0, 1, 4097, (1 << 20) + 1, (6 << 20) + 513, 20 << 20})
        QTest::addRow("%lld", static_cast<long long>(length)) << length;
}

void CopyJobTest::oddLengths()
{
    QFETCH(qint64, length);
    QVERIFY(QFile::resize(file(QStringLiteral("source")), length));
    const auto done = run(request());
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(bytes(QStringLiteral("target")), bytes(QStringLiteral("source")));
    QCOMPARE(QFile(file(QStringLiteral("target"))).size(), length);
}

void CopyJobTest::thePlanTellsAll()
{
    CopyRequest wish = request();
    const auto plan = copyJob(wish)->plan({});
    QVERIFY(plan);
    QCOMPARE(plan->inputs.front().path, wish.source);
    QCOMPARE(plan->inputs.front().virtualSizeBytes, 16 << 20);
    QCOMPARE(plan->outputs.front().path, wish.target);
    QCOMPARE(plan->spaceNeededBytes, fileFacts(wish.source)->allocatedBytes);
    QVERIFY(plan->needIsExact && plan->spaceFreeBytes && plan->risks.empty() && plan->commands.empty());
    wish.verify = false;
    QCOMPARE(copyJob(wish)->plan({})->risks.size(), std::size_t{1});
    QFile writer(file(QStringLiteral("source")));
    QVERIFY(writer.open(QIODevice::ReadWrite)); // by ourselves, which is in nobody's way
    QCOMPARE(copyJob(wish)->plan({})->risks.size(), std::size_t{1});
}

void CopyJobTest::planningChangesNothing()
{
    QVERIFY(copyJob(request())->plan({}));
    QCOMPARE(names(), QStringList{QStringLiteral("source")});
}

void CopyJobTest::whatCannotBeCopiedIsRefused()
{
    QCOMPARE(::mkfifo(path(QStringLiteral("fifo")).constData(), 0600), 0);
    const auto kind = [&](const NativePath &source, const NativePath &target) {
        const auto done = run({.source = source, .target = target});
        return done ? QStringLiteral("done") : errorKindId(done.error().kind);
    };
    const CopyRequest wish = request();
    QCOMPARE(kind(path(QStringLiteral("fifo")), wish.target), errorKindId(ErrorKind::NotAFile));
    QCOMPARE(kind("/dev/zero", wish.target), errorKindId(ErrorKind::NotAFile));
    QCOMPARE(kind(path(QStringLiteral("none")), wish.target), errorKindId(ErrorKind::NotFound));
    QCOMPARE(kind(wish.source, path(QStringLiteral("none/target"))), errorKindId(ErrorKind::NotFound));
    QCOMPARE(kind(wish.source, wish.target + '\xff'), errorKindId(ErrorKind::Unsupported));
}

void CopyJobTest::anExistingTargetIsRefused()
{
    const std::unique_ptr<Job> job = copyJob(request());
    const auto plan = job->plan({});
    QVERIFY(plan);
    QVERIFY(QFile::link(QStringLiteral("nowhere"), file(QStringLiteral("target"))));
    QCOMPARE(job->plan({}).error().kind, ErrorKind::Conflict);
    QCOMPARE(job->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
    QCOMPARE(run({.source = path(QStringLiteral("source")), .target = path(QStringLiteral("source"))}).error().kind,
        ErrorKind::Conflict);
    QCOMPARE(bytes(QStringLiteral("source")), m_source);
}

void CopyJobTest::aLackOfSpaceIsTold()
{
    auto plan = copyJob(request())->plan({});
    QVERIFY(plan);
    plan->spaceFreeBytes = plan->spaceNeededBytes - 1;
    QVERIFY(plan->obstacle());
    QCOMPARE(plan->obstacle()->kind, ErrorKind::NoSpace);
}

void CopyJobTest::aRunningGuestsDiskIsRefused()
{
    QProcess guest;
    guest.start(
        QStringLiteral("qemu-io"), {QStringLiteral("-f"), QStringLiteral("raw"), file(QStringLiteral("source"))});
    QVERIFY(guest.waitForStarted());
    guest.write("length\n");
    QVERIFY(guest.waitForReadyRead());
    const auto done = run(request());
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Conflict);
    QVERIFY(done.error().reason.contains(QString::number(guest.processId())));
    guest.closeWriteChannel();
    QVERIFY(guest.waitForFinished());
    QCOMPARE(names(), QStringList{QStringLiteral("source")});
}

void CopyJobTest::stages()
{
    std::vector<JobProgress> told;
    QVERIFY(run(request(), {}, {.progress = [&](const JobProgress &step) { told.push_back(step); }}));
    QStringList stages;
    for (std::size_t i = 0; i < told.size(); ++i) {
        QCOMPARE(told[i].totalBytes, 16 << 20);
        if (stages.isEmpty() || stages.last() != told[i].stage) {
            QCOMPARE(told[i].doneBytes, 0);
            QVERIFY(i == 0 || told[i - 1].doneBytes == 16 << 20);
            stages.append(told[i].stage);
        } else {
            QVERIFY(told[i].doneBytes > told[i - 1].doneBytes);
        }
    }
    QCOMPARE(stages, QStringList({QStringLiteral("copy"), QStringLiteral("verify"), QStringLiteral("finish")}));
    QCOMPARE(told.back().doneBytes, told.back().totalBytes);
}

void CopyJobTest::cancelLeavesNothing()
{
    for (const char *stage : {"copy", "verify"})
        for (const qint64 at : {0, 1}) {
            std::stop_source source;
            const auto done = run(request(), source.get_token(), {.progress = [&](const JobProgress &step) {
                if (step.stage == QLatin1String(stage) && step.doneBytes >= at)
                    source.request_stop();
            }});
            QVERIFY(!done);
            QCOMPARE(done.error().kind, ErrorKind::Cancelled);
            QCOMPARE(names(), QStringList{QStringLiteral("source")});
        }
}

void CopyJobTest::aSourceThatChangesIsNotKept()
{
    for (const char *stage : {"copy", "verify"}) {
        const auto done = run(request(), {}, {.progress = [&](const JobProgress &step) {
            if (step.stage == QLatin1String(stage) && step.doneBytes == 0)
                QVERIFY(Oracle::patch(
                    file(QStringLiteral("source")), QFile(file(QStringLiteral("source"))).size(), "more"));
        }});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Conflict);
        QCOMPARE(names(), QStringList{QStringLiteral("source")});
    }
}

void CopyJobTest::aCopyThatDiffersIsNotKept()
{
    for (const qint64 where : {1000, (4 << 20) + 5}) { // in what was copied, in what is a hole
        NativePath partial;
        const auto done = run(request(), {},
            {.progress =
                    [&](const JobProgress &step) {
                        if (step.stage == QStringLiteral("verify") && step.doneBytes == 0)
                            QVERIFY(Oracle::patch(QString::fromUtf8(partial), where, "spoilt"));
                    },
                .willWrite = [&](const NativePath &name) -> Result<void> {
                    partial = name;
                    return {};
                }});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::InputOutput);
        QVERIFY(done.error().offset >= where && done.error().offset < where + 6);
        QCOMPARE(names(), QStringList{QStringLiteral("source")});
    }
}

void CopyJobTest::nobodyElseReadsWhatIsBeingWritten()
{
    NativePath partial;
    quint32 mode = 0;
    QVERIFY(run(request(), {},
        {.progress =
                [&](const JobProgress &step) {
                    if (step.stage == QStringLiteral("copy"))
                        mode = fileFacts(partial).value_or(FileFacts{}).mode & 07777;
                },
            .willWrite = [&](const NativePath &name) -> Result<void> {
                partial = name;
                return {};
            }}));
    QCOMPARE(mode, 0600U);
}

void CopyJobTest::theCommandMeansTheSameEverywhere()
{
    const JobStart start = copyJob({.source = "a/../-b", .target = "c", .verify = false})->start();
    QCOMPARE(start.command,
        QStringList({QStringLiteral("copy"), QStringLiteral("--no-verify"), QStringLiteral("--"),
            QDir::currentPath() + QStringLiteral("/-b"), QDir::currentPath() + QStringLiteral("/c")}));
    const auto again = jobFromCommand(start.command);
    QVERIFY(again);
    QCOMPARE((*again)->start().command, start.command);
    QCOMPARE(jobFromCommand({QStringLiteral("copy"), QStringLiteral("a")}).error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(CopyJobTest)
#include "tst_copyjob.moc"
