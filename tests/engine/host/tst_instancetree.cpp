// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/instancetree.h"

#include "treemaker.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace Fathom;
using namespace Fathom::TreeMaker;

class TestInstanceTree : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsATreeOfToday();
    void readsEachFileOnce();
    void aMovedTreeIsStillWhole();
    void aCopiedOldTreeIsRelocatedByItsDomainXml();
    void theRootMayBeALink();
    void knowsWhatIsLeftOver();
    void readsOldBasesAndSnapshots();
    void chainsMayLeadIntoImageStores();
    void reportsItsProgress();
    void stopsWhenToldTo();
    void findsTheSurroundingsOfADisk();

private:
    InstanceTree tree(const NativePath &root, const InstanceTreeOptions &options = {})
    {
        const Result<InstanceTree> read = readInstanceTree(root, options);
        if (!read)
            qWarning("%s", qPrintable(sentence(read.error())));
        return read ? *read : InstanceTree();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    NativePath m_root;
    NativePath m_instance;
};

namespace {

const DirectoryNode *nodeNamed(const DirectoryNode &parent, const NativePath &name)
{
    const auto found = std::ranges::find(parent.children, name, &DirectoryNode::name);
    return found == parent.children.end() ? nullptr : &*found;
}

QByteArray problemsText(const InstanceTree &tree)
{
    QByteArray text;
    for (const Error &problem : tree.problems)
        text += sentence(problem).toUtf8() + '\n';
    return text;
}

} // namespace

void TestInstanceTree::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_root = nativePath(m_directory->filePath(QStringLiteral("instances")));
    m_instance = joinPath(m_root, instanceUuid);
    QCOMPARE(makeInstances(m_root), QString());
}

void TestInstanceTree::readsATreeOfToday()
{
    const InstanceTree read = tree(m_root);
    QVERIFY2(read.problems.empty(), problemsText(read).constData());
    QVERIFY(read.complete);
    QCOMPARE(read.root, m_root);
    QCOMPARE(read.computeNodes, QStringList(QStringLiteral("labhost")));

    QCOMPARE(read.instances.size(), 1U);
    const InstanceDirectory &instance = read.instances.front();
    QCOMPARE(instance.uuid, QString::fromLatin1(instanceUuid));
    QCOMPARE(instance.meaning, EntryMeaning::InstanceDirectory);
    QCOMPARE(instance.diskInfo.size(), 3);
    QCOMPARE(instance.consoleLogBytes, 75);
    QVERIFY(instance.domainXml.isEmpty());
    using enum EntryMeaning;
    std::vector<EntryMeaning> meanings;
    for (const InstanceDisk &disk : instance.disks) {
        meanings.push_back(disk.meaning);
        QVERIFY2(disk.chain.whole(), disk.path.constData());
        QCOMPARE(disk.chain.depth(), disk.meaning == ConfigDrive ? 1 : 2);
        QCOMPARE(disk.declaredFormat, disk.meaning == ConfigDrive ? QString() : QStringLiteral("qcow2"));
    }
    QCOMPARE(meanings, (std::vector{RootDisk, EphemeralDisk, SwapDisk, ConfigDrive}));
    const ChainLayer &lowest = instance.disks.front().chain.layers.back();
    QCOMPARE(lowest.path, NativePath(m_root + "/_base/" + baseName));
    QCOMPARE(lowest.declaredFormat, QStringLiteral("raw"));

    QCOMPARE(read.bases.size(), 3U);
    const BaseFile &base = read.bases.front();
    QCOMPARE(base.meaning, BaseImage);
    QCOMPARE(base.hash, baseName);
    QCOMPARE(base.hash, baseNameOfImage(QString::fromLatin1(imageUuid)));
    QVERIFY(base.info);
    QCOMPARE(base.info->virtualSizeBytes, 20 * 1024 * 1024);
    QCOMPARE(base.facts->lengthBytes, 20 * 1024 * 1024);
    QVERIFY(read.bases[1].hash.isEmpty());

    const DirectoryNode *directory = nodeNamed(read.directory, instanceUuid);
    QVERIFY(directory);
    const DirectoryNode *disk = nodeNamed(*directory, "disk");
    QVERIFY(disk && disk->info);
    QCOMPARE(disk->info->format, ImageFormat::Qcow2);
    const DirectoryNode *locks = nodeNamed(read.directory, "locks");
    QVERIFY(locks);
    QCOMPARE(locks->children.size(), 1U);
    QCOMPARE(locks->children.front().meaning, LockFile);
    QVERIFY(read.directory.allocatedBytesBelow() >= instance.disks.front().chain.allocatedBytes());
}

