// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

/// Looks for an MBR or GPT at the file's start and adds what it finds to a raw (or ISO) file's info: content "mbr" or
/// "gpt", the partitions as facts, violations where the table makes no sense ("partition-table").
Result<ImageInfo> readPartitionTable(BoundedFile &file, ImageInfo info);

} // namespace Fathom
