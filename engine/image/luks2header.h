// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageinfo.h"

#include "base/boundedfile.h"

namespace Fathom {

/// Adds to info what a LUKS2 file's header tells: label, UUID, cipher, key slots, where the data begin. The header
/// stands twice; the second one, behind the first, is read where the first is broken, and is told as
/// "header": "backup". Malformed where neither is sound.
Result<ImageInfo> readLuks2(BoundedFile &file, ImageInfo info);

} // namespace Fathom
