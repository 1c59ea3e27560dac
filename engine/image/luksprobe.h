// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

bool recognizesLuks(BoundedFile &file);
Result<ImageInfo> readLuks(BoundedFile &file, ImageInfo info);

} // namespace Fathom
