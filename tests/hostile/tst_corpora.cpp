// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programrun.h"
#include "engine/host/treemaker.h"
#include "hostile/corporalists.h"
#include "hostile/heapwatch.h"
#include "hostile/verdict.h"

#include "host/instancetree.h"
#include "libvirt/domainxml.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace Fathom;
using namespace Fathom::TreeMaker;
using namespace Qt::StringLiterals;

/// Images of many tools, and images made to do harm, each with what it truly is or what must be done about it.
class TestCorpora : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void toolMade_data();
    void toolMade();
    void evilImages_data() { evilRows(Kind::Image); }
    void evilImages();
    void evilXml_data() { evilRows(Kind::Xml); }
    void evilXml();
    void evilDiskInfo_data() { evilRows(Kind::DiskInfo); }
    void evilDiskInfo();

private:
    enum class Kind { Image, Xml, DiskInfo };

    void evilRows(Kind kind) const;

    std::vector<ListRow> m_manifest;
    std::vector<ListRow> m_evil;
};

namespace {

/// What a list's word means here: format by Glance's name, and what the file holds. An empty one is not compared.
struct Truth {
    QStringList formats;
    QString content;
};

const QHash<QString, Truth> truths{
    // A file system's image is raw to every program.
    {u"raw"_s, {{u"raw"_s, u"ami"_s}, {}}},
    {u"raw(extent/data file)"_s, {{u"raw"_s}, {}}},
    {u"raw(gpt)"_s, {{u"raw"_s}, u"gpt"_s}},
    {u"raw/aki(kernel)"_s, {{u"aki"_s}, {}}},
    {u"qcow1"_s, {{u"qcow"_s}, {}}},
    {u"parallels"_s, {{u"ploop"_s}, {}}},
    {u"vmdk(extent)"_s, {{u"vmdk"_s}, {}}},
    {u"iso-hybrid/raw"_s, {{u"iso"_s}, u"iso9660"_s}},
    {u"udf"_s, {{u"iso"_s}, u"udf"_s}},
    // Packed files: a RAM disk to Glance, or raw.
    {u"bzip2"_s, {{u"ari"_s, u"raw"_s}, u"bzip2"_s}},
    {u"xz"_s, {{u"ari"_s, u"raw"_s}, u"xz"_s}},
    {u"zstd"_s, {{u"ari"_s, u"raw"_s}, u"zstd"_s}},
    {u"zip"_s, {{u"raw"_s}, u"zip"_s}},
    {u"tar"_s, {{u"raw"_s}, u"tar"_s}},
    {u"ova(tar)"_s, {{u"raw"_s}, u"tar"_s}},
};

/// Where the lists are not followed, and why.
const QHash<QString, QString> traps{
    {u"tool-made/vpc-fixed.vhd"_s, u"A fixed VHD's mark stands at its end, where qemu does not look: it says raw."_s},
    {u"os-test-images/images/iso-with-qcow2-in-system.iso"_s,
        u"Both an ISO and a qcow2, as qemu says; it is told as ambiguous and is not safe."_s},
};

/// Cut off in the corpus, so there is nothing to read.
const QString cutLuks2 = u"util-linux-blkid/images/luks2.img"_s;

/// Of the evil list: what is unusual, and breaks no rule.
const QHash<QString, QString> harmless{
    {u"qcow2/backing-empty-unset.qcow2"_s, u"no backing file: only a format is named"_s},
    {u"qcow2/incompat-bit0.qcow2"_s, u"the dirty bit, told as such"_s},
    {u"qcow2/incompat-bit3.qcow2"_s, u"the compression bit, told as such"_s},
    {u"qcow2/reforder-0.qcow2"_s, u"allowed"_s},
    {u"qcow2/reforder-6.qcow2"_s, u"allowed"_s},
    {u"qcow2/hdrlen-104.qcow2"_s, u"allowed"_s},
    {u"qcow2/hdrlen-105.qcow2"_s, u"inside the first cluster: qemu reads it too"_s},
    {u"qcow2/hdrlen-112.qcow2"_s, u"allowed"_s},
    {u"qcow2/hdrlen-65536.qcow2"_s, u"the whole first cluster: qemu reads it too"_s},
    {u"qcow2/crypt-1.qcow2"_s, u"the old AES, told as encrypted"_s},
    {u"qcow2/ext-many-empty.qcow2"_s, u"skipped, to the end of the cluster"_s},
    {u"qcow2/ext-feat-odd.qcow2"_s, u"names of features are not needed"_s},
    {u"qcow2/bomb-64G.qcow2"_s, u"its virtual size is told; what it costs is the matter of who converts it"_s},
    {u"vmdk/sp-ok.vmdk"_s, u"sound"_s},
    {u"vmdk/sp-grain-1.vmdk"_s, u"small grains: qemu reads them too"_s},
    {u"vhd/ok.vhd"_s, u"sound"_s},
    {u"vhd/size-0.vhd"_s, u"an empty disk, shown as one"_s},
    {u"vhd/fixed-511.vhd"_s, u"the footer of old writers, to be accepted"_s},
    {u"vdi/ok.vdi"_s, u"sound"_s},
    {u"vhdx/vsize-0.vhdx"_s, u"an empty disk, shown as one"_s},
    {u"gpt/ok.img"_s, u"sound"_s},
    {u"iso/blocks-max-bs-max.iso"_s, u"the volume's size is told, never used"_s},
    {u"iso/vol-ansi.iso"_s, u"its name is shown as plain text"_s},
    {u"iso/type-2.iso"_s, u"shown"_s},
    {u"iso/no-terminator.iso"_s, u"read no further than the first descriptors"_s},
};

/// Seconds of processor time of the programs that were run, which do not depend on what else runs.
double childSeconds(const rusage &usage)
{
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
        double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

rusage childUsage()
{
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    return usage;
}

} // namespace

void TestCorpora::initTestCase()
{
    if (corporaRoot().isEmpty())
        QSKIP("FATHOM_CORPORA names no directory of image files");
    m_manifest = corporaList(u"MANIFEST.tsv"_s);
    m_evil = corporaList(u"EVIL.tsv"_s);
    if (m_manifest.empty() || m_evil.empty())
        QSKIP("MANIFEST.tsv and EVIL.tsv are not there: FATHOM_CORPORA_LISTS names their directory");
}

void TestCorpora::toolMade_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("truth");
    QTest::addColumn<qint64>("virtualSize");
    for (const ListRow &row : m_manifest) {
        const QString path = row[u"path"_s];
        const bool footerIsUnseen = row[u"qemu_format"_s] == u"raw" && row[u"true_format"_s] == u"vhd";
        bool known = false;
        qint64 size = row[u"qemu_vsize"_s].toLongLong(&known);
        if (!known || footerIsUnseen)
            size = row[u"libyal_vsize"_s].toLongLong(&known);
        QTest::newRow(qPrintable(path)) << path << row[u"true_format"_s] << (known ? size : -1);
    }
}

