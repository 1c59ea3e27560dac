// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/superblockfields.h"

#include "base/nativepath.h"
#include "image/guidtext.h"

#include <limits>

namespace Fathom::Superblock {

QString fieldText(ByteView bytes, qsizetype at, qsizetype width)
{
    QByteArrayView field = bytes.slice(at, width);
    if (const qsizetype end = field.indexOf('\0'); end >= 0)
        field = field.first(end);
    return plainText(field.trimmed());
}

QString volumeUuid(ByteView bytes, qsizetype at)
{
    return bytes.has(at, 16) && !isNullGuid(bytes, at) ? uuidText(bytes, at) : QString();
}

QString serialText(quint32 serial)
{
    const QString digits = QString::number(serial, 16).toUpper().rightJustified(8, u'0');
    return digits.first(4) + u'-' + digits.last(4);
}

std::optional<qint64> bytesOf(quint64 count, quint64 unit)
{
    constexpr quint64 most = std::numeric_limits<qint64>::max();
    if (unit == 0 || count > most / unit)
        return {};
    return static_cast<qint64>(count * unit);
}

quint64 powerOfTwo(quint32 exponent)
{
    return exponent < 32 ? quint64(1) << exponent : 0;
}

void setBlocks(FilesystemFacts &facts, quint64 count, quint64 blockBytes)
{
    if (blockBytes > 0 && blockBytes <= std::numeric_limits<quint32>::max())
        facts.blockBytes = static_cast<qint64>(blockBytes);
    facts.sizeBytes = bytesOf(count, blockBytes);
}

void setFreeBlocks(FilesystemFacts &facts, quint64 freeBlocks)
{
    if (!facts.sizeBytes || !facts.blockBytes)
        return;
    const std::optional<qint64> free = bytesOf(freeBlocks, static_cast<quint64>(*facts.blockBytes));
    if (free && *free <= *facts.sizeBytes)
        facts.usedBytes = *facts.sizeBytes - *free;
}

bool isPowerOfTwo(quint32 value)
{
    return value != 0 && (value & (value - 1)) == 0;
}

} // namespace Fathom::Superblock
