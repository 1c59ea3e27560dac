// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/oracle.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Fathom;
using namespace Qt::StringLiterals;

namespace {

QByteArray bigBytes(quint64 value)
{
    QByteArray bytes(8, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray littleBytes(quint64 value)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

/// qcow (version 1) and QED, the two formats of qemu that nobody should use any more.
class QcowProbeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sameAsQemu_data();
    void sameAsQemu();
    void qedBacking_data();
    void qedBacking();
    void qcowBacking();
    void needsCheck();
    void brokenQcow_data();
    void brokenQcow();
    void brokenQed_data();
    void brokenQed();
    void qcowMarks();
    void qedUnknownFeature();
    void emptyBackingName();
    void cutOff();
    void overwritten();

private:
    QString path(const QString &name) const { return m_directory.filePath(name); }
    QString write(const QByteArray &bytes) const
    {
        QFile file(path(u"patched"_s));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size()
            ? file.fileName()
            : QString();
    }
    QString create(const QString &format, const QStringList &arguments) const
    {
        return Oracle::make(
            u"qemu-img"_s, QStringList{u"create"_s, u"-q"_s, u"-f"_s, format} + arguments, m_directory.path());
    }

    QTemporaryDir m_directory;
    QByteArray m_qcow;
    QByteArray m_qed;
};

void QcowProbeTest::initTestCase()
{
    QCOMPARE(create(u"qcow"_s, {u"-u"_s, u"-b"_s, u"base"_s, u"-F"_s, u"raw"_s, u"a.qcow"_s, u"1M"_s}), QString());
    QCOMPARE(create(u"qed"_s,
                 {u"-u"_s, u"-b"_s, u"base"_s, u"-F"_s, u"raw"_s, u"-o"_s, u"cluster_size=4096,table_size=2"_s,
                     u"a.qed"_s, u"1M"_s}),
        QString());
    m_qcow = Hostile::contents(path(u"a.qcow"_s));
    m_qed = Hostile::contents(path(u"a.qed"_s));
    QCOMPARE(Hostile::inspect(m_qcow)->backingFile, "base");
    QCOMPARE(Hostile::inspect(m_qed)->backingFile, "base");
}

void QcowProbeTest::sameAsQemu_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("qcow") << u"qcow"_s << QStringList{u"file"_s, u"7M"_s};
    QTest::newRow("qcow 1 TiB") << u"qcow"_s << QStringList{u"file"_s, u"1T"_s};
    QTest::newRow("qcow encrypted") << u"qcow"_s
                                    << QStringList{u"--object"_s, u"secret,id=k,data=x"_s, u"-o"_s,
                                           u"encrypt.format=aes,encrypt.key-secret=k"_s, u"file"_s, u"7M"_s};
    QTest::newRow("qed") << u"qed"_s << QStringList{u"file"_s, u"7M"_s};
    for (const int cluster : {4096, 65536, 1048576})
        for (const int table : {2, 4, 16})
            QTest::addRow("qed %d %d", cluster, table)
                << u"qed"_s
                << QStringList{u"-o"_s, u"cluster_size=%1,table_size=%2"_s.arg(cluster).arg(table), u"file"_s, u"7M"_s};
}

void QcowProbeTest::sameAsQemu()
{
    QFETCH(QString, format);
    QFETCH(QStringList, arguments);
    QCOMPARE(create(format, arguments), QString());
    QCOMPARE(Oracle::differences(path(u"file"_s)), QStringList());
    const Result<ImageInfo> info = inspectImage(nativePath(path(u"file"_s)));
    QVERIFY(info);
    QVERIFY(Hostile::violates(*info, format == u"qed" ? "qed"_L1 : "old-version"_L1));
    QCOMPARE(info->encrypted, arguments.contains(u"--object"));
}

void QcowProbeTest::qedBacking_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("told");
    QTest::newRow("raw") << u"raw"_s << u"raw"_s;
    // QED says "raw" or nothing.
    QTest::newRow("qcow2") << u"qcow2"_s << QString();
}

