// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/oracle.h"
#include "engine/image/vhdxfiles.h"

#include "image/crc32.h"

#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Fathom;
using Hostile::vhdxLocator;
using Hostile::vhdxNumber;
using Hostile::vhdxText;
using Hostile::vhdxWithLocator;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstHeader = 64 * 1024;
constexpr qint64 secondHeader = 128 * 1024;
constexpr qint64 firstRegions = 192 * 1024;
constexpr qint64 secondRegions = 256 * 1024;

QByteArray withCrc(QByteArray file, qint64 at, qint64 length)
{
    file.replace(at + 4, 4, QByteArray(4, '\0'));
    return file.replace(at + 4, 4, vhdxNumber(Crc32Castagnoli().add(QByteArrayView(file).sliced(at, length)).value()));
}

QByteArray withHeaders(QByteArray file, qint64 field, const QByteArray &with)
{
    for (const qint64 at : {firstHeader, secondHeader})
        file = withCrc(file.replace(at + field, with.size(), with), at, 4096);
    return file;
}

QByteArray withRegions(QByteArray file, qint64 field, const QByteArray &with)
{
    for (const qint64 at : {firstRegions, secondRegions})
        file = withCrc(file.replace(at + field, with.size(), with), at, 65536);
    return file;
}

} // namespace

class VhdxProbeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void checksum();
    void sameAsQemu_data();
    void sameAsQemu();
    void facts();
    void largeSectors();
    void headers();
    void log();
    void regionTables();
    void regionFields_data();
    void regionFields();
    void metadataFields_data();
    void metadataFields();
    void unknownItems();
    void differencing_data();
    void differencing();
    void brokenLocators_data();
    void brokenLocators();
    void cutOff();
    void overwritten();

private:
    QString path(const QString &name) const { return m_directory.filePath(name); }
    qint64 entry(const QByteArray &guid) const; ///< where a metadata item's entry lies in the file
    qint64 item(const QByteArray &guid) const; ///< where the item itself lies

    QTemporaryDir m_directory;
    QByteArray m_small; ///< a dynamic disk of 10 MiB with blocks of 1 MiB
    qint64 m_metadata = 0;

    const QByteArray m_parameters = QByteArray::fromHex("3767a1ca36fa434db3b633f0aa44e76b");
    const QByteArray m_size = QByteArray::fromHex("2442a52f1bcd7648b2115dbed83bf4b8");
    const QByteArray m_page83 = QByteArray::fromHex("ab12cabee6b2234593efc309e000c746");
    const QByteArray m_logical = QByteArray::fromHex("1dbf41816fa90947ba47f233a8faab5f");
    const QByteArray m_physical = QByteArray::fromHex("c748a3cd5d4471449cc9e9885251c556");
    const QByteArray m_locator = QByteArray::fromHex("2d5fd3a80bb34d45abf7d3d84834ab0c");
};

void VhdxProbeTest::initTestCase()
{
    QVERIFY(m_directory.isValid());
    QCOMPARE(Oracle::make(u"qemu-img"_s,
                 {u"create"_s, u"-q"_s, u"-f"_s, u"vhdx"_s, u"-o"_s, u"block_size=1M"_s, path(u"small"_s), u"10M"_s}),
        QString());
    m_small = Hostile::contents(path(u"small"_s));
    m_metadata = m_small.indexOf("metadata");
    QVERIFY(m_metadata >= 1024 * 1024);
}

qint64 VhdxProbeTest::entry(const QByteArray &guid) const
{
    return m_small.indexOf(guid, m_metadata);
}

qint64 VhdxProbeTest::item(const QByteArray &guid) const
{
    return m_metadata + qFromLittleEndian<quint32>(m_small.constData() + entry(guid) + 16);
}

void VhdxProbeTest::checksum()
{
    // RFC 3720, appendix B.4.
    QCOMPARE(Crc32Castagnoli().add(QByteArray(32, '\0')).value(), 0x8a9136aau);
    QCOMPARE(Crc32Castagnoli().add(QByteArray(32, '\xff')).value(), 0x62a8ab43u);
    QCOMPARE(Crc32Castagnoli().add("123456789").value(), 0xe3069283u);
}

