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

#define LABEL(text) QT_TRANSLATE_NOOP("FactLabels", text)

constexpr std::array labelRows{
    // qcow2
    LabelRow{"compat", Bare, LABEL("Compatibility level")},
    LabelRow{"compression-type", Text, LABEL("Compression")},
    LabelRow{"lazy-refcounts", Text, LABEL("Lazy reference counts")},
    LabelRow{"refcount-bits", Bits, LABEL("Reference count width")},
    LabelRow{"corrupt", Text, LABEL("Marked as corrupt")},
    LabelRow{"extended-l2", Text, LABEL("Extended L2 entries")},
    LabelRow{"data-file", Hidden, LABEL("Data file")},
    LabelRow{"data-file-raw", Text, LABEL("Data file is raw")},
    LabelRow{"bitmaps", Text, LABEL("Bitmaps"), LABEL("Bitmap %1")},
    LabelRow{"granularity", Bytes, LABEL("Granularity")},
    LabelRow{"flags", Text, LABEL("Flags")},
    LabelRow{"stale-bitmaps", Text, LABEL("Bitmaps are out of date")},
    LabelRow{"encrypt", Text, LABEL("Encryption")},
    // LUKS
    LabelRow{"cipher", Text, LABEL("Cipher")},
    LabelRow{"cipher-alg", Text, LABEL("Cipher")},
    LabelRow{"cipher-mode", Text, LABEL("Cipher mode")},
    LabelRow{"hash-alg", Text, LABEL("Hash")},
    LabelRow{"ivgen-alg", Text, LABEL("IV generator")},
    LabelRow{"ivgen-hash-alg", Text, LABEL("IV generator's hash")},
    LabelRow{"detached-header", Text, LABEL("Header is a file of its own")},
    LabelRow{"payload-offset", Bytes, LABEL("Data begin at")},
    LabelRow{"master-key-iters", Count, LABEL("Master key iterations")},
    LabelRow{"slots", Text, LABEL("Key slots"), LABEL("Key slot %1")},
    LabelRow{"key-slots", Text, LABEL("Key slots"), LABEL("Key slot %1")},
    LabelRow{"active", Text, LABEL("In use")},
    LabelRow{"iters", Count, LABEL("Iterations")},
    LabelRow{"key-offset", Bytes, LABEL("Key material at")},
    LabelRow{"stripes", Count, LABEL("Stripes")},
    LabelRow{"slot", Hidden, LABEL("Slot")},
    LabelRow{"kdf", Bare, LABEL("Key derivation")},
    LabelRow{"key-size", Bytes, LABEL("Key size")},
    LabelRow{"subsystem", Text, LABEL("Subsystem")},
    // VMDK
    LabelRow{"cid", Hex, LABEL("Content ID")},
    LabelRow{"parent-cid", Hex, LABEL("Parent's content ID")},
    LabelRow{"create-type", Bare, LABEL("Create type")},
    LabelRow{"descriptor-create-type", Bare, LABEL("Create type in the descriptor")},
    LabelRow{"extents", Text, LABEL("Extents"), LABEL("Extent %1")},
    LabelRow{"descriptor-extents", Text, LABEL("Extents in the descriptor"), LABEL("Descriptor's extent %1")},
    LabelRow{"extent-only", Text, LABEL("Is one extent of a larger disk")},
    LabelRow{"adapter-type", Bare, LABEL("Adapter")},
    LabelRow{"hardware-version", Bare, LABEL("Virtual hardware version")},
    LabelRow{"tools-version", Bare, LABEL("Tools version")},
    LabelRow{"footer", Text, LABEL("Header stands at the end")},
    LabelRow{"unclean-shutdown", Text, LABEL("Not closed cleanly")},
    LabelRow{"filename", Text, LABEL("File")},
    LabelRow{"file", Text, LABEL("File")},
    LabelRow{"format", Bare, LABEL("Format")},
    LabelRow{"access", Bare, LABEL("Access")},
    LabelRow{"sectors", Sectors, LABEL("Size")},
    LabelRow{"offset", Sectors, LABEL("Starts at")},
    LabelRow{"virtual-size", Bytes, LABEL("Virtual size")},
    LabelRow{"cluster-size", Bytes, LABEL("Cluster size")},
    LabelRow{"compressed", Text, LABEL("Compressed")},
    // VDI, VHD, VHDX, Parallels
    LabelRow{"type", Text, LABEL("Type")},
    LabelRow{"version", Bare, LABEL("Version")},
    LabelRow{"blocks", Count, LABEL("Blocks")},
    LabelRow{"blocks-allocated", Count, LABEL("Blocks in use")},
    LabelRow{"clusters", Count, LABEL("Clusters")},
    LabelRow{"geometry", Bare, LABEL("Geometry")},
    LabelRow{"comment", Text, LABEL("Comment")},
    LabelRow{"uuid", Bare, LABEL("UUID")},
    LabelRow{"snapshot-uuid", Bare, LABEL("Snapshot's UUID")},
    LabelRow{"link-uuid", Bare, LABEL("Linked UUID")},
    LabelRow{"parent-uuid", Bare, LABEL("Parent's UUID")},
    LabelRow{"parent-name", Text, LABEL("Parent's name")},
    LabelRow{"parent-locators", Text, LABEL("Parent locators"), LABEL("Parent locator %1")},
    LabelRow{"parent-locator", Text, LABEL("Parent locator")},
    LabelRow{"parent-locator-type", Bare, LABEL("Parent locator's type")},
    LabelRow{"platform", Bare, LABEL("Platform")},
    LabelRow{"creator", Text, LABEL("Made by")},
    LabelRow{"creator-version", Bare, LABEL("Maker's version")},
    LabelRow{"creator-host", Text, LABEL("Made on")},
    LabelRow{"created", Bare, LABEL("Made at")},
    LabelRow{"original-size", Bytes, LABEL("Original size")},
    LabelRow{"current-size", Bytes, LABEL("Current size")},
    LabelRow{"saved-state", Text, LABEL("Belongs to a saved machine state")},
    LabelRow{"single-footer", Text, LABEL("One of its two footers is missing")},
    LabelRow{"single-header", Text, LABEL("One of its two headers is missing")},
    LabelRow{"log-to-replay", Text, LABEL("Log must be replayed")},
    LabelRow{"logical-sector-size", Bytes, LABEL("Logical sector size")},
    LabelRow{"physical-sector-size", Bytes, LABEL("Physical sector size")},
    LabelRow{"sequence-number", Bare, LABEL("Sequence number")},
    LabelRow{"disk-id", Bare, LABEL("Disk ID")},
    LabelRow{"in-use", Text, LABEL("Marked as in use")},
    LabelRow{"extension", Text, LABEL("Has an extension")},
    // partition tables
    LabelRow{"sector-size", Bytes, LABEL("Sector size")},
    LabelRow{"partitions", Text, LABEL("Partitions"), LABEL("Partition %1")},
    LabelRow{"start", Bytes, LABEL("Starts at")},
    LabelRow{"size", Bytes, LABEL("Size")},
    LabelRow{"bootable", Text, LABEL("Bootable")},
    LabelRow{"name", Text, LABEL("Name")},
    LabelRow{"number", Hidden, LABEL("Number")},
    // file systems, ISO 9660 and UDF
    LabelRow{"label", Text, LABEL("Label")},
    LabelRow{"udf-label", Text, LABEL("UDF label")},
    LabelRow{"udf-block-size", Bytes, LABEL("UDF block size")},
    LabelRow{"udf-revision", Bare, LABEL("UDF revision")},
    LabelRow{"block-size", Bytes, LABEL("Block size")},
    LabelRow{"filesystem-size", Bytes, LABEL("File system size")},
    LabelRow{"truncated", Text, LABEL("File ends too early")},
    LabelRow{"last-mounted", Text, LABEL("Last mounted on")},
    LabelRow{"devices", Bare, LABEL("Devices")},
    LabelRow{"fat-bits", Bits, LABEL("FAT entry width")},
    LabelRow{"raid-level", Bare, LABEL("RAID level")},
    LabelRow{"raid-disks", Bare, LABEL("RAID disks")},
    LabelRow{"system-id", Text, LABEL("System")},
    LabelRow{"application-id", Text, LABEL("Application")},
    LabelRow{"joliet", Text, LABEL("Joliet names")},
    LabelRow{"el-torito", Text, LABEL("Boots (El Torito)")},
    // kernels and initial RAM disks
    LabelRow{"kernel-version", Text, LABEL("Kernel version")},
    LabelRow{"kernel-size", Bytes, LABEL("Kernel size")},
    LabelRow{"boot-protocol", Bare, LABEL("Boot protocol")},
    LabelRow{"compression", Bare, LABEL("Compression")},
    LabelRow{"microcode", Text, LABEL("Processor microcode")},
};

#undef LABEL

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
