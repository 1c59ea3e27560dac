// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

namespace Fathom::Bench {

/// A store of that many images as scanning leaves them: names are UUIDs, seven formats, sizes, times and users that
/// differ. Every image has facts of its own; past 200,000 they share them, so that a million fit into memory.
EstatePtr imageEstate(int count);

/// That many instances of four hosts and forty projects on two hundred bases.
EstatePtr instanceEstate(int count);

struct StringMemory {
    qint64 blocks = 0; ///< what malloc gave for the characters
    qint64 handles = 0; ///< the objects in the records that hold on to those
};

/// What the texts of the images take up: paths, UUIDs and keys.
StringMemory stringMemory(const Estate &estate);

} // namespace Fathom::Bench
