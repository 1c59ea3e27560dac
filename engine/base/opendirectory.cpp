// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/opendirectory.h"

#include <QCoreApplication>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Fathom {

Result<OpenDirectory> OpenDirectory::open(const NativePath &path)
{
    OpenDirectory directory;
    directory.m_path = path;
    const int descriptor = ::open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor >= 0)
        directory.m_stream.reset(::fdopendir(descriptor));
    if (directory.m_stream)
        return directory;
    const int failure = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    return std::unexpected(
        systemError(failure, QCoreApplication::translate("DirectoryListing", "list the directory"), plainText(path)));
}

Result<FileFacts> OpenDirectory::look(const NativePath &name) const
{
    struct stat status;
    if (::fstatat(descriptor(), name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return std::unexpected(systemError(
            errno, QCoreApplication::translate("DirectoryListing", "look at"), plainText(joinPath(m_path, name))));
    return fileFacts(status);
}

} // namespace Fathom
