// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

bool recognizesDmg(BoundedFile &file);
Result<ImageInfo> readDmg(BoundedFile &file, ImageInfo info);

} // namespace Fathom
