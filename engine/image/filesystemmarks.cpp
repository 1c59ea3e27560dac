// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/filesystemmarks.h"

#include <array>

namespace Fathom {

namespace {

using namespace std::string_view_literals;
using enum FilesystemUse;

constexpr qsizetype kib = 1024;

constexpr FilesystemMark swapMark(qsizetype pageBytes, std::string_view magic, const char *name = "swap")
{
    return {name, Data, kib, pageBytes - 10 - kib, magic, nullptr, describeSwap, pageBytes};
}

constexpr FilesystemMark lvmMark(qsizetype sector)
{
    return {"lvm2", Data, sector * 512, 24, "LVM2 001"sv, nullptr, describeLvm};
}

// Root is what Linux mounts as its root from one disk and can write to, or what live and embedded systems boot from.
// First the marks in the first sector, which a partition's own boot code would have overwritten; of the others the
// long ones come before the short ones, which need a second look.
constexpr std::array markTable{
    FilesystemMark{"xfs", Root, 0, 0, "XFSB"sv, nullptr, describeXfs},
    FilesystemMark{"ntfs", Data, 0, 3, "NTFS    "sv, nullptr, describeNtfs},
    FilesystemMark{"exfat", Data, 0, 3, "EXFAT   "sv, nullptr, describeExfat},
    FilesystemMark{"bitlocker", Data, 0, 3, "-FVE-FS-"sv},
    FilesystemMark{"refs", Data, 0, 3, "ReFS\0\0\0\0"sv},
    FilesystemMark{"squashfs", Root, 0, 0, "hsqs"sv, nullptr, describeSquashfs},
    FilesystemMark{"squashfs", Root, 0, 0, "sqsh"sv},
    FilesystemMark{"cramfs", Root, 0, 0, "\x45\x3d\xcd\x28"sv, nullptr, describeCramfs},
    FilesystemMark{"cramfs", Root, 0, 0, "\x28\xcd\x3d\x45"sv, nullptr, describeCramfs},
    FilesystemMark{"cramfs", Root, 512, 0, "\x45\x3d\xcd\x28"sv, nullptr, describeCramfs},
    FilesystemMark{"romfs", Root, 0, 0, "-rom1fs-"sv, nullptr, describeRomfs},
    FilesystemMark{"apfs", Data, 0, 32, "NXSB"sv, nullptr, describeApfs},
    FilesystemMark{"ubi", Data, 0, 0, "UBI#"sv},
    FilesystemMark{"ubifs", Data, 0, 0, "\x31\x18\x10\x06"sv},
    FilesystemMark{"ceph-bluestore", Data, 0, 0, "bluestore block device\n"sv},
    FilesystemMark{"mdraid", Data, 0, 0, "\xfc\x4e\x2b\xa9\x01\0\0\0"sv, nullptr, describeMdraid},
    FilesystemMark{"vfat", Data, 0, 510, "\x55\xaa"sv, soundFat, describeFat},
    FilesystemMark{"vfat", Data, 0, 54, "FAT1"sv, soundFat, describeFat},
    lvmMark(0),
    lvmMark(1),
    lvmMark(2),
    lvmMark(3),
    FilesystemMark{"mdraid", Data, 4 * kib, 0, "\xfc\x4e\x2b\xa9\x01\0\0\0"sv, nullptr, describeMdraid},
    FilesystemMark{"bcache", Data, 4 * kib, 24, "\xc6\x85\x73\xf6\x4e\x1a\x45\xca\x82\x65\xf5\x7f\x48\xba\x6d\x81"sv,
        nullptr, describeBcache},
    FilesystemMark{"bcachefs", Root, 4 * kib, 24, "\xc6\x85\x73\xf6\x66\xce\x90\xa9\xd9\x6a\x60\xcf\x80\x3d\xf7\xef"sv,
        nullptr, describeBcachefs},
    FilesystemMark{"btrfs", Root, 64 * kib, 64, "_BHRfS_M"sv, nullptr, describeBtrfs},
    FilesystemMark{"zfs", Data, 16 * kib, 0, "\x01\x01\0\0\0\0\0\0\0\0\0\x01"sv, soundZfs, describeZfs},
    FilesystemMark{"erofs", Root, kib, 0, "\xe2\xe1\xf5\xe0"sv, nullptr, describeErofs},
    FilesystemMark{"f2fs", Root, kib, 0, "\x10\x20\xf5\xf2"sv, nullptr, describeF2fs},
    FilesystemMark{"jfs", Root, 32 * kib, 0, "JFS1"sv, nullptr, describeJfs},
    FilesystemMark{"reiserfs", Root, 64 * kib, 52, "ReIsEr2Fs"sv, nullptr, describeReiserfs},
    FilesystemMark{"reiserfs", Root, 64 * kib, 52, "ReIsEr3Fs"sv, nullptr, describeReiserfs},
    FilesystemMark{"reiserfs", Root, 64 * kib, 52, "ReIsErFs"sv, nullptr, describeReiserfs},
    FilesystemMark{"reiserfs", Root, 8 * kib, 52, "ReIsErFs"sv, nullptr, describeReiserfs},
    FilesystemMark{"gfs2", Root, 64 * kib, 0, "\x01\x16\x19\x70\0\0\0\x01"sv, nullptr, describeGfs2},
    FilesystemMark{"ocfs2", Root, kib, 0, "OCFSV2"sv, nullptr, describeOcfs2},
    FilesystemMark{"ocfs2", Root, 2 * kib, 0, "OCFSV2"sv, nullptr, describeOcfs2},
    FilesystemMark{"ocfs2", Root, 4 * kib, 0, "OCFSV2"sv, nullptr, describeOcfs2},
    FilesystemMark{"ocfs2", Root, 8 * kib, 0, "OCFSV2"sv, nullptr, describeOcfs2},
    FilesystemMark{"vxfs", Data, kib, 0, "\xf5\xfc\x01\xa5"sv},
    FilesystemMark{"vxfs", Data, 8 * kib, 0, "\xa5\x01\xfc\xf5"sv},
    FilesystemMark{"bfs", Data, 0, 0, "\xce\xfa\xad\x1b"sv},
    FilesystemMark{"ufs", Data, 8 * kib, 1372, "\x54\x19\x01\0"sv},
    FilesystemMark{"ufs2", Data, 64 * kib, 1372, "\x19\x01\x54\x19"sv},
    swapMark(4 * kib, "SWAPSPACE2"sv),
    swapMark(8 * kib, "SWAPSPACE2"sv),
    swapMark(16 * kib, "SWAPSPACE2"sv),
    swapMark(32 * kib, "SWAPSPACE2"sv),
    swapMark(64 * kib, "SWAPSPACE2"sv),
    swapMark(4 * kib, "SWAP-SPACE"sv),
    swapMark(8 * kib, "SWAP-SPACE"sv),
    // A hibernated system marks the swap space that holds its memory.
    swapMark(4 * kib, "S1SUSPEND\0"sv, "swsuspend"),
    swapMark(4 * kib, "S2SUSPEND\0"sv, "swsuspend"),
    swapMark(4 * kib, "ULSUSPEND\0"sv, "swsuspend"),
    swapMark(4 * kib, "\xed\xc3\x02\xe9\x98\x56\xe5\x0c"sv, "swsuspend"),
    FilesystemMark{"ext2", Root, kib, 56, "\x53\xef"sv, soundExt, describeExt},
    FilesystemMark{"hfsplus", Data, kib, 0, "H+"sv, soundHfsPlus, describeHfsPlus},
    FilesystemMark{"hfsplus", Data, kib, 0, "HX"sv, soundHfsPlus, describeHfsPlus},
    FilesystemMark{"nilfs2", Root, kib, 6, "\x34\x34"sv, soundNilfs, describeNilfs},
    FilesystemMark{"minix", Root, kib, 16, "\x7f\x13"sv, soundMinix, describeMinix},
    FilesystemMark{"minix", Root, kib, 16, "\x8f\x13"sv, soundMinix, describeMinix},
    FilesystemMark{"minix", Root, kib, 16, "\x68\x24"sv, soundMinix, describeMinix},
    FilesystemMark{"minix", Root, kib, 16, "\x78\x24"sv, soundMinix, describeMinix},
    FilesystemMark{"minix", Root, kib, 16, "\x13\x7f"sv, soundMinix, describeMinix},
    FilesystemMark{"minix", Root, kib, 16, "\x13\x8f"sv, soundMinix, describeMinix},
    FilesystemMark{"minix", Root, kib, 16, "\x24\x68"sv, soundMinix, describeMinix},
    FilesystemMark{"minix", Root, kib, 16, "\x24\x78"sv, soundMinix, describeMinix},
};

} // namespace

std::span<const FilesystemMark> filesystemMarks()
{
    return markTable;
}

const FilesystemMark *findFilesystem(ByteView lead)
{
    for (const FilesystemMark &mark : markTable) {
        const QByteArrayView magic(mark.magic.data(), static_cast<qsizetype>(mark.magic.size()));
        if (!lead.startsWith(magic, mark.superblock + mark.at))
            continue;
        if (!mark.sound || mark.sound(lead.slice(mark.superblock, lead.size())))
            return &mark;
    }
    return nullptr;
}

} // namespace Fathom
