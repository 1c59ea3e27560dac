// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"

#include <stop_token>

namespace Fathom {

/// How much of a pipe is kept: an image's marks may stand at its end, so it is needed whole.
inline constexpr qint64 standardInputLimitBytes = qint64(256) * 1024 * 1024;

/// Standard input as a file to inspect: as it is when it is a regular file, held in memory when it is a pipe.
Result<BoundedFile> openStandardInput(const std::stop_token &stop);

} // namespace Fathom
