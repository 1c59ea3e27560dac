// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/qcow2probe.h"

#include "base/maskedname.h"
#include "image/embeddedname.h"
#include "image/luksheader.h"
#include "image/qcow2bitmaps.h"
#include "image/qcow2extensions.h"
#include "image/qcow2header.h"
#include "image/qcow2snapshots.h"
#include "image/qemutext.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Qcow2Probe)
};

constexpr char qcow2Magic[] = "QFI\xfb";
constexpr quint32 versionOfQcow1 = 1;
constexpr quint8 incompatibleType = 0;

void violate(ImageInfo &info, const QString &rule, const QString &reason)
{
    info.violations.push_back({rule, reason});
}

/// The file's own name for a bit, or its number.
QString featureText(const Qcow2Extensions &extensions, quint8 bit)
{
    const QByteArray name = qcow2FeatureName(extensions, incompatibleType, bit);
    return name.isEmpty() ? Text::tr("bit %1").arg(bit) : Text::tr("“%1” (bit %2)").arg(plainText(name)).arg(bit);
}

void judgeFeatures(ImageInfo &info, const Qcow2Header &header, const Qcow2Extensions &extensions)
{
    QStringList unknown;
    for (quint8 bit = 0; bit < 64; ++bit)
        if ((header.incompatible & ~quint64(Qcow2KnownIncompatible)) >> bit & 1)
            unknown.append(featureText(extensions, bit));
    if (!unknown.isEmpty())
        violate(info, QStringLiteral("unknown-feature"),
            Text::tr("It uses features that nobody here knows: %1").arg(unknown.join(Text::tr(", "))));
    if (header.compressionType > Qcow2Zstd)
        violate(info, QStringLiteral("unknown-feature"),
            Text::tr("It uses the unknown compression type %1").arg(header.compressionType));
    if (header.incompatible & Qcow2ExtendedL2)
        violate(info, QStringLiteral("feature-not-accepted"),
            Text::tr("It uses extended L2 entries, which QEMU reads but OpenStack's own inspection refuses"));
}

void judgeTables(ImageInfo &info, const Qcow2Header &header)
{
    const auto judge = [&](qint64 offset, qint64 bytes, Wording overHeader, Wording outside) {
        if (bytes == 0)
            return;
        if (offset < header.clusterBytes())
            violate(info, QStringLiteral("overlap"), overHeader());
        else if (offset + bytes > info.fileLengthBytes)
            violate(info, QStringLiteral("truncated"), outside());
    };
    judge(
        header.refcountTableOffset, header.refcountTableClusters * header.clusterBytes(),
        [] { return Text::tr("Its reference count table lies over its own header"); },
        [] { return Text::tr("The file ends before or inside its reference count table"); });
    judge(
        header.l1Offset, qint64(header.l1Entries) * 8, [] { return Text::tr("Its L1 table lies over its own header"); },
        [] { return Text::tr("The file ends before or inside its L1 table"); });
    judge(
        header.snapshotsOffset, header.snapshotCount,
        [] { return Text::tr("Its snapshot table lies over its own header"); }, [] { return QString(); });
}

QString compressionName(quint8 type)
{
    switch (type) {
    case Qcow2Zlib: return QStringLiteral("zlib");
    case Qcow2Zstd: return QStringLiteral("zstd");
    default: return QStringLiteral("unknown (%1)").arg(type);
    }
}

Result<void> takeNames(BoundedFile &file, ImageInfo &info, const Qcow2Header &header, const Qcow2Extensions &extensions)
{
    if (header.backingNameOffset != 0) {
        const Result<QByteArray> name = readBackingName(
            file, header.backingNameOffset, header.backingNameLength, [] { return Text::tr("read the qcow2 header"); },
            16);
        if (!name)
            return std::unexpected(name.error());
        info.backingFile = *name;
        if (name->isEmpty())
            violate(info, QStringLiteral("backing-file"),
                Text::tr("Its header points to a backing file name, but the name is empty"));
        else
            info.backingFormat = qemuText(extensions.backingFormat);
    }
    const bool external = header.incompatible & Qcow2DataFile;
    if (external && extensions.dataFile)
        info.dataFile = *extensions.dataFile;
    if (external && info.dataFile.isEmpty())
        violate(info, QStringLiteral("data-file"), Text::tr("Its data lie in another file that it does not name"));
    else if (!external && extensions.dataFile)
        violate(info, QStringLiteral("data-file"),
            Text::tr("It names the external data file “%1” but does not say that it uses one")
                .arg(maskedName(*extensions.dataFile)));
    return {};
}

