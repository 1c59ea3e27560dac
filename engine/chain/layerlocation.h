// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/backingchain.h"

namespace Fathom {

/// Where a layer's file is, or why it is nowhere.
struct LayerLocation {
    NativePath path; ///< the name under which it is shown
    NativePath opened; ///< the name to open: path with symbolic links at its end followed; empty when there is an error
    bool relocated = false;
    LinkState state = LinkState::Whole;
    Rare<Error> error;
};

/// The user's own choice: symbolic links are followed, relocations do not apply, the policy's roots do.
LayerLocation locateTop(const NativePath &path, const ChainPolicy &policy);

/// A backing file of kind File. Tried in this order: the policy's relocations, the name's own place, the base
/// directories; nothing outside the roots is even looked at. windowsNames: the name may have been written on Windows,
/// with backslashes.
LayerLocation locateLayer(const BackingReference &reference, bool windowsNames, const ChainPolicy &policy);

} // namespace Fathom
