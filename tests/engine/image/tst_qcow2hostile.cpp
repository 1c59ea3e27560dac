// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/oracle.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Fathom;
using namespace Qt::StringLiterals;

namespace {

QByteArray big32(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray big64(quint64 value)
{
    QByteArray bytes(8, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

} // namespace

/// qcow2 files whose bytes break a rule: one image with a bitmap, a snapshot and a backing file, patched.
class Qcow2HostileTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void brokenField_data();
    void brokenField();
    void otherVersions();
    void strangeFeatures_data();
    void strangeFeatures();
    void emptyBackingName();
    void zeroByteInName();
    void longestBackingName();
    void namesThatAreNoUtf8_data();
    void namesThatAreNoUtf8();
    void dataFileWithoutBit();
    void extensionsWithoutEnd();
    void overlappingTables_data();
    void overlappingTables();
    void brokenSnapshot_data();
    void brokenSnapshot();
    void manyHugeSnapshots();
    void brokenBitmap_data();
    void brokenBitmap();
    void cutOff();
    void overwritten();

private:
    qint64 extension(quint32 type) const { return m_image.indexOf(big32(type)); }
    QString write(const QByteArray &bytes) const
    {
        QFile file(m_directory.filePath(u"patched"_s));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size()
            ? file.fileName()
            : QString();
    }

    QTemporaryDir m_directory;
    QByteArray m_image;
    qint64 m_snapshots = 0;
    qint64 m_bitmaps = 0;
};

void Qcow2HostileTest::initTestCase()
{
    const QString path = m_directory.filePath(u"image"_s);
    // qemu-img opens the backing file to take a snapshot.
    QCOMPARE(Oracle::make(
                 u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"raw"_s, m_directory.filePath(u"base"_s), u"1M"_s}),
        QString());
    QCOMPARE(Oracle::make(u"qemu-img"_s,
                 {u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s, u"-o"_s, u"cluster_size=4096"_s, u"-b"_s, u"base"_s,
                     u"-F"_s, u"raw"_s, path, u"1M"_s}),
        QString());
    QCOMPARE(Oracle::make(u"qemu-img"_s, {u"bitmap"_s, u"--add"_s, path, u"bits"_s}), QString());
    QCOMPARE(Oracle::make(u"qemu-img"_s, {u"snapshot"_s, u"-c"_s, u"snap"_s, path}), QString());
    QCOMPARE(Oracle::differences(path), QStringList());

    m_image = Hostile::contents(path);
    m_snapshots = qFromBigEndian<qint64>(m_image.constData() + 64);
    m_bitmaps = qFromBigEndian<qint64>(m_image.constData() + extension(0x23852875) + 8 + 16);
    QCOMPARE(Hostile::inspect(m_image)->snapshots.size(), 1U);
    QCOMPARE(Hostile::fact(*Hostile::inspect(m_image), "bitmaps"_L1).toArray().size(), 1);
}

void Qcow2HostileTest::brokenField_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, qint64 offset, const QByteArray &bytes, qint64 at) {
        QTest::newRow(name) << offset << bytes << u"malformed at %1"_s.arg(at);
    };
    for (const quint32 bits : {0U, 1U, 8U, 22U, 31U, 32U, 63U, 64U, ~0U})
        row(qPrintable(u"cluster bits %1"_s.arg(bits)), 20, big32(bits), 20);
    row("backing name past the first cluster", 8, big64(4097), 8);
    row("backing name past every offset", 8, big64(~0ULL), 8);
    row("backing name too long", 16, big32(1024), 16);
    row("backing name of 4 GiB", 16, big32(~0U), 16);
    row("size 2^63", 24, big64(1ULL << 63), 24);
    row("size 2^64 - 1", 24, big64(~0ULL), 24);
    row("size 2^63 - 1", 24, big64((1ULL << 63) - 1), 36);
    row("size over what the L1 table maps", 24, big64((2ULL << 20) + 1), 36);
    row("encryption method", 32, big32(3), 32);
    row("LUKS without its header", 32, big32(2), 32);
    row("L1 table of 32 GiB", 36, big32(~0U), 36);
    row("L1 table just too large", 36, big32(4 * 1024 * 1024 + 1), 36);
    row("L1 table too small", 36, big32(0), 36);
    row("L1 table askew", 40, big64(4096 + 512), 40);
    row("L1 table past every offset", 40, big64(~0ULL - 4095), 40);
    row("L1 table at the largest offset", 40, big64((1ULL << 63) - 4096 + 1), 40);
    row("reference counts askew", 48, big64(8), 48);
    row("reference counts past every offset", 48, big64(~0ULL - 4095), 48);
    row("no reference counts", 56, big32(0), 56);
    row("16 TiB of reference counts", 56, big32(~0U), 56);
    row("reference counts just too large", 56, big32(2049), 56);
    row("snapshots", 60, big32(65537), 60);
    row("4 G snapshots", 60, big32(~0U), 60);
    row("snapshots askew", 64, big64(24), 64);
    row("snapshots past every offset", 64, big64(~0ULL - 4095), 64);
    row("snapshots past the end", 64, big64(1ULL << 50), 1LL << 50);
    row("compression bit without a type", 72, big64(8), 72);
    row("compression type without its bit", 104, "\1", 104);
    row("reference count width", 96, big32(7), 96);
    row("reference count width 2^32 - 1", 96, big32(~0U), 96);
    for (const quint32 length : {0U, 8U, 72U, 103U, 4097U, ~0U - 7, ~0U})
        row(qPrintable(u"header length %1"_s.arg(length)), 100, big32(length), 100);
    row("extended L2 in clusters of 4 KiB", 72, big64(16), 20);
    // The first extension is the backing format's, at byte 112.
    row("extension of 4 GiB", 116, big32(~0U), 116);
    row("extension whose padding wraps", 116, big32(~0U - 6), 116);
    row("extension past the cluster", 116, big32(4096), 116);
    row("long backing format", 116, big32(16), 116);
    row("zero byte in the backing format", 121, QByteArray(1, '\0'), 121);
    row("LUKS header without LUKS", 112, QByteArray::fromHex("0537be77"), 112);
    row("short bitmaps extension", 112, QByteArray::fromHex("23852875"), 116);
}

