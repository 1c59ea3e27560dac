// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/oracle.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Fathom;
using namespace Qt::StringLiterals;

namespace {

QByteArray vdiNumber(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray vdiLong(quint64 value)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

class VdiProbeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sameAsQemu_data();
    void sameAsQemu();
    void oddSizeSameAsQemu();
    void headerFields_data();
    void headerFields();
    void differencing();
    void comment();
    void cutOff();
    void overwritten();

private:
    QString path(const QString &name) const { return m_directory.filePath(name); }

    QTemporaryDir m_directory;
    QByteArray m_small; ///< a dynamic disk of 10 MiB
};

void VdiProbeTest::initTestCase()
{
    QVERIFY(m_directory.isValid());
    QCOMPARE(
        Oracle::make(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"vdi"_s, path(u"small"_s), u"10M"_s}), QString());
    m_small = Hostile::contents(path(u"small"_s));
    QVERIFY(m_small.size() >= 512);
}

void VdiProbeTest::sameAsQemu_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("size");
    QTest::addColumn<QString>("type");
    for (const QString &size : {u"0"_s, u"512"_s, u"1M"_s, u"1500000"_s, u"20G"_s, u"2T"_s})
        QTest::addRow("dynamic %s", qPrintable(size)) << u"static=off"_s << size << u"dynamic"_s;
    for (const QString &size : {u"512"_s, u"1M"_s, u"1500000"_s})
        QTest::addRow("static %s", qPrintable(size)) << u"static=on"_s << size << u"static"_s;
}

void VdiProbeTest::sameAsQemu()
{
    QFETCH(QString, options);
    QFETCH(QString, size);
    QFETCH(QString, type);
    QCOMPARE(Oracle::make(
                 u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"vdi"_s, u"-o"_s, options, path(u"same.vdi"_s), size}),
        QString());
    QCOMPARE(Oracle::differences(path(u"same.vdi"_s)), QStringList());
    const Result<ImageInfo> info = inspectImage(nativePath(path(u"same.vdi"_s)));
    QVERIFY(info);
    QVERIFY(info->safe());
    QCOMPARE(Hostile::fact(*info, "type"_L1).toString(), type);
    QVERIFY(info->fact(u"parent-uuid") == nullptr);
}

void VdiProbeTest::oddSizeSameAsQemu()
{
    // VBoxManage makes such disks; qemu shows whole sectors.
    QVERIFY(Oracle::patch(path(u"odd.vdi"_s), 0, Hostile::patched(m_small, 368, vdiLong(10 * 1024 * 1024 - 511))));
    QCOMPARE(Oracle::differences(path(u"odd.vdi"_s)), QStringList());
}

void VdiProbeTest::headerFields_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("untouched") << 0 << QByteArray("<") << u"vdi"_s;
    QTest::newRow("version 1.2") << 68 << vdiNumber(0x10002) << u"unsupported at 68"_s;
    QTest::newRow("version 0.1") << 68 << vdiNumber(1) << u"unsupported at 68"_s;
    QTest::newRow("no type") << 76 << vdiNumber(0) << u"malformed at 76"_s;
    QTest::newRow("type 5") << 76 << vdiNumber(5) << u"malformed at 76"_s;
    QTest::newRow("largest type") << 76 << vdiNumber(~quint32(0)) << u"malformed at 76"_s;
    QTest::newRow("unaligned map") << 340 << vdiNumber(513) << u"malformed at 340"_s;
    QTest::newRow("map over the header") << 340 << vdiNumber(0) << u"malformed at 340"_s;
    QTest::newRow("map outside") << 340 << vdiNumber(0xfffffe00) << u"malformed at 340"_s;
    QTest::newRow("unaligned data") << 344 << vdiNumber(1025) << u"malformed at 344"_s;
    QTest::newRow("data over the header") << 344 << vdiNumber(0) << u"malformed at 344"_s;
    QTest::newRow("data outside") << 344 << vdiNumber(0xfffffe00) << u"malformed at 344"_s;
    QTest::newRow("no sectors") << 360 << vdiNumber(0) << u"malformed at 360"_s;
    QTest::newRow("sectors of 4096") << 360 << vdiNumber(4096) << u"malformed at 360"_s;
    QTest::newRow("2^63") << 368 << vdiLong(quint64(1) << 63) << u"malformed at 368"_s;
    QTest::newRow("2^64 - 1") << 368 << vdiLong(~quint64(0)) << u"malformed at 368"_s;
    QTest::newRow("more than the blocks") << 368 << vdiLong(10 * 1024 * 1024 + 1) << u"malformed at 384"_s;
    QTest::newRow("no block size") << 376 << vdiNumber(0) << u"malformed at 376"_s;
    QTest::newRow("odd block size") << 376 << vdiNumber(1000000) << u"malformed at 376"_s;
    QTest::newRow("blocks of 2 MiB") << 376 << vdiNumber(2 << 20) << u"unsupported at 376"_s;
    QTest::newRow("no blocks") << 384 << vdiNumber(0) << u"malformed at 384"_s;
    QTest::newRow("blocks without a map") << 384 << vdiNumber(1 << 20) << u"malformed at 340"_s;
    QTest::newRow("too many blocks") << 384 << vdiNumber(0x40000000) << u"malformed at 384"_s;
    QTest::newRow("most blocks") << 384 << vdiNumber(~quint32(0)) << u"malformed at 384"_s;
}

