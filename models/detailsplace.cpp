// SPDX-License-Identifier: GPL-3.0-or-later
//
// Details of hosts, projects and directory entries, and of layers that are nobody's.
#include "models/cells.h"
#include "models/chainmodel.h"
#include "models/detailsparts.h"
#include "models/directorymodel.h"
#include "models/instancerows.h"

#include <algorithm>

namespace Fathom {

namespace {

struct PlaceText {
    Q_DECLARE_TR_FUNCTIONS(Details)
};

std::vector<QString> instancesOf(const Estate &estate, const QString &host)
{
    std::vector<QString> keys;
    for (const EstateInstance &instance : estate.instances)
        if (instance.host == host)
            keys.push_back(instance.key);
    return keys;
}

/// Goes down only where the key leads; a directory's key is the beginning of all keys below it.
const DirectoryNode *entryOf(const std::vector<DirectoryNode> &level, const QString &key)
{
    const std::vector<DirectoryNode> *nodes = &level;
    while (nodes) {
        const std::vector<DirectoryNode> *below = nullptr;
        for (const DirectoryNode &node : *nodes) {
            const QString own = pathKey(node.path);
            if (own == key)
                return &node;
            if (key.startsWith(own) && (own.endsWith(QLatin1Char('/')) || key[own.size()] == QLatin1Char('/')) &&
                !node.children.empty())
                below = &node.children;
        }
        nodes = below;
    }
    return nullptr;
}

void addAll(Details &details, Details more)
{
    for (DetailSection &section : more.sections)
        addSection(details, std::move(section));
}

} // namespace

Details hostDetails(const Estate &estate, const QString &host)
{
    const auto usage = std::ranges::find(estate.hosts, host, &HostUsage::host);
    const std::vector<QString> instances = instancesOf(estate, host);
    if (usage == estate.hosts.end() && instances.empty())
        return {};
    Details details{.title = host, .subtitle = PlaceText::tr("Host"), .kind = QStringLiteral("host")};
    if (usage != estate.hosts.end()) {
        DetailSection section{.title = PlaceText::tr("Usage")};
        addLine(section, PlaceText::tr("Instances"), countText(usage->instances));
        addBytes(section, PlaceText::tr("Virtual size of all disks"), usage->virtualBytes);
        addBytes(section, PlaceText::tr("Disk size of the instances"), usage->overlayBytes);
        addBytes(section, PlaceText::tr("Disk size of the base cache"), usage->baseBytes);
        addBytes(section, PlaceText::tr("Disk size together"), usage->physicalBytes());
        if (usage->virtualBytes > 0)
            addLine(section, PlaceText::tr("Share of the virtual size"),
                percentText(static_cast<double>(usage->physicalBytes()) / static_cast<double>(usage->virtualBytes)));
        addSection(details, std::move(section));
    }
    DetailSection bases{.title = PlaceText::tr("Base files")};
    for (const EstateBase &base : estate.bases)
        if (base.host == host)
            addLink(bases, plainText(fileName(base.path)),
                PlaceText::tr("used by %n instance(s)", nullptr, static_cast<int>(base.usedBy.size())), base.key,
                plainText(base.path));
    addSection(details, std::move(bases));
    DetailSection list = usersSection(estate, instances);
    list.title = PlaceText::tr("Instances");
    for (DetailLine &line : list.lines)
        line.label = line.linkKey.isEmpty() ? line.label : QString();
    addSection(details, std::move(list));
    addSection(details, sourcesOfHost(estate, host));
    return details;
}

Details projectDetails(const Estate &estate, const QString &key)
{
    const InstanceRows rows = instanceRows(estate);
    const auto found = std::ranges::find(rows.rows, key, &InstanceRow::key);
    if (found == rows.rows.end())
        return {};
    Details details{.title = found->name,
        .subtitle = PlaceText::tr("Project on %1").arg(found->host),
        .kind = QStringLiteral("project")};
    DetailSection section{.title = PlaceText::tr("Usage")};
    addLine(section, PlaceText::tr("Instances"), countText(found->instances));
    addBytes(section, PlaceText::tr("Virtual size of all disks"), found->virtualBytes);
    addBytes(section, PlaceText::tr("Disk size without base"), found->ownBytes);
    addBytes(section, PlaceText::tr("Disk size with base"), found->withBaseBytes);
    addLink(section, PlaceText::tr("Host"), found->host, QStringLiteral("host:") + found->host);
    addSection(details, std::move(section));
    addSection(details, sourcesOfHost(estate, found->host));
    return details;
}

Details entryDetails(const Estate &estate, const QString &key)
{
    const DirectoryNode *const node = entryOf(estate.directories, key);
    if (!node)
        return {};
    Details details{.title = plainText(node->name.isEmpty() ? node->path : node->name),
        .subtitle = entryTitle(node->meaning),
        .kind = QStringLiteral("directory")};
    DetailSection meaning{.title = PlaceText::tr("Meaning")};
    addLine(meaning, PlaceText::tr("Meaning"), entryTitle(node->meaning));
    addLine(meaning, PlaceText::tr("Purpose"), entryPurpose(node->meaning));
    if (!node->linkTarget.isEmpty())
        addLine(meaning, PlaceText::tr("Points to"), plainText(node->linkTarget));
    if (!node->children.empty()) {
        addLine(meaning, PlaceText::tr("Entries"), countText(static_cast<qint64>(node->children.size())));
        addBytes(meaning, PlaceText::tr("Disk size with all below"), node->allocatedBytesBelow());
    }
    addSection(details, std::move(meaning));

    if (const EstateImage *const image = estate.image(imageKey(node->path))) {
        details.kind = QStringLiteral("image");
        addAll(details, imageDetails(estate, *image));
    } else if (const EstateBase *const base = estate.base(baseKey(node->path))) {
        details.kind = QStringLiteral("base");
        addAll(details, baseDetails(estate, *base));
    } else if (const EstateInstance *const instance = estate.instance(instanceKey(node->path))) {
        details.kind = QStringLiteral("instance");
        DetailSection link{.title = PlaceText::tr("Instance")};
        addLink(link, PlaceText::tr("Name"), instance->displayName(), instance->key, instance->uuid);
        addSection(details, std::move(link));
        addAll(details, instanceDetails(estate, *instance));
    } else {
        if (!node->facts || node->facts->kind != FileKind::Directory)
            details.kind = entryTraits(node->meaning).isDisk ? QStringLiteral("disk") : QStringLiteral("file");
        if (const EstateInstance *const owner = estate.instance(instanceKey(parentPath(node->path)))) {
            DetailSection link{.title = PlaceText::tr("Instance")};
            addLink(link, PlaceText::tr("Name"), owner->displayName(), owner->key, owner->uuid);
            addSection(details, std::move(link));
            const auto disk = std::ranges::find(owner->disks, node->path, &EstateDisk::path);
            if (disk != owner->disks.end())
                addSection(details, diskSection(estate, *disk));
        }
        addSection(details, formatSection(node->info, node->error));
        addSection(details, fileSection(node->path, node->facts, !node->info));
        addSection(details, sourcesSection(estate, node->path));
    }
    return details;
}

Details nodeDetails(const Estate &estate, int index)
{
    const ChainNode &node = estate.chains.node(index);
    Details details{.title = node.title, .subtitle = chainNodeKindText(node.kind), .kind = QStringLiteral("disk")};
    if (node.kind == ChainNodeKind::Nothing)
        details.kind = QStringLiteral("nothing");
    DetailSection layer{.title = PlaceText::tr("Layer")};
    addLine(layer, PlaceText::tr("Belongs to"), node.subtitle);
    layer.lines.push_back(
        {.label = PlaceText::tr("State"), .value = linkStateText(node.state), .severity = severityOf(node.state)});
    if (!node.problem.isEmpty())
        addProblem(layer, PlaceText::tr("Problem"), node.problem, std::max(severityOf(node.state), Severity::Warning));
    if (const std::optional<int> lower = estate.chains.lowerOf(index))
        addLink(layer, PlaceText::tr("Stands on"), estate.chains.node(*lower).title, estate.chains.node(*lower).key);
    for (const int upper : estate.chains.uppersOf(index)) {
        const ChainNode &above = estate.chains.node(upper);
        addLink(layer, PlaceText::tr("Carries"), above.subtitle.isEmpty() ? above.title : above.subtitle, above.key,
            plainText(above.path));
    }
    addSection(details, std::move(layer));
    addSection(details, formatSection(node.info, {}));
    if (!node.path.isEmpty())
        addSection(details, fileSection(node.path, node.facts, !node.info));
    if (!node.path.isEmpty())
        addSection(details, sourcesSection(estate, node.path));
    return details;
}

} // namespace Fathom
