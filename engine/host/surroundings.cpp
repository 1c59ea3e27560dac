// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/accesshint.h"
#include "host/instancereader.h"
#include "host/instancetree.h"
#include "host/smallfile.h"
#include "host/treenames.h"

namespace Fathom {

namespace {

constexpr QByteArrayView usualCacheName("_base");
constexpr qint64 domainXmlLimitBytes = 512 * 1024;

DiskSurroundings insideTree(const NativePath &root)
{
    DiskSurroundings surroundings;
    surroundings.instancesRoot = root;
    surroundings.policy.baseDirectories = {joinPath(root, usualCacheName.toByteArray())};
    return surroundings;
}

} // namespace

DiskSurroundings surroundingsOf(const NativePath &disk)
{
    const NativePath path = absolutePath(disk);
    const NativePath directory = parentPath(path);
    const NativePath root = parentPath(directory);
    const EntryMeaning meaning = meaningOf(EntryMeaning::InstancesRoot, fileName(directory), FileKind::Directory);
    if (meaning == EntryMeaning::BaseCache)
        return insideTree(root);
    if (meaning != EntryMeaning::InstanceDirectory && meaning != EntryMeaning::ResizeLeftover &&
        meaning != EntryMeaning::DeleteLeftover)
        return {};

    DiskSurroundings surroundings = insideTree(root);
    NamedDisks named{.root = root, .canonicalRoot = canonicalPath(root), .directoryName = fileName(directory)};
    if (Result<QMap<QByteArray, QString>> formats = readDiskInfo(joinPath(directory, "disk.info")))
        named.diskInfo = std::move(*formats);
    if (named.diskInfo.isEmpty())
        if (Result<QByteArray> xml = readSmallFile(
                joinPath(directory, "libvirt.xml"), domainXmlLimitBytes, [] { return QStringLiteral("libvirt.xml"); },
                BoundedFile::Links::Refuse))
            named.domainXml = std::move(*xml);
    surroundings.declaredFormat = declaredFormatOf(named, fileName(path));
    surroundings.policy.relocations = relocationsOf(named);
    return surroundings;
}

} // namespace Fathom
