// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filefacts.h"
#include "jobs/jobhost.h"
#include "jobs/stagedfile.h"

#include <stop_token>

namespace Fathom {

// A file is changed by changing a copy that lies beside it and then takes its place. Until then the file is not
// touched, whatever fails.

/// Whether a changed copy could take a file's place and be as good: Conflict when the file has other names, too, which
/// would keep the old one; NoPermission when nobody may write to it, or when its owner could not be given to the copy.
/// action: as in Error.
Result<void> refuseIrreplaceable(const QString &action, const NativePath &path, const FileFacts &facts);

/// The copy, as a clone where the file system can do that; stage "copy".
Result<StagedFile> stagedCopy(const QString &action, const NativePath &original, const FileFacts &facts,
    const std::stop_token &stop, const JobHost &host);

/// A name beside a file for what it was before a job of a kind changed it: "disk.before-rebase-2026-11-27", with a
/// number where there is such a file already.
NativePath keptName(const NativePath &original, QByteArrayView kind);

/// Gives the copy the original's owner, permission bits, extended attributes and name. The original is called kept from
/// then on, or is gone where that is empty.
Result<void> replaceOriginal(const QString &action, StagedFile &copy, const NativePath &original,
    const FileFacts &facts, const NativePath &kept);

} // namespace Fathom
