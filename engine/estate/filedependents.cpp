// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/filedependents.h"

#include "base/directorylisting.h"
#include "estate/estatescan.h"
#include "host/accesshint.h"
#include "host/instancetree.h"
#include "host/smallfile.h"
#include "libvirt/domainxml.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FileDependents)
};

constexpr qint64 computeNodesLimitBytes = 1024 * 1024;

QString action()
{
    return Text::tr("see who needs a file");
}

/// What a directory that the user names holds.
Result<void> addNamed(EstateSources &sources, const NativePath &directory)
{
    const NativePath path = canonicalPath(absolutePath(directory));
    const Result<FileFacts> facts = fileFacts(path);
    if (!facts)
        return std::unexpected(facts.error());
    if (facts->kind != FileKind::Directory)
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = action(),
            .subject = plainText(path),
            .reason = Text::tr("it is no directory")});
    const bool instances =
        fileFacts(joinPath(path, "_base")).has_value() || fileFacts(joinPath(path, "compute_nodes")).has_value();
    (instances ? sources.instanceDirectories : sources.imageDirectories).push_back(path);
    return {};
}

Result<EstateSources> whomToAsk(EstateSources sources, const FilePlace &place, const std::vector<NativePath> &lookIn)
{
    (place.inInstanceTree ? sources.instanceDirectories : sources.imageDirectories).push_back(place.root);
    for (const NativePath &directory : lookIn)
        if (const Result<void> added = addNamed(sources, directory); !added)
            return std::unexpected(added.error());
    return sources;
}

bool isIt(const ChainNode &node, const NativePath &path, const FileFacts &facts)
{
    if (facts.kind == FileKind::Directory)
        return isBelow(node.path, path);
    return node.path == path || (node.facts && node.facts->device == facts.device && node.facts->inode == facts.inode);
}

void addChains(FileDependents &found, const Estate &estate, const NativePath &path, const FileFacts &facts)
{
    const std::vector<ChainNode> &nodes = estate.chains.nodes();
    QStringList made;
    for (const ChainEdge &edge : estate.chains.edges()) {
        const ChainNode &lower = nodes[static_cast<std::size_t>(edge.lower)];
        const ChainNode &upper = nodes[static_cast<std::size_t>(edge.upper)];
        if (!isIt(lower, path, facts) || (facts.kind == FileKind::Directory && isBelow(upper.path, path)))
            continue;
        if (edge.kind == ChainEdgeKind::StandsOn)
            found.needing.append(upper.subtitle.isEmpty()
                    ? Text::tr("%1 stands on it").arg(plainText(upper.path))
                    : Text::tr("%1 stands on it (%2)", "a disk; whose").arg(plainText(upper.path), upper.subtitle));
        else
            made.append(plainText(upper.path));
    }
    for (const QString &base : std::as_const(made))
        found.notes.append(Text::tr("%1 was made from it, and does not need it any more").arg(base));
}

/// Nova's own: a file of an instance, or the instance itself while libvirt knows it.
void addOwner(FileDependents &found, const Estate &estate, const NativePath &path, const FilePlace &place)
{
    for (const EstateInstance &instance : estate.instances) {
        if (place.inside == EntryMeaning::InstanceDirectory && instance.path == parentPath(path))
            found.needing.append(Text::tr("it belongs to the instance %1").arg(instance.displayName()));
        // Its own libvirt.xml goes with it, and says nothing of what libvirt knows.
        const bool known = instance.domain && instance.domainSource != plainText(joinPath(path, "libvirt.xml"));
        if (place.meaning == EntryMeaning::InstanceDirectory && instance.path == path && known)
            found.needing.append(
                Text::tr("libvirt's domain %1 is this instance").arg(plainText(instance.domain->name.toUtf8())));
    }
}

/// Whether a disk's file, or one that it stands on, is it.
bool standsOn(const DomainDisk &disk, const NativePath &path, const FileFacts &facts, const std::stop_token &stop)
{
    if (!disk.source.startsWith('/'))
        return false;
    if (facts.kind == FileKind::Directory)
        return isBelow(cleanPath(disk.source), path) || isBelow(canonicalPath(disk.source), path);
    if (cleanPath(disk.source) == path)
        return true;
    LayerReader reader;
    const BackingChain chain = resolveChain(canonicalPath(disk.source), disk.driverFormat, reader, {}, stop);
    return std::ranges::any_of(chain.layers, [&](const ChainLayer &layer) {
        return layer.facts && layer.facts->device == facts.device && layer.facts->inode == facts.inode;
    });
}

void addDomain(FileDependents &found, const DomainFacts &domain, const NativePath &path, const FileFacts &facts,
    const std::stop_token &stop)
{
    if (std::ranges::any_of(domain.disks, [&](const DomainDisk &disk) { return standsOn(disk, path, facts, stop); }))
        found.needing.append(
            Text::tr("a disk of libvirt's domain %1 stands on it, or is it").arg(plainText(domain.name.toUtf8())));
}

