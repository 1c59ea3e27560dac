// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

bool recognizesVdi(BoundedFile &file);
Result<ImageInfo> readVdi(BoundedFile &file, ImageInfo info);

} // namespace Fathom
