// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/descriptor.h"
#include "base/filefacts.h"
#include "base/nativepath.h"
#include "base/result.h"

#include <functional>

namespace Fathom {

/// A file that is written under a temporary name beside its target, ".name.fathom-<12 hex digits>.part", and takes the
/// target's name only when it is complete. Without commit() or replace() it is removed again, and only replace() puts
/// it in the place of another file.
class StagedFile {
public:
    /// Hears of the temporary name before the file is created; an error keeps it from being created.
    using Announce = std::function<Result<void>(const NativePath &path)>;

    enum class Readers { AsUsual, Owner };

    /// Creates the empty file. Conflict when the target exists already, whatever it is. readers: who may read it, by
    /// the process's umask or the owner alone.
    static Result<StagedFile> create(
        const NativePath &target, const Announce &announce = {}, Readers readers = Readers::AsUsual);

    /// Creates it for what shall take the place of a file; its owner alone may read it.
    static Result<StagedFile> createBeside(const NativePath &original, const Announce &announce = {});

    StagedFile(StagedFile &&other) noexcept;
    StagedFile &operator=(StagedFile &&other) = delete;
    ~StagedFile();

    const NativePath &path() const { return m_path; } ///< to write to; a program may truncate it, not replace it
    int descriptor() const { return m_file.number(); } ///< the same file, for reading and writing

    /// Brings the bytes to the disk, gives the file its name and brings that to the disk. Conflict when the target came
    /// to be in the meantime, or when the temporary file is not the one that was created; then it is not renamed. An
    /// error of the very last step, the directory's fsync, leaves the complete file under its name.
    Result<void> commit();

    /// As commit(), but takes the place of the file that has the target's name; that is given the name kept before, or
    /// is gone where kept is empty. Conflict when something is called kept already, or when the target is not the file
    /// original any more. Where the file system knows hard links, the target's name is never without a whole file.
    Result<void> replace(const FileFacts &original, const NativePath &kept);

private:
    static Result<StagedFile> createFor(const NativePath &target, const Announce &announce, Readers readers);
    StagedFile(NativePath path, NativePath target, Descriptor file);
    bool isOurs() const;
    Result<void> refuseUnready() const;

    NativePath m_path; ///< empty: there is nothing to remove any more
    NativePath m_target;
    Descriptor m_file;
};

/// Whether a file can come to be there: Conflict when something stands there already, an error of its directory's when
/// that cannot be reached. action: as in Error.
Result<void> refuseTarget(const QString &action, const NativePath &target);

/// A temporary name for what will have the target's.
NativePath stagedPath(const NativePath &target);

/// 0, or the errno: EEXIST when something has that name already.
int renameWithoutReplacing(const NativePath &from, const NativePath &to);

/// Whether a file's name has the shape of such a temporary name.
bool isStagedName(const QByteArray &name);

} // namespace Fathom
