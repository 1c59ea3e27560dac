// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/vhdwriter.h"

#include "app/demo/layout.h"

namespace Fathom {

namespace {

constexpr qint64 vhdSector = 512;
constexpr qint64 vhdBlock = 2 * 1024 * 1024;
constexpr qint64 vhdBlockMapOffset = 1536; // behind the footer's copy and the dynamic disk header

/// One's complement of the sum of all bytes, the checksum field being zero.
quint32 vhdChecksum(const QByteArray &bytes)
{
    quint32 sum = 0;
    for (const char byte : bytes)
        sum += static_cast<quint8>(byte);
    return ~sum;
}

QByteArray vhdFooter(qint64 sizeBytes, quint32 diskType)
{
    Layout footer(vhdSector);
    footer.text(0, "conectix");
    footer.be32(8, 2); // features: the reserved bit
    footer.be32(12, 0x10000);
    footer.be64(16, diskType == 2 ? ~quint64(0) : vhdSector);
    footer.be32(24, 0x1d000000); // seconds since 2000
    footer.text(28, "win "); // a creator whose disks are as long as the size field says, not as the geometry does
    footer.be32(32, 0x60001);
    footer.text(36, "Wi2k");
    footer.be64(40, static_cast<quint64>(sizeBytes));
    footer.be64(48, static_cast<quint64>(sizeBytes));
    footer.be16(56, static_cast<quint16>(qMin<qint64>(sizeBytes / vhdSector / 16 / 255, 65535)));
    footer.u8(58, 16);
    footer.u8(59, 255);
    footer.be32(60, diskType);
    footer.text(68, noise(16, static_cast<quint64>(sizeBytes))); // unique id
    footer.be32(64, vhdChecksum(footer.bytes()));
    return footer.bytes();
}

} // namespace

void writeFixedVhd(SparseFile &file, qint64 fileLengthBytes, const QByteArray &boot)
{
    file.write(0, boot);
    file.write(fileLengthBytes - vhdSector, vhdFooter(fileLengthBytes - vhdSector, 2));
}

void writeDynamicVhd(
    SparseFile &file, qint64 virtualSizeBytes, qint64 fileLengthBytes, const QByteArray &boot, int blocks)
{
    const qint64 entries = (virtualSizeBytes + vhdBlock - 1) / vhdBlock;
    const qint64 mapBytes = (entries * 4 + vhdSector - 1) / vhdSector * vhdSector;

    Layout header(1024);
    header.text(0, "cxsparse");
    header.be64(8, ~quint64(0));
    header.be64(16, vhdBlockMapOffset);
    header.be32(24, 0x10000);
    header.be32(28, static_cast<quint32>(entries));
    header.be32(32, vhdBlock);
    header.be32(36, vhdChecksum(header.bytes()));

    Layout map(mapBytes);
    for (qint64 i = 0; i < mapBytes / 4; ++i)
        map.be32(i * 4, 0xffffffff);
    qint64 place = vhdBlockMapOffset + mapBytes;
    for (int i = 0; i < blocks; ++i) {
        map.be32(i * 4, static_cast<quint32>(place / vhdSector));
        file.write(place, QByteArray(vhdSector, '\xff')); // the bitmap: every sector of the block is there
        if (i == 0)
            file.write(place + vhdSector, boot);
        file.writeNoise(place + vhdSector + 65536, 65536, static_cast<quint64>(i));
        place += vhdSector + vhdBlock;
    }

    const QByteArray footer = vhdFooter(virtualSizeBytes, 3);
    file.write(0, footer);
    file.write(vhdSector, header.bytes());
    file.write(vhdBlockMapOffset, map.bytes());
    file.write(fileLengthBytes - vhdSector, footer);
}

} // namespace Fathom
