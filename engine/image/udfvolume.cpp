// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/udfvolume.h"

#include "image/guidtext.h"

#include <array>

namespace Fathom {

namespace {

// ECMA-167, part 3, clause 10: descriptors begin with a tag, whose checksum is the sum of its other bytes.
constexpr quint16 tagAnchor = 2;
constexpr quint16 tagLogicalVolume = 6;
constexpr quint16 tagTerminating = 8;
constexpr qint64 udfDescriptorBytes = 512;
constexpr qint64 anchorSector = 256;
constexpr int mostDescriptors = 16;

bool hasUdfTag(ByteView descriptor, quint16 tag)
{
    if (descriptor.size() < udfDescriptorBytes || descriptor.le16(0) != tag)
        return false;
    quint8 sum = 0;
    for (qsizetype i = 0; i < 16; ++i)
        sum = static_cast<quint8>(sum + (i == 4 ? 0 : descriptor.u8(i)));
    return sum == descriptor.u8(4);
}

/// OSTA CS0 in a field of fixed width, whose last byte is the length (UDF 2.60, sections 2.1.1 and 2.1.3).
QString udfText(ByteView field)
{
    const qsizetype used = qMin<qsizetype>(field.u8(field.size() - 1), field.size() - 1);
    if (used < 2)
        return {};
    const QByteArrayView letters = field.slice(1, used - 1);
    const QByteArray text = field.u8(0) == 16 ? utf8FromUtf16Big(letters) : QString::fromLatin1(letters).toUtf8();
    return plainText(QByteArrayView(text).trimmed());
}

UdfVolume udfVolume(ByteView logicalVolume)
{
    UdfVolume volume;
    volume.label = udfText(logicalVolume.slice(84, 128));
    volume.blockBytes = logicalVolume.le32(212);
    // The domain's suffix holds the revision as decimal digits in hexadecimal (UDF 2.60, section 2.1.5.3).
    if (logicalVolume.startsWith("*OSTA UDF Compliant", 217)) {
        const quint16 revision = logicalVolume.le16(240);
        volume.revision =
            QStringLiteral("%1.%2").arg(revision >> 8, 0, 16).arg(revision & 0xff, 2, 16, QLatin1Char('0'));
    }
    return volume;
}

} // namespace

Result<std::optional<UdfVolume>> readUdfVolume(BoundedFile &file)
{
    for (const qint64 sectorBytes : std::array<qint64, 4>{2048, 512, 4096, 1024}) {
        const Result<QByteArray> anchor = file.readUpTo(anchorSector * sectorBytes, udfDescriptorBytes);
        if (!anchor)
            return std::unexpected(anchor.error());
        const ByteView view(*anchor);
        if (!hasUdfTag(view, tagAnchor) || view.le32(12) != anchorSector)
            continue;
        const qint64 length = qMin<qint64>(view.le32(16), mostDescriptors * sectorBytes);
        const Result<QByteArray> sequence = file.readUpTo(view.le32(20) * sectorBytes, length);
        if (!sequence)
            return std::unexpected(sequence.error());
        for (qint64 at = 0; at < sequence->size(); at += sectorBytes) {
            const ByteView descriptor = ByteView(*sequence).slice(at, udfDescriptorBytes);
            if (hasUdfTag(descriptor, tagLogicalVolume))
                return udfVolume(descriptor);
            if (hasUdfTag(descriptor, tagTerminating))
                break;
        }
        return std::optional<UdfVolume>();
    }
    return std::optional<UdfVolume>();
}

} // namespace Fathom
