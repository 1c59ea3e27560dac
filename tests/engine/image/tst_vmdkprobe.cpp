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

QByteArray little(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray little64(quint64 value)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

class VmdkProbeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sameAsQemu_data();
    void sameAsQemu();
    void descriptorFilesSameAsQemu_data();
    void descriptorFilesSameAsQemu();
    void overlay();
    void nameThatIsNoUtf8SameAsQemu();
    void ownFacts();
    void footer();
    void brokenFooter_data();
    void brokenFooter();
    void headerFields_data();
    void headerFields();
    void cutOff();
    void overwritten();
    void pieces();
    void cowd();

private:
    QString path(const QString &name) const { return m_directory.filePath(name); }
    QString create(const QString &name, const QString &options, const QString &size) const
    {
        return Oracle::make(
            u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"vmdk"_s, u"-o"_s, options, path(name), size});
    }
    QByteArray withFooter() const;

    QTemporaryDir m_directory;
    QByteArray m_sparse; ///< a monolithicSparse file of 1 MiB
};

void VmdkProbeTest::initTestCase()
{
    QVERIFY(m_directory.isValid());
    QCOMPARE(create(u"sparse.vmdk"_s, u"subformat=monolithicSparse"_s, u"1M"_s), QString());
    m_sparse = Hostile::contents(path(u"sparse.vmdk"_s));
    QVERIFY(m_sparse.startsWith("KDMV"));
}

void VmdkProbeTest::sameAsQemu_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("size");
    const QString sizes[] = {u"512"_s, u"1000"_s, u"10M"_s, u"5G"_s, u"1T"_s};
    for (const QString &size : sizes) {
        QTest::addRow("sparse %s", qPrintable(size)) << u"subformat=monolithicSparse"_s << size;
        QTest::addRow("stream %s", qPrintable(size)) << u"subformat=streamOptimized"_s << size;
    }
    for (const QString &adapter : {u"ide"_s, u"buslogic"_s, u"lsilogic"_s, u"legacyESX"_s})
        QTest::addRow("%s", qPrintable(adapter)) << u"adapter_type="_s + adapter << u"10M"_s;
    QTest::newRow("hardware version") << u"hwversion=14"_s << u"10M"_s;
    QTest::newRow("compat6") << u"compat6=on"_s << u"10M"_s;
    QTest::newRow("zeroed grain") << u"zeroed_grain=on"_s << u"10M"_s;
    QTest::newRow("tools version") << u"toolsversion=10346"_s << u"10M"_s;
}

void VmdkProbeTest::sameAsQemu()
{
    QFETCH(QString, options);
    QFETCH(QString, size);
    QCOMPARE(create(u"same.vmdk"_s, options, size), QString());
    QCOMPARE(Oracle::differences(path(u"same.vmdk"_s)), QStringList());
    // With data in it.
    QFile raw(path(u"raw"_s));
    QVERIFY(raw.open(QIODevice::WriteOnly));
    QVERIFY(raw.write(QByteArray(300000, 'x')) == 300000);
    raw.close();
    QCOMPARE(Oracle::make(u"qemu-img"_s,
                 {u"convert"_s, u"-f"_s, u"raw"_s, u"-O"_s, u"vmdk"_s, u"-o"_s, options, path(u"raw"_s),
                     path(u"full.vmdk"_s)}),
        QString());
    QCOMPARE(Oracle::differences(path(u"full.vmdk"_s)), QStringList());
    const Result<ImageInfo> info = inspectImage(nativePath(path(u"full.vmdk"_s)));
    QVERIFY(info);
    QVERIFY(info->safe());
}

void VmdkProbeTest::descriptorFilesSameAsQemu_data()
{
    QTest::addColumn<QString>("subformat");
    QTest::addColumn<QString>("size");
    QTest::addColumn<int>("extents");
    QTest::addColumn<bool>("sparse");
    QTest::newRow("flat") << u"monolithicFlat"_s << u"10M"_s << 1 << false;
    QTest::newRow("split flat") << u"twoGbMaxExtentFlat"_s << u"5G"_s << 3 << false;
    QTest::newRow("split sparse") << u"twoGbMaxExtentSparse"_s << u"5G"_s << 3 << true;
}

