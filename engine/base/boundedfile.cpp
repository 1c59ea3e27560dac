// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/boundedfile.h"

#include "base/bytes.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace Fathom {

Result<BoundedFile> BoundedFile::open(const NativePath &path, Links links)
{
    const QString action = tr("open the file");
    const int flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (links == Links::Refuse ? O_NOFOLLOW : 0);
    if (path.contains('\0'))
        return std::unexpected(Error{.kind = ErrorKind::NotFound,
            .action = action,
            .subject = plainText(path),
            .reason = tr("no file name contains a zero byte")});
    // Opening a device can already do something (a tape rewinds), so it is looked at first; fstat() below decides.
    struct stat status;
    if ((links == Links::Refuse ? ::lstat : ::stat)(path.constData(), &status) == 0 && !S_ISREG(status.st_mode) &&
        !S_ISLNK(status.st_mode))
        return std::unexpected(Error{.kind = ErrorKind::NotAFile,
            .action = action,
            .subject = plainText(path),
            .reason = tr("it is a %1, not a regular file").arg(fileKindText(fileFacts(status).kind))});

    BoundedFile file;
    file.m_path = path;
    file.m_descriptor = ::open(path.constData(), flags);
    if (file.m_descriptor < 0)
        return std::unexpected(systemError(errno, action, plainText(path)));
    if (::fstat(file.m_descriptor, &status) != 0)
        return std::unexpected(systemError(errno, action, plainText(path)));
    file.m_facts = fileFacts(status);
    if (file.m_facts.kind != FileKind::Regular)
        return std::unexpected(Error{.kind = ErrorKind::NotAFile,
            .action = action,
            .subject = plainText(path),
            .reason = tr("it is a %1, not a regular file").arg(fileKindText(file.m_facts.kind))});
    return file;
}

BoundedFile BoundedFile::fromMemory(QByteArray bytes, const NativePath &name)
{
    BoundedFile file;
    file.m_path = name;
    file.m_inMemory = true;
    file.m_facts.lengthBytes = bytes.size();
    file.m_facts.allocatedBytes = bytes.size();
    file.m_facts.mode = S_IFREG | 0400;
    file.m_memory = std::move(bytes);
    return file;
}

BoundedFile::BoundedFile(BoundedFile &&other) noexcept
{
    *this = std::move(other);
}

BoundedFile &BoundedFile::operator=(BoundedFile &&other) noexcept
{
    if (this == &other)
        return *this;
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_path = std::move(other.m_path);
    m_facts = other.m_facts;
    m_descriptor = std::exchange(other.m_descriptor, -1);
    m_inMemory = other.m_inMemory;
    m_memory = std::move(other.m_memory);
    m_budgetBytes = other.m_budgetBytes;
    m_headRead = std::exchange(other.m_headRead, false);
    m_leadRead = std::exchange(other.m_leadRead, false);
    m_tailRead = std::exchange(other.m_tailRead, false);
    m_head = std::move(other.m_head);
    m_lead = std::move(other.m_lead);
    m_tail = std::move(other.m_tail);
    return *this;
}

BoundedFile::~BoundedFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<QByteArray> BoundedFile::read(qint64 offset, qint64 length, const QString &what)
{
    const QString action = tr("read %1").arg(what);
    if (offset < 0 || length < 0 || offset > lengthBytes() || length > lengthBytes() - offset)
        return std::unexpected(malformed(action,
            tr("it would need %1, but the file ends after %2").arg(exactBytes(length), exactBytes(lengthBytes())),
            offset));
    Result<QByteArray> bytes = readUpTo(offset, length);
    if (!bytes)
        return bytes;
    if (bytes->size() != length)
        return std::unexpected(malformed(action, tr("the file became shorter while it was read"), offset));
    return bytes;
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
    if (m_leadRead && offset + length <= m_lead.size())
        return m_lead.sliced(offset, length);
    if (m_tailRead && offset >= lengthBytes() - m_tail.size())
        return m_tail.sliced(offset - (lengthBytes() - m_tail.size()), length);
    return fetch(offset, length);
}

Result<ByteView> BoundedFile::head()
{
    if (!m_headRead) {
        Result<QByteArray> bytes = fetch(0, qMin(headBytes, lengthBytes()));
        if (!bytes)
            return std::unexpected(bytes.error());
        m_head = std::move(*bytes);
        m_headRead = true;
    }
    return ByteView(m_head);
}

Result<ByteView> BoundedFile::lead()
{
    if (m_leadRead)
        return ByteView(m_lead);
    if (const Result<ByteView> start = head(); !start)
        return std::unexpected(start.error());
    QByteArray lead = m_head;
    if (const qint64 missing = qMin(leadBytes, lengthBytes()) - lead.size(); missing > 0) {
        const Result<QByteArray> rest = fetch(lead.size(), missing);
        if (!rest)
            return std::unexpected(rest.error());
        lead += *rest;
    }
    m_lead = std::move(lead);
    m_leadRead = true;
    return ByteView(m_lead);
}

Result<ByteView> BoundedFile::tail()
{
    if (!m_tailRead) {
        const qint64 length = qMin(tailBytes, lengthBytes());
        Result<QByteArray> bytes = readUpTo(lengthBytes() - length, length);
        if (!bytes)
            return std::unexpected(bytes.error());
        m_tail = std::move(*bytes);
        m_tailRead = true;
    }
    return ByteView(m_tail);
}

Error BoundedFile::malformed(const QString &action, const QString &reason, qint64 offset) const
{
    return {.kind = ErrorKind::Malformed,
        .action = action,
        .subject = plainText(m_path),
        .reason = reason,
        .hint = {},
        .offset = offset};
}

Result<QByteArray> BoundedFile::fetch(qint64 offset, qint64 length)
{
    if (length > m_budgetBytes)
        return std::unexpected(malformed(tr("read on"),
            tr("its headers claim more than %1, which no sound image needs").arg(formatBytes(budgetBytes)), offset));
    m_budgetBytes -= length;
    if (m_inMemory)
        return m_memory.sliced(offset, length);
    QByteArray bytes(length, Qt::Uninitialized);
    qint64 done = 0;
    while (done < length) {
        const ssize_t got =
            ::pread(m_descriptor, bytes.data() + done, static_cast<std::size_t>(length - done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::unexpected(systemError(errno, tr("read the file"), plainText(m_path)));
        if (got == 0)
            break;
        done += got;
    }
    bytes.truncate(done);
    return bytes;
}

} // namespace Fathom
