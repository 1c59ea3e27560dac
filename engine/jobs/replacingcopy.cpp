// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/replacingcopy.h"

#include "jobs/filecopy.h"
#include "jobs/sourceimage.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>

#include <cerrno>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace Fathom {

namespace {

struct ReplacingText {
    Q_DECLARE_TR_FUNCTIONS(ReplacingCopy)
};

constexpr mode_t permissionBits = 07777;
constexpr mode_t writeBits = 0222;
constexpr std::size_t longestAttributes = 65536; // XATTR_LIST_MAX, XATTR_SIZE_MAX

Error replacingError(
    ErrorKind kind, const QString &action, const NativePath &path, const QString &reason, const QString &hint = {})
{
    return {.kind = kind, .action = action, .subject = plainText(path), .reason = reason, .hint = hint};
}

Error attributeError(const QString &action, const NativePath &path)
{
    return systemError(errno, action, plainText(path));
}

/// Whether the kernel keeps an attribute to itself, so that it is neither ours to set nor missed.
bool isKernels(int number)
{
    return number == ENOTSUP || number == EPERM || number == EACCES;
}

/// Among them are access control lists and the labels of SELinux.
Result<void> takeAttributes(const QString &action, const NativePath &original, int copy)
{
    QByteArray names(longestAttributes, Qt::Uninitialized);
    const ssize_t length = ::llistxattr(original.constData(), names.data(), longestAttributes);
    if (length < 0)
        return isKernels(errno) ? Result<void>() : std::unexpected(attributeError(action, original));
    QByteArray value(longestAttributes, Qt::Uninitialized);
    const QList<QByteArray> list = names.first(length).split('\0');
    for (const QByteArray &name : list) {
        if (name.isEmpty())
            continue;
        const ssize_t got = ::lgetxattr(original.constData(), name.constData(), value.data(), longestAttributes);
        if (got < 0 || ::fsetxattr(copy, name.constData(), value.constData(), static_cast<std::size_t>(got), 0) != 0)
            if (!isKernels(errno) && errno != ENODATA)
                return std::unexpected(attributeError(action, original));
    }
    return {};
}

} // namespace

Result<void> refuseIrreplaceable(const QString &action, const NativePath &path, const FileFacts &facts)
{
    if (facts.links > 1)
        return std::unexpected(replacingError(ErrorKind::Conflict, action, path,
            ReplacingText::tr("it has %n name(s) (hard links), of which only this one would be of the changed file", "",
                static_cast<int>(facts.links)),
            ReplacingText::tr("Copy it first, and change the copy")));
    if ((facts.mode & writeBits) == 0)
        return std::unexpected(replacingError(ErrorKind::NoPermission, action, path,
            ReplacingText::tr("it is read-only"), ReplacingText::tr("Find out why before you make it writable")));
    if (::geteuid() != 0 && facts.uid != ::geteuid())
        return std::unexpected(replacingError(ErrorKind::NoPermission, action, path,
            ReplacingText::tr("it belongs to somebody else, and what takes its place could not"),
            ReplacingText::tr("Run as root")));
    return {};
}

Result<StagedFile> stagedCopy(const QString &action, const NativePath &original, const FileFacts &facts,
    const std::stop_token &stop, const JobHost &host)
{
    Result<BoundedFile> source = BoundedFile::open(original);
    if (!source)
        return std::unexpected(source.error());
    if (const Result<void> same = refuseIfChanged(action, original, facts); !same)
        return std::unexpected(same.error());
    Result<StagedFile> staged = StagedFile::createBeside(original, host.willWrite);
    if (!staged)
        return staged;
    ByteProgress progress(QStringLiteral("copy"), facts.lengthBytes);
    QElapsedTimer since;
    since.start();
    if (host.progress)
        host.progress(progress.last());
    const Result<CopyWay> way = copyContents(*source, *staged, stop, [&](qint64 bytes) {
        if (const auto step = progress.reached(bytes, since.elapsed()); step && host.progress)
            host.progress(*step);
    });
    if (!way)
        return std::unexpected(way.error());
    return staged;
}

NativePath keptName(const NativePath &original, QByteArrayView kind)
{
    const QByteArray date = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate).toLatin1();
    const NativePath first = original + ".before-" + kind.toByteArray() + '-' + date;
    NativePath name = first;
    for (int number = 2; fileFacts(name); ++number)
        name = first + '.' + QByteArray::number(number);
    return name;
}

Result<void> replaceOriginal(
    const QString &action, StagedFile &copy, const NativePath &original, const FileFacts &facts, const NativePath &kept)
{
    // The owner first: giving it away takes the special permission bits.
    if (::fchown(copy.descriptor(), facts.uid, facts.gid) != 0)
        return std::unexpected(
            systemError(errno, ReplacingText::tr("give the changed file its owner and group"), plainText(original)));
    if (::fchmod(copy.descriptor(), facts.mode & permissionBits) != 0)
        return std::unexpected(attributeError(action, original));
    if (const Result<void> taken = takeAttributes(action, original, copy.descriptor()); !taken)
        return taken;
    return copy.replace(facts, kept);
}

} // namespace Fathom
