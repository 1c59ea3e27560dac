// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/shrinkproof.h"

#include "base/bytes.h"
#include "jobs/fileholes.h"
#include "jobs/mapreader.h"
#include "jobs/qemuimgrun.h"

#include <QCoreApplication>

#include <algorithm>

namespace Fathom {

namespace {

struct ShrinkText {
    Q_DECLARE_TR_FUNCTIONS(ShrinkProof)
};

constexpr qint64 sectorBytes = 512;
constexpr qint64 blockBytes = qint64{1} << 20;

struct Extent {
    qint64 startBytes = 0;
    qint64 endBytes = 0;
};

/// What lies behind an offset.
struct DataBehind {
    qint64 dataBytes = 0; ///< at most so much
    qint64 endBytes = 0; ///< of the last of it; 0: there is none
};

Error shrinkError(
    ErrorKind kind, const QString &action, const PlanFile &image, const QString &reason, const QString &hint = {})
{
    return {.kind = kind, .action = action, .subject = plainText(image.path), .reason = reason, .hint = hint};
}

/// Where the last byte of an extent lies that is not zero, and one more; its start when there is none.
Result<qint64> lastData(BoundedFile &file, const Extent &extent, std::vector<char> &block, const std::stop_token &stop,
    const Error &stopped)
{
    for (qint64 end = extent.endBytes; end > extent.startBytes;) {
        if (stop.stop_requested())
            return std::unexpected(stopped);
        const qint64 start = std::max(extent.startBytes, end - blockBytes);
        const std::span room = std::span(block).first(static_cast<std::size_t>(end - start));
        for (qint64 filled = 0; filled < end - start;) {
            const Result<qint64> got = file.readPlain(room.subspan(static_cast<std::size_t>(filled)), start + filled);
            if (!got)
                return got;
            if (*got == 0)
                return std::unexpected(file.malformed(
                    stopped.action, ShrinkText::tr("it became shorter while it was read"), start + filled));
            filled += *got;
        }
        const auto last = std::find_if(room.rbegin(), room.rend(), [](char byte) { return byte != 0; });
        if (last != room.rend())
            return start + (room.rend() - last);
        end = start;
    }
    return extent.startBytes;
}

/// From the end backwards, so that nothing is read in front of the last data.
Result<DataBehind> dataBehindInFile(
    const QString &action, const PlanFile &image, qint64 offset, const std::stop_token &stop)
{
    Result<BoundedFile> file = BoundedFile::open(image.path, BoundedFile::Links::Follow);
    if (!file)
        return std::unexpected(file.error());
    std::vector<Extent> extents;
    const qint64 length = file->lengthBytes();
    for (qint64 at = nextData(file->descriptor(), offset, length); at < length;) {
        const qint64 end = nextHole(file->descriptor(), at, length);
        extents.push_back({at, end});
        at = nextData(file->descriptor(), end, length);
    }
    const Error stopped = shrinkError(ErrorKind::Cancelled, action, image, ShrinkText::tr("it was cancelled"));
    std::vector<char> block(static_cast<std::size_t>(blockBytes));
    DataBehind behind;
    for (auto extent = extents.rbegin(); extent != extents.rend(); ++extent) {
        if (behind.endBytes == 0) {
            const Result<qint64> end = lastData(*file, *extent, block, stop, stopped);
            if (!end)
                return std::unexpected(end.error());
            if (*end == extent->startBytes)
                continue;
            behind.endBytes = *end;
            extent->endBytes = *end;
        }
        behind.dataBytes += extent->endBytes - extent->startBytes;
    }
    return behind;
}

Result<DataBehind> dataBehindByMap(
    const QString &action, const SourceLayers &layers, qint64 offset, const std::stop_token &stop)
{
    const PlanFile &image = layers.front().file;
    DataBehind behind;
    MapReader reader(offset, [&](const MapExtent &extent) {
        if (extent.zero)
            return;
        behind.dataBytes += extent.lengthBytes;
        behind.endBytes = extent.startBytes + extent.lengthBytes;
    });
    const Result<CommandOutcome> outcome = runCommand(mapCommand(qemuImgChain(planFiles(layers)), offset),
        inspectionLimits(), stop, [&](QByteArrayView piece) { reader.feed(piece); });
    if (!outcome)
        return std::unexpected(outcome.error());
    if (!succeeded(*outcome))
        return std::unexpected(qemuImgError(*outcome, action, plainText(image.path)));
    if (!reader.isWhole(image.virtualSizeBytes))
        return std::unexpected(shrinkError(ErrorKind::ToolFailed, action, image,
            ShrinkText::tr("qemu-img did not tell what lies behind the new end")));
    return behind;
}

qint64 number(const FactValue &facts, QStringView key)
{
    const FactValue *value = facts.member(key);
    return value ? value->toInteger() : 0;
}

/// How far the partitions or the file system reach that our own reader found, and what that is.
Result<void> refuseKnownContent(const QString &action, const SourceLayer &image, qint64 sizeBytes)
{
    const auto refuse = [&](const QString &reason) {
        return std::unexpected(shrinkError(ErrorKind::Unsafe, action, image.file, reason,
            ShrinkText::tr("Make it smaller inside the guest first, or take a larger size")));
    };
    if (const FactValue *claimed = image.info->fact(u"filesystem-size"); claimed && claimed->toInteger() > sizeBytes)
        return refuse(ShrinkText::tr("the file system on it has %1, more than the new size")
                .arg(formatBytes(claimed->toInteger())));
    const FactValue *partitions = image.info->fact(u"partitions");
    for (const FactValue &partition : partitions ? partitions->list() : FactValue::List()) {
        const qint64 end = number(partition, u"start") + number(partition, u"size");
        if (end > sizeBytes)
            return refuse(ShrinkText::tr("its partition %1 ends at %2, behind the new end")
                    .arg(number(partition, u"number"))
                    .arg(formatBytes(end)));
    }
    return {};
}

} // namespace

Result<void> refuseShrink(
    const QString &action, const SourceLayers &layers, qint64 sizeBytes, const std::stop_token &stop)
{
    const SourceLayer &image = layers.front();
    if (const Result<void> fits = refuseKnownContent(action, image, sizeBytes); !fits)
        return fits;
    const Result<DataBehind> behind = image.file.format == ImageFormat::Qcow2
        ? dataBehindByMap(action, layers, sizeBytes, stop)
        : dataBehindInFile(action, image.file, sizeBytes, stop);
    if (!behind)
        return std::unexpected(behind.error());
    if (behind->endBytes == 0)
        return {};
    const qint64 smallest = (behind->endBytes + sectorBytes - 1) / sectorBytes * sectorBytes;
    return std::unexpected(shrinkError(ErrorKind::Unsafe, action, image.file,
        ShrinkText::tr("up to %1 of data lie behind the new end, the last at %2")
            .arg(formatBytes(behind->dataBytes), formatBytes(behind->endBytes)),
        smallest < image.file.virtualSizeBytes
            ? ShrinkText::tr("The smallest size that loses nothing is %1 bytes").arg(smallest)
            : ShrinkText::tr("They reach to its very end, where a GPT has its copy: it cannot become smaller")));
}

std::vector<QString> shrinkRisks(const SourceLayers &layers, qint64 sizeBytes)
{
    std::vector<QString> risks;
    const ImageInfo &info = *layers.front().info;
    if (!info.fact(u"partitions") && !info.fact(u"filesystem-size"))
        risks.push_back(ShrinkText::tr("partitions and file systems inside are not known: one that claims more than "
                                       "the new size breaks, though nothing is written there yet"));
    for (std::size_t i = 1; i < layers.size(); ++i)
        if (layers[i].file.virtualSizeBytes > sizeBytes)
            risks.push_back(ShrinkText::tr("%1 below it is larger: what it holds behind the new end is hidden")
                    .arg(plainText(fileName(layers[i].file.path))));
    return risks;
}

} // namespace Fathom
