// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

/// Whether the first sector is an MBR that divides the disk (or protects a GPT), and no file system's boot sector.
bool hasPartitions(ByteView firstSector);

/// Looks for an MBR or GPT at the file's start and adds what it finds to a raw (or ISO) file's info: content "mbr" or
/// "gpt", the partitions as facts, violations where the table makes no sense ("partition-table"). An ISO's table is
/// made for the eyes of firmware, overlaps as a rule, and is not judged.
Result<ImageInfo> readPartitionTable(BoundedFile &file, ImageInfo info);

} // namespace Fathom
