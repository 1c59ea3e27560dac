// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filefacts.h"

#include <dirent.h>
#include <memory>

namespace Fathom {

/// A directory held open, so that the kernel walks its path once and not for each of its entries.
class OpenDirectory {
public:
    /// The directory itself may be reached through a symbolic link (an administrator's choice).
    static Result<OpenDirectory> open(const NativePath &path);

    const NativePath &path() const { return m_path; }
    int descriptor() const { return ::dirfd(m_stream.get()); }
    DIR *stream() const { return m_stream.get(); } ///< can be listed once

    /// lstat() of an entry.
    Result<FileFacts> look(const NativePath &name) const;

private:
    struct Closer {
        void operator()(DIR *stream) const { ::closedir(stream); }
    };

    OpenDirectory() = default;

    NativePath m_path;
    std::unique_ptr<DIR, Closer> m_stream;
};

} // namespace Fathom
