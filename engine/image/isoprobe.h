// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

bool recognizesIso(BoundedFile &file);
Result<ImageInfo> readIso(BoundedFile &file, ImageInfo info);

} // namespace Fathom
