// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"

#include <vector>

namespace Fathom {

/// A program that has a file open.
struct FileHolder {
    qint64 pid = 0;
    QString program; ///< plain text, as the kernel calls it: "qemu-system-x86"
    QString guest; ///< of a qemu: the name that libvirt or its user gave it, plain text; may be empty
    bool writes = false; ///< it is open for writing

    bool isQemu() const;
};

/// Who works on a file.
struct FileUse {
    std::vector<FileHolder> holders; ///< as far as /proc may be read: of other users' programs, root alone sees them
    bool qemuWrites = false; ///< a qemu, seen or not, holds the lock of those that may write or resize
    bool qemuForbidsWriting = false; ///< one counts on it that nobody else writes
};

/// Looks at qemu's locks on the file and at the open files of every process but our own. Follows a symbolic link.
Result<FileUse> fileUse(const NativePath &path);

/// Whether the file may be read now: not while a qemu may write it. Conflict that says who holds it.
Result<void> refuseIfWritten(const NativePath &path, const FileUse &use);

/// Whether the file may be changed in its place now: not while anybody has it open for writing, or any qemu at all.
/// Conflict that says who. As other users' programs are seen by root alone, their own locks are needed, too.
Result<void> refuseIfUsed(const NativePath &path);

} // namespace Fathom