void VmdkProbeTest::descriptorFilesSameAsQemu()
{
    QFETCH(QString, subformat);
    QFETCH(QString, size);
    QFETCH(int, extents);
    QFETCH(bool, sparse);
    QCOMPARE(create(u"text.vmdk"_s, u"subformat="_s + subformat, size), QString());
    // qemu adds up what the extents take on the disk; the descriptor cannot know.
    QStringList except{u"actual-size"_s};
    // The cluster size stands in the sparse extents' own headers alone.
    if (sparse) {
        except << u"cluster-size"_s;
        for (int i = 0; i < extents; ++i)
            except << u"format-specific.data.extents.%1.cluster-size"_s.arg(i);
    }
    QCOMPARE(Oracle::differences(path(u"text.vmdk"_s), {}, except), QStringList());

    const Result<ImageInfo> info = inspectImage(nativePath(path(u"text.vmdk"_s)));
    QVERIFY(info);
    QCOMPARE(Hostile::fact(*info, "descriptor-extents"_L1).toArray().size(), extents);
    QVERIFY(Hostile::violates(*info, extentRule));
    QVERIFY(Hostile::violates(*info, createTypeRule));
}

void VmdkProbeTest::overlay()
{
    QCOMPARE(Oracle::make(u"qemu-img"_s,
                 {u"create"_s, u"-q"_s, u"-f"_s, u"vmdk"_s, u"-b"_s, u"sparse.vmdk"_s, u"-F"_s, u"vmdk"_s,
                     u"overlay.vmdk"_s},
                 m_directory.path()),
        QString());
    QCOMPARE(Oracle::differences(path(u"overlay.vmdk"_s)), QStringList());
    const Result<ImageInfo> info = inspectImage(nativePath(path(u"overlay.vmdk"_s)));
    QVERIFY(info);
    QCOMPARE(info->backingFile, QByteArray("sparse.vmdk"));
    QCOMPARE(info->backingFormat, u"vmdk"_s);
    QVERIFY(!info->safe());

    // qemu follows the name even where the parent's CID says that there is none.
    QByteArray orphan = Hostile::contents(path(u"overlay.vmdk"_s));
    const qsizetype at = orphan.indexOf("parentCID=") + 10;
    // qemu writes a random number without leading zeros; the text's end makes room for the digits that it lacks.
    const qsizetype digits = orphan.indexOf('\n', at) - at;
    orphan.replace(at, digits, "ffffffff");
    orphan.remove(orphan.indexOf('\0', at), 8 - digits);
    QVERIFY(Oracle::patch(path(u"orphan.vmdk"_s), 0, orphan));
    QCOMPARE(Oracle::differences(path(u"orphan.vmdk"_s)), QStringList());
    // And where the name stands in a comment.
    orphan.replace(orphan.indexOf("parentFileNameHint=\""), 20, "#arentFileNameHint=\"");
    orphan.replace(orphan.indexOf("# Disk DescriptorFile"), 21, "#parentFileNameHint=\"");
    QCOMPARE(Hostile::inspect(orphan)->backingFile.isEmpty(), false);
}

void VmdkProbeTest::nameThatIsNoUtf8SameAsQemu()
{
    QByteArray text = Hostile::contents(path(u"sparse.vmdk"_s));
    text.replace("ddb.toolsVersion = \"2147483647\"", "parentFileNameHint=\"p\xff\xe4\xb8x\"      ");
    QVERIFY(text.contains("parentFileNameHint"));
    QVERIFY(Oracle::patch(path(u"latin.vmdk"_s), 0, text));
    QCOMPARE(Oracle::differences(path(u"latin.vmdk"_s)), QStringList());
}

