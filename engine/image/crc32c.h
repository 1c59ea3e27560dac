// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Fathom {

/// CRC-32C (Castagnoli, polynomial 0x1EDC6F41 reflected), as VHDX has it; RFC 3720, appendix B.4.
quint32 crc32c(QByteArrayView bytes);

} // namespace Fathom
