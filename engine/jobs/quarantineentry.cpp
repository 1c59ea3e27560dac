// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/quarantineentry.h"

#include "base/directorylisting.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <linux/openat2.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Quarantine)
};

bool isThere(int directory, const NativePath &name)
{
    struct stat status{};
    return ::fstatat(directory, name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0;
}

} // namespace

Error quarantineError(int number, const NativePath &path)
{
    return systemError(number, Text::tr("work with the quarantine"), plainText(path));
}

Descriptor directoryBelow(int root, const NativePath &way)
{
    open_how how{};
    how.flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
    return Descriptor(
        static_cast<int>(::syscall(SYS_openat2, root, way.isEmpty() ? "." : way.constData(), &how, sizeof how)));
}

bool sync(const Descriptor &file)
{
    return ::fsync(file.number()) == 0;
}

Result<OpenQuarantine> openQuarantineOf(const NativePath &root, bool make)
{
    OpenQuarantine opened{Descriptor(::open(root.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)), {}};
    if (opened.root.number() < 0)
        return std::unexpected(quarantineError(errno, root));
    if (make && ::mkdirat(opened.root.number(), quarantineDirectoryName.data(), 0700) != 0 && errno != EEXIST)
        return std::unexpected(quarantineError(errno, quarantineOf(root)));
    opened.quarantine = directoryBelow(opened.root.number(), quarantineDirectoryName.toByteArray());
    if (opened.quarantine.number() < 0 || ::flock(opened.quarantine.number(), LOCK_EX) != 0)
        return std::unexpected(quarantineError(errno, quarantineOf(root)));
    return opened;
}

void removeHusk(const OpenQuarantine &opened, const NativePath &quarantine, const NativePath &name)
{
    const Descriptor entry = directoryBelow(opened.quarantine.number(), name);
    if (entry.number() < 0)
        return;
    const NativePath path = joinPath(quarantine, name);
    if (isThere(entry.number(), doomedName))
        removeDoomed(entry); // what cannot be removed is tried again
    const Result<std::vector<DirectoryEntry>> inside = listDirectory(path);
    if (!inside || std::ranges::any_of(*inside, [](const DirectoryEntry &in) { return in.name != manifestName; }))
        return;
    ::unlinkat(entry.number(), manifestName.data(), 0);
    ::unlinkat(opened.quarantine.number(), name.constData(), AT_REMOVEDIR);
}

void removeHusks(const OpenQuarantine &opened, const NativePath &root)
{
    const Result<std::vector<DirectoryEntry>> entries = listDirectory(quarantineOf(root));
    if (!entries)
        return;
    for (const DirectoryEntry &entry : *entries)
        if (entry.facts && entry.facts->kind == FileKind::Directory)
            removeHusk(opened, quarantineOf(root), entry.name);
}

bool writeManifest(int entry, const QByteArray &text)
{
    const Descriptor file(
        ::openat(entry, manifestName.data(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (file.number() < 0)
        return false;
    for (qsizetype written = 0; written < text.size();) {
        const ssize_t step = ::write(file.number(), text.constData() + written, size_t(text.size() - written));
        if (step < 0 && errno == EINTR)
            continue;
        if (step <= 0)
            return false;
        written += step;
    }
    return sync(file);
}

std::error_code removeDoomed(const Descriptor &entry)
{
    // By way of the open directory: its own path may have become another one's.
    const std::string path = "/proc/self/fd/" + std::to_string(entry.number()) + '/' + doomedName.toStdString();
    std::error_code problem;
    std::filesystem::remove_all(path, problem);
    return problem;
}

// Some network file systems cannot rename without replacing; a hard link does not replace either.
int renameHere(int from, const NativePath &name, int to)
{
    if (::renameat2(from, name.constData(), to, name.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    struct stat status{};
    if (::fstatat(from, name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode)) {
        // Nor can a directory be linked; a plain rename of one replaces an empty directory at most.
        if (isThere(to, name))
            return EEXIST;
        return ::renameat(from, name.constData(), to, name.constData()) == 0 ? 0 : errno;
    }
    if (::linkat(from, name.constData(), to, name.constData(), 0) != 0)
        return errno;
    return ::unlinkat(from, name.constData(), 0) == 0 ? 0 : errno;
}

} // namespace Fathom
