// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/instancerows.h"

#include "models/cells.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>

#include <algorithm>
#include <bit>
#include <tuple>

namespace Fathom {

namespace {

struct InstanceRowText {
    Q_DECLARE_TR_FUNCTIONS(InstanceTreeModel)
};

using InstanceList = std::vector<const EstateInstance *>;

InstanceRow rowOf(const EstateInstance &instance, const QString &project)
{
    const Severity problems = instance.problems.isEmpty() ? Severity::None : Severity::Warning;
    const Severity severity = std::max(severityOf(instance.state), problems);
    return {
        .kind = InstanceRow::Kind::Instance,
        .key = instance.key,
        .name = instance.displayName(),
        .instance = &instance,
        .host = instance.host,
        .project = project,
        .instances = 1,
        .troubled = severity >= Severity::Warning ? 1 : 0,
        .severity = severity,
        .depth = instance.chainDepth(),
        .virtualBytes = instance.virtualBytes(),
        .ownBytes = instance.ownBytes(),
        .withBaseBytes = instance.withBaseBytes(),
    };
}

/// Files that were counted, by device and inode: a hundred thousand instances' in a few milliseconds.
class CountedFiles {
public:
    explicit CountedFiles(std::size_t most)
        : m_cells(std::bit_ceil(most * 2 + 1))
    {
    }

    /// False: it was counted before.
    bool insert(quint64 device, quint64 inode)
    {
        for (std::size_t at = inode * 0x9e3779b97f4a7c15u >> 20;; ++at) {
            Cell &cell = m_cells[at & (m_cells.size() - 1)];
            if (!cell.used) {
                cell = {device, inode, true};
                return true;
            }
            if (cell.device == device && cell.inode == inode)
                return false;
        }
    }

private:
    struct Cell {
        quint64 device = 0;
        quint64 inode = 0;
        bool used = false;
    };

    std::vector<Cell> m_cells;
};

/// All files that the instances stand on, each once, however many names and overlays lead to it.
qint64 physicalBytes(const InstanceList &instances)
{
    std::size_t layers = 0;
    for (const EstateInstance *instance : instances)
        for (const EstateDisk &disk : instance->disks)
            layers += disk.chain.layers.size();
    CountedFiles counted(layers);
    qint64 sum = 0;
    for (const EstateInstance *instance : instances)
        for (const EstateDisk &disk : instance->disks)
            for (const ChainLayer &layer : disk.chain.layers)
                if (layer.facts && counted.insert(layer.facts->device, layer.facts->inode))
                    sum += layer.facts->allocatedBytes;
    return sum;
}

void addUp(InstanceRow &group, const InstanceRow &member)
{
    group.instances += member.instances;
    group.troubled += member.troubled;
    group.severity = std::max(group.severity, member.severity);
    group.depth = std::max(group.depth, member.depth);
    if (member.virtualBytes)
        group.virtualBytes = group.virtualBytes.value_or(0) + *member.virtualBytes;
    group.ownBytes += member.ownBytes;
}

struct Project {
    QString name;
    InstanceList instances;
};

/// Known projects by name, what nobody tells of last.
std::vector<std::pair<QString, Project>> projectsOf(const InstanceList &instances)
{
    QHash<QString, Project> byId;
    for (const EstateInstance *instance : instances) {
        const QString name = instance->projectText();
        const bool hasId = instance->domain && !instance->domain->projectId.isEmpty();
        Project &project = byId[hasId ? instance->domain->projectId : name];
        if (project.name.isEmpty())
            project.name = name;
        project.instances.push_back(instance);
    }
    std::vector<std::pair<QString, Project>> projects;
    for (auto [id, project] : byId.asKeyValueRange())
        projects.emplace_back(id, project);
    std::ranges::sort(projects, [](const auto &a, const auto &b) {
        if (a.second.name.isEmpty() != b.second.name.isEmpty())
            return b.second.name.isEmpty();
        return std::tie(a.second.name, a.first) < std::tie(b.second.name, b.first);
    });
    return projects;
}

void addHost(InstanceRows &result, const QString &host, const HostUsage *usage, const InstanceList &instances)
{
    const std::size_t hostRow = result.rows.size();
    result.rows.push_back({.kind = InstanceRow::Kind::Host, .key = QStringLiteral("host:") + host, .name = host});
    result.parents.push_back(-1);
    for (const auto &[id, project] : projectsOf(instances)) {
        const std::size_t projectRow = result.rows.size();
        const QString name = project.name.isEmpty() ? InstanceRowText::tr("project unknown") : project.name;
        result.rows.push_back({.kind = InstanceRow::Kind::Project,
            .key = QStringLiteral("project:%1/%2").arg(host, id),
            .name = name,
            .host = host});
        result.parents.push_back(static_cast<int>(hostRow));
        for (const EstateInstance *instance : project.instances) {
            result.rows.push_back(rowOf(*instance, name));
            result.parents.push_back(static_cast<int>(projectRow));
            addUp(result.rows[projectRow], result.rows.back());
        }
        result.rows[projectRow].withBaseBytes = physicalBytes(project.instances);
        addUp(result.rows[hostRow], result.rows[projectRow]);
    }
    InstanceRow &row = result.rows[hostRow];
    row.withBaseBytes = usage ? usage->physicalBytes() : physicalBytes(instances);
    if (usage)
        row.ownBytes = usage->overlayBytes;
}

} // namespace

InstanceRows instanceRows(const Estate &estate)
{
    QMap<QString, InstanceList> byHost;
    for (const EstateInstance &instance : estate.instances)
        byHost[instance.host].push_back(&instance);
    InstanceRows result;
    result.rows.reserve(estate.instances.size() + estate.hosts.size() * 4);
    for (const HostUsage &usage : estate.hosts)
        addHost(result, usage.host, &usage, byHost.take(usage.host));
    for (const auto [host, instances] : byHost.asKeyValueRange())
        addHost(result, host, nullptr, instances);
    return result;
}

} // namespace Fathom