void QcowProbeTest::qedBacking()
{
    QFETCH(QString, format);
    QFETCH(QString, told);
    QCOMPARE(create(u"qed"_s, {u"-u"_s, u"-b"_s, u"../x/base"_s, u"-F"_s, format, u"overlay"_s, u"5M"_s}), QString());
    QCOMPARE(Oracle::differences(path(u"overlay"_s)), QStringList());
    const Result<ImageInfo> info = inspectImage(nativePath(path(u"overlay"_s)));
    QVERIFY(info);
    QCOMPARE(info->backingFile, "../x/base");
    QCOMPARE(info->backingFormat, told);
    QVERIFY(Hostile::violates(*info, "backing-file"_L1));
}

void QcowProbeTest::qcowBacking()
{
    QCOMPARE(Oracle::differences(path(u"a.qcow"_s)), QStringList());
    const Result<ImageInfo> info = Hostile::inspect(m_qcow);
    QVERIFY(info);
    QVERIFY(info->backingFormat.isEmpty());
    QVERIFY(Hostile::violates(*info, "backing-file"_L1));
}

void QcowProbeTest::needsCheck()
{
    const QByteArray image = Hostile::patched(m_qed, 16, littleBytes(1 | 2 | 4));
    QCOMPARE(Oracle::differences(write(image)).join(u'\n'), QString());
    QVERIFY(Hostile::inspect(image)->dirty);
    QVERIFY(!Hostile::inspect(m_qed)->dirty);
}

void QcowProbeTest::brokenQcow_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("at");
    QTest::newRow("size 0") << qint64(24) << bigBytes(0) << qint64(24);
    QTest::newRow("size 1") << qint64(24) << bigBytes(1) << qint64(24);
    QTest::newRow("size 2^63") << qint64(24) << bigBytes(1ULL << 63) << qint64(24);
    QTest::newRow("size 2^64 - 1") << qint64(24) << bigBytes(~0ULL) << qint64(24);
    QTest::newRow("size over its L1 table") << qint64(24) << bigBytes(1ULL << 62) << qint64(24);
    for (const char bits : {0, 8, 17, 63, 64, -1})
        QTest::addRow("cluster bits %d", quint8(bits)) << qint64(32) << QByteArray(1, bits) << qint64(32);
    for (const char bits : {0, 5, 14, 64, -1})
        QTest::addRow("L2 bits %d", quint8(bits)) << qint64(33) << QByteArray(1, bits) << qint64(33);
    QTest::newRow("encryption") << qint64(39) << QByteArray("\2") << qint64(39 - 3);
    QTest::newRow("L1 table past every offset") << qint64(40) << bigBytes(~0ULL - 4) << qint64(40);
    QTest::newRow("backing name too long") << qint64(16) << QByteArray("\0\0\4\0", 4) << qint64(16);
    QTest::newRow("backing name of 4 GiB") << qint64(16) << QByteArray(4, '\xff') << qint64(16);
    QTest::newRow("backing name past the end") << qint64(8) << bigBytes(1ULL << 40) << (qint64(1) << 40);
    QTest::newRow("backing name past every offset") << qint64(8) << bigBytes(~0ULL) << qint64(16);
    QTest::newRow("zero byte in the name") << qFromBigEndian<qint64>(m_qcow.constData() + 8) + 1 << QByteArray(1, '\0')
                                           << qFromBigEndian<qint64>(m_qcow.constData() + 8) + 1;
}

void QcowProbeTest::brokenQcow()
{
    QFETCH(qint64, offset);
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, at);
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(m_qcow, offset, bytes))), u"malformed at %1"_s.arg(at));
}

