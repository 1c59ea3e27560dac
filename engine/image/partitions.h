// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"

#include <optional>
#include <vector>

namespace Fathom {

struct Partition {
    int number = 0;
    QString type; ///< MBR: "0x83"; GPT: the type's GUID
    QString name;
    qint64 startBytes = 0;
    qint64 sizeBytes = 0;
    bool bootable = false;
};

/// What a partition table says, and what is wrong with it: each fault a translated sentence without full stop.
struct PartitionTable {
    QString scheme; ///< "mbr" or "gpt"
    QString id; ///< the disk's signature or GUID
    qint64 sectorBytes = 512;
    std::vector<Partition> partitions;
    std::vector<QString> faults;
};

/// The master boot record in the first sector; nothing where there is none. Logical partitions are followed through a
/// bounded number of extended boot records.
Result<std::optional<PartitionTable>> readMbr(BoundedFile &file);

/// The GPT behind a protective MBR, of 512-byte or 4096-byte sectors; nothing where there is none.
Result<std::optional<PartitionTable>> readGpt(BoundedFile &file);

/// Whether one of the MBR's four entries protects a GPT.
bool protectsGpt(ByteView firstSector);

/// Adds a fault for each partition that overlaps another, or that reaches past the file's end.
void checkExtents(PartitionTable &table, qint64 fileLengthBytes);

} // namespace Fathom
