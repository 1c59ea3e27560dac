// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/dmgprobe.h"

#include <QCoreApplication>

#include <limits>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DmgProbe)
};

// Apple has not published the format. The trailer ("UDIFResourceFile") as libdmg-hfsplus's dmg/dmg.h has it; all
// big-endian. It is the file's last 512 bytes.
namespace dmgAt {
constexpr qint64 version = 4;
constexpr qint64 dataForkOffset = 0x18;
constexpr qint64 resourceForkOffset = 0x28;
constexpr qint64 resourceForkBytes = 0x30;
constexpr qint64 propertiesOffset = 0xd8;
constexpr qint64 propertiesBytes = 0xe0;
constexpr qint64 sectors = 0x1ec;
} // namespace dmgAt

constexpr qint64 dmgSector = 512;
constexpr quint64 largestDmgProperties = 16 * 1024 * 1024;
constexpr QByteArrayView dmgMagic("koly");

} // namespace

bool recognizesDmg(BoundedFile &file)
{
    const Result<ByteView> tail = file.tail();
    return tail && tail->size() == BoundedFile::tailBytes && tail->startsWith(dmgMagic);
}

Result<ImageInfo> readDmg(BoundedFile &file, ImageInfo info)
{
    constexpr auto action = [] { return Text::tr("read the trailer of the Apple disk image"); };
    const Result<ByteView> trailer = file.tail();
    if (!trailer)
        return std::unexpected(trailer.error());
    const qint64 start = file.lengthBytes() - trailer->size();
    const auto broken = [&](const QString &reason, qint64 offset) {
        return std::unexpected(file.malformed(action(), reason, start + offset));
    };
    const quint64 room = static_cast<quint64>(start);
    const auto liesBefore = [&](quint64 offset, quint64 bytes) { return offset < room && bytes <= room - offset; };
    if (trailer->be64(dmgAt::dataForkOffset) > room)
        return broken(Text::tr("the data lie outside the file"), dmgAt::dataForkOffset);
    const quint64 resourceBytes = trailer->be64(dmgAt::resourceForkBytes);
    if (!liesBefore(trailer->be64(dmgAt::resourceForkOffset), resourceBytes))
        return broken(Text::tr("the resources lie outside the file"), dmgAt::resourceForkOffset);
    const quint64 propertiesBytes = trailer->be64(dmgAt::propertiesBytes);
    if (!liesBefore(trailer->be64(dmgAt::propertiesOffset), propertiesBytes))
        return broken(Text::tr("the property list lies outside the file"), dmgAt::propertiesOffset);
    // Either of them holds the list of the disk's pieces.
    if (resourceBytes == 0 && propertiesBytes == 0)
        return broken(Text::tr("it does not say where the disk's pieces are"), dmgAt::propertiesBytes);
    if (resourceBytes == 0 && propertiesBytes > largestDmgProperties)
        return broken(Text::tr("a property list of %1 bytes is too long").arg(propertiesBytes), dmgAt::propertiesBytes);
    const quint64 sectors = trailer->be64(dmgAt::sectors);
    if (sectors > quint64(std::numeric_limits<qint64>::max() / dmgSector))
        return broken(Text::tr("the disk is larger than any can be"), dmgAt::sectors);

    info.virtualSizeBytes = static_cast<qint64>(sectors) * dmgSector;
    info.addFact(QStringLiteral("version"), qint64(trailer->be32(dmgAt::version)), false);
    return info;
}

} // namespace Fathom
