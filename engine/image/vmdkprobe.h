// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

bool recognizesVmdk(BoundedFile &file);
Result<ImageInfo> readVmdk(BoundedFile &file, ImageInfo info);

} // namespace Fathom
