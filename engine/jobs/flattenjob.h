// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// An overlay and all it stands on become one file that stands by itself: a ConvertRequest with its bases.
extern const JobKind flattenKind;

} // namespace Fathom
