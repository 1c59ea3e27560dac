// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filefacts.h"

#include <vector>

namespace Fathom {

/// The regular files of a directory and everything below it, or a single file.
struct FilesBelow {
    std::vector<NativePath> paths; ///< sorted
    qint64 allocatedBytes = 0; ///< of all that is there, hard links once
};

/// No symbolic link is followed. Unsupported when there are more than a directory of an instance ever holds (1,000).
Result<FilesBelow> filesBelow(const NativePath &path);

/// As refuseIfUsed() of a single file.
Result<void> refuseIfUsed(const FilesBelow &files);

} // namespace Fathom
