// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/oracle.h"

#include "image/factlabels.h"
#include "image/imagefacts.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;
using namespace Qt::StringLiterals;

namespace {

/// One row as "  label: value (exact)".
QStringList lines(const ImageInfo &info)
{
    QStringList list;
    for (const FactText &fact : imageFactTexts(info)) {
        QString line = QString(fact.depth * 2, u' ') + fact.label + u": "_s + fact.value;
        if (!fact.exact.isEmpty())
            line += u" ("_s + fact.exact + u')';
        list.append(line.replace(QChar(QChar::Nbsp), u' '));
    }
    return list;
}

/// The keys, at any depth, that nobody has named.
QStringList unnamed(const QString &key, const QJsonValue &value)
{
    QStringList keys;
    if (!key.isEmpty() && !factLabel(key).known)
        keys.append(key);
    for (const QJsonValue &item : value.toArray())
        keys += unnamed({}, item);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        keys += unnamed(member.key(), member.value());
    return keys;
}

} // namespace

/// What people read of an image.
class ImageFactsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void readingOrder();
    void unknownKey();
    void nested();
    void sectors();
    void longLists();
    void strangersText();
    void emptyAndSecret();
    void snapshot();
    void realFiles_data();
    void realFiles();

private:
    QTemporaryDir m_directory;
};

void ImageFactsTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void ImageFactsTest::readingOrder()
{
    ImageInfo info;
    info.format = ImageFormat::Qcow2;
    info.content = u"iso9660+mbr"_s;
    info.virtualSizeBytes = 1 << 30;
    info.allocatedBytes = 196608;
    info.fileLengthBytes = 1000;
    info.clusterSizeBytes = 65536;
    info.backingFile = "base";
    info.dataFile = "data";
    info.encrypted = true;
    info.dirty = true;
    info.addFact(u"refcount-bits"_s, 16);
    info.addFact(u"data-file"_s, u"data"_s); // told above
    QCOMPARE(lines(info),
        (QStringList{u"Format: qcow2"_s, u"Content: iso9660 + mbr"_s, u"Virtual size: 1 GiB (1,073,741,824 bytes)"_s,
            u"Disk size: 192 KiB (196,608 bytes)"_s, u"File length: 1,000 B (1,000 bytes)"_s,
            u"Cluster size: 64 KiB (65,536 bytes)"_s, u"Backing file: base"_s,
            u"Backing format: not told: whoever opens it must guess"_s, u"Data file: data"_s, u"Encrypted: yes"_s,
            u"Not closed cleanly: yes"_s, u"Reference count width: 16 bits"_s}));
}

void ImageFactsTest::unknownKey()
{
    ImageInfo info;
    info.addFact(u"never-heard-of"_s, true);
    info.addFact(u"a_number"_s, 7);
    info.addFact(u"nothing"_s, FactValue());
    info.addFact(u"words"_s, FactValue::List{u"x"_s, 2});
    QCOMPARE(lines(info).sliced(4),
        (QStringList{u"Never heard of: yes"_s, u"A number: 7"_s, u"Nothing: unknown"_s, u"Words: x, 2"_s}));
}

void ImageFactsTest::nested()
{
    ImageInfo info;
    info.addFact(u"encrypt"_s,
        FactValue::Members{{u"format"_s, u"luks"_s}, {u"cipher-alg"_s, u"aes-256"_s},
            {u"slots"_s,
                FactValue::List{FactValue::Members{{u"active"_s, true}, {u"iters"_s, 46217}, {u"key-offset"_s, 4096}},
                    FactValue::Members{{u"active"_s, false}, {u"key-offset"_s, 262144}}}}});
    info.addFact(u"partitions"_s,
        FactValue::List{FactValue::Members{{u"number"_s, 3}, {u"name"_s, u"root"_s}, {u"size"_s, 1048576},
            {u"bootable"_s, true}, {u"type"_s, u"0x83"_s}}},
        false);
    info.addFact(u"bitmaps"_s,
        FactValue::List{FactValue::Members{{u"name"_s, u"b"_s}, {u"flags"_s, FactValue::List{u"auto"_s}}}});
    info.addFact(u"parent-cid"_s, qint64(4294967295));
    info.addFact(u"type"_s, u"differencing"_s, false);
    QCOMPARE(lines(info).sliced(4),
        (QStringList{u"Encryption: luks"_s, u"  Cipher: aes-256"_s, u"  Key slot 0: in use"_s,
            u"    Iterations: 46,217"_s, u"    Key material at: 4 KiB (4,096 bytes)"_s, u"  Key slot 1: not in use"_s,
            u"Partition 3: root"_s, u"  Bootable: yes"_s, u"  Size: 1 MiB (1,048,576 bytes)"_s,
            u"  Type: Linux (0x83)"_s, u"Bitmap 1: b"_s, u"  Flags: recording"_s,
            u"Parent's content ID: ffffffff (4,294,967,295)"_s, u"Type: differencing"_s}));
}

void ImageFactsTest::sectors()
{
    ImageInfo info;
    info.addFact(u"sectors"_s, 2048, false);
    info.addFact(u"sectors"_s, std::numeric_limits<qint64>::max(), false);
    QCOMPARE(
        lines(info).sliced(4), (QStringList{u"Size: 1 MiB (1,048,576 bytes)"_s, u"Size: 9,223,372,036,854,775,807"_s}));
}