void VhdxProbeTest::sameAsQemu_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("size");
    QTest::addColumn<QString>("type");
    for (const QString &size : {u"0"_s, u"512"_s, u"10M"_s, u"40G"_s, u"64T"_s})
        QTest::addRow("dynamic %s", qPrintable(size)) << u"subformat=dynamic"_s << size << u"dynamic"_s;
    QTest::newRow("fixed") << u"subformat=fixed"_s << u"10M"_s << u"fixed"_s;
    QTest::newRow("small blocks") << u"block_size=1M"_s << u"5G"_s << u"dynamic"_s;
    QTest::newRow("large blocks") << u"block_size=256M"_s << u"5G"_s << u"dynamic"_s;
    QTest::newRow("large log") << u"log_size=4M"_s << u"10M"_s << u"dynamic"_s;
}

void VhdxProbeTest::sameAsQemu()
{
    QFETCH(QString, options);
    QFETCH(QString, size);
    QFETCH(QString, type);
    QCOMPARE(Oracle::make(u"qemu-img"_s,
                 {u"create"_s, u"-q"_s, u"-f"_s, u"vhdx"_s, u"-o"_s, options, path(u"same.vhdx"_s), size}),
        QString());
    QCOMPARE(Oracle::differences(path(u"same.vhdx"_s)), QStringList());
    const Result<ImageInfo> info = inspectImage(nativePath(path(u"same.vhdx"_s)));
    QVERIFY(info);
    QVERIFY(info->safe());
    QVERIFY(!info->dirty);
    QCOMPARE(Hostile::fact(*info, "type"_L1).toString(), type);
    QFile::remove(path(u"same.vhdx"_s));
}

void VhdxProbeTest::facts()
{
    const QByteArray guid = QByteArray::fromHex("78563412bc9af0de0123456789abcdef");
    QByteArray bytes = Hostile::patched(m_small, item(m_page83), guid);
    bytes = Hostile::patched(bytes, 8, vhdxText(u"maker\x1b"_s) + QByteArray(2, '\0'));
    const Result<ImageInfo> info = Hostile::inspect(bytes);
    QVERIFY(info);
    QCOMPARE(Hostile::fact(*info, "logical-sector-size"_L1).toInt(), 512);
    QCOMPARE(Hostile::fact(*info, "physical-sector-size"_L1).toInt(), 512);
    QCOMPARE(Hostile::fact(*info, "disk-id"_L1).toString(), u"12345678-9abc-def0-0123-456789abcdef"_s);
    QCOMPARE(Hostile::fact(*info, "creator"_L1).toString(), u"maker\\x1b"_s);
    QCOMPARE(info->clusterSizeBytes, 1024 * 1024);
}

void VhdxProbeTest::largeSectors()
{
    QByteArray bytes = Hostile::patched(m_small, item(m_logical), vhdxNumber(quint32(4096)));
    bytes = Hostile::patched(bytes, item(m_physical), vhdxNumber(quint32(4096)));
    const Result<ImageInfo> info = Hostile::inspect(bytes);
    QVERIFY(info);
    QCOMPARE(info->virtualSizeBytes, 10 * 1024 * 1024);
    QCOMPARE(Hostile::fact(*info, "logical-sector-size"_L1).toInt(), 4096);
    // A sound file, though qemu cannot read it.
    QVERIFY(Oracle::patch(path(u"large"_s), 0, bytes));
    QVERIFY(Oracle::qemuInfo(path(u"large"_s)).isEmpty());
}

void VhdxProbeTest::headers()
{
    const Result<ImageInfo> both = Hostile::inspect(m_small);
    QVERIFY(both);
    QVERIFY(both->fact(u"single-header") == nullptr);
    for (const qint64 at : {firstHeader, secondHeader}) {
        QFile::remove(path(u"header"_s));
        const QByteArray one = Hostile::patched(m_small, at + 100, "x");
        QVERIFY(Oracle::patch(path(u"header"_s), 0, one));
        QCOMPARE(Oracle::differences(path(u"header"_s)), QStringList());
        QVERIFY(Hostile::fact(*Hostile::inspect(one), "single-header"_L1).toBool());
        // The other way to be broken is a version that is not 1.
        QVERIFY(Hostile::inspect(withCrc(Hostile::patched(m_small, at + 66, vhdxNumber(quint16(2))), at, 4096)));
    }
    const QByteArray none =
        Hostile::patched(Hostile::patched(m_small, firstHeader + 100, "x"), secondHeader + 100, "x");
    QCOMPARE(Hostile::outcome(Hostile::inspect(none)), u"malformed at 65536"_s);

    // The higher sequence number is in force; the same one twice is right only for the same header twice.
    QByteArray newer =
        withCrc(Hostile::patched(m_small, firstHeader + 8, vhdxNumber(quint64(1) << 63)), firstHeader, 4096);
    QCOMPARE(Hostile::fact(*Hostile::inspect(newer), "sequence-number"_L1).toString(), u"9223372036854775808"_s);
    const QByteArray first = m_small.sliced(firstHeader, 4096);
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(m_small, secondHeader, first))), u"vhdx"_s);
    const QByteArray equal = withCrc(
        Hostile::patched(Hostile::patched(m_small, secondHeader, first), secondHeader + 20, "x"), secondHeader, 4096);
    QCOMPARE(Hostile::outcome(Hostile::inspect(equal)), u"malformed at %1"_s.arg(secondHeader + 8));
}

