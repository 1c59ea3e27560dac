// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageinfo.h"

namespace Fathom {

/// Adds to info.violations every rule that the finished info breaks and that can be told from it: a backing file, an
/// external data file, a VMDK create type other than streamOptimized and monolithicSparse, qcow version 1, QED, a
/// corrupt mark, … (at least as strict as OpenStack's own inspector). What only the bytes show (unknown feature bits,
/// partition tables that overlap) the probes add themselves, with the same function for the text.
void judgeSafety(ImageInfo &info);

/// The stable ids of all rules and what each protects from, for documentation and tool tips; reason texts come from
/// the place that found the violation.
struct SafetyRule {
    const char *id;
    const char *purpose; ///< English source text, translated in context "SafetyRule"
};
std::vector<SafetyRule> safetyRules();

} // namespace Fathom
