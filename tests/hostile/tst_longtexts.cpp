// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile/heapwatch.h"

#include "estate/estatescan.h"
#include "image/imageprobe.h"

#include "engine/host/treemaker.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;
using namespace Fathom::TreeMaker;
using namespace Qt::StringLiterals;

/// Texts of 100 MB where a few hundred bytes are usual: refused, or read no further than they may be, in little memory.
class TestLongTexts : public QObject {
    Q_OBJECT

private slots:
    void init();
    void descriptor_data();
    void descriptor();
    void companions();
    void configurations();

private:
    static constexpr qint64 manyBytes = 100'000'000;

    /// head, then line again and again.
    QString lengthened(const NativePath &path, const QByteArray &head, const QByteArray &line) const;

    std::unique_ptr<QTemporaryDir> m_directory;
    NativePath m_root;
};

void TestLongTexts::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_root = nativePath(m_directory->path());
}

QString TestLongTexts::lengthened(const NativePath &path, const QByteArray &head, const QByteArray &line) const
{
    QFile file(plainText(path));
    const QByteArray block = line.repeated(1 + (1 << 20) / line.size());
    bool written = file.open(QIODevice::WriteOnly) && file.write(head) == head.size();
    while (written && file.size() < manyBytes)
        written = file.write(block) == block.size();
    return written ? QString() : file.errorString();
}

void TestLongTexts::descriptor_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("comments") << "# nothing\n"_ba;
    QTest::newRow("settings") << "ddb.key = \"value\"\n"_ba;
    QTest::newRow("extents") << "RW 1 FLAT \"a\" 0\n"_ba;
    QTest::newRow("one line") << "xxxxxxxx"_ba;
    QTest::newRow("empty lines") << "\n"_ba;
}

void TestLongTexts::descriptor()
{
    QFETCH(const QByteArray, line);
    const NativePath path = joinPath(m_root, "disk.vmdk");
    QCOMPARE(lengthened(path,
                 "# Disk DescriptorFile\nversion=1\nCID=12345678\nparentCID=ffffffff\n"
                 "createType=\"monolithicFlat\"\nRW 2048 FLAT \"disk-flat.vmdk\" 0\n",
                 line),
        QString());
    const HeapWatch heap;
    const Result<ImageInfo> info = inspectImage(path);
    QVERIFY2(heap.peakBytes() <= HeapWatch::limitBytes, QByteArray::number(heap.peakBytes()).constData());
    QVERIFY(!info);
    QCOMPARE(info.error().kind, ErrorKind::Malformed);
    QVERIFY(!info.error().reason.isEmpty());
}

/// What lies beside the disks; each fails alone, and the disk stays.
void TestLongTexts::companions()
{
    const NativePath root = joinPath(m_root, "instances");
    QCOMPARE(makeInstances(root), QString());
    const NativePath instance = joinPath(root, instanceUuid);
    QCOMPARE(lengthened(joinPath(instance, "disk.info"), "{", "\"/instances/disk\": \"qcow2\",\n"), QString());
    QCOMPARE(lengthened(joinPath(instance, "libvirt.xml"), "<domain>", "<name>name</name>\n"), QString());
    QCOMPARE(lengthened(joinPath(root, "compute_nodes"), "{", "\"host\": 1,\n"), QString());
    QCOMPARE(makeDirectory(joinPath(m_root, "qemu")), QString());
    QCOMPARE(lengthened(joinPath(m_root, "qemu/one.xml"), "<domain>", "<name>name</name>\n"), QString());
    QCOMPARE(writeFile(joinPath(m_root, "qemu/two.xml"),
                 "<domain><name>two</name><uuid>" + instanceUuid + "</uuid></domain>"),
        QString());

    const HeapWatch heap;
    const EstatePtr estate = scanEstate({.imageDirectories = {},
        .instanceDirectories = {root},
        .domainDirectories = {joinPath(m_root, "qemu")},
        .glanceConfigs = {},
        .novaConfigs = {}});
    QVERIFY2(heap.peakBytes() <= HeapWatch::limitBytes, QByteArray::number(heap.peakBytes()).constData());
    QCOMPARE(estate->instances.size(), 1U);
    QVERIFY(estate->instances.front().disks.front().chain.whole());
    QCOMPARE(estate->sources.size(), 2U);
    QCOMPARE(estate->sources[0].problems.size(), 3U);
    QCOMPARE(estate->sources[1].problems.size(), 1U);
    QCOMPARE(estate->sources[1].entries, 1);
}

void TestLongTexts::configurations()
{
    const NativePath glance = joinPath(m_root, "glance-api.conf");
    const NativePath nova = joinPath(m_root, "nova.conf");
    const NativePath images = joinPath(m_root, "images");
    QCOMPARE(makeDirectory(images), QString());
    QCOMPARE(lengthened(glance, "[glance_store]\nfilesystem_store_datadir = " + images + "\n", "a = b\n"), QString());
    QCOMPARE(lengthened(nova, "[DEFAULT]\n", " a continued line\n"), QString());
    const HeapWatch heap;
    const EstatePtr estate = scanEstate({.imageDirectories = {images},
        .instanceDirectories = {},
        .domainDirectories = {},
        .glanceConfigs = {glance},
        .novaConfigs = {nova}});
    QVERIFY2(heap.peakBytes() <= HeapWatch::limitBytes, QByteArray::number(heap.peakBytes()).constData());
    QCOMPARE(estate->sources.size(), 2U);
    QCOMPARE(estate->sources[0].health, SourceHealth::Good);
    QCOMPARE(estate->sources[1].health, SourceHealth::Failed);
    QCOMPARE(estate->sources[1].problems.size(), 2U);
}

QTEST_GUILESS_MAIN(TestLongTexts)
#include "tst_longtexts.moc"
