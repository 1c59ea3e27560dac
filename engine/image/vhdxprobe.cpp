// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/vhdxprobe.h"

#include "image/guidtext.h"
#include "image/vhdxmetadata.h"
#include "image/vhdxregions.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VhdxProbe)
};

// [MS-VHDX] 2.2.1, "File Type Identifier".
constexpr qint64 vhdxCreatorAt = 8;
constexpr qint64 vhdxCreatorBytes = 512;
constexpr qint64 tableEntryBytes = 8;

void addParent(ImageInfo &info, const VhdxMetadata &metadata)
{
    FactValue::Members entries;
    for (const auto &[key, value] : metadata.parent)
        entries.push_back({key, plainText(value)});
    info.addFact(QStringLiteral("parent-locator-type"), metadata.parentType, false);
    info.addFact(QStringLiteral("parent-locator"), std::move(entries), false);
    // 2.6.2.6.3: in this order they are to be tried.
    for (const QLatin1StringView key : {QLatin1StringView("relative_path"), QLatin1StringView("volume_path"),
             QLatin1StringView("absolute_win32_path")})
        if (info.backingFile.isEmpty())
            info.backingFile = metadata.parentValue(QString(key));
    if (info.backingFile.isEmpty())
        info.violations.push_back({QStringLiteral("backing-file"),
            Text::tr("It holds only the differences to another image, of which it does not tell the name")});
    else
        info.backingFormat = QStringLiteral("vhdx");
}

} // namespace

bool recognizesVhdx(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    return head && head->startsWith("vhdxfile");
}

Result<ImageInfo> readVhdx(BoundedFile &file, ImageInfo info)
{
    const Result<ByteView> head = file.head();
    if (!head)
        return std::unexpected(head.error());
    const Result<VhdxHeader> header = readVhdxHeader(file);
    if (!header)
        return std::unexpected(header.error());
    const Result<VhdxRegions> regions = readVhdxRegions(file);
    if (!regions)
        return std::unexpected(regions.error());
    const Result<VhdxMetadata> metadata = readVhdxMetadata(file, regions->metadata);
    if (!metadata)
        return std::unexpected(metadata.error());
    if (metadata->blockTableEntries() > regions->blockTable.length / tableEntryBytes)
        return std::unexpected(file.malformed(Text::tr("read the VHDX block table"),
            Text::tr("it has no room for the blocks of the disk"), regions->blockTable.offset));

    info.virtualSizeBytes = metadata->virtualSizeBytes;
    info.clusterSizeBytes = metadata->blockBytes;
    info.dirty = header->logToReplay;
    info.addFact(QStringLiteral("type"),
        metadata->hasParent   ? QStringLiteral("differencing")
            : metadata->fixed ? QStringLiteral("fixed")
                              : QStringLiteral("dynamic"),
        false);
    const QByteArray creator = utf8FromUtf16Little(head->slice(vhdxCreatorAt, vhdxCreatorBytes));
    info.addFact(QStringLiteral("creator"), plainText(creator), false);
    info.addFact(QStringLiteral("logical-sector-size"), metadata->logicalSectorBytes, false);
    info.addFact(QStringLiteral("physical-sector-size"), metadata->physicalSectorBytes, false);
    info.addFact(QStringLiteral("disk-id"), metadata->diskId, false);
    info.addFact(QStringLiteral("sequence-number"), QString::number(header->sequenceNumber), false);
    if (header->logToReplay)
        info.addFact(QStringLiteral("log-to-replay"), true, false);
    if (header->otherHeaderBroken)
        info.addFact(QStringLiteral("single-header"), true, false);
    if (metadata->hasParent)
        addParent(info, *metadata);
    return info;
}

} // namespace Fathom
