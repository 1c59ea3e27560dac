// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/vhdxregions.h"

#include "image/crc32.h"
#include "image/guidtext.h"

#include <QCoreApplication>

#include <array>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VhdxRegions)
};

constexpr qint64 kibibyte = 1024;
constexpr qint64 mebibyte = 1024 * kibibyte;
constexpr std::array<qint64, 2> headerPositions{64 * kibibyte, 128 * kibibyte};
constexpr std::array<qint64, 2> tablePositions{192 * kibibyte, 256 * kibibyte};

// [MS-VHDX] 2.2.2, "Headers"; all little-endian.
constexpr qint64 vhdxHeaderBytes = 4096;
constexpr qint64 checksumAt = 4;
constexpr qint64 sequenceAt = 8;
constexpr qint64 logGuidAt = 48;
constexpr qint64 logVersionAt = 64;
constexpr qint64 headerVersionAt = 66;
constexpr qint64 logLengthAt = 68;
constexpr qint64 logOffsetAt = 72;
constexpr qint64 comparedBytes = 80;

// 2.2.3, "Region Table".
constexpr qint64 regionTableBytes = 64 * kibibyte;
constexpr qint64 regionCountAt = 8;
constexpr qint64 firstRegionAt = 16;
constexpr qint64 regionEntryBytes = 32;
constexpr quint32 mostRegions = 2047;
constexpr QLatin1StringView blockTableGuid("2dc27766-f623-4200-9d64-115e9bfd4a08");
constexpr QLatin1StringView metadataGuid("8b7ca206-4790-4b9a-b8fe-575f050f886e");

bool crcHolds(const QByteArray &bytes)
{
    const QByteArrayView view(bytes);
    return Crc32Castagnoli().add(view.first(checksumAt)).addZeros(4).add(view.sliced(checksumAt + 4)).value() ==
        ByteView(bytes).le32(checksumAt);
}

QString readVhdxHeaderText()
{
    return Text::tr("read the VHDX header");
}

/// Whether a region lies whole and aligned in the file, behind the header section. 2.2.3.2.
bool liesInFile(const BoundedFile &file, quint64 offset, quint32 length)
{
    return offset >= mebibyte && offset % mebibyte == 0 && offset <= quint64(file.lengthBytes()) &&
        length <= file.lengthBytes() - static_cast<qint64>(offset);
}

Result<VhdxRegions> parseRegionTable(const BoundedFile &file, const ByteView &table, qint64 position)
{
    const auto broken = [&](const QString &reason, qint64 at) {
        return std::unexpected(file.malformed(Text::tr("read the VHDX region table"), reason, position + at));
    };
    const quint32 count = table.le32(regionCountAt);
    if (count > mostRegions)
        return broken(Text::tr("%1 regions are more than there is room for").arg(count), regionCountAt);
    std::optional<VhdxRegion> blockTable;
    std::optional<VhdxRegion> metadata;
    for (quint32 i = 0; i < count; ++i) {
        const qint64 at = firstRegionAt + i * regionEntryBytes;
        const QString guid = mixedEndianGuidText(table, at);
        std::optional<VhdxRegion> *region = guid == blockTableGuid ? &blockTable
            : guid == metadataGuid                                 ? &metadata
                                                                   : nullptr;
        if (!region) {
            if (table.le32(at + 28) & 1)
                return std::unexpected(Error{.kind = ErrorKind::Unsupported,
                    .action = Text::tr("read the VHDX region table"),
                    .subject = plainText(file.path()),
                    .reason = Text::tr("it requires a region of unknown kind, %1").arg(guid),
                    .hint = {},
                    .offset = position + at});
            continue;
        }
        if (*region)
            return broken(Text::tr("it names the region %1 twice").arg(guid), at);
        const quint64 offset = table.le64(at + 16);
        const quint32 length = table.le32(at + 24);
        if (!liesInFile(file, offset, length))
            return broken(Text::tr("the region %1 lies outside the file or is not aligned").arg(guid), at + 16);
        *region = VhdxRegion{static_cast<qint64>(offset), length};
    }
    if (!blockTable || !metadata)
        return broken(Text::tr("it lacks the block table or the metadata"), regionCountAt);
    if (blockTable->offset < metadata->offset + metadata->length &&
        metadata->offset < blockTable->offset + blockTable->length)
        return broken(Text::tr("its regions overlap"), firstRegionAt);
    return VhdxRegions{*blockTable, *metadata};
}

} // namespace

