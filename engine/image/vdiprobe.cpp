// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/vdiprobe.h"

#include "base/bytes.h"
#include "image/guidtext.h"

#include <QCoreApplication>

#include <array>
#include <bit>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VdiProbe)
};

// VirtualBox, VDICore.h, VDIPREHEADER (72 bytes) and VDIHEADER1PLUS after it; all little-endian.
namespace vdiAt {
constexpr qint64 signature = 64;
constexpr qint64 version = 68;
constexpr qint64 type = 76;
constexpr qint64 comment = 84;
constexpr qint64 blockMap = 340;
constexpr qint64 data = 344;
constexpr qint64 cylinders = 348;
constexpr qint64 heads = 352;
constexpr qint64 sectors = 356;
constexpr qint64 sectorSize = 360;
constexpr qint64 diskSize = 368;
constexpr qint64 blockSize = 376;
constexpr qint64 blocks = 384;
constexpr qint64 blocksAllocated = 388;
constexpr qint64 uuid = 392;
constexpr qint64 snapshotUuid = 408;
constexpr qint64 linkUuid = 424;
constexpr qint64 parentUuid = 440;
} // namespace vdiAt

constexpr quint32 vdiSignature = 0xbeda107f;
constexpr quint32 vdiVersion = 0x00010001;
constexpr qint64 vdiHeaderBytes = 512;
constexpr qint64 vdiCommentBytes = 256;
constexpr quint32 vdiSectorBytes = 512;
constexpr quint32 usualBlockBytes = 1024 * 1024;
constexpr quint32 mostBlocks = 0x3fffffff; // so many 32-bit entries of the block map fit into 4 GiB
constexpr quint64 mostDiskBytes = quint64(mostBlocks) * usualBlockBytes;

// Index: the type's number.
constexpr std::array<const char *, 5> vdiTypes{nullptr, "dynamic", "static", "undo", "differencing"};

/// What only qemu cannot read is unsupported, what breaks the format is malformed.
Result<void> checkVdiSizes(const BoundedFile &file, const ByteView &view)
{
    constexpr auto action = [] { return Text::tr("read the VDI header"); };
    const auto broken = [&](const QString &reason, qint64 offset) {
        return std::unexpected(file.malformed(action(), reason, offset));
    };
    const quint32 blockMap = view.le32(vdiAt::blockMap);
    const quint32 data = view.le32(vdiAt::data);
    const quint32 blocks = view.le32(vdiAt::blocks);
    const quint32 blockSize = view.le32(vdiAt::blockSize);
    const quint64 diskSize = view.le64(vdiAt::diskSize);
    if (view.le32(vdiAt::sectorSize) != vdiSectorBytes)
        return broken(
            Text::tr("its sectors have %1 bytes, not 512").arg(view.le32(vdiAt::sectorSize)), vdiAt::sectorSize);
    if (!std::has_single_bit(blockSize) || blockSize < vdiSectorBytes)
        return broken(Text::tr("a block of %1 bytes is no power of two sectors").arg(blockSize), vdiAt::blockSize);
    if (blockMap % vdiSectorBytes != 0)
        return broken(Text::tr("the block map does not begin at a sector"), vdiAt::blockMap);
    if (data % vdiSectorBytes != 0)
        return broken(Text::tr("the data do not begin at a sector"), vdiAt::data);
    if (diskSize > mostDiskBytes)
        return broken(Text::tr("the disk is larger than a VDI can be"), vdiAt::diskSize);
    if (blocks > mostBlocks)
        return broken(Text::tr("%1 blocks are more than a VDI can have").arg(blocks), vdiAt::blocks);
    if (diskSize > quint64(blocks) * blockSize)
        return broken(Text::tr("%1 blocks do not hold the disk").arg(blocks), vdiAt::blocks);
    if (blockMap < vdiHeaderBytes || blockMap + qint64(blocks) * 4 > file.lengthBytes())
        return broken(Text::tr("the block map lies outside the file"), vdiAt::blockMap);
    if (data < vdiHeaderBytes || data > file.lengthBytes())
        return broken(Text::tr("the data lie outside the file"), vdiAt::data);
    if (blockSize != usualBlockBytes)
        return std::unexpected(Error{.kind = ErrorKind::Unsupported,
            .action = action(),
            .subject = plainText(file.path()),
            .reason = Text::tr("its blocks have %1, only %2 is supported")
                .arg(formatBytes(qint64(blockSize)), formatBytes(qint64(usualBlockBytes))),
            .hint = {},
            .offset = vdiAt::blockSize});
    return {};
}