Result<void> takeEncryption(
    BoundedFile &file, ImageInfo &info, const Qcow2Header &header, const Qcow2Extensions &extensions)
{
    info.encrypted = header.cryptMethod != Qcow2NoCrypt;
    if (header.cryptMethod == Qcow2Aes) {
        info.addFact(QStringLiteral("encrypt"), FactValue::Members{{QStringLiteral("format"), QStringLiteral("aes")}});
    } else if (header.cryptMethod == Qcow2Luks) {
        if (!extensions.crypto)
            return std::unexpected(file.malformed(Text::tr("read the qcow2 header extensions"),
                Text::tr("it is encrypted with LUKS, but has no LUKS header"), 32));
        Result<FactValue::Members> luks = luksFacts(file, extensions.crypto->offset, extensions.crypto->lengthBytes);
        if (!luks)
            return std::unexpected(luks.error());
        luks->push_back({QStringLiteral("format"), QStringLiteral("luks")});
        info.addFact(QStringLiteral("encrypt"), std::move(*luks));
    }
    return {};
}

Result<void> takeFacts(BoundedFile &file, ImageInfo &info, const Qcow2Header &header, const Qcow2Extensions &extensions)
{
    const bool version3 = header.version == 3;
    info.addFact(QStringLiteral("compat"), version3 ? QStringLiteral("1.1") : QStringLiteral("0.10"));
    info.addFact(QStringLiteral("compression-type"), compressionName(header.compressionType));
    if (version3)
        info.addFact(QStringLiteral("lazy-refcounts"), (header.compatible & Qcow2LazyRefcounts) != 0);
    info.addFact(QStringLiteral("refcount-bits"), 1 << header.refcountOrder);
    if (version3) {
        info.addFact(QStringLiteral("corrupt"), info.corrupt);
        info.addFact(QStringLiteral("extended-l2"), (header.incompatible & Qcow2ExtendedL2) != 0);
        if (extensions.dataFile)
            info.addFact(QStringLiteral("data-file"), qemuText(*extensions.dataFile));
        if (header.incompatible & Qcow2DataFile)
            info.addFact(QStringLiteral("data-file-raw"), (header.autoclear & Qcow2RawDataFile) != 0);
    }
    if (extensions.bitmaps) {
        Result<FactValue::List> bitmaps = readQcow2Bitmaps(file, header, *extensions.bitmaps);
        if (!bitmaps)
            return std::unexpected(bitmaps.error());
        info.addFact(QStringLiteral("bitmaps"), std::move(*bitmaps));
    }
    if (extensions.staleBitmaps)
        info.addFact(QStringLiteral("stale-bitmaps"), true, false);
    return takeEncryption(file, info, header, extensions);
}

} // namespace

bool recognizesQcow2(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    return head && head->startsWith(QByteArrayView(qcow2Magic)) && head->has(0, 8) && head->be32(4) != versionOfQcow1;
}

Result<ImageInfo> readQcow2(BoundedFile &file, ImageInfo info)
{
    const Result<Qcow2Header> header = readQcow2Header(file);
    if (!header)
        return std::unexpected(header.error());
    info.virtualSizeBytes = header->virtualSizeBytes;
    info.clusterSizeBytes = header->clusterBytes();
    info.dirty = header->incompatible & Qcow2Dirty;
    info.corrupt = header->incompatible & Qcow2Corrupt;

    const Result<Qcow2Extensions> extensions = readQcow2Extensions(file, *header);
    if (!extensions)
        return std::unexpected(extensions.error());
    if (const Result<void> taken = takeNames(file, info, *header, *extensions); !taken)
        return std::unexpected(taken.error());
    if (const Result<void> taken = takeFacts(file, info, *header, *extensions); !taken)
        return std::unexpected(taken.error());
    // Snapshots and an external data file exclude each other; qemu then knows of no snapshots either.
    if (!(header->incompatible & Qcow2DataFile)) {
        Result<std::vector<ImageSnapshot>> snapshots = readQcow2Snapshots(file, *header);
        if (!snapshots)
            return std::unexpected(snapshots.error());
        info.snapshots = std::move(*snapshots);
    }
    judgeFeatures(info, *header, *extensions);
    judgeTables(info, *header);
    return info;
}

} // namespace Fathom
