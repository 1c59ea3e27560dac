// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/vhdxmetadata.h"

#include "image/guidtext.h"

#include <QCoreApplication>

#include <array>
#include <bit>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VhdxMetadata)
};

// [MS-VHDX] 2.6.1, "Metadata Table"; all little-endian.
constexpr qint64 metadataTableBytes = 64 * 1024;
constexpr qint64 usualItemsBytes = 4096;
constexpr qint64 itemCountAt = 10;
constexpr qint64 itemBytes = 32;
constexpr quint32 mostItems = 2047;
constexpr quint32 itemRequired = 4;

// 2.6.2, "Known Metadata Items".
enum Item { FileParameters, VirtualSize, DiskId, LogicalSector, PhysicalSector, ParentLocator, ItemCount };
struct KnownItem {
    QLatin1StringView guid;
    quint32 leastBytes;
};
constexpr std::array<KnownItem, ItemCount> knownItems{{
    {QLatin1StringView("caa16737-fa36-4d43-b3b6-33f0aa44e76b"), 8},
    {QLatin1StringView("2fa54224-cd1b-4876-b211-5dbed83bf4b8"), 8},
    {QLatin1StringView("beca12ab-b2e6-4523-93ef-c309e000c746"), 16},
    {QLatin1StringView("8141bf1d-a96f-4709-ba47-f233a8faab5f"), 4},
    {QLatin1StringView("cda348c7-445d-4471-9cc9-e9885251c556"), 4},
    {QLatin1StringView("a8d35f2d-b30b-454d-abf7-d3d84834ab0c"), 20},
}};

constexpr quint32 leastBlockBytes = 1024 * 1024;
constexpr quint32 mostBlockBytes = 256 * 1024 * 1024;
constexpr quint64 mostVirtualBytes = quint64(64) << 40; // 2.6.2.2
constexpr quint32 longestLocatorBytes = 1024 * 1024;

/// Items in the order of knownItems, empty where the table has none.
struct Items {
    std::array<QByteArray, ItemCount> bytes;
    std::array<qint64, ItemCount> positions{};
};

QString readMetadata()
{
    return Text::tr("read the VHDX metadata");
}

Result<Items> readItems(BoundedFile &file, const VhdxRegion &region)
{
    const auto broken = [&](const QString &reason, qint64 at) {
        return std::unexpected(file.malformed(readMetadata(), reason, region.offset + at));
    };
    constexpr auto what = [] { return Text::tr("the VHDX metadata"); };
    // The items follow the table, and are small: one read brings them all.
    const qint64 sectionBytes = qMin<qint64>(region.length, metadataTableBytes + usualItemsBytes);
    const Result<QByteArray> bytes = file.read(region.offset, qMax(sectionBytes, metadataTableBytes), what);
    if (!bytes)
        return std::unexpected(bytes.error());
    const ByteView table(*bytes);
    if (!table.startsWith("metadata"))
        return broken(Text::tr("it does not begin with \"metadata\""), 0);
    const quint32 count = table.le16(itemCountAt);
    if (count > mostItems)
        return broken(Text::tr("%1 entries are more than there is room for").arg(count), itemCountAt);
    Items items;
    for (quint32 i = 0; i < count; ++i) {
        const qint64 at = (i + 1) * itemBytes;
        const QString guid = mixedEndianGuidText(table, at);
        std::size_t known = 0;
        while (known < knownItems.size() && guid != knownItems[known].guid)
            ++known;
        if (known == knownItems.size()) {
            if (table.le32(at + 24) & itemRequired)
                return std::unexpected(Error{.kind = ErrorKind::Unsupported,
                    .action = readMetadata(),
                    .subject = plainText(file.path()),
                    .reason = Text::tr("an item of unknown kind is required, %1").arg(guid),
                    .hint = {},
                    .offset = region.offset + at});
            continue;
        }
        if (items.positions[known] != 0)
            return broken(Text::tr("the item %1 stands there twice").arg(guid), at);
        const quint32 offset = table.le32(at + 16);
        const quint32 length = table.le32(at + 20);
        if (offset < metadataTableBytes || offset > region.length || length > region.length - offset)
            return broken(Text::tr("the item %1 lies outside the metadata").arg(guid), at + 16);
        if (length < knownItems[known].leastBytes || length > longestLocatorBytes)
            return broken(Text::tr("the item %1 has %2 bytes").arg(guid).arg(length), at + 20);
        Result<QByteArray> item = table.has(offset, length) ? Result<QByteArray>(bytes->sliced(offset, length))
                                                            : file.read(region.offset + offset, length, what);
        if (!item)
            return std::unexpected(item.error());
        items.bytes[known] = std::move(*item);
        items.positions[known] = region.offset + offset;
    }
    return items;
}

