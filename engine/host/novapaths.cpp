// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/novapaths.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace Fathom {

namespace {

bool isLowerHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

bool isDecimal(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

constexpr qsizetype sha1Digits = 40;
constexpr qsizetype uuidCharacters = 36;

struct FixedName {
    const char *name;
    EntryMeaning meaning;
};

constexpr FixedName instanceFileNames[] = {
    {"disk", EntryMeaning::RootDisk},
    {"disk.local", EntryMeaning::LocalDisk},
    {"disk.swap", EntryMeaning::SwapDisk},
    {"disk.config", EntryMeaning::ConfigDrive},
    {"disk.rescue", EntryMeaning::RescueDisk},
    {"disk.config.rescue", EntryMeaning::RescueConfigDrive},
    {"kernel", EntryMeaning::Kernel},
    {"ramdisk", EntryMeaning::Ramdisk},
    {"kernel.rescue", EntryMeaning::RescueKernel},
    {"ramdisk.rescue", EntryMeaning::RescueRamdisk},
    {"console.log", EntryMeaning::ConsoleLog},
    {"disk.info", EntryMeaning::DiskInfo},
    {"libvirt.xml", EntryMeaning::LibvirtXml},
    {"unrescue.xml", EntryMeaning::UnrescueXml},
};

/// "instance-0000002a": named after the row number of the instance, before Nova used UUIDs.
bool isOldInstanceName(QByteArrayView name)
{
    constexpr QByteArrayView prefix("instance-");
    return name.size() == prefix.size() + 8 && name.startsWith(prefix) &&
        std::ranges::all_of(name.sliced(prefix.size()), isLowerHexDigit);
}

QByteArrayView withoutEnding(QByteArrayView name, QByteArrayView ending)
{
    return name.endsWith(ending) ? name.chopped(ending.size()) : QByteArrayView();
}

EntryMeaning meaningBelowInstances(QByteArrayView name, bool directory, QByteArrayView cacheName)
{
    const auto belongsToInstance = [](QByteArrayView text) { return isUuid(text) || isOldInstanceName(text); };
    if (!directory)
        return name == "compute_nodes" ? EntryMeaning::ComputeNodes : EntryMeaning::Unknown;
    if (name == cacheName)
        return EntryMeaning::BaseCache;
    if (name == "locks")
        return EntryMeaning::Locks;
    if (name == "snapshots")
        return EntryMeaning::Snapshots;
    if (name == quarantineDirectoryName)
        return EntryMeaning::Quarantine;
    if (belongsToInstance(name))
        return EntryMeaning::InstanceDirectory;
    if (belongsToInstance(withoutEnding(name, "_resize")))
        return EntryMeaning::ResizeLeftover;
    if (belongsToInstance(withoutEnding(name, "_del")))
        return EntryMeaning::DeleteLeftover;
    return EntryMeaning::Unknown;
}

EntryMeaning meaningInInstance(QByteArrayView name, bool directory)
{
    if (directory)
        return name == "swtpm" || name == "vtpm" ? EntryMeaning::VtpmState : EntryMeaning::Unknown;
    for (const FixedName &fixed : instanceFileNames)
        if (name == QByteArrayView(fixed.name))
            return fixed.meaning;
    if (name.startsWith("disk.eph") && isDecimal(name.sliced(8)))
        return EntryMeaning::EphemeralDisk;
    // virtlogd keeps a few older parts beside the log.
    if (name.startsWith("console.log.") && isDecimal(name.sliced(12)))
        return EntryMeaning::ConsoleLog;
    if (name.endsWith("_VARS.fd"))
        return EntryMeaning::Nvram;
    return EntryMeaning::Unknown;
}

EntryMeaning meaningInCache(QByteArrayView name)
{
    if (name.endsWith(".part"))
        return EntryMeaning::BasePartial;
    if (name.endsWith(".converted"))
        return EntryMeaning::BaseConverting;
    if (name.startsWith("swap_") && isDecimal(name.sliced(5)))
        return EntryMeaning::BaseSwap;
    if (name.startsWith("ephemeral_") && name.size() > 10)
        return EntryMeaning::BaseEphemeral;
    if (isUuid(name))
        return EntryMeaning::BaseBootFile;
    if (hashInBaseName(name).isEmpty())
        return EntryMeaning::Unknown;
    const QByteArrayView rest = name.sliced(sha1Digits);
    if (rest.isEmpty())
        return EntryMeaning::BaseImage;
    if (rest == "_sm")
        return EntryMeaning::BaseSmall;
    return rest.startsWith('_') && isDecimal(rest.sliced(1)) ? EntryMeaning::BaseResized : EntryMeaning::Unknown;
}

} // namespace

EntryMeaning meaningOf(EntryMeaning inside, QByteArrayView name, FileKind kind, QByteArrayView cacheName)
{
    // A link is told by its name, though it is not followed; so is what only pretends to be a file (a FIFO "disk").
    const bool link = kind == FileKind::SymbolicLink;
    const bool directory = kind == FileKind::Directory;
    switch (inside) {
    case EntryMeaning::ImageStore:
        if (directory && name == quarantineDirectoryName)
            return EntryMeaning::Quarantine;
        return !directory && isUuid(name) ? EntryMeaning::StoredImage : EntryMeaning::Unknown;
    case EntryMeaning::InstancesRoot: {
        const EntryMeaning meaning = meaningBelowInstances(name, directory || link, cacheName);
        return meaning == EntryMeaning::Unknown && link ? meaningBelowInstances(name, false, cacheName) : meaning;
    }
    case EntryMeaning::InstanceDirectory:
    case EntryMeaning::ResizeLeftover:
    case EntryMeaning::DeleteLeftover: {
        const EntryMeaning meaning = meaningInInstance(name, directory);
        return meaning == EntryMeaning::Unknown && link ? meaningInInstance(name, true) : meaning;
    }
    case EntryMeaning::BaseCache: return directory ? EntryMeaning::Unknown : meaningInCache(name);
    case EntryMeaning::Locks: return directory ? EntryMeaning::Unknown : EntryMeaning::LockFile;
    case EntryMeaning::Snapshots:
        return directory && name.startsWith("tmp") ? EntryMeaning::SnapshotDirectory : EntryMeaning::Unknown;
    case EntryMeaning::SnapshotDirectory:
        if (directory)
            return EntryMeaning::Unknown;
        return name.endsWith(".delta") ? EntryMeaning::SnapshotDelta : EntryMeaning::SnapshotImage;
    default: return EntryMeaning::Unknown;
    }
}

bool isUuid(QByteArrayView text)
{
    if (text.size() != uuidCharacters)
        return false;
    for (qsizetype at = 0; at < uuidCharacters; ++at) {
        const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
        const char c = text[at];
        if (dash ? c != '-' : !(isLowerHexDigit(c) || (c >= 'A' && c <= 'F')))
            return false;
    }
    return true;
}

QString uuidInName(QByteArrayView name)
{
    for (const QByteArrayView candidate : {name, withoutEnding(name, "_resize"), withoutEnding(name, "_del")})
        if (isUuid(candidate))
            return QString::fromLatin1(candidate);
    return {};
}

QByteArray baseNameOfImage(const QString &imageUuid)
{
    return QCryptographicHash::hash(imageUuid.toUtf8(), QCryptographicHash::Sha1).toHex();
}

QByteArray hashInBaseName(QByteArrayView name)
{
    if (name.size() < sha1Digits || !std::ranges::all_of(name.first(sha1Digits), isLowerHexDigit))
        return {};
    if (name.size() > sha1Digits && name[sha1Digits] != '_' && name[sha1Digits] != '.')
        return {};
    return name.first(sha1Digits).toByteArray();
}

QString entryTitle(EntryMeaning meaning)
{
    return QCoreApplication::translate("NovaPaths", entryTraits(meaning).title);
}

QString entryPurpose(EntryMeaning meaning)
{
    return QCoreApplication::translate("NovaPaths", entryTraits(meaning).purpose);
}

} // namespace Fathom
