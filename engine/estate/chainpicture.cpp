// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/chainpicture.h"

#include "estate/baseorigin.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ChainPicture)
};

int addBase(ChainGraph &graph, const EstateBase &base)
{
    return graph.addNode({.key = fileNodeKey(base.path),
        .kind = ChainNodeKind::Base,
        .title = plainText(fileName(base.path)),
        .subtitle = Text::tr("base on %1").arg(base.host),
        .path = base.path,
        .info = base.info,
        .facts = base.facts,
        .state = base.error ? LinkState::Unreadable : LinkState::Whole,
        .problem = base.error ? sentence(*base.error) : QString(),
        .subjectKey = base.key});
}

int addImage(ChainGraph &graph, const Estate &estate, const QString &uuid)
{
    ChainNode node{.key = imageNodeKey(uuid), .kind = ChainNodeKind::Image, .title = uuid};
    if (const EstateImage *image = estate.imageByUuid(uuid)) {
        node.subtitle = Text::tr("Glance image");
        node.path = image->path;
        node.info = image->info;
        node.facts = image->facts;
        node.subjectKey = image->key;
        if (image->error) {
            node.state = LinkState::Unreadable;
            node.problem = sentence(*image->error);
        }
    } else if (estate.images.empty()) {
        // Nobody was asked, so nothing is known to be wrong.
        node.subtitle = Text::tr("Glance image; no image store was read");
        node.state = LinkState::NotOpened;
    } else {
        node.subtitle = Text::tr("Glance image");
        node.state = LinkState::Missing;
        node.problem = Text::tr("No image store that was read holds it; it may have been deleted from Glance.");
    }
    return graph.addNode(std::move(node));
}

/// A base that is gone still tells by its name which image it can be made from again.
void nameMissingBases(ChainGraph &graph, const Estate &estate)
{
    const QHash<QByteArray, QString> uuids = imagesByBaseName(estate);
    const int known = static_cast<int>(graph.nodes().size());
    for (int index = 0; index < known; ++index) {
        const ChainNode &node = graph.node(index);
        if (node.kind != ChainNodeKind::Nothing || graph.lowerOf(index))
            continue;
        const QString uuid = uuids.value(hashInBaseName(fileName(node.path)));
        if (uuid.isEmpty())
            continue;
        const int lower = addImage(graph, estate, uuid);
        graph.addEdge({.upper = index,
            .lower = lower,
            .kind = ChainEdgeKind::MadeFrom,
            .broken = graph.node(lower).state == LinkState::Missing});
    }
}

} // namespace

ChainGraph chainPicture(const Estate &estate)
{
    ChainGraph graph;
    for (const EstateBase &base : estate.bases) {
        const int upper = addBase(graph, base);
        if (!base.imageUuid.isEmpty()) {
            const int lower = addImage(graph, estate, base.imageUuid);
            graph.addEdge({.upper = upper,
                .lower = lower,
                .kind = ChainEdgeKind::MadeFrom,
                .broken = graph.node(lower).state == LinkState::Missing});
        }
    }
    for (const EstateInstance &instance : estate.instances)
        for (const EstateDisk &disk : instance.disks)
            graph.addChain(disk.chain, instance.displayName(), instance.key);
    for (const EstateImage &image : estate.images) {
        if (!image.info || image.info->backingFile.isEmpty())
            continue;
        BackingChain chain;
        chain.layers.push_back({.path = image.path, .info = image.info, .facts = image.facts});
        ChainLayer lower;
        lower.reference = parseBackingReference(image.info->backingFile, image.path);
        lower.path = lower.reference.path;
        lower.declaredFormat = image.info->backingFormat;
        lower.state = LinkState::NotOpened;
        chain.layers.push_back(std::move(lower));
        graph.addChain(chain, Text::tr("stored image"), image.key);
    }
    nameMissingBases(graph, estate);
    return graph;
}

QString imageNodeKey(const QString &uuid)
{
    return QStringLiteral("image:") + uuid;
}

} // namespace Fathom
