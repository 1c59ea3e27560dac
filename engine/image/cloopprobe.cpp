// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/cloopprobe.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CloopProbe)
};

// cloop.h of cloop 2: a shell script of 128 bytes, then two numbers and the table of the blocks' places; all
// big-endian.
constexpr qint64 cloopBlockSizeAt = 128;
constexpr qint64 cloopBlockCountAt = 132;
constexpr qint64 cloopTableAt = 136;
constexpr qint64 cloopEntryBytes = 8;
constexpr quint32 cloopSector = 512;
constexpr quint32 largestCloopBlock = 64 * 1024 * 1024;
constexpr qint64 largestCloopTable = 512LL * 1024 * 1024;
constexpr qint64 cloopEntriesPerRead = 32 * 1024;
constexpr qint64 cloopEntriesChecked = 8 * cloopEntriesPerRead; // 2 MiB: a disk of 16 GiB in blocks of 64 KiB
constexpr quint64 largestPackedCloopBlock = 2ULL * largestCloopBlock;
constexpr QByteArrayView cloopMagic(
    "#!/bin/sh\n#V2.0 Format\nmodprobe cloop file=$0 && mount -r -t iso9660 /dev/cloop $1\n");

/// The blocks lie one after the other. Of a table that is longer than any that is in use the rest is believed.
Result<void> checkCloopTable(BoundedFile &file, qint64 entries, Wording action)
{
    quint64 last = 0;
    for (qint64 first = 0; first < qMin(entries, cloopEntriesChecked); first += cloopEntriesPerRead) {
        const qint64 count = qMin(entries - first, cloopEntriesPerRead);
        const qint64 offset = cloopTableAt + first * cloopEntryBytes;
        const Result<QByteArray> bytes =
            file.read(offset, count * cloopEntryBytes, [] { return Text::tr("the table of the blocks"); });
        if (!bytes)
            return std::unexpected(bytes.error());
        const ByteView table(*bytes);
        for (qint64 i = 0; i < count; ++i) {
            const quint64 place = table.be64(i * cloopEntryBytes);
            const bool isFirst = first + i == 0;
            if (!isFirst && (place < last || place - last > largestPackedCloopBlock))
                return std::unexpected(file.malformed(action(),
                    Text::tr("block %1 lies before the one before it, or is too long").arg(first + i - 1),
                    offset + i * cloopEntryBytes));
            last = place;
        }
    }
    return {};
}

} // namespace

bool recognizesCloop(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    return head && head->startsWith(cloopMagic);
}

Result<ImageInfo> readCloop(BoundedFile &file, ImageInfo info)
{
    constexpr auto action = [] { return Text::tr("read the cloop header"); };
    const Result<QByteArray> bytes = file.read(0, cloopTableAt, [] { return Text::tr("the cloop header"); });
    if (!bytes)
        return std::unexpected(bytes.error());
    const ByteView header(*bytes);
    const auto broken = [&](const QString &reason, qint64 offset) {
        return std::unexpected(file.malformed(action(), reason, offset));
    };
    const quint32 block = header.be32(cloopBlockSizeAt);
    if (block == 0 || block % cloopSector != 0 || block > largestCloopBlock)
        return broken(Text::tr("blocks of %1 bytes are not allowed: multiples of 512 up to 64 MiB are").arg(block),
            cloopBlockSizeAt);
    const quint32 blocks = header.be32(cloopBlockCountAt);
    const qint64 entries = qint64(blocks) + 1; // the last one says where the last block ends
    if (entries * cloopEntryBytes > largestCloopTable)
        return broken(Text::tr("%1 blocks are more than there can be").arg(blocks), cloopBlockCountAt);
    if (cloopTableAt + entries * cloopEntryBytes > file.lengthBytes())
        return broken(Text::tr("the table of the blocks lies outside the file"), cloopBlockCountAt);
    if (const Result<void> checked = checkCloopTable(file, entries, action); !checked)
        return std::unexpected(checked.error());

    info.virtualSizeBytes = qint64(block) * blocks; // less than 2^52
    info.clusterSizeBytes = block;
    info.addFact(QStringLiteral("blocks"), qint64(blocks), false);
    return info;
}

} // namespace Fathom
