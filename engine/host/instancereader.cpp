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

/// What InstanceReader opens.
bool isOpened(EntryMeaning meaning)
{
    return entryTraits(meaning).isImage || meaning == EntryMeaning::DiskInfo || meaning == EntryMeaning::LibvirtXml;
}

/// Whether an entry was seen to be a regular file; one without facts was left to be opened because it is.
bool isRegular(const DirectoryNode &entry)
{
    return !entry.facts || entry.facts->kind == FileKind::Regular;
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
        const Result<OpenDirectory> directory = OpenDirectory::open(m_node.path);
        if (!directory)
            return unreadable(directory.error());
        Result<std::vector<DirectoryNode>> entries =
            readEntries(*directory, m_node.meaning, {}, m_surroundings.stop, Look::NotAtWhatIsOpened);
        if (!entries)
            return unreadable(entries.error());
        m_node.children = std::move(*entries);
        for (DirectoryNode &entry : m_node.children)
            readCompanion(*directory, entry);
        readDisks(*directory);
        return std::move(m_instance);
    }

private:
    InstanceDirectory unreadable(const Error &error)
    {
        fail(m_node, withAccessHint(error, m_node.path));
        return std::move(m_instance);
    }

    void fail(DirectoryNode &entry, const Error &error)
    {
        entry.error = error;
        m_instance.problems.push_back(error);
    }

    /// The whole of a small file. An entry without facts gets them here, for it was left for this.
    Result<QByteArray> readText(const OpenDirectory &directory, DirectoryNode &entry, Wording what)
    {
        Result<BoundedFile> file =
            isRegular(entry) ? BoundedFile::openIn(directory, entry.name) : BoundedFile::open(entry.path);
        if (!entry.facts) {
            if (file)
                entry.facts = file->facts();
            else if (const Result<FileFacts> facts = directory.look(entry.name))
                entry.facts = *facts;
        }
        if (!file)
            return std::unexpected(withAccessHint(file.error(), entry.path));
        return readSmallFile(*file, smallFileLimitBytes, what);
    }

    /// Everything that is no disk but is needed before the disks are read, or needs no chain.
    void readCompanion(const OpenDirectory &directory, DirectoryNode &entry)
    {
        if (entry.error) {
            m_instance.problems.push_back(*entry.error);
            return;
        }
        switch (entry.meaning) {
        case EntryMeaning::DiskInfo:
            if (Result<QMap<QByteArray, QString>> formats = readText(directory, entry, [] {
                    return QStringLiteral("disk.info");
                }).and_then([&](const QByteArray &json) { return parseDiskInfo(json, plainText(entry.path)); }))
                m_instance.diskInfo = std::move(*formats);
            else
                fail(entry, formats.error());
            break;
        case EntryMeaning::LibvirtXml:
            if (Result<QByteArray> xml = readText(directory, entry, [] { return QStringLiteral("libvirt.xml"); }))
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

    void readDisks(const OpenDirectory &directory)
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
            if (entryTraits(entry.meaning).isImage && !entry.error)
                images.push_back(&entry);
        std::ranges::sort(images, {}, [](const DirectoryNode *entry) { return diskRank(*entry); });

        for (DirectoryNode *entry : images) {
            if (m_surroundings.stop.stop_requested())
                return;
            if (!entryTraits(entry->meaning).isDisk) {
                takeOver(*entry, readLayer(directory, *entry, {}));
                continue;
            }
            InstanceDisk disk{
                .path = entry->path, .meaning = entry->meaning, .declaredFormat = declaredFormatOf(named, entry->name)};
            disk.chain = isRegular(*entry)
                ? resolveChain(readLayer(directory, *entry, disk.declaredFormat), m_surroundings.reader, policy,
                      m_surroundings.stop)
                : resolveChain(entry->path, disk.declaredFormat, m_surroundings.reader, policy, m_surroundings.stop);
            if (const ChainLayer *top = disk.chain.top())
                takeOver(*entry, *top);
            m_instance.disks.push_back(std::move(disk));
        }
    }

    const ChainLayer &readLayer(const OpenDirectory &directory, const DirectoryNode &entry, const QString &format)
    {
        return isRegular(entry) ? m_surroundings.reader.readIn(directory, entry.name, format)
                                : m_surroundings.reader.read(entry.path, format);
    }

    void takeOver(DirectoryNode &entry, const ChainLayer &layer)
    {
        if (!entry.facts)
            entry.facts = layer.facts;
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

Result<std::vector<DirectoryNode>> readEntries(const OpenDirectory &directory, EntryMeaning inside,
    const QByteArray &cacheName, const std::stop_token &stop, Look look)
{
    Result<std::vector<DirectoryName>> names = listNames(directory, stop);
    if (!names)
        return std::unexpected(names.error());
    std::vector<DirectoryNode> nodes;
    nodes.reserve(names->size());
    for (const DirectoryName &name : *names) {
        DirectoryNode &node =
            nodes.emplace_back(DirectoryNode{.path = joinPath(directory.path(), name.name), .name = name.name});
        if (look == Look::NotAtWhatIsOpened && name.kind == FileKind::Regular) {
            node.meaning = meaningOf(inside, node.name, FileKind::Regular, cacheName);
            if (isOpened(node.meaning))
                continue;
        }
        lookAt(node, directory, inside, cacheName);
    }
    return nodes;
}

Result<std::vector<DirectoryNode>> readEntries(
    const NativePath &directory, EntryMeaning inside, const QByteArray &cacheName, const std::stop_token &stop)
{
    return OpenDirectory::open(directory).and_then(
        [&](const OpenDirectory &opened) { return readEntries(opened, inside, cacheName, stop); });
}

void lookAt(DirectoryNode &node, const OpenDirectory &directory, EntryMeaning inside, const QByteArray &cacheName)
{
    const Result<FileFacts> facts = directory.look(node.name);
    if (!facts) {
        node.error = withAccessHint(facts.error(), node.path);
        return;
    }
    node.facts = *facts;
    node.meaning = meaningOf(inside, node.name, facts->kind, cacheName);
    if (facts->kind == FileKind::SymbolicLink)
        node.linkTarget = linkTarget(node.path);
}

Result<QMap<QByteArray, QString>> readDiskInfo(const NativePath &path)
{
    const Result<QByteArray> json = readSmallFile(
        path, smallFileLimitBytes, [] { return QStringLiteral("disk.info"); }, BoundedFile::Links::Refuse);
    if (!json)
        return std::unexpected(json.error());
    return parseDiskInfo(*json, plainText(path));
}

} // namespace Fathom
