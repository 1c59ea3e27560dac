// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/oracle.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Fathom;
using namespace Qt::StringLiterals;

/// What qemu-img makes. Broken files: tst_qcow2hostile.
class Qcow2ProbeTest : public QObject {
    Q_OBJECT

private slots:
    void createOptions_data();
    void createOptions();
    void preallocation_data();
    void preallocation();
    void encryption_data();
    void encryption();
    void backing_data();
    void backing();
    void backingWithoutFormat();
    void dataFile_data();
    void dataFile();
    void bitmaps();
    void staleBitmaps();
    void snapshots();
    void snapshotFields();
    void marks_data();
    void marks();
    void partOfASector();
    void largestDisk();

private:
    QString path(const QString &name) const { return m_directory.filePath(name); }
    QString create(const QStringList &arguments) const
    {
        return Oracle::make(
            u"qemu-img"_s, QStringList{u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s} + arguments, m_directory.path());
    }
    static Result<ImageInfo> inspect(const QString &path) { return inspectImage(nativePath(path)); }

    QTemporaryDir m_directory;
};

void Qcow2ProbeTest::createOptions_data()
{
    QTest::addColumn<QString>("options");
    for (const int cluster : {512, 4096, 65536, 2097152})
        QTest::addRow("0.10 %d", cluster) << u"compat=0.10,cluster_size=%1"_s.arg(cluster);
    for (const int cluster : {512, 16384, 65536, 2097152})
        for (const QString &lazy : {u"on"_s, u"off"_s})
            for (const QString &compression : {u"zlib"_s, u"zstd"_s})
                for (const int bits : {1, 16, 64})
                    for (const QString &extended : {u"on"_s, u"off"_s}) {
                        if (extended == u"on" && cluster < 16384)
                            continue;
                        const QString options = u"compat=1.1,cluster_size=%1,lazy_refcounts=%2,compression_type=%3,"
                                                "refcount_bits=%4,extended_l2=%5"_s.arg(cluster)
                                                    .arg(lazy, compression)
                                                    .arg(bits)
                                                    .arg(extended);
                        QTest::newRow(options.toUtf8().constData()) << options;
                    }
}

void Qcow2ProbeTest::createOptions()
{
    QFETCH(QString, options);
    QCOMPARE(create({u"-o"_s, options, u"options"_s, u"11M"_s}), QString());
    QCOMPARE(Oracle::differences(path(u"options"_s)), QStringList());
    const Result<ImageInfo> info = inspect(path(u"options"_s));
    QVERIFY(info);
    QCOMPARE(info->format, ImageFormat::Qcow2);
    QCOMPARE(info->virtualSizeBytes, 11 * 1024 * 1024);
    QCOMPARE(Hostile::violates(*info, "feature-not-accepted"_L1), options.contains(u"extended_l2=on"));
    QCOMPARE(info->violations.size(), options.contains(u"extended_l2=on") ? 1U : 0U);
}

void Qcow2ProbeTest::preallocation_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"off", "metadata", "falloc", "full"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void Qcow2ProbeTest::preallocation()
{
    QFETCH(QString, kind);
    QCOMPARE(create({u"-o"_s, u"preallocation="_s + kind, u"preallocated"_s, u"3M"_s}), QString());
    QCOMPARE(Oracle::differences(path(u"preallocated"_s)), QStringList());
}

void Qcow2ProbeTest::encryption_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("format");
    QTest::newRow("aes") << u"encrypt.format=aes"_s << u"aes"_s;
    QTest::newRow("aes, version 2") << u"compat=0.10,encrypt.format=aes"_s << u"aes"_s;
    QTest::newRow("luks") << u"encrypt.format=luks,encrypt.iter-time=10"_s << u"luks"_s;
    QTest::newRow("luks, small clusters")
        << u"cluster_size=512,encrypt.format=luks,encrypt.iter-time=10,encrypt.cipher-alg=aes-128,"
           "encrypt.cipher-mode=cbc,encrypt.ivgen-alg=essiv,encrypt.ivgen-hash-alg=sha256,encrypt.hash-alg=sha512"_s
        << u"luks"_s;
}

void Qcow2ProbeTest::encryption()
{
    QFETCH(QString, options);
    QFETCH(QString, format);
    QCOMPARE(create({u"--object"_s, u"secret,id=key,data=none"_s, u"-o"_s, options + u",encrypt.key-secret=key"_s,
                 u"encrypted"_s, u"5M"_s}),
        QString());
    QCOMPARE(Oracle::differences(path(u"encrypted"_s)), QStringList());
    const Result<ImageInfo> info = inspect(path(u"encrypted"_s));
    QVERIFY(info);
    QVERIFY(info->encrypted);
    QCOMPARE(Hostile::fact(*info, "encrypt"_L1).toObject().value(u"format").toString(), format);
}

void Qcow2ProbeTest::backing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("compat");
    for (const QString &compat : {u"0.10"_s, u"1.1"_s})
        for (const QString &name : {u"base"_s, u"../elsewhere/base"_s, u"/nowhere/base"_s, u"nbd://host/x"_s,
                 u"json:{\"driver\":\"null-co\"}"_s, u"名前 with space"_s, u"with:colon"_s, u"./with:colon"_s})
            QTest::addRow("%s %s", qPrintable(compat), qPrintable(name)) << name << compat;
}

