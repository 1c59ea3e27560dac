// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/filecopy.h"

#include "jobs/fileholes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <vector>

namespace Fathom {

namespace {

struct FileCopyText {
    Q_DECLARE_TR_FUNCTIONS(FileCopy)
};

constexpr qint64 blockBytes = qint64{1} << 20;
constexpr qint64 kernelBytes = qint64{16} << 20; // a stop is heard between two of them

Error copyError(ErrorKind kind, const BoundedFile &source, const QString &reason, const QString &hint = {})
{
    return {.kind = kind,
        .action = FileCopyText::tr("copy a file"),
        .subject = plainText(source.path()),
        .reason = reason,
        .hint = hint};
}

Error writeError(int number, const StagedFile &target)
{
    return systemError(number, FileCopyText::tr("write a copy"), plainText(parentPath(target.path())));
}

Error cancelled(const BoundedFile &source)
{
    return copyError(ErrorKind::Cancelled, source, FileCopyText::tr("it was cancelled"));
}

Error changed(const BoundedFile &source)
{
    return copyError(ErrorKind::Conflict, source, FileCopyText::tr("it was changed while it was read"),
        FileCopyText::tr("Nothing was kept. Find out who writes to it, then try again"));
}

/// What the kernel says when it cannot copy between these two files, but they can be read and written.
bool cannotCopyInKernel(int number)
{
    constexpr std::array refusals{EXDEV, EINVAL, ENOSYS, EOPNOTSUPP, EPERM, EBADF, ETXTBSY};
    return std::ranges::contains(refusals, number);
}

/// Copies bytes that are no hole.
class ExtentCopy {
public:
    ExtentCopy(BoundedFile &source, const StagedFile &target)
        : m_source(source)
        , m_target(target)
    {
    }

    bool inKernel() const { return m_inKernel; }

    /// Some of the bytes from offset on, up to end: how many.
    Result<qint64> some(qint64 offset, qint64 end)
    {
        if (m_inKernel) {
            off_t in = offset;
            off_t out = offset;
            ssize_t got = 0;
            do
                got = ::copy_file_range(m_source.descriptor(), &in, m_target.descriptor(), &out,
                    static_cast<std::size_t>(std::min(end - offset, kernelBytes)), 0);
            while (got < 0 && errno == EINTR);
            if (got > 0)
                return got;
            if (got < 0 && !cannotCopyInKernel(errno))
                return std::unexpected(writeError(errno, m_target));
            m_inKernel = false; // some file systems only say that there is nothing
        }
        return byReading(offset, end);
    }

private:
    Result<qint64> byReading(qint64 offset, qint64 end)
    {
        m_block.resize(static_cast<std::size_t>(blockBytes));
        const Result<qint64> got = m_source.readPlain(
            std::span(m_block).first(static_cast<std::size_t>(std::min(end - offset, blockBytes))), offset);
        if (!got)
            return got;
        if (*got == 0)
            return std::unexpected(changed(m_source));
        for (qint64 written = 0; written < *got;) {
            const ssize_t put = ::pwrite(m_target.descriptor(), m_block.data() + written,
                static_cast<std::size_t>(*got - written), offset + written);
            if (put < 0 && errno != EINTR)
                return std::unexpected(writeError(errno, m_target));
            written += std::max<ssize_t>(put, 0);
        }
        return got;
    }

    BoundedFile &m_source;
    const StagedFile &m_target;
    bool m_inKernel = true;
    std::vector<char> m_block;
};

void tell(const CopyReached &reached, qint64 bytes)
{
    if (reached)
        reached(bytes);
}

} // namespace

const char *CopyWay::id() const
{
    return way == Cloned ? "clone" : way == InKernel ? "kernel" : "read";
}

Result<CopyWay> copyContents(
    BoundedFile &source, const StagedFile &target, const std::stop_token &stop, const CopyReached &reached)
{
    if (stop.stop_requested())
        return std::unexpected(cancelled(source));
    const qint64 length = source.lengthBytes();
    if (::ioctl(target.descriptor(), FICLONE, source.descriptor()) == 0) {
        tell(reached, length);
        return CopyWay{CopyWay::Cloned};
    }
    source.expectWholeRead();
    ExtentCopy copy(source, target);
    for (qint64 offset = 0; offset < length;) {
        offset = nextData(source.descriptor(), offset, length);
        const qint64 end = nextHole(source.descriptor(), offset, length);
        while (offset < end) {
            const Result<qint64> got = copy.some(offset, end);
            if (!got)
                return std::unexpected(got.error());
            offset += *got;
            tell(reached, offset);
            if (stop.stop_requested())
                return std::unexpected(cancelled(source));
        }
    }
    if (::ftruncate(target.descriptor(), length) != 0)
        return std::unexpected(writeError(errno, target));
    tell(reached, length);
    return CopyWay{copy.inKernel() ? CopyWay::InKernel : CopyWay::Read};
}

Result<void> compareContents(
    BoundedFile &source, const StagedFile &target, const std::stop_token &stop, const CopyReached &reached)
{
    const auto differs = [&](qint64 offset) {
        Error error =
            copyError(ErrorKind::InputOutput, source, FileCopyText::tr("the copy is not what the source holds"),
                FileCopyText::tr(
                    "Nothing was kept. Check the disks, and that nobody writes to the source, then try again"));
        error.offset = offset;
        return std::unexpected(error);
    };
    // What is compared shall come from the disk, not out of the memory that it was written from.
    if (::fsync(target.descriptor()) != 0)
        return std::unexpected(writeError(errno, target));
    ::posix_fadvise(target.descriptor(), 0, 0, POSIX_FADV_DONTNEED);
    Result<BoundedFile> copy = BoundedFile::open(target.path());
    if (!copy)
        return std::unexpected(copy.error());
    const qint64 length = source.lengthBytes();
    if (copy->lengthBytes() != length)
        return differs(std::min(copy->lengthBytes(), length));
    source.expectWholeRead();
    copy->expectWholeRead();
    std::vector<char> one(static_cast<std::size_t>(blockBytes));
    std::vector<char> other(static_cast<std::size_t>(blockBytes));
    for (qint64 offset = 0; offset < length;) {
        if (stop.stop_requested())
            return std::unexpected(cancelled(source));
        offset = std::min(nextData(source.descriptor(), offset, length), nextData(target.descriptor(), offset, length));
        const Result<qint64> got = source.readPlain(one, offset);
        if (!got)
            return std::unexpected(got.error());
        const Result<qint64> copied = copy->readPlain(other, offset);
        if (!copied)
            return std::unexpected(copied.error());
        const auto [mine, its] = std::mismatch(one.begin(), one.begin() + *got, other.begin(), other.begin() + *copied);
        if (mine != one.begin() + *got || its != other.begin() + *copied)
            return differs(offset + (mine - one.begin()));
        if (*got == 0 && offset < length)
            return std::unexpected(changed(source));
        offset += *got;
        tell(reached, offset);
    }
    tell(reached, length);
    return {};
}

} // namespace Fathom
