// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/qemutext.h"

#include <algorithm>
#include <array>
#include <bit>

namespace Fathom {

namespace {

constexpr std::array<char32_t, 7> smallestOfLength{0, 0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};

bool isCharacter(char32_t code)
{
    const bool nonCharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) == 0xfffe;
    return code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code) && !nonCharacter;
}

} // namespace

QString qemuText(QByteArrayView bytes)
{
    if (std::ranges::all_of(bytes, [](char byte) { return static_cast<quint8>(byte) < 0x80; }))
        return QString::fromLatin1(bytes);
    QString text;
    text.reserve(bytes.size());
    qsizetype at = 0;
    while (at < bytes.size()) {
        const quint8 lead = static_cast<quint8>(bytes[at++]);
        if (lead < 0x80) {
            text += QLatin1Char(static_cast<char>(lead));
            continue;
        }
        const int length = std::countl_one(lead);
        bool sound = length >= 2 && length <= 6;
        char32_t code = sound ? lead & (0x7fU >> length) : 0;
        for (int i = 1; sound && i < length; ++i) {
            sound = at < bytes.size() && (static_cast<quint8>(bytes[at]) & 0xc0) == 0x80;
            if (sound)
                code = code << 6 | (static_cast<quint8>(bytes[at++]) & 0x3f);
        }
        // "Modified UTF-8" writes a zero in two bytes, and qemu knows it.
        const bool longZero = code == 0 && length == 2;
        if (sound && (longZero || code >= smallestOfLength[static_cast<std::size_t>(length)]) && isCharacter(code))
            text += QChar::fromUcs4(code);
        else
            text += QChar(QChar::ReplacementCharacter);
    }
    return text;
}

} // namespace Fathom
