// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/crc32c.h"

#include <array>

namespace Fathom {

namespace {

constexpr std::array<quint32, 256> castagnoliTable = [] {
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < table.size(); ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = value & 1 ? value >> 1 ^ 0x82f63b78 : value >> 1;
        table[i] = value;
    }
    return table;
}();

} // namespace

quint32 crc32c(QByteArrayView bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes)
        crc = crc >> 8 ^ castagnoliTable[(crc ^ static_cast<quint8>(byte)) & 0xff];
    return ~crc;
}

} // namespace Fathom
