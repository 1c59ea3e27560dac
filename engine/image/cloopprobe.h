// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

bool recognizesCloop(BoundedFile &file);
Result<ImageInfo> readCloop(BoundedFile &file, ImageInfo info);

} // namespace Fathom
