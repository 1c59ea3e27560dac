// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

/// A file system without a partition table around it: ext2/3/4, xfs, btrfs, vfat, exfat, ntfs, f2fs, squashfs,
/// erofs, swap, LVM physical volume, …: Glance's AMI.
bool recognizesFilesystem(BoundedFile &file);
Result<ImageInfo> readFilesystem(BoundedFile &file, ImageInfo info);

} // namespace Fathom
