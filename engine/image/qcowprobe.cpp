// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/qcowprobe.h"

#include "base/bytes.h"
#include "image/embeddedname.h"

#include <QCoreApplication>

#include <limits>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(QcowProbe)
};

// The layout has no specification of its own; it is that of QCowHeader in qemu's block/qcow.c.
constexpr char qcow1Magic[] = "QFI\xfb\0\0\0\x01";
constexpr qint64 qcow1HeaderBytes = 48;
constexpr qint64 qcow1SectorBytes = 512;
constexpr quint64 largestQcow1Offset = static_cast<quint64>(std::numeric_limits<qint64>::max());
constexpr quint64 largestQcow1L1Bytes = std::numeric_limits<qint32>::max();
constexpr quint32 qcow1Aes = 1;

} // namespace

bool recognizesQcow(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    return head && head->startsWith(QByteArrayView(qcow1Magic, sizeof(qcow1Magic) - 1));
}

Result<ImageInfo> readQcow(BoundedFile &file, ImageInfo info)
{
    constexpr auto action = [] { return Text::tr("read the qcow header"); };
    const auto broken = [&](const QString &reason, qint64 offset) {
        return std::unexpected(file.malformed(action(), reason, offset));
    };
    const Result<ByteView> head = file.head();
    if (!head)
        return std::unexpected(head.error());
    if (!head->has(0, qcow1HeaderBytes))
        return broken(Text::tr("the file ends inside the header"), head->size());

    const quint64 size = head->be64(24);
    const quint8 clusterBits = head->u8(32);
    const quint8 l2Bits = head->u8(33);
    const quint32 crypt = head->be32(36);
    const quint64 l1Offset = head->be64(40);
    if (size <= 1)
        return broken(Text::tr("a virtual size of %1 bytes is too small").arg(size), 24);
    if (size > largestQcow1Offset)
        return broken(Text::tr("the virtual size, %1 bytes, is larger than any file can be").arg(size), 24);
    if (clusterBits < 9 || clusterBits > 16)
        return broken(
            Text::tr("clusters of 2^%1 bytes are not allowed: 2^9 (512) to 2^16 (64 KiB) are").arg(clusterBits), 32);
    if (l2Bits < 6 || l2Bits > 13)
        return broken(Text::tr("L2 tables of 2^%1 entries are not allowed: 2^6 to 2^13 are").arg(l2Bits), 33);
    if (crypt > qcow1Aes)
        return broken(Text::tr("encryption method %1 is not known").arg(crypt), 36);
    const quint64 covered = quint64(1) << (clusterBits + l2Bits);
    const quint64 l1Bytes = (size / covered + (size % covered != 0)) * 8;
    if (l1Bytes > largestQcow1L1Bytes)
        return broken(Text::tr("a disk of %1 needs a larger L1 table than is allowed")
                          .arg(formatBytes(static_cast<qint64>(size))),
            24);
    if (l1Offset > largestQcow1Offset - l1Bytes)
        return broken(Text::tr("the L1 table lies past the largest offset"), 40);

    info.virtualSizeBytes = static_cast<qint64>(size) / qcow1SectorBytes * qcow1SectorBytes;
    info.clusterSizeBytes = qint64(1) << clusterBits;
    info.encrypted = crypt == qcow1Aes;
    if (head->be64(8) != 0) {
        const Result<QByteArray> name = readBackingName(file, head->be64(8), head->be32(16), action, 16);
        if (!name)
            return std::unexpected(name.error());
        info.backingFile = *name;
        if (name->isEmpty())
            info.violations.push_back({QStringLiteral("backing-file"),
                Text::tr("Its header points to a backing file name, but the name is empty")});
    }
    if (static_cast<qint64>(l1Offset + l1Bytes) > info.fileLengthBytes)
        info.violations.push_back(
            {QStringLiteral("truncated"), Text::tr("The file ends before or inside its L1 table")});
    else if (l1Offset < qcow1HeaderBytes)
        info.violations.push_back({QStringLiteral("overlap"), Text::tr("Its L1 table lies over its own header")});
    return info;
}

} // namespace Fathom
