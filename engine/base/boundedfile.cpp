// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/boundedfile.h"

#include "base/bytes.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Fathom {

namespace {

constexpr int boundedFlags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

/// Whether nothing was ever written there: zeros that need not be read. Not where the file ends before.
bool isHole(int descriptor, qint64 offset, qint64 length)
{
    const off_t data = ::lseek(descriptor, offset, SEEK_DATA);
    return data >= 0 ? data >= offset + length : errno == ENXIO && ::lseek(descriptor, 0, SEEK_END) >= offset + length;
}

} // namespace

Result<BoundedFile> BoundedFile::open(const NativePath &path, Links links)
{
    if (path.contains('\0'))
        return std::unexpected(Error{.kind = ErrorKind::NotFound,
            .action = tr("open the file"),
            .subject = plainText(path),
            .reason = tr("no file name contains a zero byte")});
    // Opening a device can already do something (a tape rewinds), so it is looked at first; fstat() below decides.
    struct stat status;
    if ((links == Links::Refuse ? ::lstat : ::stat)(path.constData(), &status) == 0 && !S_ISREG(status.st_mode) &&
        !S_ISLNK(status.st_mode))
        return std::unexpected(noRegularFile(path, fileFacts(status).kind));
    const int descriptor = ::open(path.constData(), boundedFlags | (links == Links::Refuse ? O_NOFOLLOW : 0));
    if (descriptor < 0 && errno == ELOOP && links == Links::Follow)
        return std::unexpected(Error{.kind = ErrorKind::NotFound,
            .action = tr("open the file"),
            .subject = plainText(path),
            .reason = tr("its symbolic links lead in a circle")});
    return adopt(descriptor, {}, path);
}

Result<BoundedFile> BoundedFile::openIn(const OpenDirectory &directory, const NativePath &name)
{
    return adopt(::openat(directory.descriptor(), name.constData(), boundedFlags | O_NOFOLLOW), directory.path(), name);
}

Result<BoundedFile> BoundedFile::adopt(int descriptor, const NativePath &directory, const NativePath &name)
{
    BoundedFile file;
    file.m_directory = directory;
    file.m_name = name;
    file.m_descriptor = Descriptor(descriptor);
    struct stat status;
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0)
        return std::unexpected(systemError(errno, tr("open the file"), plainText(file.path())));
    file.m_facts = fileFacts(status);
    if (file.m_facts.kind != FileKind::Regular)
        return std::unexpected(noRegularFile(file.path(), file.m_facts.kind));
    // Little is read of a file, and where is known: what the kernel would read ahead is not needed.
    ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_RANDOM);
    return file;
}

BoundedFile BoundedFile::fromMemory(QByteArray bytes, const NativePath &name)
{
    BoundedFile file;
    file.m_name = name;
    file.m_inMemory = true;
    file.m_facts.lengthBytes = bytes.size();
    file.m_facts.allocatedBytes = bytes.size();
    file.m_facts.mode = S_IFREG | 0400;
    file.m_memory = std::move(bytes);
    return file;
}

Error BoundedFile::noRegularFile(const NativePath &path, FileKind kind)
{
    return {.kind = ErrorKind::NotAFile,
        .action = tr("open the file"),
        .subject = plainText(path),
        .reason = tr("it is a %1, not a regular file").arg(fileKindText(kind))};
}

Result<QByteArray> BoundedFile::read(qint64 offset, qint64 length, Wording what)
{
    const auto broken = [&](const QString &reason) {
        return std::unexpected(malformed(tr("read %1").arg(what()), reason, offset));
    };
    if (offset < 0 || length < 0 || offset > lengthBytes() || length > lengthBytes() - offset)
        return broken(
            tr("it would need %1, but the file ends after %2").arg(exactBytes(length), exactBytes(lengthBytes())));
    Result<QByteArray> bytes = readUpTo(offset, length);
    if (bytes && bytes->size() != length)
        return broken(tr("the file became shorter while it was read"));
    return bytes;
}

/// What was read already, or nothing. Not asked for what lies past the end of the file.
std::optional<ByteView> BoundedFile::known(qint64 offset, qint64 length) const
{
    const auto within = [&](const char *bytes, qint64 start, qint64 size) -> std::optional<ByteView> {
        if (offset < start || offset + length > start + size)
            return {};
        return ByteView(QByteArrayView(bytes + (offset - start), length));
    };
    if (!m_buffer)
        return {};
    if (const auto lead = within(m_buffer->lead.data(), 0, m_leadRead.value_or(m_headRead.value_or(0))))
        return lead;
    if (m_tailRead)
        if (const auto tail = within(m_buffer->tail.data(), lengthBytes() - *m_tailRead, *m_tailRead))
            return tail;
    return within(m_buffer->ahead.get(), m_aheadStart, m_aheadRead);
}

Result<QByteArray> BoundedFile::readUpTo(qint64 offset, qint64 length)
{
    if (offset < 0 || length <= 0 || offset >= lengthBytes())
        return QByteArray();
    length = qMin(length, lengthBytes() - offset);
    if (offset + length <= headBytes) {
        const Result<ByteView> view = head();
        if (!view)
            return std::unexpected(view.error());
        return view->slice(offset, length).toByteArray();
    }
    if (const std::optional<ByteView> bytes = known(offset, length))
        return bytes->bytes().toByteArray();
    return fetch(offset, length);
}

