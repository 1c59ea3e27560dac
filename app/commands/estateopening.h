// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "estate/estate.h"

namespace Fathom {

/// An estate for a command that lists one: scanned from the options and paths of the request, or from the usual places.
struct OpenedEstate {
    EstatePtr estate; ///< never null
    std::vector<NativePath> only; ///< where the request named single instance directories: these alone are meant

    bool wanted(const NativePath &path) const;
};

/// Complains to the console about whatever could not be read; the estate holds the rest.
OpenedEstate openEstate(const CommandRequest &request, Console &console);

/// Where the request's options say that an estate lies, the demo estate made if need be. The usual places when no
/// option was given.
EstateSources namedSources(const CommandRequest &request, Console &console);

} // namespace Fathom
