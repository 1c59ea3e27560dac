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

namespace {

QByteArray vhdNumber(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray vhdLong(quint64 value)
{
    QByteArray bytes(8, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// The structure with its checksum put right.
QByteArray summed(QByteArray bytes, qsizetype checksumAt)
{
    bytes.replace(checksumAt, 4, QByteArray(4, '\0'));
    quint32 sum = 0;
    for (const char byte : std::as_const(bytes))
        sum += static_cast<quint8>(byte);
    return bytes.replace(checksumAt, 4, vhdNumber(~sum));
}

/// Changes the footer at both ends (or at the only one), checksums included.
QByteArray withFooterField(QByteArray file, qsizetype at, const QByteArray &with)
{
    const qsizetype end = file.size() - 512;
    const QByteArray footer = summed(file.sliced(end, 512).replace(at, with.size(), with), 64);
    if (file.startsWith("conectix"))
        file.replace(0, 512, footer);
    return file.replace(end, 512, footer);
}

QByteArray withHeaderField(QByteArray file, qsizetype at, const QByteArray &with)
{
    const QByteArray header = summed(file.sliced(512, 1024).replace(at, with.size(), with), 36);
    return file.replace(512, 1024, header);
}

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const char high = static_cast<char>(c.unicode() >> 8);
        const char low = static_cast<char>(c.unicode() & 0xff);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

} // namespace

class VhdProbeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sameAsQemu_data();
    void sameAsQemu();
    void sizeByCreatorSameAsQemu_data();
    void sizeByCreatorSameAsQemu();
    void largestGeometrySameAsQemu();
    void facts();
    void footerOf511Bytes();
    void oneFooterIsEnough();
    void footersThatDiffer_data();
    void footersThatDiffer();
    void guestCannotMakeAFixedDiskDynamic();
    void footerFields_data();
    void footerFields();
    void headerFields_data();
    void headerFields();
    void differencing();
    void brokenLocators();
    void cutOff();
    void overwritten();

private:
    QString path(const QString &name) const { return m_directory.filePath(name); }
    QString create(const QString &name, const QString &options, const QString &size) const
    {
        return Oracle::make(
            u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"vpc"_s, u"-o"_s, options, path(name), size});
    }

    QTemporaryDir m_directory;
    QByteArray m_dynamic; ///< of 10 MiB, sized by its footer
    QByteArray m_fixed; ///< of 1 MiB, sized by its footer
};

void VhdProbeTest::initTestCase()
{
    QVERIFY(m_directory.isValid());
    QCOMPARE(create(u"dynamic"_s, u"subformat=dynamic,force_size=on"_s, u"10M"_s), QString());
    QCOMPARE(create(u"fixed"_s, u"subformat=fixed,force_size=on"_s, u"1M"_s), QString());
    m_dynamic = Hostile::contents(path(u"dynamic"_s));
    m_fixed = Hostile::contents(path(u"fixed"_s));
    QVERIFY(m_dynamic.startsWith("conectix"));
    QCOMPARE(m_fixed.size(), 1024 * 1024 + 512);
}

void VhdProbeTest::sameAsQemu_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("size");
    const auto rows = [](const QString &options, const QStringList &sizes) {
        for (const QString &size : sizes)
            QTest::addRow("%s %s", qPrintable(options), qPrintable(size)) << options << size;
    };
    rows(u"subformat=dynamic"_s, {u"512"_s, u"10M"_s, u"127G"_s, u"2040G"_s});
    rows(u"subformat=dynamic,force_size=on"_s, {u"512"_s, u"10M"_s, u"127G"_s, u"2040G"_s});
    rows(u"subformat=fixed"_s, {u"512"_s, u"10M"_s, u"40G"_s});
    rows(u"subformat=fixed,force_size=on"_s, {u"512"_s, u"10M"_s, u"40G"_s});
}

void VhdProbeTest::sameAsQemu()
{
    QFETCH(QString, options);
    QFETCH(QString, size);
    QCOMPARE(create(u"same.vhd"_s, options, size), QString());
    // By itself qemu takes a fixed one for raw.
    QCOMPARE(Oracle::differences(path(u"same.vhd"_s), u"vpc"_s), QStringList());
    const Result<ImageInfo> info = inspectImage(nativePath(path(u"same.vhd"_s)));
    QVERIFY(info);
    QCOMPARE(info->format, ImageFormat::Vhd);
    QVERIFY(info->safe());
}

