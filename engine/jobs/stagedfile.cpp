// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/stagedfile.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <utility>

namespace Fathom {

namespace {

struct StagedFileText {
    Q_DECLARE_TR_FUNCTIONS(StagedFile)
};

constexpr qsizetype longestName = 255;

Error existsError(const NativePath &target, const QString &action = StagedFileText::tr("write a file"))
{
    return {.kind = ErrorKind::Conflict,
        .action = action,
        .subject = plainText(target),
        .reason = StagedFileText::tr("it exists already, and nothing is ever overwritten"),
        .hint = StagedFileText::tr("Choose another name, or move the old file away")};
}

Error writeError(int number, const NativePath &path)
{
    return systemError(number, StagedFileText::tr("write a file"), plainText(path));
}

Result<void> syncDirectory(const NativePath &path)
{
    const Descriptor directory(::open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.number() < 0 || ::fsync(directory.number()) != 0)
        return std::unexpected(writeError(errno, path));
    return {};
}

bool isFile(const NativePath &path, const FileFacts &file)
{
    const Result<FileFacts> facts = fileFacts(path);
    return facts && facts->device == file.device && facts->inode == file.inode;
}

Error replacedError(const NativePath &target)
{
    return {.kind = ErrorKind::Conflict,
        .action = StagedFileText::tr("write a file"),
        .subject = plainText(target),
        .reason = StagedFileText::tr("it was moved or replaced by somebody else"),
        .hint = StagedFileText::tr("Try again")};
}

} // namespace

NativePath stagedPath(const NativePath &target)
{
    const QByteArray digits =
        QByteArray::number(QRandomGenerator::system()->generate64() >> 16, 16).rightJustified(12, '0');
    const QByteArray tail = ".fathom-" + digits + ".part";
    const NativePath name = '.' + fileName(target);
    return joinPath(parentPath(target), name.left(longestName - tail.size()) + tail);
}

// Some network file systems know no RENAME_NOREPLACE; a hard link does not replace either.
int renameWithoutReplacing(const NativePath &from, const NativePath &to)
{
    if (renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    struct stat status{};
    if (::lstat(from.constData(), &status) == 0 && S_ISDIR(status.st_mode)) {
        // Nor can a directory be linked; a plain rename of one replaces an empty directory at most.
        if (::lstat(to.constData(), &status) == 0)
            return EEXIST;
        return ::rename(from.constData(), to.constData()) == 0 ? 0 : errno;
    }
    if (::link(from.constData(), to.constData()) != 0)
        return errno;
    return ::unlink(from.constData()) == 0 ? 0 : errno;
}

Result<void> refuseTarget(const QString &action, const NativePath &target)
{
    if (fileFacts(target))
        return std::unexpected(existsError(target, action));
    if (const Result<FileFacts> parent = fileFacts(parentPath(target)); !parent)
        return std::unexpected(parent.error());
    return {};
}

bool isStagedName(const QByteArray &name)
{
    static const QRegularExpression shape(
        QStringLiteral("^\\..*\\.fathom-[0-9a-f]{12}\\.part$"), QRegularExpression::DotMatchesEverythingOption);
    return shape.match(QString::fromLatin1(name)).hasMatch();
}

Result<StagedFile> StagedFile::create(const NativePath &target, const Announce &announce, Readers readers)
{
    const NativePath absolute = absolutePath(target);
    struct stat status{};
    if (::lstat(absolute.constData(), &status) == 0)
        return std::unexpected(existsError(absolute));
    if (errno != ENOENT)
        return std::unexpected(writeError(errno, absolute));
    return createFor(absolute, announce, readers);
}

Result<StagedFile> StagedFile::createBeside(const NativePath &original, const Announce &announce)
{
    return createFor(absolutePath(original), announce, Readers::Owner);
}

Result<StagedFile> StagedFile::createFor(const NativePath &absolute, const Announce &announce, Readers readers)
{
    const NativePath path = stagedPath(absolute);
    if (announce)
        if (const Result<void> heard = announce(path); !heard)
            return std::unexpected(heard.error());
    Descriptor file(::open(
        path.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, readers == Readers::Owner ? 0600 : 0666));
    if (file.number() < 0)
        return std::unexpected(writeError(errno, errno == ENOENT ? parentPath(absolute) : absolute));
    return StagedFile(path, absolute, std::move(file));
}

StagedFile::StagedFile(NativePath path, NativePath target, Descriptor file)
    : m_path(std::move(path))
    , m_target(std::move(target))
    , m_file(std::move(file))
{
}

StagedFile::StagedFile(StagedFile &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_target(std::move(other.m_target))
    , m_file(std::move(other.m_file))
{
}

StagedFile::~StagedFile()
{
    if (!m_path.isEmpty() && isOurs())
        ::unlink(m_path.constData());
}

bool StagedFile::isOurs() const
{
    struct stat named{};
    struct stat opened{};
    return ::lstat(m_path.constData(), &named) == 0 && ::fstat(m_file.number(), &opened) == 0 &&
        named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
}

/// Brings the bytes to the disk.
Result<void> StagedFile::refuseUnready() const
{
    if (!isOurs())
        return std::unexpected(Error{.kind = ErrorKind::Conflict,
            .action = StagedFileText::tr("write a file"),
            .subject = plainText(m_target),
            .reason = StagedFileText::tr("its temporary file was moved or replaced by somebody else"),
            .hint = StagedFileText::tr("Try again")});
    if (::fsync(m_file.number()) != 0)
        return std::unexpected(writeError(errno, m_target));
    return {};
}

Result<void> StagedFile::commit()
{
    if (const Result<void> ready = refuseUnready(); !ready)
        return ready;
    const int failure = renameWithoutReplacing(m_path, m_target);
    if (failure == EEXIST)
        return std::unexpected(existsError(m_target));
    if (failure != 0)
        return std::unexpected(writeError(failure, m_target));
    m_path.clear();
    return syncDirectory(parentPath(m_target));
}

Result<void> StagedFile::replace(const FileFacts &original, const NativePath &kept)
{
    if (const Result<void> ready = refuseUnready(); !ready)
        return ready;
    if (!isFile(m_target, original))
        return std::unexpected(replacedError(m_target));
    const bool keeps = !kept.isEmpty();
    const int linked = keeps && ::link(m_target.constData(), kept.constData()) != 0 ? errno : 0;
    if (linked == EEXIST)
        return std::unexpected(existsError(kept));
    if (linked != 0) {
        // Without hard links nothing has the target's name for a moment.
        if (const int failure = renameWithoutReplacing(m_target, kept); failure != 0)
            return std::unexpected(failure == EEXIST ? existsError(kept) : writeError(failure, kept));
    } else if (keeps) {
        const Result<void> written =
            isFile(kept, original) ? syncDirectory(parentPath(m_target)) : std::unexpected(replacedError(m_target));
        if (!written) {
            ::unlink(kept.constData());
            return written;
        }
    }
    if (::rename(m_path.constData(), m_target.constData()) != 0) {
        const Error failure = writeError(errno, m_target);
        if (linked != 0)
            renameWithoutReplacing(kept, m_target);
        else if (keeps)
            ::unlink(kept.constData());
        return std::unexpected(failure);
    }
    m_path.clear();
    return syncDirectory(parentPath(m_target));
}

} // namespace Fathom
