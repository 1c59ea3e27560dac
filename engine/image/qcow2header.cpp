// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/qcow2header.h"

#include "base/bytes.h"

#include <QCoreApplication>

#include <limits>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Qcow2Header)
};

// Field offsets: section "Header" of qemu's docs/interop/qcow2.rst.
constexpr qint64 versionAt = 4;
constexpr qint64 backingOffsetAt = 8;
constexpr qint64 backingLengthAt = 16;
constexpr qint64 clusterBitsAt = 20;
constexpr qint64 sizeAt = 24;
constexpr qint64 cryptAt = 32;
constexpr qint64 l1EntriesAt = 36;
constexpr qint64 l1OffsetAt = 40;
constexpr qint64 refcountOffsetAt = 48;
constexpr qint64 refcountClustersAt = 56;
constexpr qint64 snapshotCountAt = 60;
constexpr qint64 snapshotOffsetAt = 64;
constexpr qint64 incompatibleAt = 72;
constexpr qint64 compatibleAt = 80;
constexpr qint64 autoclearAt = 88;
constexpr qint64 refcountOrderAt = 96;
constexpr qint64 headerLengthAt = 100;
constexpr qint64 compressionAt = 104;

constexpr qint64 shortHeaderBytes = 72;
constexpr qint64 longHeaderBytes = 104;
constexpr qint64 qcow2SectorBytes = 512;
constexpr quint64 largestOffset = static_cast<quint64>(std::numeric_limits<qint64>::max());

// qemu's limits: block/qcow2.h.
constexpr qint64 largestL1Bytes = 32 * 1024 * 1024;
constexpr qint64 largestRefcountTableBytes = 8 * 1024 * 1024;
constexpr quint32 mostSnapshots = 65536;
constexpr qint64 snapshotHeaderBytes = 40;
constexpr quint32 smallestSubclusterBits = 9;
constexpr quint32 subclusterBits = 5; // 32 subclusters of an extended L2 entry

/// The checks share the header, the view and the shape of their complaint.
class HeaderCheck {
public:
    HeaderCheck(const BoundedFile &file, ByteView view)
        : m_file(file)
        , m_view(view)
    {
    }

    Result<Qcow2Header> run();

private:
    std::unexpected<Error> broken(const QString &reason, qint64 offset) const
    {
        return std::unexpected(m_file.malformed(Text::tr("read the qcow2 header"), reason, offset));
    }
    Result<void> readVersion3();
    Result<void> checkCompression() const;
    Result<void> checkBackingName() const;
    Result<qint64> tableOffset(Wording table, qint64 field, qint64 bytes) const;
    Result<void> checkTables();
    Result<void> checkSize();

    const BoundedFile &m_file;
    ByteView m_view;
    Qcow2Header m_header;
};

Result<void> HeaderCheck::readVersion3()
{
    if (!m_view.has(0, longHeaderBytes))
        return broken(Text::tr("the file ends inside the header"), m_view.size());
    m_header.incompatible = m_view.be64(incompatibleAt);
    m_header.compatible = m_view.be64(compatibleAt);
    m_header.autoclear = m_view.be64(autoclearAt);
    m_header.refcountOrder = m_view.be32(refcountOrderAt);
    m_header.headerLength = m_view.be32(headerLengthAt);
    if (m_header.headerLength < longHeaderBytes)
        return broken(Text::tr("the header claims to be %1 bytes long; version 3 needs %2")
                          .arg(m_header.headerLength)
                          .arg(longHeaderBytes),
            headerLengthAt);
    if (m_header.headerLength > m_header.clusterBytes())
        return broken(Text::tr("the header claims to be %1 bytes long, more than a cluster").arg(m_header.headerLength),
            headerLengthAt);
    if (m_header.headerLength > compressionAt)
        m_header.compressionType = m_view.u8(compressionAt);
    if (m_header.refcountOrder > 6)
        return broken(
            Text::tr("reference counts of 2^%1 bits are wider than the 64 bits allowed").arg(m_header.refcountOrder),
            refcountOrderAt);
    return checkCompression();
}

Result<void> HeaderCheck::checkCompression() const
{
    const bool marked = m_header.incompatible & Qcow2Compression;
    if (marked && m_header.compressionType == Qcow2Zlib)
        return broken(Text::tr("the feature bits announce a compression type, but none is given"), incompatibleAt);
    if (!marked && m_header.compressionType != Qcow2Zlib)
        return broken(Text::tr("compression type %1 is given without its feature bit").arg(m_header.compressionType),
            compressionAt);
    return {};
}

Result<void> HeaderCheck::checkBackingName() const
{
    if (m_header.backingNameOffset == 0)
        return {};
    const quint64 clusterBytes = static_cast<quint64>(m_header.clusterBytes());
    if (m_header.backingNameOffset > clusterBytes)
        return broken(Text::tr("the backing file name lies outside the first cluster"), backingOffsetAt);
    if (m_header.backingNameLength > clusterBytes - m_header.backingNameOffset)
        return broken(Text::tr("the backing file name, %1 bytes long, reaches out of the first cluster")
                          .arg(m_header.backingNameLength),
            backingLengthAt);
    return {};
}

Result<qint64> HeaderCheck::tableOffset(Wording table, qint64 field, qint64 bytes) const
{
    const quint64 offset = m_view.be64(field);
    if (offset > largestOffset - static_cast<quint64>(bytes))
        return broken(Text::tr("%1 lies past the largest offset").arg(table()), field);
    if (static_cast<qint64>(offset) % m_header.clusterBytes() != 0)
        return broken(Text::tr("%1 does not start at a cluster").arg(table()), field);
    return static_cast<qint64>(offset);
}

