// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/vmdksparseheader.h"

#include "base/bytes.h"
#include "image/vmdkdescriptor.h"

#include <QCoreApplication>

#include <limits>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VmdkSparseHeader)
};

// "Virtual Disk Format 5.0", struct SparseExtentHeader; all little-endian, sizes and offsets in sectors.
namespace sparseAt {
constexpr qint64 version = 4;
constexpr qint64 flags = 8;
constexpr qint64 capacity = 12;
constexpr qint64 grainSize = 20;
constexpr qint64 descriptorOffset = 28;
constexpr qint64 descriptorSize = 36;
constexpr qint64 entriesPerTable = 44;
constexpr qint64 redundantDirectory = 48;
constexpr qint64 directory = 56;
constexpr qint64 overhead = 64;
constexpr qint64 uncleanShutdown = 72;
constexpr qint64 lineEnds = 73;
constexpr qint64 compression = 77;
} // namespace sparseAt

constexpr qint64 sparseSector = 512;
constexpr qint64 headerLength = 512;
constexpr quint64 directoryAtEnd = std::numeric_limits<quint64>::max();
constexpr quint32 flagLineEnds = 1;
constexpr quint32 flagRedundantDirectory = 2;
constexpr quint32 markerFooter = 3;
constexpr quint32 newestVersion = 3;
constexpr quint32 mostEntriesPerTable = 512;
constexpr quint64 mostGrainSectors = 0x200000; // 1 GiB
constexpr qint64 mostTables = 32 * 1024 * 1024;
constexpr quint64 mostCapacity = std::numeric_limits<qint64>::max() / sparseSector;

QString readHeader()
{
    return Text::tr("read the VMDK header");
}

/// The footer is the last sector but one, between its marker and the end-of-stream marker ("Stream-Optimized
/// Compressed Sparse Extents").
Result<QByteArray> readFooter(BoundedFile &file, const ByteView &header, qint64 &position)
{
    constexpr auto action = [] { return Text::tr("read the VMDK footer"); };
    position = file.lengthBytes() / sparseSector * sparseSector - 2 * sparseSector;
    const auto broken = [&](const QString &reason, qint64 offset) {
        return std::unexpected(file.malformed(action(), reason, offset));
    };
    if (file.lengthBytes() % sparseSector != 0)
        return broken(Text::tr("the file does not end with a whole sector"), file.lengthBytes());
    Result<QByteArray> bytes =
        file.read(position - sparseSector, 3 * sparseSector, [] { return Text::tr("the VMDK footer"); });
    if (!bytes)
        return bytes;
    // A marker is a value, a size and a type, the rest of its sector is zero.
    const ByteView view(*bytes);
    const auto isMarker = [&](qsizetype offset, quint32 type) {
        QByteArray expected(sparseSector, '\0');
        qToLittleEndian(type, expected.data() + 12);
        QByteArray found = view.slice(offset, sparseSector).toByteArray();
        // The footer marker may tell how many sectors follow.
        if (type == markerFooter)
            found.replace(0, 8, QByteArray(8, '\0'));
        return found == expected;
    };
    if (!isMarker(0, markerFooter))
        return broken(Text::tr("there is no footer marker before it"), position - sparseSector);
    if (!view.startsWith("KDMV", sparseSector))
        return broken(Text::tr("it does not begin with \"KDMV\""), position);
    if (!isMarker(2 * sparseSector, 0))
        return broken(Text::tr("there is no end-of-stream marker after it"), position + sparseSector);

    const ByteView footer(view.slice(sparseSector, headerLength));
    for (const qint64 field : {sparseAt::version, sparseAt::entriesPerTable})
        if (footer.le32(field) != header.le32(field))
            return broken(Text::tr("it contradicts the header at the start"), position + field);
    for (const qint64 field :
        {sparseAt::capacity, sparseAt::grainSize, sparseAt::descriptorOffset, sparseAt::descriptorSize})
        if (footer.le64(field) != header.le64(field))
            return broken(Text::tr("it contradicts the header at the start"), position + field);
    if (footer.le64(sparseAt::directory) == directoryAtEnd)
        return broken(Text::tr("it sends the reader to the footer again"), position + sparseAt::directory);
    return footer.bytes().toByteArray();
}

} // namespace

