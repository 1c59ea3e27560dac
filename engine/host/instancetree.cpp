// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/instancetree.h"

#include "host/accesshint.h"
#include "host/instancereader.h"
#include "host/partialreports.h"
#include "host/rootlisting.h"
#include "host/smallfile.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Fathom {

namespace {

struct InstanceTreeText {
    Q_DECLARE_TR_FUNCTIONS(InstanceTree)
};

constexpr qint64 computeNodesLimitBytes = 1024 * 1024;
// What Nova makes is two levels deep; a stranger's directories are shown no deeper than this.
constexpr int deepestLevel = 3;

using InodeKey = std::pair<quint64, quint64>;

InodeKey inodeOf(const FileFacts &facts)
{
    return {facts.device, facts.inode};
}

bool isInstanceDirectory(EntryMeaning meaning)
{
    return meaning == EntryMeaning::InstanceDirectory || meaning == EntryMeaning::ResizeLeftover ||
        meaning == EntryMeaning::DeleteLeftover;
}

/// One scan of one tree. The base cache is listed first, so that its files can be seen early, then come the instances
/// in the order of their names; the bases that no chain led to are read last, so that every file is read once.
class InstanceTreeReader {
public:
    InstanceTreeReader(const NativePath &root, const InstanceTreeOptions &options, const std::stop_token &stop,
        const Progress &progress)
        : m_options(options)
        , m_stop(stop)
        , m_reports(options.onPartial, progress)
        , m_surroundings{
              .root = root, .canonicalRoot = canonicalPath(root), .policy = {}, .reader = m_reader, .stop = stop}
    {
        m_tree.root = root;
        ChainPolicy &policy = m_surroundings.policy;
        policy.roots = {root, m_surroundings.canonicalRoot};
        for (const NativePath &extra : options.extraRoots) {
            policy.roots.push_back(absolutePath(extra));
            policy.roots.push_back(canonicalPath(absolutePath(extra)));
        }
        std::ranges::sort(policy.roots);
        policy.roots.erase(std::ranges::unique(policy.roots).begin(), policy.roots.end());
        policy.baseDirectories = {joinPath(root, options.cacheName)};
    }

    Result<InstanceTree> read()
    {
        Result<DirectoryNode> listed = listRoot(m_tree.root, EntryMeaning::InstancesRoot, m_options.cacheName, m_stop);
        if (!listed)
            return std::unexpected(listed.error());
        m_tree.directory = std::move(*listed);
        m_reports.expect(static_cast<qint64>(m_tree.directory.children.size()));

        listBases();
        for (DirectoryNode &entry : m_tree.directory.children) {
            if (m_stop.stop_requested())
                return std::move(m_tree);
            readEntry(entry);
            m_reports.step(m_tree, entry.path);
        }
        readBases();
        m_tree.complete = !m_stop.stop_requested();
        if (m_tree.complete)
            m_tree.quarantined = readQuarantine(m_tree.root, m_tree.problems);
        return std::move(m_tree);
    }

private:
    void fail(DirectoryNode &node, const Error &error)
    {
        node.error = error;
        m_tree.problems.push_back(error);
    }

    /// Told and not followed: what a link leads to may be anything.
    void failUnfollowed(DirectoryNode &node)
    {
        fail(node,
            {.kind = ErrorKind::Unsafe,
                .action = InstanceTreeText::tr("read %1").arg(entryTitle(node.meaning)),
                .subject = plainText(node.path),
                .reason = InstanceTreeText::tr("it is a symbolic link to %1, and links in the tree are not followed")
                    .arg(plainText(node.linkTarget)),
                .hint =
                    InstanceTreeText::tr("If it is meant to be there, open the directory that it leads to as well")});
    }

    bool listInto(DirectoryNode &node)
    {
        Result<std::vector<DirectoryNode>> entries = readEntries(node.path, node.meaning, m_options.cacheName, m_stop);
        if (entries) {
            node.children = std::move(*entries);
            return true;
        }
        if (entries.error().kind != ErrorKind::Cancelled)
            fail(node, withAccessHint(entries.error(), node.path));
        return false;
    }

