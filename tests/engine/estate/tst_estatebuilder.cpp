// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/chainpicture.h"
#include "estate/estatebuilder.h"

#include <QTest>

using namespace Fathom;

namespace {

constexpr qint64 GiB = 1024LL * 1024 * 1024;

// The document's own pair: the base's name is the sha1 of the VMDK's UUID.
const QString vmdkUuid = QStringLiteral("4ef781ee-d2b5-4922-8fd0-f12aa81f996f");
const QByteArray vmdkBase = "6ddc6b9b411ee235dd5df14264418b011826b5bb";

ImageInfoPtr info(ImageFormat format, qint64 virtualBytes)
{
    auto made = std::make_shared<ImageInfo>();
    made->format = format;
    made->virtualSizeBytes = virtualBytes;
    return made;
}

FileFacts facts(quint64 inode, qint64 allocatedBytes)
{
    FileFacts made;
    made.device = 1;
    made.inode = inode;
    made.allocatedBytes = allocatedBytes;
    return made;
}

ChainLayer layer(const NativePath &path, ImageFormat format, qint64 virtualBytes, quint64 inode, qint64 allocatedBytes)
{
    ChainLayer made;
    made.path = path;
    made.info = info(format, virtualBytes);
    made.facts = facts(inode, allocatedBytes);
    return made;
}

QByteArray domainXml(const QString &uuid, const QString &project, const QString &imageUuid)
{
    return QStringLiteral(
        "<domain type='kvm'><name>instance-00000001</name><uuid>%1</uuid><metadata>"
        "<nova:instance xmlns:nova='http://openstack.org/xmlns/libvirt/nova/1.1'><nova:package version='26.2.2'/>"
        "<nova:name>web</nova:name><nova:owner><nova:project uuid='p1'>%2</nova:project></nova:owner>"
        "<nova:root type='image' uuid='%3'/></nova:instance></metadata></domain>")
        .arg(uuid, project, imageUuid)
        .toUtf8();
}

/// One image, its base, and two instances that stand on it; a second base that nobody uses.
/// The record, open to a test's changes.
template<class Record> Record &changeable(std::shared_ptr<const Record> &record)
{
    auto copy = std::make_shared<Record>(*record);
    record = copy;
    return *copy;
}

EstateRecords records()
{
    EstateRecords made;
    ImageStore store;
    store.root = "/images";
    store.complete = true;
    store.images.push_back({.path = "/images/" + vmdkUuid.toUtf8(),
        .uuid = vmdkUuid,
        .facts = facts(1, 4 * GiB),
        .info = info(ImageFormat::Vmdk, 120 * GiB),
        .error = {}});
    made.imageStores.push_back(std::make_shared<ImageStore>(store));

    InstanceTree tree;
    tree.root = "/instances";
    tree.computeNodes = {QStringLiteral("compute1")};
    tree.complete = true;
    const NativePath base = "/instances/_base/" + vmdkBase;
    tree.bases.push_back({.path = base,
        .meaning = EntryMeaning::BaseImage,
        .hash = vmdkBase,
        .facts = facts(2, 8 * GiB),
        .info = info(ImageFormat::Raw, 120 * GiB),
        .error = {}});
    tree.bases.push_back({.path = "/instances/_base/" + QByteArray(40, 'a'),
        .meaning = EntryMeaning::BaseImage,
        .hash = QByteArray(40, 'a'),
        .facts = facts(3, GiB),
        .info = info(ImageFormat::Raw, GiB),
        .error = {}});
    for (const auto &[uuid, inode] : {std::pair{QStringLiteral("2e1978ab-b4e2-4771-ad55-b612e4d262d2"), 10U},
             std::pair{QStringLiteral("561dd9f4-56d3-4967-b2bc-1f1b390169d8"), 11U}}) {
        InstanceDirectory directory;
        directory.path = "/instances/" + uuid.toUtf8();
        directory.name = uuid.toUtf8();
        directory.uuid = uuid;
        InstanceDisk disk;
        disk.path = directory.path + "/disk";
        disk.declaredFormat = QStringLiteral("qcow2");
        disk.chain.layers = {layer(disk.path, ImageFormat::Qcow2, 120 * GiB, inode, GiB),
            layer(base, ImageFormat::Raw, 120 * GiB, 2, 8 * GiB)};
        directory.disks.push_back(disk);
        tree.instances.push_back(directory);
    }
    tree.instances[0].domainXml =
        domainXml(QStringLiteral("2e1978ab-b4e2-4771-ad55-b612e4d262d2"), QStringLiteral("red"), vmdkUuid);
    made.instanceTrees.push_back(std::make_shared<InstanceTree>(tree));
    made.sources.push_back({.kind = SourceKind::ImageStore, .path = "/images", .health = SourceHealth::Good});
    made.sources.push_back({.kind = SourceKind::InstanceTree, .path = "/instances", .health = SourceHealth::Good});
    return made;
}

} // namespace

