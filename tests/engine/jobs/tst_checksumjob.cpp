// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/checksumjob.h"

#include "jobs/checksums.h"

#include "engine/image/oracle.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Fathom;

/// Compared with Qt's own.
class ChecksumJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everyLength_data();
    void everyLength();
    void manyFiles();
    void linksAreFollowed();
    void whatIsNoFileIsRefused();
    void compared_data();
    void compared();
    void progressIsOfAllFiles();
    void cancelled();
    void aFileThatChangesIsTold();
    void aFileThatBecomesShorterIsTold();
    void aRunningGuestsDiskIsRefused();
    void theCommandMeansTheSameEverywhere();
    void misuse();

private:
    NativePath path(const QString &name) const { return m_directory->filePath(name).toUtf8(); }
    QByteArray write(const QString &name, qsizetype length) const
    {
        QByteArray bytes(length, Qt::Uninitialized);
        for (qsizetype i = 0; i < length; ++i)
            bytes[i] = static_cast<char>(i * 7 + i / 251 + length);
        QFile file(m_directory->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == length ? bytes : QByteArray();
    }
    static Result<JobDone> run(
        const ChecksumRequest &request, const std::stop_token &stop = {}, const JobHost &host = {})
    {
        const std::unique_ptr<Job> job = checksumJob(request);
        const Result<Plan> plan = job->plan(stop);
        if (!plan)
            return std::unexpected(plan.error());
        return job->run(*plan, stop, host);
    }
    static QByteArray hash(const QByteArray &bytes, QCryptographicHash::Algorithm algorithm)
    {
        return QCryptographicHash::hash(bytes, algorithm).toHex();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void ChecksumJobTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

void ChecksumJobTest::everyLength_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 4095, 1 << 20, (1 << 20) + 1, (9 << 20) + 4711})
        QTest::addRow("%d", length) << length;
}

void ChecksumJobTest::everyLength()
{
    QFETCH(int, length);
    const QByteArray bytes = write(QStringLiteral("file"), length);
    QCOMPARE(bytes.size(), length);
    const auto done = run({.files = {path(QStringLiteral("file"))}, .against = {}});
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    const QByteArray sha256 = hash(bytes, QCryptographicHash::Sha256);
    const QByteArray sha512 = hash(bytes, QCryptographicHash::Sha512);
    const QByteArray md5 = hash(bytes, QCryptographicHash::Md5);
    const QByteArray name = "  " + path(QStringLiteral("file"));
    QCOMPARE(done->text.toUtf8(), sha256 + name + '\n' + sha512 + name + '\n' + md5 + name);
    const QJsonArray wished{QJsonObject{{QStringLiteral("filename"), QString::fromUtf8(path(QStringLiteral("file")))},
        {QStringLiteral("length"), length}, {QStringLiteral("sha256"), QString::fromLatin1(sha256)},
        {QStringLiteral("sha512"), QString::fromLatin1(sha512)}, {QStringLiteral("md5"), QString::fromLatin1(md5)}}};
    QCOMPARE(done->facts, QJsonObject({{QStringLiteral("checksums"), wished}}));
    QVERIFY(done->changed.empty() && done->images.empty());
}

void ChecksumJobTest::manyFiles()
{
    ChecksumRequest request;
    QStringList hashes;
    for (int i = 0; i < 5; ++i) {
        const QString name = QStringLiteral("file %1 卷").arg(i);
        hashes.append(QString::fromLatin1(hash(write(name, 1000 * (i + 1)), QCryptographicHash::Sha512)));
        request.files.push_back(path(name));
    }
    const auto done = run(request);
    QVERIFY(done);
    const QJsonArray array = done->facts[QStringLiteral("checksums")].toArray();
    QCOMPARE(array.size(), 5);
    for (qsizetype i = 0; i < 5; ++i)
        QCOMPARE(array[i][QStringLiteral("sha512")].toString(), hashes[i]);
    QCOMPARE(done->text.count(u'\n'), 14);
}

