// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filefacts.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace Fathom {

namespace {

FileKind kindOf(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFDIR: return FileKind::Directory;
    case S_IFLNK: return FileKind::SymbolicLink;
    case S_IFIFO: return FileKind::Fifo;
    case S_IFSOCK: return FileKind::Socket;
    case S_IFCHR: return FileKind::CharacterDevice;
    case S_IFBLK: return FileKind::BlockDevice;
    default: return FileKind::Regular;
    }
}

} // namespace

FileFacts fileFacts(const struct stat &status)
{
    return {
        .lengthBytes = status.st_size,
        .allocatedBytes = status.st_blocks * 512,
        .kind = kindOf(status.st_mode),
        .mode = static_cast<quint16>(status.st_mode),
        .uid = status.st_uid,
        .gid = status.st_gid,
        .links = static_cast<quint32>(status.st_nlink),
        .device = status.st_dev,
        .inode = status.st_ino,
        .modifiedSeconds = status.st_mtim.tv_sec,
    };
}

Result<FileFacts> fileFacts(const NativePath &path)
{
    struct stat status;
    if (::lstat(path.constData(), &status) != 0)
        return std::unexpected(
            systemError(errno, QCoreApplication::translate("FileFacts", "look at"), plainText(path)));
    return fileFacts(status);
}

NativePath linkTarget(const NativePath &path)
{
    std::array<char, 4096> buffer;
    const ssize_t length = ::readlink(path.constData(), buffer.data(), buffer.size());
    return length > 0 ? NativePath(buffer.data(), length) : NativePath();
}

QString modeText(quint32 mode)
{
    QString text = QStringLiteral("----------");
    switch (kindOf(mode)) {
    case FileKind::Directory: text[0] = u'd'; break;
    case FileKind::SymbolicLink: text[0] = u'l'; break;
    case FileKind::Fifo: text[0] = u'p'; break;
    case FileKind::Socket: text[0] = u's'; break;
    case FileKind::CharacterDevice: text[0] = u'c'; break;
    case FileKind::BlockDevice: text[0] = u'b'; break;
    case FileKind::Regular: break;
    }
    constexpr std::array letters{u'r', u'w', u'x'};
    for (int bit = 0; bit < 9; ++bit)
        if (mode & (0400U >> bit))
            text[1 + bit] = letters[static_cast<std::size_t>(bit % 3)];
    if (mode & S_ISUID)
        text[3] = mode & S_IXUSR ? u's' : u'S';
    if (mode & S_ISGID)
        text[6] = mode & S_IXGRP ? u's' : u'S';
    if (mode & S_ISVTX)
        text[9] = mode & S_IXOTH ? u't' : u'T';
    return text;
}

QString fileKindText(FileKind kind)
{
    switch (kind) {
    case FileKind::Regular: return QCoreApplication::translate("FileFacts", "regular file");
    case FileKind::Directory: return QCoreApplication::translate("FileFacts", "directory");
    case FileKind::SymbolicLink: return QCoreApplication::translate("FileFacts", "symbolic link");
    case FileKind::Fifo: return QCoreApplication::translate("FileFacts", "FIFO");
    case FileKind::Socket: return QCoreApplication::translate("FileFacts", "socket");
    case FileKind::CharacterDevice: return QCoreApplication::translate("FileFacts", "character device");
    case FileKind::BlockDevice: return QCoreApplication::translate("FileFacts", "block device");
    }
    return {};
}

} // namespace Fathom
