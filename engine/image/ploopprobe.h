// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

bool recognizesPloop(BoundedFile &file);
Result<ImageInfo> readPloop(BoundedFile &file, ImageInfo info);

} // namespace Fathom