void ImageFactsTest::longLists()
{
    ImageInfo info;
    info.snapshots.resize(65536);
    FactValue::List bitmaps;
    for (int i = 0; i < 1000; ++i)
        bitmaps.push_back(FactValue::Members{{u"name"_s, QString::number(i)}});
    info.addFact(u"bitmaps"_s, bitmaps);
    const QStringList list = lines(info);
    QVERIFY(list.size() < 1000);
    QCOMPARE(list.filter(u"And 900 more"_s).size(), 1);
    QCOMPARE(list.filter(u"And 65436 more"_s).size(), 1);
}

void ImageFactsTest::strangersText()
{
    ImageInfo info;
    info.format = ImageFormat::Qcow2;
    info.backingFile = "\x1b[31mred";
    info.backingFormat = u"raw\u202e"_s;
    info.dataFile = QByteArray(1'000'000, 'x');
    info.addFact(u"comment"_s, u"two\nlines"_s, false);
    info.addFact(u"parent-locator"_s, FactValue::Members{{u"key\u001b"_s, u"\u0007"_s}}, false);
    info.snapshots.push_back({.id = u"1\u0000"_s, .name = u"\u009b2J"_s});
    for (const FactText &fact : imageFactTexts(info))
        for (const QString &text : {fact.label, fact.value, fact.exact}) {
            QVERIFY(text.size() < 5000);
            for (const QChar c : text)
                QVERIFY2(c.category() != QChar::Other_Control && c.category() != QChar::Other_Format, qPrintable(text));
        }
}

/// qemu says "format": "" of a streamOptimized VMDK's extent.
void ImageFactsTest::emptyAndSecret()
{
    ImageInfo info;
    info.format = ImageFormat::Vmdk;
    info.backingFile = "rbd:pool/image:id=x:key=hidden:mon_host=y";
    info.dataFile = R"(json:{"file.password":"hidden"})";
    info.addFact(u"extents"_s,
        FactValue::List{FactValue::Members{{u"format"_s, u""_s}, {u"filename"_s, u"http://user:hidden@host/x"_s}}},
        true);
    info.addFact(u"comment"_s, u""_s, false);
    const QStringList shown = lines(info);
    QVERIFY(shown.contains(u"Backing file: rbd:pool/image:id=x:key=•••:mon_host=y"_s));
    QVERIFY(shown.contains(u"  File: http://user:•••@host/x"_s));
    for (const QString &line : shown) {
        QVERIFY2(!line.contains(u"hidden"), qPrintable(line));
        QVERIFY2(!line.startsWith(u"  Format") && !line.startsWith(u"Comment"), qPrintable(line));
    }
}

void ImageFactsTest::snapshot()
{
    ImageInfo info;
    info.snapshots.push_back({.id = u"1"_s,
        .name = u"before"_s,
        .vmStateSizeBytes = 1024,
        .dateSeconds = 0,
        .vmClockNanoseconds = 1'234'567'890'123,
        .instructionCount = 5,
        .diskSizeBytes = 2048});
    const QStringList list = lines(info).sliced(4);
    QCOMPARE(list[0], u"Snapshot 1: before"_s);
    QVERIFY2(list[1].contains(u"(1970-01-01T00:00:00Z)"), qPrintable(list[1]));
    QCOMPARE(list.sliced(2),
        (QStringList{u"  Machine state: 1 KiB (1,024 bytes)"_s, u"  Machine had run for: 1,234.567 s"_s,
            u"  Virtual size: 2 KiB (2,048 bytes)"_s, u"  Instructions executed: 5"_s}));
}

void ImageFactsTest::realFiles_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("options");
    for (const char *format : {"raw", "qcow", "qcow2", "vmdk", "vdi", "vpc", "vhdx", "qed", "parallels"})
        QTest::newRow(format) << QString::fromLatin1(format) << QStringList();
    const QStringList key{u"--object"_s, u"secret,id=k,data=x"_s, u"-o"_s};
    QTest::newRow("luks") << u"luks"_s << key + QStringList{u"key-secret=k,iter-time=10"_s};
    QTest::newRow("luks in qcow2") << u"qcow2"_s
                                   << key +
            QStringList{u"encrypt.format=luks,encrypt.key-secret=k,encrypt.iter-time=10"_s};
    QTest::newRow("flat") << u"vmdk"_s << QStringList{u"-o"_s, u"subformat=twoGbMaxExtentFlat"_s};
    QTest::newRow("data file") << u"qcow2"_s << QStringList{u"-o"_s, u"data_file="_s + m_directory.filePath(u"data"_s)};
}

void ImageFactsTest::realFiles()
{
    QFETCH(QString, format);
    const QString path = m_directory.filePath(u"image"_s);
    QFETCH(QStringList, options);
    QCOMPARE(Oracle::make(u"qemu-img"_s,
                 QStringList{u"create"_s, u"-q"_s, u"-f"_s, format} + options + QStringList{path, u"8M"_s}),
        QString());
    const Result<ImageInfo> info = inspectImage(nativePath(path));
    QVERIFY(info);
    const QStringList list = lines(*info);
    QVERIFY(list[0].startsWith(u"Format: "));
    QVERIFY(list[1].startsWith(u"Virtual size: 8") || list[2].startsWith(u"Virtual size: 8"));
    for (const ImageFact &fact : info->facts)
        QCOMPARE(unnamed(fact.key, fact.value.toJson()), QStringList());
    // Every fact that is not told elsewhere has its row.
    for (const ImageFact &fact : info->facts)
        if (factLabel(fact.key).kind != FactKind::Hidden && !fact.value.toJson().isArray())
            QVERIFY2(!list.filter(factLabel(fact.key).label + u": "_s).isEmpty(), qPrintable(fact.key));
}

QTEST_GUILESS_MAIN(ImageFactsTest)
#include "tst_imagefacts.moc"
