// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/filesystemlayouts.h"

#include <span>
#include <string_view>

namespace Fathom {

/// What a guest can do with it. Glance's "ami" is a file system that a Linux kernel boots from as its root; whatever
/// else a whole disk can hold is raw to Glance's users.
enum class FilesystemUse { Root, Data };

/// Where a file system, or another thing that a whole disk can be, keeps its mark, and who reads its superblock.
struct FilesystemMark {
    const char *name;
    FilesystemUse use;
    qsizetype superblock; ///< where the structure begins in the file
    qsizetype at; ///< where in it the mark stands
    std::string_view magic;
    bool (*sound)(ByteView superblock) = nullptr; ///< a second look, where the mark alone is too short
    void (*describe)(ByteView superblock, FilesystemFacts &facts) = nullptr;
    qint64 pageBytes = 0; ///< swap: the page size that the mark's place tells
};

/// The one table of them all, in the order in which they are asked.
std::span<const FilesystemMark> filesystemMarks();

/// The first mark that the file's first 68 KiB bear.
const FilesystemMark *findFilesystem(ByteView lead);

} // namespace Fathom
