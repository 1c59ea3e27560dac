// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/recoverplan.h"

#include "base/directorylisting.h"
#include "estate/estatesources.h"
#include "host/accesshint.h"
#include "host/instancereader.h"
#include "host/smallfile.h"
#include "host/treenames.h"
#include "jobs/sourceimage.h"

#include <QCoreApplication>

#include <algorithm>

namespace Fathom {

namespace {

struct RecoverText {
    Q_DECLARE_TR_FUNCTIONS(RecoverJob)
};

Error recoverError(ErrorKind kind, const NativePath &subject, const QString &reason, const QString &hint = {})
{
    return {.kind = kind, .action = recoverAction(), .subject = plainText(subject), .reason = reason, .hint = hint};
}

bool isWanted(EntryMeaning meaning)
{
    return entryTraits(meaning).isDisk && meaning != EntryMeaning::RescueDisk &&
        meaning != EntryMeaning::RescueConfigDrive;
}

bool isCopied(EntryMeaning meaning)
{
    switch (meaning) {
    case EntryMeaning::Nvram:
    case EntryMeaning::LibvirtXml:
    case EntryMeaning::ConsoleLog:
    case EntryMeaning::Kernel:
    case EntryMeaning::Ramdisk: return true;
    default: return false;
    }
}

class Finder {
public:
    Finder(const RecoverRequest &request, const std::stop_token &stop)
        : m_request(request)
        , m_stop(stop)
    {
        m_found.directory = absolutePath(request.instance);
    }

    Result<RecoverySources> find()
    {
        if (const Result<FileFacts> facts = fileFacts(canonicalPath(m_found.directory));
            facts && facts->kind != FileKind::Directory)
            return std::unexpected(recoverError(ErrorKind::Usage, m_found.directory,
                RecoverText::tr("it is a %1").arg(fileKindText(facts->kind)),
                RecoverText::tr("Name the directory of one instance; its disks are called “disk”, “disk.eph0”, …")));
        const Result<std::vector<DirectoryEntry>> entries = listDirectory(m_found.directory, m_stop);
        if (!entries)
            return std::unexpected(withAccessHint(entries.error(), m_found.directory));
        m_found.uuid = uuidInName(fileName(m_found.directory));
        for (const NativePath &name : m_request.without)
            if (std::ranges::find(*entries, name, &DirectoryEntry::name) == entries->end())
                return std::unexpected(recoverError(ErrorKind::Usage, joinPath(m_found.directory, name),
                    RecoverText::tr("there is no such disk to be left out")));
        for (const auto &[disk, file] : m_request.bases)
            if (const NativePath name = disk.isEmpty() ? NativePath("disk") : disk;
                std::ranges::find(*entries, name, &DirectoryEntry::name) == entries->end())
                return std::unexpected(recoverError(ErrorKind::Usage, joinPath(m_found.directory, name),
                    RecoverText::tr("there is no such disk that could stand on a file")));
        readNames();
        chooseDirectories();
        readDomain();
        for (const DirectoryEntry &entry : *entries)
            if (const Result<void> taken = take(entry); !taken)
                return std::unexpected(taken.error());
        if (m_found.disks.empty())
            return std::unexpected(recoverError(ErrorKind::NotFound, m_found.directory,
                RecoverText::tr("it holds no disk that could be recovered"),
                RecoverText::tr("Name the directory of one instance; its disks are called “disk”, “disk.eph0”, …")));
        std::ranges::stable_sort(m_found.disks, {}, &DiskToRecover::meaning);
        return std::move(m_found);
    }

private:
    void readNames()
    {
        const NativePath root = parentPath(m_found.directory);
        m_names = {.root = root, .canonicalRoot = canonicalPath(root), .directoryName = fileName(m_found.directory)};
        if (Result<QMap<QByteArray, QString>> formats = readDiskInfo(joinPath(m_found.directory, "disk.info")))
            m_names.diskInfo = *std::move(formats);
        if (const Result<QByteArray> xml = readXml(joinPath(m_found.directory, "libvirt.xml")))
            m_names.domainXml = *xml;
    }

