// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/directorylisting.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace Fathom {

Result<std::vector<DirectoryEntry>> listDirectory(const NativePath &path, const std::stop_token &stop)
{
    const QString action = QCoreApplication::translate("DirectoryListing", "list the directory");
    const int descriptor = ::open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return std::unexpected(systemError(errno, action, plainText(path)));
    const std::unique_ptr<DIR, int (*)(DIR *)> directory(::fdopendir(descriptor), ::closedir);
    if (!directory) {
        ::close(descriptor);
        return std::unexpected(systemError(errno, action, plainText(path)));
    }

    std::vector<DirectoryEntry> entries;
    while (true) {
        if (stop.stop_requested())
            return std::unexpected(Error{.kind = ErrorKind::Cancelled, .action = action, .subject = plainText(path)});
        errno = 0;
        const struct dirent *entry = ::readdir(directory.get());
        if (!entry) {
            if (errno != 0)
                return std::unexpected(systemError(errno, action, plainText(path)));
            break;
        }
        const NativePath name(entry->d_name);
        if (name == "." || name == "..")
            continue;
        struct stat status;
        if (::fstatat(descriptor, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0)
            entries.push_back({name, fileFacts(status)});
        else
            entries.push_back({name,
                std::unexpected(systemError(errno, QCoreApplication::translate("DirectoryListing", "look at"),
                    plainText(joinPath(path, name))))});
    }
    std::ranges::sort(entries, {}, &DirectoryEntry::name);
    return entries;
}

} // namespace Fathom