void Qcow2ProbeTest::backing()
{
    QFETCH(QString, name);
    QFETCH(QString, compat);
    QCOMPARE(create({u"-u"_s, u"-o"_s, u"compat="_s + compat, u"-b"_s, name, u"-F"_s, u"raw"_s, u"overlay"_s, u"6M"_s}),
        QString());
    QCOMPARE(Oracle::differences(path(u"overlay"_s)), QStringList());
    const Result<ImageInfo> info = inspect(path(u"overlay"_s));
    QVERIFY(info);
    QCOMPARE(info->backingFile, name.toUtf8());
    QCOMPARE(info->backingFormat, u"raw"_s);
    QVERIFY(Hostile::violates(*info, "backing-file"_L1));
}

void Qcow2ProbeTest::backingWithoutFormat()
{
    QCOMPARE(create({u"-u"_s, u"-b"_s, u"base"_s, u"-F"_s, u"raw"_s, u"overlay"_s, u"6M"_s}), QString());
    // No qemu-img makes one any more. An extension of an unknown type is skipped.
    const qint64 extension = Hostile::contents(path(u"overlay"_s)).indexOf(QByteArray("\xe2\x79\x2a\xca"));
    QVERIFY(extension >= 112);
    QVERIFY(Oracle::patch(path(u"overlay"_s), extension, "none"));
    QCOMPARE(Oracle::differences(path(u"overlay"_s)), QStringList());
    const Result<ImageInfo> info = inspect(path(u"overlay"_s));
    QVERIFY(info);
    QCOMPARE(info->backingFile, "base");
    QCOMPARE(info->backingFormat, QString());
}

void Qcow2ProbeTest::dataFile_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("raw");
    QTest::newRow("packed") << u"data_file=outside"_s << false;
    QTest::newRow("raw") << u"data_file=outside,data_file_raw=on"_s << true;
}

void Qcow2ProbeTest::dataFile()
{
    QFETCH(QString, options);
    QCOMPARE(create({u"-o"_s, options, u"inside"_s, u"4M"_s}), QString());
    QCOMPARE(Oracle::differences(path(u"inside"_s)), QStringList());
    const Result<ImageInfo> info = inspect(path(u"inside"_s));
    QVERIFY(info);
    QCOMPARE(info->dataFile, "outside");
    QTEST(Hostile::fact(*info, "data-file-raw"_L1).toBool(), "raw");
    QVERIFY(Hostile::violates(*info, "data-file"_L1));
}

void Qcow2ProbeTest::bitmaps()
{
    QCOMPARE(create({u"bitmaps"_s, u"30M"_s}), QString());
    for (const QStringList &arguments : {QStringList{u"--add"_s}, QStringList{u"--add"_s, u"-g"_s, u"512"_s},
             QStringList{u"--add"_s, u"--disable"_s}, QStringList{u"--add"_s, u"-g"_s, u"2M"_s}})
        QCOMPARE(Oracle::make(u"qemu-img"_s,
                     QStringList{u"bitmap"_s} + arguments +
                         QStringList{path(u"bitmaps"_s), u"ビット "_s + arguments.join(u'/')}),
            QString());
    QCOMPARE(Oracle::differences(path(u"bitmaps"_s)), QStringList());
    QCOMPARE(Hostile::fact(*inspect(path(u"bitmaps"_s)), "bitmaps"_L1).toArray().size(), 4);

    // Left open by a machine that died. The flags are the second word after the offset and size of the table.
    const QByteArray bytes = Hostile::contents(path(u"bitmaps"_s));
    const qint64 extension = bytes.indexOf(QByteArray("\x23\x85\x28\x75"));
    const qint64 directory = qFromBigEndian<qint64>(bytes.constData() + extension + 8 + 16);
    QVERIFY(Oracle::patch(path(u"bitmaps"_s), directory + 15, "\3"));
    QCOMPARE(Oracle::differences(path(u"bitmaps"_s)), QStringList());
    QCOMPARE(Hostile::fact(*inspect(path(u"bitmaps"_s)), "bitmaps"_L1)[0][u"flags"].toArray(),
        (QJsonArray{u"in-use"_s, u"auto"_s}));
}

void Qcow2ProbeTest::staleBitmaps()
{
    QCOMPARE(create({u"stale"_s, u"3M"_s}), QString());
    QCOMPARE(Oracle::make(u"qemu-img"_s, {u"bitmap"_s, u"--add"_s, path(u"stale"_s), u"b"_s}), QString());
    QVERIFY(Oracle::patch(path(u"stale"_s), 95, QByteArray(1, '\0'))); // the autoclear bits
    QCOMPARE(Oracle::differences(path(u"stale"_s)), QStringList());
    QVERIFY(Hostile::fact(*inspect(path(u"stale"_s)), "stale-bitmaps"_L1).toBool());
}