void Qcow2HostileTest::brokenField()
{
    QFETCH(qint64, offset);
    QFETCH(QByteArray, bytes);
    QTEST(Hostile::outcome(Hostile::inspect(Hostile::patched(m_image, offset, bytes))), "outcome");
}

void Qcow2HostileTest::otherVersions()
{
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(m_image, 4, big32(0)))), u"malformed at 4"_s);
    for (const quint32 version : {4U, 255U, ~0U})
        QCOMPARE(
            Hostile::outcome(Hostile::inspect(Hostile::patched(m_image, 4, big32(version)))), u"unsupported at 4"_s);
}

void Qcow2HostileTest::strangeFeatures_data()
{
    QTest::addColumn<QByteArray>("bits");
    QTest::addColumn<QString>("told");
    for (int bit = 5; bit < 64; ++bit)
        QTest::addRow("bit %d", bit) << big64(1ULL << bit) << u"bit %1"_s.arg(bit);
    QTest::newRow("two bits") << big64(0x8000000000000021ULL) << u"bit 5, bit 63"_s;
}

void Qcow2HostileTest::strangeFeatures()
{
    QFETCH(QByteArray, bits);
    QFETCH(QString, told);
    const QByteArray image = Hostile::patched(m_image, 72, bits);
    QVERIFY(Oracle::qemuInfo(write(image)).isEmpty());
    Result<ImageInfo> info = Hostile::inspect(image);
    QVERIFY(info);
    QVERIFY(Hostile::violates(*info, "unknown-feature"_L1));
    QVERIFY2(info->violations.front().reason.contains(told), qPrintable(info->violations.front().reason));

    // The file may name its own bits; one entry fits before the backing file name.
    if (const int bit = told.sliced(4).toInt(); bit > 0) {
        const QByteArray table =
            big32(0x6803f857) + big32(48) + '\0' + char(bit) + QByteArray("late\x1b invention").leftJustified(46, '\0');
        info = Hostile::inspect(Hostile::patched(image, 112, table));
        QVERIFY(info);
        QVERIFY2(info->violations.front().reason.contains(u"“late\\x1b invention” (bit %1)"_s.arg(bit)),
            qPrintable(info->violations.front().reason));
    }
}

void Qcow2HostileTest::emptyBackingName()
{
    const QByteArray image = Hostile::patched(m_image, 16, big32(0));
    QCOMPARE(Oracle::differences(write(image)), QStringList());
    const Result<ImageInfo> info = Hostile::inspect(image);
    QVERIFY(info);
    QVERIFY(info->backingFile.isEmpty());
    QVERIFY(info->backingFormat.isEmpty());
    QVERIFY(Hostile::violates(*info, "backing-file"_L1));
}

void Qcow2HostileTest::zeroByteInName()
{
    const qint64 name = qFromBigEndian<qint64>(m_image.constData() + 8);
    QCOMPARE(m_image.sliced(name, 4), "base");
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(m_image, name + 2, QByteArray(1, '\0')))),
        u"malformed at %1"_s.arg(name + 2));
}

