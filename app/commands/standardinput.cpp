// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/standardinput.h"

#include "base/bytes.h"

#include <cerrno>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Fathom {

namespace {

constexpr int stopLookMilliseconds = 100;

struct StandardInputText {
    Q_DECLARE_TR_FUNCTIONS(StandardInput)
};

} // namespace

Result<BoundedFile> openStandardInput(const std::stop_token &stop)
{
    struct stat status{};
    if (::fstat(STDIN_FILENO, &status) == 0 && S_ISREG(status.st_mode))
        return BoundedFile::open("/proc/self/fd/0", BoundedFile::Links::Follow);

    const QString action = StandardInputText::tr("read standard input");
    QByteArray bytes;
    QByteArray piece(1024 * 1024, Qt::Uninitialized);
    while (true) {
        // A pipe may be silent for ever: now and then it is asked whether anybody still waits for it.
        pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
        const int ready = ::poll(&input, 1, stopLookMilliseconds);
        if (stop.stop_requested())
            return std::unexpected(Error{
                .kind = ErrorKind::Cancelled, .action = action, .reason = StandardInputText::tr("it was cancelled")});
        if (ready == 0 || (ready < 0 && errno == EINTR))
            continue;
        const ssize_t count = ::read(STDIN_FILENO, piece.data(), static_cast<std::size_t>(piece.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(systemError(errno, action, {}));
        if (count == 0)
            return BoundedFile::fromMemory(std::move(bytes), "-");
        if (bytes.size() + count > standardInputLimitBytes)
            return std::unexpected(Error{.kind = ErrorKind::Unsupported,
                .action = action,
                .reason = StandardInputText::tr("more than %1 came through the pipe")
                    .arg(formatBytes(standardInputLimitBytes)),
                .hint = StandardInputText::tr("Name the file, or redirect it with “<”")});
        bytes.append(piece.constData(), count);
    }
}

} // namespace Fathom
