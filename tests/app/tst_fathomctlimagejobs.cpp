// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

/// The jobs over single images as they are run by hand and by scripts, with the real qemu-img.
class FathomctlImageJobsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void check();
    void repair();
    void flatten();
    void resize();
    void rebase();
    void commit();
    void compress();
    void snapshots();

private:
    QString path(const QString &name) const { return m_directory->filePath(name); }
    ProgramRun tool(const QString &program, const QString &arguments) const
    {
        return runProgram(program, arguments.split(u' '), {}, {}, m_directory->path());
    }
    ProgramRun fathomctl(const QString &arguments) const { return tool(QStringLiteral(FATHOMCTL), arguments); }
    /// The last event of a stream.
    static QJsonObject last(const ProgramRun &run)
    {
        return QJsonDocument::fromJson(run.output.trimmed().split('\n').constLast()).object();
    }
    /// A qcow2 of 4 MiB, with 1 MiB of sevens.
    void makeDisk() const
    {
        QCOMPARE(tool(QStringLiteral("qemu-img"), QStringLiteral("create -q -f qcow2 disk 4M")).exitCode, 0);
        QCOMPARE(runProgram(QStringLiteral("qemu-io"),
                     {QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-c"),
                         QStringLiteral("write -P 7 0 1M"), path(QStringLiteral("disk"))})
                     .exitCode,
            0);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QTemporaryDir> m_state; ///< where the journal lies
};

void FathomctlImageJobsTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_state = std::make_unique<QTemporaryDir>();
    qputenv("XDG_STATE_HOME", QFile::encodeName(m_state->path()));
    makeDisk();
}

void FathomctlImageJobsTest::check()
{
    const ProgramRun dry = fathomctl(QStringLiteral("check --dry-run disk"));
    QCOMPARE(dry.exitCode, 0);
    QVERIFY2(dry.output.contains("qemu-img check --output=json -f qcow2 --"), dry.output.constData());
    QVERIFY(!dry.output.contains("Space"));
    const ProgramRun run = fathomctl(QStringLiteral("check disk"));
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QVERIFY2(run.output.contains("disk: no errors; 16 of 64 clusters are allocated"), run.output.constData());
    QCOMPARE(run.errors, QByteArray("Checking\n"));
    QCOMPARE(last(fathomctl(QStringLiteral("check --json disk")))[QStringLiteral("corruptions")], QJsonValue(0));

    // The refcount of a cluster with data, 16 bits of the third cluster.
    QFile disk(path(QStringLiteral("disk")));
    QVERIFY(disk.open(QIODevice::ReadWrite) && disk.seek((2 << 16) + 2 * 6));
    QCOMPARE(disk.write(QByteArray(2, '\0')), 2);
    disk.close();
    const ProgramRun damaged = fathomctl(QStringLiteral("check --json disk"));
    QCOMPARE(damaged.exitCode, 5);
    QCOMPARE(last(damaged)[QStringLiteral("error")][QStringLiteral("kind")], QJsonValue(QStringLiteral("malformed")));
    QCOMPARE(fathomctl(QStringLiteral("check")).exitCode, 2);
    QCOMPARE(fathomctl(QStringLiteral("check -f raw disk")).exitCode, 6); // raw bytes that look like a qcow2
    QCOMPARE(fathomctl(QStringLiteral("jobs --json")).json().array().size(), 3);
}

void FathomctlImageJobsTest::repair()
{
    QCOMPARE(fathomctl(QStringLiteral("repair")).exitCode, 2);
    const ProgramRun sound = fathomctl(QStringLiteral("repair disk"));
    QVERIFY2(sound.exitCode == 10 && sound.errors.contains("nothing is wrong with it"), sound.errors.constData());
    // The refcount of a cluster with data, 16 bits of the third cluster.
    const auto damage = [this] {
        QFile disk(path(QStringLiteral("disk")));
        return disk.open(QIODevice::ReadWrite) && disk.seek((2 << 16) + 2 * 6) && disk.write(QByteArray(2, '\0')) == 2;
    };
    QVERIFY(damage());
    const ProgramRun told = fathomctl(QStringLiteral("check disk"));
    QVERIFY2(told.exitCode == 5 && told.errors.contains("fathomctl repair"), told.errors.constData());
    QCOMPARE(fathomctl(QStringLiteral("repair --leaks disk")).exitCode, 10);
    const ProgramRun dry = fathomctl(QStringLiteral("repair --dry-run disk"));
    QVERIFY2(dry.exitCode == 0, dry.errors.constData());
    QVERIFY2(dry.output.contains("qemu-img check --output=json -r all -f qcow2 -- ") &&
            dry.output.contains("found in it: 2 errors"),
        dry.output.constData());
    const ProgramRun json = fathomctl(QStringLiteral("repair --json disk"));
    QVERIFY2(json.exitCode == 0, json.errors.constData());
    QCOMPARE(last(json)[QStringLiteral("same-content")], QJsonValue(true));
    QCOMPARE(last(json)[QStringLiteral("corruptions-fixed")], QJsonValue(1));
    QVERIFY(QFile::exists(last(json)[QStringLiteral("kept")].toString()));
    QCOMPARE(fathomctl(QStringLiteral("check disk")).exitCode, 0);
}