class EstateBuilderTest : public QObject {
    Q_OBJECT

private slots:
    void imageIsKnownByItsBase();
    void usersAreCountedOnce();
    void domainTellsNamesAndProject();
    void libvirtsOwnXmlWinsOverTheOldFile();
    void sumsCountABaseOncePerHost();
    void sumsCountEveryFileOnce();
    void disksThatLieElsewhereAreNamed();
    void pictureGoesDownToTheImage();
    void imageThatNoStoreHolds();
    void unaskedStoresSayNothing();
    void brokenChain();
    void missingBaseStillNamesItsImage();
    void leftoversAndEmptyDirectories();
    void oldDirectoryNamesGetTheirUuidFromTheXml();
    void damagedXmlIsAProblemOfItsInstanceAlone();
    void sharedStorageNamesItsHosts();
    void incompleteWhileASourceIsRead();
};

void EstateBuilderTest::imageIsKnownByItsBase()
{
    const Estate estate = buildEstate(records());
    QCOMPARE(estate.bases.size(), 2);
    QCOMPARE(estate.bases[0].imageUuid, vmdkUuid);
    QVERIFY(estate.bases[1].imageUuid.isEmpty());
    const EstateImage *image = estate.imageByUuid(vmdkUuid);
    QVERIFY(image);
    QCOMPARE(estate.basesOf(*image), std::vector<QString>{estate.bases[0].key});
    QCOMPARE(estate.instances[0].disks[0].baseKey, estate.bases[0].key);
    QCOMPARE(estate.instances[0].disks[0].imageKey, image->key);
    QVERIFY(estate.complete);
}

void EstateBuilderTest::usersAreCountedOnce()
{
    EstateRecords twoDisks = records();
    InstanceDirectory &directory = changeable(twoDisks.instanceTrees[0]).instances[0];
    InstanceDisk second = directory.disks[0];
    second.path = directory.path + "/disk.eph0";
    second.chain.layers[0].path = second.path;
    second.chain.layers[0].facts->inode = 12;
    directory.disks.push_back(second);
    const Estate estate = buildEstate(twoDisks);
    QCOMPARE(estate.imageByUuid(vmdkUuid)->users, 2U);
    QCOMPARE(estate.usersOf(*estate.imageByUuid(vmdkUuid)),
        (std::vector<QString>{estate.instances[0].key, estate.instances[1].key}));
    for (const EstateImage &image : estate.images)
        QCOMPARE(estate.usersOf(image).size(), image.uuid == vmdkUuid ? 2U : 0U);
    QCOMPARE(estate.bases[0].usedBy.size(), 2);
    QVERIFY(estate.bases[1].usedBy.empty());
    // Two overlays of one GiB, and the base that both stand on once.
    QCOMPARE(estate.instances[0].ownBytes(), 2 * GiB);
    QCOMPARE(estate.instances[0].withBaseBytes(), 10 * GiB);
    QCOMPARE(estate.instances[0].virtualBytes(), 240 * GiB);
    QCOMPARE(estate.instances[0].chainDepth(), 2);
}

void EstateBuilderTest::domainTellsNamesAndProject()
{
    const Estate estate = buildEstate(records());
    const EstateInstance &told = estate.instances[0];
    QCOMPARE(told.displayName(), QStringLiteral("web"));
    QCOMPARE(told.projectText(), QStringLiteral("red"));
    QCOMPARE(told.host, QStringLiteral("compute1"));
    QCOMPARE(told.state, InstanceState::Sound);
    const EstateInstance &silent = estate.instances[1];
    QVERIFY(!silent.domain);
    QVERIFY(silent.projectText().isEmpty());
    QCOMPARE(silent.displayName(), silent.uuid);
}

void EstateBuilderTest::libvirtsOwnXmlWinsOverTheOldFile()
{
    EstateRecords both = records();
    DomainRecord record;
    record.path = "/etc/libvirt/qemu/instance-00000001.xml";
    record.facts.uuid = changeable(both.instanceTrees[0]).instances[0].uuid;
    record.facts.projectName = QStringLiteral("blue");
    both.domains.push_back(std::make_shared<DomainRecords>(DomainRecords{record}));
    const Estate estate = buildEstate(both);
    QCOMPARE(estate.instances[0].projectText(), QStringLiteral("blue"));
    QCOMPARE(estate.instances[0].domainSource, QStringLiteral("/etc/libvirt/qemu/instance-00000001.xml"));
}

