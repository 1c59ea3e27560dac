// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// Tells the snapshots inside an image, by our own reader; also while a guest uses it.
extern const JobKind snapshotsKind;

/// A snapshot inside an image becomes a file of its own: a ConvertRequest with a snapshot.
extern const JobKind snapshotExtractKind;

} // namespace Fathom