void VhdxProbeTest::log()
{
    const QByteArray dirty = withHeaders(m_small, 48, QByteArray(16, 'g'));
    const Result<ImageInfo> info = Hostile::inspect(dirty);
    QVERIFY(info);
    QVERIFY(info->dirty);
    QVERIFY(Hostile::fact(*info, "log-to-replay"_L1).toBool());
    const auto outcome = [&](qint64 field, const QByteArray &with) {
        return Hostile::outcome(Hostile::inspect(withHeaders(dirty, field, with)));
    };
    // The second header is in force in what qemu makes, or the first: its position is in the answer.
    QVERIFY(outcome(64, vhdxNumber(quint16(1))).startsWith(u"malformed at "_s));
    QVERIFY(outcome(68, vhdxNumber(quint32(1000))).startsWith(u"malformed at "_s));
    QVERIFY(outcome(72, vhdxNumber(quint64(512))).startsWith(u"malformed at "_s));
    QVERIFY(outcome(72, vhdxNumber(~quint64(0))).startsWith(u"malformed at "_s));
    QVERIFY(outcome(68, vhdxNumber(quint32(0xfff00000))).startsWith(u"malformed at "_s));
    QCOMPARE(outcome(68, vhdxNumber(quint32(0))), u"vhdx"_s);
}

void VhdxProbeTest::regionTables()
{
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(m_small, firstRegions + 5000, "x"))), u"vhdx"_s);
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(m_small, secondRegions, "x"))), u"vhdx"_s);
    const QByteArray none = Hostile::patched(Hostile::patched(m_small, firstRegions, "x"), secondRegions + 9, "x");
    QCOMPARE(Hostile::outcome(Hostile::inspect(none)), u"malformed at 196608"_s);
}

void VhdxProbeTest::regionFields_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("no regions") << 8 << vhdxNumber(quint32(0)) << u"malformed at 196616"_s;
    QTest::newRow("one region") << 8 << vhdxNumber(quint32(1)) << u"malformed at 196616"_s;
    QTest::newRow("2048 regions") << 8 << vhdxNumber(quint32(2048)) << u"malformed at 196616"_s;
    QTest::newRow("most regions") << 8 << vhdxNumber(~quint32(0)) << u"malformed at 196616"_s;
    QTest::newRow("unknown and required")
        << 16 << QByteArray(QByteArray(16, 'u') + QByteArray(12, '\0') + vhdxNumber(quint32(1)))
        << u"unsupported at 196624"_s;
    QTest::newRow("in the header") << 32 << vhdxNumber(quint64(0)) << u"malformed at 196640"_s;
    QTest::newRow("unaligned") << 32 << vhdxNumber(quint64(0x200001)) << u"malformed at 196640"_s;
    QTest::newRow("outside") << 32 << vhdxNumber(quint64(1) << 40) << u"malformed at 196640"_s;
    QTest::newRow("wraps") << 32 << vhdxNumber(~quint64(0xfffff)) << u"malformed at 196640"_s;
    QTest::newRow("too long") << 40 << vhdxNumber(~quint32(0)) << u"malformed at 196640"_s;
}

