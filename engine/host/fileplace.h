// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/novapaths.h"

namespace Fathom {

/// Where a file or directory stands among Nova's and Glance's, told by the names on its path alone.
struct FilePlace {
    NativePath root; ///< the instances directory or the image directory that it lies in
    bool inInstanceTree = false;
    EntryMeaning inside = EntryMeaning::ImageStore; ///< what the directory around it is for
    EntryMeaning meaning = EntryMeaning::Unknown;
};

/// path: clean and absolute. cacheName: what nova.conf calls the base cache.
FilePlace placeOf(const NativePath &path, FileKind kind, QByteArrayView cacheName = "_base");

} // namespace Fathom
