// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/novapaths.h"

#include <QCoreApplication>

#include <array>

namespace Fathom {

namespace {

using enum EntryMeaning;

// In the order of the enumeration, so that a meaning is its row's number.
constexpr std::array entryTable{
    EntryTraits{ImageStore, "image-store", "images/", QT_TRANSLATE_NOOP("NovaPaths", "image store"),
        QT_TRANSLATE_NOOP("NovaPaths", "Glance's file system store: one file per image, named by the image's UUID."),
        false, false, false},
    EntryTraits{StoredImage, "stored-image", "<image uuid>", QT_TRANSLATE_NOOP("NovaPaths", "image"),
        QT_TRANSLATE_NOOP("NovaPaths", "An image as it was uploaded to Glance; its name is the image's UUID."), false,
        true, false},

    EntryTraits{InstancesRoot, "instances-root", "instances/", QT_TRANSLATE_NOOP("NovaPaths", "instances directory"),
        QT_TRANSLATE_NOOP(
            "NovaPaths", "Where Nova keeps the disks of this host's instances and the base files that they stand on."),
        false, false, false},
    EntryTraits{InstanceDirectory, "instance", "<uuid>/", QT_TRANSLATE_NOOP("NovaPaths", "instance"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "The files of one instance; the directory is named by its UUID, by old Novas instance-XXXXXXXX."),
        false, false, false},
    EntryTraits{ResizeLeftover, "resize-leftover", "<uuid>_resize/",
        QT_TRANSLATE_NOOP("NovaPaths", "original of a resize"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "The instance as it was before a resize or migration; Nova removes it when the resize is confirmed."),
        false, false, true},
    EntryTraits{DeleteLeftover, "delete-leftover", "<uuid>_del/",
        QT_TRANSLATE_NOOP("NovaPaths", "instance being deleted"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "Renamed for deletion; Nova tries to remove it five times, every 300 seconds, and then leaves it."),
        false, false, true},
    EntryTraits{BaseCache, "base-cache", "_base/", QT_TRANSLATE_NOOP("NovaPaths", "image cache"),
        QT_TRANSLATE_NOOP(
            "NovaPaths", "The base files of this host: each is kept once, however many instances' disks stand on it."),
        false, false, false},
    EntryTraits{Locks, "locks", "locks/", QT_TRANSLATE_NOOP("NovaPaths", "locks"),
        QT_TRANSLATE_NOOP("NovaPaths", "Lock files that keep two Nova processes from making the same base file."),
        false, false, false},
    EntryTraits{Snapshots, "snapshots", "snapshots/", QT_TRANSLATE_NOOP("NovaPaths", "snapshots"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "Room for images that are being made from running instances; empty when no snapshot is taken."),
        false, false, false},
    EntryTraits{ComputeNodes, "compute-nodes", "compute_nodes", QT_TRANSLATE_NOOP("NovaPaths", "compute nodes"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "The hosts that use this directory and when each last said so; more than one means shared storage."),
        false, false, false},

    EntryTraits{RootDisk, "root-disk", "disk", QT_TRANSLATE_NOOP("NovaPaths", "root disk"),
        QT_TRANSLATE_NOOP("NovaPaths", "What the instance boots from: usually an overlay on a base file in _base."),
        true, true, false},
    EntryTraits{LocalDisk, "local-disk", "disk.local", QT_TRANSLATE_NOOP("NovaPaths", "local disk"),
        QT_TRANSLATE_NOOP(
            "NovaPaths", "The ephemeral disk as old Novas named it: empty space that lives as long as the instance."),
        true, true, false},
    EntryTraits{EphemeralDisk, "ephemeral-disk", "disk.ephN", QT_TRANSLATE_NOOP("NovaPaths", "ephemeral disk"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "Additional empty space of the flavor, an overlay on _base/ephemeral_…; it lives as long as the "
            "instance."),
        true, true, false},
    EntryTraits{SwapDisk, "swap-disk", "disk.swap", QT_TRANSLATE_NOOP("NovaPaths", "swap disk"),
        QT_TRANSLATE_NOOP("NovaPaths", "Swap space of the flavor, an overlay on _base/swap_…"), true, true, false},
    EntryTraits{ConfigDrive, "config-drive", "disk.config", QT_TRANSLATE_NOOP("NovaPaths", "config drive"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "Metadata and user data for the guest, an ISO or FAT image that Nova writes at the first boot."),
        true, true, false},
    EntryTraits{RescueDisk, "rescue-disk", "disk.rescue", QT_TRANSLATE_NOOP("NovaPaths", "rescue disk"),
        QT_TRANSLATE_NOOP(
            "NovaPaths", "What the instance boots from while it is in rescue mode; removed at the end of it."),
        true, true, true},
    EntryTraits{RescueConfigDrive, "rescue-config-drive", "disk.config.rescue",
        QT_TRANSLATE_NOOP("NovaPaths", "config drive for rescue"),
        QT_TRANSLATE_NOOP(
            "NovaPaths", "The config drive of the rescue mode, with the rescue password; removed at the end of it."),
        true, true, true},
    EntryTraits{Kernel, "kernel", "kernel", QT_TRANSLATE_NOOP("NovaPaths", "kernel"),
        QT_TRANSLATE_NOOP(
            "NovaPaths", "The Linux kernel that the host boots the guest with (an image with kernel_id)."),
        false, true, false},
    EntryTraits{Ramdisk, "ramdisk", "ramdisk", QT_TRANSLATE_NOOP("NovaPaths", "ramdisk"),
        QT_TRANSLATE_NOOP("NovaPaths", "The initial RAM disk that goes with the kernel (an image with ramdisk_id)."),
        false, true, false},
    EntryTraits{RescueKernel, "rescue-kernel", "kernel.rescue", QT_TRANSLATE_NOOP("NovaPaths", "rescue kernel"),
        QT_TRANSLATE_NOOP("NovaPaths", "The kernel of the rescue mode; removed at the end of it."), false, true, true},
    EntryTraits{RescueRamdisk, "rescue-ramdisk", "ramdisk.rescue", QT_TRANSLATE_NOOP("NovaPaths", "rescue ramdisk"),
        QT_TRANSLATE_NOOP("NovaPaths", "The initial RAM disk of the rescue mode; removed at the end of it."), false,
        true, true},
    EntryTraits{ConsoleLog, "console-log", "console.log", QT_TRANSLATE_NOOP("NovaPaths", "console log"),
        QT_TRANSLATE_NOOP("NovaPaths", "What the guest wrote to its serial console; written by QEMU or virtlogd."),
        false, false, false},
    EntryTraits{DiskInfo, "disk-info", "disk.info", QT_TRANSLATE_NOOP("NovaPaths", "disk formats"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "The formats of the disks as Nova made them, so that no guest can pass its disk off as another format; "
            "never change or delete it."),
        false, false, false},
    EntryTraits{LibvirtXml, "libvirt-xml", "libvirt.xml", QT_TRANSLATE_NOOP("NovaPaths", "domain XML"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "The domain as Nova up to 14.0.2 gave it to libvirt; a copy for reading, changes here have no effect."),
        false, false, false},
    EntryTraits{UnrescueXml, "unrescue-xml", "unrescue.xml", QT_TRANSLATE_NOOP("NovaPaths", "domain XML for unrescue"),
        QT_TRANSLATE_NOOP("NovaPaths", "The domain as it was before the rescue mode; Nova returns to it."), false,
        false, true},
    EntryTraits{Nvram, "nvram", "*_VARS.fd", QT_TRANSLATE_NOOP("NovaPaths", "UEFI variables"),
        QT_TRANSLATE_NOOP("NovaPaths", "The guest firmware's own settings (boot order, Secure Boot keys)."), false,
        false, false},
    EntryTraits{VtpmState, "vtpm-state", "swtpm/", QT_TRANSLATE_NOOP("NovaPaths", "virtual TPM"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "The state of the guest's virtual TPM, encrypted; disks that the guest sealed with it are lost without "
            "it."),
        false, false, false},

    EntryTraits{BaseImage, "base-image", "<sha1>", QT_TRANSLATE_NOOP("NovaPaths", "base file"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "A Glance image as the host unpacked it (usually to raw); its name is the SHA-1 of the image's UUID."),
        false, true, false},
    EntryTraits{BaseResized, "base-resized", "<sha1>_<GiB>", QT_TRANSLATE_NOOP("NovaPaths", "resized base file"),
        QT_TRANSLATE_NOOP(
            "NovaPaths", "A base file that an old Nova enlarged for one flavor; the number is the size in GiB."),
        false, true, false},
    EntryTraits{BaseSmall, "base-small", "<sha1>_sm", QT_TRANSLATE_NOOP("NovaPaths", "small base file"),
        QT_TRANSLATE_NOOP("NovaPaths", "A base file that an old Nova kept for the smallest flavor."), false, true,
        false},
    EntryTraits{BaseSwap, "base-swap", "swap_<MB>", QT_TRANSLATE_NOOP("NovaPaths", "swap base"),
        QT_TRANSLATE_NOOP("NovaPaths", "Formatted swap space that swap disks of this size (in MiB) stand on."), false,
        true, false},
    EntryTraits{BaseEphemeral, "base-ephemeral", "ephemeral_<GB>_<hash>",
        QT_TRANSLATE_NOOP("NovaPaths", "ephemeral base"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "An empty formatted file system that ephemeral disks of this size (in GiB) and file system stand on."),
        false, true, false},
    EntryTraits{BaseBootFile, "base-boot-file", "<uuid>", QT_TRANSLATE_NOOP("NovaPaths", "cached kernel or ramdisk"),
        QT_TRANSLATE_NOOP(
            "NovaPaths", "A kernel or ramdisk image as it was downloaded; its name is the image's own UUID."),
        false, true, false},
    EntryTraits{BasePartial, "base-partial", "*.part", QT_TRANSLATE_NOOP("NovaPaths", "download in progress"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "An image that is being downloaded from Glance; an old one is left over from a download that broke off."),
        false, true, true},
    EntryTraits{BaseConverting, "base-converting", "*.converted",
        QT_TRANSLATE_NOOP("NovaPaths", "conversion in progress"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "An image that is being converted to raw; an old one is left over from a conversion that broke off."),
        false, true, true},

    EntryTraits{LockFile, "lock-file", "nova-*", QT_TRANSLATE_NOOP("NovaPaths", "lock file"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "An empty file that a Nova process locks while it works on the base file of this "
            "name; it takes no space."),
        false, false, false},
    EntryTraits{SnapshotDirectory, "snapshot-directory", "tmp*/",
        QT_TRANSLATE_NOOP("NovaPaths", "snapshot in progress"),
        QT_TRANSLATE_NOOP(
            "NovaPaths", "Made while one snapshot is taken; an old one is left over from a snapshot that broke off."),
        false, false, true},
    EntryTraits{SnapshotDelta, "snapshot-delta", "*.delta", QT_TRANSLATE_NOOP("NovaPaths", "snapshot's copy"),
        QT_TRANSLATE_NOOP("NovaPaths", "The copy of a running instance's disk from which the snapshot is extracted."),
        false, true, true},
    EntryTraits{SnapshotImage, "snapshot-image", "<hash>", QT_TRANSLATE_NOOP("NovaPaths", "extracted snapshot"),
        QT_TRANSLATE_NOOP("NovaPaths", "The finished snapshot, on its way to Glance."), false, true, true},
    EntryTraits{Quarantine, "quarantine", ".fathom-quarantine/", QT_TRANSLATE_NOOP("NovaPaths", "quarantine"),
        QT_TRANSLATE_NOOP("NovaPaths",
            "What Fathom moved out of the way instead of deleting it; it takes its room until it is removed for good."),
        false, false, false},
    EntryTraits{Unknown, "unknown", "*", QT_TRANSLATE_NOOP("NovaPaths", "unknown"),
        QT_TRANSLATE_NOOP("NovaPaths", "Neither Glance nor Nova gives this name; somebody else put it here."), false,
        false, false},
};

constexpr bool inEnumerationOrder()
{
    for (std::size_t row = 0; row < entryTable.size(); ++row)
        if (static_cast<std::size_t>(entryTable[row].meaning) != row)
            return false;
    return entryTable.size() == static_cast<std::size_t>(Unknown) + 1;
}
static_assert(inEnumerationOrder(), "the table must follow the enumeration");

} // namespace

std::span<const EntryTraits> entryTraits()
{
    return entryTable;
}

const EntryTraits &entryTraits(EntryMeaning meaning)
{
    return entryTable[static_cast<std::size_t>(meaning)];
}

} // namespace Fathom
