// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/snapshotsjob.h"

#include "engine/image/oracle.h"
#include "jobs/convertrequest.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

/// With snapshots that the real qemu-img took.
class SnapshotsJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theyAreListed();
    void otherFormatsHaveNone();
    void anExtractHoldsWhatWasThen_data();
    void anExtractHoldsWhatWasThen();
    void ofAnOverlayToo();
    void unclearWordsAreRefused_data();
    void unclearWordsAreRefused();
    void anotherSizeIsRefused();
    void aRunningGuestsDiskIsRefused();
    void anExistingTargetIsRefused();
    void cancelLeavesNothing();
    void theCommandMeansTheSameEverywhere();

private:
    QString path(const QString &name = QStringLiteral("disk")) const { return m_directory->filePath(name); }
    QString tool(const char *program, const QStringList &arguments) const
    {
        return Oracle::make(QString::fromLatin1(program), arguments, m_directory->path());
    }
    QString fill(int pattern) const
    {
        return tool("qemu-io",
            {QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-c"),
                QStringLiteral("write -P %1 0 1M").arg(pattern), QStringLiteral("disk")});
    }
    QString take(const QString &name) const
    {
        return tool("qemu-img", {QStringLiteral("snapshot"), QStringLiteral("-c"), name, QStringLiteral("disk")});
    }
    std::unique_ptr<Job> extract(const QString &snapshot) const
    {
        return convertJob({.source = path().toUtf8(),
            .target = path(QStringLiteral("target")).toUtf8(),
            .verify = false,
            .content = ConvertRequest::Content::Snapshot,
            .snapshot = snapshot});
    }
    static Result<JobDone> run(const Job &job, const std::stop_token &stop = {}, const JobHost &host = {})
    {
        const Result<Plan> plan = job.plan(stop);
        return plan ? job.run(*plan, stop, host) : std::unexpected(plan.error());
    }
    Result<JobDone> list() const
    {
        const auto job = jobFromCommand({QStringLiteral("snapshots"), path()});
        return job ? run(**job) : std::unexpected(job.error());
    }
    QString holds(int pattern) const
    {
        return tool("qemu-io",
            {QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-c"),
                QStringLiteral("read -P %1 0 1M").arg(pattern), QStringLiteral("target")});
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

/// Three snapshots, of which two have the same name and one has the other's ID for a name.
void SnapshotsJobTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("disk"),
                     QStringLiteral("4M")}),
        QString());
    int pattern = 1;
    for (const char *name : {"first, \"of\" 卷", "twice", "twice", "1"}) {
        QCOMPARE(fill(pattern++), QString());
        QCOMPARE(take(QString::fromUtf8(name)), QString());
    }
    QCOMPARE(fill(99), QString());
}

void SnapshotsJobTest::cleanup()
{
    QVERIFY(QDir(m_directory->path()).entryList({QStringLiteral("*.part")}, QDir::Files | QDir::Hidden).isEmpty());
}

void SnapshotsJobTest::theyAreListed()
{
    QProcess guest; // in nobody's way
    guest.start(QStringLiteral("qemu-io"), {QStringLiteral("-f"), QStringLiteral("qcow2"), path()});
    QVERIFY(guest.waitForStarted());
    guest.write("length\n");
    QVERIFY(guest.waitForReadyRead());
    const auto done = list();
    guest.closeWriteChannel();
    QVERIFY(guest.waitForFinished());
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    const QJsonArray ours = done->facts[QStringLiteral("snapshots")].toArray();
    const QJsonArray theirs = Oracle::qemuInfo(path(), QStringLiteral("qcow2"))[QStringLiteral("snapshots")].toArray();
    QCOMPARE(ours.size(), 4);
    QCOMPARE(theirs.size(), 4);
    for (int i = 0; i < 4; ++i) {
        for (const char *key : {"id", "name", "date-sec", "vm-state-size"})
            QCOMPARE(ours[i][QLatin1StringView(key)], theirs[i][QLatin1StringView(key)]);
        QCOMPARE(ours[i][QStringLiteral("virtual-size")], QJsonValue(4 << 20));
    }
    QCOMPARE(done->text.count(u'\n'), 3);
    QVERIFY2(done->text.startsWith(QStringLiteral("1 “first, \"of\" 卷”, ")), qPrintable(done->text));
    QVERIFY(done->changed.empty());
}

void SnapshotsJobTest::otherFormatsHaveNone()
{
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("disk"),
                     QStringLiteral("4M")}),
        QString());
    QVERIFY(list().value().text.contains(QStringLiteral("no snapshots")));
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("vdi"), QStringLiteral("disk"),
                     QStringLiteral("4M")}),
        QString());
    QCOMPARE(list().error().kind, ErrorKind::Unsupported);
    QVERIFY(QFile::remove(path()));
    QCOMPARE(list().error().kind, ErrorKind::NotFound);
}

