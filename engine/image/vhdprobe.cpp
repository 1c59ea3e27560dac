// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/vhdprobe.h"

#include "base/bytes.h"
#include "image/guidtext.h"
#include "image/vhdparent.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <bit>
#include <limits>
#include <utility>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VhdProbe)
};

// "Virtual Hard Disk Image Format Specification" 1.0, "Hard Disk Footer Format"; all big-endian.
namespace footerAt {
constexpr qint64 version = 12;
constexpr qint64 dataOffset = 16;
constexpr qint64 timeStamp = 24;
constexpr qint64 creator = 28;
constexpr qint64 creatorMajor = 32;
constexpr qint64 creatorMinor = 34;
constexpr qint64 creatorHost = 36;
constexpr qint64 originalSize = 40;
constexpr qint64 currentSize = 48;
constexpr qint64 cylinders = 56;
constexpr qint64 heads = 58;
constexpr qint64 sectors = 59;
constexpr qint64 type = 60;
constexpr qint64 checksum = 64;
constexpr qint64 uuid = 68;
constexpr qint64 savedState = 84;
} // namespace footerAt

// Same document, "Dynamic Disk Header Format".
namespace dynamicAt {
constexpr qint64 tableOffset = 16;
constexpr qint64 version = 24;
constexpr qint64 tableEntries = 28;
constexpr qint64 blockSize = 32;
constexpr qint64 checksum = 36;
} // namespace dynamicAt

constexpr qint64 footerBytes = 512;
constexpr qint64 dynamicHeaderBytes = 1024;
constexpr quint32 knownMajorVersion = 1;
constexpr quint32 fixedDisk = 2;
constexpr quint32 dynamicDisk = 3;
constexpr quint32 differencingDisk = 4;
constexpr qint64 secondsTo2000 = 946'684'800;
constexpr quint64 vhdSector = 512;
constexpr quint64 mostSectors = 0xff000000; // 2040 GiB
constexpr quint64 largestGeometry = quint64(65535) * 16 * 255;
constexpr quint32 mostTableEntries = std::numeric_limits<qint32>::max() / 4;

QString readVhdFooter()
{
    return Text::tr("read the VHD footer");
}

bool hasCookie(const ByteView &footer)
{
    return footer.startsWith("conectix");
}

/// "One's complement of the sum of all the bytes without the checksum field".
bool checksumHolds(const ByteView &view, qint64 checksumOffset)
{
    quint32 sum = 0;
    for (qsizetype i = 0; i < view.size(); ++i)
        if (i < checksumOffset || i >= checksumOffset + 4)
            sum += view.u8(i);
    return ~sum == view.be32(checksumOffset);
}

/// The footer at the end; Virtual PC before 2004 wrote only 511 bytes of it.
qint64 endFooterOffset(const BoundedFile &file)
{
    return file.lengthBytes() == 0 ? -footerBytes : (file.lengthBytes() - 1) / footerBytes * footerBytes;
}

bool hasEndFooter(BoundedFile &file)
{
    const qint64 shortBy = footerBytes - (file.lengthBytes() - endFooterOffset(file));
    const Result<ByteView> tail = file.tail();
    return tail && shortBy <= 1 && tail->startsWith("conectix", shortBy == 0 ? 0 : tail->size() - footerBytes + 1);
}

struct VhdFooter {
    QByteArray bytes;
    qint64 position = 0;
    bool atBothEnds = false;
};