void VhdxProbeTest::regionFields()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, outcome);
    QCOMPARE(Hostile::outcome(Hostile::inspect(withRegions(m_small, at, bytes))), outcome);

    const QByteArray first = m_small.sliced(firstRegions + 16, 32);
    const QByteArray second = m_small.sliced(firstRegions + 48, 32);
    QCOMPARE(Hostile::outcome(Hostile::inspect(withRegions(m_small, 48, first))), u"malformed at 196656"_s);
    // Both at the same place.
    QCOMPARE(Hostile::outcome(Hostile::inspect(withRegions(m_small, 48 + 16, first.sliced(16, 8)))),
        u"malformed at 196624"_s);
    // One that is unknown, but not required, is passed over.
    QByteArray three = withRegions(m_small, 80, QByteArray(16, 'u') + QByteArray(16, '\0'));
    QCOMPARE(Hostile::outcome(Hostile::inspect(withRegions(three, 8, vhdxNumber(quint32(3))))), u"vhdx"_s);
}

void VhdxProbeTest::metadataFields_data()
{
    QTest::addColumn<qint64>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<qint64>("offset");
    const auto row = [](const char *name, qint64 at, const QByteArray &bytes, qint64 offset) {
        QTest::newRow(name) << at << bytes << u"malformed"_s << offset;
    };
    row("signature", m_metadata, "M", m_metadata);
    row("no entries", m_metadata + 10, vhdxNumber(quint16(0)), m_metadata + 10);
    row("2048 entries", m_metadata + 10, vhdxNumber(quint16(2048)), m_metadata + 10);
    row("no block size", item(m_parameters), vhdxNumber(quint32(0)), item(m_parameters));
    row("blocks of 3 MiB", item(m_parameters), vhdxNumber(quint32(3 << 20)), item(m_parameters));
    row("blocks of 512 KiB", item(m_parameters), vhdxNumber(quint32(512 << 10)), item(m_parameters));
    row("blocks of 512 MiB", item(m_parameters), vhdxNumber(quint32(512 << 20)), item(m_parameters));
    row("largest blocks", item(m_parameters), vhdxNumber(~quint32(0)), item(m_parameters));
    row("parent without locator", item(m_parameters) + 4, vhdxNumber(quint32(2)), item(m_parameters) + 4);
    row("2^63", item(m_size), vhdxNumber(quint64(1) << 63), item(m_size));
    row("2^64 - 1", item(m_size), vhdxNumber(~quint64(0)), item(m_size));
    row("64 TiB and a sector", item(m_size), vhdxNumber((quint64(64) << 40) + 512), item(m_size));
    row("odd size", item(m_size), vhdxNumber(quint64(1000)), item(m_size));
    row("no logical sector", item(m_logical), vhdxNumber(quint32(0)), item(m_logical));
    row("sector of 1024", item(m_logical), vhdxNumber(quint32(1024)), item(m_logical));
    row("no physical sector", item(m_physical), vhdxNumber(quint32(0)), item(m_physical));
    for (const QByteArray &guid : {m_parameters, m_size, m_page83, m_logical, m_physical}) {
        const QByteArray name = guid.toHex();
        row(QByteArray(name + " in the table").constData(), entry(guid) + 16, vhdxNumber(quint32(0)), entry(guid) + 16);
        row(QByteArray(name + " outside").constData(), entry(guid) + 16, vhdxNumber(~quint32(0)), entry(guid) + 16);
        row(QByteArray(name + " empty").constData(), entry(guid) + 20, vhdxNumber(quint32(0)), entry(guid) + 20);
        row(QByteArray(name + " too long").constData(), entry(guid) + 20, vhdxNumber(~quint32(0)), entry(guid) + 16);
    }
    row("the same twice", entry(m_size), m_parameters, qMax(entry(m_size), entry(m_parameters)));
}

void VhdxProbeTest::metadataFields()
{
    QFETCH(qint64, at);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, kind);
    QFETCH(qint64, offset);
    QCOMPARE(
        Hostile::outcome(Hostile::inspect(Hostile::patched(m_small, at, bytes))), u"%1 at %2"_s.arg(kind).arg(offset));
}

void VhdxProbeTest::unknownItems()
{
    const quint16 count = qFromLittleEndian<quint16>(m_small.constData() + m_metadata + 10);
    const qint64 at = m_metadata + 32 * (count + 1);
    QByteArray bytes = Hostile::patched(m_small, m_metadata + 10, vhdxNumber(quint16(count + 1)));
    bytes = Hostile::patched(bytes, at, QByteArray(16, 'u'));
    QCOMPARE(Hostile::outcome(Hostile::inspect(bytes)), u"vhdx"_s);
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(bytes, at + 24, vhdxNumber(quint32(4))))),
        u"unsupported at %1"_s.arg(at));
    // A block table too short for the disk.
    QCOMPARE(
        Hostile::inspect(Hostile::patched(m_small, item(m_size), vhdxNumber(quint64(60) << 40))).has_value(), false);
}

