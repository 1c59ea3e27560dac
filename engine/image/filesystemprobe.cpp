// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/filesystemprobe.h"

#include "image/filesystemmarks.h"
#include "image/partitiontable.h"

namespace Fathom {

namespace {

constexpr qsizetype firstSectorBytes = 512;

} // namespace

bool recognizesFilesystem(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    if (!head)
        return false;
    if (!hasPartitions(*head)) {
        const Result<ByteView> lead = file.lead();
        return lead && findFilesystem(*lead);
    }
    // A disk that was partitioned later keeps the old superblock further in; the partition table counts.
    const FilesystemMark *mark = findFilesystem(*head);
    return mark && mark->superblock + mark->at < firstSectorBytes;
}

Result<ImageInfo> readFilesystem(BoundedFile &file, ImageInfo info)
{
    const Result<ByteView> lead = file.lead();
    if (!lead)
        return std::unexpected(lead.error());
    const FilesystemMark *mark = findFilesystem(*lead);
    if (!mark)
        return info;
    if (mark->use != FilesystemUse::Root)
        info.format = ImageFormat::Raw;
    FilesystemFacts facts;
    facts.name = QLatin1StringView(mark->name);
    if (mark->pageBytes != 0)
        facts.blockBytes = mark->pageBytes;
    if (mark->describe)
        mark->describe(lead->slice(mark->superblock, lead->size()), facts);

    info.content = facts.name;
    if (!facts.label.isEmpty())
        info.addFact(QStringLiteral("label"), facts.label, false);
    if (!facts.uuid.isEmpty())
        info.addFact(QStringLiteral("uuid"), facts.uuid, false);
    if (facts.blockBytes)
        info.addFact(QStringLiteral("block-size"), *facts.blockBytes, false);
    if (facts.sizeBytes) {
        info.addFact(QStringLiteral("filesystem-size"), *facts.sizeBytes, false);
        if (*facts.sizeBytes > info.virtualSizeBytes)
            info.addFact(QStringLiteral("truncated"), true, false);
    }
    if (facts.usedBytes)
        info.addFact(QStringLiteral("filesystem-used"), *facts.usedBytes, false);
    for (const auto &[key, value] : facts.more)
        info.addFact(key, value, false);
    return info;
}

} // namespace Fathom