Result<VhdFooter> findFooter(BoundedFile &file)
{
    const qint64 end = endFooterOffset(file);
    const Result<ByteView> head = file.head();
    if (!head)
        return std::unexpected(head.error());
    const bool atStart = hasCookie(*head) && head->size() >= footerBytes;
    const bool atEnd = hasEndFooter(file);
    VhdFooter first{.bytes = head->slice(0, footerBytes).toByteArray(), .position = 0, .atBothEnds = atStart && atEnd};
    VhdFooter last{.bytes = {}, .position = end, .atBothEnds = atStart && atEnd};
    if (atEnd) {
        const Result<QByteArray> bytes = file.readUpTo(end, footerBytes);
        if (!bytes)
            return std::unexpected(bytes.error());
        last.bytes = *bytes;
        last.bytes.resize(footerBytes, '\0');
    }
    const bool startHolds = atStart && checksumHolds(ByteView(first.bytes), footerAt::checksum);
    const bool endHolds = atEnd && checksumHolds(ByteView(last.bytes), footerAt::checksum);
    // A guest can write what looks like a footer into the first sector of a fixed disk; a dynamic disk has the same
    // one at both ends. Where they differ, one reader would follow the first and another the last.
    if (startHolds && endHolds)
        for (const auto &[offset, length] :
            {std::pair{footerAt::dataOffset, 8}, std::pair{footerAt::currentSize, 16}, std::pair{footerAt::uuid, 16}})
            if (ByteView(first.bytes).slice(offset, length) != ByteView(last.bytes).slice(offset, length))
                return std::unexpected(
                    file.malformed(readVhdFooter(), Text::tr("it differs from its copy at the start"), end + offset));
    if (startHolds)
        return first;
    if (endHolds)
        return last;
    return std::unexpected(file.malformed(readVhdFooter(),
        atStart || atEnd ? Text::tr("its checksum is wrong") : Text::tr("there is none"),
        atEnd ? end + footerAt::checksum : footerAt::checksum));
}

/// Virtual PC shows a guest what the geometry yields, and qemu did so too; all others go by the size in the footer.
/// Which one counts is decided as qemu 10 does, by the program that made the file; a geometry at its limit only says
/// "at least so much". (Older qemu took the geometry for every creator that it did not know.)
quint64 virtualSectors(const ByteView &footer)
{
    const quint64 geometry =
        quint64(footer.be16(footerAt::cylinders)) * footer.u8(footerAt::heads) * footer.u8(footerAt::sectors);
    const bool byGeometry =
        footer.startsWith("vpc ", footerAt::creator) || footer.startsWith("qemu", footerAt::creator);
    return byGeometry && geometry != largestGeometry ? geometry : footer.be64(footerAt::currentSize) / vhdSector;
}

void addFooterFacts(ImageInfo &info, const VhdFooter &found)
{
    const ByteView footer(found.bytes);
    const quint32 type = footer.be32(footerAt::type);
    info.addFact(QStringLiteral("type"),
        type == fixedDisk         ? QStringLiteral("fixed")
            : type == dynamicDisk ? QStringLiteral("dynamic")
                                  : QStringLiteral("differencing"),
        false);
    info.addFact(QStringLiteral("creator"), plainText(footer.slice(footerAt::creator, 4)).trimmed(), false);
    info.addFact(QStringLiteral("creator-version"),
        QStringLiteral("%1.%2").arg(footer.be16(footerAt::creatorMajor)).arg(footer.be16(footerAt::creatorMinor)),
        false);
    info.addFact(QStringLiteral("creator-host"), plainText(footer.slice(footerAt::creatorHost, 4)).trimmed(), false);
    info.addFact(QStringLiteral("created"),
        QDateTime::fromSecsSinceEpoch(secondsTo2000 + footer.be32(footerAt::timeStamp), QTimeZone::UTC)
            .toString(Qt::ISODate),
        false);
    info.addFact(QStringLiteral("original-size"),
        static_cast<qint64>(qMin(footer.be64(footerAt::originalSize), quint64(std::numeric_limits<qint64>::max()))),
        false);
    info.addFact(QStringLiteral("current-size"),
        static_cast<qint64>(qMin(footer.be64(footerAt::currentSize), quint64(std::numeric_limits<qint64>::max()))),
        false);
    info.addFact(QStringLiteral("geometry"),
        QStringLiteral("%1/%2/%3")
            .arg(footer.be16(footerAt::cylinders))
            .arg(footer.u8(footerAt::heads))
            .arg(footer.u8(footerAt::sectors)),
        false);
    info.addFact(QStringLiteral("uuid"), uuidText(footer, footerAt::uuid), false);
    if (footer.u8(footerAt::savedState) != 0)
        info.addFact(QStringLiteral("saved-state"), true, false);
    if (type != fixedDisk && !found.atBothEnds)
        info.addFact(QStringLiteral("single-footer"), true, false);
}

