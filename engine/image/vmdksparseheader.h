// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"

namespace Fathom {

/// The header of a hosted sparse extent ("KDMV"): monolithicSparse, streamOptimized and the pieces of
/// twoGbMaxExtentSparse. "Virtual Disk Format 5.0", section "Hosted Sparse Extents".
struct VmdkSparseHeader {
    quint32 version = 0;
    quint32 flags = 0;
    qint64 capacitySectors = 0;
    qint64 grainSectors = 0;
    qint64 descriptorOffset = 0; ///< in bytes; 0: none embedded
    qint64 descriptorLength = 0; ///< in bytes
    bool compressed = false;
    bool uncleanShutdown = false;
    bool fromFooter = false; ///< the header at the start sent us to the end of the file
};

/// Where the header says that the grain directory is at the end, the footer's own header counts, as it does for qemu;
/// one that contradicts the header at the start is refused.
Result<VmdkSparseHeader> readVmdkSparseHeader(BoundedFile &file);

/// The header of a "COWD" extent: vmfsSparse, and disks of old. Same document, "ESX Server Sparse Extents".
struct VmdkCowdHeader {
    quint32 version = 0;
    qint64 capacitySectors = 0;
    qint64 grainSectors = 0;
};

Result<VmdkCowdHeader> readVmdkCowdHeader(BoundedFile &file);

} // namespace Fathom
