// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

bool recognizesQcow2(BoundedFile &file);
Result<ImageInfo> readQcow2(BoundedFile &file, ImageInfo info);

} // namespace Fathom