void VhdProbeTest::sizeByCreatorSameAsQemu_data()
{
    QTest::addColumn<QByteArray>("creator");
    QTest::addColumn<bool>("bySize");
    const auto row = [](const QByteArray &creator, bool bySize) {
        QTest::addRow("%s", creator.toHex().constData()) << creator << bySize;
    };
    for (const char *creator : {"win ", "qem2", "d2v ", "CTXS", "vbox", "tap ", "VPC ", "vs  ", "wa  "})
        row(creator, true);
    row(QByteArray("tap\0", 4), true);
    row(QByteArray("wa\0\0", 4), true);
    row(QByteArray(4, '\0'), true);
    for (const char *creator : {"vpc ", "qemu"})
        row(creator, false);
}

void VhdProbeTest::sizeByCreatorSameAsQemu()
{
    QFETCH(QByteArray, creator);
    QFETCH(bool, bySize);
    for (const QByteArray &image : {m_dynamic, m_fixed}) {
        QFile::remove(path(u"creator"_s));
        // A size that no geometry yields, smaller than what is there.
        QByteArray bytes = withFooterField(image, 48, vhdLong(1024 * 1024 - 512));
        bytes = withFooterField(withFooterField(bytes, 56, QByteArray("\x00\x0a\x04\x11", 4)), 28, creator);
        QVERIFY(Oracle::patch(path(u"creator"_s), 0, bytes));
        QCOMPARE(Oracle::differences(path(u"creator"_s), u"vpc"_s), QStringList());
        const Result<ImageInfo> info = Hostile::inspect(bytes);
        QVERIFY(info);
        QCOMPARE(info->virtualSizeBytes, bySize ? 1024 * 1024 - 512 : 10 * 4 * 17 * 512);
    }
}

void VhdProbeTest::largestGeometrySameAsQemu()
{
    // At its limit the geometry says only "at least so much": the size counts, whoever made the file.
    QByteArray bytes = withFooterField(m_dynamic, 56, QByteArray("\xff\xff\x10\xff", 4));
    bytes = withFooterField(bytes, 28, "vpc ");
    QVERIFY(Oracle::patch(path(u"limit"_s), 0, bytes));
    QCOMPARE(Oracle::differences(path(u"limit"_s)), QStringList());
    QCOMPARE(Hostile::inspect(bytes)->virtualSizeBytes, 10 * 1024 * 1024);
}

void VhdProbeTest::facts()
{
    QByteArray bytes = withFooterField(m_dynamic, 24, vhdNumber(0)); // the year 2000 begins
    bytes = withFooterField(bytes, 28,
        "a\x1b"
        "bc");
    bytes = withFooterField(bytes, 68, QByteArray::fromHex("00112233445566778899aabbccddeeff"));
    bytes = withFooterField(bytes, 84, "\x01");
    const Result<ImageInfo> info = Hostile::inspect(bytes);
    QVERIFY(info);
    QCOMPARE(Hostile::fact(*info, "type"_L1).toString(), u"dynamic"_s);
    QCOMPARE(Hostile::fact(*info, "created"_L1).toString(), u"2000-01-01T00:00:00Z"_s);
    QCOMPARE(Hostile::fact(*info, "creator"_L1).toString(), u"a\\x1bbc"_s);
    QCOMPARE(Hostile::fact(*info, "uuid"_L1).toString(), u"00112233-4455-6677-8899-aabbccddeeff"_s);
    QCOMPARE(Hostile::fact(*info, "current-size"_L1).toInteger(), 10 * 1024 * 1024);
    QVERIFY(Hostile::fact(*info, "saved-state"_L1).toBool());
    QVERIFY(info->fact(u"single-footer") == nullptr);
    const Result<ImageInfo> fixed = Hostile::inspect(m_fixed);
    QVERIFY(fixed);
    QCOMPARE(Hostile::fact(*fixed, "type"_L1).toString(), u"fixed"_s);
    QVERIFY(!fixed->clusterSizeBytes);
}

