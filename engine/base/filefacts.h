// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"

struct stat;

namespace Fathom {

enum class FileKind : quint8 { Regular, Directory, SymbolicLink, Fifo, Socket, CharacterDevice, BlockDevice };

/// What the file system says of an entry. Estates hold one for each file: in this order there are no gaps in it.
struct FileFacts {
    qint64 lengthBytes = 0; ///< st_size: the apparent length
    qint64 allocatedBytes = 0; ///< st_blocks × 512: what it takes on the disk
    FileKind kind = FileKind::Regular;
    quint16 mode = 0; ///< st_mode, with the type bits
    quint32 uid = 0;
    quint32 gid = 0;
    quint32 links = 1;
    quint64 device = 0;
    quint64 inode = 0;
    qint64 modifiedSeconds = 0; ///< since 1970, UTC

    bool operator==(const FileFacts &) const = default;
};

FileFacts fileFacts(const struct stat &status);

/// lstat(): a symbolic link is told as such.
Result<FileFacts> fileFacts(const NativePath &path);

/// readlink(), for showing where a link points; empty when it cannot be read.
NativePath linkTarget(const NativePath &path);

/// "-rw-r-----"
QString modeText(quint32 mode);

/// "regular file", "FIFO", … translated
QString fileKindText(FileKind kind);

} // namespace Fathom
