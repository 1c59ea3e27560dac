// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"

#include <stop_token>
#include <vector>

namespace Fathom {

/// The images in a file's own directory that stand on it, by their names, sorted: a warning, never a proof, for others
/// may lie anywhere. Of a large directory only a bounded number of files is looked at.
std::vector<NativePath> overlaysBeside(const NativePath &path, const std::stop_token &stop = {});

/// Whether the file lies in Nova's image cache, `_base`.
bool isInImageCache(const NativePath &path);

} // namespace Fathom