/// 2.6.2.6, "Parent Locator": a table of keys and values, UTF-16 each.
Result<void> readLocator(const BoundedFile &file, const Items &items, VhdxMetadata &metadata)
{
    const ByteView locator(items.bytes[ParentLocator]);
    metadata.parentType = mixedEndianGuidText(locator, 0);
    const quint16 count = locator.le16(18);
    for (qint64 i = 0; i < count; ++i) {
        const qint64 at = 20 + i * 12;
        const quint32 key = locator.le32(at);
        const quint32 value = locator.le32(at + 4);
        const quint16 keyBytes = locator.le16(at + 8);
        const quint16 valueBytes = locator.le16(at + 10);
        if (!locator.has(at, 12) || !locator.has(key, keyBytes) || !locator.has(value, valueBytes))
            return std::unexpected(file.malformed(Text::tr("read the parent locator of the VHDX"),
                Text::tr("entry %1 lies outside it").arg(i + 1), items.positions[ParentLocator] + at));
        metadata.parent.emplace_back(QString::fromUtf8(utf8FromUtf16Little(locator.slice(key, keyBytes))),
            utf8FromUtf16Little(locator.slice(value, valueBytes)));
    }
    return {};
}

} // namespace

QByteArray VhdxMetadata::parentValue(QStringView key) const
{
    for (const auto &[name, value] : parent)
        if (name == key)
            return value;
    return {};
}

qint64 VhdxMetadata::blockTableEntries() const
{
    // 2.5, "BAT": after so many payload blocks comes the entry of a sector bitmap.
    const qint64 chunk = (qint64(1) << 23) * logicalSectorBytes / blockBytes;
    const qint64 blocks = (virtualSizeBytes + blockBytes - 1) / blockBytes;
    if (hasParent)
        return (blocks + chunk - 1) / chunk * (chunk + 1);
    return blocks == 0 ? 0 : blocks + (blocks - 1) / chunk;
}

Result<VhdxMetadata> readVhdxMetadata(BoundedFile &file, const VhdxRegion &region)
{
    const Result<Items> items = readItems(file, region);
    if (!items)
        return std::unexpected(items.error());
    const auto broken = [&](const QString &reason, qint64 at) {
        return std::unexpected(file.malformed(readMetadata(), reason, at));
    };
    for (std::size_t i = 0; i < knownItems.size(); ++i)
        if (i != ParentLocator && items->positions[i] == 0)
            return broken(Text::tr("the item %1 is missing").arg(knownItems[i].guid), region.offset + itemCountAt);

    VhdxMetadata metadata;
    const ByteView parameters(items->bytes[FileParameters]);
    const quint32 blockBytes = parameters.le32(0);
    if (!std::has_single_bit(blockBytes) || blockBytes < leastBlockBytes || blockBytes > mostBlockBytes)
        return broken(Text::tr("a block of %1 bytes is no power of two between 1 MiB and 256 MiB").arg(blockBytes),
            items->positions[FileParameters]);
    metadata.blockBytes = blockBytes;
    metadata.fixed = parameters.le32(4) & 1;
    metadata.hasParent = parameters.le32(4) & 2;

    const auto isSectorSize = [](quint32 bytes) { return bytes == 512 || bytes == 4096; };
    const quint32 logical = ByteView(items->bytes[LogicalSector]).le32(0);
    if (!isSectorSize(logical))
        return broken(Text::tr("a logical sector of %1 bytes is neither 512 nor 4096").arg(logical),
            items->positions[LogicalSector]);
    const quint32 physical = ByteView(items->bytes[PhysicalSector]).le32(0);
    if (!isSectorSize(physical))
        return broken(Text::tr("a physical sector of %1 bytes is neither 512 nor 4096").arg(physical),
            items->positions[PhysicalSector]);
    metadata.logicalSectorBytes = logical;
    metadata.physicalSectorBytes = physical;

    const quint64 size = ByteView(items->bytes[VirtualSize]).le64(0);
    if (size > mostVirtualBytes)
        return broken(Text::tr("the disk is larger than a VHDX can be"), items->positions[VirtualSize]);
    if (size % logical != 0)
        return broken(Text::tr("the disk does not end with a whole sector"), items->positions[VirtualSize]);
    metadata.virtualSizeBytes = static_cast<qint64>(size);
    metadata.diskId = mixedEndianGuidText(ByteView(items->bytes[DiskId]), 0);

    if (metadata.hasParent && items->positions[ParentLocator] == 0)
        return broken(Text::tr("it has a parent, but nothing tells which"), items->positions[FileParameters] + 4);
    if (items->positions[ParentLocator] != 0)
        if (const Result<void> locator = readLocator(file, *items, metadata); !locator)
            return std::unexpected(locator.error());
    return metadata;
}

} // namespace Fathom
