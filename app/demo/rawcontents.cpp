// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/rawcontents.h"

#include "app/demo/isocontent.h"
#include "app/demo/layout.h"
#include "app/demo/sparsefile.h"

namespace Fathom {

namespace {

constexpr qint64 rawSector = 512;
constexpr qint64 rawFirstPartition = 2048 * rawSector;

/// One partition entry (type, first sector, sectors) in a master boot record.
QByteArray masterBootRecord(quint8 type, quint32 first, quint32 sectors)
{
    Layout record(rawSector);
    record.text(0, noise(200, type)); // boot code of no meaning
    record.u8(0, 0xfa); // cli: what every boot code begins with
    record.le32(440, 0x46415448);
    record.u8(446, type == 0xee ? 0 : 0x80);
    record.text(447, type == 0xee ? QByteArray("\x00\x02\x00", 3) : QByteArray("\x20\x21\x00", 3));
    record.u8(450, type);
    record.text(451, "\xfe\xff\xff");
    record.le32(454, first);
    record.le32(458, sectors);
    record.le16(510, 0xaa55);
    return record.bytes();
}

QByteArray mbrOfWholeDisk(quint8 type, qint64 sizeBytes)
{
    return masterBootRecord(type, 2048, static_cast<quint32>(qMin<qint64>(sizeBytes / rawSector - 2048, 0xffffffff)));
}

/// The superblock at 1024 (Documentation/filesystems/ext4 of Linux).
RawPiece ext4Superblock(qint64 partition, qint64 sizeBytes, const QByteArray &label)
{
    const quint32 blocks = static_cast<quint32>(sizeBytes / 4096);
    Layout super(1024);
    super.le32(0, blocks / 4); // inodes
    super.le32(4, blocks);
    super.le32(12, blocks / 2); // free
    super.le32(24, 2); // 4 KiB blocks
    super.le32(28, 2);
    super.le32(32, 32768);
    super.le32(36, 32768);
    super.le32(40, 8192);
    super.le16(56, 0xef53);
    super.le16(58, 1); // clean
    super.le32(76, 1); // dynamic revision
    super.le32(84, 11); // first inode
    super.le16(88, 256);
    super.le32(92, 0x3c); // has_journal, ext_attr, resize_inode, dir_index
    super.le32(96, 0x242); // filetype, extents, flex_bg
    super.le32(100, 0x7b);
    super.text(104, noise(16, blocks));
    super.text(120, label.first(qMin<qsizetype>(label.size(), 16)));
    return {partition + 1024, super.bytes()};
}

/// The boot sector of NTFS.
RawPiece ntfsBootSector(qint64 partition, qint64 sizeBytes)
{
    Layout boot(rawSector);
    boot.text(0, QByteArray("\xeb\x52\x90NTFS    ", 11));
    boot.le16(11, 512);
    boot.u8(13, 8);
    boot.u8(21, 0xf8);
    boot.le16(24, 63);
    boot.le16(26, 255);
    boot.le32(28, static_cast<quint32>(partition / rawSector));
    boot.le32(36, 0x800080);
    boot.le64(40, static_cast<quint64>(sizeBytes / rawSector - 1));
    boot.le64(48, 786432);
    boot.le64(56, 2);
    boot.u8(64, 0xf6);
    boot.u8(68, 1);
    boot.text(72, noise(8, 7));
    boot.le16(510, 0xaa55);
    return {partition, boot.bytes()};
}

QByteArray gptHeader(quint64 own, quint64 other, quint64 entries, quint64 last, quint32 entriesCrc)
{
    Layout header(rawSector);
    header.text(0, "EFI PART");
    header.le32(8, 0x10000);
    header.le32(12, 92);
    header.le64(24, own);
    header.le64(32, other);
    header.le64(40, 34);
    header.le64(48, last - 33);
    header.text(56, noise(16, last));
    header.le64(72, entries);
    header.le32(80, 128);
    header.le32(84, 128);
    header.le32(88, entriesCrc);
    header.le32(16, crc32(header.bytes().first(92)));
    return header.bytes();
}

/// A GUID partition table with one Linux partition (UEFI specification, chapter 5).
std::vector<RawPiece> guidPartitionTable(qint64 sizeBytes)
{
    const quint64 last = static_cast<quint64>(sizeBytes / rawSector - 1);
    Layout table(128 * 128);
    table.text(0, QByteArray::fromHex("af3dc60f838472478e793d69d8477de4")); // Linux filesystem data
    table.text(16, noise(16, 5));
    table.le64(32, 2048);
    table.le64(40, last - 2048);
    const quint32 crc = crc32(table.bytes());
    return {{0, masterBootRecord(0xee, 1, static_cast<quint32>(qMin<quint64>(last, 0xffffffff)))},
        {rawSector, gptHeader(1, last, 2, last, crc)}, {2 * rawSector, table.bytes()},
        {sizeBytes - 33 * rawSector, table.bytes()}, {sizeBytes - rawSector, gptHeader(last, 1, last - 32, last, crc)}};
}

/// The set-up header of a bzImage (Documentation/arch/x86/boot.rst of Linux).
QByteArray bzImage()
{
    const QByteArray version = "3.13.0-83-generic (buildd@lgw01-55) #127-Ubuntu SMP Fri Mar 11 00:25:37 UTC 2016";
    Layout kernel(0x3000);
    kernel.text(0, "MZ");
    kernel.u8(0x1f1, 31); // sectors of set-up code
    kernel.le32(0x1f4, 19464192 / 16 - 1024);
    kernel.le16(0x1fe, 0xaa55);
    kernel.le16(0x200, 0x66eb);
    kernel.text(0x202, "HdrS");
    kernel.le16(0x206, 0x20c);
    kernel.le16(0x20e, 0x2800 - 0x200); // where the version stands
    kernel.u8(0x211, 1); // loaded high
    kernel.le32(0x214, 0x100000);
    kernel.text(0x2800, version);
    return kernel.bytes();
}

/// A gzip member (RFC 1952) with the beginning of a cpio archive in it.
QByteArray compressedCpio()
{
    const QByteArray cpio = "070701" + QByteArray(8, '0') + "000041ED" + QByteArray(72, '0') + "00000005" +
        QByteArray(8, '0') + QByteArray("init\0\0", 6) + noise(300000, 11);
    const QByteArray deflated = qCompress(cpio);
    Layout end(8);
    end.le32(0, crc32(cpio));
    end.le32(4, static_cast<quint32>(cpio.size()));
    return QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10) + deflated.sliced(6, deflated.size() - 10) +
        end.bytes();
}

/// The signature page of a swap area.
QByteArray swapPage(qint64 sizeBytes)
{
    Layout page(4096);
    page.le32(1024, 1);
    page.le32(1028, static_cast<quint32>(sizeBytes / 4096 - 1));
    page.text(1036, noise(16, 13));
    page.text(4086, "SWAPSPACE2");
    return page.bytes();
}

} // namespace

