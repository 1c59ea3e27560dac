// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/rawcontents.h"

namespace Fathom {

/// An ISO 9660 file system with an empty root directory (ECMA-119), for a file of sizeBytes.
std::vector<RawPiece> isoPieces(qint64 sizeBytes, const QByteArray &label);

} // namespace Fathom
