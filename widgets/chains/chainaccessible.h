// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Fathom {

/// From now on a ChainView is told to assistive programs as a drawing whose value is the thing selected in it.
void makeChainsAccessible();

} // namespace Fathom
