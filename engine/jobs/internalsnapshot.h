// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"
#include "image/imageinfo.h"

namespace Fathom {

/// The snapshot inside an image that a word means: its ID, or its name where that is the only one. NotFound where there
/// is none, Conflict where several have the name. action: as in Error.
Result<ImageSnapshot> findSnapshot(
    const QString &action, const NativePath &image, const ImageInfo &info, const QString &word);

/// "2 “before the upgrade”, 2026-11-27 19:16, 4 GiB": plain text, on one line.
QString snapshotText(const ImageSnapshot &snapshot);

} // namespace Fathom