void VhdProbeTest::footerOf511Bytes()
{
    // The oldest Virtual PC left the last byte out.
    QVERIFY(Oracle::patch(path(u"short"_s), 0, m_fixed.first(m_fixed.size() - 1)));
    QCOMPARE(Oracle::differences(path(u"short"_s), u"vpc"_s), QStringList());
    QCOMPARE(Hostile::outcome(Hostile::inspect(m_fixed.first(m_fixed.size() - 1))), u"vhd"_s);
    const Result<ImageInfo> cut = Hostile::inspect(m_fixed.first(m_fixed.size() - 2));
    QVERIFY(cut);
    QVERIFY(cut->format != ImageFormat::Vhd);
}

void VhdProbeTest::oneFooterIsEnough()
{
    const QByteArray noEnd = m_dynamic.first(m_dynamic.size() - 512);
    QVERIFY(Oracle::patch(path(u"noend"_s), 0, noEnd));
    QCOMPARE(Oracle::differences(path(u"noend"_s)), QStringList());
    const Result<ImageInfo> info = Hostile::inspect(noEnd);
    QVERIFY(info);
    QVERIFY(Hostile::fact(*info, "single-footer"_L1).toBool());
    // The copy at the start is damaged: the specification's own footer is the one at the end.
    for (const QByteArray &damaged : {Hostile::patched(m_dynamic, 100, "x"), Hostile::patched(m_dynamic, 0, "x")}) {
        const Result<ImageInfo> other = Hostile::inspect(damaged);
        QVERIFY(other);
        QCOMPARE(other->virtualSizeBytes, 10 * 1024 * 1024);
    }
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(noEnd, 100, "x"))), u"malformed at 64"_s);
    const qsizetype end = m_fixed.size() - 512;
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(m_fixed, end + 100, "x"))),
        u"malformed at %1"_s.arg(end + 64));
}

void VhdProbeTest::footersThatDiffer_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("header elsewhere") << 16 << vhdLong(1024);
    QTest::newRow("size") << 48 << vhdLong(512);
    QTest::newRow("geometry") << 56 << QByteArray("\x01");
    QTest::newRow("type") << 60 << vhdNumber(4);
    QTest::newRow("identity") << 68 << QByteArray(16, 'i');
}

void VhdProbeTest::footersThatDiffer()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    const QByteArray first = summed(Hostile::patched(m_dynamic.first(512), at, bytes), 64);
    const Result<ImageInfo> info = Hostile::inspect(first + m_dynamic.sliced(512));
    QVERIFY(!info);
    QCOMPARE(info.error().kind, ErrorKind::Malformed);
    QVERIFY(info.error().offset >= m_dynamic.size() - 512);
}

void VhdProbeTest::guestCannotMakeAFixedDiskDynamic()
{
    // Its first sectors are the guest's: a dynamic disk's footer and header there must not be believed.
    const Result<ImageInfo> info = Hostile::inspect(m_dynamic.first(1536) + m_fixed.sliced(1536));
    QVERIFY(!info);
    QCOMPARE(info.error().kind, ErrorKind::Malformed);
}

void VhdProbeTest::footerFields_data()
{
    QTest::addColumn<bool>("fixed");
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    const QString end = u"malformed at %1"_s;
    const int fixedEnd = 1024 * 1024;
    QTest::newRow("version 2") << false << 12 << vhdNumber(0x20000) << u"unsupported at 12"_s;
    QTest::newRow("header at the footer") << false << 16 << vhdLong(0) << u"malformed at 0"_s;
    QTest::newRow("header past the end") << false << 16 << vhdLong(quint64(1) << 50) << u"malformed at 16"_s;
    QTest::newRow("header wraps") << false << 16 << vhdLong(~quint64(3)) << u"malformed at 16"_s;
    QTest::newRow("header half past the end") << false << 16 << vhdLong(1536) << u"malformed at 1536"_s;
    QTest::newRow("2^63") << false << 48 << vhdLong(quint64(1) << 63) << u"malformed at 48"_s;
    QTest::newRow("2^64 - 1") << false << 48 << vhdLong(~quint64(0)) << u"malformed at 48"_s;
    QTest::newRow("2040 GiB and a sector")
        << false << 48 << vhdLong((quint64(0xff000000) + 1) * 512) << u"malformed at 48"_s;
    QTest::newRow("more than the table") << false << 48 << vhdLong(100 << 20) << u"malformed at 540"_s;
    QTest::newRow("nothing") << false << 48 << vhdLong(0) << u"vhd"_s;
    QTest::newRow("type 0") << false << 60 << vhdNumber(0) << u"malformed at 60"_s;
    QTest::newRow("type 1") << false << 60 << vhdNumber(1) << u"malformed at 60"_s;
    QTest::newRow("type 5") << false << 60 << vhdNumber(5) << u"malformed at 60"_s;
    QTest::newRow("largest type") << false << 60 << vhdNumber(~quint32(0)) << u"malformed at 60"_s;
    QTest::newRow("fixed, but with the footer first") << false << 60 << vhdNumber(2) << u"malformed at 60"_s;
    QTest::newRow("fixed and cut off") << true << 48 << vhdLong(1 << 30) << end.arg(fixedEnd + 48);
    QTest::newRow("fixed and a sector too short") << true << 48 << vhdLong((1 << 20) + 512) << end.arg(fixedEnd + 48);
    QTest::newRow("fixed of type 9") << true << 60 << vhdNumber(9) << end.arg(fixedEnd + 60);
}

