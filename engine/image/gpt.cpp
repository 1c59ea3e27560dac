// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/crc32.h"
#include "image/guidtext.h"
#include "image/partitions.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(GuidPartitionTable)
};

// UEFI specification 2.10, section 5.3: the header (table 5.5) and the entries (table 5.6).
constexpr qint64 gptHeaderBytes = 92;
constexpr qint64 gptEntryBytes = 128;
constexpr qint64 gptMostEntryBytes = 1024 * 1024;
constexpr qint64 gptMostEntries = 1024;
constexpr quint64 gptMostSectors = quint64(1) << 50;

struct GptHeader {
    ByteView bytes;
    quint64 own() const { return bytes.le64(24); }
    quint64 alternate() const { return bytes.le64(32); }
    quint64 entriesAt() const { return bytes.le64(72); }
    quint32 entryCount() const { return bytes.le32(80); }
    quint32 entrySize() const { return bytes.le32(84); }
    quint32 entriesCrc() const { return bytes.le32(88); }
};

bool isGptHeader(ByteView bytes)
{
    return bytes.startsWith("EFI PART");
}

bool crcIsRight(ByteView sector)
{
    const quint32 length = sector.le32(12);
    if (length < gptHeaderBytes || length > static_cast<quint64>(sector.size()))
        return false;
    constexpr qsizetype crcAt = 16;
    return Crc32Ieee()
               .add(sector.slice(0, crcAt))
               .addZeros(4)
               .add(sector.slice(crcAt + 4, length - crcAt - 4))
               .value() == sector.le32(crcAt);
}

Result<void> readEntries(BoundedFile &file, const GptHeader &header, PartitionTable &table)
{
    const quint32 size = header.entrySize();
    const quint64 at = header.entriesAt();
    if (size < gptEntryBytes || size > 4096 || (size & (size - 1)) != 0) {
        table.faults.push_back(Text::tr("its entries are %1 bytes long, which is not allowed").arg(size));
        return {};
    }
    const quint64 length = quint64(size) * header.entryCount();
    if (length > gptMostEntryBytes || header.entryCount() > gptMostEntries) {
        table.faults.push_back(Text::tr("it claims %1 entries").arg(header.entryCount()));
        return {};
    }
    if (at < 2 || at > gptMostSectors || static_cast<qint64>(at) * table.sectorBytes > file.lengthBytes() ||
        static_cast<qint64>(length) > file.lengthBytes() - static_cast<qint64>(at) * table.sectorBytes) {
        table.faults.push_back(Text::tr("its entries lie outside the file"));
        return {};
    }
    const Result<ByteView> bytes = file.view(static_cast<qint64>(at) * table.sectorBytes, static_cast<qint64>(length));
    if (!bytes)
        return std::unexpected(bytes.error());
    if (Crc32Ieee().add(bytes->bytes()).value() != header.entriesCrc())
        table.faults.push_back(Text::tr("its entries' checksum is wrong"));

    for (quint32 i = 0; i < header.entryCount(); ++i) {
        const ByteView entry = bytes->slice(qint64(i) * size, size);
        if (entry.le64(0) == 0 && entry.le64(8) == 0)
            continue;
        const quint64 first = entry.le64(32);
        const quint64 last = entry.le64(40);
        const int number = static_cast<int>(i) + 1;
        if (last < first || first == 0 || last > gptMostSectors) {
            table.faults.push_back(Text::tr("partition %1 has an impossible extent").arg(number));
            continue;
        }
        table.partitions.push_back({.number = number,
            .type = mixedEndianGuidText(entry, 0),
            .name = plainText(utf8FromUtf16Little(entry.slice(56, 72))),
            .startBytes = static_cast<qint64>(first) * table.sectorBytes,
            .sizeBytes = static_cast<qint64>(last - first + 1) * table.sectorBytes,
            .bootable = (entry.le64(48) & 4) != 0});
    }
    return {};
}

/// The second copy, in the file's last sector, for when the first is broken: readable for free where sectors have
/// 512 bytes, because the tail was read already.
Result<ByteView> backupHeader(BoundedFile &file)
{
    const Result<ByteView> tail = file.tail();
    if (!tail || tail->size() < BoundedFile::tailBytes || !isGptHeader(*tail) || !crcIsRight(*tail))
        return ByteView();
    return tail;
}

} // namespace

Result<std::optional<PartitionTable>> readGpt(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    if (!head)
        return std::unexpected(head.error());
    if (!protectsGpt(*head))
        return std::optional<PartitionTable>();
    // Sectors of either size, and as a rule the entries.
    constexpr qint64 largeSectorBytes = 4096;
    constexpr qint64 usualTableBytes = 6 * largeSectorBytes;
    const Result<ByteView> lead = file.lead(usualTableBytes);
    if (!lead)
        return std::unexpected(lead.error());

    PartitionTable table;
    table.scheme = QStringLiteral("gpt");
    GptHeader header;
    for (const qint64 sectorBytes : {qint64(512), largeSectorBytes}) {
        const ByteView candidate = lead->slice(sectorBytes, sectorBytes);
        if (!isGptHeader(candidate))
            continue;
        table.sectorBytes = sectorBytes;
        header.bytes = candidate;
        break;
    }
    const bool primary = header.bytes.size() > 0 && crcIsRight(header.bytes);
    if (!primary) {
        table.faults.push_back(header.bytes.size() > 0 ? Text::tr("the GPT header's checksum is wrong")
                                                       : Text::tr("the MBR promises a GPT, but there is none"));
        const Result<ByteView> backup = backupHeader(file);
        if (!backup)
            return std::unexpected(backup.error());
        if (backup->size() == 0)
            return table;
        header.bytes = *backup;
        table.sectorBytes = BoundedFile::tailBytes;
    }

    const quint64 sectors = static_cast<quint64>(file.lengthBytes() / table.sectorBytes);
    table.id = mixedEndianGuidText(header.bytes, 56);
    if (primary && header.own() != 1)
        table.faults.push_back(Text::tr("the GPT header says that it lies at sector %1").arg(header.own()));
    if (primary && (header.alternate() == 0 || header.alternate() >= sectors))
        table.faults.push_back(Text::tr("the GPT's second copy would lie past the end of the file"));
    if (const Result<void> entries = readEntries(file, header, table); !entries)
        return std::unexpected(entries.error());
    checkExtents(table, file.lengthBytes());
    return table;
}

} // namespace Fathom
