// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/novapaths.h"
#include "host/quarantinemanifest.h"

#include <vector>

namespace Fathom {

// ROOT/.fathom-quarantine/<when>-<6 hex digits>/NAME with .fathom-manifest.json beside it. Being on the same file
// system, what is moved there is moved by its name alone: it is whole at every moment, in one place or the other.

/// Something that was moved out of the way, and can come back.
struct QuarantinedThing {
    NativePath entry; ///< the directory of its own, absolute
    NativePath held; ///< where it lies now, in entry
    NativePath original; ///< where it lay, absolute
    QuarantineManifest manifest;
};

struct QuarantineListing {
    std::vector<QuarantinedThing> things; ///< the latest first
    std::vector<Error> problems; ///< entries that cannot be understood
};

/// Beside each thing; no thing has such a name.
inline constexpr QByteArrayView manifestName = ".fathom-manifest.json";

/// The quarantine of a directory of images or instances.
NativePath quarantineOf(const NativePath &root);

/// What the quarantine of root holds; none: nothing. An error when it is there and cannot be listed.
Result<QuarantineListing> listQuarantine(const NativePath &root);

/// The same for a reader of root, which goes on without what cannot be read.
std::vector<QuarantinedThing> readQuarantine(const NativePath &root, std::vector<Error> &problems);

/// The thing of an entry that is named by itself, by its directory or by what lies in it.
Result<QuarantinedThing> findQuarantined(const NativePath &path);

} // namespace Fathom
