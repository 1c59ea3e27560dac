// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/treenames.h"

#include "host/novapaths.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace Fathom {

namespace {

/// "<root>/<directory>/<disk>", taken apart.
struct DiskName {
    NativePath root;
    NativePath directory;
    NativePath disk;
};

std::optional<DiskName> takenApart(const NativePath &named)
{
    if (!named.startsWith('/') || named.contains('\0') || named.split('/').contains(".."))
        return {};
    const NativePath path = cleanPath(named);
    const NativePath parent = parentPath(path);
    return DiskName{.root = parentPath(parent), .directory = fileName(parent), .disk = fileName(path)};
}

/// A directory that was renamed ("<uuid>_resize") holds a disk.info with the names from before.
bool isSameInstance(const NativePath &namedDirectory, const NativePath &foundDirectory)
{
    const QString uuid = uuidInName(foundDirectory);
    return namedDirectory == foundDirectory || (!uuid.isEmpty() && namedDirectory == uuid.toLatin1());
}

// What a domain's XML names beyond that many sources is no disk of a sound instance.
constexpr int mostSources = 64;

/// The values of file='…' in the <source> elements, found without understanding the XML: nothing is decided by them but
/// where copied files may be looked for. Escaped names are left out.
std::vector<NativePath> sourceFiles(const QByteArray &xml)
{
    std::vector<NativePath> files;
    for (qsizetype at = xml.indexOf("<source"); at >= 0; at = xml.indexOf("<source", at + 1)) {
        const qsizetype end = xml.indexOf('>', at);
        if (end < 0 || files.size() >= mostSources)
            break;
        const QByteArrayView tag = QByteArrayView(xml).sliced(at, end - at);
        const qsizetype attribute = tag.indexOf(" file=");
        if (attribute < 0 || attribute + 7 >= tag.size())
            continue;
        const QByteArrayView value = tag.sliced(attribute + 7);
        const qsizetype close = value.indexOf(tag[attribute + 6]);
        if (close > 0 && !value.first(close).contains('&'))
            files.push_back(value.first(close).toByteArray());
    }
    return files;
}

} // namespace

QString declaredFormatOf(const NamedDisks &named, const NativePath &diskName)
{
    for (const NativePath &root : {named.root, named.canonicalRoot}) {
        const auto exact = named.diskInfo.constFind(joinPath(joinPath(root, named.directoryName), diskName));
        if (exact != named.diskInfo.constEnd())
            return *exact;
    }
    QSet<QString> formats;
    for (auto entry = named.diskInfo.constBegin(); entry != named.diskInfo.constEnd(); ++entry) {
        const std::optional<DiskName> name = takenApart(entry.key());
        if (name && name->disk == diskName && isSameInstance(name->directory, named.directoryName))
            formats.insert(*entry);
    }
    return formats.size() == 1 ? *formats.constBegin() : QString();
}

std::vector<Relocation> relocationsOf(const NamedDisks &named)
{
    const QList<QByteArray> listed = named.diskInfo.keys();
    const std::vector<NativePath> paths =
        listed.isEmpty() ? sourceFiles(named.domainXml) : std::vector<NativePath>(listed.begin(), listed.end());
    std::vector<Relocation> relocations;
    for (const NativePath &path : paths) {
        const std::optional<DiskName> name = takenApart(path);
        if (!name || !isSameInstance(name->directory, named.directoryName) || name->root == "/" ||
            name->root == named.root || name->root == named.canonicalRoot)
            continue;
        const Relocation relocation{.from = name->root, .to = named.root};
        if (!std::ranges::contains(relocations, relocation))
            relocations.push_back(relocation);
    }
    return relocations;
}

} // namespace Fathom
