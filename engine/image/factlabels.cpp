// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/factlabels.h"

#include <QCoreApplication>

#include <array>

namespace Fathom {

namespace {

struct LabelRow {
    const char *key;
    FactKind kind;
    const char *label;
    const char *item = nullptr;
};

using enum FactKind;

constexpr std::array labelRows{
    // qcow2
    LabelRow{"compat", Bare, QT_TRANSLATE_NOOP("FactLabels", "Compatibility level")},
    LabelRow{"compression-type", Text, QT_TRANSLATE_NOOP("FactLabels", "Compression")},
    LabelRow{"lazy-refcounts", Text, QT_TRANSLATE_NOOP("FactLabels", "Lazy reference counts")},
    LabelRow{"refcount-bits", Bits, QT_TRANSLATE_NOOP("FactLabels", "Reference count width")},
    LabelRow{"corrupt", Text, QT_TRANSLATE_NOOP("FactLabels", "Marked as corrupt")},
    LabelRow{"extended-l2", Text, QT_TRANSLATE_NOOP("FactLabels", "Extended L2 entries")},
    LabelRow{"data-file", Hidden, QT_TRANSLATE_NOOP("FactLabels", "Data file")},
    LabelRow{"data-file-raw", Text, QT_TRANSLATE_NOOP("FactLabels", "Data file is raw")},
    LabelRow{"bitmaps", Text, QT_TRANSLATE_NOOP("FactLabels", "Bitmaps"), QT_TRANSLATE_NOOP("FactLabels", "Bitmap %1")},
    LabelRow{"granularity", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Granularity")},
    LabelRow{"flags", Text, QT_TRANSLATE_NOOP("FactLabels", "Flags")},
    LabelRow{"stale-bitmaps", Text, QT_TRANSLATE_NOOP("FactLabels", "Bitmaps are out of date")},
    LabelRow{"encrypt", Text, QT_TRANSLATE_NOOP("FactLabels", "Encryption")},
    // LUKS
    LabelRow{"cipher", Text, QT_TRANSLATE_NOOP("FactLabels", "Cipher")},
    LabelRow{"cipher-alg", Text, QT_TRANSLATE_NOOP("FactLabels", "Cipher")},
    LabelRow{"cipher-mode", Text, QT_TRANSLATE_NOOP("FactLabels", "Cipher mode")},
    LabelRow{"hash-alg", Text, QT_TRANSLATE_NOOP("FactLabels", "Hash")},
    LabelRow{"ivgen-alg", Text, QT_TRANSLATE_NOOP("FactLabels", "IV generator")},
    LabelRow{"ivgen-hash-alg", Text, QT_TRANSLATE_NOOP("FactLabels", "IV generator's hash")},
    LabelRow{"detached-header", Text, QT_TRANSLATE_NOOP("FactLabels", "Header is a file of its own")},
    LabelRow{"payload-offset", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Data begin at")},
    LabelRow{"master-key-iters", Count, QT_TRANSLATE_NOOP("FactLabels", "Master key iterations")},
    LabelRow{
        "slots", Text, QT_TRANSLATE_NOOP("FactLabels", "Key slots"), QT_TRANSLATE_NOOP("FactLabels", "Key slot %1")},
    LabelRow{"key-slots", Text, QT_TRANSLATE_NOOP("FactLabels", "Key slots"),
        QT_TRANSLATE_NOOP("FactLabels", "Key slot %1")},
    LabelRow{"active", Text, QT_TRANSLATE_NOOP("FactLabels", "In use")},
    LabelRow{"iters", Count, QT_TRANSLATE_NOOP("FactLabels", "Iterations")},
    LabelRow{"key-offset", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Key material at")},
    LabelRow{"stripes", Count, QT_TRANSLATE_NOOP("FactLabels", "Stripes")},
    LabelRow{"slot", Hidden, QT_TRANSLATE_NOOP("FactLabels", "Slot")},
    LabelRow{"kdf", Bare, QT_TRANSLATE_NOOP("FactLabels", "Key derivation")},
    LabelRow{"key-size", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Key size")},
    LabelRow{"subsystem", Text, QT_TRANSLATE_NOOP("FactLabels", "Subsystem")},
    // VMDK
    LabelRow{"cid", Hex, QT_TRANSLATE_NOOP("FactLabels", "Content ID")},
    LabelRow{"parent-cid", Hex, QT_TRANSLATE_NOOP("FactLabels", "Parent's content ID")},
    LabelRow{"create-type", Bare, QT_TRANSLATE_NOOP("FactLabels", "Create type")},
    LabelRow{"descriptor-create-type", Bare, QT_TRANSLATE_NOOP("FactLabels", "Create type in the descriptor")},
    LabelRow{"extents", Text, QT_TRANSLATE_NOOP("FactLabels", "Extents"), QT_TRANSLATE_NOOP("FactLabels", "Extent %1")},
    LabelRow{"descriptor-extents", Text, QT_TRANSLATE_NOOP("FactLabels", "Extents in the descriptor"),
        QT_TRANSLATE_NOOP("FactLabels", "Descriptor's extent %1")},
    LabelRow{"extent-only", Text, QT_TRANSLATE_NOOP("FactLabels", "Is one extent of a larger disk")},
    LabelRow{"adapter-type", Bare, QT_TRANSLATE_NOOP("FactLabels", "Adapter")},
    LabelRow{"hardware-version", Bare, QT_TRANSLATE_NOOP("FactLabels", "Virtual hardware version")},
    LabelRow{"tools-version", Bare, QT_TRANSLATE_NOOP("FactLabels", "Tools version")},
    LabelRow{"footer", Text, QT_TRANSLATE_NOOP("FactLabels", "Header stands at the end")},
    LabelRow{"unclean-shutdown", Text, QT_TRANSLATE_NOOP("FactLabels", "Not closed cleanly")},
    LabelRow{"filename", Text, QT_TRANSLATE_NOOP("FactLabels", "File")},
    LabelRow{"file", Text, QT_TRANSLATE_NOOP("FactLabels", "File")},
    LabelRow{"format", Bare, QT_TRANSLATE_NOOP("FactLabels", "Format")},
    LabelRow{"access", Bare, QT_TRANSLATE_NOOP("FactLabels", "Access")},
    LabelRow{"sectors", Sectors, QT_TRANSLATE_NOOP("FactLabels", "Size")},
    LabelRow{"offset", Sectors, QT_TRANSLATE_NOOP("FactLabels", "Starts at")},
    LabelRow{"virtual-size", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Virtual size")},
    LabelRow{"cluster-size", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Cluster size")},
    LabelRow{"compressed", Text, QT_TRANSLATE_NOOP("FactLabels", "Compressed")},
    // VDI, VHD, VHDX, Parallels
    LabelRow{"type", Text, QT_TRANSLATE_NOOP("FactLabels", "Type")},
    LabelRow{"version", Bare, QT_TRANSLATE_NOOP("FactLabels", "Version")},
    LabelRow{"blocks", Count, QT_TRANSLATE_NOOP("FactLabels", "Blocks")},
    LabelRow{"blocks-allocated", Count, QT_TRANSLATE_NOOP("FactLabels", "Blocks in use")},
    LabelRow{"clusters", Count, QT_TRANSLATE_NOOP("FactLabels", "Clusters")},
    LabelRow{"geometry", Bare, QT_TRANSLATE_NOOP("FactLabels", "Geometry")},
    LabelRow{"comment", Text, QT_TRANSLATE_NOOP("FactLabels", "Comment")},
    LabelRow{"uuid", Bare, QT_TRANSLATE_NOOP("FactLabels", "UUID")},
    LabelRow{"snapshot-uuid", Bare, QT_TRANSLATE_NOOP("FactLabels", "Snapshot's UUID")},
    LabelRow{"link-uuid", Bare, QT_TRANSLATE_NOOP("FactLabels", "Linked UUID")},
    LabelRow{"parent-uuid", Bare, QT_TRANSLATE_NOOP("FactLabels", "Parent's UUID")},
    LabelRow{"parent-name", Text, QT_TRANSLATE_NOOP("FactLabels", "Parent's name")},
    LabelRow{"parent-locators", Text, QT_TRANSLATE_NOOP("FactLabels", "Parent locators"),
        QT_TRANSLATE_NOOP("FactLabels", "Parent locator %1")},
    LabelRow{"parent-locator", Text, QT_TRANSLATE_NOOP("FactLabels", "Parent locator")},
    LabelRow{"parent-locator-type", Bare, QT_TRANSLATE_NOOP("FactLabels", "Parent locator's type")},
    LabelRow{"platform", Bare, QT_TRANSLATE_NOOP("FactLabels", "Platform")},
    LabelRow{"creator", Text, QT_TRANSLATE_NOOP("FactLabels", "Made by")},
    LabelRow{"creator-version", Bare, QT_TRANSLATE_NOOP("FactLabels", "Maker's version")},
    LabelRow{"creator-host", Text, QT_TRANSLATE_NOOP("FactLabels", "Made on")},
    LabelRow{"created", Bare, QT_TRANSLATE_NOOP("FactLabels", "Made at")},
    LabelRow{"original-size", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Original size")},
    LabelRow{"current-size", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Current size")},
    LabelRow{"saved-state", Text, QT_TRANSLATE_NOOP("FactLabels", "Belongs to a saved machine state")},
    LabelRow{"single-footer", Text, QT_TRANSLATE_NOOP("FactLabels", "One of its two footers is missing")},
    LabelRow{"single-header", Text, QT_TRANSLATE_NOOP("FactLabels", "One of its two headers is missing")},
    LabelRow{"log-to-replay", Text, QT_TRANSLATE_NOOP("FactLabels", "Log must be replayed")},
    LabelRow{"logical-sector-size", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Logical sector size")},
    LabelRow{"physical-sector-size", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Physical sector size")},
    LabelRow{"sequence-number", Bare, QT_TRANSLATE_NOOP("FactLabels", "Sequence number")},
    LabelRow{"disk-id", Bare, QT_TRANSLATE_NOOP("FactLabels", "Disk ID")},
    LabelRow{"in-use", Text, QT_TRANSLATE_NOOP("FactLabels", "Marked as in use")},
    LabelRow{"extension", Text, QT_TRANSLATE_NOOP("FactLabels", "Has an extension")},
    // partition tables
    LabelRow{"sector-size", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Sector size")},
    LabelRow{"partitions", Text, QT_TRANSLATE_NOOP("FactLabels", "Partitions"),
        QT_TRANSLATE_NOOP("FactLabels", "Partition %1")},
    LabelRow{"start", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Starts at")},
    LabelRow{"size", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Size")},
    LabelRow{"bootable", Text, QT_TRANSLATE_NOOP("FactLabels", "Bootable")},
    LabelRow{"name", Text, QT_TRANSLATE_NOOP("FactLabels", "Name")},
    LabelRow{"number", Hidden, QT_TRANSLATE_NOOP("FactLabels", "Number")},
    // file systems, ISO 9660 and UDF
    LabelRow{"label", Text, QT_TRANSLATE_NOOP("FactLabels", "Label")},
    LabelRow{"udf-label", Text, QT_TRANSLATE_NOOP("FactLabels", "UDF label")},
    LabelRow{"udf-block-size", Bytes, QT_TRANSLATE_NOOP("FactLabels", "UDF block size")},
    LabelRow{"udf-revision", Bare, QT_TRANSLATE_NOOP("FactLabels", "UDF revision")},
    LabelRow{"block-size", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Block size")},
    LabelRow{"filesystem-used", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Used of it")},
    LabelRow{"filesystem-size", Bytes, QT_TRANSLATE_NOOP("FactLabels", "File system size")},
    LabelRow{"truncated", Text, QT_TRANSLATE_NOOP("FactLabels", "File ends too early")},
    LabelRow{"last-mounted", Text, QT_TRANSLATE_NOOP("FactLabels", "Last mounted on")},
    LabelRow{"devices", Bare, QT_TRANSLATE_NOOP("FactLabels", "Devices")},
    LabelRow{"fat-bits", Bits, QT_TRANSLATE_NOOP("FactLabels", "FAT entry width")},
    LabelRow{"raid-level", Bare, QT_TRANSLATE_NOOP("FactLabels", "RAID level")},
    LabelRow{"raid-disks", Bare, QT_TRANSLATE_NOOP("FactLabels", "RAID disks")},
    LabelRow{"system-id", Text, QT_TRANSLATE_NOOP("FactLabels", "System")},
    LabelRow{"application-id", Text, QT_TRANSLATE_NOOP("FactLabels", "Application")},
    LabelRow{"joliet", Text, QT_TRANSLATE_NOOP("FactLabels", "Joliet names")},
    LabelRow{"el-torito", Text, QT_TRANSLATE_NOOP("FactLabels", "Boots (El Torito)")},
    // kernels and initial RAM disks
    LabelRow{"kernel-version", Text, QT_TRANSLATE_NOOP("FactLabels", "Kernel version")},
    LabelRow{"kernel-size", Bytes, QT_TRANSLATE_NOOP("FactLabels", "Kernel size")},
    LabelRow{"boot-protocol", Bare, QT_TRANSLATE_NOOP("FactLabels", "Boot protocol")},
    LabelRow{"compression", Bare, QT_TRANSLATE_NOOP("FactLabels", "Compression")},
    LabelRow{"microcode", Text, QT_TRANSLATE_NOOP("FactLabels", "Processor microcode")},
};

QString translatedLabel(const char *text)
{
    return QCoreApplication::translate("FactLabels", text);
}

} // namespace

FactLabel factLabel(const QString &key)
{
    for (const LabelRow &row : labelRows)
        if (key == QLatin1StringView(row.key))
            return {translatedLabel(row.label), row.kind, row.item ? translatedLabel(row.item) : QString()};
    QString words = key;
    words.replace(u'-', u' ').replace(u'_', u' ');
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return {words, FactKind::Text, {}, false};
}

} // namespace Fathom