Result<ByteView> BoundedFile::view(qint64 offset, qint64 length)
{
    if (offset < 0 || length <= 0 || offset >= lengthBytes())
        return ByteView();
    length = qMin(length, lengthBytes() - offset);
    if (offset + length <= headBytes) {
        const Result<ByteView> start = head();
        return start ? Result<ByteView>(start->slice(offset, length)) : start;
    }
    if (const std::optional<ByteView> bytes = known(offset, length))
        return *bytes;
    if (const Result<void> fetched = fetchAhead(offset, length); !fetched)
        return std::unexpected(fetched.error());
    return ByteView(QByteArrayView(m_buffer->ahead.get(), m_aheadRead));
}

void BoundedFile::readAhead(qint64 offset, qint64 length)
{
    static_cast<void>(view(offset, length));
}

Result<ByteView> BoundedFile::head()
{
    if (!m_headRead) {
        m_buffer = takeReadBuffer();
        const Result<qint64> got = fetchInto(m_buffer->lead.data(), 0, qMin(headBytes, lengthBytes()));
        if (!got)
            return std::unexpected(got.error());
        m_headRead = *got;
    }
    return ByteView(QByteArrayView(m_buffer->lead.data(), *m_headRead));
}

Result<ByteView> BoundedFile::lead(qint64 upTo)
{
    if (const Result<ByteView> start = head(); !start)
        return start;
    qint64 length = m_leadRead.value_or(*m_headRead);
    const qint64 missing = qMin(qMin(upTo, leadBytes), lengthBytes()) - length;
    // Nobody who wants only the beginning of it expects a hole there.
    if (missing > 0 && !m_inMemory && upTo >= leadBytes && isHole(m_descriptor.number(), length, missing)) {
        std::fill_n(m_buffer->lead.data() + length, missing, '\0');
        length += missing;
    } else if (missing > 0) {
        const Result<qint64> rest = fetchInto(m_buffer->lead.data() + length, length, missing);
        if (!rest)
            return std::unexpected(rest.error());
        length += *rest;
    }
    m_leadRead = length;
    return ByteView(QByteArrayView(m_buffer->lead.data(), length));
}

Result<ByteView> BoundedFile::tail()
{
    if (!m_tailRead) {
        const qint64 length = qMin(tailBytes, lengthBytes());
        const qint64 start = lengthBytes() - length;
        if (const Result<ByteView> first = head(); !first)
            return first;
        if (const std::optional<ByteView> bytes = known(start, length)) {
            std::ranges::copy(bytes->bytes(), m_buffer->tail.begin());
            m_tailRead = length;
        } else {
            const Result<qint64> got = fetchInto(m_buffer->tail.data(), start, length);
            if (!got)
                return std::unexpected(got.error());
            m_tailRead = *got;
        }
    }
    return ByteView(QByteArrayView(m_buffer->tail.data(), *m_tailRead));
}

Error BoundedFile::malformed(const QString &action, const QString &reason, qint64 offset) const
{
    return {.kind = ErrorKind::Malformed,
        .action = action,
        .subject = plainText(path()),
        .reason = reason,
        .hint = {},
        .offset = offset};
}

Result<QByteArray> BoundedFile::fetch(qint64 offset, qint64 length)
{
    QByteArray bytes(qMin(length, m_budgetBytes), Qt::Uninitialized);
    const Result<qint64> got = fetchInto(bytes.data(), offset, length);
    if (!got)
        return std::unexpected(got.error());
    bytes.truncate(*got);
    return bytes;
}

Result<void> BoundedFile::fetchAhead(qint64 offset, qint64 length)
{
    if (!m_buffer)
        m_buffer = takeReadBuffer();
    m_aheadRead = 0;
    length = qMin(length, m_budgetBytes + 1);
    const Result<qint64> got = fetchInto(m_buffer->roomAhead(static_cast<std::size_t>(length)), offset, length);
    if (!got)
        return std::unexpected(got.error());
    m_aheadStart = offset;
    m_aheadRead = *got;
    return {};
}

/// Every byte that is interpreted comes through here, and out of the budget before anything else.
Result<qint64> BoundedFile::fetchInto(char *bytes, qint64 offset, qint64 length)
{
    if (length > m_budgetBytes)
        return std::unexpected(malformed(tr("read on"),
            tr("its headers claim more than %1, which no sound image needs").arg(formatBytes(budgetBytes)), offset));
    m_budgetBytes -= length;
    return fetchPlain(bytes, offset, length);
}

Result<qint64> BoundedFile::readPlain(std::span<char> room, qint64 offset)
{
    if (offset < 0 || offset >= lengthBytes())
        return 0;
    return fetchPlain(room.data(), offset, qMin(static_cast<qint64>(room.size()), lengthBytes() - offset));
}

void BoundedFile::expectWholeRead()
{
    if (!m_inMemory)
        ::posix_fadvise(m_descriptor.number(), 0, 0, POSIX_FADV_SEQUENTIAL);
}

Result<qint64> BoundedFile::fetchPlain(char *bytes, qint64 offset, qint64 length)
{
    if (m_inMemory) {
        std::ranges::copy(QByteArrayView(m_memory).sliced(offset, length), bytes);
        return length;
    }
    qint64 done = 0;
    while (done < length) {
        const ssize_t got =
            ::pread(m_descriptor.number(), bytes + done, static_cast<std::size_t>(length - done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::unexpected(systemError(errno, tr("read the file"), plainText(path())));
        if (got == 0)
            break;
        done += got;
    }
    return done;
}

} // namespace Fathom
