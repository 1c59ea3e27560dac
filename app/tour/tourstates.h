// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

namespace Fathom {

/// A state that pages have to explain themselves in, made up, since no machine is in all of them at once.
struct TourState {
    QString name;
    EstatePtr estate;
    bool scanning = false;
};

/// Reading; read, and nothing there; refused; read in part (of the estate that is given).
std::vector<TourState> tourStates(const Estate &estate);

} // namespace Fathom