void TestInstanceTree::readsEachFileOnce()
{
    // Ten more instances on the same base: the base's description is one object, shared by all.
    for (int number = 0; number < 10; ++number) {
        const NativePath directory = m_root + "/00000000-0000-4000-8000-00000000000" + QByteArray::number(number);
        QCOMPARE(makeDirectory(directory), QString());
        QCOMPARE(makeOverlay(joinPath(directory, "disk"), m_root + "/_base/" + baseName, "raw"), QString());
    }
    const InstanceTree read = tree(m_root);
    QCOMPARE(read.instances.size(), 11U);
    QSet<const ImageInfo *> descriptions{read.bases.front().info.get()};
    for (const InstanceDirectory &instance : read.instances)
        descriptions.insert(instance.disks.front().chain.layers.back().info.get());
    QCOMPARE(descriptions.size(), 1);
}

void TestInstanceTree::aMovedTreeIsStillWhole()
{
    const NativePath moved = nativePath(m_directory->filePath(QStringLiteral("moved")));
    QCOMPARE(::rename(m_root.constData(), moved.constData()), 0);
    const InstanceTree read = tree(moved);
    QVERIFY2(read.problems.empty(), problemsText(read).constData());
    for (const InstanceDisk &disk : read.instances.front().disks) {
        QVERIFY2(disk.chain.whole(), disk.path.constData());
        const ChainLayer &lowest = disk.chain.layers.back();
        QCOMPARE(lowest.relocated, disk.chain.depth() > 1);
        QVERIFY(isBelow(lowest.path, moved));
        QCOMPARE(disk.declaredFormat.isEmpty(), disk.meaning == EntryMeaning::ConfigDrive);
    }

    // Another tree now lies where the copy came from: its files are none of the copy's.
    QCOMPARE(makeInstances(m_root), QString());
    const InstanceTree again = tree(moved);
    QVERIFY(isBelow(again.instances.front().disks.front().chain.layers.back().path, moved));
}

void TestInstanceTree::aCopiedOldTreeIsRelocatedByItsDomainXml()
{
    QCOMPARE(::unlink(joinPath(m_instance, "disk.info").constData()), 0);
    const QByteArray xml = "<domain type=\"kvm\"><devices><disk type=\"file\" device=\"disk\"><source file=\"" +
        m_instance + "/disk\"/></disk></devices></domain>";
    QCOMPARE(writeFile(joinPath(m_instance, "libvirt.xml"), xml), QString());
    const NativePath moved = nativePath(m_directory->filePath(QStringLiteral("moved")));
    QCOMPARE(::rename(m_root.constData(), moved.constData()), 0);
    const InstanceTree read = tree(moved);
    QVERIFY2(read.problems.empty(), problemsText(read).constData());
    QCOMPARE(read.instances.front().domainXml, xml);
    QVERIFY(read.instances.front().disks.front().chain.whole());
    QVERIFY(read.instances.front().disks.front().chain.layers.back().relocated);
}

void TestInstanceTree::theRootMayBeALink()
{
    const NativePath link = nativePath(m_directory->filePath(QStringLiteral("link")));
    QCOMPARE(::symlink("instances", link.constData()), 0);
    const InstanceTree read = tree(link);
    QVERIFY2(read.problems.empty(), problemsText(read).constData());
    QCOMPARE(read.instances.size(), 1U);
    QCOMPARE(read.directory.linkTarget, NativePath("instances"));
    QVERIFY(read.instances.front().disks.front().chain.whole());
    QVERIFY(read.bases.front().info);
}

void TestInstanceTree::knowsWhatIsLeftOver()
{
    const NativePath resized = m_instance + "_resize";
    QCOMPARE(::rename(m_instance.constData(), resized.constData()), 0);
    QCOMPARE(makeDirectory(m_root + "/00000000-0000-4000-8000-000000000001_del"), QString());
    QCOMPARE(makeDirectory(m_root + "/instance-0000002a"), QString());
    const InstanceTree read = tree(m_root);
    QCOMPARE(read.instances.size(), 3U);
    QCOMPARE(read.instances[0].meaning, EntryMeaning::DeleteLeftover);
    QCOMPARE(read.instances[0].uuid, QStringLiteral("00000000-0000-4000-8000-000000000001"));
    QVERIFY(read.instances[0].disks.empty());
    QCOMPARE(read.instances[1].meaning, EntryMeaning::ResizeLeftover);
    QCOMPARE(read.instances[1].uuid, QString::fromLatin1(instanceUuid));
    QCOMPARE(read.instances[1].disks.front().declaredFormat, QStringLiteral("qcow2"));
    QVERIFY(read.instances[1].disks.front().chain.whole());
    QCOMPARE(read.instances[2].meaning, EntryMeaning::InstanceDirectory);
    QVERIFY(read.instances[2].uuid.isEmpty());
}

