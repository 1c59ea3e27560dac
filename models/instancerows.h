// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/instancetreemodel.h"

namespace Fathom {

struct InstanceRows {
    std::vector<InstanceRow> rows;
    std::vector<int> parents; ///< per row the index of its group, −1: top
};

/// Groups an estate's instances by host and project, and sums up. The rows point into the estate.
InstanceRows instanceRows(const Estate &estate);

} // namespace Fathom
