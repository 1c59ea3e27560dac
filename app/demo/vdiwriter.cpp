// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/vdiwriter.h"

#include "app/demo/layout.h"

namespace Fathom {

namespace {

constexpr qint64 vdiBlock = 1024 * 1024;
constexpr qint64 vdiMapOffset = 512;

} // namespace

void writeDynamicVdi(SparseFile &file, qint64 virtualSizeBytes, const QByteArray &boot, int blocks)
{
    const qint64 entries = (virtualSizeBytes + vdiBlock - 1) / vdiBlock;
    const qint64 dataOffset = (vdiMapOffset + entries * 4 + vdiBlock - 1) / vdiBlock * vdiBlock;

    Layout header(512);
    header.text(0, "<<< Oracle VM VirtualBox Disk Image >>>\n");
    header.le32(64, 0xbeda107f);
    header.le32(68, 0x10001);
    header.le32(72, 400); // length of what follows
    header.le32(76, 1); // dynamic
    header.le32(340, vdiMapOffset);
    header.le32(344, static_cast<quint32>(dataOffset));
    header.le32(360, 512);
    header.le64(368, static_cast<quint64>(virtualSizeBytes));
    header.le32(376, vdiBlock);
    header.le32(384, static_cast<quint32>(entries));
    header.le32(388, static_cast<quint32>(blocks));
    header.text(392, noise(16, 1)); // the image's UUID
    header.text(408, noise(16, 2)); // its last snapshot's; no parent's
    file.write(0, header.bytes());

    Layout map(entries * 4);
    for (qint64 i = 0; i < entries; ++i)
        map.le32(i * 4, i < blocks ? static_cast<quint32>(i) : 0xffffffff);
    file.write(vdiMapOffset, map.bytes());
    file.write(dataOffset, boot);
    for (int i = 0; i < blocks; ++i)
        file.writeNoise(dataOffset + i * vdiBlock + 65536, 65536, static_cast<quint64>(i));
}

} // namespace Fathom
