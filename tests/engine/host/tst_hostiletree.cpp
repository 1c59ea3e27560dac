// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/instancetree.h"

#include "base/ownernames.h"
#include "treemaker.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

using namespace Fathom;
using namespace Fathom::TreeMaker;

class TestHostileTree : public QObject {
    Q_OBJECT

private slots:
    void init();
    void linksAreShownAndNotFollowed();
    void pipesDoNotBlock();
    void namesNeedNotBeText();
    void oneClosedDirectoryDoesNotStopTheRest();
    void aClosedRootNamesWhoMayOpenIt();
    void rootsThatAreNone();
    void badCompanionsAreProblems_data();
    void badCompanionsAreProblems();
    void aDiskThatLiesAboutItsFormat();
    void missingBasesAreShown();
    void hardLinksCountOnce();
    void anEmptyRootIsATree();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    NativePath m_root;
    NativePath m_instance;
};

namespace {

const DirectoryNode *nodeCalled(const DirectoryNode &parent, const NativePath &name)
{
    const auto found = std::ranges::find(parent.children, name, &DirectoryNode::name);
    return found == parent.children.end() ? nullptr : &*found;
}

/// While it lives, the process is nobody, as far as files are concerned; for root nothing is closed.
class AsNobody {
public:
    AsNobody()
        : m_before(::geteuid())
        , m_changed(m_before == 0 && ::seteuid(65534) == 0)
    {
    }
    ~AsNobody()
    {
        if (m_changed && ::seteuid(m_before) != 0)
            qFatal("cannot become root again");
    }
    AsNobody(const AsNobody &) = delete;
    AsNobody &operator=(const AsNobody &) = delete;

private:
    uid_t m_before;
    bool m_changed;
};

} // namespace

void TestHostileTree::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QCOMPARE(::chmod(nativePath(m_directory->path()).constData(), 0755), 0);
    m_root = nativePath(m_directory->filePath(QStringLiteral("instances")));
    m_instance = joinPath(m_root, instanceUuid);
    QCOMPARE(makeInstances(m_root), QString());
}

void TestHostileTree::linksAreShownAndNotFollowed()
{
    const NativePath linked = m_root + "/00000000-0000-4000-8000-000000000001";
    QCOMPARE(::symlink(instanceUuid.constData(), linked.constData()), 0);
    QCOMPARE(::symlink("..", joinPath(m_root, "snapshots/loop").constData()), 0);
    QCOMPARE(
        ::symlink("/etc/passwd", joinPath(m_root, "_base/0000000000000000000000000000000000000000").constData()), 0);
    QCOMPARE(::unlink(joinPath(m_instance, "disk.swap").constData()), 0);
    QCOMPARE(::symlink("/etc/passwd", joinPath(m_instance, "disk.swap").constData()), 0);

    const Result<InstanceTree> read = readInstanceTree(m_root, {});
    QVERIFY(read);
    QVERIFY(read->complete);
    QCOMPARE(read->instances.size(), 1U);
    const DirectoryNode *link = nodeCalled(read->directory, fileName(linked));
    QVERIFY(link);
    QCOMPARE(link->linkTarget, instanceUuid);
    QVERIFY(link->children.empty());
    QVERIFY(link->error);
    QCOMPARE(link->error->kind, ErrorKind::Unsafe);
    QCOMPARE(nodeCalled(read->directory, "snapshots")->children.front().linkTarget, NativePath(".."));
    QCOMPARE(read->bases.size(), 3U);

    const std::vector<InstanceDisk> &disks = read->instances.front().disks;
    const auto swap = std::ranges::find(disks, EntryMeaning::SwapDisk, &InstanceDisk::meaning);
    QVERIFY(swap != disks.end());
    QVERIFY(!swap->chain.whole());
    QVERIFY(!swap->chain.top()->info);
}

