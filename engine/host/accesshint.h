// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"

namespace Fathom {

/// The same error; one of permission is told with who may read the path: its owner and group by name, so that the
/// administrator knows which user to become or which group to join.
Error withAccessHint(Error error, const NativePath &path);

/// Who may read a path, as its directory entry says it.
struct PathAccess {
    NativePath path;
    bool isDirectory = true;
    quint32 mode = 0;
    QString owner;
    QString group;
};

/// Which group or command would let somebody read it who was refused.
QString accessHint(const PathAccess &access, bool asRoot);

/// The absolute path with all symbolic links resolved; path itself when that is not possible.
NativePath canonicalPath(const NativePath &path);

/// The same but for the last step, which is left as it is: for what is moved, and not what it leads to.
NativePath canonicalPlace(const NativePath &path);

} // namespace Fathom
