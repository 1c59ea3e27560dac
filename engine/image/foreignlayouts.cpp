// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/filesystemlayouts.h"

#include "image/superblockfields.h"

namespace Fathom {

using namespace Superblock;

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

} // namespace Fathom
