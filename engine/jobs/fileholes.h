// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace Fathom {

/// Where the next bytes from offset on lie that are no hole, or length. A file system that knows no holes has data
/// everywhere.
qint64 nextData(int descriptor, qint64 offset, qint64 length);

/// Where the data at offset ends, or length.
qint64 nextHole(int descriptor, qint64 offset, qint64 length);

} // namespace Fathom
