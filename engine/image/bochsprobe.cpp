// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/bochsprobe.h"

#include <QCoreApplication>

#include <bit>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BochsProbe)
};

// Bochs's "Harddisk image formats", redolog_header_t and redolog_specific_header_t; all little-endian. Version 1 has
// the disk's size where version 2 has a time stamp and what lies after it.
namespace bochsAt {
constexpr qint64 type = 32;
constexpr qint64 subtype = 48;
constexpr qint64 version = 64;
constexpr qint64 headerBytes = 68;
constexpr qint64 catalogEntries = 72;
constexpr qint64 extentBytes = 80;
constexpr qint64 firstDiskBytes = 84;
constexpr qint64 secondDiskBytes = 88;
} // namespace bochsAt

constexpr qint64 bochsHeaderBytes = 512;
constexpr quint32 bochsFirstVersion = 0x00010000;
constexpr quint32 bochsSecondVersion = 0x00020000;
constexpr qint64 bochsSector = 512;
constexpr quint32 largestBochsExtent = 8 * 1024 * 1024;
constexpr quint32 mostBochsEntries = 1024 * 1024; // what the largest disk needs that Bochs makes: 8 TB
constexpr QByteArrayView bochsMagic("Bochs Virtual HD Image\0", 23);
constexpr QByteArrayView bochsType("Redolog\0", 8);
constexpr QByteArrayView bochsSubtype("Growing\0", 8);

} // namespace

bool recognizesBochs(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    return head && head->startsWith(bochsMagic);
}

Result<ImageInfo> readBochs(BoundedFile &file, ImageInfo info)
{
    constexpr auto action = [] { return Text::tr("read the Bochs header"); };
    const Result<QByteArray> bytes = file.read(0, bochsHeaderBytes, [] { return Text::tr("the Bochs header"); });
    if (!bytes)
        return std::unexpected(bytes.error());
    const ByteView header(*bytes);
    const auto refused = [&](ErrorKind kind, const QString &reason, qint64 offset) {
        Error error = file.malformed(action(), reason, offset);
        error.kind = kind;
        return std::unexpected(error);
    };
    const auto broken = [&](const QString &reason, qint64 offset) {
        return refused(ErrorKind::Malformed, reason, offset);
    };
    if (!header.startsWith(bochsType, bochsAt::type) || !header.startsWith(bochsSubtype, bochsAt::subtype))
        return refused(ErrorKind::Unsupported, Text::tr("of the kinds that Bochs has, only growing disks can be read"),
            bochsAt::type);
    const quint32 version = header.le32(bochsAt::version);
    if (version != bochsFirstVersion && version != bochsSecondVersion)
        return refused(ErrorKind::Unsupported,
            Text::tr("its version is %1, known are 1 and 2").arg(QString::number(version / 65536.0)), bochsAt::version);
    const quint32 entries = header.le32(bochsAt::catalogEntries);
    if (entries > mostBochsEntries)
        return broken(
            Text::tr("a catalog of %1 entries is larger than any disk needs").arg(entries), bochsAt::catalogEntries);
    const quint32 extent = header.le32(bochsAt::extentBytes);
    if (extent < bochsSector || extent > largestBochsExtent || !std::has_single_bit(extent))
        return broken(
            Text::tr("extents of %1 bytes are not allowed: powers of two from 512 bytes to 8 MiB are").arg(extent),
            bochsAt::extentBytes);
    if (header.le32(bochsAt::headerBytes) + qint64(entries) * 4 > file.lengthBytes())
        return broken(Text::tr("the catalog lies outside the file"), bochsAt::headerBytes);
    const qint64 sizeField = version == bochsFirstVersion ? bochsAt::firstDiskBytes : bochsAt::secondDiskBytes;
    const quint64 size = header.le64(sizeField);
    if (size > quint64(entries) * extent)
        return broken(Text::tr("the catalog is too small for a disk of %1 bytes").arg(size), sizeField);

    info.virtualSizeBytes = static_cast<qint64>(size) / bochsSector * bochsSector;
    info.clusterSizeBytes = extent;
    info.addFact(QStringLiteral("version"), version == bochsFirstVersion ? 1 : 2, false);
    info.addFact(QStringLiteral("blocks"), qint64(entries), false);
    return info;
}

} // namespace Fathom
