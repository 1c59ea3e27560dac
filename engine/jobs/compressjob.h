// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/compressrequest.h"

namespace Fathom {

/// Looks at the image's chain with our own reader, tells by a sample of its data what there is to gain, and changes
/// nothing. An error is a refusal: what sourceLayers() refuses; Unsupported for other formats than raw and qcow2, and
/// for what would be lost (snapshots, bitmaps); Conflict when anybody uses it, when it has other names, too, when
/// Glance keeps its checksum, or when less than a twentieth would be gained.
Result<Plan> planCompress(const CompressRequest &request, const std::stop_token &stop);

/// Does what planCompress() told, in a new file beside the image, which is compared with it, checked, and takes its
/// place only if it is so much smaller indeed. The image as it was is moved into quarantine; where that cannot be, it
/// stays beside under another name, and the text says so.
Result<JobDone> runCompress(
    const CompressRequest &request, const Plan &plan, const std::stop_token &stop, const JobHost &host);

} // namespace Fathom
