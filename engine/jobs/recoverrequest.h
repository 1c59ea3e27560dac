// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageformat.h"
#include "jobs/jobkinds.h"

namespace Fathom {

/// An instance whose host or cloud is gone becomes plain files: every disk with all it stands on, a domain's XML that
/// starts from them, and a report. Nothing of the old is touched.
struct RecoverRequest {
    NativePath instance; ///< its directory, in place or copied elsewhere
    NativePath target; ///< a directory that is made; must not exist
    ImageFormat format = ImageFormat::Qcow2; ///< of the new disks: that, or raw
    std::vector<NativePath> lookIn; ///< directories with bases, instances or images
    /// Files that disks stand on, by the user's word: name of the disk ("disk.eph0") → file; an empty name: "disk".
    std::vector<std::pair<NativePath, NativePath>> bases;
    std::vector<NativePath> without; ///< names of disks that are left out
    bool evidenceRead = false; ///< the user knows which base nothing proves to be the right one
};

JobStart recoverStart(const RecoverRequest &request);
Result<RecoverRequest> recoverRequest(const JobArguments &arguments);
QList<QCommandLineOption> recoverOptions();

/// "recover an instance", as in Error.
QString recoverAction();

} // namespace Fathom