void VmdkProbeTest::ownFacts()
{
    QCOMPARE(create(u"own.vmdk"_s, u"adapter_type=lsilogic,hwversion=14,toolsversion=77"_s, u"1M"_s), QString());
    const Result<ImageInfo> info = inspectImage(nativePath(path(u"own.vmdk"_s)));
    QVERIFY(info);
    QCOMPARE(Hostile::fact(*info, "adapter-type"_L1).toString(), u"lsilogic"_s);
    QCOMPARE(Hostile::fact(*info, "hardware-version"_L1).toString(), u"14"_s);
    QCOMPARE(Hostile::fact(*info, "tools-version"_L1).toString(), u"77"_s);
    const QJsonObject extent = Hostile::fact(*info, "descriptor-extents"_L1).toArray().at(0).toObject();
    QCOMPARE(extent,
        (QJsonObject{
            {u"access"_s, u"RW"_s}, {u"sectors"_s, 2048}, {u"type"_s, u"SPARSE"_s}, {u"file"_s, u"own.vmdk"_s}}));
}

QByteArray VmdkProbeTest::withFooter() const
{
    QByteArray header = m_sparse.first(512);
    QByteArray bytes = Hostile::patched(m_sparse, 56, little64(~quint64(0)));
    QByteArray marker(512, '\0');
    marker.replace(12, 4, little(3));
    return bytes + marker + header + QByteArray(512, '\0');
}

void VmdkProbeTest::footer()
{
    QVERIFY(Oracle::patch(path(u"footer.vmdk"_s), 0, withFooter()));
    QCOMPARE(Oracle::differences(path(u"footer.vmdk"_s)), QStringList());
    const Result<ImageInfo> info = Hostile::inspect(withFooter());
    QVERIFY(info);
    QVERIFY(Hostile::fact(*info, "footer"_L1).toBool());
    // The header at the end alone says that it is compressed, and it counts.
    const qint64 compression = m_sparse.size() + 512 + 77;
    QVERIFY(Oracle::patch(path(u"footer.vmdk"_s), compression, QByteArray("\x01\x00", 2)));
    QCOMPARE(Oracle::differences(path(u"footer.vmdk"_s)), QStringList());
}

void VmdkProbeTest::brokenFooter_data()
{
    QTest::addColumn<int>("at"); // from the footer marker
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("offset");
    QTest::newRow("marker type") << 12 << little(2) << 0;
    QTest::newRow("marker size") << 8 << little(9) << 0;
    QTest::newRow("signature") << 512 << QByteArray("XXXX") << 512;
    QTest::newRow("end of stream") << 1024 + 12 << little(1) << 1024;
    QTest::newRow("junk in the end marker") << 1024 + 300 << QByteArray("x") << 1024;
    QTest::newRow("another version") << 512 + 4 << little(2) << 512 + 4;
    QTest::newRow("another capacity") << 512 + 12 << little64(4096) << 512 + 12;
    QTest::newRow("another descriptor") << 512 + 28 << little64(64) << 512 + 28;
    QTest::newRow("another descriptor size") << 512 + 36 << little64(1) << 512 + 36;
    QTest::newRow("footer again") << 512 + 56 << little64(~quint64(0)) << 512 + 56;
    QTest::newRow("directory outside") << 512 + 56 << little64(1 << 20) << 512 + 56;
}

void VmdkProbeTest::brokenFooter()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(int, offset);
    const qint64 marker = m_sparse.size();
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(withFooter(), marker + at, bytes))),
        u"malformed at %1"_s.arg(marker + offset));
}

