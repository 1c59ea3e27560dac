// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filefacts.h"

#include <QByteArrayView>
#include <QString>

#include <span>

namespace Fathom {

/// What an entry of Glance's or Nova's directories is for.
enum class EntryMeaning {
    // below the image store
    ImageStore,
    StoredImage,
    // below instances/
    InstancesRoot,
    InstanceDirectory,
    ResizeLeftover, ///< <uuid>_resize: the original until the resize is confirmed
    DeleteLeftover, ///< <uuid>_del: renamed for deletion
    BaseCache,
    Locks,
    Snapshots,
    ComputeNodes,
    // below an instance's directory
    RootDisk, ///< disk
    LocalDisk, ///< disk.local
    EphemeralDisk, ///< disk.ephN
    SwapDisk,
    ConfigDrive,
    RescueDisk,
    RescueConfigDrive,
    Kernel,
    Ramdisk,
    RescueKernel,
    RescueRamdisk,
    ConsoleLog,
    DiskInfo,
    LibvirtXml,
    UnrescueXml,
    Nvram, ///< *_VARS.fd: the UEFI firmware's variables
    VtpmState, ///< swtpm/: state of the virtual TPM
    // below _base
    BaseImage, ///< <sha1 of the image's UUID>
    BaseResized, ///< <sha1>_<GiB>
    BaseSmall, ///< <sha1>_sm
    BaseSwap, ///< swap_<MB>
    BaseEphemeral, ///< ephemeral_<GB>_<7 characters>
    BaseBootFile, ///< <image uuid>: a kernel or ramdisk image, cached under its own UUID
    BasePartial, ///< .part: download in progress, or left over
    BaseConverting, ///< .converted: conversion in progress, or left over
    // below locks, snapshots
    LockFile,
    SnapshotDirectory,
    SnapshotDelta,
    SnapshotImage, ///< the extracted snapshot, on its way to Glance
    // below any of them
    Quarantine, ///< .fathom-quarantine: what Fathom moved out of the way
    Unknown,
};

/// What is true of a meaning; the one table of the names.
struct EntryTraits {
    EntryMeaning meaning;
    const char *id; ///< stable, for JSON: "root-disk"
    const char *pattern; ///< for documentation: "disk.ephN"
    const char *title; ///< English source, translated in context "NovaPaths": "ephemeral disk"
    const char *purpose; ///< one sentence, likewise
    bool isDisk; ///< an instance's disk whose chain is followed
    bool isImage; ///< worth looking into with inspectImage()
    bool leftover; ///< may only be in passing; if old, it eats space for nothing
};

std::span<const EntryTraits> entryTraits();
const EntryTraits &entryTraits(EntryMeaning meaning);
QString entryTitle(EntryMeaning meaning);
QString entryPurpose(EntryMeaning meaning);

/// What the entry `name` inside a directory of meaning `inside` is for, by its name and kind.
/// cacheName: what nova.conf calls the base cache ("_base").
EntryMeaning meaningOf(EntryMeaning inside, QByteArrayView name, FileKind kind, QByteArrayView cacheName = "_base");

/// What a directory is called that Fathom moves things into, in a directory of images or instances.
inline constexpr QByteArrayView quarantineDirectoryName = ".fathom-quarantine";

/// The UUID in "<uuid>", "<uuid>_resize", "<uuid>_del"; empty for old "instance-XXXXXXXX" names and others.
QString uuidInName(QByteArrayView name);
bool isUuid(QByteArrayView text);

/// The name of an image's base file: sha1 over the UUID's text, 40 hexadecimal digits.
QByteArray baseNameOfImage(const QString &imageUuid);
/// The sha1 in a base's name ("<sha1>", "<sha1>_20", "<sha1>.part", …), empty for swap and ephemeral bases.
QByteArray hashInBaseName(QByteArrayView name);

} // namespace Fathom
