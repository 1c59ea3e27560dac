// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace Fathom {

/// Bytes at a place of a raw disk or file.
struct RawPiece {
    qint64 offset = 0;
    QByteArray bytes;
};

enum class RawContent {
    Nothing,
    LinuxMbr, ///< a partition table with one ext4 file system
    WindowsMbr, ///< … with one NTFS file system
    LinuxGpt,
    Ext4, ///< a file system without a partition table around it (AMI)
    Swap,
    Iso,
    Kernel, ///< bzImage (AKI)
    Ramdisk, ///< a compressed cpio archive (ARI)
};

/// What makes sizeBytes of disk or file be of that content, as far as its marks and headers go.
std::vector<RawPiece> rawPieces(RawContent content, qint64 sizeBytes, const QByteArray &label);

/// The disk's first sector alone, for formats that pack it into a block.
QByteArray bootSector(RawContent content, qint64 sizeBytes);

quint32 crc32(const QByteArray &bytes);

} // namespace Fathom
