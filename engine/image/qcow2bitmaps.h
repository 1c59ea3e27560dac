// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/qcow2extensions.h"

#include <QJsonArray>

namespace Fathom {

/// The persistent dirty bitmaps ("Bitmap directory" in qemu's docs/interop/qcow2.rst) as qemu tells them: an array of
/// {"name", "granularity", "flags"}. Their tables and bits are not read.
Result<QJsonArray> readQcow2Bitmaps(
    BoundedFile &file, const Qcow2Header &header, const Qcow2BitmapDirectory &directory);

} // namespace Fathom