void VhdProbeTest::footerFields()
{
    QFETCH(bool, fixed);
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, outcome);
    QCOMPARE(Hostile::outcome(Hostile::inspect(withFooterField(fixed ? m_fixed : m_dynamic, at, bytes))), outcome);
}

void VhdProbeTest::headerFields_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("untouched") << 0 << QByteArray("c") << u"vhd"_s;
    QTest::newRow("cookie") << 0 << QByteArray("x") << u"malformed at 512"_s;
    QTest::newRow("table over the footer") << 16 << vhdLong(0) << u"malformed at 528"_s;
    QTest::newRow("table over itself") << 16 << vhdLong(1024) << u"malformed at 528"_s;
    QTest::newRow("table past the end") << 16 << vhdLong(quint64(1) << 40) << u"malformed at 528"_s;
    QTest::newRow("table wraps") << 16 << vhdLong(~quint64(0)) << u"malformed at 528"_s;
    QTest::newRow("version 2") << 24 << vhdNumber(0x20000) << u"unsupported at 536"_s;
    QTest::newRow("no entries") << 28 << vhdNumber(0) << u"malformed at 540"_s;
    QTest::newRow("too few entries") << 28 << vhdNumber(4) << u"malformed at 540"_s;
    QTest::newRow("entries past the end") << 28 << vhdNumber(1 << 20) << u"malformed at 528"_s;
    QTest::newRow("most entries") << 28 << vhdNumber(~quint32(0)) << u"malformed at 540"_s;
    QTest::newRow("no block size") << 32 << vhdNumber(0) << u"malformed at 544"_s;
    QTest::newRow("blocks of 511") << 32 << vhdNumber(511) << u"malformed at 544"_s;
    QTest::newRow("blocks of 256") << 32 << vhdNumber(256) << u"malformed at 544"_s;
    QTest::newRow("blocks of 3 MiB") << 32 << vhdNumber(3 << 20) << u"malformed at 544"_s;
    QTest::newRow("small blocks") << 32 << vhdNumber(512) << u"malformed at 540"_s;
}

void VhdProbeTest::headerFields()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, outcome);
    QCOMPARE(Hostile::outcome(Hostile::inspect(withHeaderField(m_dynamic, at, bytes))), outcome);
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(m_dynamic, 512 + 900, "x"))), u"malformed at 548"_s);
}