void VhdxProbeTest::differencing_data()
{
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<QByteArray>("backing");
    QTest::newRow("all") << QStringList{u"parent_linkage"_s, u"absolute_win32_path"_s, u"relative_path"_s}
                         << QByteArray("relative_path/基础.vhdx");
    QTest::newRow("absolute") << QStringList{u"absolute_win32_path"_s} << QByteArray("absolute_win32_path/基础.vhdx");
    QTest::newRow("volume") << QStringList{u"absolute_win32_path"_s, u"volume_path"_s}
                            << QByteArray("volume_path/基础.vhdx");
    QTest::newRow("UUID alone") << QStringList{u"parent_linkage"_s} << QByteArray();
    QTest::newRow("nothing") << QStringList() << QByteArray();
}

void VhdxProbeTest::differencing()
{
    QFETCH(QStringList, keys);
    QFETCH(QByteArray, backing);
    std::vector<std::pair<QString, QString>> pairs;
    QJsonObject expected;
    for (const QString &key : keys) {
        pairs.emplace_back(key, key + u"/基础.vhdx"_s);
        expected.insert(key, QString(key + u"/基础.vhdx"_s));
    }
    const Result<ImageInfo> info = Hostile::inspect(vhdxWithLocator(m_small, vhdxLocator(pairs)));
    QVERIFY2(info, qPrintable(info ? QString() : sentence(info.error())));
    QCOMPARE(Hostile::fact(*info, "type"_L1).toString(), u"differencing"_s);
    QCOMPARE(info->backingFile, backing);
    QCOMPARE(Hostile::fact(*info, "parent-locator"_L1).toObject(), expected);
    QCOMPARE(Hostile::fact(*info, "parent-locator-type"_L1).toString(), u"b04aefb7-d19e-4a81-b789-25b8e9445913"_s);
    QVERIFY(Hostile::violates(*info, "backing-file"_L1));
}

void VhdxProbeTest::brokenLocators_data()
{
    QTest::addColumn<int>("at"); // from the first entry
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("key outside") << 0 << vhdxNumber(~quint32(0));
    QTest::newRow("value outside") << 4 << vhdxNumber(~quint32(0));
    QTest::newRow("key too long") << 8 << vhdxNumber(~quint16(0));
    QTest::newRow("value too long") << 10 << vhdxNumber(~quint16(0));
}

void VhdxProbeTest::brokenLocators()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    const qint64 place = m_metadata + 512 * 1024;
    const QByteArray good = vhdxLocator({{u"relative_path"_s, u"x"_s}});
    QCOMPARE(Hostile::outcome(Hostile::inspect(vhdxWithLocator(m_small, Hostile::patched(good, 20 + at, bytes)))),
        u"malformed at %1"_s.arg(place + 20));
    // More entries than there are bytes.
    QCOMPARE(Hostile::outcome(
                 Hostile::inspect(vhdxWithLocator(m_small, Hostile::patched(good, 18, vhdxNumber(~quint16(0))))))
                 .left(10),
        u"malformed "_s);
}

void VhdxProbeTest::cutOff()
{
    QCOMPARE(Hostile::wrongAnswersWhenCut(m_small.first(m_metadata + 1024 * 1024)), QStringList());
    QCOMPARE(Hostile::outcome(Hostile::inspect(m_small.first(8))), u"malformed at 65536"_s);
    QCOMPARE(Hostile::outcome(Hostile::inspect(m_small.first(secondHeader + 4095))), u"malformed at 131072"_s);
    QCOMPARE(Hostile::outcome(Hostile::inspect(m_small.first(firstRegions))), u"malformed at 196608"_s);
}

void VhdxProbeTest::overwritten()
{
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(m_small, m_metadata, 32 * 6), QStringList());
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(m_small, m_metadata + 65536, 64), QStringList());
}

QTEST_GUILESS_MAIN(VhdxProbeTest)
#include "tst_vhdxprobe.moc"
