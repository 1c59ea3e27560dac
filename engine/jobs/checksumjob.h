// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobkinds.h"

namespace Fathom {

/// The SHA-256, SHA-512 and MD5 of whole files, as they are: what Glance keeps of an image.
struct ChecksumRequest {
    std::vector<NativePath> files; ///< at least one; symbolic links are followed
    QByteArray against; ///< hexadecimal digits of one of the kinds, for a single file; empty: nothing to compare with
};

/// Its plan() refuses as NotAFile what is no regular file, and as Conflict what a guest writes. Its run() is a Conflict
/// when a file changed meanwhile, or is not what its checksum is compared with.
std::unique_ptr<Job> checksumJob(const ChecksumRequest &request);

extern const JobKind checksumKind;

} // namespace Fathom