std::vector<RawPiece> rawPieces(RawContent content, qint64 sizeBytes, const QByteArray &label)
{
    switch (content) {
    case RawContent::Nothing: return {};
    case RawContent::LinuxMbr:
        return {{0, bootSector(content, sizeBytes)},
            ext4Superblock(rawFirstPartition, sizeBytes - rawFirstPartition, label)};
    case RawContent::WindowsMbr:
        return {{0, bootSector(content, sizeBytes)}, ntfsBootSector(rawFirstPartition, sizeBytes - rawFirstPartition)};
    case RawContent::LinuxGpt: {
        std::vector<RawPiece> pieces = guidPartitionTable(sizeBytes);
        pieces.push_back(ext4Superblock(rawFirstPartition, sizeBytes - 2 * rawFirstPartition, label));
        return pieces;
    }
    case RawContent::Ext4: return {ext4Superblock(0, sizeBytes, label)};
    case RawContent::Swap: return {{0, swapPage(sizeBytes)}};
    case RawContent::Iso: return isoPieces(sizeBytes, label);
    case RawContent::Kernel: return {{0, bzImage()}};
    case RawContent::Ramdisk: return {{0, compressedCpio()}};
    }
    return {};
}

QByteArray bootSector(RawContent content, qint64 sizeBytes)
{
    return mbrOfWholeDisk(content == RawContent::WindowsMbr ? 0x07 : 0x83, sizeBytes);
}

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (0xedb88320 & (0 - (crc & 1)));
    }
    return ~crc;
}

} // namespace Fathom
