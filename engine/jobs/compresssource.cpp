// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/compresssource.h"

#include "host/accesshint.h"
#include "jobs/fileholders.h"
#include "jobs/replacingcopy.h"
#include "jobs/sourceimage.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct CompressText {
    Q_DECLARE_TR_FUNCTIONS(CompressJob)
};

constexpr qint64 sectorBytes = 512;

bool isSet(const ImageInfo &info, QStringView key)
{
    const FactValue *fact = info.fact(key);
    return fact && fact->toJson().toBool();
}

Qcow2Shape shapeOf(const ImageInfo &info)
{
    const FactValue *compatibility = info.fact(u"compat");
    const FactValue *refcountBits = info.fact(u"refcount-bits");
    const FactValue *compression = info.fact(u"compression-type");
    return {.backingFile = info.backingFile,
        .backingFormat = info.backingFormat,
        .clusterSizeBytes = info.clusterSizeBytes.value_or(0),
        .refcountBits = refcountBits ? refcountBits->toInteger() : 0,
        .oldVersion = compatibility && compatibility->toString() == u"0.10",
        .extendedL2 = isSet(info, u"extended-l2"),
        .lazyRefcounts = isSet(info, u"lazy-refcounts"),
        .zstd = compression && compression->toString() == u"zstd"};
}

/// What a new file could not hold, or may not change.
Result<void> refuseContent(const CompressSource &source, const CompressRequest &request)
{
    const SourceLayer &image = source.image();
    const auto refuse = [&](ErrorKind kind, const QString &reason, const QString &hint) {
        return std::unexpected(compressError(kind, image.file.path, reason, hint));
    };
    const FormatTraits &traits = formatTraits(image.file.format);
    if (!source.isQcow2() && traits.packsBlocks)
        return refuse(ErrorKind::Unsupported,
            CompressText::tr("the format %1 is not made smaller in its place").arg(QLatin1StringView(traits.title)),
            CompressText::tr("raw and qcow2 are; “fathomctl convert” makes a new file of it"));
    if (!source.isQcow2() && request.compress)
        return refuse(ErrorKind::Unsupported, CompressText::tr("a raw image cannot be compressed"),
            CompressText::tr("Without “-c” what holds nothing is given back; “fathomctl convert -c” makes a qcow2"));
    if (!source.isQcow2() && image.facts.lengthBytes % sectorBytes != 0)
        return refuse(ErrorKind::Unsupported,
            CompressText::tr("its length is no whole number of sectors of %1 bytes, and qemu-img would make it longer")
                .arg(sectorBytes),
            CompressText::tr("“fathomctl copy” leaves out what was never written"));
    if (!image.info->snapshots.empty())
        return refuse(ErrorKind::Unsupported, CompressText::tr("there are snapshots in it, which would be lost"),
            CompressText::tr("Extract or delete them first"));
    if (const FactValue *bitmaps = image.info->fact(u"bitmaps"); bitmaps && !bitmaps->list().empty())
        return refuse(ErrorKind::Unsupported,
            CompressText::tr("there are bitmaps in it, which would be lost, and with them what a backup goes by"),
            CompressText::tr("Remove them first if no backup needs them: “qemu-img bitmap --remove”"));
    if (source.place.meaning == EntryMeaning::StoredImage)
        return refuse(ErrorKind::Conflict,
            CompressText::tr("it is a file of Glance, which has its size and checksum in its database: nobody could "
                             "download it any more"),
            CompressText::tr("Upload a smaller one as a new image: “fathomctl convert -c” makes it"));
    return {};
}

} // namespace

QemuImgChain CompressSource::chain(const NativePath &path) const
{
    QemuImgChain chain = qemuImgChain(planFiles(layers));
    chain.front().path = path;
    return chain;
}

Qcow2Shape CompressSource::shape(bool compress) const
{
    Qcow2Shape shape = shapeOf(*image().info);
    shape.zstd = compress && !shape.oldVersion;
    return shape;
}

bool CompressSource::isLike(const ImageInfo &made, bool compress) const
{
    const SourceLayer &before = image();
    if (made.format != before.file.format || made.virtualSizeBytes != before.file.virtualSizeBytes)
        return false;
    return isQcow2() ? shapeOf(made) == shape(compress) : made.fileLengthBytes == before.facts.lengthBytes;
}

Error compressError(ErrorKind kind, const NativePath &subject, const QString &reason, const QString &hint)
{
    return {.kind = kind, .action = compressAction(), .subject = plainText(subject), .reason = reason, .hint = hint};
}

Result<CompressSource> compressSource(const CompressRequest &request, const std::stop_token &stop)
{
    if (const Result<void> named = refuseUnnameable(compressAction(), request.image); !named)
        return std::unexpected(named.error());
    const NativePath path = canonicalPath(absolutePath(request.image));
    Result<SourceLayers> layers = sourceLayers(compressAction(), path, request.format, stop, {},
        {QLatin1StringView("backing-file"), QLatin1StringView("feature-not-accepted")});
    if (!layers)
        return std::unexpected(layers.error());
    CompressSource source{*std::move(layers), placeOf(path, FileKind::Regular)};
    if (const Result<void> named = refuseUnnameable(compressAction(), source.image().info->backingFile); !named)
        return std::unexpected(named.error());
    if (const Result<void> able = refuseContent(source, request); !able)
        return std::unexpected(able.error());
    if (const Result<void> able = refuseIrreplaceable(compressAction(), path, source.image().facts); !able)
        return std::unexpected(able.error());
    if (const Result<void> unused = refuseIfUsed(path); !unused)
        return std::unexpected(unused.error());
    return source;
}

} // namespace Fathom
