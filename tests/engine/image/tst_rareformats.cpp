// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/imagefiles.h"
#include "engine/image/raredisks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;
using namespace Fathom::RareDisks;
using namespace Qt::StringLiterals;

/// Formats that QEMU opens, that Glance does not take, and that no tool of a cloud's hosts makes: the files are
/// composed here, and hold whole disks that `qemu-img convert` can read.
class RareFormatsTest : public QObject {
    Q_OBJECT

private slots:
    void sameAsQemu_data();
    void sameAsQemu();
    void bochsFields_data();
    void bochsFields();
    void cloopFields_data();
    void cloopFields();
    void dmgFields_data();
    void dmgFields();
    void hostile_data();
    void hostile();
    void declaredRaw_data();
    void declaredRaw();

private:
    void disks();

    QTemporaryDir m_directory;
};

void RareFormatsTest::disks()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("virtualSize");
    QTest::newRow("bochs 1") << u"bochs"_s << bochsDisk(1) << qint64(1032192);
    QTest::newRow("bochs 2") << u"bochs"_s << bochsDisk(2) << qint64(1032192);
    QTest::newRow("bochs, odd size") << u"bochs"_s << bochsDisk(2, 1000000) << qint64(1953 * 512);
    QTest::newRow("cloop") << u"cloop"_s << cloopDisk(65536, 16) << qint64(1 << 20);
    QTest::newRow("cloop, small blocks") << u"cloop"_s << cloopDisk(512, 3) << qint64(1536);
    QTest::newRow("cloop, empty") << u"cloop"_s << cloopDisk(65536, 0) << qint64(0);
    QTest::newRow("dmg") << u"dmg"_s << dmgDisk() << qint64(20 * 512);
}

void RareFormatsTest::sameAsQemu_data()
{
    disks();
}

void RareFormatsTest::sameAsQemu()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, virtualSize);
    const QString path = m_directory.filePath(u"disk."_s + id); // QEMU knows a DMG by its name alone
    QFile::remove(path);
    QVERIFY(ImageFiles::write(path, bytes));
    QCOMPARE(Oracle::differences(path), QStringList());
    QCOMPARE(Oracle::differences(path, id), QStringList());
    const QString raw = m_directory.filePath(u"raw"_s);
    QCOMPARE(Oracle::make(u"qemu-img"_s, {u"convert"_s, u"-f"_s, id, u"-O"_s, u"raw"_s, path, raw}), QString());
    QCOMPARE(QFileInfo(raw).size(), virtualSize);

    const Result<ImageInfo> info = ImageFiles::inspect(path);
    QVERIFY(info);
    QCOMPARE(QLatin1StringView(formatTraits(info->format).id), id);
    QCOMPARE(info->virtualSizeBytes, virtualSize);
    QVERIFY(Hostile::violates(*info, "not-accepted"_L1));
}

void RareFormatsTest::bochsFields_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("untouched") << 0 << "B"_ba << u"bochs"_s;
    QTest::newRow("undoable") << 48 << "Undoable"_ba << u"unsupported at 32"_s;
    QTest::newRow("longer type") << 39 << "s"_ba << u"unsupported at 32"_s;
    QTest::newRow("version 3") << 64 << rareLittle(quint32(0x30000)) << u"unsupported at 64"_s;
    QTest::newRow("largest version") << 64 << rareLittle(~quint32(0)) << u"unsupported at 64"_s;
    QTest::newRow("catalog outside") << 68 << rareLittle(~quint32(0)) << u"malformed at 68"_s;
    QTest::newRow("catalog after the end") << 72 << rareLittle(quint32(253)) << u"malformed at 68"_s;
    QTest::newRow("largest catalog") << 72 << rareLittle(~quint32(0)) << u"malformed at 72"_s;
    QTest::newRow("no extent") << 80 << rareLittle(quint32(0)) << u"malformed at 80"_s;
    QTest::newRow("part of a sector") << 80 << rareLittle(quint32(256)) << u"malformed at 80"_s;
    QTest::newRow("no power of two") << 80 << rareLittle(quint32(4608)) << u"malformed at 80"_s;
    QTest::newRow("large extent") << 80 << rareLittle(quint32(1 << 24)) << u"malformed at 80"_s;
    QTest::newRow("disk too large") << 88 << rareLittle(quint64(1032193)) << u"malformed at 88"_s;
    QTest::newRow("largest disk") << 88 << rareLittle(~quint64(0)) << u"malformed at 88"_s;
}

