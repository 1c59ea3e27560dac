// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/qcow2bitmaps.h"

#include "image/embeddedname.h"
#include "image/filewindow.h"
#include "image/listbound.h"
#include "image/qemutext.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Qcow2Bitmaps)
};

constexpr qint64 bitmapEntryBytes = 24;
constexpr qint64 bitmapEntryAlignment = 8;
constexpr quint32 bitmapInUse = 1U << 0;
constexpr quint32 bitmapAuto = 1U << 1;
constexpr quint8 dirtyTrackingType = 1;
// qemu's limits: block/qcow2-bitmap.c.
constexpr quint8 smallestGranularityBits = 9;
constexpr quint8 largestGranularityBits = 31;
constexpr quint16 longestBitmapName = 1023;
constexpr quint64 mostTableEntries = 0x8000000;
constexpr quint64 largestBitmapBytes = 0x20000000;

/// What is wrong with an entry of the directory, and at which of its bytes; nothing when it is sound.
struct EntryFault {
    QString reason;
    qint64 at = 0;
};

std::optional<EntryFault> faultOf(ByteView entry, const Qcow2Header &header)
{
    const quint64 clusterBytes = static_cast<quint64>(header.clusterBytes());
    const quint64 tableOffset = entry.be64(0);
    const quint64 tableEntries = entry.be32(8);
    const quint32 flags = entry.be32(12);
    const quint8 granularity = entry.u8(17);
    if (tableOffset == 0 || tableOffset % clusterBytes != 0)
        return EntryFault{Text::tr("a bitmap's table does not start at a cluster"), 0};
    if (tableEntries == 0 || tableEntries > mostTableEntries || tableEntries * clusterBytes > largestBitmapBytes)
        return EntryFault{Text::tr("a bitmap's table has %1 entries").arg(tableEntries), 8};
    if (flags & ~(bitmapInUse | bitmapAuto))
        return EntryFault{Text::tr("a bitmap has unknown flags"), 12};
    if (entry.u8(16) != dirtyTrackingType)
        return EntryFault{Text::tr("a bitmap is of the unknown type %1").arg(entry.u8(16)), 16};
    if (granularity < smallestGranularityBits || granularity > largestGranularityBits)
        return EntryFault{Text::tr("a bitmap's granularity of 2^%1 bytes is not allowed").arg(granularity), 17};
    if (entry.be16(18) > longestBitmapName)
        return EntryFault{Text::tr("a bitmap's name is %1 bytes long").arg(entry.be16(18)), 18};
    if (entry.be32(20) != 0)
        return EntryFault{Text::tr("a bitmap has extra data, which nobody defined"), 20};
    // At most 2^29 bytes of bits: eight times that, shifted by at most 31, fits.
    if (!(flags & bitmapInUse) &&
        static_cast<quint64>(header.virtualSizeBytes) > (tableEntries * clusterBytes * 8) << granularity)
        return EntryFault{Text::tr("a bitmap's table is too small for the disk"), 8};
    return {};
}

FactValue::Members bitmapFacts(const QByteArray &name, quint32 flags, quint8 granularity)
{
    FactValue::List words;
    if (flags & bitmapInUse)
        words.push_back(QStringLiteral("in-use"));
    if (flags & bitmapAuto)
        words.push_back(QStringLiteral("auto"));
    return {{QStringLiteral("name"), qemuText(name)}, {QStringLiteral("granularity"), qint64(1) << granularity},
        {QStringLiteral("flags"), std::move(words)}};
}

} // namespace

Result<FactValue::List> readQcow2Bitmaps(
    BoundedFile &file, const Qcow2Header &header, const Qcow2BitmapDirectory &directory)
{
    constexpr auto action = [] { return Text::tr("read the bitmap directory"); };
    FileWindow window(file, [] { return Text::tr("the bitmap directory"); });
    FactValue::List bitmaps;
    ListBound bound;
    const qint64 end = directory.offset + directory.sizeBytes;
    qint64 offset = directory.offset;
    while (offset < end) {
        if (std::cmp_equal(bitmaps.size(), directory.bitmapCount))
            return std::unexpected(
                file.malformed(action(), Text::tr("there are more bitmaps than the header counts"), offset));
        if (bitmapEntryBytes > end - offset)
            return std::unexpected(file.malformed(action(), Text::tr("an entry reaches out of the directory"), offset));
        const Result<ByteView> entry = window.at(offset, bitmapEntryBytes);
        if (!entry)
            return std::unexpected(entry.error());
        if (const std::optional<EntryFault> fault = faultOf(*entry, header))
            return std::unexpected(file.malformed(action(), fault->reason, offset + fault->at));
        const quint32 flags = entry->be32(12);
        const quint8 granularity = entry->u8(17);
        const qint64 nameLength = entry->be16(18);
        const qint64 entryLength =
            (bitmapEntryBytes + nameLength + bitmapEntryAlignment - 1) / bitmapEntryAlignment * bitmapEntryAlignment;
        if (entryLength > end - offset)
            return std::unexpected(
                file.malformed(action(), Text::tr("an entry reaches out of the directory"), offset + 18));
        if (!bound.takes(nameLength))
            return std::unexpected(
                file.malformed(action(), Text::tr("it lists more than any sound image has"), offset));
        const Result<ByteView> name = window.at(offset + bitmapEntryBytes, nameLength);
        if (!name)
            return std::unexpected(name.error());
        const Result<QByteArray> sound =
            soundName(file, name->bytes().toByteArray(), action, offset + bitmapEntryBytes);
        if (!sound)
            return std::unexpected(sound.error());
        bitmaps.push_back(bitmapFacts(*sound, flags, granularity));
        offset += entryLength;
    }
    if (std::cmp_not_equal(bitmaps.size(), directory.bitmapCount))
        return std::unexpected(
            file.malformed(action(), Text::tr("there are fewer bitmaps than the header counts"), directory.offset));
    return bitmaps;
}

} // namespace Fathom