void VdiProbeTest::headerFields()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, outcome);
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(m_small, at, bytes))), outcome);
}

void VdiProbeTest::differencing()
{
    QByteArray bytes = Hostile::patched(m_small, 76, vdiNumber(4));
    bytes = Hostile::patched(bytes, 424, QByteArray::fromHex("78563412bc9af0de0123456789abcdef"));
    bytes = Hostile::patched(bytes, 440, QByteArray::fromHex("00112233445566778899aabbccddeeff"));
    const Result<ImageInfo> info = Hostile::inspect(bytes);
    QVERIFY(info);
    QCOMPARE(Hostile::fact(*info, "type"_L1).toString(), u"differencing"_s);
    QCOMPARE(Hostile::fact(*info, "link-uuid"_L1).toString(), u"12345678-9abc-def0-0123-456789abcdef"_s);
    QCOMPARE(Hostile::fact(*info, "parent-uuid"_L1).toString(), u"33221100-5544-7766-8899-aabbccddeeff"_s);
    QVERIFY(info->backingFile.isEmpty());
    QVERIFY(Hostile::violates(*info, "backing-file"_L1));
    // A parent alone, without the type, is a parent all the same.
    QVERIFY(!Hostile::inspect(Hostile::patched(m_small, 440, QByteArray("D")))->safe());
    QVERIFY(!Hostile::inspect(Hostile::patched(m_small, 76, vdiNumber(3)))->safe());
}

void VdiProbeTest::comment()
{
    const Result<ImageInfo> info = Hostile::inspect(Hostile::patched(m_small, 84, QByteArray("my \x1b[31mdisk")));
    QVERIFY(info);
    QCOMPARE(Hostile::fact(*info, "comment"_L1).toString(), u"my \\x1b[31mdisk"_s);
    const Result<ImageInfo> full = Hostile::inspect(Hostile::patched(m_small, 84, QByteArray(256, 'c')));
    QVERIFY(full);
    QCOMPARE(Hostile::fact(*full, "comment"_L1).toString(), QString(256, u'c'));
}

void VdiProbeTest::cutOff()
{
    QCOMPARE(Hostile::wrongAnswersWhenCut(m_small), QStringList());
    for (const int length : {68, 200, 511})
        QCOMPARE(Hostile::outcome(Hostile::inspect(m_small.first(length))), u"malformed at 0"_s);
    QCOMPARE(Hostile::outcome(Hostile::inspect(m_small.first(512))), u"malformed at 340"_s);
}

void VdiProbeTest::overwritten()
{
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(m_small, 0, 512), QStringList());
}

QTEST_GUILESS_MAIN(VdiProbeTest)
#include "tst_vdiprobe.moc"
