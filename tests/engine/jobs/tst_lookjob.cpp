// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/lookjob.h"

#include "engine/image/oracle.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;
using namespace Qt::StringLiterals;

/// What the tools put onto disks is found there again, through any format and any chain.
class LookJobTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void aTableWithFileSystems_data();
    void aTableWithFileSystems();
    void logicalPartitions();
    void aFileSystemAlone_data();
    void aFileSystemAlone();
    void anOverlayShowsWhatItHolds();
    void aPartitionBehindTheEndIsNotLookedAt();
    void anImageInsideIsNotFollowed();
    void unknownBytesAreRefused();
    void itChangesNothing();

private:
    QString file(const QString &name) const { return m_directory->filePath(name); }
    QString run(const QString &program, const QStringList &words, const QByteArray &input = {}) const
    {
        const Oracle::Run done = Oracle::run(program, words, m_directory->path(), input);
        return done.succeeded ? QString() : QString::fromUtf8(done.complaint + done.output);
    }
    void raw(qint64 bytes) const
    {
        QFile made(file(u"raw"_s));
        QVERIFY(made.open(QIODevice::WriteOnly) && made.resize(bytes));
    }
    Result<JobDone> look(const QString &name, const std::optional<ImageFormat> &format = {}) const
    {
        const std::unique_ptr<Job> job = lookJob({.image = file(name).toUtf8(), .format = format});
        const Result<Plan> plan = job->plan({});
        if (!plan)
            return std::unexpected(plan.error());
        return job->run(*plan, {}, {});
    }
    /// An ext4 in a partition of its own, 20 MiB from 1 MiB on.
    void partitioned() const
    {
        raw(64 << 20);
        QCOMPARE(run(u"sfdisk"_s, {u"-q"_s, u"raw"_s}, "label: gpt\n,20M\n,\n"), QString());
        QCOMPARE(run(u"mkfs.ext4"_s,
                     {u"-q"_s, u"-L"_s, u"rootfs"_s, u"-U"_s, u"83de4da7-37de-4c85-af3e-18c36bb47504"_s, u"-E"_s,
                         u"offset=1048576"_s, u"raw"_s, u"20M"_s}),
            QString());
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void LookJobTest::aTableWithFileSystems_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"raw", "qcow2", "vmdk", "vdi", "vpc", "vhdx"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void LookJobTest::aTableWithFileSystems()
{
    QFETCH(const QString, format);
    partitioned();
    const QString options = format == u"vpc" ? u"force_size=on"_s : QString();
    QStringList words{u"convert"_s, u"-f"_s, u"raw"_s, u"-O"_s, format};
    if (!options.isEmpty())
        words << u"-o"_s << options;
    QCOMPARE(run(u"qemu-img"_s, words << u"raw"_s << u"disk"_s), QString());
    const Result<JobDone> done = look(u"disk"_s);
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(done->facts[u"partition-table"].toString(), u"gpt"_s);
    const QJsonArray volumes = done->facts[u"volumes"].toArray();
    QCOMPARE(volumes.size(), 2);
    const QJsonValue first = volumes.first();
    QCOMPARE(first[u"start"_s].toInteger(), 1 << 20);
    QCOMPARE(first[u"size"_s].toInteger(), 20 << 20);
    QCOMPARE(first[u"content"_s].toString(), u"ext4"_s);
    QCOMPARE(first[u"label"_s].toString(), u"rootfs"_s);
    QCOMPARE(first[u"uuid"_s].toString(), u"83de4da7-37de-4c85-af3e-18c36bb47504"_s);
    QCOMPARE(first[u"filesystem-size"_s].toInteger(), 20 << 20);
    // As dumpe2fs counts the free blocks.
    QFile whole(file(u"raw"_s));
    QFile part(file(u"part"_s));
    QVERIFY(whole.open(QIODevice::ReadOnly) && whole.seek(1 << 20) && part.open(QIODevice::WriteOnly));
    QCOMPARE(part.write(whole.read(20 << 20)), 20 << 20);
    part.close();
    const Oracle::Run truth = Oracle::run(u"dumpe2fs"_s, {u"-h"_s, u"part"_s}, m_directory->path());
    const auto number = [&](const char *key) {
        const qsizetype at = truth.output.indexOf(key);
        return at < 0
            ? qint64(-1)
            : truth.output.mid(at + qstrlen(key), truth.output.indexOf('\n', at) - at - qsizetype(qstrlen(key)))
                  .trimmed()
                  .toLongLong();
    };
    QVERIFY2(truth.succeeded, truth.complaint.constData());
    QCOMPARE(first[u"filesystem-used"_s].toInteger(),
        (number("Block count:") - number("Free blocks:")) * number("Block size:"));
    QVERIFY(!volumes.last()[u"content"_s].isString());
}

void LookJobTest::logicalPartitions()
{
    raw(64 << 20);
    QCOMPARE(run(u"sfdisk"_s, {u"-q"_s, u"raw"_s}, "label: dos\n,10M,L\n,,E\n,10M,L\n,5M,L\n,,L\n"), QString());
    QCOMPARE(run(u"mkfs.ext4"_s, {u"-q"_s, u"-L"_s, u"logical"_s, u"-E"_s, u"offset=12582912"_s, u"raw"_s, u"8M"_s}),
        QString());
    QCOMPARE(
        run(u"qemu-img"_s, {u"convert"_s, u"-f"_s, u"raw"_s, u"-O"_s, u"qcow2"_s, u"raw"_s, u"disk"_s}), QString());
    const Result<JobDone> done = look(u"disk"_s);
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    const QJsonArray volumes = done->facts[u"volumes"].toArray();
    QCOMPARE(volumes.size(), 5);
    QList<int> numbers;
    for (const QJsonValue &volume : volumes) {
        numbers.append(volume[u"partition"_s].toInt());
        if (volume[u"start"_s].toInteger() == 12582912)
            QCOMPARE(volume[u"label"_s].toString(), u"logical"_s);
    }
    QCOMPARE(numbers, QList<int>({1, 2, 5, 6, 7}));
    QVERIFY(done->text.contains(u"logical"_s));
}

void LookJobTest::aFileSystemAlone_data()
{
    QTest::addColumn<QStringList>("tool");
    QTest::addColumn<QString>("content");
    QTest::addColumn<bool>("used");
    QTest::newRow("ext4") << QStringList{u"mkfs.ext4"_s, u"-q"_s, u"-L"_s, u"alone"_s} << u"ext4"_s << true;
    QTest::newRow("xfs") << QStringList{u"mkfs.xfs"_s, u"-q"_s, u"-L"_s, u"alone"_s} << u"xfs"_s << true;
    QTest::newRow("btrfs") << QStringList{u"mkfs.btrfs"_s, u"-q"_s, u"-L"_s, u"alone"_s} << u"btrfs"_s << true;
    QTest::newRow("vfat") << QStringList{u"mkfs.vfat"_s, u"-n"_s, u"alone"_s} << u"vfat"_s << false;
}

void LookJobTest::aFileSystemAlone()
{
    QFETCH(const QStringList, tool);
    QFETCH(const QString, content);
    QFETCH(const bool, used);
    raw(qint64(320) << 20);
    QCOMPARE(run(tool.front(), tool.sliced(1) + QStringList{u"raw"_s}), QString());
    QCOMPARE(
        run(u"qemu-img"_s, {u"convert"_s, u"-f"_s, u"raw"_s, u"-O"_s, u"qcow2"_s, u"raw"_s, u"disk"_s}), QString());
    const Result<JobDone> done = look(u"disk"_s);
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QVERIFY(!done->facts.contains(u"partition-table"));
    const QJsonArray volumes = done->facts[u"volumes"].toArray();
    QCOMPARE(volumes.size(), 1);
    QCOMPARE(volumes.first()[u"content"_s].toString(), content);
    QCOMPARE(volumes.first()[u"label"_s].toString().toLower(), u"alone"_s);
    QCOMPARE(volumes.first()[u"filesystem-used"_s].isDouble(), used);
    if (used)
        QVERIFY(volumes.first()[u"filesystem-used"_s].toInteger() < volumes.first()[u"filesystem-size"_s].toInteger());
}

void LookJobTest::anOverlayShowsWhatItHolds()
{
    partitioned();
    QCOMPARE(run(u"qemu-img"_s,
                 {u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s, u"-b"_s, u"raw"_s, u"-F"_s, u"raw"_s, u"over"_s}),
        QString());
    // The label, where ext4 has it.
    QCOMPARE(
        run(u"qemu-io"_s, {u"-c"_s, u"write -q -P 0x41 %1 16"_s.arg((1 << 20) + 1024 + 120), u"over"_s}), QString());
    const Result<JobDone> done = look(u"over"_s);
    QVERIFY(done);
    QCOMPARE(done->facts[u"volumes"].toArray().first()[u"label"_s].toString(), QString(16, u'A'));
    const Result<JobDone> below = look(u"raw"_s, ImageFormat::Raw);
    QCOMPARE(below->facts[u"volumes"].toArray().first()[u"label"_s].toString(), u"rootfs"_s);
}

void LookJobTest::aPartitionBehindTheEndIsNotLookedAt()
{
    partitioned();
    QCOMPARE(run(u"sfdisk"_s, {u"-q"_s, u"raw"_s}, "label: dos\n,10M,L\n,20M,L\n"), QString());
    QVERIFY(QFile::resize(file(u"raw"_s), 8 << 20));
    QCOMPARE(look(u"raw"_s, ImageFormat::Raw).error().kind, ErrorKind::Unsafe); // our own reader sees it
    QCOMPARE(
        run(u"qemu-img"_s, {u"convert"_s, u"-f"_s, u"raw"_s, u"-O"_s, u"qcow2"_s, u"raw"_s, u"disk"_s}), QString());
    const Result<JobDone> done = look(u"disk"_s);
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    for (const QJsonValue &volume : done->facts[u"volumes"].toArray())
        QVERIFY(!volume[u"content"_s].isString());
}

/// A guest may write what it likes into its partitions.
void LookJobTest::anImageInsideIsNotFollowed()
{
    partitioned();
    QCOMPARE(run(u"qemu-img"_s,
                 {u"create"_s, u"-q"_s, u"-u"_s, u"-f"_s, u"qcow2"_s, u"-b"_s, u"/etc/passwd"_s, u"-F"_s, u"raw"_s,
                     u"trap"_s, u"1M"_s}),
        QString());
    QFile trap(file(u"trap"_s));
    QVERIFY(trap.open(QIODevice::ReadOnly));
    QVERIFY(Oracle::patch(file(u"raw"_s), 1 << 20, trap.readAll()));
    const Result<JobDone> done = look(u"raw"_s, ImageFormat::Raw);
    QVERIFY(done);
    QVERIFY(!done->facts[u"volumes"].toArray().first()[u"content"_s].isString());
    QVERIFY(!done->text.contains(u"passwd"_s));
}

void LookJobTest::unknownBytesAreRefused()
{
    raw(1 << 20);
    QVERIFY(Oracle::patch(file(u"raw"_s), 0, QByteArray(512, 'x')));
    QCOMPARE(look(u"raw"_s).error().kind, ErrorKind::Unsafe);
    const Result<JobDone> done = look(u"raw"_s, ImageFormat::Raw);
    QVERIFY(done);
    QVERIFY(!done->facts.contains(u"partition-table"));
    QCOMPARE(look(u"nothing"_s).error().kind, ErrorKind::NotFound);
}

void LookJobTest::itChangesNothing()
{
    const std::unique_ptr<Job> job = lookJob({.image = "/x", .format = ImageFormat::Raw});
    QVERIFY(job->looksOnly());
    QCOMPARE(job->start().command, QStringList({u"look"_s, u"-f"_s, u"raw"_s, u"--"_s, u"/x"_s}));
    QVERIFY(jobFromCommand({u"look"_s, u"/x"_s}));
    QCOMPARE(jobFromCommand({u"look"_s}).error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(LookJobTest)
#include "tst_lookjob.moc"