void VmdkProbeTest::headerFields_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("untouched") << 4 << little(1) << u"vmdk"_s;
    QTest::newRow("version 2") << 4 << little(2) << u"vmdk"_s;
    QTest::newRow("version 3") << 4 << little(3) << u"vmdk"_s;
    QTest::newRow("version 4") << 4 << little(4) << u"unsupported at 4"_s;
    QTest::newRow("version 0") << 4 << little(0) << u"unsupported at 4"_s;
    QTest::newRow("largest capacity") << 12 << little64(~quint64(0)) << u"malformed at 12"_s;
    QTest::newRow("capacity 2^63 bytes") << 12 << little64(quint64(1) << 54) << u"malformed at 12"_s;
    QTest::newRow("just below 2^63 bytes") << 12 << little64((quint64(1) << 54) - 1) << u"malformed at 12"_s;
    QTest::newRow("2^55 sectors") << 12 << little64(quint64(1) << 55) << u"malformed at 12"_s;
    QTest::newRow("more than the directory") << 12 << little64(quint64(1) << 34) << u"malformed at 56"_s;
    QTest::newRow("no grain size") << 20 << little64(0) << u"malformed at 20"_s;
    QTest::newRow("largest grain size") << 20 << little64(~quint64(0)) << u"malformed at 20"_s;
    QTest::newRow("grain that wraps with 512 entries") << 20 << little64(quint64(1) << 55) << u"malformed at 20"_s;
    QTest::newRow("descriptor elsewhere") << 28 << little64(2) << u"malformed at 28"_s;
    QTest::newRow("descriptor at 2^63") << 28 << little64(quint64(1) << 63) << u"malformed at 28"_s;
    QTest::newRow("descriptor of 1 MiB and a sector") << 36 << little64(2049) << u"malformed at 36"_s;
    QTest::newRow("descriptor past the end") << 36 << little64(2048) << u"malformed at 512"_s;
    QTest::newRow("largest descriptor") << 36 << little64(~quint64(0)) << u"malformed at 36"_s;
    QTest::newRow("no table entries") << 44 << little(0) << u"malformed at 44"_s;
    QTest::newRow("513 table entries") << 44 << little(513) << u"malformed at 44"_s;
    QTest::newRow("most table entries") << 44 << little(~quint32(0)) << u"malformed at 44"_s;
    QTest::newRow("second directory outside") << 48 << little64(quint64(1) << 62) << u"malformed at 48"_s;
    QTest::newRow("directory outside") << 56 << little64(~quint64(1)) << u"malformed at 56"_s;
    QTest::newRow("data outside") << 64 << little64(~quint64(0)) << u"malformed at 64"_s;
    QTest::newRow("text transfer") << 73 << QByteArray("\n\n\n\n") << u"malformed at 73"_s;
}

void VmdkProbeTest::headerFields()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, outcome);
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(m_sparse, at, bytes))), outcome);
}

void VmdkProbeTest::cutOff()
{
    QCOMPARE(Hostile::wrongAnswersWhenCut(m_sparse), QStringList());
    QCOMPARE(Hostile::wrongAnswersWhenCut(withFooter()), QStringList());
}

void VmdkProbeTest::overwritten()
{
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(m_sparse, 0, 1024), QStringList());
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(withFooter(), m_sparse.size(), 1536), QStringList());
}

void VmdkProbeTest::pieces()
{
    QCOMPARE(create(u"split.vmdk"_s, u"subformat=twoGbMaxExtentSparse"_s, u"10M"_s), QString());
    const Result<ImageInfo> piece = inspectImage(nativePath(path(u"split-s001.vmdk"_s)));
    QVERIFY(piece);
    QVERIFY(Hostile::fact(*piece, "extent-only"_L1).toBool());
    QVERIFY(Hostile::violates(*piece, extentRule));
    // A header that embeds no descriptor at all says the same.
    const Result<ImageInfo> bare = Hostile::inspect(Hostile::patched(m_sparse, 28, QByteArray(16, '\0')));
    QVERIFY(bare);
    QVERIFY(Hostile::violates(*bare, extentRule));
}

void VmdkProbeTest::cowd()
{
    const QByteArray bytes =
        "COWD" + little(1) + little(3) + little(8192) + little(1) + little(4) + little(2) + QByteArray(4096, '\0');
    const Result<ImageInfo> info = Hostile::inspect(bytes);
    QVERIFY(info);
    QCOMPARE(info->format, ImageFormat::Vmdk);
    QCOMPARE(info->virtualSizeBytes, 8192 * 512);
    QCOMPARE(info->clusterSizeBytes, 512);
    QVERIFY(Hostile::violates(*info, extentRule));
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(bytes, 16, little(0)))), u"malformed at 16"_s);
    QCOMPARE(
        Hostile::outcome(Hostile::inspect(Hostile::patched(bytes, 20, little(~quint32(0))))), u"malformed at 20"_s);
    QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(bytes, 24, little(1)))), u"malformed at 24"_s);
    QCOMPARE(Hostile::wrongAnswersWhenCut(bytes), QStringList());
    QCOMPARE(Hostile::wrongAnswersWhenOverwritten(bytes, 0, 64), QStringList());
}

QTEST_GUILESS_MAIN(VmdkProbeTest)
#include "tst_vmdkprobe.moc"