Result<VhdxHeader> readVhdxHeader(BoundedFile &file)
{
    // Both headers and the first region table lie close enough together for one read, and so does what would make an
    // ISO of the file.
    constexpr qint64 isoMarks = 32 * kibibyte;
    file.readAhead(isoMarks, tablePositions[0] + regionTableBytes - isoMarks);
    std::array<QByteArray, 2> headers;
    std::array<bool, 2> sound{};
    for (std::size_t i = 0; i < headers.size(); ++i) {
        // A file that ends in between has lost its second header, and more.
        const Result<QByteArray> bytes =
            file.read(headerPositions[i], vhdxHeaderBytes, [] { return Text::tr("the VHDX header"); });
        if (!bytes)
            return std::unexpected(bytes.error());
        headers[i] = *bytes;
        const ByteView view(headers[i]);
        sound[i] = view.startsWith("head") && crcHolds(headers[i]) && view.le16(headerVersionAt) == 1;
    }
    if (!sound[0] && !sound[1])
        return std::unexpected(
            file.malformed(readVhdxHeaderText(), Text::tr("both its copies are broken"), headerPositions[0]));
    std::size_t current = sound[0] ? 0 : 1;
    if (sound[0] && sound[1]) {
        const quint64 first = ByteView(headers[0]).le64(sequenceAt);
        const quint64 second = ByteView(headers[1]).le64(sequenceAt);
        // Disk2vhd writes the same header twice.
        if (first == second && headers[0].first(comparedBytes) != headers[1].first(comparedBytes))
            return std::unexpected(file.malformed(readVhdxHeaderText(),
                Text::tr("its two copies differ, but have the same sequence number"), headerPositions[1] + sequenceAt));
        current = second > first ? 1 : 0;
    }
    const ByteView view(headers[current]);
    const qint64 position = headerPositions[current];
    VhdxHeader header{.sequenceNumber = view.le64(sequenceAt),
        .otherHeaderBroken = !sound[0] || !sound[1],
        .logToReplay = !isNullGuid(view, logGuidAt)};
    if (header.logToReplay) {
        if (view.le16(logVersionAt) != 0)
            return std::unexpected(file.malformed(
                readVhdxHeaderText(), Text::tr("the log's version is unknown"), position + logVersionAt));
        const quint32 length = view.le32(logLengthAt);
        if (length % mebibyte != 0 || !liesInFile(file, view.le64(logOffsetAt), length))
            return std::unexpected(file.malformed(readVhdxHeaderText(),
                Text::tr("the log lies outside the file or is not aligned"), position + logOffsetAt));
        header.logToReplay = length != 0;
    }
    return header;
}

Result<VhdxRegions> readVhdxRegions(BoundedFile &file)
{
    for (const qint64 position : tablePositions) {
        const Result<QByteArray> bytes =
            file.read(position, regionTableBytes, [] { return Text::tr("the VHDX region table"); });
        if (!bytes)
            return std::unexpected(bytes.error());
        const ByteView table(*bytes);
        if (table.startsWith("regi") && crcHolds(*bytes))
            return parseRegionTable(file, table, position);
    }
    return std::unexpected(file.malformed(
        Text::tr("read the VHDX region table"), Text::tr("both its copies are broken"), tablePositions[0]));
}

} // namespace Fathom
