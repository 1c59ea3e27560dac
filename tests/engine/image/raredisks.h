// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/image/hostile.h"

#include <QtEndian>

#include <utility>

/// Small whole disks of the formats that no tool of a cloud's hosts makes.
namespace Fathom::RareDisks {

using Hostile::patched;
using namespace Qt::StringLiterals;

template<class T> inline QByteArray rareLittle(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

template<class T> inline QByteArray rareBig(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// An empty growing disk of 252 extents of 4 KiB.
inline QByteArray bochsDisk(int version, quint64 size = 1032192)
{
    QByteArray bytes(512, '\0');
    bytes = patched(bytes, 0, "Bochs Virtual HD Image");
    bytes = patched(bytes, 32, "Redolog");
    bytes = patched(bytes, 48, "Growing");
    for (const auto &[at, value] : {std::pair(64, quint32(version) << 16), std::pair(68, quint32(512)),
             std::pair(72, quint32(252)), std::pair(76, quint32(1)), std::pair(80, quint32(4096))})
        bytes = patched(bytes, at, rareLittle(value));
    return patched(bytes, version == 1 ? 84 : 88, rareLittle(size)) + QByteArray(252 * 4, '\xff');
}

/// Blocks of zeroes, as zlib packs them.
inline QByteArray cloopDisk(quint32 blockBytes, quint32 blocks)
{
    const QByteArray packed = qCompress(QByteArray(blockBytes, '\0')).sliced(4);
    QByteArray bytes("#!/bin/sh\n#V2.0 Format\nmodprobe cloop file=$0 && mount -r -t iso9660 /dev/cloop $1\nexit $?\n");
    bytes = bytes.leftJustified(128, '\0') + rareBig(blockBytes) + rareBig(blocks);
    for (quint32 i = 0; i <= blocks; ++i)
        bytes += rareBig(quint64(136 + (blocks + 1) * 8 + i * packed.size()));
    return bytes + packed.repeated(blocks);
}

/// Ten sectors of zeroes and ten of bytes that are stored as they are.
inline QByteArray dmgDisk()
{
    const auto chunk = [](quint32 type, quint64 first, quint64 sectors, quint64 length) {
        return rareBig(type) + QByteArray(4, '\0') + rareBig(first) + rareBig(sectors) + rareBig(quint64(0)) +
            rareBig(length);
    };
    QByteArray pieces = patched(QByteArray(204, '\0'), 0, "mish\0\0\0\1"_ba);
    pieces = patched(pieces, 16, rareBig(quint64(20)));
    pieces += chunk(0, 0, 10, 0) + chunk(1, 10, 10, 5120) + chunk(0xffffffff, 20, 0, 0);
    const QByteArray data(5120, 'x');
    const QByteArray properties =
        "<plist><dict><key>resource-fork</key><dict><key>blkx</key><array><dict><key>Data</key>"
        "<data>" +
        pieces.toBase64() + "</data></dict></array></dict></dict></plist>";
    QByteArray trailer = patched(QByteArray(512, '\0'), 0, "koly");
    trailer = patched(trailer, 4, rareBig(quint32(4)) + rareBig(quint32(512)));
    trailer = patched(trailer, 0x20, rareBig(quint64(data.size())));
    trailer = patched(trailer, 0xd8, rareBig(quint64(data.size())) + rareBig(quint64(properties.size())));
    return data + properties + patched(trailer, 0x1ec, rareBig(quint64(20)));
}

} // namespace Fathom::RareDisks
