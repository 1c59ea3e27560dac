// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/qedprobe.h"

#include "base/bytes.h"
#include "image/embeddedname.h"

#include <QCoreApplication>

#include <bit>
#include <limits>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(QedProbe)
};

// Layout and feature bits: "Header" of qemu's docs/interop/qed_spec.rst; little-endian.
constexpr char qedMagic[] = "QED\0";
constexpr qint64 qedHeaderBytes = 64;
constexpr qint64 qedSectorBytes = 512;
constexpr quint64 qedBackingFile = 1U << 0;
constexpr quint64 qedNeedCheck = 1U << 1;
constexpr quint64 qedBackingIsRaw = 1U << 2;
constexpr quint64 qedKnownFeatures = (1U << 3) - 1;
constexpr quint32 smallestQedCluster = 4 * 1024;
constexpr quint32 largestQedCluster = 64 * 1024 * 1024;
constexpr quint32 largestQedTable = 16;
constexpr quint64 largestQedOffset = static_cast<quint64>(std::numeric_limits<qint64>::max());

/// What two levels of tables can map, or the largest offset where that is less.
quint64 largestQedDisk(quint64 clusterBytes, quint64 tableClusters)
{
    const quint64 entries = tableClusters * clusterBytes / 8; // at most 2^27
    const quint64 mappedByL2 = entries * clusterBytes; // at most 2^53
    return mappedByL2 > largestQedOffset / entries ? largestQedOffset : mappedByL2 * entries;
}

} // namespace

bool recognizesQed(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    return head && head->startsWith(QByteArrayView(qedMagic, sizeof(qedMagic) - 1));
}

Result<ImageInfo> readQed(BoundedFile &file, ImageInfo info)
{
    constexpr auto action = [] { return Text::tr("read the QED header"); };
    const auto broken = [&](const QString &reason, qint64 offset) {
        return std::unexpected(file.malformed(action(), reason, offset));
    };
    const Result<ByteView> head = file.head();
    if (!head)
        return std::unexpected(head.error());
    if (!head->has(0, qedHeaderBytes))
        return broken(Text::tr("the file ends inside the header"), head->size());

    const quint64 clusterBytes = head->le32(4);
    const quint64 tableClusters = head->le32(8);
    const quint64 headerBytes = head->le32(12) * clusterBytes;
    const quint64 features = head->le64(16);
    const quint64 l1Offset = head->le64(40);
    const quint64 size = head->le64(48);
    if (clusterBytes < smallestQedCluster || clusterBytes > largestQedCluster || !std::has_single_bit(clusterBytes))
        return broken(
            Text::tr("clusters of %1 bytes are not allowed: powers of two from 4 KiB to 64 MiB are").arg(clusterBytes),
            4);
    if (tableClusters < 1 || tableClusters > largestQedTable || !std::has_single_bit(tableClusters))
        return broken(Text::tr("tables of %1 clusters are not allowed: 1, 2, 4, 8 and 16 are").arg(tableClusters), 8);
    if (size % qedSectorBytes != 0)
        return broken(Text::tr("the virtual size, %1 bytes, is not a whole number of sectors").arg(size), 48);
    if (size > largestQedDisk(clusterBytes, tableClusters))
        return broken(Text::tr("the virtual size, %1 bytes, is larger than its tables can map").arg(size), 48);
    // The L1 table lies in whole clusters of the file, after the header.
    const quint64 wholeClusters = static_cast<quint64>(info.fileLengthBytes) / clusterBytes * clusterBytes;
    const quint64 tableBytes = tableClusters * clusterBytes;
    if (l1Offset % clusterBytes != 0 || l1Offset < headerBytes || wholeClusters < tableBytes ||
        l1Offset > wholeClusters - tableBytes)
        return broken(Text::tr("the L1 table does not lie between the header and the end of the file"), 40);

    info.virtualSizeBytes = static_cast<qint64>(size);
    info.clusterSizeBytes = static_cast<qint64>(clusterBytes);
    info.dirty = features & qedNeedCheck;
    if (features & qedBackingFile) {
        const quint64 nameOffset = head->le32(56);
        const quint32 nameLength = head->le32(60);
        if (nameOffset + nameLength > headerBytes)
            return broken(Text::tr("the backing file name reaches out of the header"), 60);
        const Result<QByteArray> name = readBackingName(file, nameOffset, nameLength, action, 60);
        if (!name)
            return std::unexpected(name.error());
        info.backingFile = *name;
        if (name->isEmpty())
            info.violations.push_back({QStringLiteral("backing-file"),
                Text::tr("Its header points to a backing file name, but the name is empty")});
        else if (features & qedBackingIsRaw)
            info.backingFormat = QStringLiteral("raw");
    }
    if (features & ~qedKnownFeatures)
        info.violations.push_back({QStringLiteral("unknown-feature"),
            Text::tr("It uses features that nobody here knows: bits %1")
                .arg(QString::number(features & ~qedKnownFeatures, 16))});
    return info;
}

} // namespace Fathom