Result<ImageInfo> readDynamic(BoundedFile &file, ImageInfo info, const VhdFooter &found)
{
    const ByteView footer(found.bytes);
    const quint64 offset = footer.be64(footerAt::dataOffset);
    const auto broken = [&](const QString &reason, qint64 at) {
        return std::unexpected(file.malformed(Text::tr("read the VHD header"), reason, at));
    };
    if (offset > quint64(file.lengthBytes()))
        return broken(Text::tr("it lies outside the file"), found.position + footerAt::dataOffset);
    const qint64 position = static_cast<qint64>(offset);
    const Result<QByteArray> bytes = file.read(position, dynamicHeaderBytes, [] { return Text::tr("the VHD header"); });
    if (!bytes)
        return std::unexpected(bytes.error());
    const ByteView header(*bytes);
    if (!header.startsWith("cxsparse"))
        return broken(Text::tr("it does not begin with \"cxsparse\""), position);
    if (!checksumHolds(header, dynamicAt::checksum))
        return broken(Text::tr("its checksum is wrong"), position + dynamicAt::checksum);
    if (header.be32(dynamicAt::version) >> 16 != knownMajorVersion)
        return std::unexpected(Error{.kind = ErrorKind::Unsupported,
            .action = Text::tr("read the VHD header"),
            .subject = plainText(file.path()),
            .reason = Text::tr("its version is unknown"),
            .hint = {},
            .offset = position + dynamicAt::version});

    const quint32 blockSize = header.be32(dynamicAt::blockSize);
    if (!std::has_single_bit(blockSize) || blockSize < vhdSector)
        return broken(
            Text::tr("a block of %1 bytes is no power of two sectors").arg(blockSize), position + dynamicAt::blockSize);
    const quint32 entries = header.be32(dynamicAt::tableEntries);
    if (entries > mostTableEntries)
        return broken(
            Text::tr("%1 blocks are more than a VHD can have").arg(entries), position + dynamicAt::tableEntries);
    if (quint64(entries) * blockSize < quint64(info.virtualSizeBytes))
        return broken(Text::tr("%1 blocks do not hold the disk").arg(entries), position + dynamicAt::tableEntries);
    const quint64 table = header.be64(dynamicAt::tableOffset);
    const qint64 tableBytes = qint64(entries) * 4;
    if (table > quint64(file.lengthBytes()) || tableBytes > file.lengthBytes() - static_cast<qint64>(table))
        return broken(Text::tr("the block table lies outside the file"), position + dynamicAt::tableOffset);
    const qint64 tableAt = static_cast<qint64>(table);
    if (tableAt < footerBytes || (tableAt < position + dynamicHeaderBytes && position < tableAt + tableBytes))
        return broken(Text::tr("the block table overlaps a header"), position + dynamicAt::tableOffset);

    info.clusterSizeBytes = blockSize;
    if (footer.be32(footerAt::type) != differencingDisk)
        return info;
    return readVhdParent(file, std::move(info), header, position);
}

} // namespace

bool recognizesVhd(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    return head && (hasCookie(*head) || hasEndFooter(file));
}

Result<ImageInfo> readVhd(BoundedFile &file, ImageInfo info)
{
    const Result<VhdFooter> found = findFooter(file);
    if (!found)
        return std::unexpected(found.error());
    const ByteView footer(found->bytes);
    const auto broken = [&](const QString &reason, qint64 offset) {
        return std::unexpected(file.malformed(readVhdFooter(), reason, found->position + offset));
    };
    if (footer.be32(footerAt::version) >> 16 != knownMajorVersion)
        return std::unexpected(Error{.kind = ErrorKind::Unsupported,
            .action = readVhdFooter(),
            .subject = plainText(file.path()),
            .reason = Text::tr("its version is unknown"),
            .hint = {},
            .offset = found->position + footerAt::version});
    const quint32 type = footer.be32(footerAt::type);
    if (type < fixedDisk || type > differencingDisk)
        return broken(Text::tr("there is no disk type %1").arg(type), footerAt::type);
    const quint64 sectors = virtualSectors(footer);
    if (sectors > mostSectors)
        return broken(Text::tr("the disk is larger than a VHD can be"), footerAt::currentSize);
    info.virtualSizeBytes = static_cast<qint64>(sectors * vhdSector);
    addFooterFacts(info, *found);
    if (type != fixedDisk)
        return readDynamic(file, std::move(info), *found);
    if (found->position == 0 && file.lengthBytes() > footerBytes)
        return broken(Text::tr("a fixed disk has its footer at the end"), footerAt::type);
    if (info.virtualSizeBytes > endFooterOffset(file))
        return broken(Text::tr("it promises %1, but the file was cut off after %2")
                          .arg(formatBytes(info.virtualSizeBytes), formatBytes(endFooterOffset(file))),
            footerAt::currentSize);
    return info;
}

} // namespace Fathom
