// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "estate/estatesources.h"

#include <stop_token>

namespace Fathom {

/// An estate to try things on: real files (sparse: a few MB on the disk) in the user's cache directory. Made when it is
/// not there or when another version of Fathom made it; otherwise only found.
Result<EstateSources> makeDemoEstate(const std::stop_token &stop = {}, const Progress &progress = {});

/// The same in a directory of the caller's choice, which must not exist or be a demo estate.
Result<EstateSources> makeDemoEstateIn(
    const NativePath &directory, const std::stop_token &stop = {}, const Progress &progress = {});

} // namespace Fathom