Result<void> HeaderCheck::checkTables()
{
    m_header.l1Entries = m_view.be32(l1EntriesAt);
    m_header.refcountTableClusters = m_view.be32(refcountClustersAt);
    m_header.snapshotCount = m_view.be32(snapshotCountAt);

    if (m_header.refcountTableClusters == 0)
        return broken(Text::tr("it has no reference count table"), refcountClustersAt);
    const qint64 refcountBytes = m_header.refcountTableClusters * m_header.clusterBytes();
    if (refcountBytes > largestRefcountTableBytes)
        return broken(Text::tr("the reference count table claims %1, and %2 are allowed")
                          .arg(formatBytes(refcountBytes), formatBytes(largestRefcountTableBytes)),
            refcountClustersAt);
    if (m_header.snapshotCount > mostSnapshots)
        return broken(
            Text::tr("it claims %1 snapshots, and %2 are allowed").arg(m_header.snapshotCount).arg(mostSnapshots),
            snapshotCountAt);
    const qint64 l1Bytes = qint64(m_header.l1Entries) * 8;
    if (l1Bytes > largestL1Bytes)
        return broken(Text::tr("the L1 table claims %1, and %2 are allowed")
                          .arg(formatBytes(l1Bytes), formatBytes(largestL1Bytes)),
            l1EntriesAt);

    const Result<qint64> refcounts =
        tableOffset([] { return Text::tr("the reference count table"); }, refcountOffsetAt, refcountBytes);
    if (!refcounts)
        return std::unexpected(refcounts.error());
    const Result<qint64> snapshots = tableOffset(
        [] { return Text::tr("the snapshot table"); }, snapshotOffsetAt, m_header.snapshotCount * snapshotHeaderBytes);
    if (!snapshots)
        return std::unexpected(snapshots.error());
    const Result<qint64> l1 = tableOffset([] { return Text::tr("the L1 table"); }, l1OffsetAt, l1Bytes);
    if (!l1)
        return std::unexpected(l1.error());
    m_header.refcountTableOffset = *refcounts;
    m_header.snapshotsOffset = *snapshots;
    m_header.l1Offset = *l1;
    return {};
}

Result<void> HeaderCheck::checkSize()
{
    const quint64 size = m_view.be64(sizeAt);
    if (size > largestOffset)
        return broken(Text::tr("the virtual size, %1 bytes, is larger than any file can be").arg(size), sizeAt);
    // An L2 table fills a cluster; an L1 entry covers what its L2 table can map.
    const bool extended = m_header.incompatible & Qcow2ExtendedL2;
    const quint32 coveredBits = m_header.clusterBits + m_header.clusterBits - (extended ? 4 : 3);
    const quint64 covered = quint64(1) << coveredBits;
    const quint64 needed = size / covered + (size % covered != 0);
    if (needed > m_header.l1Entries)
        return broken(Text::tr("a disk of %1 needs an L1 table of %2 entries, and it has %3")
                          .arg(formatBytes(static_cast<qint64>(size)))
                          .arg(needed)
                          .arg(m_header.l1Entries),
            l1EntriesAt);
    m_header.virtualSizeBytes = static_cast<qint64>(size) / qcow2SectorBytes * qcow2SectorBytes;
    return {};
}

Result<Qcow2Header> HeaderCheck::run()
{
    if (!m_view.has(0, shortHeaderBytes))
        return broken(Text::tr("the file ends inside the header"), m_view.size());
    m_header.version = m_view.be32(versionAt);
    if (m_header.version == 0)
        return broken(Text::tr("there is no version 0"), versionAt);
    if (m_header.version > 3)
        return std::unexpected(Error{.kind = ErrorKind::Unsupported,
            .action = Text::tr("read the qcow2 header"),
            .subject = plainText(m_file.path()),
            .reason = Text::tr("it has version %1; only 2 and 3 are known").arg(m_header.version),
            .hint = {},
            .offset = versionAt});

    m_header.clusterBits = m_view.be32(clusterBitsAt);
    if (m_header.clusterBits < 9 || m_header.clusterBits > 21)
        return broken(
            Text::tr("clusters of 2^%1 bytes are not allowed: 2^9 (512) to 2^21 (2 MiB) are").arg(m_header.clusterBits),
            clusterBitsAt);
    m_header.backingNameOffset = m_view.be64(backingOffsetAt);
    m_header.backingNameLength = m_view.be32(backingLengthAt);
    m_header.cryptMethod = m_view.be32(cryptAt);

    if (m_header.version == 3)
        if (const Result<void> read = readVersion3(); !read)
            return std::unexpected(read.error());
    if ((m_header.incompatible & Qcow2ExtendedL2) && m_header.clusterBits < smallestSubclusterBits + subclusterBits)
        return broken(Text::tr("extended L2 entries need clusters of at least 16 KiB"), clusterBitsAt);
    if (m_header.cryptMethod > Qcow2Luks)
        return broken(Text::tr("encryption method %1 is not known").arg(m_header.cryptMethod), cryptAt);
    if (const Result<void> checked = checkBackingName(); !checked)
        return std::unexpected(checked.error());
    if (const Result<void> checked = checkTables(); !checked)
        return std::unexpected(checked.error());
    if (const Result<void> checked = checkSize(); !checked)
        return std::unexpected(checked.error());
    return m_header;
}

} // namespace

Result<Qcow2Header> readQcow2Header(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    if (!head)
        return std::unexpected(head.error());
    return HeaderCheck(file, *head).run();
}

} // namespace Fathom
