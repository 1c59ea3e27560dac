// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/sparsefile.h"

namespace Fathom {

/// Writes a streamOptimized VMDK (VMware's "Virtual Disk Format 5.0", "Hosted Sparse Extents" and "Stream-Optimized
/// Compressed Sparse Extents") that ends exactly at fileLengthBytes, a multiple of 512. What of that length the grains
/// do not need is overhead before the first of them, and stays a hole.
void writeStreamOptimizedVmdk(SparseFile &file, qint64 virtualSizeBytes, qint64 fileLengthBytes, quint32 cid,
    const QByteArray &extentName, int grains);

} // namespace Fathom
