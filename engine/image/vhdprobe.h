// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

bool recognizesVhd(BoundedFile &file);
Result<ImageInfo> readVhd(BoundedFile &file, ImageInfo info);

} // namespace Fathom
