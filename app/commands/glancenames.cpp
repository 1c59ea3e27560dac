// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/glancenames.h"

#include "app/commands/estateopening.h"
#include "base/boundedfile.h"
#include "base/directorylisting.h"
#include "host/novapaths.h"
#include "libvirt/domainxml.h"

#include <algorithm>

namespace Fathom {

namespace {

/// What cannot be read here tells no name, and that is all: the chain itself was read already.
void addFromDomainXml(GlanceNames &names, const NativePath &path)
{
    Result<BoundedFile> file = BoundedFile::open(path);
    if (!file || file->lengthBytes() > domainXmlLimitBytes)
        return;
    const Result<QByteArray> xml = file->readUpTo(0, domainXmlLimitBytes);
    if (!xml)
        return;
    if (const Result<DomainFacts> domain = readDomainXml(*xml, plainText(path)))
        names.add(domain->imageUuid);
}

bool hasUnknownBase(const GlanceNames &names, const BackingChain &chain)
{
    return std::ranges::any_of(chain.layers, [&](const ChainLayer &layer) {
        return !hashInBaseName(fileName(layer.path)).isEmpty() && names.imageOf(layer.path).isEmpty();
    });
}

} // namespace

void GlanceNames::add(const QString &uuid)
{
    if (!uuid.isEmpty())
        m_byHash.insert(baseNameOfImage(uuid), uuid);
}

QString GlanceNames::imageOf(const NativePath &path) const
{
    const NativePath name = fileName(path);
    if (std::ranges::find(m_stores, parentPath(path)) != m_stores.end())
        return uuidInName(name);
    return m_byHash.value(hashInBaseName(name));
}

GlanceNames glanceNames(const CommandRequest &request, const NativePath &disk, const NativePath &instancesRoot,
    const BackingChain &chain, Console &console)
{
    GlanceNames names;
    EstateSources named = namedSources(request, console);
    const bool usual = named.empty();
    if (usual)
        named = usualSources();
    const ResolvedSources sources = resolveSources(named);
    if (!usual) {
        for (const Error &problem : sources.problems)
            console.complain(problem);
    }
    for (const NativePath &store : sources.imageDirectories) {
        const Result<std::vector<DirectoryEntry>> entries = listDirectory(store, request.stop);
        if (!entries) {
            if (!usual)
                console.complain(entries.error());
            continue;
        }
        names.addStore(store);
        for (const DirectoryEntry &entry : *entries)
            if (isUuid(entry.name))
                names.add(QString::fromLatin1(entry.name));
    }
    addFromDomainXml(names, joinPath(parentPath(disk), "libvirt.xml"));

    const auto addDirectory = [&](const NativePath &directory, const NativePath &below) {
        const Result<std::vector<DirectoryEntry>> entries = listDirectory(directory, request.stop);
        if (!entries)
            return;
        for (const DirectoryEntry &entry : *entries) {
            if (request.stop.stop_requested() || !hasUnknownBase(names, chain))
                return;
            if (below.isEmpty() ? entry.name.endsWith(".xml") : entry.facts && entry.facts->kind == FileKind::Directory)
                addFromDomainXml(names, joinPath(joinPath(directory, entry.name), below));
        }
    };
    for (const NativePath &directory : sources.domainDirectories)
        addDirectory(directory, {});
    if (!instancesRoot.isEmpty())
        addDirectory(instancesRoot, "libvirt.xml");
    return names;
}

} // namespace Fathom
