// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/factvalue.h"
#include "image/qcow2extensions.h"

namespace Fathom {

/// The persistent dirty bitmaps ("Bitmap directory" in qemu's docs/interop/qcow2.rst) as qemu tells them: a list of
/// {"name", "granularity", "flags"}. Their tables and bits are not read.
Result<FactValue::List> readQcow2Bitmaps(
    BoundedFile &file, const Qcow2Header &header, const Qcow2BitmapDirectory &directory);

} // namespace Fathom