void RareFormatsTest::bochsFields()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, outcome);
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(bochsDisk(2), at, bytes))), outcome);
}

void RareFormatsTest::cloopFields_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("untouched") << 0 << "#"_ba << u"cloop"_s;
    QTest::newRow("no block size") << 128 << rareBig(quint32(0)) << u"malformed at 128"_s;
    QTest::newRow("part of a sector") << 128 << rareBig(quint32(513)) << u"malformed at 128"_s;
    QTest::newRow("64 MiB") << 128 << rareBig(quint32(1 << 26)) << u"cloop"_s;
    QTest::newRow("more than 64 MiB") << 128 << rareBig(quint32((1 << 26) + 512)) << u"malformed at 128"_s;
    QTest::newRow("table outside") << 132 << rareBig(quint32(1000)) << u"malformed at 132"_s;
    QTest::newRow("table too large") << 132 << rareBig(quint32(1 << 26)) << u"malformed at 132"_s;
    QTest::newRow("most blocks") << 132 << rareBig(~quint32(0)) << u"malformed at 132"_s;
    QTest::newRow("not in order") << 136 << rareBig(~quint64(0)) << u"malformed at 144"_s;
    QTest::newRow("block too long") << 144 << rareBig(quint64(1) << 40) << u"malformed at 144"_s;
}

void RareFormatsTest::cloopFields()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, outcome);
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(cloopDisk(65536, 16), at, bytes))), outcome);
}

void RareFormatsTest::dmgFields_data()
{
    QTest::addColumn<int>("at"); // in the trailer
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("fault"); // where in it, -1: none
    QTest::newRow("untouched") << 0 << "k"_ba << -1;
    QTest::newRow("data outside") << 0x18 << rareBig(quint64(1) << 62) << 0x18;
    QTest::newRow("resources outside") << 0x28 << rareBig(~quint64(0)) << 0x28;
    QTest::newRow("resources too long") << 0x30 << rareBig(~quint64(0)) << 0x28;
    QTest::newRow("properties outside") << 0xd8 << rareBig(~quint64(0)) << 0xd8;
    QTest::newRow("properties too long") << 0xe0 << rareBig(~quint64(0)) << 0xd8;
    QTest::newRow("no properties") << 0xe0 << rareBig(quint64(0)) << 0xe0;
    QTest::newRow("2^63 bytes") << 0x1ec << rareBig(quint64(1) << 54) << 0x1ec;
    QTest::newRow("most sectors") << 0x1ec << rareBig(~quint64(0)) << 0x1ec;
}

void RareFormatsTest::dmgFields()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(int, fault);
    const QByteArray disk = dmgDisk();
    const qint64 trailer = disk.size() - 512;
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(disk, trailer + at, bytes))),
        fault < 0 ? u"dmg"_s : u"malformed at %1"_s.arg(trailer + fault));
}

void RareFormatsTest::hostile_data()
{
    disks();
}

void RareFormatsTest::hostile()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, bytes);
    QCOMPARE(Hostile::wrongAnswersWhenCut(bytes), QStringList());
    const bool atTheEnd = id == u"dmg";
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(bytes, atTheEnd ? bytes.size() - 512 : 0, 512), QStringList());
    if (!atTheEnd) // a file that ends inside the header or the table is no such disk, and not taken for raw bytes
        for (const int length : {128, 135, 140})
            QCOMPARE(Hostile::inspect(bytes.first(length)).has_value(), false);
}

void RareFormatsTest::declaredRaw_data()
{
    disks();
}

void RareFormatsTest::declaredRaw()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_directory.filePath(u"guest"_s);
    QFile::remove(path);
    QVERIFY(ImageFiles::write(path, bytes));
    const Result<ImageInfo> info = inspectImage(QFile::encodeName(path), BoundedFile::Links::Refuse, ImageFormat::Raw);
    QVERIFY(info);
    QCOMPARE(info->format, ImageFormat::Raw);
    QVERIFY(Hostile::violates(*info, "disguised"_L1));
    QVERIFY(!Hostile::violates(*info, "not-accepted"_L1));
}

QTEST_GUILESS_MAIN(RareFormatsTest)
#include "tst_rareformats.moc"
