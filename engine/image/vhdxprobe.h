// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

bool recognizesVhdx(BoundedFile &file);
Result<ImageInfo> readVhdx(BoundedFile &file, ImageInfo info);

} // namespace Fathom
