// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageinfo.h"
#include "image/qcow2header.h"

namespace Fathom {

/// The internal snapshots ("Snapshots" in qemu's docs/interop/qcow2.rst).
Result<std::vector<ImageSnapshot>> readQcow2Snapshots(BoundedFile &file, const Qcow2Header &header);

} // namespace Fathom