Result<VmdkSparseHeader> readVmdkSparseHeader(BoundedFile &file)
{
    const Result<QByteArray> first = file.read(0, headerLength, [] { return Text::tr("the VMDK header"); });
    if (!first)
        return std::unexpected(first.error());
    QByteArray bytes = *first;
    qint64 position = 0;
    VmdkSparseHeader header;
    if (ByteView(bytes).le64(sparseAt::directory) == directoryAtEnd) {
        const Result<QByteArray> footer = readFooter(file, ByteView(bytes), position);
        if (!footer)
            return std::unexpected(footer.error());
        bytes = *footer;
        header.fromFooter = true;
    }
    const ByteView view(bytes);
    const auto broken = [&](const QString &reason, qint64 offset) {
        return std::unexpected(file.malformed(readHeader(), reason, position + offset));
    };

    header.version = view.le32(sparseAt::version);
    header.flags = view.le32(sparseAt::flags);
    if (header.version == 0 || header.version > newestVersion)
        return std::unexpected(Error{.kind = ErrorKind::Unsupported,
            .action = readHeader(),
            .subject = plainText(file.path()),
            .reason = Text::tr("its version is %1, known are 1 to 3").arg(header.version),
            .hint = {},
            .offset = position + sparseAt::version});
    if (header.flags & flagLineEnds && view.slice(sparseAt::lineEnds, 4) != QByteArrayView("\n \r\n", 4))
        return broken(Text::tr("its line ends were changed, as by a transfer in text mode"), sparseAt::lineEnds);

    const quint64 capacity = view.le64(sparseAt::capacity);
    if (capacity > mostCapacity)
        return broken(Text::tr("the capacity is more than any disk has"), sparseAt::capacity);
    const quint64 grain = view.le64(sparseAt::grainSize);
    if (grain == 0 || grain > mostGrainSectors)
        return broken(Text::tr("the grain size of %1 sectors is not between 1 and %2").arg(grain).arg(mostGrainSectors),
            sparseAt::grainSize);
    const quint32 entries = view.le32(sparseAt::entriesPerTable);
    if (entries == 0 || entries > mostEntriesPerTable)
        return broken(
            Text::tr("%1 entries in a grain table are not between 1 and %2").arg(entries).arg(mostEntriesPerTable),
            sparseAt::entriesPerTable);
    header.capacitySectors = static_cast<qint64>(capacity);
    header.grainSectors = static_cast<qint64>(grain);
    const qint64 perTable = header.grainSectors * entries;
    const qint64 tables = header.capacitySectors / perTable + (header.capacitySectors % perTable != 0);
    if (tables > mostTables)
        return broken(Text::tr("it would need %1 grain tables, which nobody reads").arg(tables), sparseAt::capacity);

    const auto lies = [&](quint64 sector, qint64 length) {
        return sector <= static_cast<quint64>(file.lengthBytes() / sparseSector) &&
            length <= file.lengthBytes() - static_cast<qint64>(sector) * sparseSector;
    };
    if (!lies(view.le64(sparseAt::overhead), 0))
        return broken(Text::tr("the file was cut off before its data begin"), sparseAt::overhead);
    if (!lies(view.le64(sparseAt::directory), tables * 4))
        return broken(Text::tr("the grain directory lies outside the file"), sparseAt::directory);
    if (header.flags & flagRedundantDirectory && !lies(view.le64(sparseAt::redundantDirectory), tables * 4))
        return broken(Text::tr("the second grain directory lies outside the file"), sparseAt::redundantDirectory);

    // Readers look for the descriptor at different places when it is not where it always is: refuse.
    const quint64 descriptorSector = view.le64(sparseAt::descriptorOffset);
    const quint64 descriptorSectors = view.le64(sparseAt::descriptorSize);
    if (descriptorSector > 1)
        return broken(Text::tr("the descriptor does not follow the header"), sparseAt::descriptorOffset);
    if (descriptorSectors > VmdkDescriptor::limitBytes / sparseSector)
        return broken(Text::tr("the descriptor is longer than %1").arg(formatBytes(VmdkDescriptor::limitBytes)),
            sparseAt::descriptorSize);
    if (descriptorSector != 0 && descriptorSectors != 0) {
        header.descriptorOffset = static_cast<qint64>(descriptorSector) * sparseSector;
        header.descriptorLength = static_cast<qint64>(descriptorSectors) * sparseSector;
    }
    header.compressed = view.le16(sparseAt::compression) == 1;
    header.uncleanShutdown = view.u8(sparseAt::uncleanShutdown) != 0;
    return header;
}

Result<VmdkCowdHeader> readVmdkCowdHeader(BoundedFile &file)
{
    // "Virtual Disk Format 5.0", struct COWDisk_Header.
    constexpr qint64 capacityAt = 12;
    constexpr qint64 grainAt = 16;
    constexpr qint64 directoryAt = 20;
    constexpr qint64 entriesAt = 24;
    constexpr qint64 entriesPerTable = 4096;
    const Result<QByteArray> bytes = file.read(0, headerLength, [] { return Text::tr("the VMDK header"); });
    if (!bytes)
        return std::unexpected(bytes.error());
    const ByteView view(*bytes);
    const auto broken = [&](const QString &reason, qint64 offset) {
        return std::unexpected(file.malformed(readHeader(), reason, offset));
    };
    VmdkCowdHeader header;
    header.version = view.le32(sparseAt::version);
    header.capacitySectors = view.le32(capacityAt);
    header.grainSectors = view.le32(grainAt);
    if (header.grainSectors == 0 || header.grainSectors > static_cast<qint64>(mostGrainSectors))
        return broken(Text::tr("the grain size of %1 sectors is not between 1 and %2")
                          .arg(header.grainSectors)
                          .arg(mostGrainSectors),
            grainAt);
    const qint64 tables = view.le32(entriesAt);
    if (tables > mostTables || tables * entriesPerTable * header.grainSectors < header.capacitySectors)
        return broken(Text::tr("%1 grain tables do not hold the capacity").arg(tables), entriesAt);
    if (view.le32(directoryAt) * sparseSector + tables * 4 > file.lengthBytes())
        return broken(Text::tr("the grain directory lies outside the file"), directoryAt);
    return header;
}

} // namespace Fathom