void TestHostileTree::pipesDoNotBlock()
{
    for (const char *name : {"disk", "disk.info", "libvirt.xml", "console.log", "kernel"}) {
        const NativePath path = joinPath(m_instance, name);
        ::unlink(path.constData());
        QCOMPARE(::mkfifo(path.constData(), 0644), 0);
    }
    ::unlink(joinPath(m_root, "compute_nodes").constData());
    QCOMPARE(::mkfifo(joinPath(m_root, "compute_nodes").constData(), 0644), 0);
    QCOMPARE(::mkfifo(joinPath(m_root, "_base/swap_1").constData(), 0644), 0);
    const Result<InstanceTree> read = readInstanceTree(m_root, {});
    QVERIFY(read);
    QVERIFY(read->complete);
    const InstanceDirectory &instance = read->instances.front();
    QCOMPARE(instance.disks.front().chain.top()->state, LinkState::Unreadable);
    QVERIFY(!instance.consoleLogBytes);
    // disk, disk.info, libvirt.xml and kernel in the instance; compute_nodes besides.
    QCOMPARE(instance.problems.size(), 4U);
    QCOMPARE(read->problems.size(), 5U);
    for (const Error &problem : read->problems)
        QCOMPARE(problem.kind, ErrorKind::NotAFile);
}

void TestHostileTree::namesNeedNotBeText()
{
    const NativePath odd("\xff\xfe \x1b[31m \xe2\x80\xae", 12);
    QCOMPARE(makeDirectory(joinPath(m_root, odd)), QString());
    QCOMPARE(writeFile(joinPath(m_instance, odd), "x"), QString());
    QCOMPARE(makeSparse(joinPath(joinPath(m_root, "_base"), odd), 512), QString());
    QStringList shown;
    const Result<InstanceTree> read =
        readInstanceTree(m_root, {}, {}, [&](const ProgressStep &step) { shown.append(step.what); });
    QVERIFY(read);
    QVERIFY(read->problems.empty());
    const DirectoryNode *node = nodeCalled(read->directory, odd);
    QVERIFY(node);
    QCOMPARE(node->meaning, EntryMeaning::Unknown);
    QVERIFY(nodeCalled(*nodeCalled(read->directory, instanceUuid), odd));
    QCOMPARE(read->bases.size(), 4U);
    for (const QString &what : shown)
        QVERIFY(!what.contains(QChar(0x1b)) && !what.contains(QChar(0x202e)));

    // QTemporaryDir cannot remove what is no text.
    QCOMPARE(::rmdir(joinPath(m_root, odd).constData()), 0);
    QCOMPARE(::unlink(joinPath(m_instance, odd).constData()), 0);
    QCOMPARE(::unlink(joinPath(joinPath(m_root, "_base"), odd).constData()), 0);
}

void TestHostileTree::oneClosedDirectoryDoesNotStopTheRest()
{
    const NativePath closed = m_root + "/00000000-0000-4000-8000-000000000001";
    QCOMPARE(makeDirectory(closed), QString());
    QCOMPARE(::chmod(closed.constData(), 0), 0);
    QCOMPARE(::chmod(joinPath(m_instance, "disk.swap").constData(), 0), 0);
    const Result<InstanceTree> read = [&] {
        const AsNobody nobody;
        return readInstanceTree(m_root, {});
    }();
    QCOMPARE(::chmod(closed.constData(), 0755), 0);
    QVERIFY(read);
    QVERIFY(read->complete);
    QCOMPARE(read->instances.size(), 2U);
    const DirectoryNode *node = nodeCalled(read->directory, fileName(closed));
    QVERIFY(node && node->error);
    QCOMPARE(node->error->kind, ErrorKind::NoPermission);
    QVERIFY2(node->error->hint.contains(groupName(node->facts->gid)), qPrintable(node->error->hint));
    QCOMPARE(read->instances[0].problems.size(), 1U);
    QCOMPARE(read->problems.size(), 2U);
    QVERIFY(read->instances[1].disks.front().chain.whole());
    QCOMPARE(read->instances[1].disks[2].chain.top()->state, LinkState::Unreadable);
}

void TestHostileTree::aClosedRootNamesWhoMayOpenIt()
{
    const FileFacts facts = fileFacts(m_root).value_or(FileFacts());
    QCOMPARE(::chmod(m_root.constData(), 0), 0);
    const auto readAsNobody = [](const NativePath &root) {
        const AsNobody nobody;
        return readInstanceTree(root, {});
    };
    const Result<InstanceTree> read = readAsNobody(m_root);
    const Result<InstanceTree> below = readAsNobody(m_instance);
    QCOMPARE(::chmod(m_root.constData(), 0755), 0);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::NoPermission);
    QVERIFY2(read.error().hint.contains(groupName(facts.gid)), qPrintable(read.error().hint));
    QVERIFY2(read.error().hint.contains(QLatin1StringView("sudo -u ")), qPrintable(read.error().hint));
    // A directory that cannot even be looked at: the closed one above it is named.
    QVERIFY(!below);
    QCOMPARE(below.error().kind, ErrorKind::NoPermission);
    QVERIFY2(below.error().hint.contains(plainText(m_root)), qPrintable(below.error().hint));
}