void VhdProbeTest::differencing()
{
    const QString absolute = u"C:\\disks\\基础.vhd"_s;
    const QString relative = u".\\基础.vhd"_s;
    QByteArray locator(512, '\0');
    locator.replace(0, 2 * relative.size(), utf16(relative, false));
    const qint64 offset = m_dynamic.size() - 512;
    QByteArray bytes = m_dynamic.first(offset) + locator + m_dynamic.last(512);
    bytes = withFooterField(bytes, 60, vhdNumber(4));
    bytes = withHeaderField(bytes, 40, QByteArray::fromHex("00112233445566778899aabbccddeeff"));
    bytes = withHeaderField(bytes, 64, utf16(absolute, true));
    const QByteArray named = bytes;
    bytes = withHeaderField(bytes, 576 + 24,
        "W2ru" + vhdNumber(512) + vhdNumber(2 * quint32(relative.size())) + vhdNumber(0) + vhdLong(quint64(offset)));

    const Result<ImageInfo> info = Hostile::inspect(bytes);
    QVERIFY2(info, qPrintable(info ? QString() : sentence(info.error())));
    QCOMPARE(Hostile::fact(*info, "type"_L1).toString(), u"differencing"_s);
    QCOMPARE(info->backingFile, relative.toUtf8());
    QCOMPARE(Hostile::fact(*info, "parent-name"_L1).toString(), absolute);
    QCOMPARE(Hostile::fact(*info, "parent-uuid"_L1).toString(), u"00112233-4455-6677-8899-aabbccddeeff"_s);
    QCOMPARE(Hostile::fact(*info, "parent-locators"_L1).toArray(),
        (QJsonArray{QJsonObject{{u"platform"_s, u"W2ru"_s}, {u"name"_s, relative}}}));
    QVERIFY(!info->safe());
    // qemu opens it as if it had no parent, and so tells none.
    QVERIFY(Oracle::patch(path(u"diff"_s), 0, bytes));
    QCOMPARE(Oracle::differences(path(u"diff"_s), {},
                 {u"backing-filename"_s, u"backing-filename-format"_s, u"full-backing-filename"_s}),
        QStringList());

    // Without a locator the name in the header is all there is; without that the UUID.
    QCOMPARE(Hostile::inspect(named)->backingFile, absolute.toUtf8());
    const Result<ImageInfo> nameless = Hostile::inspect(withHeaderField(named, 64, QByteArray(512, '\0')));
    QVERIFY(nameless);
    QVERIFY(nameless->backingFile.isEmpty());
    QVERIFY(Hostile::violates(*nameless, "backing-file"_L1));
    // A name of the Mac is a URL in UTF-8.
    const QByteArray url = "file:///disks/base.vhd";
    const QByteArray mac = withHeaderField(Hostile::patched(named, offset, url + QByteArray(1, '\0')), 576,
        "MacX" + vhdNumber(512) + vhdNumber(quint32(url.size()) + 1) + vhdNumber(0) + vhdLong(quint64(offset)));
    QCOMPARE(Hostile::inspect(mac)->backingFile, url);
}

void VhdProbeTest::brokenLocators()
{
    const QByteArray bytes = withFooterField(m_dynamic, 60, vhdNumber(4));
    const auto outcome = [&](quint32 length, quint64 offset) {
        return Hostile::outcome(Hostile::inspect(
            withHeaderField(bytes, 576, "W2ku" + vhdNumber(1) + vhdNumber(length) + vhdNumber(0) + vhdLong(offset))));
    };
    QCOMPARE(outcome(~quint32(0), 0), u"malformed at %1"_s.arg(512 + 576 + 8));
    QCOMPARE(outcome(16, ~quint64(0)), u"malformed at %1"_s.arg(512 + 576 + 16));
    QCOMPARE(outcome(16, quint64(bytes.size()) - 15), u"malformed at %1"_s.arg(512 + 576 + 16));
    QCOMPARE(outcome(0, 0), u"vhd"_s);
    // A locator that points at the block table, all 0xff, names nothing.
    const Result<ImageInfo> table = Hostile::inspect(
        withHeaderField(bytes, 576, "W2ku" + vhdNumber(1) + vhdNumber(16) + vhdNumber(0) + vhdLong(1536)));
    QVERIFY(table);
    QVERIFY(table->backingFile.isEmpty());
    QVERIFY(!table->safe());
}

void VhdProbeTest::cutOff()
{
    QCOMPARE(Hostile::wrongAnswersWhenCut(m_dynamic), QStringList());
    QCOMPARE(Hostile::wrongAnswersWhenCut(m_fixed), QStringList());
    for (const int length : {8, 511, 512, 1535})
        QVERIFY(!Hostile::inspect(m_dynamic.first(length)));
}

void VhdProbeTest::overwritten()
{
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(m_dynamic.first(m_dynamic.size() - 512), 0, 1536), QStringList());
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(m_fixed.last(1024), 512, 512), QStringList());
}

QTEST_GUILESS_MAIN(VhdProbeTest)
#include "tst_vhdprobe.moc"
