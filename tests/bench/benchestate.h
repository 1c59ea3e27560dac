// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

namespace Fathom::Bench {

/// A store of that many images as scanning leaves them: names are UUIDs, seven formats, sizes, times and users that
/// differ. Every image has facts of its own; past 200,000 they share them, so that a million fit into memory.
EstatePtr imageEstate(int count);

/// That many instances of four hosts and forty projects on two hundred bases.
EstatePtr instanceEstate(int count);

/// What the texts of the images take up: the blocks of memory that hold the characters of paths, UUIDs and keys.
qint64 stringBytes(const Estate &estate);

} // namespace Fathom::Bench