void TestHostileTree::rootsThatAreNone()
{
    QCOMPARE(readInstanceTree(joinPath(m_root, "nowhere"), {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(readInstanceTree(joinPath(m_instance, "disk"), {}).error().kind, ErrorKind::Usage);
    QCOMPARE(readInstanceTree(NativePath("/tmp\0x", 6), {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(::symlink("turn", joinPath(m_root, "turn").constData()), 0);
    QVERIFY(!readInstanceTree(joinPath(m_root, "turn"), {}));
}

void TestHostileTree::badCompanionsAreProblems_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("disk.info empty") << QByteArray("disk.info") << QByteArray();
    QTest::newRow("disk.info broken") << QByteArray("disk.info") << QByteArray("{\"/x");
    QTest::newRow("disk.info huge") << QByteArray("disk.info") << QByteArray(1024 * 1024 + 1, ' ');
    QTest::newRow("libvirt.xml huge") << QByteArray("libvirt.xml") << QByteArray(1024 * 1024 + 1, '<');
    QTest::newRow("compute_nodes") << QByteArray("../compute_nodes") << QByteArray("[]");
}

void TestHostileTree::badCompanionsAreProblems()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, bytes);
    QCOMPARE(writeFile(joinPath(m_instance, name), bytes), QString());
    const Result<InstanceTree> read = readInstanceTree(m_root, {});
    QVERIFY(read);
    QVERIFY(read->complete);
    QCOMPARE(read->problems.size(), 1U);
    QCOMPARE(read->problems.front().kind, ErrorKind::Malformed);
    QCOMPARE(read->problems.front().subject, plainText(cleanPath(joinPath(m_instance, name))));
    QVERIFY(read->instances.front().disks.front().chain.whole());
}

void TestHostileTree::aDiskThatLiesAboutItsFormat()
{
    // disk.info says raw; a guest wrote a qcow2 header that names a file of the host.
    const QByteArray info = "{\"" + m_instance + "/disk\": \"raw\"}";
    QCOMPARE(writeFile(joinPath(m_instance, "disk.info"), info), QString());
    const Result<InstanceTree> read = readInstanceTree(m_root, {});
    QVERIFY(read);
    const InstanceDisk &disk = read->instances.front().disks.front();
    QCOMPARE(disk.declaredFormat, QStringLiteral("raw"));
    QCOMPARE(disk.chain.depth(), 1);
    QCOMPARE(disk.chain.top()->info->format, ImageFormat::Raw);
    QVERIFY(!disk.chain.top()->info->safe());
}

void TestHostileTree::missingBasesAreShown()
{
    QCOMPARE(::unlink(joinPath(joinPath(m_root, "_base"), baseName).constData()), 0);
    const Result<InstanceTree> read = readInstanceTree(m_root, {});
    QVERIFY(read);
    const BackingChain &chain = read->instances.front().disks.front().chain;
    QCOMPARE(chain.depth(), 2);
    QCOMPARE(chain.layers.back().state, LinkState::Missing);
    QVERIFY(!chain.whole());
}

void TestHostileTree::hardLinksCountOnce()
{
    const NativePath blob = joinPath(m_root, "blob");
    QCOMPARE(writeFile(blob, QByteArray(1024 * 1024, 'x')), QString());
    const qint64 once = readInstanceTree(m_root, {})->directory.allocatedBytesBelow();
    QCOMPARE(::link(blob.constData(), joinPath(m_instance, "again").constData()), 0);
    const qint64 twice = readInstanceTree(m_root, {})->directory.allocatedBytesBelow();
    QVERIFY2(twice - once < 64 * 1024, QByteArray::number(twice - once).constData());
}

void TestHostileTree::anEmptyRootIsATree()
{
    const NativePath empty = nativePath(m_directory->filePath(QStringLiteral("empty")));
    QCOMPARE(makeDirectory(empty), QString());
    const Result<InstanceTree> read = readInstanceTree(empty, {});
    QVERIFY(read);
    QVERIFY(read->complete);
    QVERIFY(read->instances.empty() && read->bases.empty() && read->problems.empty());
}

QTEST_GUILESS_MAIN(TestHostileTree)
#include "tst_hostiletree.moc"
