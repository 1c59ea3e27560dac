// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/sparsefile.h"

namespace Fathom {

/// A dynamic VDI of version 1.1 (VirtualBox's VDICore.h) whose first blocks hold data.
void writeDynamicVdi(SparseFile &file, qint64 virtualSizeBytes, const QByteArray &boot, int blocks);

} // namespace Fathom
