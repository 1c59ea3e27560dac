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

constexpr QLatin1StringView extentRule("vmdk-extent");
constexpr QLatin1StringView createTypeRule("vmdk-create-type");

QByteArray descriptor(const QByteArray &createType, const QByteArray &extents, const QByteArray &more = {})
{
    return "# Disk DescriptorFile\nversion=1\nCID=fffffffe\nparentCID=ffffffff\n" + createType + "\n" + more +
        "\n# Extent description\n" + extents + "\n\n# The Disk Data Base\n#DDB\n\nddb.virtualHWVersion = \"4\"\n" +
        "ddb.adapterType = \"ide\"\n";
}

QByteArray little64(quint64 value)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

/// The text that describes a VMDK disk, in a file of its own and embedded.
class VmdkDescriptorTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void textDescriptors_data();
    void textDescriptors();
    void extentsAreToldNeverOpened();
    void embeddedDescriptors_data();
    void embeddedDescriptors();
    void capacityOfZeroMeansTheDescriptorsExtents();
    void cutOff();

private:
    QString path(const QString &name) const { return m_directory.filePath(name); }

    QTemporaryDir m_directory;
    QByteArray m_sparse; ///< a monolithicSparse file of 1 MiB
};

void VmdkDescriptorTest::initTestCase()
{
    QVERIFY(m_directory.isValid());
    QCOMPARE(Oracle::make(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"vmdk"_s, path(u"sparse.vmdk"_s), u"1M"_s}),
        QString());
    m_sparse = Hostile::contents(path(u"sparse.vmdk"_s));
    QVERIFY(m_sparse.startsWith("KDMV"));
}

void VmdkDescriptorTest::textDescriptors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<qint64>("sectors");
    const QByteArray flat("createType=\"monolithicFlat\"");
    const auto row = [](const char *name, const QByteArray &text, const QString &outcome, qint64 sectors) {
        QTest::newRow(name) << text << outcome << sectors;
    };
    const QByteArray good = descriptor(flat, "RW 2 FLAT \"x-flat.vmdk\" 0");
    row("flat", good, u"vmdk"_s, 2);
    row("CRLF", QByteArray(good).replace("\n", "\r\n"), u"vmdk"_s, 2);
    row("spaces", descriptor("createType  =\t\"monolithicFlat\" ", "  RW  2\tFLAT  \"x\"  0 "), u"vmdk"_s, 2);
    row("blank lines first", QByteArray(2000, '\n') + good, u"vmdk"_s, 2);
    row("no magic comment", QByteArray(good).replace("# Disk DescriptorFile", "# something"), u"vmdk"_s, 2);
    row("no create type", descriptor({}, "RW 2 FLAT \"x\" 0"), u"vmdk"_s, 2);
    row("create type twice", descriptor(flat + "\ncreateType=\"vmfs\"", "RW 2 FLAT \"x\" 0"), u"vmdk"_s, 2);
    row("no extent", descriptor(flat, {}), u"vmdk"_s, 0);
    row("all kinds",
        descriptor(
            flat, "RW 1 FLAT \"a\" 0\nRDONLY 2 SPARSE \"b\"\nNOACCESS 4 ZERO\nRW 8 VMFS \"c\"\nRW 16 VMFSRDM \"d\""),
        u"vmdk"_s, 31);
    row("zeros behind it", good + QByteArray(1000, '\0'), u"vmdk"_s, 2);
    row("last digits of a longer CID behind it", good + QByteArray(1, '\0') + "ab\n", u"vmdk"_s, 2);
    row("a second one behind a zero", good + QByteArray(1, '\0') + good, u"malformed at %1"_s.arg(good.size()), 0);
    const qsizetype extent = descriptor(flat, {}).indexOf("# Extent description\n") + 21;
    const auto broken = [&](const char *name, const QByteArray &line) {
        row(name, descriptor(flat, line), u"malformed at %1"_s.arg(extent), 0);
    };
    broken("extent of 2^63 sectors", "RW 9223372036854775807 FLAT \"x\" 0");
    broken("extent of 2^64 sectors", "RW 18446744073709551616 FLAT \"x\" 0");
    broken("negative extent", "RW -1 FLAT \"x\" 0");
    broken("huge offset", "RW 2 FLAT \"x\" 9223372036854775807");
    broken("extent without a name", "RW 2 FLAT");
    broken("name without an end", "RW 2 FLAT \"x");
    broken("extent without anything", "RW");
    row("sum that wraps", descriptor(flat, "RW 18014398509481983 FLAT \"x\" 0\nRW 18014398509481983 FLAT \"y\" 0"),
        u"malformed at %1"_s.arg(extent + 32), 0);
    row("CID that is none", QByteArray(good).replace("CID=fffffffe", "CID=wxyz"), u"malformed at 32"_s, 0);
    row("no CID", QByteArray(good).replace("\nCID=", "\nXID="), u"malformed at 0"_s, 0);
    row("no parent CID", QByteArray(good).replace("parentCID=", "parentXID="), u"malformed at 0"_s, 0);
    row("create type of 64 KiB", descriptor("createType=\"" + QByteArray(65536, 'A') + '"', {}), u"malformed at 64"_s,
        0);
    row("parent of 2 KiB", descriptor("parentFileNameHint=\"" + QByteArray(2048, 'A') + '"', {}), u"malformed at 64"_s,
        0);
    row("longer than 1 MiB", good + QByteArray(1024 * 1024, '\n'), u"malformed at 1048576"_s, 0);
}

