// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/instancerows.h"

#include "models/cells.h"
#include "models/countedfiles.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <numeric>
#include <span>
#include <tuple>

namespace Fathom {

namespace {

struct InstanceRowText {
    Q_DECLARE_TR_FUNCTIONS(InstanceTreeModel)
};

InstanceRow rowOf(const EstateInstance &instance, const QString &host, const QString &project)
{
    const Severity problems = instance.problems.isEmpty() ? Severity::None : Severity::Warning;
    const Severity severity = std::max(severityOf(instance.state), problems);
    return {
        .kind = InstanceRow::Kind::Instance,
        .name = instance.displayName(),
        .instance = &instance,
        .host = host,
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
    QString id;
    QString name; ///< empty: nobody tells it
    std::size_t instances = 0;
    std::size_t nextRow = 0; ///< of its instances
};

struct Host {
    QString name;
    std::vector<Project> projects; ///< as they were met
    QHash<QString, std::size_t> byId;
};

/// Makes the rows in two walks through the instances, both in the order that they lie in: of a hundred thousand, each
/// with disks, layers and what those files are, the memory is what takes time.
class RowsMaker {
public:
    explicit RowsMaker(const Estate &estate)
        : m_estate(estate)
    {
    }

    InstanceRows make()
    {
        group();
        const std::vector<std::size_t> order = hostOrder();
        layOut(order);
        fill();
        for (const std::size_t row : m_hostRows)
            sumUp(row);
        return std::move(m_result);
    }

private:
    struct Group {
        std::size_t host;
        std::size_t project;
    };

    struct FileRange {
        std::size_t first = 0;
        std::size_t count = 0;
    };

    void group();
    std::vector<std::size_t> hostOrder() const;
    void layOut(const std::vector<std::size_t> &order);
    void fill();
    void sumUp(std::size_t hostRow);
    qint64 physicalBytes(std::size_t firstRow, std::size_t endRow) const;
    void addRow(InstanceRow row, int parent);

    const Estate &m_estate;
    InstanceRows m_result;
    std::vector<Host> m_hosts; ///< those with a usage first, then as they were met
    std::vector<Group> m_groups; ///< per instance
    std::vector<std::size_t> m_hostRows;
    std::vector<LayerFile> m_files; ///< of one instance after the other
    std::vector<FileRange> m_filesOf; ///< per row
};

void RowsMaker::group()
{
    QHash<QString, std::size_t> byName;
    for (const HostUsage &usage : m_estate.hosts) {
        if (!byName.contains(usage.host))
            byName.insert(usage.host, m_hosts.size());
        m_hosts.push_back({.name = usage.host});
    }
    m_groups.reserve(m_estate.instances.size());
    for (const EstateInstance &instance : m_estate.instances) {
        const auto known = byName.constFind(instance.host);
        const std::size_t number = known == byName.cend() ? m_hosts.size() : *known;
        if (known == byName.cend()) {
            byName.insert(instance.host, number);
            m_hosts.push_back({.name = instance.host});
        }
        Host &host = m_hosts[number];
        const QString name = instance.projectText();
        const bool hasId = instance.domain && !instance.domain->projectId.isEmpty();
        const QString &id = hasId ? instance.domain->projectId : name;
        const auto project = host.byId.constFind(id);
        const std::size_t projectNumber = project == host.byId.cend() ? host.projects.size() : *project;
        if (project == host.byId.cend()) {
            host.byId.insert(id, projectNumber);
            host.projects.push_back({.id = id});
        }
        Project &found = host.projects[projectNumber];
        if (found.name.isEmpty())
            found.name = name;
        ++found.instances;
        m_groups.push_back({number, projectNumber});
    }
}

/// As their usages are told, then those that none is told of by name.
std::vector<std::size_t> RowsMaker::hostOrder() const
{
    std::vector<std::size_t> order(m_hosts.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order.begin() + static_cast<std::ptrdiff_t>(m_estate.hosts.size()), order.end(), {},
        [this](std::size_t host) -> const QString & { return m_hosts[host].name; });
    return order;
}

void RowsMaker::addRow(InstanceRow row, int parent)
{
    m_result.rows.push_back(std::move(row));
    m_result.parents.push_back(parent);
}

/// The groups' rows, and room for the instances'. Known projects by name, what nobody tells of last.
void RowsMaker::layOut(const std::vector<std::size_t> &order)
{
    std::size_t projects = 0;
    for (const Host &host : m_hosts)
        projects += host.projects.size();
    m_result.rows.reserve(m_estate.instances.size() + m_hosts.size() + projects);
    m_result.parents.reserve(m_result.rows.capacity());
    for (const std::size_t number : order) {
        Host &host = m_hosts[number];
        m_hostRows.push_back(m_result.rows.size());
        addRow({.kind = InstanceRow::Kind::Host, .key = QStringLiteral("host:") + host.name, .name = host.name}, -1);
        std::vector<Project *> sorted;
        for (Project &project : host.projects)
            sorted.push_back(&project);
        std::ranges::sort(sorted, [](const Project *a, const Project *b) {
            if (a->name.isEmpty() != b->name.isEmpty())
                return b->name.isEmpty();
            return std::tie(a->name, a->id) < std::tie(b->name, b->id);
        });
        for (Project *project : sorted) {
            const auto row = static_cast<int>(m_result.rows.size());
            if (project->name.isEmpty())
                project->name = InstanceRowText::tr("project unknown");
            addRow({.kind = InstanceRow::Kind::Project,
                       .key = QStringLiteral("project:%1/%2").arg(host.name, project->id),
                       .name = project->name,
                       .host = host.name},
                static_cast<int>(m_hostRows.back()));
            project->nextRow = m_result.rows.size();
            m_result.rows.resize(m_result.rows.size() + project->instances);
            m_result.parents.resize(m_result.rows.size(), row);
        }
    }
}

void RowsMaker::fill()
{
    m_filesOf.resize(m_result.rows.size());
    m_files.reserve(m_estate.instances.size() * 2);
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const EstateInstance &instance = m_estate.instances[i];
        Host &host = m_hosts[m_groups[i].host];
        Project &project = host.projects[m_groups[i].project];
        const std::size_t row = project.nextRow++;
        m_result.rows[row] = rowOf(instance, host.name, project.name);
        m_filesOf[row].first = m_files.size();
        for (const EstateDisk &disk : instance.disks)
            for (const ChainLayer &layer : disk.chain.layers)
                if (layer.facts)
                    m_files.push_back({layer.facts->device, layer.facts->inode, layer.facts->allocatedBytes});
        m_filesOf[row].count = m_files.size() - m_filesOf[row].first;
    }
}

/// All files that the rows' instances stand on, each once, however many names and overlays lead to it.
qint64 RowsMaker::physicalBytes(std::size_t firstRow, std::size_t endRow) const
{
    const auto ranges = std::span(m_filesOf).subspan(firstRow, endRow - firstRow);
    std::size_t files = 0;
    for (const FileRange &range : ranges)
        files += range.count;
    CountedFiles counted(files);
    qint64 sum = 0;
    for (const FileRange &range : ranges)
        for (const LayerFile &file : std::span(m_files).subspan(range.first, range.count))
            if (counted.insert(file))
                sum += file.allocatedBytes;
    return sum;
}

void RowsMaker::sumUp(std::size_t hostRow)
{
    std::vector<InstanceRow> &rows = m_result.rows;
    InstanceRow &host = rows[hostRow];
    std::size_t end = hostRow + 1;
    while (end < rows.size() && rows[end].kind == InstanceRow::Kind::Project) {
        InstanceRow &project = rows[end];
        const std::size_t first = ++end;
        for (; end < rows.size() && rows[end].kind == InstanceRow::Kind::Instance; ++end)
            addUp(project, rows[end]);
        project.withBaseBytes = physicalBytes(first, end);
        addUp(host, project);
    }
    const auto usage = std::ranges::find(m_estate.hosts, host.name, &HostUsage::host);
    if (usage == m_estate.hosts.end()) {
        host.withBaseBytes = physicalBytes(hostRow, end);
        return;
    }
    host.withBaseBytes = usage->physicalBytes();
    host.ownBytes = usage->overlayBytes;
}

} // namespace

InstanceRows instanceRows(const Estate &estate)
{
    return RowsMaker(estate).make();
}

} // namespace Fathom
