// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace Fathom {

/// How a disk's bytes are packed into a file, and, for raw files whose content says more, what they hold.
enum class ImageFormat {
    Raw,
    Qcow,
    Qcow2,
    Vmdk,
    Vdi,
    Vhd,
    Vhdx,
    Qed,
    Ploop,
    Bochs,
    Cloop,
    Dmg,
    Luks,
    Iso,
    Kernel,
    Ramdisk,
    Filesystem
};

/// What is true of a format everywhere; the one table of the formats.
struct FormatTraits {
    ImageFormat format;
    const char *id; ///< Glance's disk_format word where it has one, also Fathom's: "vhd", "ploop", "aki"
    const char *qemuName; ///< qemu's driver as its probing names it: "vpc", "parallels"; "raw" where qemu sees only raw
    const char *title; ///< for people, not translated: "VHD", "Parallels (ploop)"
    bool packsBlocks; ///< has a virtual size of its own, apart from the file's length
    bool inGlance = true; ///< Glance has a disk_format for it
    bool driverTellsBlocks = true; ///< qemu's driver has something to say on clusters and on being dirty
};

std::span<const FormatTraits> imageFormats();
const FormatTraits &formatTraits(ImageFormat format);

/// By Fathom's, Glance's or qemu's word ("vpc" and "vhd" are the same). Nothing for an unknown word.
std::optional<ImageFormat> formatFromName(QStringView name);

} // namespace Fathom