void VmdkDescriptorTest::textDescriptors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, outcome);
    QFETCH(qint64, sectors);
    const Result<ImageInfo> info = Hostile::inspect(text);
    QCOMPARE(Hostile::outcome(info), outcome);
    if (!info)
        return;
    QCOMPARE(info->virtualSizeBytes, sectors * 512);
    // Whatever it says, its data lie elsewhere.
    QVERIFY(Hostile::violates(*info, extentRule));
    QVERIFY(Hostile::violates(*info, createTypeRule));
}

void VmdkDescriptorTest::extentsAreToldNeverOpened()
{
    // A FIFO without a writer would hang who opens it.
    QCOMPARE(Oracle::make(u"mkfifo"_s, {path(u"fifo"_s)}), QString());
    const QByteArray text = descriptor("createType=\"monolithicFlat\"",
        "RW 2 FLAT \"fifo\" 0\nRW 2 FLAT \"/etc/passwd\" 7\nRW 2 FLAT \"json:{\"driver\":\"nbd\"}\" 0\nRW 2 FLAT "
        "\"..\\..\\x\" 0\nRW 2 FLAT \"\x1b[2J\" 0");
    QVERIFY(Oracle::patch(path(u"names.vmdk"_s), 0, text));
    const Result<ImageInfo> info = inspectImage(nativePath(path(u"names.vmdk"_s)));
    QVERIFY(info);
    const QJsonArray lines = Hostile::fact(*info, "descriptor-extents"_L1).toArray();
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines.at(1).toObject(),
        (QJsonObject{{u"access"_s, u"RW"_s}, {u"sectors"_s, 2}, {u"type"_s, u"FLAT"_s}, {u"file"_s, u"/etc/passwd"_s},
            {u"offset"_s, 7}}));
    QCOMPARE(lines.at(2).toObject().value(u"file"_s).toString(), u"json:{\"driver\":\"nbd\"}"_s);
    QCOMPARE(lines.at(4).toObject().value(u"file"_s).toString(), u"\\x1b[2J"_s);
    const QJsonArray extents = Hostile::fact(*info, "extents"_L1).toArray();
    QCOMPARE(extents.at(0).toObject().value(u"filename"_s).toString(), path(u"fifo"_s));
    QCOMPARE(extents.at(1).toObject().value(u"filename"_s).toString(), u"/etc/passwd"_s);
}