void ChecksumJobTest::linksAreFollowed()
{
    const QByteArray bytes = write(QStringLiteral("file"), 5000);
    QVERIFY(QFile::link(QStringLiteral("file"), m_directory->filePath(QStringLiteral("link"))));
    const auto done = run({.files = {path(QStringLiteral("link"))}, .against = hash(bytes, QCryptographicHash::Md5)});
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QVERIFY(done->text.contains(QStringLiteral("link")));
}

void ChecksumJobTest::whatIsNoFileIsRefused()
{
    QVERIFY(!write(QStringLiteral("file"), 10).isEmpty());
    QCOMPARE(::mkfifo(path(QStringLiteral("fifo")).constData(), 0600), 0);
    const auto kind = [&](const NativePath &name) {
        const auto done = run({.files = {path(QStringLiteral("file")), name}, .against = {}});
        return done ? QStringLiteral("done") : errorKindId(done.error().kind);
    };
    QCOMPARE(kind(path(QStringLiteral("fifo"))), errorKindId(ErrorKind::NotAFile));
    QCOMPARE(kind(m_directory->path().toUtf8()), errorKindId(ErrorKind::NotAFile));
    QCOMPARE(kind("/dev/zero"), errorKindId(ErrorKind::NotAFile));
    QCOMPARE(kind(path(QStringLiteral("none"))), errorKindId(ErrorKind::NotFound));
    QCOMPARE(kind(path(QStringLiteral("n")) + '\xff'), errorKindId(ErrorKind::Unsupported));
}

void ChecksumJobTest::compared_data()
{
    QTest::addColumn<QCryptographicHash::Algorithm>("algorithm");
    QTest::addColumn<QString>("id");
    QTest::newRow("sha256") << QCryptographicHash::Sha256 << QStringLiteral("sha256");
    QTest::newRow("sha512") << QCryptographicHash::Sha512 << QStringLiteral("sha512");
    QTest::newRow("md5") << QCryptographicHash::Md5 << QStringLiteral("md5");
}

void ChecksumJobTest::compared()
{
    QFETCH(QCryptographicHash::Algorithm, algorithm);
    QFETCH(QString, id);
    QByteArray bytes = write(QStringLiteral("file"), 70000);
    const auto same = run({.files = {path(QStringLiteral("file"))}, .against = hash(bytes, algorithm)});
    QVERIFY2(same, qPrintable(same ? QString() : sentence(same.error())));
    QCOMPARE(same->facts[QStringLiteral("against")].toString(), id);
    QVERIFY(same->text.contains(id));
    const QByteArray is = hash(bytes, algorithm);
    bytes[100] = static_cast<char>(bytes[100] + 1);
    const auto other = run({.files = {path(QStringLiteral("file"))}, .against = hash(bytes, algorithm)});
    QVERIFY(!other);
    QCOMPARE(other.error().kind, ErrorKind::Conflict);
    QVERIFY2(other.error().reason.contains(QString::fromLatin1(is)), qPrintable(other.error().reason));
}

void ChecksumJobTest::progressIsOfAllFiles()
{
    ChecksumRequest request;
    for (const char *name : {"a", "b", "c"}) {
        QCOMPARE(write(QString::fromLatin1(name), 3 << 20).size(), 3 << 20);
        request.files.push_back(path(QString::fromLatin1(name)));
    }
    std::vector<JobProgress> told;
    QVERIFY(run(request, {}, {.progress = [&](const JobProgress &step) { told.push_back(step); }}));
    QCOMPARE(told.size(), std::size_t{10});
    for (std::size_t i = 0; i < told.size(); ++i) {
        QCOMPARE(told[i].stage, QStringLiteral("checksum"));
        QCOMPARE(told[i].doneBytes, static_cast<qint64>(i) << 20);
        QCOMPARE(told[i].totalBytes, 9 << 20);
    }
}

