// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/partitiontable.h"

#include "image/partitions.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PartitionTable)
};

FactValue partitionFacts(const Partition &partition)
{
    FactValue::Members facts;
    facts.reserve(6);
    facts.push_back({QStringLiteral("number"), partition.number});
    facts.push_back({QStringLiteral("type"), partition.type});
    facts.push_back({QStringLiteral("start"), partition.startBytes});
    facts.push_back({QStringLiteral("size"), partition.sizeBytes});
    facts.push_back({QStringLiteral("bootable"), partition.bootable});
    if (!partition.name.isEmpty())
        facts.push_back({QStringLiteral("name"), partition.name});
    return facts;
}

FactValue partitionsFacts(const std::vector<Partition> &partitions)
{
    FactValue::List list;
    list.reserve(partitions.size());
    for (const Partition &partition : partitions)
        list.push_back(partitionFacts(partition));
    return list;
}

void addTable(ImageInfo &info, const PartitionTable &table)
{
    info.content = info.content.isEmpty() ? table.scheme : info.content + u'+' + table.scheme;
    if (!table.id.isEmpty())
        info.addFact(QStringLiteral("disk-id"), table.id, false);
    info.addFact(QStringLiteral("sector-size"), table.sectorBytes, false);
    info.addFact(QStringLiteral("partitions"), partitionsFacts(table.partitions), false);
}

void addFaults(ImageInfo &info, const PartitionTable &table)
{
    for (const QString &fault : table.faults)
        info.violations.push_back(
            {QStringLiteral("partition-table"), Text::tr("The partition table makes no sense: %1").arg(fault)});
}

} // namespace

bool hasPartitions(ByteView firstSector)
{
    // Section 5.2.1 of the UEFI specification: each of the four entries is used (type not 0) or not, bootable or not.
    if (firstSector.le16(510) != 0xaa55)
        return false;
    int used = 0;
    for (int entry = 446; entry < 510; entry += 16) {
        if (firstSector.u8(entry) != 0 && firstSector.u8(entry) != 0x80)
            return false;
        used += firstSector.u8(entry + 4) != 0 && firstSector.le32(entry + 8) != 0 && firstSector.le32(entry + 12) != 0;
    }
    return used > 0;
}

Result<ImageInfo> readPartitionTable(BoundedFile &file, ImageInfo info)
{
    const Result<std::optional<PartitionTable>> mbr = readMbr(file);
    if (!mbr)
        return std::unexpected(mbr.error());
    if (!*mbr)
        return info;
    const Result<std::optional<PartitionTable>> gpt = readGpt(file);
    if (!gpt)
        return std::unexpected(gpt.error());
    const bool judged = info.content.isEmpty();
    // Many a boot sector ends in the signature without being a table; on an ISO that means nothing.
    if (!judged && !*gpt && (*mbr)->partitions.empty())
        return info;
    addTable(info, *gpt ? **gpt : **mbr);
    if (judged) {
        addFaults(info, **mbr);
        if (*gpt)
            addFaults(info, **gpt);
    }
    return info;
}

} // namespace Fathom
