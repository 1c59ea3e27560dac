// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/opendirectory.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace Fathom {

/// A name in a directory, and what readdir() says that it is; many file systems say nothing.
struct DirectoryName {
    NativePath name;
    std::optional<FileKind> kind;
};

/// The names in a directory but "." and "..", sorted; nothing is looked at. Cancelled when the token says so.
Result<std::vector<DirectoryName>> listNames(const OpenDirectory &directory, const std::stop_token &stop = {});

/// One entry of a directory, looked at with lstat().
struct DirectoryEntry {
    NativePath name; ///< without the directory
    Result<FileFacts> facts;
};

/// The entries of a directory but "." and "..", sorted by name. The directory itself may be reached through a symbolic
/// link (an administrator's choice); its entries are never followed. Cancelled when the token says so.
Result<std::vector<DirectoryEntry>> listDirectory(const NativePath &path, const std::stop_token &stop = {});

} // namespace Fathom
