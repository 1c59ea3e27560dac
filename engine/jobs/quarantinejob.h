// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estatesources.h"
#include "jobs/jobkinds.h"

namespace Fathom {

/// Out of the way, and back at any time: the only way in which anything is deleted.
struct QuarantineRequest {
    NativePath path; ///< a file, or a whole directory of an instance
    std::vector<NativePath> lookIn; ///< directories of instances or images in which something may stand on it
    bool evidenceRead = false; ///< the user knows who was asked and who was not
    EstateSources machine = usualSources(); ///< who else is asked; the journal does not keep it
};

/// Its plan() asks everybody anew. It refuses as Conflict while anything is known to need the file, as NotAFile what is
/// neither a file nor an instance's directory; where a witness is silent the plan has a reservation until the evidence
/// was read.
std::unique_ptr<Job> quarantineJob(const QuarantineRequest &request);

extern const JobKind quarantineKind;

} // namespace Fathom