void EstateBuilderTest::sumsCountABaseOncePerHost()
{
    const Estate estate = buildEstate(records());
    QCOMPARE(estate.hosts.size(), 1);
    QCOMPARE(estate.hosts[0].host, QStringLiteral("compute1"));
    QCOMPARE(estate.hosts[0].instances, 2);
    QCOMPARE(estate.hosts[0].overlayBytes, 2 * GiB);
    QCOMPARE(estate.hosts[0].baseBytes, 9 * GiB);
    QCOMPARE(estate.hosts[0].physicalBytes(), 11 * GiB);
    QCOMPARE(estate.hosts[0].virtualBytes, 240 * GiB);
}

void EstateBuilderTest::sumsCountEveryFileOnce()
{
    EstateRecords odd = records();
    InstanceTree &tree = changeable(odd.instanceTrees[0]);
    // A base outside the image cache takes room as well …
    ChainLayer outside = layer("/images/elsewhere", ImageFormat::Raw, GiB, 77, 3 * GiB);
    tree.instances[0].disks[0].chain.layers[1] = outside;
    // … and a disk that two directories have by hard links takes it once.
    tree.instances[1].disks[0].chain.layers[0].facts->inode = 10;
    const Estate estate = buildEstate(odd);
    QCOMPARE(estate.hosts[0].overlayBytes, GiB);
    QCOMPARE(estate.hosts[0].baseBytes, 12 * GiB);
}

void EstateBuilderTest::disksThatLieElsewhereAreNamed()
{
    EstateRecords remote = records();
    InstanceDirectory &directory = changeable(remote.instanceTrees[0]).instances[0];
    const QByteArray devices = "<devices><disk type='file' device='disk'><source file='/elsewhere/" + directory.name +
        "/disk'/><target dev='vda'/></disk><disk type='block' device='disk'><source dev='/dev/vg/volume'/>"
        "<target dev='vdb'/></disk></devices></domain>";
    directory.domainXml.replace("</domain>", devices);
    const Estate estate = buildEstate(remote);
    // The tree may have been copied: its own disk is known by the last two parts of its name.
    QCOMPARE(estate.instances[0].problems.size(), 1);
    QVERIFY(estate.instances[0].problems[0].contains(QStringLiteral("vdb")));
    QVERIFY(estate.instances[0].problems[0].contains(QStringLiteral("/dev/vg/volume")));
}

void EstateBuilderTest::pictureGoesDownToTheImage()
{
    const Estate estate = buildEstate(records());
    const ChainGraph &graph = estate.chains;
    const auto disk = graph.find(fileNodeKey(estate.instances[0].disks[0].path));
    QVERIFY(disk);
    const auto base = graph.lowerOf(*disk);
    QVERIFY(base);
    QCOMPARE(graph.node(*base).kind, ChainNodeKind::Base);
    QCOMPARE(graph.node(*base).subjectKey, estate.bases[0].key);
    const auto image = graph.lowerOf(*base);
    QVERIFY(image);
    QCOMPARE(graph.node(*image).key, imageNodeKey(vmdkUuid));
    QCOMPARE(graph.node(*image).subjectKey, estate.imageByUuid(vmdkUuid)->key);
    QCOMPARE(graph.allAbove(*image).size(), 3);
    // The base that nobody uses stands there too.
    QVERIFY(graph.find(fileNodeKey(estate.bases[1].path)));
}

void EstateBuilderTest::imageThatNoStoreHolds()
{
    EstateRecords gone = records();
    changeable(gone.imageStores[0]).images[0].uuid = QStringLiteral("13134458-54de-4969-bc94-7fc3bb01f881");
    const Estate estate = buildEstate(gone);
    // Nova's metadata still tells the UUID that the base's name was made of.
    QCOMPARE(estate.bases[0].imageUuid, vmdkUuid);
    const auto node = estate.chains.find(imageNodeKey(vmdkUuid));
    QVERIFY(node);
    QCOMPARE(estate.chains.node(*node).state, LinkState::Missing);
    QVERIFY(!estate.chains.node(*node).problem.isEmpty());
    QVERIFY(estate.chains.edges()[0].broken);
}

void EstateBuilderTest::unaskedStoresSayNothing()
{
    EstateRecords alone = records();
    alone.imageStores.clear();
    const Estate estate = buildEstate(alone);
    const auto node = estate.chains.find(imageNodeKey(vmdkUuid));
    QVERIFY(node);
    QCOMPARE(estate.chains.node(*node).state, LinkState::NotOpened);
    QVERIFY(!estate.chains.edges()[0].broken);
}

