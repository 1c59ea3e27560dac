// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/directorylisting.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <dirent.h>

namespace Fathom {

namespace {

std::optional<FileKind> kindByName(unsigned char type)
{
    switch (type) {
    case DT_REG: return FileKind::Regular;
    case DT_DIR: return FileKind::Directory;
    case DT_LNK: return FileKind::SymbolicLink;
    case DT_FIFO: return FileKind::Fifo;
    case DT_SOCK: return FileKind::Socket;
    case DT_CHR: return FileKind::CharacterDevice;
    case DT_BLK: return FileKind::BlockDevice;
    default: return {};
    }
}

} // namespace

Result<std::vector<DirectoryName>> listNames(const OpenDirectory &directory, const std::stop_token &stop)
{
    const auto failed = [&](Error error) {
        error.action = QCoreApplication::translate("DirectoryListing", "list the directory");
        error.subject = plainText(directory.path());
        return std::unexpected(error);
    };
    std::vector<DirectoryName> names;
    while (true) {
        if (stop.stop_requested())
            return failed({.kind = ErrorKind::Cancelled});
        errno = 0;
        const struct dirent *entry = ::readdir(directory.stream());
        if (!entry) {
            if (errno != 0)
                return failed(systemError(errno, {}, {}));
            break;
        }
        const NativePath name(entry->d_name);
        if (name != "." && name != "..")
            names.push_back({name, kindByName(entry->d_type)});
    }
    std::ranges::sort(names, {}, &DirectoryName::name);
    return names;
}

Result<std::vector<DirectoryEntry>> listDirectory(const NativePath &path, const std::stop_token &stop)
{
    const Result<OpenDirectory> directory = OpenDirectory::open(path);
    if (!directory)
        return std::unexpected(directory.error());
    Result<std::vector<DirectoryName>> names = listNames(*directory, stop);
    if (!names)
        return std::unexpected(names.error());
    std::vector<DirectoryEntry> entries;
    entries.reserve(names->size());
    for (const DirectoryName &name : *names) {
        if (stop.stop_requested())
            return std::unexpected(Error{.kind = ErrorKind::Cancelled,
                .action = QCoreApplication::translate("DirectoryListing", "list the directory"),
                .subject = plainText(path)});
        entries.push_back({name.name, directory->look(name.name)});
    }
    return entries;
}

} // namespace Fathom
