// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

bool recognizesQed(BoundedFile &file);
Result<ImageInfo> readQed(BoundedFile &file, ImageInfo info);

} // namespace Fathom