void EstateBuilderTest::brokenChain()
{
    EstateRecords broken = records();
    ChainLayer &base = changeable(broken.instanceTrees[0]).instances[1].disks[0].chain.layers[1];
    base.state = LinkState::Missing;
    base.info.reset();
    base.facts.reset();
    base.reference.text = "/instances/_base/gone";
    const Estate estate = buildEstate(broken);
    QCOMPARE(estate.instances[1].state, InstanceState::BrokenChain);
    QCOMPARE(estate.instances[1].problems.size(), 1);
    QVERIFY(estate.instances[1].problems[0].contains(QStringLiteral("/instances/_base/gone")));
    QCOMPARE(estate.instances[1].withBaseBytes(), GiB);
    QCOMPARE(estate.instances[0].state, InstanceState::Sound);
}

void EstateBuilderTest::missingBaseStillNamesItsImage()
{
    EstateRecords broken = records();
    InstanceTree &tree = changeable(broken.instanceTrees[0]);
    tree.bases.clear();
    for (InstanceDirectory &directory : tree.instances) {
        ChainLayer &base = directory.disks[0].chain.layers[1];
        base.state = LinkState::Missing;
        base.info.reset();
        base.facts.reset();
        base.reference.kind = BackingKind::File;
        base.reference.path = base.path;
        base.reference.text = base.path;
    }
    const Estate estate = buildEstate(broken);
    const auto image = estate.chains.find(imageNodeKey(vmdkUuid));
    QVERIFY(image);
    QCOMPARE(estate.chains.node(*image).state, LinkState::Whole);
    // The image, the base that is gone, and the two disks above it.
    QCOMPARE(estate.chains.allAbove(*image).size(), 3);
}

void EstateBuilderTest::leftoversAndEmptyDirectories()
{
    EstateRecords left = records();
    changeable(left.instanceTrees[0]).instances[0].meaning = EntryMeaning::ResizeLeftover;
    changeable(left.instanceTrees[0]).instances[1].disks.clear();
    InstanceDirectory forbidden;
    forbidden.path = "/instances/closed";
    forbidden.problems.push_back({.kind = ErrorKind::NoPermission, .action = QStringLiteral("list the directory")});
    changeable(left.instanceTrees[0]).instances.push_back(forbidden);
    const Estate estate = buildEstate(left);
    QCOMPARE(estate.instances[0].state, InstanceState::Resizing);
    QCOMPARE(estate.instances[1].state, InstanceState::NoDisks);
    QVERIFY(!estate.instances[1].virtualBytes());
    QCOMPARE(estate.instances[2].state, InstanceState::Unreadable);
}

void EstateBuilderTest::oldDirectoryNamesGetTheirUuidFromTheXml()
{
    EstateRecords old = records();
    InstanceDirectory &directory = changeable(old.instanceTrees[0]).instances[0];
    directory.path = "/instances/instance-00000001";
    directory.name = "instance-00000001";
    directory.uuid.clear();
    const Estate estate = buildEstate(old);
    QCOMPARE(estate.instances[0].uuid, QStringLiteral("2e1978ab-b4e2-4771-ad55-b612e4d262d2"));
}

void EstateBuilderTest::damagedXmlIsAProblemOfItsInstanceAlone()
{
    EstateRecords damaged = records();
    changeable(damaged.instanceTrees[0]).instances[0].domainXml = "<domain><name>x</name>";
    const Estate estate = buildEstate(damaged);
    QVERIFY(!estate.instances[0].domain);
    QCOMPARE(estate.instances[0].problems.size(), 1);
    QVERIFY(estate.instances[1].problems.isEmpty());
}

void EstateBuilderTest::sharedStorageNamesItsHosts()
{
    EstateRecords shared = records();
    changeable(shared.instanceTrees[0]).computeNodes = {QStringLiteral("a"), QStringLiteral("b")};
    const Estate estate = buildEstate(shared);
    QVERIFY(estate.instances[0].host.contains(QStringLiteral("a, b")));
    changeable(shared.instanceTrees[0]).computeNodes.clear();
    QCOMPARE(buildEstate(shared).instances[0].host, QStringLiteral("/instances"));
    shared.sources[1].host = QStringLiteral("named");
    QCOMPARE(buildEstate(shared).instances[0].host, QStringLiteral("named"));
}

void EstateBuilderTest::incompleteWhileASourceIsRead()
{
    EstateRecords reading = records();
    reading.sources[1].health = SourceHealth::Reading;
    QVERIFY(!buildEstate(reading).complete);
    QVERIFY(buildEstate(EstateRecords()).images.empty());
}

QTEST_APPLESS_MAIN(EstateBuilderTest)
#include "tst_estatebuilder.moc"