void QcowProbeTest::brokenQed_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("at");
    for (const quint64 size : {0ULL, 2048ULL, 4097ULL, 1ULL << 27, 0xffffffffULL})
        QTest::addRow("cluster size %llu", size) << qint64(4) << littleBytes(size).first(4) << qint64(4);
    for (const quint64 size : {0ULL, 3ULL, 32ULL, 0xffffffffULL})
        QTest::addRow("table size %llu", size) << qint64(8) << littleBytes(size).first(4) << qint64(8);
    QTest::newRow("header over the L1 table") << qint64(12) << littleBytes(0xffffffff).first(4) << qint64(40);
    QTest::newRow("L1 table askew") << qint64(40) << littleBytes(4097) << qint64(40);
    QTest::newRow("L1 table over the header") << qint64(40) << littleBytes(0) << qint64(40);
    QTest::newRow("L1 table past the end") << qint64(40) << littleBytes(1ULL << 40) << qint64(40);
    QTest::newRow("L1 table past every offset") << qint64(40) << littleBytes(~0ULL - 4095) << qint64(40);
    QTest::newRow("half a sector") << qint64(48) << littleBytes(256) << qint64(48);
    QTest::newRow("size 2^63") << qint64(48) << littleBytes(1ULL << 63) << qint64(48);
    QTest::newRow("size 2^64 - 512") << qint64(48) << littleBytes(~0ULL - 511) << qint64(48);
    QTest::newRow("backing name of 4 GiB") << qint64(60) << QByteArray(4, '\xff') << qint64(60);
    QTest::newRow("backing name too long") << qint64(60) << littleBytes(1024).first(4) << qint64(60);
    QTest::newRow("backing name past the header") << qint64(56) << littleBytes(4096).first(4) << qint64(60);
    QTest::newRow("zero byte in the name")
        << qFromLittleEndian<quint32>(m_qed.constData() + 56) + qint64(2) << QByteArray(1, '\0')
        << qFromLittleEndian<quint32>(m_qed.constData() + 56) + qint64(2);
}

void QcowProbeTest::brokenQed()
{
    QFETCH(qint64, offset);
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, at);
    const QByteArray image = Hostile::patched(m_qed, offset, bytes);
    QCOMPARE(Hostile::outcome(Hostile::inspect(image)), u"malformed at %1"_s.arg(at));
}

void QcowProbeTest::qcowMarks()
{
    // A version that is not 1 is qcow2's business.
    QVERIFY(!Hostile::outcome(Hostile::inspect(Hostile::patched(m_qcow, 7, "\2"))).startsWith(u"qcow"));
    const QByteArray outside = Hostile::patched(m_qcow, 40, bigBytes(1ULL << 40));
    QCOMPARE(Oracle::differences(write(outside)), QStringList());
    QVERIFY(Hostile::violates(*Hostile::inspect(outside), "truncated"_L1));
    QVERIFY(Hostile::violates(*Hostile::inspect(Hostile::patched(m_qcow, 40, bigBytes(8))), "overlap"_L1));
    QVERIFY(!Hostile::violates(*Hostile::inspect(m_qcow), "truncated"_L1));
}

void QcowProbeTest::qedUnknownFeature()
{
    const QByteArray image = Hostile::patched(m_qed, 16, littleBytes(1 | 1ULL << 40));
    QVERIFY(Oracle::qemuInfo(write(image)).isEmpty());
    QVERIFY(Hostile::violates(*Hostile::inspect(image), "unknown-feature"_L1));
}

void QcowProbeTest::emptyBackingName()
{
    for (const QByteArray &image :
        {Hostile::patched(m_qcow, 16, QByteArray(4, '\0')), Hostile::patched(m_qed, 60, QByteArray(4, '\0'))}) {
        QCOMPARE(Oracle::differences(write(image)), QStringList());
        const Result<ImageInfo> info = Hostile::inspect(image);
        QVERIFY(info);
        QVERIFY(info->backingFile.isEmpty());
        QVERIFY(Hostile::violates(*info, "backing-file"_L1));
    }
}

void QcowProbeTest::cutOff()
{
    QCOMPARE(Hostile::wrongAnswersWhenCut(m_qcow), QStringList());
    QCOMPARE(Hostile::wrongAnswersWhenCut(m_qed), QStringList());
}

void QcowProbeTest::overwritten()
{
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(m_qcow, 0, 64), QStringList());
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(m_qed, 0, 80), QStringList());
}

QTEST_GUILESS_MAIN(QcowProbeTest)
#include "tst_qcowprobe.moc"
