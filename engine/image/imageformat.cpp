// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/imageformat.h"

#include <array>

namespace Fathom {

namespace {

constexpr std::array table{
    FormatTraits{ImageFormat::Raw, "raw", "raw", "raw", false},
    FormatTraits{ImageFormat::Qcow, "qcow", "qcow", "qcow (version 1)", true},
    FormatTraits{ImageFormat::Qcow2, "qcow2", "qcow2", "qcow2", true},
    FormatTraits{ImageFormat::Vmdk, "vmdk", "vmdk", "VMDK", true},
    FormatTraits{ImageFormat::Vdi, "vdi", "vdi", "VDI", true},
    FormatTraits{ImageFormat::Vhd, "vhd", "vpc", "VHD", true},
    FormatTraits{ImageFormat::Vhdx, "vhdx", "vhdx", "VHDX", true},
    FormatTraits{ImageFormat::Qed, "qed", "qed", "QED", true},
    FormatTraits{ImageFormat::Ploop, "ploop", "parallels", "Parallels (ploop)", true, true, false},
    FormatTraits{ImageFormat::Bochs, "bochs", "bochs", "Bochs (growing)", true, false, false},
    FormatTraits{ImageFormat::Cloop, "cloop", "cloop", "cloop", true, false, false},
    FormatTraits{ImageFormat::Dmg, "dmg", "dmg", "Apple DMG", true, false, false},
    FormatTraits{ImageFormat::Luks, "luks", "luks", "LUKS", true},
    FormatTraits{ImageFormat::Iso, "iso", "raw", "ISO 9660/UDF", false},
    FormatTraits{ImageFormat::Kernel, "aki", "raw", "Linux kernel (AKI)", false},
    FormatTraits{ImageFormat::Ramdisk, "ari", "raw", "initial RAM disk (ARI)", false},
    FormatTraits{ImageFormat::Filesystem, "ami", "raw", "file system (AMI)", false},
};

} // namespace

std::span<const FormatTraits> imageFormats()
{
    return table;
}

const FormatTraits &formatTraits(ImageFormat format)
{
    for (const FormatTraits &traits : table)
        if (traits.format == format)
            return traits;
    return table.front();
}

std::optional<ImageFormat> formatFromName(QStringView name)
{
    for (const FormatTraits &traits : table)
        if (name == QLatin1StringView(traits.id) || name == QLatin1StringView(traits.qemuName))
            return traits.format;
    return {};
}

} // namespace Fathom
