// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/partitiontypes.h"

#include <array>

namespace Fathom {

namespace {

struct TypeName {
    const char *type;
    const char *name;
};

// GPT: the UEFI specification, section 5.3.3, and the Discoverable Partitions Specification; MBR: as fdisk lists them.
constexpr std::array typeNames{
    TypeName{"c12a7328-f81f-11d2-ba4b-00a0c93ec93b", "EFI system"},
    TypeName{"21686148-6449-6e6f-744e-656564454649", "BIOS boot"},
    TypeName{"0fc63daf-8483-4772-8e79-3d69d8477de4", "Linux"},
    TypeName{"4f68bce3-e8cd-4db1-96e7-fbcaf984b709", "Linux root (x86-64)"},
    TypeName{"b921b045-1df0-41c3-af44-4c6f280d3fae", "Linux root (ARM64)"},
    TypeName{"bc13c2ff-59e6-4262-a352-b275fd6f7172", "Linux boot"},
    TypeName{"933ac7e1-2eb4-4f13-b844-0e14e2aef915", "Linux home"},
    TypeName{"0657fd6d-a4ab-43c4-84e5-0933c84b4f4f", "Linux swap"},
    TypeName{"e6d6d379-f507-44c2-a23c-238f2a3df928", "Linux LVM"},
    TypeName{"a19d880f-05fc-4d3b-a006-743f0f84911e", "Linux RAID"},
    TypeName{"9e1a2d38-c612-4316-aa26-8b49521e5a8b", "PowerPC PReP boot"},
    TypeName{"e3c9e316-0b5c-4db8-817d-f92df00215ae", "Microsoft reserved"},
    TypeName{"ebd0a0a2-b9e5-4433-87c0-68b6b72699c7", "Microsoft basic data"},
    TypeName{"de94bba4-06d1-4d40-a16a-bfd50179d6ac", "Windows recovery"},
    TypeName{"516e7cb4-6ecf-11d6-8ff8-00022d09712b", "FreeBSD"},
    TypeName{"48465300-0000-11aa-aa11-00306543ecac", "Apple HFS+"},
    TypeName{"7c3457ef-0000-11aa-aa11-00306543ecac", "Apple APFS"},
    TypeName{"0x01", "FAT12"},
    TypeName{"0x04", "FAT16"},
    TypeName{"0x05", "extended"},
    TypeName{"0x06", "FAT16"},
    TypeName{"0x07", "NTFS or exFAT"},
    TypeName{"0x0b", "FAT32"},
    TypeName{"0x0c", "FAT32"},
    TypeName{"0x0e", "FAT16"},
    TypeName{"0x0f", "extended"},
    TypeName{"0x17", "hidden NTFS"},
    TypeName{"0x27", "Windows recovery"},
    TypeName{"0x41", "PowerPC PReP boot"},
    TypeName{"0x82", "Linux swap"},
    TypeName{"0x83", "Linux"},
    TypeName{"0x85", "Linux extended"},
    TypeName{"0x8e", "Linux LVM"},
    TypeName{"0xa5", "FreeBSD"},
    TypeName{"0xa6", "OpenBSD"},
    TypeName{"0xaf", "Apple HFS+"},
    TypeName{"0xee", "GPT"},
    TypeName{"0xef", "EFI system"},
    TypeName{"0xfd", "Linux RAID"},
};

} // namespace

QString partitionTypeText(const QString &type)
{
    for (const TypeName &known : typeNames)
        if (type.compare(QLatin1StringView(known.type), Qt::CaseInsensitive) == 0)
            return QStringLiteral("%1 (%2)").arg(QLatin1StringView(known.name), type);
    return type;
}

} // namespace Fathom
