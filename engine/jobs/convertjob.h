// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/convertrequest.h"

namespace Fathom {

struct ConvertResult {
    NativePath target; ///< absolute: what was made, and all that was changed
    ImageInfo info; ///< of the target, by our own reader
    bool verified = false;
};

/// Looks at the source with our own reader, and at who holds it, measures, and changes nothing. An error is a refusal:
/// Unsafe when the source breaks a rule (it stands on other files, too) or when nothing proves its format; Conflict
/// when a guest writes it or the target exists; Unsupported when the target cannot be written so.
Result<Plan> planConvert(const ConvertRequest &request, const std::stop_token &stop = {});

/// Does what planConvert() told: converts into a temporary file beside the target, compares, reads the result with our
/// own reader, brings it to the disk and gives it its name. After an error or a stop the target does not exist and
/// nothing is left; the source is only ever read. Blocks.
Result<ConvertResult> runConvert(
    const ConvertRequest &request, const Plan &plan, const std::stop_token &stop = {}, const JobHost &host = {});

} // namespace Fathom
