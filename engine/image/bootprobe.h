// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageprobe.h"

namespace Fathom {

/// Linux kernels (bzImage, Image of arm64 and riscv, ELF vmlinux, EFI stubs): Glance's AKI.
bool recognizesKernel(BoundedFile &file);
Result<ImageInfo> readKernel(BoundedFile &file, ImageInfo info);

/// Initial RAM disks (cpio, gzip, xz, zstd, lz4, bzip2, lzma, lzo): Glance's ARI.
bool recognizesRamdisk(BoundedFile &file);
Result<ImageInfo> readRamdisk(BoundedFile &file, ImageInfo info);

} // namespace Fathom
