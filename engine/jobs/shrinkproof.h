// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/sourcechain.h"

namespace Fathom {

/// Whether a disk may end at sizeBytes, which is less than its virtual size: Unsafe when anything but zeros would be
/// cut off, or when a partition or file system that is known reaches further; the error says which size would do. A raw
/// disk is read from there to its end where it is no hole; of a qcow2 it is qemu-img's map that counts, over all its
/// layers, so that data that happens to be zeros is taken for data.
Result<void> refuseShrink(
    const QString &action, const SourceLayers &layers, qint64 sizeBytes, const std::stop_token &stop);

/// What nobody looked at, or what may surprise once the disk is smaller; sentences for a plan.
std::vector<QString> shrinkRisks(const SourceLayers &layers, qint64 sizeBytes);

} // namespace Fathom
