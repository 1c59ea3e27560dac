// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/fileholders.h"

#include "base/descriptor.h"
#include "base/opendirectory.h"
#include "jobs/procfile.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>

namespace Fathom {

namespace {

struct FileHoldersText {
    Q_DECLARE_TR_FUNCTIONS(FileHolders)
};

// qemu's block/file-posix.c: one byte for each permission that an image's user has taken, and one for each that it does
// not share with others; the permissions are numbered as in include/block/block-common.h.
constexpr off_t takenBytes = 100;
constexpr off_t unsharedBytes = 200;
constexpr off_t writePermission = 1;
constexpr off_t resizePermission = 3;

/// Whether somebody else's lock stands in the way of an exclusive one.
bool isLocked(int descriptor, off_t byte)
{
    struct flock lock{};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = byte;
    lock.l_len = 1;
    return ::fcntl(descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

/// The value after "key:" in /proc/…/fdinfo/…
std::optional<quint64> fdInfo(const QByteArray &text, QByteArrayView key, int base)
{
    for (const QByteArray &line : text.split('\n'))
        if (line.startsWith(key)) {
            bool isNumber = false;
            const quint64 value = line.sliced(key.size()).trimmed().toULongLong(&isNumber, base);
            return isNumber ? std::optional(value) : std::nullopt;
        }
    return {};
}

/// The name in "-name guest=web,debug-threads=on" or "-name web"; nothing else of the command line is looked at, for
/// there may be secrets in it.
QString guestName(const QByteArray &commandLine)
{
    const QList<QByteArray> words = commandLine.split('\0');
    const qsizetype at = words.indexOf("-name");
    if (at < 0)
        return {};
    QByteArray value = words.value(at + 1);
    if (value.startsWith("guest="))
        value.remove(0, 6);
    value.replace(",,", QByteArrayView("\0", 1)); // a comma in the name is doubled
    return plainText(value.left(value.indexOf(',') < 0 ? value.size() : value.indexOf(',')).replace('\0', ','));
}

std::vector<QByteArray> numbersIn(const QByteArray &directory)
{
    std::vector<QByteArray> numbers;
    const Result<OpenDirectory> open = OpenDirectory::open(directory);
    if (!open)
        return numbers;
    while (const dirent *entry = ::readdir(open->stream()))
        if (entry->d_name[0] >= '0' && entry->d_name[0] <= '9')
            numbers.emplace_back(entry->d_name);
    return numbers;
}

/// Whether the process has the file open, and for writing; a process may end while it is looked at.
std::optional<FileHolder> holderOf(const struct stat &file, const QByteArray &process)
{
    FileHolder holder;
    bool holds = false;
    for (const QByteArray &number : numbersIn(process + "/fd")) {
        // The inode's number first: stat() would hang on a file of a mount that does not answer.
        const QByteArray information = procText(process + "/fdinfo/" + number, 4096);
        const std::optional<quint64> inode = fdInfo(information, "ino:", 10);
        if (inode && *inode != file.st_ino)
            continue;
        struct stat opened{};
        const QByteArray name = process + "/fd/" + number;
        if (::stat(name.constData(), &opened) != 0 || opened.st_dev != file.st_dev || opened.st_ino != file.st_ino)
            continue;
        holds = true;
        const quint64 mode = fdInfo(information, "flags:", 8).value_or(0) & O_ACCMODE;
        holder.writes |= mode == O_WRONLY || mode == O_RDWR;
    }
    if (!holds)
        return {};
    holder.program = plainText(procText(process + "/comm", 64).trimmed());
    if (holder.isQemu())
        holder.guest = guestName(procText(process + "/cmdline", 64 << 10));
    return holder;
}

QString holderText(const FileHolder &holder)
{
    return holder.guest.isEmpty()
        ? FileHoldersText::tr("%1 (process %2)").arg(holder.program, QString::number(holder.pid))
        : FileHoldersText::tr("the guest %1 (%2, process %3)")
              .arg(holder.guest, holder.program, QString::number(holder.pid));
}

} // namespace

bool FileHolder::isQemu() const
{
    return program.startsWith(QLatin1String("qemu")) || program == QLatin1String("kvm");
}

Result<FileUse> fileUse(const NativePath &path)
{
    const QString action = FileHoldersText::tr("see who works on a file");
    const Descriptor file(::open(path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat status{};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0)
        return std::unexpected(systemError(errno, action, plainText(path)));
    FileUse use;
    use.qemuWrites =
        isLocked(file.number(), takenBytes + writePermission) || isLocked(file.number(), takenBytes + resizePermission);
    use.qemuForbidsWriting = isLocked(file.number(), unsharedBytes + writePermission);
    for (const QByteArray &number : numbersIn("/proc")) {
        const qint64 pid = number.toLongLong();
        if (pid == QCoreApplication::applicationPid())
            continue;
        if (std::optional<FileHolder> holder = holderOf(status, "/proc/" + number)) {
            holder->pid = pid;
            use.holders.push_back(*std::move(holder));
        }
    }
    std::ranges::sort(use.holders, {}, &FileHolder::pid);
    return use;
}

Result<void> refuseIfWritten(const NativePath &path, const FileUse &use)
{
    QStringList writers;
    bool written = use.qemuWrites;
    for (const FileHolder &holder : use.holders)
        if (holder.writes && holder.isQemu()) {
            written = true;
            writers.append(holderText(holder));
        }
    if (!written)
        return {};
    return std::unexpected(Error{.kind = ErrorKind::Conflict,
        .action = FileHoldersText::tr("read a disk"),
        .subject = plainText(path),
        .reason = writers.isEmpty()
            ? FileHoldersText::tr("a guest holds it for writing; whose, only root can see")
            : FileHoldersText::tr("it is held for writing by %1").arg(writers.join(FileHoldersText::tr(", "))),
        .hint = FileHoldersText::tr("Shut the guest down first, or take a snapshot of its disk")});
}

Result<void> refuseIfUsed(const NativePath &path)
{
    const Result<FileUse> use = fileUse(path);
    if (!use)
        return std::unexpected(use.error());
    QStringList users;
    for (const FileHolder &holder : use->holders)
        if (holder.writes || holder.isQemu())
            users.append(holderText(holder));
    if (users.isEmpty() && !use->qemuWrites && !use->qemuForbidsWriting)
        return {};
    return std::unexpected(Error{.kind = ErrorKind::Conflict,
        .action = FileHoldersText::tr("change a disk"),
        .subject = plainText(path),
        .reason = users.isEmpty() ? FileHoldersText::tr("a guest uses it; whose, only root can see")
                                  : FileHoldersText::tr("it is used by %1").arg(users.join(FileHoldersText::tr(", "))),
        .hint = FileHoldersText::tr("Shut the guest down first, or wait for the program")});
}

} // namespace Fathom