void Qcow2ProbeTest::snapshots()
{
    QCOMPARE(create({u"snapshots"_s, u"3M"_s}), QString());
    for (int i = 0; i < 40; ++i)
        QCOMPARE(Oracle::make(u"qemu-img"_s,
                     {u"snapshot"_s, u"-c"_s, u"快照 %1"_s.arg(i).repeated(i + 1), path(u"snapshots"_s)}),
            QString());
    QCOMPARE(Oracle::differences(path(u"snapshots"_s)), QStringList());
    const Result<ImageInfo> info = inspect(path(u"snapshots"_s));
    QVERIFY(info);
    QCOMPARE(info->snapshots.size(), 40U);
    QCOMPARE(info->snapshots[1].name, u"快照 1快照 1"_s);
    QCOMPARE(info->snapshots[39].diskSizeBytes, 3 * 1024 * 1024);
    QVERIFY(info->safe());
}

void Qcow2ProbeTest::snapshotFields()
{
    QCOMPARE(create({u"fields"_s, u"3M"_s}), QString());
    QCOMPARE(Oracle::make(u"qemu-img"_s, {u"snapshot"_s, u"-c"_s, u"s"_s, path(u"fields"_s)}), QString());
    const QByteArray bytes = Hostile::contents(path(u"fields"_s));
    const qint64 table = qFromBigEndian<qint64>(bytes.constData() + 64);
    QByteArray fields = bytes.sliced(table, 64);
    qToBigEndian<quint32>(4'000'000'000U, fields.data() + 16); // seconds, past 2038
    qToBigEndian<quint32>(999'999'999, fields.data() + 20);
    qToBigEndian<quint64>(12'345'678'901'234'567ULL, fields.data() + 24); // machine clock
    qToBigEndian<quint64>(5'000'000'000ULL, fields.data() + 40); // machine state
    qToBigEndian<quint64>(7, fields.data() + 56); // instructions
    QVERIFY(Oracle::patch(path(u"fields"_s), table, fields));
    QCOMPARE(Oracle::differences(path(u"fields"_s)), QStringList());
    const Result<ImageInfo> info = inspect(path(u"fields"_s));
    QVERIFY(info);
    QCOMPARE(info->snapshots[0].vmStateSizeBytes, 5'000'000'000);
    QCOMPARE(info->snapshots[0].dateSeconds, 4'000'000'000);
    QCOMPARE(info->snapshots[0].instructionCount, 7);
}

void Qcow2ProbeTest::marks_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("dirty");
    QTest::addColumn<bool>("corrupt");
    QTest::newRow("dirty") << qint64(79) << QByteArray("\1") << true << false;
    QTest::newRow("corrupt") << qint64(79) << QByteArray("\2") << false << true;
    QTest::newRow("both") << qint64(79) << QByteArray("\3") << true << true;
    QTest::newRow("unknown compatible and autoclear bits") << qint64(80) << QByteArray(16, '\x80') << false << false;
    QTest::newRow("short header") << qint64(103) << QByteArray("\x68") << false << false;
}

void Qcow2ProbeTest::marks()
{
    QFETCH(qint64, offset);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, corrupt);
    QCOMPARE(create({u"marked"_s, u"3M"_s}), QString());
    QVERIFY(Oracle::patch(path(u"marked"_s), offset, bytes));
    QCOMPARE(Oracle::differences(path(u"marked"_s)), QStringList());
    const Result<ImageInfo> info = inspect(path(u"marked"_s));
    QVERIFY(info);
    QTEST(info->dirty, "dirty");
    QCOMPARE(info->corrupt, corrupt);
    QCOMPARE(Hostile::violates(*info, "corrupt"_L1), corrupt);
}

void Qcow2ProbeTest::partOfASector()
{
    QCOMPARE(create({u"odd"_s, u"3M"_s}), QString());
    QVERIFY(Oracle::patch(path(u"odd"_s), 30, "\3\xff"));
    QCOMPARE(Oracle::differences(path(u"odd"_s)), QStringList());
    QCOMPARE(inspect(path(u"odd"_s))->virtualSizeBytes, 0x300200);
}

void Qcow2ProbeTest::largestDisk()
{
    // 2^61 bytes, the most that an L1 table of 32 MiB can map. The file that holds it does not go so far.
    QCOMPARE(create({u"-o"_s, u"cluster_size=2M"_s, u"largest"_s, u"3M"_s}), QString());
    QVERIFY(Oracle::patch(path(u"largest"_s), 24, QByteArray("\x20\0\0\0\0\0\0\0", 8)));
    QVERIFY(Oracle::patch(path(u"largest"_s), 36, QByteArray("\0\x40\0\0", 4)));
    QCOMPARE(Oracle::differences(path(u"largest"_s)), QStringList());
    const Result<ImageInfo> info = inspect(path(u"largest"_s));
    QVERIFY(info);
    QCOMPARE(info->virtualSizeBytes, qint64(1) << 61);
    QVERIFY(Hostile::violates(*info, "truncated"_L1));
}

QTEST_GUILESS_MAIN(Qcow2ProbeTest)
#include "tst_qcow2probe.moc"
