// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/backingchain.h"
#include "host/novapaths.h"

namespace Fathom {

/// An entry of a scanned directory with all that was learned of it; the tree of the directory browser.
struct DirectoryNode {
    NativePath path; ///< absolute
    NativePath name;
    EntryMeaning meaning = EntryMeaning::Unknown;
    std::optional<FileFacts> facts;
    NativePath linkTarget; ///< of a symbolic link, which is never followed
    ImageInfoPtr info; ///< of image files that could be read
    Rare<Error> error; ///< why facts, info or children are missing
    std::vector<DirectoryNode> children;

    qint64 allocatedBytesBelow() const; ///< of this and everything below, each inode once
};

} // namespace Fathom
