// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/imagefiles.h"
#include "image/filesystemmarks.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Fathom;
using namespace Fathom::ImageFiles;
using namespace Qt::StringLiterals;

class TestFilesystemProbe : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;

    QString made(const QString &program, const QStringList &arguments, qint64 length)
    {
        const QString path = m_directory.filePath(u"disk"_s);
        QFile::remove(path);
        if (!sparse(path, length))
            return {};
        const QString complaint = Oracle::make(program, QStringList(arguments) << path);
        if (!complaint.isEmpty())
            qWarning("%s", qPrintable(complaint));
        return complaint.isEmpty() ? path : QString();
    }

private slots:
    void agreesWithBlkid_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<qint64>("mebibytes");
        QTest::addColumn<QString>("content");
        QTest::newRow("ext2") << u"mkfs.ext2"_s << QStringList{u"-q"_s, u"-L"_s, u"root"_s} << qint64(8) << u"ext2"_s;
        QTest::newRow("ext3") << u"mkfs.ext3"_s << QStringList{u"-q"_s, u"-L"_s, u"root"_s} << qint64(8) << u"ext3"_s;
        QTest::newRow("ext4") << u"mkfs.ext4"_s << QStringList{u"-q"_s, u"-L"_s, u"数据"_s} << qint64(8) << u"ext4"_s;
        QTest::newRow("ext4, 64bit") << u"mkfs.ext4"_s << QStringList{u"-q"_s, u"-b"_s, u"4096"_s, u"-O"_s, u"64bit"_s}
                                     << qint64(64) << u"ext4"_s;
        QTest::newRow("ext4 without a journal")
            << u"mkfs.ext4"_s << QStringList{u"-q"_s, u"-O"_s, u"^has_journal"_s} << qint64(8) << u"ext4"_s;
        QTest::newRow("xfs") << u"mkfs.xfs"_s << QStringList{u"-q"_s, u"-L"_s, u"root"_s} << qint64(320) << u"xfs"_s;
        QTest::newRow("btrfs") << u"mkfs.btrfs"_s << QStringList{u"-q"_s, u"-L"_s, u"root disk"_s} << qint64(128)
                               << u"btrfs"_s;
        QTest::newRow("fat12") << u"mkfs.vfat"_s << QStringList{u"-F"_s, u"12"_s, u"-n"_s, u"BOOT"_s} << qint64(2)
                               << u"vfat"_s;
        QTest::newRow("fat16") << u"mkfs.vfat"_s << QStringList{u"-F"_s, u"16"_s, u"-n"_s, u"BOOT"_s} << qint64(32)
                               << u"vfat"_s;
        QTest::newRow("fat32") << u"mkfs.vfat"_s << QStringList{u"-F"_s, u"32"_s, u"-n"_s, u"CONFIG-2"_s} << qint64(64)
                               << u"vfat"_s;
        QTest::newRow("ntfs") << u"mkfs.ntfs"_s << QStringList{u"-q"_s, u"-F"_s, u"-Q"_s} << qint64(8) << u"ntfs"_s;
        QTest::newRow("f2fs") << u"mkfs.f2fs"_s << QStringList{u"-q"_s, u"-l"_s, u"flash"_s} << qint64(64) << u"f2fs"_s;
        QTest::newRow("swap") << u"mkswap"_s << QStringList{u"-q"_s, u"-L"_s, u"swap"_s} << qint64(4) << u"swap"_s;
        QTest::newRow("swap of 64 KiB pages")
            << u"mkswap"_s << QStringList{u"-q"_s, u"-p"_s, u"65536"_s} << qint64(4) << u"swap"_s;
    }
    void agreesWithBlkid()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        QFETCH(qint64, mebibytes);
        QFETCH(QString, content);
        const QString path = made(program, arguments, mebibytes * 1024 * 1024);
        QVERIFY(!path.isEmpty());
        const Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        const bool boots = content != u"vfat" && content != u"ntfs" && content != u"swap";
        QCOMPARE(info->format, boots ? ImageFormat::Filesystem : ImageFormat::Raw);
        QCOMPARE(info->content, content);
        QVERIFY(info->safe());
        QCOMPARE(Oracle::differences(path), QStringList());

        const QHash<QByteArray, QByteArray> other = blkid(path);
        QCOMPARE(content, QString::fromUtf8(other.value("TYPE")));
        QCOMPARE(text(*info, u"uuid"), QString::fromUtf8(other.value("UUID")));
        QCOMPARE(text(*info, u"label"), QString::fromUtf8(other.value("LABEL")));
        if (other.contains("FSBLOCKSIZE") && content != u"vfat" && content != u"ntfs")
            QCOMPARE(text(*info, u"block-size"), QString::fromUtf8(other.value("FSBLOCKSIZE")));
        const qint64 size = text(*info, u"filesystem-size").toLongLong();
        QVERIFY2(size > 0 && size <= info->fileLengthBytes, qPrintable(QString::number(size)));
        QVERIFY(size > info->fileLengthBytes - 2 * 1024 * 1024);
        QVERIFY(!info->fact(u"truncated"));
    }

    void readOnlyOnes_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<QString>("content");
        QTest::newRow("squashfs") << u"mksquashfs"_s
                                  << QStringList{u"-quiet"_s, u"-no-progress"_s, u"-comp"_s, u"zstd"_s}
                                  << u"squashfs"_s;
        QTest::newRow("erofs") << u"mkfs.erofs"_s << QStringList() << u"erofs"_s;
    }
    void readOnlyOnes()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, after);
        QFETCH(QString, content);
        QVERIFY(QDir(m_directory.path()).mkpath(u"tree"_s));
        QVERIFY(write(m_directory.filePath(u"tree/file"_s), QByteArray(10000, 'x')));
        const QString path = m_directory.filePath(u"packed"_s);
        QFile::remove(path);
        const QString tree = m_directory.filePath(u"tree"_s);
        const QStringList places =
            content == u"squashfs" ? QStringList{tree, path} : QStringList{u"-L"_s, u"live"_s, path, tree};
        QCOMPARE(Oracle::make(program, places + after), QString());
        const Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        QCOMPARE(info->content, content);
        QCOMPARE(Oracle::differences(path), QStringList());
        const QHash<QByteArray, QByteArray> other = blkid(path);
        QCOMPARE(content, QString::fromUtf8(other.value("TYPE")));
        QCOMPARE(text(*info, u"label"), QString::fromUtf8(other.value("LABEL")));
        QCOMPARE(text(*info, u"uuid"), QString::fromUtf8(other.value("UUID")));
        if (content == u"squashfs")
            QCOMPARE(text(*info, u"compression"), u"zstd"_s);
    }

    /// Whoever says "ami" or "raw" of a volume is believed, whatever it holds.
    void declaredFormatStays_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("swap") << u"mkswap"_s;
        QTest::newRow("ext4") << u"mkfs.ext4"_s;
    }
    void declaredFormatStays()
    {
        QFETCH(QString, program);
        const QString path = made(program, {u"-q"_s}, 4 * 1024 * 1024);
        QVERIFY(!path.isEmpty());
        for (const ImageFormat declared : {ImageFormat::Filesystem, ImageFormat::Raw}) {
            const Result<ImageInfo> info = inspectImage(QFile::encodeName(path), BoundedFile::Links::Refuse, declared);
            QVERIFY(info);
            QCOMPARE(info->format, declared);
            QVERIFY(!info->content.isEmpty());
            QVERIFY(info->fact(u"uuid"));
        }
    }

    void truncatedIsTold()
    {
        const QString path = made(u"mkfs.ext4"_s, {u"-q"_s}, 8 * 1024 * 1024);
        QVERIFY(!path.isEmpty());
        QVERIFY(QFile::resize(path, 4 * 1024 * 1024));
        const Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        QVERIFY(info->fact(u"truncated"));
        QCOMPARE(info->virtualSizeBytes, 4 * 1024 * 1024);
    }

    /// The superblock that an earlier file system left does not hide the partition table written later.
    void partitionTableOverOldFilesystem()
    {
        const QString path = made(u"mkfs.ext4"_s, {u"-q"_s}, 16 * 1024 * 1024);
        QVERIFY(!path.isEmpty());
        QVERIFY(Oracle::run(u"sfdisk"_s, {u"-q"_s, u"--wipe"_s, u"never"_s, path}, {}, "label: dos\n,4M,83\n,,82\n")
                .succeeded);
        const Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        QCOMPARE(info->format, ImageFormat::Raw);
        QCOMPARE(info->content, u"mbr"_s);
    }

    /// mkfs.vfat's boot sector ends as an MBR does, and its boot code stands where the partitions would.
    void bootSectorIsNoPartitionTable()
    {
        const QString path = made(u"mkfs.vfat"_s, {}, 4 * 1024 * 1024);
        const Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        QCOMPARE(info->content, u"vfat"_s);
        QVERIFY(info->safe());
        QVERIFY(!info->fact(u"partitions"));
    }

    /// Every mark with nothing sensible around it, at every length that cuts it: an answer, and no claim that
    /// overflows.
    void marksAlone()
    {
        for (const FilesystemMark &mark : filesystemMarks()) {
            for (const char filling : {'\0', '\xff', '\x01', '\x7f'}) {
                QByteArray bytes(BoundedFile::leadBytes, filling);
                const qsizetype at = mark.superblock + mark.at;
                bytes.replace(
                    at, qsizetype(mark.magic.size()), QByteArray(mark.magic.data(), qsizetype(mark.magic.size())));
                for (const qsizetype length : {at, at + 1, at + qsizetype(mark.magic.size()), at + 100, bytes.size()}) {
                    const Result<ImageInfo> info = Hostile::inspect(bytes.first(qMin(length, bytes.size())));
                    if (!info)
                        continue; // the filling can look like something else that is broken
                    const FactValue *size = info->fact(u"filesystem-size");
                    QVERIFY2(!size || size->toInteger() >= 0, mark.name);
                }
            }
        }
    }

    void cutAtEveryLength()
    {
        for (const QString &program : {u"mkfs.ext4"_s, u"mkfs.vfat"_s, u"mkswap"_s}) {
            const QByteArray bytes = Hostile::contents(made(program, {}, 1024 * 1024)).first(72 * 1024);
            QVERIFY(!bytes.isEmpty());
            QCOMPARE(Hostile::wrongAnswersWhenCut(bytes), QStringList());
            QCOMPARE(Hostile::wrongAnswersWhenOverwritten(bytes, 0, 512), QStringList());
            QCOMPARE(Hostile::wrongAnswersWhenOverwritten(bytes, 1024, 400), QStringList());
        }
    }

    void zfsListThatRunsInCircles()
    {
        QByteArray bytes(BoundedFile::leadBytes, '\0');
        bytes.replace(16384, 12, QByteArray("\1\1\0\0\0\0\0\0\0\0\0\1", 12));
        const QByteArray pair("\0\0\0\x28\0\0\0\x28\0\0\0\7version\0\0\0\0\x08\0\0\0\1\0\0\0\0\0\0\x13\x88", 36);
        bytes.replace(16384 + 12, pair.size(), pair);
        Result<ImageInfo> info = Hostile::inspect(bytes);
        QVERIFY(info);
        QCOMPARE(info->content, u"zfs"_s);
        QCOMPARE(text(*info, u"version"), u"5000"_s);
        for (const char size : {'\0', '\1', '\xff'}) {
            bytes[16384 + 12 + 3] = size;
            bytes[16384 + 12 + 11] = char(0x7f);
            info = Hostile::inspect(bytes);
            QVERIFY(info);
            QCOMPARE(info->content, QString());
        }
    }
};

QTEST_GUILESS_MAIN(TestFilesystemProbe)
#include "tst_filesystemprobe.moc"