void VmdkDescriptorTest::embeddedDescriptors_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("rule"); // empty: safe
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, QLatin1StringView rule = {}) {
        QTest::newRow(name) << from << to << QString(rule);
    };
    const QByteArray extent("RW 2048 SPARSE \"sparse.vmdk\"");
    const QByteArray type("createType=\"monolithicSparse\"");
    row("untouched", "x", "x");
    row("renamed", "sparse.vmdk", "another name.vmdk");
    row("as for reading only", extent, "RDONLY 2048 SPARSE \"generated-stream.vmdk\"");
    row("streamOptimized", type, "createType=\"streamOptimized\"");
    row("spaces", type, "createType = \"monolithicSparse\"");
    row("absolute", "sparse.vmdk", "/etc/hosts", extentRule);
    row("sub directory", "sparse.vmdk", "a/b", extentRule);
    row("Windows", "sparse.vmdk", "C:\\secret", extentRule);
    row("protocol", "sparse.vmdk", "nbd:127.0.0.1:1", extentRule);
    row("pseudo protocol", "sparse.vmdk", "json:{}", extentRule);
    row("flat", extent, "RW 2048 FLAT \"sparse.vmdk\" 0", extentRule);
    row("two extents", extent, extent + "\n" + extent, extentRule);
    row("no extents", extent, {}, extentRule);
    row("unknown line", type, type + "\ninclude /etc/passwd", extentRule);
    row("flat by type", type, "createType=\"monolithicFlat\"", createTypeRule);
    row("no create type", type, {}, createTypeRule);
    row("create type twice", type, type + "\ncreateType=\"vmfs\"", createTypeRule);
    row("create type in a comment", type, "#createType=\"vmfs\"\n" + type, createTypeRule);
    row("create type in capitals", type, type + "\nCREATETYPE=\"vmfs\"", createTypeRule);
    row("parent", type, type + "\nparentFileNameHint=\"p\"", "backing-file"_L1);
    row("parent in a comment", type, type + "\n# parentFileNameHint=\"p\"", "backing-file"_L1);
}

void VmdkDescriptorTest::embeddedDescriptors()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, rule);
    QByteArray text = m_sparse.sliced(512, 20 * 512);
    text = text.first(text.indexOf('\0'));
    QVERIFY(text.contains(from));
    text.replace(from, to);
    text.resize(20 * 512, '\0');
    const Result<ImageInfo> info = Hostile::inspect(Hostile::patched(m_sparse, 512, text));
    QVERIFY(info);
    QCOMPARE(info->safe(), rule.isEmpty());
    if (!rule.isEmpty())
        QVERIFY(Hostile::violates(*info, QLatin1StringView(rule.toLatin1())));
    // The header says what it is; so does qemu.
    QCOMPARE(Hostile::fact(*info, "create-type"_L1).toString(), u"monolithicSparse"_s);
}

void VmdkDescriptorTest::capacityOfZeroMeansTheDescriptorsExtents()
{
    QByteArray text = descriptor("createType=\"monolithicFlat\"", "RW 2 FLAT \"/etc/passwd\" 0");
    text.resize(20 * 512, '\0');
    const QByteArray bytes = Hostile::patched(Hostile::patched(m_sparse, 12, little64(0)), 512, text);
    const Result<ImageInfo> info = Hostile::inspect(bytes);
    QVERIFY(info);
    QCOMPARE(info->virtualSizeBytes, 1024);
    QCOMPARE(Hostile::fact(*info, "create-type"_L1).toString(), u"monolithicFlat"_s);
    QVERIFY(Hostile::violates(*info, extentRule));
    QVERIFY(Hostile::violates(*info, createTypeRule));
}

void VmdkDescriptorTest::cutOff()
{
    QCOMPARE(Hostile::wrongAnswersWhenCut(descriptor("createType=\"vmfs\"", "RW 1 VMFS \"x\"")), QStringList());
}

QTEST_GUILESS_MAIN(VmdkDescriptorTest)
#include "tst_vmdkdescriptor.moc"
