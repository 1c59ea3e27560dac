// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/filesystemlayouts.h"

#include "base/nativepath.h"
#include "image/guidtext.h"
#include "image/superblockfields.h"

#include <array>

namespace Fathom {

using namespace Superblock;

// Linux, Documentation/filesystems/ext4/super.rst
bool soundExt(ByteView superblock)
{
    return superblock.le32(24) <= 6 && superblock.le32(4) > 0 && superblock.le32(40) > 0 && superblock.le32(76) <= 1;
}

void describeExt(ByteView superblock, FilesystemFacts &facts)
{
    constexpr quint32 hasJournal = 0x4;
    constexpr quint32 journalDevice = 0x8;
    constexpr quint32 is64Bit = 0x80;
    constexpr quint32 ext3Incompatible = 0x2 | 0x4 | 0x8 | 0x10; // filetype, recover, journal_dev, meta_bg
    constexpr quint32 ext3ReadOnlyCompatible = 0x1 | 0x2 | 0x4; // sparse_super, large_file, btree_dir
    const quint32 compatible = superblock.le32(92);
    const quint32 incompatible = superblock.le32(96);
    const quint32 readOnlyCompatible = superblock.le32(100);
    if (incompatible & journalDevice)
        facts.name = QStringLiteral("jbd");
    else if ((incompatible & ~ext3Incompatible) || (readOnlyCompatible & ~ext3ReadOnlyCompatible))
        facts.name = QStringLiteral("ext4");
    else
        facts.name = compatible & hasJournal ? QStringLiteral("ext3") : QStringLiteral("ext2");
    const quint64 high = incompatible & is64Bit ? quint64(superblock.le32(336)) << 32 : 0;
    setBlocks(facts, high | superblock.le32(4), powerOfTwo(10 + superblock.le32(24)));
    const quint64 freeHigh = incompatible & is64Bit ? quint64(superblock.le32(344)) << 32 : 0;
    setFreeBlocks(facts, freeHigh | superblock.le32(12));
    facts.uuid = volumeUuid(superblock, 104);
    facts.label = fieldText(superblock, 120, 16);
    if (const QString mounted = fieldText(superblock, 136, 64); !mounted.isEmpty())
        facts.more.emplace_back(QStringLiteral("last-mounted"), mounted);
}

// XFS Algorithms & Data Structures, chapter "Superblocks"
void describeXfs(ByteView superblock, FilesystemFacts &facts)
{
    setBlocks(facts, superblock.be64(8), superblock.be32(4));
    setFreeBlocks(facts, superblock.be64(144));
    facts.uuid = volumeUuid(superblock, 32);
    facts.label = fieldText(superblock, 108, 12);
    facts.more.emplace_back(QStringLiteral("version"), superblock.be16(100) & 0xf);
}

// btrfs documentation, "On-disk format", superblock
void describeBtrfs(ByteView superblock, FilesystemFacts &facts)
{
    facts.uuid = volumeUuid(superblock, 32);
    facts.label = fieldText(superblock, 299, 256);
    facts.blockBytes = superblock.le32(144);
    facts.sizeBytes = bytesOf(superblock.le64(112), 1);
    if (const std::optional<qint64> used = bytesOf(superblock.le64(120), 1);
        used && facts.sizeBytes && *used <= *facts.sizeBytes)
        facts.usedBytes = used;
    facts.more.emplace_back(QStringLiteral("devices"), QString::number(superblock.le64(136)));
}

// Linux, include/linux/f2fs_fs.h
void describeF2fs(ByteView superblock, FilesystemFacts &facts)
{
    setBlocks(facts, superblock.le64(36), powerOfTwo(superblock.le32(16)));
    facts.uuid = volumeUuid(superblock, 108);
    facts.label = plainText(utf8FromUtf16Little(superblock.slice(124, 1024)));
}

// Linux, Documentation/filesystems/squashfs.rst, and fs/squashfs/squashfs_fs.h for the fields' order
void describeSquashfs(ByteView superblock, FilesystemFacts &facts)
{
    constexpr std::array methods{"gzip", "lzma", "lzo", "xz", "lz4", "zstd"};
    const quint16 major = superblock.le16(28);
    facts.more.emplace_back(QStringLiteral("version"), QStringLiteral("%1.%2").arg(major).arg(superblock.le16(30)));
    if (major != 4)
        return;
    facts.blockBytes = superblock.le32(12);
    facts.sizeBytes = bytesOf(superblock.le64(40), 1);
    const quint16 method = superblock.le16(20);
    if (method >= 1 && method <= methods.size())
        facts.more.emplace_back(QStringLiteral("compression"), QLatin1StringView(methods[method - 1U]));
}

// Linux, fs/erofs/erofs_fs.h
void describeErofs(ByteView superblock, FilesystemFacts &facts)
{
    setBlocks(facts, superblock.le32(36), powerOfTwo(superblock.u8(12)));
    facts.uuid = volumeUuid(superblock, 48);
    facts.label = fieldText(superblock, 64, 16);
}

// Linux, include/uapi/linux/cramfs_fs.h; written in the byte order of the machine that made it
void describeCramfs(ByteView superblock, FilesystemFacts &facts)
{
    const bool little = superblock.le32(0) == 0x28cd3d45;
    facts.sizeBytes = little ? superblock.le32(4) : superblock.be32(4);
    facts.label = fieldText(superblock, 48, 16);
}

// Linux, Documentation/filesystems/romfs.rst
void describeRomfs(ByteView superblock, FilesystemFacts &facts)
{
    facts.sizeBytes = superblock.be32(8);
    facts.label = fieldText(superblock, 16, 64);
}

// Linux, fs/jfs/jfs_superblock.h: the size counts blocks of the device
void describeJfs(ByteView superblock, FilesystemFacts &facts)
{
    facts.blockBytes = superblock.le32(16);
    facts.sizeBytes = bytesOf(superblock.le64(8), superblock.le32(24));
    facts.uuid = volumeUuid(superblock, 136);
    facts.label = fieldText(superblock, 152, 16);
}

// Linux 6.12, fs/reiserfs/reiserfs.h
void describeReiserfs(ByteView superblock, FilesystemFacts &facts)
{
    setBlocks(facts, superblock.le32(0), superblock.le16(44));
    facts.uuid = volumeUuid(superblock, 84);
    facts.label = fieldText(superblock, 100, 16);
}

// Linux, include/uapi/linux/nilfs2_ondisk.h
bool soundNilfs(ByteView superblock)
{
    return superblock.le32(0) == 2 && superblock.le16(8) >= 200 && superblock.le16(8) <= 1024 &&
        superblock.le32(20) <= 6;
}

void describeNilfs(ByteView superblock, FilesystemFacts &facts)
{
    facts.blockBytes = static_cast<qint64>(powerOfTwo(10 + superblock.le32(20)));
    facts.sizeBytes = bytesOf(superblock.le64(32), 1);
    facts.uuid = volumeUuid(superblock, 152);
    facts.label = fieldText(superblock, 168, 80);
}

// Linux, fs/ocfs2/ocfs2_fs.h: the superblock is an inode's body
void describeOcfs2(ByteView superblock, FilesystemFacts &facts)
{
    facts.label = fieldText(superblock, 272, 64);
    facts.uuid = volumeUuid(superblock, 336);
}

// Linux, include/uapi/linux/gfs2_ondisk.h
void describeGfs2(ByteView superblock, FilesystemFacts &facts)
{
    facts.blockBytes = superblock.be32(36);
    facts.label = fieldText(superblock, 160, 64);
    facts.uuid = volumeUuid(superblock, 256);
}

// Linux, include/uapi/linux/minix_fs.h, versions 1 and 2; written in the byte order of the machine that made it
bool soundMinix(ByteView superblock)
{
    const auto field = [&](qsizetype at) {
        return superblock.u8(17) == 0x13 || superblock.u8(17) == 0x24 ? superblock.le16(at) : superblock.be16(at);
    };
    const quint32 inodes = field(0);
    const quint32 inodeMapBlocks = field(4);
    const quint32 zoneMapBlocks = field(6);
    return inodes > 0 && inodeMapBlocks > 0 && zoneMapBlocks > 0 && field(10) == 0 &&
        field(8) > 2 + inodeMapBlocks + zoneMapBlocks && inodeMapBlocks * 8192 >= inodes && field(18) <= 3;
}

void describeMinix(ByteView superblock, FilesystemFacts &facts)
{
    const bool little = superblock.u8(17) == 0x13 || superblock.u8(17) == 0x24;
    const bool second = (little ? superblock.u8(17) : superblock.u8(16)) == 0x24;
    const quint64 zones = second ? (little ? superblock.le32(20) : superblock.be32(20))
                                 : (little ? superblock.le16(2) : superblock.be16(2));
    facts.more.emplace_back(QStringLiteral("version"), second ? 2 : 1);
    setBlocks(facts, zones, 1024);
}

} // namespace Fathom