void TestCorpora::toolMade()
{
    QFETCH(const QString, path);
    QFETCH(const QString, truth);
    QFETCH(const qint64, virtualSize);
    const Result<ImageInfo> info = inspectImage(nativePath(QDir(corporaRoot()).filePath(path)));
    if (path == cutLuks2) {
        QVERIFY(!info && info.error().kind == ErrorKind::Malformed);
        return;
    }
    QVERIFY2(info, info ? "" : qPrintable(sentence(info.error())));
    if (virtualSize >= 0)
        QCOMPARE(info->virtualSizeBytes, virtualSize);
    const QString format = imageJson(*info, "name")[u"disk-format"_s].toString();
    if (truth == u"iso" && traps.contains(path)) {
        QVERIFY(!info->safe());
        QCOMPARE(format, u"qcow2"_s);
        return;
    }
    const Truth expected = truths.value(truth, Truth{{truth}, {}});
    QVERIFY2(expected.formats.contains(format), qPrintable(u"%1, not %2"_s.arg(format, truth)));
    if (!expected.content.isEmpty())
        QVERIFY2(info->content.split(u'+').contains(expected.content), qPrintable(info->content));
}

void TestCorpora::evilRows(Kind kind) const
{
    QTest::addColumn<QString>("path");
    for (const ListRow &row : m_evil) {
        const QString type = row[u"class"_s];
        const Kind its = type == u"xml" ? Kind::Xml : type == u"disk.info" ? Kind::DiskInfo : Kind::Image;
        if (its == kind)
            QTest::newRow(qPrintable(row[u"path"_s])) << row[u"path"_s];
    }
}