    /// The tree that it lies in, what the user names, and this machine's usual places.
    void chooseDirectories()
    {
        const ResolvedSources usual = resolveSources(usualSources());
        std::vector<NativePath> named{parentPath(m_found.directory)};
        for (const NativePath &directory : m_request.lookIn)
            named.push_back(absolutePath(directory));
        for (const auto &list : {usual.instanceDirectories, usual.imageDirectories})
            named.insert(named.end(), list.begin(), list.end());
        for (const NativePath &directory : named)
            for (const NativePath &place : {joinPath(directory, "_base"), directory})
                if (fileFacts(place) && !std::ranges::contains(m_search.directories, place))
                    m_search.directories.push_back(place);
        m_policy.relocations = relocationsOf(m_names);
        m_policy.baseDirectories = m_search.directories;
        m_domainDirectories = m_request.lookIn;
        m_domainDirectories.insert(
            m_domainDirectories.end(), usual.domainDirectories.begin(), usual.domainDirectories.end());
    }

    static Result<QByteArray> readXml(const NativePath &path)
    {
        return readSmallFile(
            path, domainXmlLimitBytes, [] { return RecoverText::tr("a domain's XML"); }, BoundedFile::Links::Refuse);
    }

    bool tryDomain(const NativePath &path, const QByteArray &xml)
    {
        Result<DomainFacts> facts = readDomainXml(xml, plainText(path));
        if (!facts || (!m_found.uuid.isEmpty() && facts->uuid != m_found.uuid))
            return false;
        m_found.domain = *std::move(facts);
        m_found.domainXml = xml;
        m_found.domainSource = plainText(path);
        return true;
    }

    /// Its own libvirt.xml, as old Novas wrote it, or what libvirt keeps of it.
    void readDomain()
    {
        bool known =
            !m_names.domainXml.isEmpty() && tryDomain(joinPath(m_found.directory, "libvirt.xml"), m_names.domainXml);
        for (const NativePath &directory : m_domainDirectories) {
            const Result<std::vector<DirectoryEntry>> entries = listDirectory(directory, m_stop);
            if (known || m_found.uuid.isEmpty() || !entries)
                continue;
            for (const DirectoryEntry &entry : *entries) {
                const NativePath path = joinPath(directory, entry.name);
                if (known || !entry.name.endsWith(".xml"))
                    continue;
                if (const Result<QByteArray> xml = readXml(path))
                    known = tryDomain(path, *xml);
            }
        }
        m_search.domain = m_found.domain;
        if (m_found.uuid.isEmpty() && m_found.domain)
            m_found.uuid = m_found.domain->uuid;
    }

    Result<void> take(const DirectoryEntry &entry)
    {
        const NativePath path = joinPath(m_found.directory, entry.name);
        if (!entry.facts || entry.facts->kind != FileKind::Regular) {
            m_found.left.append(RecoverText::tr("%1 is no file").arg(plainText(path)));
            return {};
        }
        const EntryMeaning meaning = meaningOf(EntryMeaning::InstanceDirectory, entry.name, FileKind::Regular);
        if (std::ranges::contains(m_request.without, entry.name))
            m_found.left.append(RecoverText::tr("%1, as it was wished").arg(plainText(path)));
        else if (isWanted(meaning))
            return takeDisk(path, meaning);
        else if (isCopied(meaning))
            takeOther(path);
        else if (meaning != EntryMeaning::DiskInfo) // it was read, and names what is no more
            m_found.left.append(
                RecoverText::tr("%1: %2", "a file; what it is").arg(plainText(path), entryTitle(meaning)));
        return {};
    }

    /// What is only useful must not keep the disks from coming back.
    void takeOther(const NativePath &path)
    {
        if (const Result<FileFacts> facts = sourceFacts(path))
            m_found.others.push_back(path);
        else
            m_found.left.append(sentence(facts.error()));
    }

