// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"

#include <optional>

namespace Fathom {

/// The header in force and where the regions lie. [MS-VHDX] 2.2, "Header Section".
struct VhdxHeader {
    quint64 sequenceNumber = 0;
    bool otherHeaderBroken = false; ///< one of the two, as after a crash: sound, but worth a word
    bool logToReplay = false; ///< the log has a GUID: what the file says counts only after replaying it
};

struct VhdxRegion {
    qint64 offset = 0;
    qint64 length = 0;
};

struct VhdxRegions {
    VhdxRegion blockTable;
    VhdxRegion metadata;
};

/// The one of the two headers that is sound and newer; an error when none is.
Result<VhdxHeader> readVhdxHeader(BoundedFile &file);

/// From the first of the two region tables that is sound.
Result<VhdxRegions> readVhdxRegions(BoundedFile &file);

} // namespace Fathom
