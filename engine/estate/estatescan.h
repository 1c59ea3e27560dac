// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "estate/estate.h"
#include "estate/estatesources.h"

#include <stop_token>

namespace Fathom {

class SourceBoard;

/// Called with each snapshot so far, from a scanning thread, one call at a time.
using EstatePartial = std::function<void(EstatePtr soFar)>;

/// Reads all sources, each directory on a thread of its own, so that a hung mount stalls only itself, and joins them.
/// Blocking. Returns what was read when it is cancelled (complete is false then). Sources that fail are in
/// Estate::sources with their problems; nothing fails the whole.
EstatePtr scanEstate(const EstateSources &sources, const std::stop_token &stop = {}, const Progress &progress = {},
    const EstatePartial &onPartial = {});

/// Follows what is being read on the board until nothing is any more, and tells now and then what came in.
void followReading(SourceBoard &board, const Progress &progress, const EstatePartial &onPartial);

} // namespace Fathom
