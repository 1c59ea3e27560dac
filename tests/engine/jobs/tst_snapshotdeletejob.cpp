// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/snapshotdeletejob.h"

#include "engine/image/oracle.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

/// With snapshots that the real qemu-img took: one goes, and nothing else.
class SnapshotDeleteJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void oneGoesAndTheOthersStay_data();
    void oneGoesAndTheOthersStay();
    void overlaysKeepTheirBase();
    void whatQemuCouldMistakeIsRefused_data();
    void whatQemuCouldMistakeIsRefused();
    void otherFormatsAreRefused();
    void aUsedDiskIsRefused();
    void anotherSnapshotThanPlannedIsRefused();
    void cancelChangesNothing();
    void aQemuImgThatDoesNothingIsFoundOut();
    void theCommandMeansTheSameEverywhere();

private:
    QString path(const QString &name = QStringLiteral("disk")) const { return m_directory->filePath(name); }
    QString tool(const char *program, const QStringList &arguments) const
    {
        return Oracle::make(QString::fromLatin1(program), arguments, m_directory->path());
    }
    QString io(const QString &command) const
    {
        return tool("qemu-io",
            {QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-c"), command, QStringLiteral("disk")});
    }
    QString snapshot(const char *what, const QString &name) const
    {
        return tool("qemu-img", {QStringLiteral("snapshot"), QString::fromLatin1(what), name, QStringLiteral("disk")});
    }
    /// "1=a 2=b"
    QString left() const
    {
        QStringList ids;
        for (const QJsonValue &each :
            Oracle::qemuInfo(path(), QStringLiteral("qcow2"))[QStringLiteral("snapshots")].toArray())
            ids.append(each[QStringLiteral("id")].toString() + u'=' + each[QStringLiteral("name")].toString());
        return ids.join(u' ');
    }
    std::unique_ptr<Job> job(const QString &snapshot) const
    {
        return snapshotDeleteJob({.image = path().toUtf8(), .format = {}, .snapshot = snapshot});
    }
    static Result<JobDone> run(const Job &job, const std::stop_token &stop = {})
    {
        const Result<Plan> plan = job.plan({});
        return plan ? job.run(*plan, stop, {}) : std::unexpected(plan.error());
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void SnapshotDeleteJobTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("disk"),
                     QStringLiteral("4M")}),
        QString());
    int pattern = 1;
    for (const char *name : {"-a, \"b\"", "c", "twice", "twice", "1", "6"}) {
        QCOMPARE(io(QStringLiteral("write -P %1 0 1M").arg(pattern++)), QString());
        QCOMPARE(snapshot("-c", QString::fromLatin1(name)), QString());
    }
    QCOMPARE(io(QStringLiteral("write -P 99 0 1M")), QString());
}

void SnapshotDeleteJobTest::oneGoesAndTheOthersStay_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    QTest::newRow("by name") << QStringLiteral("c") << QStringLiteral("1=-a, \"b\" 3=twice 4=twice 5=1 6=6");
    QTest::newRow("by ID") << QStringLiteral("2") << QStringLiteral("1=-a, \"b\" 3=twice 4=twice 5=1 6=6");
    QTest::newRow("a name like an option") << QStringLiteral("1") << QStringLiteral("2=c 3=twice 4=twice 5=1 6=6");
    QTest::newRow("named as its ID") << QStringLiteral("6") << QStringLiteral("1=-a, \"b\" 2=c 3=twice 4=twice 5=1");
}

void SnapshotDeleteJobTest::oneGoesAndTheOthersStay()
{
    QFETCH(QString, word);
    QFETCH(QString, expected);
    const auto done = run(*job(word));
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(left(), expected);
    QCOMPARE(done->facts[QStringLiteral("snapshots-left")], QJsonValue(5));
    QCOMPARE(done->changed, std::vector<NativePath>{path().toUtf8()});
    QCOMPARE(done->images.front().info.snapshots.size(), std::size_t{5});
    QCOMPARE(io(QStringLiteral("read -P 99 0 1M")), QString());
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("check"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("disk")}),
        QString());
}

/// The base need not even be there.
void SnapshotDeleteJobTest::overlaysKeepTheirBase()
{
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("base"),
                     QStringLiteral("4M")}),
        QString());
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-b"),
                     QStringLiteral("base"), QStringLiteral("-F"), QStringLiteral("qcow2"), QStringLiteral("disk")}),
        QString());
    QCOMPARE(snapshot("-c", QStringLiteral("s")), QString());
    QVERIFY(QFile::remove(path(QStringLiteral("base"))));
    const auto done = run(*job(QStringLiteral("s")));
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(done->images.front().info.backingFile, QByteArray("base"));
    QCOMPARE(done->images.front().info.backingFormat, QStringLiteral("qcow2"));
}

