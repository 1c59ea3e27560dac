// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"
#include "jobs/jobprogress.h"

#include <functional>

namespace Fathom {

/// Who listens to a job while it runs. Each may be empty; all are called from the job's thread.
struct JobHost {
    JobListener progress = {}; ///< must be quick
    /// A file is about to be created under a temporary name; an error keeps it from being created.
    std::function<Result<void>(const NativePath &partial)> willWrite = {};
    std::function<void(const QString &line)> log = {}; ///< what is run, and what was found; translated
};

} // namespace Fathom