    void listBases()
    {
        const auto cache =
            std::ranges::find(m_tree.directory.children, EntryMeaning::BaseCache, &DirectoryNode::meaning);
        if (cache == m_tree.directory.children.end() || cache->facts->kind != FileKind::Directory || !listInto(*cache))
            return;
        m_cache = &*cache;
        for (std::size_t index = 0; index < cache->children.size(); ++index) {
            const DirectoryNode &entry = cache->children[index];
            if (!entry.facts || entry.facts->kind != FileKind::Regular)
                continue;
            m_baseEntries.push_back(index);
            m_tree.bases.push_back({.path = entry.path,
                .meaning = entry.meaning,
                .hash = hashInBaseName(entry.name),
                .facts = entry.facts});
        }
        m_reports.expect(static_cast<qint64>(m_tree.bases.size()));
    }

    void readEntry(DirectoryNode &entry)
    {
        if (entry.error) {
            m_tree.problems.push_back(*entry.error);
            return;
        }
        const bool link = entry.facts->kind == FileKind::SymbolicLink;
        if (isInstanceDirectory(entry.meaning) && !link)
            readInstance(entry);
        else if (link && (isInstanceDirectory(entry.meaning) || entry.meaning == EntryMeaning::BaseCache))
            failUnfollowed(entry);
        else if (entry.meaning == EntryMeaning::ComputeNodes)
            readComputeNodes(entry);
        else if (entry.meaning != EntryMeaning::BaseCache && entry.facts->kind == FileKind::Directory)
            readOther(entry, 1);
    }

    void readInstance(DirectoryNode &entry)
    {
        InstanceDirectory instance = readInstanceDirectory(entry, m_surroundings);
        // Half an instance would pass for one that lacks the other half.
        if (m_stop.stop_requested())
            return;
        m_tree.problems.insert(m_tree.problems.end(), instance.problems.begin(), instance.problems.end());
        for (const InstanceDisk &disk : instance.disks)
            for (const ChainLayer &layer : disk.chain.layers)
                if (m_cache && layer.facts && (layer.info || layer.error))
                    m_layersByInode.insert(inodeOf(*layer.facts), {layer.info, layer.error});
        m_tree.instances.push_back(std::move(instance));
    }

    void readComputeNodes(DirectoryNode &entry)
    {
        const Result<QByteArray> json = readSmallFile(
            entry.path, computeNodesLimitBytes, [] { return QStringLiteral("compute_nodes"); },
            BoundedFile::Links::Refuse);
        const Result<QStringList> hosts =
            json.and_then([&](const QByteArray &text) { return parseComputeNodes(text, plainText(entry.path)); });
        if (hosts)
            m_tree.computeNodes = *hosts;
        else
            fail(entry, hosts.error());
    }

    void readOther(DirectoryNode &node, int level)
    {
        if (!listInto(node))
            return;
        for (DirectoryNode &child : node.children) {
            if (m_stop.stop_requested())
                return;
            if (child.facts && child.facts->kind == FileKind::Directory && level < deepestLevel)
                readOther(child, level + 1);
            else if (entryTraits(child.meaning).isImage)
                readImage(child);
        }
    }

    void readImage(DirectoryNode &node)
    {
        const ChainLayer &layer = m_reader.read(node.path, {});
        node.info = layer.info;
        if (layer.error)
            fail(node, withAccessHint(*layer.error, node.path));
    }

    void readBases()
    {
        for (std::size_t index = 0; index < m_tree.bases.size() && !m_stop.stop_requested(); ++index) {
            BaseFile &base = m_tree.bases[index];
            DirectoryNode &node = m_cache->children[m_baseEntries[index]];
            const auto known = m_layersByInode.constFind(inodeOf(*base.facts));
            if (known != m_layersByInode.constEnd()) {
                node.info = known->info;
                if (known->error)
                    fail(node, withAccessHint(*known->error, node.path));
            } else {
                readImage(node);
            }
            base.info = node.info;
            base.error = node.error;
            m_reports.step(m_tree, base.path);
        }
    }

    struct KnownLayer {
        ImageInfoPtr info;
        Rare<Error> error;
    };

    const InstanceTreeOptions &m_options;
    std::stop_token m_stop;
    PartialReports<InstanceTree> m_reports;
    LayerReader m_reader;
    InstanceSurroundings m_surroundings;
    InstanceTree m_tree;
    DirectoryNode *m_cache = nullptr;
    std::vector<std::size_t> m_baseEntries; ///< which of m_cache's children each base is
    QHash<InodeKey, KnownLayer> m_layersByInode;
};

} // namespace

Result<InstanceTree> readInstanceTree(
    const NativePath &root, const InstanceTreeOptions &options, const std::stop_token &stop, const Progress &progress)
{
    return InstanceTreeReader(absolutePath(root), options, stop, progress).read();
}

} // namespace Fathom