void FathomctlImageJobsTest::flatten()
{
    QCOMPARE(
        tool(QStringLiteral("qemu-img"), QStringLiteral("create -q -f qcow2 -b disk -F qcow2 over 8M")).exitCode, 0);
    const ProgramRun dry = fathomctl(QStringLiteral("flatten --dry-run over flat"));
    QVERIFY2(dry.exitCode == 0, dry.errors.constData());
    QCOMPARE(dry.output.count("Reads"), 2);
    QVERIFY2(dry.output.contains("json:"), dry.output.constData());
    const ProgramRun run = fathomctl(QStringLiteral("flatten --json over flat"));
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QCOMPARE(last(run)[QStringLiteral("layers")], QJsonValue(2));
    QCOMPARE(tool(QStringLiteral("qemu-img"), QStringLiteral("compare -f qcow2 -F qcow2 over flat")).exitCode, 0);
    QCOMPARE(fathomctl(QStringLiteral("flatten over flat")).exitCode, 10);
    QCOMPARE(fathomctl(QStringLiteral("flatten disk flat2")).exitCode, 7);
    QVERIFY(QFile::remove(path(QStringLiteral("disk"))));
    QCOMPARE(fathomctl(QStringLiteral("flatten over flat2")).exitCode, 3);
    QVERIFY(!QFile::exists(path(QStringLiteral("flat2"))));
}

void FathomctlImageJobsTest::resize()
{
    const ProgramRun dry = fathomctl(QStringLiteral("resize --dry-run disk +2M"));
    QVERIFY2(dry.exitCode == 0, dry.errors.constData());
    QVERIFY2(dry.output.contains("qemu-img resize -q -f qcow2 --"), dry.output.constData());
    QVERIFY2(dry.output.contains("(qcow2, 6\u00a0MiB)") && !dry.output.contains("Space"), dry.output.constData());
    const ProgramRun run = fathomctl(QStringLiteral("resize disk +2M"));
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QVERIFY2(run.output.contains("a virtual size of 6\u00a0MiB, 4\u00a0MiB before"), run.output.constData());
    const ProgramRun json = fathomctl(QStringLiteral("resize --json disk 8M"));
    QCOMPARE(last(json)[QStringLiteral("virtual-size")].toInteger(), 8 << 20);
    QCOMPARE(last(json)[QStringLiteral("changed")].toArray().size(), 1);
    QCOMPARE(fathomctl(QStringLiteral("resize disk 4M")).exitCode, 7);
    QCOMPARE(fathomctl(QStringLiteral("resize disk 8M")).exitCode, 10);
    const ProgramRun lost = fathomctl(QStringLiteral("resize --shrink disk 512K"));
    QVERIFY2(lost.exitCode == 6 && lost.errors.contains("1048576 bytes"), lost.errors.constData());
    const ProgramRun less = fathomctl(QStringLiteral("resize --shrink --dry-run disk 1M"));
    QVERIFY2(less.output.contains("qemu-img resize -q --shrink -f qcow2 --"), less.output.constData());
    QVERIFY2(less.output.contains("not known"), less.output.constData());
    const ProgramRun smaller = fathomctl(QStringLiteral("resize --shrink disk 1M"));
    QVERIFY2(smaller.output.contains("a virtual size of 1\u00a0MiB, 8\u00a0MiB before"), smaller.output.constData());
    QCOMPARE(fathomctl(QStringLiteral("resize disk much")).exitCode, 2);
}

