// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

namespace Fathom {

/// All chains of a joined estate in one graph: Glance images that bases were made from, every base (unused ones too),
/// every disk of every instance, and stored images that stand on something.
ChainGraph chainPicture(const Estate &estate);

/// The node of a Glance image in the picture.
QString imageNodeKey(const QString &uuid);

} // namespace Fathom
