// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/isocontent.h"

#include "app/demo/layout.h"

namespace Fathom {

namespace {

constexpr qint64 isoSector = 2048;
constexpr quint32 isoPathTableLittle = 18;
constexpr quint32 isoPathTableBig = 19;
constexpr quint32 isoRoot = 20;

/// Numbers stand in both byte orders (ECMA-119, 7.2.3 and 7.3.3).
void bothEndian16(Layout &layout, qsizetype offset, quint16 value)
{
    layout.le16(offset, value);
    layout.be16(offset + 2, value);
}

void bothEndian32(Layout &layout, qsizetype offset, quint32 value)
{
    layout.le32(offset, value);
    layout.be32(offset + 4, value);
}

/// A directory record (9.1) for the root itself: name is byte 0 for ".", 1 for "..".
QByteArray rootRecord(char name)
{
    Layout record(34);
    record.u8(0, 34);
    bothEndian32(record, 2, isoRoot);
    bothEndian32(record, 10, isoSector);
    record.text(18, QByteArray("\x73\x0c\x15\x11\x24\x00\x00", 7)); // 2015-12-21 17:36
    record.u8(25, 2); // a directory
    bothEndian16(record, 28, 1);
    record.u8(32, 1);
    record.u8(33, static_cast<quint8>(name));
    return record.bytes();
}

} // namespace

std::vector<RawPiece> isoPieces(qint64 sizeBytes, const QByteArray &label)
{
    Layout primary(isoSector); // 8.4
    primary.u8(0, 1);
    primary.text(1, "CD001");
    primary.u8(6, 1);
    primary.text(8, QByteArray("LINUX").leftJustified(32));
    primary.text(40, label.first(qMin<qsizetype>(label.size(), 32)).leftJustified(32));
    bothEndian32(primary, 80, static_cast<quint32>(sizeBytes / isoSector));
    bothEndian16(primary, 120, 1);
    bothEndian16(primary, 124, 1);
    bothEndian16(primary, 128, isoSector);
    bothEndian32(primary, 132, 10);
    primary.le32(140, isoPathTableLittle);
    primary.be32(148, isoPathTableBig);
    primary.text(156, rootRecord(0));
    primary.text(190, QByteArray(623, ' '));
    for (int i = 0; i < 4; ++i)
        primary.text(813 + i * 17, QByteArray("2015122117360000\0", 17));
    primary.u8(881, 1);

    Layout terminator(isoSector);
    terminator.u8(0, 255);
    terminator.text(1, "CD001");
    terminator.u8(6, 1);

    Layout little(10); // 9.4
    little.u8(0, 1);
    little.le32(2, isoRoot);
    little.le16(6, 1);
    Layout big(10);
    big.u8(0, 1);
    big.be32(2, isoRoot);
    big.be16(6, 1);

    return {{16 * isoSector, primary.bytes()}, {17 * isoSector, terminator.bytes()},
        {isoPathTableLittle * isoSector, little.bytes()}, {isoPathTableBig * isoSector, big.bytes()},
        {isoRoot * isoSector, rootRecord(0) + rootRecord(1)}};
}

} // namespace Fathom
