// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/filesystemlayouts.h"

namespace Fathom::Superblock {

/// A label's field: ends at the first zero byte, trailing spaces are filling.
QString fieldText(ByteView bytes, qsizetype at, qsizetype width);

/// No UUID where all its bytes are zero.
QString volumeUuid(ByteView bytes, qsizetype at);

/// As Windows and blkid write a volume's serial number: "1234-ABCD".
QString serialText(quint32 serial);

/// count × unit, where that fits.
std::optional<qint64> bytesOf(quint64 count, quint64 unit);

/// Zero where the exponent makes no sense.
quint64 powerOfTwo(quint32 exponent);
bool isPowerOfTwo(quint32 value);

void setBlocks(FilesystemFacts &facts, quint64 count, quint64 blockBytes);
/// After setBlocks(); nothing where more are free than there are.
void setFreeBlocks(FilesystemFacts &facts, quint64 freeBlocks);

} // namespace Fathom::Superblock
