// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchestate.h"

#include <QRandomGenerator>
#include <QSet>

#include <array>

namespace Fathom::Bench {

namespace {

QString randomUuid(QRandomGenerator &random)
{
    QString hex;
    for (int i = 0; i < 4; ++i)
        hex += QString::number(random.generate(), 16).rightJustified(8, u'0');
    return hex.left(8) + u'-' + hex.mid(8, 4) + u'-' + hex.mid(12, 4) + u'-' + hex.mid(16, 4) + u'-' + hex.mid(20);
}

FileFacts randomFacts(QRandomGenerator &random, quint64 inode)
{
    const qint64 blocks = random.bounded(1, 40'000'000);
    return {.lengthBytes = blocks * 512,
        .allocatedBytes = blocks * random.bounded(1, 512),
        .mode = 0100640,
        .uid = 0,
        .gid = 0,
        .links = 1,
        .device = 64769,
        .inode = inode,
        .modifiedSeconds = 1400000000 + random.bounded(300'000'000)};
}

ImageInfoPtr randomInfo(QRandomGenerator &random, const FileFacts &facts)
{
    constexpr std::array formats{ImageFormat::Qcow2, ImageFormat::Qcow2, ImageFormat::Qcow2, ImageFormat::Raw,
        ImageFormat::Vmdk, ImageFormat::Vdi, ImageFormat::Vhdx};
    auto info = std::make_shared<ImageInfo>();
    info->format = formats[random.bounded(quint32(formats.size()))];
    info->virtualSizeBytes = qint64(random.bounded(1, 400)) << 30;
    info->fileLengthBytes = facts.lengthBytes;
    info->allocatedBytes = facts.allocatedBytes;
    if (info->format == ImageFormat::Qcow2) {
        info->clusterSizeBytes = 65536;
        info->addFact(QStringLiteral("compat"), QStringLiteral("1.1"));
        info->addFact(QStringLiteral("refcount-bits"), 16);
        info->addFact(QStringLiteral("lazy-refcounts"), false);
    } else if (info->format == ImageFormat::Raw) {
        info->content = QStringLiteral("gpt");
    }
    if (random.bounded(20) == 0)
        info->violations.push_back(
            {QStringLiteral("backing-file"), QStringLiteral("it names a backing file, which Glance refuses")});
    return info;
}

} // namespace

EstatePtr imageEstate(int count)
{
    QRandomGenerator random(20140512);
    auto estate = std::make_shared<Estate>();
    estate->sources.push_back({.path = "/var/lib/glance/images", .health = SourceHealth::Good});
    estate->images.reserve(static_cast<std::size_t>(count));
    std::vector<ImageInfoPtr> shared;
    constexpr quint32 instances = 1000; // only their numbers matter here
    std::vector<std::vector<quint32>> users(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const QString uuid = randomUuid(random);
        const NativePath path = joinPath("/var/lib/glance/images", uuid.toUtf8());
        const FileFacts facts = randomFacts(random, static_cast<quint64>(i));
        ImageInfoPtr info;
        if (i < 200'000) {
            info = randomInfo(random, facts);
            shared.push_back(info);
        } else {
            info = shared[static_cast<std::size_t>(i) % shared.size()];
        }
        EstateImage image{.key = imageKey(path), .uuid = uuid, .path = path, .facts = facts, .info = info};
        if (random.bounded(3) == 0)
            users[static_cast<std::size_t>(i)].push_back(random.bounded(instances));
        estate->images.push_back(std::move(image));
    }
    estate->setImageUsers(users);
    estate->orderKeys();
    estate->complete = true;
    return estate;
}

EstatePtr instanceEstate(int count)
{
    QRandomGenerator random(20140513);
    auto estate = std::make_shared<Estate>();
    estate->sources.push_back(
        {.kind = SourceKind::InstanceTree, .path = "/var/lib/nova/instances", .health = SourceHealth::Good});
    std::vector<ChainLayer> bases;
    for (int i = 0; i < 200; ++i) {
        ChainLayer base{.path = "/var/lib/nova/instances/_base/" + QByteArray::number(i),
            .facts = randomFacts(random, static_cast<quint64>(1'000'000 + i))};
        base.info = randomInfo(random, *base.facts);
        bases.push_back(base);
    }
    const ImageInfoPtr overlay = randomInfo(random, {});
    for (int i = 0; i < count; ++i) {
        EstateInstance instance;
        instance.uuid = randomUuid(random);
        instance.path = joinPath("/var/lib/nova/instances", instance.uuid.toUtf8());
        instance.key = instanceKey(instance.path);
        instance.host = QStringLiteral("compute%1").arg(i % 4);
        instance.domain.emplace();
        instance.domain->novaName = QStringLiteral("server-%1").arg(i);
        instance.domain->projectId = QStringLiteral("p%1").arg(random.bounded(40));
        instance.domain->projectName = QStringLiteral("project %1").arg(instance.domain->projectId);
        EstateDisk disk{.path = joinPath(instance.path, "disk"), .declaredFormat = QStringLiteral("qcow2")};
        disk.chain.layers.push_back(
            {.path = disk.path, .info = overlay, .facts = randomFacts(random, static_cast<quint64>(2'000'000 + i))});
        disk.chain.layers.push_back(bases[static_cast<std::size_t>(i) % bases.size()]);
        instance.disks.push_back(std::move(disk));
        estate->instances.push_back(std::move(instance));
    }
    estate->orderKeys();
    estate->complete = true;
    return estate;
}

StringMemory stringMemory(const Estate &estate)
{
    // Texts that several records share have one block of memory.
    QSet<const void *> counted;
    StringMemory memory;
    const auto count = [&](const auto &text, qsizetype unit) {
        memory.handles += sizeof(text);
        if (text.isEmpty() || counted.contains(text.constData()))
            return;
        counted.insert(text.constData());
        // The header that Qt puts before the characters, that of malloc, and what it rounds up to.
        memory.blocks += (16 + (text.capacity() + 1) * unit + 8 + 15) / 16 * 16;
    };
    for (const EstateImage &image : estate.images) {
        count(image.key, 2);
        count(image.uuid, 2);
        count(image.path, 1);
    }
    return memory;
}

} // namespace Fathom::Bench
