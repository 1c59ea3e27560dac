// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/instancereader.h"

#include "base/directorylisting.h"
#include "host/accesshint.h"
#include "host/instancetree.h"
#include "host/smallfile.h"
#include "host/treenames.h"

#include <QCoreApplication>

#include <algorithm>

namespace Fathom {

namespace {

struct InstanceReaderText {
    Q_DECLARE_TR_FUNCTIONS(InstanceReader)
};

constexpr qint64 smallFileLimitBytes = 512 * 1024;

/// For the order of an instance's disks: root, local, ephemeral by number, swap, config drive, rescue.
std::pair<int, qlonglong> diskRank(const DirectoryNode &node)
{
    return {static_cast<int>(node.meaning),
        node.meaning == EntryMeaning::EphemeralDisk ? node.name.sliced(8).toLongLong() : 0};
}

class InstanceReader {
public:
    InstanceReader(DirectoryNode &node, const InstanceSurroundings &surroundings)
        : m_node(node)
        , m_surroundings(surroundings)
    {
        m_instance.path = node.path;
        m_instance.name = node.name;
        m_instance.uuid = uuidInName(node.name);
        m_instance.meaning = node.meaning;
        m_instance.facts = node.facts;
    }

    InstanceDirectory read()
    {
        Result<std::vector<DirectoryNode>> entries = readEntries(m_node.path, m_node.meaning, {}, m_surroundings.stop);
        if (!entries) {
            m_node.error = withAccessHint(entries.error(), m_node.path);
            m_instance.problems.push_back(*m_node.error);
            return std::move(m_instance);
        }
        m_node.children = std::move(*entries);
        for (DirectoryNode &entry : m_node.children)
            readCompanion(entry);
        readDisks();
        return std::move(m_instance);
    }

private:
    void fail(DirectoryNode &entry, const Error &error)
    {
        entry.error = error;
        m_instance.problems.push_back(error);
    }

    /// Everything that is no disk but is needed before the disks are read, or needs no chain.
    void readCompanion(DirectoryNode &entry)
    {
        if (entry.error) {
            m_instance.problems.push_back(*entry.error);
            return;
        }
        switch (entry.meaning) {
        case EntryMeaning::DiskInfo:
            if (Result<QMap<QByteArray, QString>> formats = readDiskInfo(entry.path))
                m_instance.diskInfo = std::move(*formats);
            else
                fail(entry, formats.error());
            break;
        case EntryMeaning::LibvirtXml:
            if (Result<QByteArray> xml = readSmallFile(
                    entry.path, smallFileLimitBytes, QStringLiteral("libvirt.xml"), BoundedFile::Links::Refuse))
                m_instance.domainXml = std::move(*xml);
            else
                fail(entry, xml.error());
            break;
        case EntryMeaning::ConsoleLog:
            if (entry.name == "console.log" && entry.facts->kind == FileKind::Regular)
                m_instance.consoleLogBytes = entry.facts->lengthBytes;
            break;
        case EntryMeaning::VtpmState:
            if (entry.facts->kind != FileKind::Directory)
                break;
            if (Result<std::vector<DirectoryNode>> state =
                    readEntries(entry.path, EntryMeaning::VtpmState, {}, m_surroundings.stop))
                entry.children = std::move(*state);
            else
                fail(entry, withAccessHint(state.error(), entry.path));
            break;
        default: break;
        }
    }

    void readDisks()
    {
        const NamedDisks named{.root = m_surroundings.root,
            .canonicalRoot = m_surroundings.canonicalRoot,
            .directoryName = m_node.name,
            .diskInfo = m_instance.diskInfo,
            .domainXml = m_instance.domainXml};
        ChainPolicy policy = m_surroundings.policy;
        policy.relocations = relocationsOf(named);

        std::vector<DirectoryNode *> images;
        for (DirectoryNode &entry : m_node.children)
            if (entryTraits(entry.meaning).isImage && entry.facts)
                images.push_back(&entry);
        std::ranges::sort(images, {}, [](const DirectoryNode *entry) { return diskRank(*entry); });

        for (DirectoryNode *entry : images) {
            if (m_surroundings.stop.stop_requested())
                return;
            if (!entryTraits(entry->meaning).isDisk) {
                takeOver(*entry, m_surroundings.reader.read(entry->path, {}));
                continue;
            }
            InstanceDisk disk{
                .path = entry->path, .meaning = entry->meaning, .declaredFormat = declaredFormatOf(named, entry->name)};
            disk.chain =
                resolveChain(entry->path, disk.declaredFormat, m_surroundings.reader, policy, m_surroundings.stop);
            if (const ChainLayer *top = disk.chain.top())
                takeOver(*entry, *top);
            m_instance.disks.push_back(std::move(disk));
        }
    }

    void takeOver(DirectoryNode &entry, const ChainLayer &layer)
    {
        entry.info = layer.info;
        if (layer.error)
            fail(entry, withAccessHint(*layer.error, entry.path));
    }

    DirectoryNode &m_node;
    const InstanceSurroundings &m_surroundings;
    InstanceDirectory m_instance;
};

} // namespace

InstanceDirectory readInstanceDirectory(DirectoryNode &node, const InstanceSurroundings &surroundings)
{
    return InstanceReader(node, surroundings).read();
}

Result<std::vector<DirectoryNode>> readEntries(
    const NativePath &directory, EntryMeaning inside, const QByteArray &cacheName, const std::stop_token &stop)
{
    Result<std::vector<DirectoryEntry>> entries = listDirectory(directory, stop);
    if (!entries)
        return std::unexpected(entries.error());
    std::vector<DirectoryNode> nodes;
    nodes.reserve(entries->size());
    for (DirectoryEntry &entry : *entries) {
        DirectoryNode node{.path = joinPath(directory, entry.name), .name = entry.name};
        if (entry.facts) {
            node.facts = *entry.facts;
            node.meaning = meaningOf(inside, node.name, node.facts->kind, cacheName);
            if (node.facts->kind == FileKind::SymbolicLink)
                node.linkTarget = linkTarget(node.path);
        } else {
            node.error = withAccessHint(entry.facts.error(), node.path);
        }
        nodes.push_back(std::move(node));
    }
    return nodes;
}

Result<QMap<QByteArray, QString>> readDiskInfo(const NativePath &path)
{
    const Result<QByteArray> json =
        readSmallFile(path, smallFileLimitBytes, QStringLiteral("disk.info"), BoundedFile::Links::Refuse);
    if (!json)
        return std::unexpected(json.error());
    return parseDiskInfo(*json, plainText(path));
}

} // namespace Fathom
