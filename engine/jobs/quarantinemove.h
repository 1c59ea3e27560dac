// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filefacts.h"
#include "host/quarantine.h"

namespace Fathom {

// Everything is done from open directories without following a symbolic link: the directory of the quarantine may
// belong to a user who is trusted less than the one who runs Fathom.

/// Moves path, which lies below root, with its manifest beside it. Conflict when it is not what facts say, Unsupported
/// when it lies on another file system than root. original, movedAt and movedBy are filled in.
Result<QuarantinedThing> moveToQuarantine(
    const NativePath &root, const NativePath &path, const FileFacts &facts, QuarantineManifest manifest);

/// Moves it back. Conflict when something stands at its place by now, NotFound when its directory is gone.
Result<void> moveBack(const QuarantinedThing &thing);

/// Removes it for good. Once begun it cannot be brought back; after a stop or an error the rest is removed when
/// something is next moved in or out of this quarantine.
Result<void> removeForGood(const QuarantinedThing &thing);

} // namespace Fathom