void addVdiFacts(ImageInfo &info, const ByteView &view)
{
    const quint32 type = view.le32(vdiAt::type);
    info.addFact(QStringLiteral("version"), QStringLiteral("1.1"), false);
    info.addFact(QStringLiteral("type"), QLatin1StringView(vdiTypes[type]), false);
    info.addFact(QStringLiteral("blocks"), qint64(view.le32(vdiAt::blocks)), false);
    info.addFact(QStringLiteral("blocks-allocated"), qint64(view.le32(vdiAt::blocksAllocated)), false);
    if (view.le32(vdiAt::cylinders) != 0)
        info.addFact(QStringLiteral("geometry"),
            QStringLiteral("%1/%2/%3")
                .arg(view.le32(vdiAt::cylinders))
                .arg(view.le32(vdiAt::heads))
                .arg(view.le32(vdiAt::sectors)),
            false);
    QByteArray comment = view.slice(vdiAt::comment, vdiCommentBytes).toByteArray();
    comment.truncate(qMax(qsizetype(0), comment.contains('\0') ? comment.indexOf('\0') : comment.size()));
    if (!comment.isEmpty())
        info.addFact(QStringLiteral("comment"), plainText(comment), false);
    info.addFact(QStringLiteral("uuid"), mixedEndianGuidText(view, vdiAt::uuid), false);
    if (!isNullGuid(view, vdiAt::snapshotUuid))
        info.addFact(QStringLiteral("snapshot-uuid"), mixedEndianGuidText(view, vdiAt::snapshotUuid), false);
    if (!isNullGuid(view, vdiAt::linkUuid))
        info.addFact(QStringLiteral("link-uuid"), mixedEndianGuidText(view, vdiAt::linkUuid), false);
    if (!isNullGuid(view, vdiAt::parentUuid))
        info.addFact(QStringLiteral("parent-uuid"), mixedEndianGuidText(view, vdiAt::parentUuid), false);
}

} // namespace

bool recognizesVdi(BoundedFile &file)
{
    const Result<ByteView> head = file.head();
    return head && head->le32(vdiAt::signature) == vdiSignature;
}

Result<ImageInfo> readVdi(BoundedFile &file, ImageInfo info)
{
    const Result<QByteArray> header = file.read(0, vdiHeaderBytes, [] { return Text::tr("the VDI header"); });
    if (!header)
        return std::unexpected(header.error());
    const ByteView view(*header);
    const quint32 version = view.le32(vdiAt::version);
    if (version != vdiVersion)
        return std::unexpected(Error{.kind = ErrorKind::Unsupported,
            .action = Text::tr("read the VDI header"),
            .subject = plainText(file.path()),
            .reason = Text::tr("its version is %1.%2, known is 1.1").arg(version >> 16).arg(version & 0xffff),
            .hint = {},
            .offset = vdiAt::version});
    const quint32 type = view.le32(vdiAt::type);
    if (type == 0 || type >= vdiTypes.size())
        return std::unexpected(file.malformed(
            Text::tr("read the VDI header"), Text::tr("there is no image type %1").arg(type), vdiAt::type));
    if (const Result<void> sound = checkVdiSizes(file, view); !sound)
        return std::unexpected(sound.error());

    // VirtualBox makes disks of odd sizes; a guest sees whole sectors.
    const qint64 diskSize = static_cast<qint64>(view.le64(vdiAt::diskSize));
    info.virtualSizeBytes = (diskSize + vdiSectorBytes - 1) / vdiSectorBytes * vdiSectorBytes;
    info.clusterSizeBytes = view.le32(vdiAt::blockSize);
    addVdiFacts(info, view);
    // A differencing VDI tells its parent's UUID but never a file: only VirtualBox's registry knows where that lies.
    if (!isNullGuid(view, vdiAt::parentUuid) || !isNullGuid(view, vdiAt::linkUuid) || type >= 3)
        info.violations.push_back({QStringLiteral("backing-file"),
            Text::tr("It holds only the differences to another image, which it names by a UUID alone")});
    return info;
}

} // namespace Fathom
