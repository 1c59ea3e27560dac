// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/plan.h"

namespace Fathom {

/// A line of a plan for people: "Reads", "/x/a.vmdk (VMDK, 40 GiB)".
struct PlanLine {
    enum class Kind { Reads, Writes, Moves, Runs, Space, Evidence, Risk };

    Kind kind;
    QString label; ///< translated
    QString text; ///< plain, on one line
};

/// exact: sizes in bytes.
std::vector<PlanLine> planLines(const Plan &plan, bool exact = false);

} // namespace Fathom
