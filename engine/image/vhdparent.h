// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"
#include "image/imageinfo.h"

namespace Fathom {

/// What the header of a differencing VHD says of its parent: facts, and backingFile as text. header is the dynamic disk
/// header, which lies at position.
Result<ImageInfo> readVhdParent(BoundedFile &file, ImageInfo info, const ByteView &header, qint64 position);

} // namespace Fathom
