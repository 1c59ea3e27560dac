// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/filesystemlayouts.h"

#include "base/nativepath.h"
#include "image/guidtext.h"

#include <array>
#include <limits>

namespace Fathom {

namespace {

/// A label's field: ends at the first zero byte, trailing spaces are filling.
QString fieldText(ByteView bytes, qsizetype at, qsizetype width)
{
    QByteArrayView field = bytes.slice(at, width);
    if (const qsizetype end = field.indexOf('\0'); end >= 0)
        field = field.first(end);
    return plainText(field.trimmed());
}

/// No UUID where all its bytes are zero.
QString volumeUuid(ByteView bytes, qsizetype at)
{
    return bytes.has(at, 16) && !isNullGuid(bytes, at) ? uuidText(bytes, at) : QString();
}

/// As Windows and blkid write a volume's serial number: "1234-ABCD".
QString serialText(quint32 serial)
{
    const QString digits = QString::number(serial, 16).toUpper().rightJustified(8, u'0');
    return digits.first(4) + u'-' + digits.last(4);
}

std::optional<qint64> bytesOf(quint64 count, quint64 unit)
{
    constexpr quint64 most = std::numeric_limits<qint64>::max();
    if (unit == 0 || count > most / unit)
        return {};
    return static_cast<qint64>(count * unit);
}

quint64 powerOfTwo(quint32 exponent)
{
    return exponent < 32 ? quint64(1) << exponent : 0;
}

void setBlocks(FilesystemFacts &facts, quint64 count, quint64 blockBytes)
{
    if (blockBytes > 0 && blockBytes <= std::numeric_limits<quint32>::max())
        facts.blockBytes = static_cast<qint64>(blockBytes);
    facts.sizeBytes = bytesOf(count, blockBytes);
}

bool isPowerOfTwo(quint32 value)
{
    return value != 0 && (value & (value - 1)) == 0;
}

} // namespace

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
    facts.uuid = volumeUuid(superblock, 104);
    facts.label = fieldText(superblock, 120, 16);
    if (const QString mounted = fieldText(superblock, 136, 64); !mounted.isEmpty())
        facts.more.emplace_back(QStringLiteral("last-mounted"), mounted);
}

