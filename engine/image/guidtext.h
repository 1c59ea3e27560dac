// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byteview.h"

#include <QByteArray>
#include <QString>

namespace Fathom {

/// The two spellings that disk formats use for 16 bytes of a UUID: as RFC 4122 has it (VHD), or with its first three
/// numbers little-endian (VDI, VHDX, GPT). Text in lower case, without braces.
QString uuidText(const ByteView &view, qsizetype offset);
QString mixedEndianGuidText(const ByteView &view, qsizetype offset);

bool isNullGuid(const ByteView &view, qsizetype offset);

/// UTF-16 up to its first zero as UTF-8; half a surrogate pair becomes the replacement character. Empty for what cannot
/// be text.
QByteArray utf8FromUtf16Big(QByteArrayView bytes);
QByteArray utf8FromUtf16Little(QByteArrayView bytes);

} // namespace Fathom
