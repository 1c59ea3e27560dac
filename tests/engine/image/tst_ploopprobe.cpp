// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/oracle.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Fathom;
using namespace Qt::StringLiterals;

namespace {

QByteArray ploopNumber(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray ploopLong(quint64 value)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

class PloopProbeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sameAsQemu_data();
    void sameAsQemu();
    void firstFormatSameAsQemu();
    void inUse();
    void headerFields_data();
    void headerFields();
    void cutOff();
    void overwritten();

private:
    QString path(const QString &name) const { return m_directory.filePath(name); }

    QTemporaryDir m_directory;
    QByteArray m_small; ///< 10 MiB in the second format
};

void PloopProbeTest::initTestCase()
{
    QVERIFY(m_directory.isValid());
    QCOMPARE(Oracle::make(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"parallels"_s, path(u"small"_s), u"10M"_s}),
        QString());
    m_small = Hostile::contents(path(u"small"_s));
    QVERIFY(m_small.startsWith("WithouFreSpacExt"));
}

void PloopProbeTest::sameAsQemu_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("size");
    QTest::addColumn<qint64>("cluster");
    QTest::newRow("1 MiB clusters") << u"cluster_size=1M"_s << u"10M"_s << qint64(1 << 20);
    QTest::newRow("64 KiB clusters") << u"cluster_size=64k"_s << u"1G"_s << qint64(1 << 16);
    QTest::newRow("part of a cluster") << u"cluster_size=1M"_s << u"1500160"_s << qint64(1 << 20);
    QTest::newRow("large") << u"cluster_size=1M"_s << u"2T"_s << qint64(1 << 20);
}

void PloopProbeTest::sameAsQemu()
{
    QFETCH(QString, options);
    QFETCH(QString, size);
    QFETCH(qint64, cluster);
    QCOMPARE(Oracle::make(u"qemu-img"_s,
                 {u"create"_s, u"-q"_s, u"-f"_s, u"parallels"_s, u"-o"_s, options, path(u"same"_s), size}),
        QString());
    QCOMPARE(Oracle::differences(path(u"same"_s)), QStringList());
    const Result<ImageInfo> info = inspectImage(nativePath(path(u"same"_s)));
    QVERIFY(info);
    QVERIFY(info->safe());
    QVERIFY(!info->dirty);
    QCOMPARE(info->format, ImageFormat::Ploop);
    QCOMPARE(info->clusterSizeBytes, cluster);
    QCOMPARE(Hostile::fact(*info, "version"_L1).toInt(), 2);
}

void PloopProbeTest::firstFormatSameAsQemu()
{
    // It counts its sectors with 32 bits; what stands behind them is not a part of the number.
    QByteArray bytes = Hostile::patched(m_small, 0, "WithoutFreeSpace");
    bytes = Hostile::patched(bytes, 40, ploopNumber(0xdeadbeef));
    QVERIFY(Oracle::patch(path(u"first"_s), 0, bytes));
    QCOMPARE(Oracle::differences(path(u"first"_s)), QStringList());
    const Result<ImageInfo> info = Hostile::inspect(bytes);
    QVERIFY(info);
    QCOMPARE(info->virtualSizeBytes, 10 * 1024 * 1024);
    QCOMPARE(Hostile::fact(*info, "version"_L1).toInt(), 1);
}

void PloopProbeTest::inUse()
{
    QVERIFY(Oracle::patch(path(u"used"_s), 0, Hostile::patched(m_small, 44, ploopNumber(0x746f6e59))));
    QCOMPARE(Oracle::differences(path(u"used"_s)), QStringList());
    const Result<ImageInfo> info = inspectImage(nativePath(path(u"used"_s)));
    QVERIFY(info);
    QVERIFY(info->dirty);
    QVERIFY(Hostile::fact(*info, "in-use"_L1).toBool());
}

void PloopProbeTest::headerFields_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("untouched") << 0 << QByteArray("W") << u"ploop"_s;
    QTest::newRow("version 1") << 16 << ploopNumber(1) << u"unsupported at 16"_s;
    QTest::newRow("largest version") << 16 << ploopNumber(~quint32(0)) << u"unsupported at 16"_s;
    QTest::newRow("no cluster size") << 28 << ploopNumber(0) << u"malformed at 28"_s;
    QTest::newRow("2 GiB clusters") << 28 << ploopNumber(1 << 22) << u"malformed at 28"_s;
    QTest::newRow("largest clusters") << 28 << ploopNumber(~quint32(0)) << u"malformed at 28"_s;
    QTest::newRow("table that wraps") << 32 << ploopNumber(0x40000000) << u"malformed at 32"_s;
    QTest::newRow("table outside") << 32 << ploopNumber(1 << 20) << u"malformed at 32"_s;
    QTest::newRow("more sectors than clusters") << 36 << ploopLong(10 * 2048 + 1) << u"malformed at 36"_s;
    QTest::newRow("2^63 bytes") << 36 << ploopLong(quint64(1) << 54) << u"malformed at 36"_s;
    QTest::newRow("2^64 - 1 sectors") << 36 << ploopLong(~quint64(0)) << u"malformed at 36"_s;
    QTest::newRow("data outside") << 48 << ploopNumber(~quint32(0)) << u"malformed at 48"_s;
    QTest::newRow("extension outside") << 56 << ploopLong(quint64(1) << 62) << u"malformed at 56"_s;
}

void PloopProbeTest::headerFields()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, outcome);
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(m_small, at, bytes))), outcome);
}

void PloopProbeTest::cutOff()
{
    QCOMPARE(Hostile::wrongAnswersWhenCut(m_small), QStringList());
    for (const int length : {16, 40, 63})
        QCOMPARE(Hostile::outcome(Hostile::inspect(m_small.first(length))), u"malformed at 0"_s);
    QCOMPARE(Hostile::outcome(Hostile::inspect(m_small.first(64))), u"malformed at 32"_s);
}

void PloopProbeTest::overwritten()
{
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(m_small, 0, 128), QStringList());
}

QTEST_GUILESS_MAIN(PloopProbeTest)
#include "tst_ploopprobe.moc"