/// An error, or a rule that it breaks; little memory and little time, in this program and in the one that people run.
void TestCorpora::evilImages()
{
    QFETCH(const QString, path);
    const QString file = QDir(corporaRoot()).filePath(u"evil/"_s + path);
    QVERIFY2(QFile::exists(file), qPrintable(file));
    {
        const HeapWatch heap;
        const Result<ImageInfo> info = inspectImage(nativePath(file));
        QVERIFY2(heap.peakBytes() <= HeapWatch::limitBytes, QByteArray::number(heap.peakBytes()).constData());
        QVERIFY2(wrongIn(info).isEmpty(), qPrintable(wrongIn(info)));
        QCOMPARE(info && info->safe(), harmless.contains(path));
        if (path == u"qcow2/crypt-1.qcow2")
            QVERIFY(info->encrypted);
    }
    const double before = childSeconds(childUsage());
    const ProgramRun run =
        runProgram(QStringLiteral(FATHOM_BINARY_DIR "/app/fathomctl"), {u"inspect"_s, u"--json"_s, file});
    const rusage after = childUsage();
    QVERIFY(run.exitCode >= 0);
    QVERIFY(run.json().isObject());
    QVERIFY2(childSeconds(after) - before < 2.0, QByteArray::number(childSeconds(after) - before).constData());
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY2(after.ru_maxrss < 64 * 1024, QByteArray::number(qint64(after.ru_maxrss)).constData());
#endif
}

void TestCorpora::evilXml()
{
    QFETCH(const QString, path);
    QFile file(QDir(corporaRoot()).filePath(u"evil/"_s + path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray xml = file.readAll();
    const HeapWatch heap;
    const Result<DomainFacts> facts = readDomainXml(xml, path);
    QVERIFY2(heap.peakBytes() <= HeapWatch::limitBytes, QByteArray::number(heap.peakBytes()).constData());
    if (!facts)
        QVERIFY(!facts.error().reason.isEmpty());
    if (xml.contains("<!DOCTYPE"))
        QVERIFY(!facts && facts.error().kind == ErrorKind::Unsafe);
}

/// The error is shown, and the instance is still listed with its disks.
void TestCorpora::evilDiskInfo()
{
    QFETCH(const QString, path);
    QTemporaryDir directory;
    const NativePath root = nativePath(directory.filePath(u"instances"_s));
    QCOMPARE(makeInstances(root), QString());
    const QString diskInfo = plainText(joinPath(joinPath(root, instanceUuid), "disk.info"));
    QVERIFY(QFile::remove(diskInfo));
    QVERIFY(QFile::copy(QDir(corporaRoot()).filePath(u"evil/"_s + path), diskInfo));
    const Result<InstanceTree> tree = readInstanceTree(root, {});
    QVERIFY(tree);
    QCOMPARE(tree->instances.size(), 1U);
    QCOMPARE(tree->instances.front().problems.size(), 1U);
    QVERIFY(tree->instances.front().disks.front().chain.whole());
}

QTEST_GUILESS_MAIN(TestCorpora)
#include "tst_corpora.moc"