void FathomctlImageJobsTest::rebase()
{
    const QString qemuImg = QStringLiteral("qemu-img");
    QCOMPARE(tool(qemuImg, QStringLiteral("create -q -f qcow2 -b disk -F qcow2 over")).exitCode, 0);
    QCOMPARE(tool(qemuImg, QStringLiteral("create -q -f raw new 4M")).exitCode, 0);
    QCOMPARE(tool(qemuImg, QStringLiteral("convert -O qcow2 disk same")).exitCode, 0);
    QCOMPARE(fathomctl(QStringLiteral("rebase over new")).exitCode, 6); // nobody said that it is raw
    QCOMPARE(fathomctl(QStringLiteral("rebase over")).exitCode, 2);
    QCOMPARE(fathomctl(QStringLiteral("rebase --unsafe --onto-format raw over new")).exitCode, 10);
    const ProgramRun dry = fathomctl(QStringLiteral("rebase --dry-run --onto-format raw over new"));
    QVERIFY2(dry.exitCode == 0, dry.errors.constData());
    QVERIFY2(dry.output.contains("qemu-img rebase -p -F raw -b ") && dry.output.contains("is kept beside it"),
        dry.output.constData());
    const ProgramRun run = fathomctl(QStringLiteral("rebase --onto-format raw over new"));
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QVERIFY2(run.output.contains("holds what it held. As it was it is kept as "), run.output.constData());
    QCOMPARE(tool(qemuImg, QStringLiteral("compare -f qcow2 -F qcow2 over disk")).exitCode, 0);
    const ProgramRun json = fathomctl(QStringLiteral("rebase --json over same"));
    QCOMPARE(last(json)[QStringLiteral("layers")], QJsonValue(2));
    QVERIFY(QFile::exists(last(json)[QStringLiteral("kept")].toString()));
    QCOMPARE(last(json)[QStringLiteral("changed")].toArray().size(), 2);
    QCOMPARE(fathomctl(QStringLiteral("rebase --unsafe --no-keep over disk")).exitCode, 0);
    QVERIFY(QFile::remove(path(QStringLiteral("disk"))));
    QCOMPARE(fathomctl(QStringLiteral("rebase --unsafe over same")).exitCode, 3);
}

void FathomctlImageJobsTest::commit()
{
    const QString qemuImg = QStringLiteral("qemu-img");
    QCOMPARE(tool(qemuImg, QStringLiteral("create -q -f qcow2 -b disk -F qcow2 mid")).exitCode, 0);
    QCOMPARE(tool(qemuImg, QStringLiteral("create -q -f qcow2 -b mid -F qcow2 over 5M")).exitCode, 0);
    QCOMPARE(fathomctl(QStringLiteral("commit")).exitCode, 2);
    QCOMPARE(fathomctl(QStringLiteral("commit disk")).exitCode, 7);
    QCOMPARE(fathomctl(QStringLiteral("commit --into none over")).exitCode, 3);
    const ProgramRun dry = fathomctl(QStringLiteral("commit --dry-run over"));
    QVERIFY2(dry.exitCode == 0, dry.errors.constData());
    QVERIFY2(
        dry.output.contains("qemu-img commit -p -d -b ") && dry.output.contains("grows from"), dry.output.constData());
    const ProgramRun run = fathomctl(QStringLiteral("commit over"));
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QVERIFY2(run.output.contains("As it was it is kept as "), run.output.constData());
    QCOMPARE(tool(qemuImg, QStringLiteral("compare -f qcow2 -F qcow2 over mid")).exitCode, 0);
    // What is kept of the layer between stands on the base, too.
    QCOMPARE(fathomctl(QStringLiteral("commit --into disk over")).exitCode, 10);
    for (const QString &name : QDir(m_directory->path()).entryList({QStringLiteral("mid.before-*")}))
        QVERIFY(QFile::remove(path(name)));
    const ProgramRun json = fathomctl(QStringLiteral("commit --json --into disk over"));
    QVERIFY2(json.exitCode == 0, json.output.constData());
    QCOMPARE(last(json)[QStringLiteral("layers")], QJsonValue(2));
    QCOMPARE(last(json)[QStringLiteral("virtual-size")].toInteger(), 5 << 20);
    QVERIFY(QFile::exists(last(json)[QStringLiteral("kept")].toString()));
    QCOMPARE(tool(qemuImg, QStringLiteral("compare -f qcow2 -F qcow2 over disk")).exitCode, 0);
}