void SnapshotsJobTest::anExtractHoldsWhatWasThen_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("pattern");
    QTest::newRow("a name") << QStringLiteral("first, \"of\" 卷") << 1;
    QTest::newRow("an ID before a name") << QStringLiteral("1") << 1;
    QTest::newRow("one of a name") << QStringLiteral("2") << 2;
    QTest::newRow("the other") << QStringLiteral("3") << 3;
    QTest::newRow("whose name is an ID") << QStringLiteral("4") << 4;
}

void SnapshotsJobTest::anExtractHoldsWhatWasThen()
{
    QFETCH(QString, word);
    QFETCH(int, pattern);
    QFile disk(path());
    QVERIFY(disk.open(QIODevice::ReadOnly));
    const QByteArray before = disk.readAll();
    const auto done = run(*extract(word));
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(holds(pattern), QString());
    QCOMPARE(done->facts[QStringLiteral("snapshot")], QJsonValue(word));
    QCOMPARE(done->facts[QStringLiteral("verified")], QJsonValue(false));
    QCOMPARE(done->images.front().info.virtualSizeBytes, 4 << 20);
    QVERIFY(done->images.front().info.snapshots.empty());
    QVERIFY(disk.seek(0) && disk.readAll() == before);
}

void SnapshotsJobTest::ofAnOverlayToo()
{
    QVERIFY(QFile::rename(path(), path(QStringLiteral("base"))));
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-b"),
                     QStringLiteral("base"), QStringLiteral("-F"), QStringLiteral("qcow2"), QStringLiteral("disk")}),
        QString());
    QCOMPARE(take(QStringLiteral("untouched")), QString());
    QCOMPARE(fill(7), QString());
    const auto done = run(*extract(QStringLiteral("untouched")));
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(holds(99), QString());
}

void SnapshotsJobTest::unclearWordsAreRefused_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("hint");
    QTest::newRow("none") << QStringLiteral("never") << ErrorKind::NotFound << QStringLiteral("4 “1”");
    QTest::newRow("empty") << QString() << ErrorKind::NotFound << QStringLiteral("4 “1”");
    QTest::newRow("two") << QStringLiteral("twice") << ErrorKind::Conflict << QStringLiteral("2 “twice”, 3 “twice”");
}

void SnapshotsJobTest::unclearWordsAreRefused()
{
    QFETCH(QString, word);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, hint);
    const auto done = run(*extract(word));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, kind);
    QVERIFY2(done.error().hint.contains(hint), qPrintable(done.error().hint));
}

/// qemu-img would cut off what the snapshot has behind today's end.
void SnapshotsJobTest::anotherSizeIsRefused()
{
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("resize"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("disk"),
                     QStringLiteral("8M")}),
        QString());
    const auto done = run(*extract(QStringLiteral("2")));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Unsupported);
    QCOMPARE(take(QStringLiteral("large")), QString());
    QVERIFY(run(*extract(QStringLiteral("large"))));
}

void SnapshotsJobTest::aRunningGuestsDiskIsRefused()
{
    QProcess guest;
    guest.start(QStringLiteral("qemu-io"), {QStringLiteral("-f"), QStringLiteral("qcow2"), path()});
    QVERIFY(guest.waitForStarted());
    guest.write("length\n");
    QVERIFY(guest.waitForReadyRead());
    const auto done = run(*extract(QStringLiteral("2")));
    guest.closeWriteChannel();
    QVERIFY(guest.waitForFinished());
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Conflict);
}

void SnapshotsJobTest::anExistingTargetIsRefused()
{
    QVERIFY(run(*extract(QStringLiteral("2"))));
    QCOMPARE(run(*extract(QStringLiteral("3"))).error().kind, ErrorKind::Conflict);
    QCOMPARE(holds(2), QString());
}

void SnapshotsJobTest::cancelLeavesNothing()
{
    std::stop_source source;
    const auto done = run(*extract(QStringLiteral("2")), source.get_token(),
        {.progress = [&](const JobProgress &) { source.request_stop(); }});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("disk")});
}

void SnapshotsJobTest::theCommandMeansTheSameEverywhere()
{
    const JobStart start = extract(QStringLiteral("-x, \"y\""))->start();
    QCOMPARE(start.kind, QStringLiteral("snapshot-extract"));
    QCOMPARE(start.command.last(), path(QStringLiteral("target")));
    const auto again = jobFromCommand(start.command);
    QVERIFY(again);
    QCOMPARE((*again)->start().command, start.command);
    QCOMPARE(
        jobFromCommand({QStringLiteral("snapshot-extract"), QStringLiteral("a"), QStringLiteral("b")}).error().kind,
        ErrorKind::Usage);
    const auto lists = jobFromCommand({QStringLiteral("snapshots"), QStringLiteral("--"), QStringLiteral("-x")});
    QVERIFY(lists);
    QCOMPARE((*lists)->start().command,
        QStringList({QStringLiteral("snapshots"), QStringLiteral("--"), QDir::currentPath() + QStringLiteral("/-x")}));
    QCOMPARE(jobFromCommand({QStringLiteral("snapshots")}).error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(SnapshotsJobTest)
#include "tst_snapshotsjob.moc"
