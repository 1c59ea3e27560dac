// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "image/imageinfo.h"

#include <QJsonObject>

namespace Fathom {

/// The object that `qemu-img info --output=json` of qemu 10 prints for the same file, key for key (without
/// "children", which describes qemu's protocol layer). filename is what the caller named the file.
/// "full-backing-filename" is resolved against filename's directory as qemu does.
QJsonObject qemuImgJson(const ImageInfo &info, const NativePath &filename);

/// The same with Fathom's own additions: "disk-format" (Glance's word), "content", "file-length", "safety" (array of
/// {"rule","reason"}), "details" (facts that qemu does not tell), "data-file". For fathomctl --json.
QJsonObject imageJson(const ImageInfo &info, const NativePath &filename);

} // namespace Fathom