void Qcow2HostileTest::longestBackingName()
{
    const qint64 name = qFromBigEndian<qint64>(m_image.constData() + 8);
    const QByteArray longest(1023, 'n');
    const QByteArray image = Hostile::patched(Hostile::patched(m_image, name, longest), 16, big32(1023));
    QCOMPARE(Oracle::differences(write(image)), QStringList());
    QCOMPARE(Hostile::inspect(image)->backingFile, longest);
    // To the cluster's last byte, and one further.
    const QByteArray atEnd = Hostile::patched(Hostile::patched(m_image, 4092, "last"), 8, big64(4092));
    QCOMPARE(Oracle::differences(write(atEnd)), QStringList());
    QCOMPARE(Hostile::inspect(atEnd)->backingFile, "last");
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(atEnd, 8, big64(4093)))), u"malformed at 16"_s);
}

void Qcow2HostileTest::namesThatAreNoUtf8_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("impossible bytes") << QByteArray("\xff\xfe"
                                                    "a");
    QTest::newRow("cut sequences") << QByteArray("\xe4\xbd\xf0\x9f\x98z\xc3");
    QTest::newRow("surrogates") << QByteArray("\xed\xa0\x80\xed\xb0\x80");
    QTest::newRow("too long") << QByteArray("\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf\xc0\x80");
    QTest::newRow("past Unicode") << QByteArray("\xf4\x90\x80\x80\xf8\x88\x80\x80\x80\xfc\x84\x80\x80\x80\x80");
    QTest::newRow("no characters") << QByteArray("\xef\xbf\xbf\xef\xb7\x90\xf0\x9f\xbf\xbf");
    QTest::newRow("stray continuations") << QByteArray("\x80\xbf"
                                                       "b\x80");
    QTest::newRow("sound") << QByteArray("\xe5\x90\x8d\xf0\x9f\x98\x80");
}

void Qcow2HostileTest::namesThatAreNoUtf8()
{
    QFETCH(QByteArray, name);
    const qint64 at = qFromBigEndian<qint64>(m_image.constData() + 8);
    QByteArray image = Hostile::patched(m_image, at, name);
    image = Hostile::patched(image, 16, big32(static_cast<quint32>(name.size())));
    QCOMPARE(Oracle::differences(write(image)), QStringList());
    QCOMPARE(Hostile::inspect(image)->backingFile, name);
}

void Qcow2HostileTest::dataFileWithoutBit()
{
    const QByteArray named = Hostile::patched(m_image, 112, "DATA");
    QCOMPARE(Oracle::differences(write(named)), QStringList());
    Result<ImageInfo> info = Hostile::inspect(named);
    QVERIFY(info);
    QVERIFY(info->dataFile.isEmpty());
    QVERIFY(Hostile::violates(*info, "data-file"_L1));

    const QByteArray unnamed = Hostile::patched(m_image, 72, big64(4));
    QCOMPARE(Oracle::differences(write(unnamed)).join(u'\n'), QString());
    info = Hostile::inspect(unnamed);
    QVERIFY(info);
    QVERIFY(Hostile::violates(*info, "data-file"_L1));

    const QByteArray zero = Hostile::patched(named, 121, QByteArray(1, '\0'));
    QCOMPARE(Hostile::outcome(Hostile::inspect(zero)), u"malformed at 121"_s);
}

void Qcow2HostileTest::extensionsWithoutEnd()
{
    // Empty extensions of unknown type up to the very backing name: nothing ends the list but the room.
    const qint64 name = qFromBigEndian<qint64>(m_image.constData() + 8);
    QByteArray list;
    while (112 + list.size() + 8 <= name)
        list += QByteArray::fromHex("1122334400000000");
    const QByteArray image = Hostile::patched(m_image, 112, list);
    QCOMPARE(Oracle::differences(write(image)), QStringList());
    QVERIFY(Hostile::inspect(image)->backingFormat.isEmpty());
}

void Qcow2HostileTest::overlappingTables_data()
{
    QTest::addColumn<qint64>("field");
    QTest::newRow("L1 table") << qint64(40);
    QTest::newRow("reference count table") << qint64(48);
}

void Qcow2HostileTest::overlappingTables()
{
    QFETCH(qint64, field);
    const QByteArray image = Hostile::patched(m_image, field, big64(0));
    QCOMPARE(Oracle::differences(write(image)), QStringList());
    QVERIFY(Hostile::violates(*Hostile::inspect(image), "overlap"_L1));
    const QByteArray outside = Hostile::patched(m_image, field, big64(1ULL << 40));
    QCOMPARE(Oracle::differences(write(outside)), QStringList());
    QVERIFY(Hostile::violates(*Hostile::inspect(outside), "truncated"_L1));
}