// XFS Algorithms & Data Structures, chapter "Superblocks"
void describeXfs(ByteView superblock, FilesystemFacts &facts)
{
    setBlocks(facts, superblock.be64(8), superblock.be32(4));
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

// Microsoft, "FAT: General Overview of On-Disk Format", version 1.03: the BPB
bool soundFat(ByteView superblock)
{
    const quint16 sectorBytes = superblock.le16(11);
    const quint8 media = superblock.u8(21);
    const bool jump = superblock.u8(0) == 0xe9 || (superblock.u8(0) == 0xeb && superblock.u8(2) == 0x90);
    return jump && isPowerOfTwo(sectorBytes) && sectorBytes >= 512 && sectorBytes <= 4096 &&
        isPowerOfTwo(superblock.u8(13)) && superblock.le16(14) > 0 && superblock.u8(16) >= 1 &&
        superblock.u8(16) <= 4 && (media == 0xf0 || media >= 0xf8) &&
        (superblock.le16(19) > 0 || superblock.le32(32) > 0);
}

void describeFat(ByteView superblock, FilesystemFacts &facts)
{
    const quint32 sectorBytes = superblock.le16(11);
    const quint32 shortFat = superblock.le16(22);
    const quint64 sectors = superblock.le16(19) != 0 ? superblock.le16(19) : superblock.le32(32);
    const quint64 fatSectors = quint64(superblock.u8(16)) * (shortFat != 0 ? shortFat : superblock.le32(36));
    const quint64 rootSectors = (superblock.le16(17) * quint64(32) + sectorBytes - 1) / sectorBytes;
    const quint64 systemSectors = superblock.le16(14) + fatSectors + rootSectors;
    const quint64 clusters = sectors > systemSectors ? (sectors - systemSectors) / superblock.u8(13) : 0;
    // The count of clusters decides, except that only FAT32 has no short FAT size.
    const int bits = shortFat == 0 ? 32 : clusters < 4085 ? 12 : clusters < 65525 ? 16 : 32;
    facts.name = QStringLiteral("vfat");
    facts.more.emplace_back(QStringLiteral("fat-bits"), bits);
    facts.blockBytes = qint64(sectorBytes) * superblock.u8(13);
    facts.sizeBytes = bytesOf(sectors, sectorBytes);
    const int extended = bits == 32 ? 64 : 36;
    if (superblock.u8(extended + 2) != 0x29)
        return;
    facts.uuid = serialText(superblock.le32(extended + 3));
    facts.label = fieldText(superblock, extended + 7, 11);
    if (facts.label == u"NO NAME")
        facts.label.clear();
}

// Microsoft, "exFAT file system specification", section 3.1
void describeExfat(ByteView superblock, FilesystemFacts &facts)
{
    const quint64 sectorBytes = powerOfTwo(superblock.u8(108));
    facts.sizeBytes = bytesOf(superblock.le64(72), sectorBytes);
    if (const std::optional<qint64> cluster = bytesOf(sectorBytes, powerOfTwo(superblock.u8(109))))
        facts.blockBytes = *cluster;
    facts.uuid = serialText(superblock.le32(100));
}

// Linux, fs/ntfs3/ntfs.h: struct NTFS_BOOT
void describeNtfs(ByteView superblock, FilesystemFacts &facts)
{
    const quint32 sectorBytes = superblock.le16(11);
    // From 0x80 on the byte is a negative exponent.
    const quint8 perCluster = superblock.u8(13);
    const quint64 sectors = perCluster < 0x80 ? perCluster : powerOfTwo(256U - perCluster);
    facts.sizeBytes = bytesOf(superblock.le64(40), sectorBytes);
    facts.blockBytes = bytesOf(sectors, sectorBytes);
    facts.uuid = QString::number(superblock.le64(72), 16).toUpper().rightJustified(16, u'0');
}

// Apple, Technical Note TN1150: the volume header
bool soundHfsPlus(ByteView superblock)
{
    return superblock.be16(2) == 4 || superblock.be16(2) == 5;
}

void describeHfsPlus(ByteView superblock, FilesystemFacts &facts)
{
    facts.name = superblock.be16(0) == 0x4858 ? QStringLiteral("hfsx") : QStringLiteral("hfsplus");
    setBlocks(facts, superblock.be32(44), superblock.be32(40));
}

// "Apple File System Reference", container superblock
void describeApfs(ByteView superblock, FilesystemFacts &facts)
{
    setBlocks(facts, superblock.le64(40), superblock.le32(36));
    facts.uuid = volumeUuid(superblock, 72);
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

// Linux, include/linux/swap.h: union swap_header, from byte 1024 on
void describeSwap(ByteView header, FilesystemFacts &facts)
{
    const bool little = header.le32(0) == 1;
    if (!little && header.be32(0) != 1)
        return; // the first version has no fields
    const quint64 lastPage = little ? header.le32(4) : header.be32(4);
    facts.uuid = volumeUuid(header, 12);
    facts.label = fieldText(header, 28, 16);
    if (facts.blockBytes)
        facts.sizeBytes = bytesOf(lastPage + 1, static_cast<quint64>(*facts.blockBytes));
}

// LVM2, lib/format_text/layout.h: the label header and the physical volume's header that it points to
void describeLvm(ByteView label, FilesystemFacts &facts)
{
    const quint32 at = label.le32(20);
    const QString id = fieldText(label, at, 32);
    if (id.size() == 32)
        facts.uuid = id.first(6) + u'-' + id.sliced(6, 4) + u'-' + id.sliced(10, 4) + u'-' + id.sliced(14, 4) + u'-' +
            id.sliced(18, 4) + u'-' + id.sliced(22, 4) + u'-' + id.last(6);
    facts.sizeBytes = bytesOf(label.le64(qsizetype(at) + 32), 1);
}

// Linux, include/uapi/linux/raid/md_p.h: struct mdp_superblock_1
void describeMdraid(ByteView superblock, FilesystemFacts &facts)
{
    facts.uuid = volumeUuid(superblock, 16);
    facts.label = fieldText(superblock, 32, 32);
    facts.more.emplace_back(QStringLiteral("raid-level"), static_cast<qint32>(superblock.le32(72)));
    facts.more.emplace_back(QStringLiteral("raid-disks"), static_cast<qint64>(superblock.le32(92)));
    facts.sizeBytes = bytesOf(superblock.le64(80), 512);
}

// bcache-tools, bcache.h: struct cache_sb
void describeBcache(ByteView superblock, FilesystemFacts &facts)
{
    facts.uuid = volumeUuid(superblock, 40);
    facts.label = fieldText(superblock, 72, 32);
}

// bcachefs, bcachefs_format.h: struct bch_sb
void describeBcachefs(ByteView superblock, FilesystemFacts &facts)
{
    facts.uuid = volumeUuid(superblock, 56);
    facts.label = fieldText(superblock, 72, 32);
}

namespace {

/// The value of a pair in an XDR-encoded list (OpenZFS, module/nvpair/nvpair.c): sizes, the name's length, the name
/// padded to four bytes, a type, a count, the value.
QByteArrayView zfsValue(ByteView list, QByteArrayView name)
{
    qsizetype at = 12;
    for (int pair = 0; pair < 64 && list.has(at, 12); ++pair) {
        const quint32 size = list.be32(at);
        const quint32 nameLength = list.be32(at + 8);
        if (size < 12 || size > 65536 || nameLength > size)
            break;
        if (list.slice(at + 12, nameLength) == name)
            return list.slice(at + 12 + (nameLength + 3) / 4 * 4 + 8, size);
        at += size;
    }
    return {};
}

} // namespace

bool soundZfs(ByteView nameValueList)
{
    return !zfsValue(nameValueList, "version").isEmpty();
}

void describeZfs(ByteView nameValueList, FilesystemFacts &facts)
{
    const ByteView name = zfsValue(nameValueList, "name");
    facts.label = fieldText(name, 4, qMin<qsizetype>(name.be32(0), 256));
    if (const ByteView guid = zfsValue(nameValueList, "pool_guid"); guid.size() >= 8)
        facts.uuid = QString::number(guid.be64(0));
    facts.more.emplace_back(
        QStringLiteral("version"), QString::number(ByteView(zfsValue(nameValueList, "version")).be64(0)));
}

} // namespace Fathom
