// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/sourcechain.h"

namespace Fathom {

/// What a new file of an image's first layer will take on the disk, told by a part of its data.
struct SpaceEstimate {
    qint64 allocatedBytes = 0;
    qint64 dataBytes = 0; ///< what it holds that is no hole, and not compressed
    qint64 sampledBytes = 0; ///< so much of that was looked at: all of it, or parts taken by chance
};

/// Reads at most 64 MiB of a raw or qcow2 image, and compresses them where the new file is to be compressed: with zlib,
/// of which zstd is seldom worse. dropsZeros: what is zeros takes no space in the new file;
/// else it takes all of it, compressed or not.
Result<SpaceEstimate> estimateSpace(
    const QString &action, const SourceLayers &layers, bool compress, bool dropsZeros, const std::stop_token &stop);

} // namespace Fathom