void FathomctlImageJobsTest::compress()
{
    QCOMPARE(fathomctl(QStringLiteral("compress")).exitCode, 2);
    QCOMPARE(tool(QStringLiteral("qemu-img"), QStringLiteral("convert -O qcow2 disk expected")).exitCode, 0);
    const ProgramRun little = fathomctl(QStringLiteral("compress disk"));
    QVERIFY2(little.exitCode == 10 && little.errors.contains("less than 5 %"), little.errors.constData());
    const ProgramRun dry = fathomctl(QStringLiteral("compress --dry-run -c disk"));
    QVERIFY2(dry.exitCode == 0, dry.errors.constData());
    QVERIFY2(dry.output.contains("Moves") && dry.output.contains("compression_type=zstd") &&
            dry.output.contains("an estimate") && dry.output.contains("QEMU 5.1"),
        dry.output.constData());
    const ProgramRun run = fathomctl(QStringLiteral("compress -c disk"));
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QVERIFY2(run.output.contains("and holds what it held. As it was it lies in "), run.output.constData());
    QCOMPARE(tool(QStringLiteral("qemu-img"), QStringLiteral("compare disk expected")).exitCode, 0);
    const QJsonArray things = fathomctl(QStringLiteral("quarantined --json .")).json().array();
    QCOMPARE(things.size(), 1);
    QCOMPARE(fathomctl(QStringLiteral("restore ") + things[0][QStringLiteral("entry")].toString()).exitCode, 0);
    QCOMPARE(fathomctl(QStringLiteral("compress disk")).exitCode, 10);
    const ProgramRun json = fathomctl(QStringLiteral("compress --json --compress expected"));
    QVERIFY2(json.exitCode == 0, json.errors.constData());
    QVERIFY(last(json)[QStringLiteral("allocated")].toInteger() <
        last(json)[QStringLiteral("allocated-before")].toInteger());
    QVERIFY(QFile::exists(last(json)[QStringLiteral("quarantined")].toString()));
}

void FathomctlImageJobsTest::snapshots()
{
    QVERIFY(fathomctl(QStringLiteral("snapshots disk")).output.contains("no snapshots"));
    QCOMPARE(tool(QStringLiteral("qemu-img"), QStringLiteral("snapshot -c old disk")).exitCode, 0);
    const ProgramRun people = fathomctl(QStringLiteral("snapshots disk"));
    QVERIFY2(people.exitCode == 0 && people.output.startsWith("1 “old”, "), people.output.constData());
    const QJsonObject list = last(fathomctl(QStringLiteral("snapshots --json disk")));
    QCOMPARE(list[QStringLiteral("snapshots")][0][QStringLiteral("name")], QJsonValue(QStringLiteral("old")));

    const ProgramRun dry = fathomctl(QStringLiteral("snapshot-extract --dry-run -O raw disk old was"));
    QVERIFY2(dry.output.contains("-l snapshot.id=1") && dry.output.contains("1 “old”"), dry.output.constData());
    QCOMPARE(dry.errors, QByteArray());
    const ProgramRun run = fathomctl(QStringLiteral("snapshot-extract --json -O raw disk old was"));
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QCOMPARE(last(run)[QStringLiteral("snapshot")], QJsonValue(QStringLiteral("old")));
    QFile was(path(QStringLiteral("was")));
    QVERIFY(was.open(QIODevice::ReadOnly));
    QCOMPARE(was.readAll(), QByteArray(1 << 20, '\7') + QByteArray(3 << 20, '\0'));
    QCOMPARE(fathomctl(QStringLiteral("snapshot-extract disk old was")).exitCode, 10);
    QCOMPARE(fathomctl(QStringLiteral("snapshot-extract disk never new")).exitCode, 3);
    QCOMPARE(fathomctl(QStringLiteral("snapshot-extract disk new")).exitCode, 2);

    const ProgramRun warned = fathomctl(QStringLiteral("snapshot-delete --dry-run disk old"));
    QVERIFY2(warned.exitCode == 0 && warned.output.contains("lost for good"), warned.output.constData());
    const ProgramRun gone = fathomctl(QStringLiteral("snapshot-delete --json disk old"));
    QVERIFY2(gone.exitCode == 0, gone.errors.constData());
    QCOMPARE(last(gone)[QStringLiteral("snapshots-left")], QJsonValue(0));
    QVERIFY(fathomctl(QStringLiteral("snapshots disk")).output.contains("no snapshots"));
    QCOMPARE(fathomctl(QStringLiteral("snapshot-delete disk old")).exitCode, 3);
}

QTEST_GUILESS_MAIN(FathomctlImageJobsTest)
#include "tst_fathomctlimagejobs.moc"
