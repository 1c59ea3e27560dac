// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageinfo.h"
#include "jobs/jobhost.h"
#include "jobs/jobrecord.h"
#include "jobs/plan.h"

#include <QJsonObject>

#include <stop_token>

namespace Fathom {

/// An image that a job made or changed, by our own reader.
struct JobImage {
    NativePath path; ///< absolute
    ImageInfo info;
};

/// What a job has done.
struct JobDone {
    QString text; ///< one sentence or a few lines, for the journal, a terminal and a window; without full stop
    std::vector<NativePath> changed; ///< absolute: made, changed or gone; what is to be looked at again
    std::vector<JobImage> images;
    QJsonObject facts; ///< for scripts, in the words of docs/json.md
};

/// One thing to be done. It holds only what was asked for, so that it can be planned and run again, by any thread. Its
/// methods block.
class Job {
public:
    virtual ~Job() = default;

    virtual JobStart start() const = 0;

    /// Whether it changes nothing on any disk: it may be done while everything else is locked.
    virtual bool looksOnly() const { return false; }

    /// Looks, and changes nothing. An error is a refusal.
    virtual Result<Plan> plan(const std::stop_token &stop) const = 0;

    /// Does what plan() told. After an error or a stop nothing half done is left.
    virtual Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const = 0;
};

} // namespace Fathom
