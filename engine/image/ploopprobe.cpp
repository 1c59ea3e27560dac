// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ploopprobe.h"

#include <QCoreApplication>

#include <limits>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PloopProbe)
};

// "Parallels Expandable Image File Format", section "Header"; all little-endian.
namespace ploopAt {
constexpr qint64 version = 16;
constexpr qint64 heads = 20;
constexpr qint64 cylinders = 24;
constexpr qint64 clusterSectors = 28;
constexpr qint64 tableEntries = 32;
constexpr qint64 diskSectors = 36;
constexpr qint64 inUse = 44;
constexpr qint64 dataStart = 48;
constexpr qint64 extension = 56;
} // namespace ploopAt

constexpr qint64 ploopHeaderBytes = 64;
constexpr qint64 ploopSector = 512;
constexpr quint32 ploopVersion = 2; // the layout's; that of the magic word tells how offsets count
constexpr quint32 inUseMark = 0x746f6e59;
constexpr quint32 mostClusterSectors = std::numeric_limits<qint32>::max() / 513;
constexpr quint32 mostPloopEntries = std::numeric_limits<qint32>::max() / 4;
constexpr QByteArrayView firstMagic("WithoutFreeSpace");
constexpr QByteArrayView secondMagic("WithouFreSpacExt");

} // namespace

bool recognizesPloop(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    return head && (head->startsWith(firstMagic) || head->startsWith(secondMagic));
}

Result<ImageInfo> readPloop(BoundedFile &file, ImageInfo info)
{
    constexpr auto action = [] { return Text::tr("read the Parallels header"); };
    const Result<QByteArray> bytes = file.read(0, ploopHeaderBytes, [] { return Text::tr("the Parallels header"); });
    if (!bytes)
        return std::unexpected(bytes.error());
    const ByteView header(*bytes);
    const auto broken = [&](const QString &reason, qint64 offset) {
        return std::unexpected(file.malformed(action(), reason, offset));
    };
    const quint32 version = header.le32(ploopAt::version);
    if (version != ploopVersion)
        return std::unexpected(Error{.kind = ErrorKind::Unsupported,
            .action = action(),
            .subject = plainText(file.path()),
            .reason = Text::tr("its version is %1, known is %2").arg(version).arg(ploopVersion),
            .hint = {},
            .offset = ploopAt::version});
    const quint32 cluster = header.le32(ploopAt::clusterSectors);
    if (cluster == 0 || cluster > mostClusterSectors)
        return broken(Text::tr("a cluster of %1 sectors is not between 1 and %2").arg(cluster).arg(mostClusterSectors),
            ploopAt::clusterSectors);
    const quint32 entries = header.le32(ploopAt::tableEntries);
    if (entries > mostPloopEntries)
        return broken(Text::tr("%1 clusters are more than there is room for").arg(entries), ploopAt::tableEntries);
    if (ploopHeaderBytes + qint64(entries) * 4 > file.lengthBytes())
        return broken(Text::tr("the block table lies outside the file"), ploopAt::tableEntries);
    // The first format has room for 32 bits only; what stands behind them means nothing there.
    const bool second = header.startsWith(secondMagic);
    const quint64 sectors = second ? header.le64(ploopAt::diskSectors) : header.le32(ploopAt::diskSectors);
    if (sectors > quint64(entries) * cluster)
        return broken(Text::tr("%1 clusters do not hold the disk").arg(entries), ploopAt::diskSectors);
    if (sectors > quint64(std::numeric_limits<qint64>::max() / ploopSector))
        return broken(Text::tr("the disk is larger than any can be"), ploopAt::diskSectors);
    const qint64 dataStart = header.le32(ploopAt::dataStart);
    if (dataStart * ploopSector > file.lengthBytes())
        return broken(Text::tr("the data lie outside the file"), ploopAt::dataStart);
    const quint64 extension = header.le64(ploopAt::extension);
    if (extension > quint64(file.lengthBytes() / ploopSector))
        return broken(Text::tr("the extension lies outside the file"), ploopAt::extension);

    info.virtualSizeBytes = static_cast<qint64>(sectors) * ploopSector;
    info.clusterSizeBytes = qint64(cluster) * ploopSector;
    info.dirty = header.le32(ploopAt::inUse) == inUseMark;
    info.addFact(QStringLiteral("version"), second ? 2 : 1, false);
    info.addFact(QStringLiteral("clusters"), qint64(entries), false);
    info.addFact(QStringLiteral("geometry"),
        QStringLiteral("%1/%2").arg(header.le32(ploopAt::cylinders)).arg(header.le32(ploopAt::heads)), false);
    if (info.dirty)
        info.addFact(QStringLiteral("in-use"), true, false);
    if (extension != 0)
        info.addFact(QStringLiteral("extension"), true, false);
    return info;
}

} // namespace Fathom