void Qcow2HostileTest::brokenSnapshot_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("at");
    QTest::newRow("extra data") << qint64(36) << big32(1025) << qint64(36);
    QTest::newRow("4 GiB of extra data") << qint64(36) << big32(~0U) << qint64(36);
    QTest::newRow("machine state") << qint64(40) << big64(1ULL << 63) << qint64(40);
    QTest::newRow("disk size") << qint64(48) << big64(~0ULL) << qint64(48);
    QTest::newRow("zero byte in the ID") << qint64(64) << QByteArray(1, '\0') << qint64(64);
    QTest::newRow("zero byte in the name") << qint64(66) << QByteArray(1, '\0') << qint64(66);
    QTest::newRow("name to the end of the file") << qint64(14) << QByteArray("\xff\xff") << qint64(65);
}

void Qcow2HostileTest::brokenSnapshot()
{
    QFETCH(qint64, offset);
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, at);
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(m_image, m_snapshots + offset, bytes))),
        u"malformed at %1"_s.arg(m_snapshots + at));
}

void Qcow2HostileTest::manyHugeSnapshots()
{
    // 65,536 snapshots with names of 65,535 bytes are 4 GiB; the reader gives up long before.
    QByteArray entry = m_image.sliced(m_snapshots, 64);
    entry.replace(12, 4, QByteArray::fromHex("0000ffff"));
    entry += QByteArray(65535, 'n') + '\0';
    QByteArray image = Hostile::patched(m_image, 60, big32(65536));
    image = Hostile::patched(image, 64, big64(1 << 20)).leftJustified(1 << 20, '\0');
    for (int i = 0; i < 400; ++i)
        image += entry;
    const Result<ImageInfo> info = Hostile::inspect(image);
    QVERIFY(!info);
    QCOMPARE(info.error().kind, ErrorKind::Malformed);
}

void Qcow2HostileTest::brokenBitmap_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("at");
    const qint64 count = extension(0x23852875) + 8;
    QTest::newRow("no bitmaps") << count << big32(0) << count;
    QTest::newRow("too many bitmaps") << count << big32(65536) << count;
    QTest::newRow("one that is not there") << count << big32(2) << m_bitmaps;
    QTest::newRow("reserved field") << count + 4 << big32(1) << count + 4;
    QTest::newRow("empty directory") << count + 8 << big64(0) << count + 8;
    QTest::newRow("huge directory") << count + 8 << big64(~0ULL) << count + 8;
    QTest::newRow("directory askew") << count + 16 << big64(8) << count + 16;
    QTest::newRow("directory past every offset") << count + 16 << big64(~0ULL - 4095) << count + 16;
    QTest::newRow("directory of one byte more") << count + 8 << big64(33) << m_bitmaps + 32;
    QTest::newRow("directory too small") << count + 8 << big64(24) << m_bitmaps + 18;
    const QByteArray zero(1, '\0');
    QTest::newRow("table offset") << m_bitmaps << big64(0) << m_bitmaps;
    QTest::newRow("table askew") << m_bitmaps << big64(512) << m_bitmaps;
    QTest::newRow("table size 0") << m_bitmaps + 8 << big32(0) << m_bitmaps + 8;
    QTest::newRow("table size 2^32 - 1") << m_bitmaps + 8 << big32(~0U) << m_bitmaps + 8;
    QTest::newRow("flags") << m_bitmaps + 12 << big32(4) << m_bitmaps + 12;
    QTest::newRow("type") << m_bitmaps + 16 << zero << m_bitmaps + 16;
    QTest::newRow("granularity 2^8") << m_bitmaps + 17 << QByteArray("\x08") << m_bitmaps + 17;
    QTest::newRow("granularity 2^255") << m_bitmaps + 17 << QByteArray("\xff") << m_bitmaps + 17;
    QTest::newRow("name length") << m_bitmaps + 18 << QByteArray("\x04\x00", 2) << m_bitmaps + 18;
    QTest::newRow("extra data") << m_bitmaps + 20 << big32(1) << m_bitmaps + 20;
    QTest::newRow("zero byte in the name") << m_bitmaps + 25 << zero << m_bitmaps + 25;
}

void Qcow2HostileTest::brokenBitmap()
{
    QFETCH(qint64, offset);
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, at);
    const QByteArray image = Hostile::patched(m_image, offset, bytes);
    QCOMPARE(Hostile::outcome(Hostile::inspect(image)), u"malformed at %1"_s.arg(at));
}

void Qcow2HostileTest::cutOff()
{
    QCOMPARE(Hostile::wrongAnswersWhenCut(m_image), QStringList());
}

void Qcow2HostileTest::overwritten()
{
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(m_image, 0, 640), QStringList());
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(m_image, m_snapshots, 80), QStringList());
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(m_image, m_bitmaps, 40), QStringList());
}

QTEST_GUILESS_MAIN(Qcow2HostileTest)
#include "tst_qcow2hostile.moc"
