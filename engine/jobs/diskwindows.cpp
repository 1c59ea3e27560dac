// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/diskwindows.h"

#include "base/boundedfile.h"
#include "jobs/qemuimgrun.h"

#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace Fathom {

namespace {

constexpr int mostExtendedRecords = 64;

} // namespace

qint64 DiskWindows::lengthOf(qint64 sizeBytes)
{
    return std::min(sizeBytes, windowBytes) / sectorBytes * sectorBytes;
}

DiskWindows::DiskWindows(
    const QString &action, const QemuImgChain &chain, const std::stop_token &stop, const JobHost &host)
    : m_action(action)
    , m_chain(chain)
    , m_stop(stop)
    , m_host(host)
{
}

Result<NativePath> DiskWindows::copied(qint64 offset, qint64 length)
{
    if (!m_directory.isValid())
        return std::unexpected(Error{.kind = ErrorKind::NoPermission,
            .action = m_action,
            .subject = m_directory.path(),
            .reason = m_directory.errorString()});
    const NativePath path = m_directory.filePath(QString::number(++m_count)).toUtf8();
    const CommandLine command = windowCommand(m_chain, offset, length, path);
    if (m_host.log)
        m_host.log(shellText(command));
    const Result<CommandOutcome> outcome = runCommand(command, inspectionLimits(), m_stop);
    if (!outcome)
        return std::unexpected(outcome.error());
    if (!succeeded(*outcome))
        return std::unexpected(qemuImgError(*outcome, m_action, plainText(m_chain.front().path)));
    return path;
}

Result<NativePath> DiskWindows::of(qint64 offset, qint64 sizeBytes)
{
    const Result<NativePath> path = copied(offset, lengthOf(sizeBytes));
    if (path && ::truncate(path->constData(), sizeBytes) != 0)
        return std::unexpected(systemError(errno, m_action, plainText(*path)));
    return path;
}

Result<void> DiskWindows::copyExtendedRecords(const NativePath &whole, qint64 startBytes)
{
    constexpr qsizetype nextStart = 446 + 16 + 8; // of the second entry, in sectors from the first record
    const Descriptor target(::open(whole.constData(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
    const off_t end = target.number() < 0 ? -1 : ::lseek(target.number(), 0, SEEK_END);
    if (end < 0)
        return std::unexpected(systemError(errno, m_action, plainText(whole)));
    qint64 record = startBytes;
    for (int i = 0; i < mostExtendedRecords && record >= 0 && record <= end - sectorBytes; ++i) {
        const Result<NativePath> piece = copied(record, sectorBytes);
        if (!piece)
            return std::unexpected(piece.error());
        Result<BoundedFile> file = BoundedFile::open(*piece);
        const Result<QByteArray> bytes = file ? file->readUpTo(0, sectorBytes) : std::unexpected(file.error());
        if (!bytes)
            return std::unexpected(bytes.error());
        const auto length = static_cast<size_t>(bytes->size());
        if (::pwrite(target.number(), bytes->constData(), length, record) != ssize_t(length))
            return std::unexpected(systemError(errno, m_action, plainText(whole)));
        const quint32 next =
            bytes->size() >= sectorBytes ? qFromLittleEndian<quint32>(bytes->constData() + nextStart) : 0;
        ::unlink(piece->constData());
        if (next == 0)
            break;
        record = startBytes + qint64(next) * sectorBytes;
    }
    return {};
}

} // namespace Fathom
