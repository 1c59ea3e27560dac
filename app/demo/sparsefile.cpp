// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/sparsefile.h"

#include <QCoreApplication>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Fathom {

namespace {

struct SparseFileText {
    Q_DECLARE_TR_FUNCTIONS(SparseFile)
};

} // namespace

QByteArray noise(qint64 length, quint64 seed)
{
    QByteArray bytes(length, Qt::Uninitialized);
    quint64 state = seed * 0x9e3779b97f4a7c15u + 1;
    for (char &byte : bytes) { // xorshift64
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        byte = static_cast<char>(state >> 32);
    }
    return bytes;
}

SparseFile::SparseFile(const NativePath &path)
    : m_path(path)
    , m_descriptor(::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600))
{
    if (m_descriptor < 0)
        remember(errno);
}

SparseFile::~SparseFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void SparseFile::remember(int errnoValue)
{
    if (!m_error)
        m_error = systemError(errnoValue, SparseFileText::tr("write a file of the demo estate"), plainText(m_path));
}

void SparseFile::write(qint64 offset, QByteArrayView bytes)
{
    while (!m_error && !bytes.isEmpty()) {
        const ssize_t written = ::pwrite(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()), offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            remember(written == 0 ? EIO : errno);
            return;
        }
        offset += written;
        bytes = bytes.sliced(written);
    }
}

void SparseFile::writeNoise(qint64 offset, qint64 length, quint64 seed)
{
    write(offset, noise(length, seed));
}

Result<void> SparseFile::finish(qint64 lengthBytes, quint32 mode, qint64 modifiedSeconds)
{
    const timespec stamp{.tv_sec = modifiedSeconds, .tv_nsec = 0};
    const timespec stamps[]{stamp, stamp};
    if (!m_error &&
        (::ftruncate(m_descriptor, lengthBytes) != 0 || ::fchmod(m_descriptor, mode) != 0 ||
            ::futimens(m_descriptor, stamps) != 0))
        remember(errno);
    if (m_descriptor >= 0 && ::close(m_descriptor) != 0)
        remember(errno);
    m_descriptor = -1;
    if (m_error)
        return std::unexpected(*m_error);
    return {};
}

} // namespace Fathom