/// The domains that libvirt keeps on this machine, whether Nova made them or not.
void addDomains(FileDependents &found, const NativePath &directory, const NativePath &path, const FileFacts &facts,
    const std::stop_token &stop)
{
    const Result<OpenDirectory> opened = OpenDirectory::open(directory);
    const Result<std::vector<DirectoryName>> names =
        opened ? listNames(*opened, stop) : std::unexpected(opened.error());
    if (!names) {
        if (names.error().kind != ErrorKind::NotFound)
            found.silent.append(sentence(names.error()));
        return;
    }
    int heard = 0;
    for (const DirectoryName &entry : *names) {
        if (!entry.name.endsWith(".xml"))
            continue;
        const NativePath file = joinPath(directory, entry.name);
        const Result<QByteArray> xml = readSmallFile(
            file, domainXmlLimitBytes, [] { return Text::tr("a domain's XML"); }, BoundedFile::Links::Refuse);
        const Result<DomainFacts> domain = xml ? readDomainXml(*xml, plainText(file)) : std::unexpected(xml.error());
        if (!domain) {
            found.silent.append(sentence(domain.error()));
            continue;
        }
        ++heard;
        addDomain(found, *domain, path, facts, stop);
    }
    found.asked.append(Text::tr("%1: %n domain(s) of libvirt", nullptr, heard).arg(plainText(directory)));
}

/// Guests of other hosts on shared storage have files open that nobody sees from here.
void addOtherHosts(FileDependents &found, const NativePath &root)
{
    const NativePath file = joinPath(root, "compute_nodes");
    const Result<QByteArray> json = readSmallFile(
        file, computeNodesLimitBytes, [] { return QStringLiteral("compute_nodes"); }, BoundedFile::Links::Refuse);
    if (!json) {
        if (json.error().kind != ErrorKind::NotFound)
            found.silent.append(sentence(json.error()));
        return;
    }
    const Result<QStringList> hosts = parseComputeNodes(*json, plainText(file));
    if (!hosts)
        found.silent.append(sentence(hosts.error()));
    else if (hosts->size() > 1)
        found.silent.append(Text::tr("%n hosts use %1; what their guests have open is seen on each of them alone",
            nullptr, static_cast<int>(hosts->size()))
                .arg(plainText(root)));
}

void addProblems(FileDependents &found, const std::vector<Error> &problems)
{
    constexpr std::size_t told = 5;
    for (std::size_t i = 0; i < std::min(told, problems.size()); ++i)
        found.silent.append(sentence(problems[i]));
    if (problems.size() > told)
        found.silent.append(
            Text::tr("%n more could not be read there", nullptr, static_cast<int>(problems.size() - told)));
}

bool isOfInstance(EntryMeaning meaning)
{
    return meaning == EntryMeaning::InstanceDirectory || meaning == EntryMeaning::ResizeLeftover ||
        meaning == EntryMeaning::DeleteLeftover;
}

void addWitnesses(FileDependents &found, const Estate &estate, const FilePlace &place)
{
    for (const EstateSource &source : estate.sources) {
        const bool heard = source.health == SourceHealth::Good;
        const QString when = QDateTime::fromSecsSinceEpoch(source.readAtSeconds).toString(Qt::ISODate);
        if (heard)
            found.asked.append(Text::tr("%1: %n entries, read at %2", nullptr, static_cast<int>(source.entries))
                    .arg(plainText(source.path), when));
        else if (!source.problems.empty())
            addProblems(found, source.problems);
        else if (source.health != SourceHealth::Waiting)
            found.silent.append(Text::tr("%1 was not read to its end").arg(plainText(source.path)));
    }
    if (place.inInstanceTree)
        addOtherHosts(found, place.root);
    if (place.meaning == EntryMeaning::StoredImage)
        found.silent.append(Text::tr("Glance was not asked whether it still has this image"));
    if (isOfInstance(place.meaning) || isOfInstance(place.inside))
        found.silent.append(Text::tr("Nova was not asked whether it still has this instance"));
}

} // namespace

Result<FileDependents> findDependents(const NativePath &path, const FileFacts &facts, const FilePlace &place,
    const EstateSources &machine, const std::vector<NativePath> &lookIn, const std::stop_token &stop)
{
    const Result<EstateSources> sources = whomToAsk(machine, place, lookIn);
    if (!sources)
        return std::unexpected(sources.error());
    const EstatePtr estate = scanEstate(*sources, stop);
    FileDependents found;
    addChains(found, *estate, path, facts);
    addOwner(found, *estate, path, place);
    for (const NativePath &directory : sources->domainDirectories)
        addDomains(found, directory, path, facts, stop);
    addWitnesses(found, *estate, place);
    if (stop.stop_requested())
        return std::unexpected(Error{.kind = ErrorKind::Cancelled,
            .action = action(),
            .subject = plainText(path),
            .reason = Text::tr("it was cancelled")});
    found.needing.removeDuplicates();
    found.silent.removeDuplicates();
    return found;
}

} // namespace Fathom