void ChecksumJobTest::cancelled()
{
    QVERIFY(!write(QStringLiteral("file"), 12 << 20).isEmpty());
    for (const qint64 at : {0, 1 << 20, 7 << 20}) {
        std::stop_source source;
        qint64 reached = 0;
        const auto done = run({.files = {path(QStringLiteral("file"))}, .against = {}}, source.get_token(),
            {.progress = [&](const JobProgress &step) {
                reached = step.doneBytes;
                if (reached >= at)
                    source.request_stop();
            }});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Cancelled);
        QCOMPARE(reached, at);
    }
}

void ChecksumJobTest::aFileThatChangesIsTold()
{
    QVERIFY(!write(QStringLiteral("file"), 2 << 20).isEmpty());
    const auto done =
        run({.files = {path(QStringLiteral("file"))}, .against = {}}, {}, {.progress = [&](const JobProgress &step) {
            if (step.doneBytes == 1 << 20)
                QVERIFY(Oracle::patch(m_directory->filePath(QStringLiteral("file")), 2 << 20, "more"));
        }});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Conflict);
    // Between the plan and the run.
    const std::unique_ptr<Job> job = checksumJob({.files = {path(QStringLiteral("file"))}, .against = {}});
    const auto plan = job->plan({});
    QVERIFY(plan);
    QVERIFY(QFile::resize(m_directory->filePath(QStringLiteral("file")), 1 << 20));
    QCOMPARE(job->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
}

void ChecksumJobTest::aFileThatBecomesShorterIsTold()
{
    QVERIFY(!write(QStringLiteral("file"), 12 << 20).isEmpty());
    const auto done =
        run({.files = {path(QStringLiteral("file"))}, .against = {}}, {}, {.progress = [&](const JobProgress &step) {
            if (step.doneBytes == 1 << 20)
                QVERIFY(QFile::resize(m_directory->filePath(QStringLiteral("file")), 1 << 20));
        }});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Conflict);
}

void ChecksumJobTest::aRunningGuestsDiskIsRefused()
{
    QVERIFY(!write(QStringLiteral("file"), 1 << 20).isEmpty());
    QProcess guest;
    guest.start(QStringLiteral("qemu-io"),
        {QStringLiteral("-f"), QStringLiteral("raw"), m_directory->filePath(QStringLiteral("file"))});
    QVERIFY(guest.waitForStarted());
    guest.write("length\n");
    QVERIFY(guest.waitForReadyRead());
    const auto done = run({.files = {path(QStringLiteral("file"))}, .against = {}});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Conflict);
    QVERIFY(done.error().reason.contains(QString::number(guest.processId())));
    guest.closeWriteChannel();
    QVERIFY(guest.waitForFinished());
}

void ChecksumJobTest::theCommandMeansTheSameEverywhere()
{
    const QByteArray md5(32, 'a');
    const JobStart start = checksumJob({.files = {"a/../-b"}, .against = md5})->start();
    QCOMPARE(start.command,
        QStringList({QStringLiteral("checksum"), QStringLiteral("--against"), QString::fromLatin1(md5),
            QStringLiteral("--"), QDir::currentPath() + QStringLiteral("/-b")}));
    const auto again = jobFromCommand(start.command);
    QVERIFY(again);
    QCOMPARE((*again)->start().command, start.command);
}

void ChecksumJobTest::misuse()
{
    const auto kind = [](const QString &arguments) {
        const auto job = jobFromCommand(arguments.split(u' '));
        return job ? QStringLiteral("made") : errorKindId(job.error().kind);
    };
    const QString usage = errorKindId(ErrorKind::Usage);
    const QString md5 = QStringLiteral("--against 0123456789ABCDEF0123456789abcdef");
    QCOMPARE(kind(QStringLiteral("checksum")), usage);
    QCOMPARE(kind(QStringLiteral("checksum %1 a").arg(md5)), QStringLiteral("made"));
    QCOMPARE(kind(QStringLiteral("checksum %1 a b").arg(md5)), usage);
    QCOMPARE(kind(QStringLiteral("checksum %1a a").arg(md5)), usage);
    QCOMPARE(kind(QStringLiteral("checksum --against 0123456789abcdef0123456789abcdeg a")), usage);
}

QTEST_GUILESS_MAIN(ChecksumJobTest)
#include "tst_checksumjob.moc"
