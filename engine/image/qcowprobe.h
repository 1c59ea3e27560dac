// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

bool recognizesQcow(BoundedFile &file);
Result<ImageInfo> readQcow(BoundedFile &file, ImageInfo info);

} // namespace Fathom
