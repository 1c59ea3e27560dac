// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/filesystemlayouts.h"

#include "image/superblockfields.h"

namespace Fathom {

using namespace Superblock;

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
    if (superblock.le64(80) != 0)
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