void SnapshotDeleteJobTest::whatQemuCouldMistakeIsRefused_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("none") << QStringLiteral("never") << ErrorKind::NotFound;
    QTest::newRow("a name of two") << QStringLiteral("twice") << ErrorKind::Conflict;
    QTest::newRow("one of a name") << QStringLiteral("4") << ErrorKind::Conflict;
    QTest::newRow("named as another's ID") << QStringLiteral("5") << ErrorKind::Conflict;
}

void SnapshotDeleteJobTest::whatQemuCouldMistakeIsRefused()
{
    QFETCH(QString, word);
    QFETCH(ErrorKind, kind);
    const QString before = left();
    const auto done = run(*job(word));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, kind);
    QVERIFY(!done.error().hint.isEmpty());
    QCOMPARE(left(), before);
}

void SnapshotDeleteJobTest::otherFormatsAreRefused()
{
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("vdi"), QStringLiteral("disk"),
                     QStringLiteral("4M")}),
        QString());
    QCOMPARE(run(*job(QStringLiteral("c"))).error().kind, ErrorKind::Unsupported);
}

void SnapshotDeleteJobTest::aUsedDiskIsRefused()
{
    const QString before = left();
    const std::unique_ptr<Job> wish = job(QStringLiteral("c"));
    const auto plan = wish->plan({});
    QVERIFY(plan);
    for (const bool reads : {false, true}) {
        QProcess guest;
        guest.start(QStringLiteral("qemu-io"),
            (reads ? QStringList{QStringLiteral("-r")} : QStringList{}) +
                QStringList{QStringLiteral("-f"), QStringLiteral("qcow2"), path()});
        QVERIFY(guest.waitForStarted());
        guest.write("length\n");
        QVERIFY(guest.waitForReadyRead());
        const auto done = wish->run(*plan, {}, {});
        guest.closeWriteChannel();
        QVERIFY(guest.waitForFinished());
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Conflict);
    }
    QCOMPARE(left(), before);
}

void SnapshotDeleteJobTest::anotherSnapshotThanPlannedIsRefused()
{
    const std::unique_ptr<Job> wish = job(QStringLiteral("c"));
    const auto plan = wish->plan({});
    QVERIFY(plan);
    QCOMPARE(snapshot("-d", QStringLiteral("c")), QString());
    QCOMPARE(snapshot("-c", QStringLiteral("c")), QString());
    const QString before = left();
    QCOMPARE(wish->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
    QCOMPARE(left(), before);
}

void SnapshotDeleteJobTest::cancelChangesNothing()
{
    const QString before = left();
    std::stop_source source;
    source.request_stop();
    QCOMPARE(run(*job(QStringLiteral("c")), source.get_token()).error().kind, ErrorKind::Cancelled);
    QCOMPARE(left(), before);
}

void SnapshotDeleteJobTest::aQemuImgThatDoesNothingIsFoundOut()
{
    const std::unique_ptr<Job> wish = job(QStringLiteral("c"));
    const auto plan = wish->plan({});
    QVERIFY(plan);
    QFile file(path(QStringLiteral("qemu-img")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n") > 0);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    file.close();
    const QByteArray search = qgetenv("PATH");
    qputenv("PATH", QByteArray(m_directory->path().toUtf8() + ':' + search));
    const auto done = wish->run(*plan, {}, {});
    qputenv("PATH", search);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::ToolFailed);
}

void SnapshotDeleteJobTest::theCommandMeansTheSameEverywhere()
{
    const JobStart start = snapshotDeleteJob({.image = "-x", .format = {}, .snapshot = QStringLiteral("-y")})->start();
    QCOMPARE(start.command,
        QStringList({QStringLiteral("snapshot-delete"), QStringLiteral("--"),
            QDir::currentPath() + QStringLiteral("/-x"), QStringLiteral("-y")}));
    const auto again = jobFromCommand(start.command);
    QVERIFY(again);
    QCOMPARE((*again)->start().command, start.command);
    QCOMPARE(jobFromCommand({QStringLiteral("snapshot-delete"), QStringLiteral("x")}).error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(SnapshotDeleteJobTest)
#include "tst_snapshotdeletejob.moc"
