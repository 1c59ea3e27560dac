// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/sparsefile.h"

namespace Fathom {

/// The VHD's footer at the end of a fixed disk: everything before it is the guest's ("Virtual Hard Disk Image Format
/// Specification", "Hard Disk Footer Format").
void writeFixedVhd(SparseFile &file, qint64 fileLengthBytes, const QByteArray &boot);

/// A dynamic VHD of fileLengthBytes whose first blocks hold data.
void writeDynamicVhd(
    SparseFile &file, qint64 virtualSizeBytes, qint64 fileLengthBytes, const QByteArray &boot, int blocks);

} // namespace Fathom
