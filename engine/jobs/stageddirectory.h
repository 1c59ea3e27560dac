// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"
#include "jobs/stagedfile.h"

#include <system_error>

namespace Fathom {

/// A directory that is filled under a temporary name of the shape that StagedFile's have, and takes its own when it is
/// complete. Without commit() it is removed again with all that is in it. It never replaces anything.
class StagedDirectory {
public:
    /// Makes the empty directory, for its owner alone. Conflict when the target exists already, whatever it is.
    static Result<StagedDirectory> create(const NativePath &target, const StagedFile::Announce &announce = {});

    StagedDirectory(StagedDirectory &&other) noexcept;
    StagedDirectory &operator=(StagedDirectory &&other) = delete;
    ~StagedDirectory();

    const NativePath &path() const { return m_path; } ///< to write in

    /// Brings its names to the disk and gives it its own. Conflict when the target came to be in the meantime.
    Result<void> commit();

private:
    StagedDirectory(NativePath path, NativePath target);

    NativePath m_path; ///< empty: there is nothing to remove any more
    NativePath m_target;
};

/// Removes a directory of such a name with everything in it; no symbolic link is followed.
std::error_code removeStagedDirectory(const NativePath &path);

} // namespace Fathom