void TestInstanceTree::readsOldBasesAndSnapshots()
{
    QCOMPARE(makeSparse(m_root + "/_base/" + baseName + "_20", 1024), QString());
    QCOMPARE(makeSparse(m_root + "/_base/" + baseName + ".part", 512), QString());
    QCOMPARE(makeDirectory(m_root + "/snapshots/tmpabc"), QString());
    QCOMPARE(makeSparse(m_root + "/snapshots/tmpabc/440741fe.delta", 4096), QString());
    const InstanceTree read = tree(m_root);
    QVERIFY2(read.problems.empty(), problemsText(read).constData());
    QCOMPARE(read.bases.size(), 5U);
    QCOMPARE(read.bases[1].meaning, EntryMeaning::BasePartial);
    QCOMPARE(read.bases[1].hash, baseName);
    QCOMPARE(read.bases[2].meaning, EntryMeaning::BaseResized);
    for (const BaseFile &base : read.bases)
        QVERIFY2(base.info, base.path.constData());
    const DirectoryNode &delta = nodeNamed(read.directory, "snapshots")->children.front().children.front();
    QCOMPARE(delta.meaning, EntryMeaning::SnapshotDelta);
    QVERIFY(delta.info);
}

void TestInstanceTree::chainsMayLeadIntoImageStores()
{
    const NativePath store = nativePath(m_directory->filePath(QStringLiteral("images")));
    QCOMPARE(makeDirectory(store), QString());
    QCOMPARE(makeSparse(joinPath(store, imageUuid), 1024 * 1024), QString());
    QCOMPARE(::unlink(joinPath(m_instance, "disk").constData()), 0);
    QCOMPARE(makeOverlay(joinPath(m_instance, "disk"), joinPath(store, imageUuid), "raw"), QString());
    QCOMPARE(tree(m_root).instances.front().disks.front().chain.layers.back().state, LinkState::Outside);
    QVERIFY(tree(m_root, {.extraRoots = {store}}).instances.front().disks.front().chain.whole());
}

void TestInstanceTree::reportsItsProgress()
{
    std::vector<ProgressStep> steps;
    const Result<InstanceTree> read =
        readInstanceTree(m_root, {}, {}, [&](const ProgressStep &step) { steps.push_back(step); });
    QVERIFY(read);
    // Five entries of the root and three bases.
    QCOMPARE(steps.size(), 8U);
    for (std::size_t index = 0; index < steps.size(); ++index) {
        QCOMPARE(steps[index].done, static_cast<qint64>(index + 1));
        QCOMPARE(steps[index].total, 8);
        QVERIFY(!steps[index].what.isEmpty());
    }
}

void TestInstanceTree::stopsWhenToldTo()
{
    std::stop_source stop;
    Result<InstanceTree> read = readInstanceTree(m_root, {}, stop.get_token(), [&](const ProgressStep &step) {
        if (step.done == 2)
            stop.request_stop();
    });
    QVERIFY(read);
    QVERIFY(!read->complete);
    QCOMPARE(read->instances.size(), 1U);
    QVERIFY(read->computeNodes.isEmpty());
    QVERIFY2(read->problems.empty(), problemsText(*read).constData());

    // Told before anything was read: nothing to return.
    read = readInstanceTree(m_root, {}, stop.get_token());
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Cancelled);
}

void TestInstanceTree::findsTheSurroundingsOfADisk()
{
    const NativePath moved = nativePath(m_directory->filePath(QStringLiteral("moved")));
    QCOMPARE(::rename(m_root.constData(), moved.constData()), 0);
    const NativePath disk = moved + '/' + instanceUuid + "/disk";
    const DiskSurroundings inInstance = surroundingsOf(disk);
    QCOMPARE(inInstance.instancesRoot, moved);
    QCOMPARE(inInstance.declaredFormat, QStringLiteral("qcow2"));
    QVERIFY(inInstance.policy.roots.empty());
    LayerReader reader;
    const BackingChain chain = resolveChain(disk, inInstance.declaredFormat, reader, inInstance.policy);
    QVERIFY(chain.whole());
    QCOMPARE(chain.depth(), 2);

    const DiskSurroundings inCache = surroundingsOf(moved + "/_base/" + baseName);
    QCOMPARE(inCache.instancesRoot, moved);
    QVERIFY(inCache.declaredFormat.isEmpty());

    const DiskSurroundings alone = surroundingsOf(nativePath(m_directory->filePath(QStringLiteral("x.qcow2"))));
    QVERIFY(alone.instancesRoot.isEmpty());
    QVERIFY(alone.policy.relocations.empty());
}

QTEST_GUILESS_MAIN(TestInstanceTree)
#include "tst_instancetree.moc"
