// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/vmdkwriter.h"

#include "app/demo/layout.h"

#include <map>

namespace Fathom {

namespace {

constexpr qint64 vmdkSector = 512;
constexpr qint64 vmdkGrainSectors = 128; // 64 KiB
constexpr qint64 vmdkEntriesPerTable = 512;
constexpr qint64 vmdkDescriptorSectors = 20;

enum VmdkMarker : quint32 { EndOfStream = 0, GrainTable = 1, GrainDirectory = 2, Footer = 3 };

qint64 vmdkSectors(qint64 bytes)
{
    return (bytes + vmdkSector - 1) / vmdkSector;
}

QByteArray vmdkHeader(qint64 virtualSizeBytes, qint64 overheadSectors, quint64 directorySector)
{
    Layout header(vmdkSector);
    header.text(0, "KDMV");
    header.le32(4, 3); // version: compressed, with markers
    header.le32(8, 0x30001); // newline test valid, compressed grains, markers
    header.le64(12, static_cast<quint64>(virtualSizeBytes / vmdkSector));
    header.le64(20, vmdkGrainSectors);
    header.le64(28, 1); // the descriptor follows the header
    header.le64(36, vmdkDescriptorSectors);
    header.le32(44, vmdkEntriesPerTable);
    header.le64(56, directorySector);
    header.le64(64, static_cast<quint64>(overheadSectors));
    header.text(73, "\n \r\n"); // what a transfer as text would spoil
    header.le16(77, 1); // deflate
    return header.bytes();
}

QByteArray vmdkDescriptor(qint64 virtualSizeBytes, quint32 cid, const QByteArray &extentName)
{
    const QByteArray sectors = QByteArray::number(virtualSizeBytes / vmdkSector);
    return "# Disk DescriptorFile\nversion=1\nCID=" + QByteArray::number(cid, 16).rightJustified(8, '0') +
        "\nparentCID=ffffffff\ncreateType=\"streamOptimized\"\n\n# Extent description\nRW " + sectors + " SPARSE \"" +
        extentName + "\"\n\n# The Disk Data Base\n#DDB\n\nddb.virtualHWVersion = \"9\"\nddb.geometry.cylinders = \"" +
        QByteArray::number(qMin<qint64>(virtualSizeBytes / vmdkSector / 255 / 63, 65535)) +
        "\"\nddb.geometry.heads = \"255\"\nddb.geometry.sectors = \"63\"\nddb.adapterType = \"lsilogic\"\n";
}

QByteArray vmdkMarkerSector(qint64 sectors, VmdkMarker type)
{
    Layout marker(vmdkSector);
    marker.le64(0, static_cast<quint64>(sectors));
    marker.le32(12, type);
    return marker.bytes();
}

QByteArray vmdkGrain(qint64 firstSector)
{
    // Half noise, half nothing: grains as a guest's files would compress.
    const QByteArray plain = noise(vmdkGrainSectors * vmdkSector / 2, static_cast<quint64>(firstSector)) +
        QByteArray(vmdkGrainSectors * vmdkSector / 2, '\0');
    const QByteArray packed = qCompress(plain).sliced(4); // without Qt's length: a zlib stream
    Layout grain(vmdkSectors(12 + packed.size()) * vmdkSector);
    grain.le64(0, static_cast<quint64>(firstSector));
    grain.le32(8, static_cast<quint32>(packed.size()));
    grain.text(12, packed);
    return grain.bytes();
}

} // namespace

void writeStreamOptimizedVmdk(SparseFile &file, qint64 virtualSizeBytes, qint64 fileLengthBytes, quint32 cid,
    const QByteArray &extentName, int grains)
{
    const qint64 tableBytes = vmdkGrainSectors * vmdkSector * vmdkEntriesPerTable;
    const qint64 tables = (virtualSizeBytes + tableBytes - 1) / tableBytes;

    // Everything behind the overhead, laid out from its own sector 0 first: its length tells where it begins.
    QByteArray stream;
    std::map<qint64, Layout> grainTables;
    std::map<qint64, std::map<qint64, qint64>> grainSectors; // table → entry → sector within the stream
    for (int i = 0; i < grains; ++i) {
        const qint64 grain = i < 4 ? i : qint64(i) * (tables / grains) * vmdkEntriesPerTable + i;
        grainSectors[grain / vmdkEntriesPerTable][grain % vmdkEntriesPerTable] = stream.size() / vmdkSector;
        stream += vmdkGrain(grain * vmdkGrainSectors);
    }
    const qint64 tableSectors = vmdkEntriesPerTable * 4 / vmdkSector;
    const qint64 directorySectors = vmdkSectors(tables * 4);
    const qint64 tableCount = static_cast<qint64>(grainSectors.size());
    const qint64 streamSectors =
        stream.size() / vmdkSector + tableCount * (1 + tableSectors) + 1 + directorySectors + 3;
    const qint64 overhead = fileLengthBytes / vmdkSector - streamSectors;

    Layout directory(directorySectors * vmdkSector);
    for (const auto &[table, entries] : grainSectors) {
        Layout layout(tableSectors * vmdkSector);
        for (const auto &[entry, sector] : entries)
            layout.le32(entry * 4, static_cast<quint32>(overhead + sector));
        stream += vmdkMarkerSector(tableSectors, GrainTable);
        directory.le32(table * 4, static_cast<quint32>(overhead + stream.size() / vmdkSector));
        stream += layout.bytes();
    }
    stream += vmdkMarkerSector(directorySectors, GrainDirectory);
    const quint64 directorySector = static_cast<quint64>(overhead + stream.size() / vmdkSector);
    stream += directory.bytes();
    stream += vmdkMarkerSector(1, Footer);
    stream += vmdkHeader(virtualSizeBytes, overhead, directorySector);
    stream += vmdkMarkerSector(0, EndOfStream);

    file.write(0, vmdkHeader(virtualSizeBytes, overhead, ~quint64(0))); // the directory's place stands in the footer
    file.write(vmdkSector, vmdkDescriptor(virtualSizeBytes, cid, extentName));
    file.write(overhead * vmdkSector, stream);
}

} // namespace Fathom
