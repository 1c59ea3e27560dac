// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estatescan.h"

namespace Fathom {

/// A journal as an administrator's may look, of jobs on the estate's images. False, and said on standard error, when it
/// cannot be written.
bool makeTourJournal(const NativePath &file, const EstateSources &sources);

} // namespace Fathom
