// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/partitions.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MasterBootRecord)
};

// UEFI specification 2.10, section 5.2: the legacy master boot record.
constexpr qint64 mbrSectorBytes = 512;
constexpr int mbrFirstEntry = 446;
constexpr int mbrEntryBytes = 16;
constexpr int mbrEntries = 4;
constexpr quint8 typeGptProtective = 0xee;
constexpr int mostLogicalPartitions = 32;

struct MbrEntry {
    quint8 bootFlag = 0;
    quint8 type = 0;
    quint32 startChs = 0;
    quint32 startSector = 0;
    quint32 sectors = 0;
};

MbrEntry mbrEntry(ByteView sector, int index)
{
    const int at = mbrFirstEntry + index * mbrEntryBytes;
    return {.bootFlag = sector.u8(at),
        .type = sector.u8(at + 4),
        .startChs = sector.le32(at) >> 8,
        .startSector = sector.le32(at + 8),
        .sectors = sector.le32(at + 12)};
}

bool isExtended(quint8 type)
{
    return type == 0x05 || type == 0x0f || type == 0x85;
}

bool hasMbrSignature(ByteView sector)
{
    return sector.le16(510) == 0xaa55;
}

Partition mbrPartition(const MbrEntry &entry, int number, qint64 baseSector)
{
    return {.number = number,
        .type = QStringLiteral("0x%1").arg(entry.type, 2, 16, QLatin1Char('0')),
        .startBytes = (baseSector + entry.startSector) * mbrSectorBytes,
        .sizeBytes = entry.sectors * mbrSectorBytes,
        .bootable = entry.bootFlag == 0x80};
}

/// The chain of extended boot records: each holds one logical partition and the place of the next record.
Result<void> readLogical(BoundedFile &file, PartitionTable &table, qint64 extendedStart)
{
    qint64 record = extendedStart;
    for (int number = 5; number < 5 + mostLogicalPartitions; ++number) {
        const Result<QByteArray> bytes = file.readUpTo(record * mbrSectorBytes, mbrSectorBytes);
        if (!bytes)
            return std::unexpected(bytes.error());
        const ByteView sector(*bytes);
        if (!hasMbrSignature(sector)) {
            table.faults.push_back(
                Text::tr("the extended partition's record at sector %1 has no signature").arg(record));
            return {};
        }
        const MbrEntry logical = mbrEntry(sector, 0);
        if (logical.type != 0)
            table.partitions.push_back(mbrPartition(logical, number, record));
        const MbrEntry next = mbrEntry(sector, 1);
        if (!isExtended(next.type))
            return {};
        if (extendedStart + next.startSector <= record) {
            table.faults.push_back(Text::tr("the extended partition's records run in a circle"));
            return {};
        }
        record = extendedStart + next.startSector;
    }
    table.faults.push_back(Text::tr("it has more than %n logical partition(s)", nullptr, mostLogicalPartitions));
    return {};
}

} // namespace

bool protectsGpt(ByteView firstSector)
{
    if (!hasMbrSignature(firstSector))
        return false;
    for (int i = 0; i < mbrEntries; ++i)
        if (mbrEntry(firstSector, i).type == typeGptProtective)
            return true;
    return false;
}

Result<std::optional<PartitionTable>> readMbr(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    if (!head)
        return std::unexpected(head.error());
    const ByteView sector = head->slice(0, mbrSectorBytes);
    if (!hasMbrSignature(sector))
        return std::optional<PartitionTable>();

    PartitionTable table;
    table.scheme = QStringLiteral("mbr");
    if (sector.le32(440) != 0)
        table.id = QStringLiteral("%1").arg(sector.le32(440), 8, 16, QLatin1Char('0'));
    int used = 0;
    int protective = 0;
    int bootable = 0;
    for (int i = 0; i < mbrEntries; ++i) {
        const MbrEntry entry = mbrEntry(sector, i);
        if (entry.bootFlag != 0 && entry.bootFlag != 0x80)
            table.faults.push_back(Text::tr("partition %1's boot mark is %2").arg(i + 1).arg(entry.bootFlag));
        bootable += entry.bootFlag == 0x80;
        if (entry.type == 0)
            continue;
        ++used;
        if (entry.type == typeGptProtective) {
            ++protective;
            if (entry.startSector != 1)
                table.faults.push_back(Text::tr("the entry that protects the GPT begins at sector %1, not at sector 1")
                        .arg(entry.startSector));
            else if (entry.startChs != 0x000200)
                table.faults.push_back(
                    Text::tr("the entry that protects the GPT names another start in its CHS field"));
            continue;
        }
        if (entry.startSector == 0)
            table.faults.push_back(Text::tr("partition %1 begins at the table itself").arg(i + 1));
        table.partitions.push_back(mbrPartition(entry, i + 1, 0));
    }
    if (used == 0)
        table.faults.push_back(Text::tr("it has a boot signature, but no partition"));
    if (bootable > 1)
        table.faults.push_back(Text::tr("%n partitions are marked bootable", nullptr, bootable));
    if (protective > 0 && used > 1)
        table.faults.push_back(Text::tr("it names partitions of its own next to the entry that protects the GPT"));
    checkExtents(table, file.lengthBytes());

    for (int i = 0; i < mbrEntries; ++i) {
        const MbrEntry entry = mbrEntry(sector, i);
        if (!isExtended(entry.type))
            continue;
        if (const Result<void> logical = readLogical(file, table, entry.startSector); !logical)
            return std::unexpected(logical.error());
    }
    return table;
}

void checkExtents(PartitionTable &table, qint64 fileLengthBytes)
{
    std::vector<const Partition *> sorted;
    for (const Partition &partition : table.partitions) {
        if (partition.startBytes > fileLengthBytes || partition.sizeBytes > fileLengthBytes - partition.startBytes)
            table.faults.push_back(Text::tr("partition %1 reaches past the end of the file").arg(partition.number));
        sorted.push_back(&partition);
    }
    std::ranges::sort(sorted, {}, &Partition::startBytes);
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i]->startBytes - sorted[i - 1]->startBytes < sorted[i - 1]->sizeBytes)
            table.faults.push_back(
                Text::tr("partitions %1 and %2 overlap").arg(sorted[i - 1]->number).arg(sorted[i]->number));
}

} // namespace Fathom