    std::optional<ImageFormat> declaredFormat(const NativePath &name) const
    {
        if (const std::optional<ImageFormat> format = formatFromName(declaredFormatOf(m_names, name)))
            return format;
        // The directory may have any name by now; its disks have their own.
        std::optional<ImageFormat> only;
        for (auto entry = m_names.diskInfo.constBegin(); entry != m_names.diskInfo.constEnd(); ++entry)
            if (fileName(entry.key()) == name)
                only = formatFromName(*entry);
        if (only)
            return only;
        if (m_found.domain)
            for (const DomainDisk &disk : m_found.domain->disks)
                if (fileName(disk.source) == name)
                    return formatFromName(disk.driverFormat);
        return {};
    }

    Result<void> takeDisk(const NativePath &path, EntryMeaning meaning)
    {
        DiskToRecover disk{
            .path = path, .meaning = meaning, .declared = declaredFormat(fileName(path)), .target = fileName(path)};
        if (const Result<void> named = refuseUnnameable(recoverAction(), path); !named)
            return named;
        if (const Result<void> free = refuseIfHeld(path); !free)
            return free;
        LayerReader reader;
        const BackingChain chain = resolveChain(path,
            disk.declared ? QString::fromLatin1(formatTraits(*disk.declared).id) : QString(), reader, m_policy, m_stop);
        const ChainLayer &top = chain.layers.front();
        if (!top.info)
            return std::unexpected(top.error ? *top.error : recoverError(ErrorKind::Malformed, path, {}));
        disk.file = {path, top.info->format, top.info->virtualSizeBytes};
        disk.facts = top.facts.value_or(FileFacts{});
        disk.plain = meaning == EntryMeaning::ConfigDrive && chain.layers.size() == 1;
        if (!disk.plain)
            if (const Result<void> safe =
                    refuseUnsafe(recoverAction(), path, *top.info, disk.declared, {QLatin1StringView("backing-file")});
                !safe)
                return safe;
        for (std::size_t i = 1; i < chain.layers.size(); ++i) {
            const Result<RecoveredBase> base = baseOf(disk, chain.layers[i], *chain.layers[i - 1].info);
            if (!base)
                return std::unexpected(base.error());
            disk.bases.push_back(keep(*base));
        }
        m_found.disks.push_back(std::move(disk));
        return {};
    }

    NativePath chosenFor(const NativePath &disk) const
    {
        for (const auto &[name, file] : m_request.bases)
            if (name == disk || (name.isEmpty() && disk == "disk"))
                return absolutePath(file);
        return {};
    }

    Result<RecoveredBase> baseOf(const DiskToRecover &disk, const ChainLayer &layer, const ImageInfo &overlay) const
    {
        const NativePath chosen = chosenFor(fileName(disk.path));
        if (layer.state == LinkState::Missing || (!chosen.isEmpty() && layer.info && layer.info->backingFile.isEmpty()))
            return findMissingBase(layer, overlay, m_search, chosen, m_stop);
        if (layer.state != LinkState::Whole)
            return std::unexpected(layer.error
                    ? *layer.error
                    : recoverError(ErrorKind::Malformed, layer.path, linkStateText(layer.state)));
        if (const Result<void> safe = refuseUnsafe(recoverAction(), layer.path, *layer.info,
                formatFromName(layer.declaredFormat), {QLatin1StringView("backing-file")});
            !safe)
            return std::unexpected(safe.error());
        return foundBase(layer, overlay, m_search);
    }

    /// Disks may stand on the same base; it is copied once.
    std::size_t keep(const RecoveredBase &base)
    {
        const auto known = std::ranges::find_if(m_found.bases,
            [&](const RecoveredBase &other) { return other.file == base.file && other.recorded == base.recorded; });
        if (known != m_found.bases.end())
            return static_cast<std::size_t>(known - m_found.bases.begin());
        m_found.bases.push_back(base);
        return m_found.bases.size() - 1;
    }

    const RecoverRequest &m_request;
    const std::stop_token m_stop;
    RecoverySources m_found;
    NamedDisks m_names;
    BaseSearch m_search;
    ChainPolicy m_policy;
    std::vector<NativePath> m_domainDirectories;
};

} // namespace

Result<RecoverySources> findRecoverySources(const RecoverRequest &request, const std::stop_token &stop)
{
    return Finder(request, stop).find();
}

} // namespace Fathom
