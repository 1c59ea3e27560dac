// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

bool recognizesBochs(BoundedFile &file);
Result<ImageInfo> readBochs(BoundedFile &file, ImageInfo info);

} // namespace Fathom
