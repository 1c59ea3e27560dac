// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byteview.h"

#include <QString>

namespace Fathom {

/// The word for what packs or archives the bytes that begin at offset: "gzip", "xz", "zstd", "lz4", "lz4-legacy",
/// "bzip2", "lzma", "lzop", "cpio" (ASCII), "cpio-binary"; empty for anything else.
QString packingAt(ByteView view, qsizetype offset);

/// The word for the kind of Linux kernel that begins at the view's start: "bzImage", "zImage", "arm64-image",
/// "riscv-image", "arm-zimage", "efi-zboot", "efi-stub", "vmlinux", "uimage-kernel"; empty for anything else.
QString kernelKind(ByteView head);

} // namespace Fathom
