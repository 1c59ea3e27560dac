// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/estatefixture.h"

#include <algorithm>

namespace Fathom::Tests {

namespace {

quint64 nextInode()
{
    static quint64 inode = 1000;
    return ++inode;
}

ChainLayer layerOf(const NativePath &path, const FileFacts &facts, const ImageInfoPtr &info)
{
    return {.path = path, .info = info, .facts = facts};
}

} // namespace

ImageInfoPtr imageInfo(ImageFormat format, qint64 virtualSizeBytes, qint64 allocated, const QString &content)
{
    ImageInfo info;
    info.format = format;
    info.content = content;
    info.virtualSizeBytes = virtualSizeBytes;
    info.fileLengthBytes = allocated;
    info.allocatedBytes = allocated;
    return std::make_shared<const ImageInfo>(info);
}

FileFacts regularFile(qint64 length, qint64 allocated)
{
    return {.lengthBytes = length,
        .allocatedBytes = allocated,
        .mode = 0100640,
        .inode = nextInode(),
        .modifiedSeconds = 1400000000};
}

DirectoryNode fileNode(const NativePath &path, EntryMeaning meaning, qint64 length, qint64 allocated)
{
    return {.path = path, .name = fileName(path), .meaning = meaning, .facts = regularFile(length, allocated)};
}

DirectoryNode directoryNode(const NativePath &path, EntryMeaning meaning, std::vector<DirectoryNode> children)
{
    FileFacts facts = regularFile(4096, 4096);
    facts.kind = FileKind::Directory;
    facts.mode = 0040755;
    return {.path = path, .name = fileName(path), .meaning = meaning, .facts = facts, .children = std::move(children)};
}

EstateImage &EstateFixture::image(const QString &uuid, ImageFormat format, qint64 virtualSizeBytes, qint64 allocated)
{
    const NativePath path = "/images/" + uuid.toUtf8();
    images.push_back({.key = imageKey(path),
        .uuid = uuid,
        .path = path,
        .facts = regularFile(allocated, allocated),
        .info = imageInfo(format, virtualSizeBytes, allocated)});
    return images.back();
}

EstateBase &EstateFixture::base(
    const QString &host, const QByteArray &name, qint64 virtualSizeBytes, qint64 allocated, const QString &imageUuid)
{
    const NativePath path = "/" + host.toUtf8() + "/_base/" + name;
    bases.push_back({.key = baseKey(path),
        .path = path,
        .host = host,
        .meaning = EntryMeaning::BaseImage,
        .hash = name,
        .imageUuid = imageUuid,
        .facts = regularFile(virtualSizeBytes, allocated),
        .info = imageInfo(ImageFormat::Raw, virtualSizeBytes, allocated)});
    return bases.back();
}

EstateInstance &EstateFixture::instance(
    const QString &host, const QString &project, const QString &uuid, const QString &name)
{
    const NativePath path = "/" + host.toUtf8() + "/" + uuid.toUtf8();
    EstateInstance instance{.key = instanceKey(path), .path = path, .uuid = uuid, .host = host};
    instance.facts = regularFile(4096, 4096);
    instance.facts->kind = FileKind::Directory;
    if (!project.isEmpty() || !name.isEmpty()) {
        instance.domain = DomainFacts{.uuid = uuid, .name = QStringLiteral("instance-00000001")};
        instance.domain->novaName = name;
        instance.domain->projectName = project;
        instance.domain->novaVersion = QStringLiteral("2014.1.3");
    }
    instances.push_back(instance);
    return instances.back();
}

EstateDisk &EstateFixture::disk(EstateInstance &instance, const QByteArray &name, EntryMeaning meaning,
    qint64 virtualSizeBytes, qint64 allocated, const EstateBase *on)
{
    EstateDisk disk{
        .path = joinPath(instance.path, name), .meaning = meaning, .declaredFormat = QStringLiteral("qcow2")};
    disk.chain.layers.push_back(layerOf(
        disk.path, regularFile(allocated, allocated), imageInfo(ImageFormat::Qcow2, virtualSizeBytes, allocated)));
    if (on) {
        disk.chain.layers.push_back(layerOf(on->path, *on->facts, on->info));
        disk.baseKey = on->key;
    }
    instance.disks.push_back(disk);
    return instance.disks.back();
}

EstatePtr EstateFixture::estate() const
{
    Estate estate{.images = images, .instances = instances, .bases = bases, .directories = directories};
    estate.orderKeys();

    const auto hostOf = [&](const QString &host) -> HostUsage & {
        const auto found = std::ranges::find(estate.hosts, host, &HostUsage::host);
        return found == estate.hosts.end() ? estate.hosts.emplace_back(HostUsage{.host = host}) : *found;
    };
    for (const EstateBase &base : estate.bases)
        hostOf(base.host).baseBytes += base.facts->allocatedBytes;
    std::vector<std::vector<quint32>> users(images.size());
    for (EstateInstance &instance : estate.instances) {
        HostUsage &host = hostOf(instance.host);
        ++host.instances;
        host.overlayBytes += instance.ownBytes();
        host.virtualBytes += instance.virtualBytes().value_or(0);
        for (EstateDisk &disk : instance.disks) {
            const auto base = std::ranges::find(estate.bases, disk.baseKey, &EstateBase::key);
            const int top = estate.chains.addChain(disk.chain, instance.displayName(), instance.key);
            Q_UNUSED(top)
            if (base == estate.bases.end())
                continue;
            base->usedBy.push_back(instance.key);
            for (const EstateImage &image : estate.images)
                if (image.uuid == base->imageUuid) {
                    disk.imageKey = image.key;
                    users[static_cast<std::size_t>(&image - estate.images.data())].push_back(
                        static_cast<quint32>(&instance - estate.instances.data()));
                }
        }
    }
    estate.setImageUsers(users);
    for (EstateBase &base : estate.bases) {
        const int upper = estate.chains.addNode({.key = fileNodeKey(base.path),
            .kind = ChainNodeKind::Base,
            .title = plainText(fileName(base.path)),
            .path = base.path,
            .info = base.info,
            .facts = base.facts,
            .subjectKey = base.key});
        estate.chains.node(upper).subjectKey = base.key;
        for (EstateImage &image : estate.images)
            if (image.uuid == base.imageUuid) {
                const int lower = estate.chains.addNode({.key = QStringLiteral("image:") + image.uuid,
                    .kind = ChainNodeKind::Image,
                    .title = image.uuid,
                    .subtitle = QStringLiteral("Glance image"),
                    .path = image.path,
                    .info = image.info,
                    .facts = image.facts,
                    .subjectKey = image.key});
                estate.chains.addEdge({.upper = upper, .lower = lower, .kind = ChainEdgeKind::MadeFrom});
            }
    }
    estate.complete = true;
    return std::make_shared<const Estate>(std::move(estate));
}

EstateFixture smallEstate()
{
    EstateFixture fixture;
    fixture.images.reserve(8);
    fixture.bases.reserve(8);
    fixture.instances.reserve(8);
    const QString uuid = QStringLiteral("4ef781ee-d2b5-4922-8fd0-f12aa81f996f");
    fixture.image(uuid, ImageFormat::Vmdk, 120 * GiB, 4 * GiB);
    EstateImage &broken =
        fixture.image(QStringLiteral("99999999-0000-4000-8000-000000000000"), ImageFormat::Raw, 0, 512);
    broken.info = nullptr;
    broken.error = Error{.kind = ErrorKind::NoPermission,
        .action = QStringLiteral("open"),
        .subject = QStringLiteral("/images/9"),
        .reason = QStringLiteral("permission denied")};
    const EstateBase &base =
        fixture.base(QStringLiteral("compute1"), "6ddc6b9b411ee235dd5df14264418b011826b5bb", 120 * GiB, 8 * GiB, uuid);

    EstateInstance &docker = fixture.instance(QStringLiteral("compute1"), QStringLiteral("web"),
        QStringLiteral("2e1978ab-0000-4000-8000-000000000000"), QStringLiteral("docker"));
    docker.domain->imageUuid = uuid;
    docker.domain->macAddresses = {QStringLiteral("fa:16:3e:aa:bb:cc")};
    docker.domain->graphics = {QStringLiteral("spice 0.0.0.0")};
    docker.domain->memoryBytes = 4 * GiB;
    docker.domain->vcpus = 2;
    EstateFixture::disk(docker, "disk", EntryMeaning::RootDisk, 120 * GiB, GiB, &base);
    EstateFixture::disk(docker, "disk.swap", EntryMeaning::SwapDisk, 4 * GiB, MiB);

    EstateInstance &second = fixture.instance(QStringLiteral("compute1"), QStringLiteral("web"),
        QStringLiteral("3e1978ab-0000-4000-8000-000000000000"), QStringLiteral("nginx"));
    EstateFixture::disk(second, "disk", EntryMeaning::RootDisk, 120 * GiB, 2 * GiB, &base);

    EstateInstance &nameless =
        fixture.instance(QStringLiteral("compute1"), {}, QStringLiteral("5e1978ab-0000-4000-8000-000000000000"), {});
    nameless.state = InstanceState::NoDisks;

    EstateInstance &lost = fixture.instance(QStringLiteral("compute2"), QStringLiteral("db"),
        QStringLiteral("4e1978ab-0000-4000-8000-000000000000"), QStringLiteral("postgres"));
    EstateDisk &disk = EstateFixture::disk(lost, "disk", EntryMeaning::RootDisk, 20 * GiB, GiB);
    disk.chain.layers.push_back({.path = "/compute2/_base/gone",
        .reference = {.kind = BackingKind::File, .text = "/compute2/_base/gone", .path = "/compute2/_base/gone"},
        .state = LinkState::Missing});
    lost.state = InstanceState::BrokenChain;
    lost.problems = {QStringLiteral("The base of disk is missing.")};
    return fixture;
}

} // namespace Fathom::Tests
