// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

namespace Fathom {

/// Base file name (sha1 of an image's UUID) → that UUID, out of every UUID that the image stores and Nova's metadata
/// tell. The names themselves cannot be turned back.
QHash<QByteArray, QString> imagesByBaseName(const Estate &estate);

} // namespace Fathom
