// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/guidtext.h"

#include <QUuid>

#include <algorithm>

namespace Fathom {

namespace {

constexpr qsizetype guidBytes = 16;

QString guidFrom(const ByteView &view, qsizetype offset, QSysInfo::Endian order)
{
    QByteArray bytes = view.slice(offset, guidBytes).toByteArray();
    bytes.resize(guidBytes, '\0');
    if (order == QSysInfo::LittleEndian) {
        std::reverse(bytes.begin(), bytes.begin() + 4);
        std::reverse(bytes.begin() + 4, bytes.begin() + 6);
        std::reverse(bytes.begin() + 6, bytes.begin() + 8);
    }
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

QByteArray utf8From(QByteArrayView bytes, QSysInfo::Endian order)
{
    QString text;
    const ByteView view(bytes);
    for (qsizetype at = 0; at + 1 < bytes.size(); at += 2) {
        const quint16 unit = order == QSysInfo::BigEndian ? view.be16(at) : view.le16(at);
        if (unit == 0)
            break;
        // No text has these: something else lies where a name should be.
        if (unit >= 0xfffe)
            return {};
        text += QChar(unit);
    }
    return text.toUtf8();
}

} // namespace

QString uuidText(const ByteView &view, qsizetype offset)
{
    return guidFrom(view, offset, QSysInfo::BigEndian);
}

QString mixedEndianGuidText(const ByteView &view, qsizetype offset)
{
    return guidFrom(view, offset, QSysInfo::LittleEndian);
}

bool isNullGuid(const ByteView &view, qsizetype offset)
{
    return view.le64(offset) == 0 && view.le64(offset + 8) == 0;
}

QByteArray utf8FromUtf16Big(QByteArrayView bytes)
{
    return utf8From(bytes, QSysInfo::BigEndian);
}

QByteArray utf8FromUtf16Little(QByteArrayView bytes)
{
    return utf8From(bytes, QSysInfo::LittleEndian);
}

} // namespace Fathom
