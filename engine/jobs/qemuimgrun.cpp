// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/qemuimgrun.h"

#include "base/nativepath.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <array>

namespace Fathom {

namespace {

struct QemuImgRunText {
    Q_DECLARE_TR_FUNCTIONS(QemuImgRun)
};

/// A cause that qemu-img's words give away.
struct KnownCause {
    const char *words; ///< anywhere in what it said
    ErrorKind kind;
    const char *reason; ///< English source, translated in context "QemuImgRun"
    const char *hint;
};

constexpr std::array causes{
    KnownCause{"No space left on device", ErrorKind::NoSpace,
        QT_TRANSLATE_NOOP("QemuImgRun", "the file system is full"),
        QT_TRANSLATE_NOOP("QemuImgRun", "Free space there, or choose another directory")},
    KnownCause{"Disk quota exceeded", ErrorKind::NoSpace, QT_TRANSLATE_NOOP("QemuImgRun", "the disk quota is used up"),
        QT_TRANSLATE_NOOP("QemuImgRun", "Free space there, or choose another directory")},
    KnownCause{"File too large", ErrorKind::NoSpace,
        QT_TRANSLATE_NOOP("QemuImgRun", "the file system takes no file of this length"),
        QT_TRANSLATE_NOOP("QemuImgRun", "Choose a directory on another file system")},
    KnownCause{"Input/output error", ErrorKind::InputOutput,
        QT_TRANSLATE_NOOP("QemuImgRun", "the disk or its file system failed"),
        QT_TRANSLATE_NOOP("QemuImgRun", "Look into the kernel's log, and copy what can be read to another disk")},
    KnownCause{"Failed to get \"", ErrorKind::Conflict,
        QT_TRANSLATE_NOOP("QemuImgRun", "a guest or another program uses it"),
        QT_TRANSLATE_NOOP("QemuImgRun", "Wait for it, or shut the guest down")},
    KnownCause{"Permission denied", ErrorKind::NoPermission, QT_TRANSLATE_NOOP("QemuImgRun", "permission denied"),
        QT_TRANSLATE_NOOP("QemuImgRun", "Run as root, or as a member of the group that owns it")},
    KnownCause{"No such file or directory", ErrorKind::NotFound,
        QT_TRANSLATE_NOOP("QemuImgRun", "it does not exist any more"),
        QT_TRANSLATE_NOOP("QemuImgRun", "Look who moved or removed it, and try again")},
    KnownCause{"Cannot allocate memory", ErrorKind::ToolFailed,
        QT_TRANSLATE_NOOP("QemuImgRun", "qemu-img needs more memory than it may take"),
        QT_TRANSLATE_NOOP("QemuImgRun", "Distrust the image: sound ones need little")},
};

} // namespace

bool succeeded(const CommandOutcome &outcome)
{
    if (outcome.exitCode != 0)
        return false;
    for (const QByteArray &line : outcome.errors.split('\n'))
        if (!line.trimmed().isEmpty() && !line.contains("warning:"))
            return false;
    return true;
}

Error qemuImgError(const CommandOutcome &outcome, const QString &action, const QString &subject)
{
    Error error{.kind = ErrorKind::ToolFailed,
        .action = action,
        .subject = subject,
        .reason = outcome.exitCode == 0
            ? QemuImgRunText::tr("qemu-img ended as if all were well, but complained")
            : QemuImgRunText::tr("qemu-img failed with exit code %1").arg(outcome.exitCode)};
    for (const KnownCause &cause : causes)
        if (outcome.errors.contains(cause.words)) {
            error.kind = cause.kind;
            error.reason = QCoreApplication::translate("QemuImgRun", cause.reason);
            error.hint = QCoreApplication::translate("QemuImgRun", cause.hint);
            break;
        }
    if (const QByteArray told = outcome.errors.trimmed(); !told.isEmpty())
        error.reason = QemuImgRunText::tr("%1; qemu-img says: %2").arg(error.reason, plainText(told));
    return error;
}

Result<CommandOutcome> runWithProgress(const CommandLine &command, const QString &stage, qint64 totalBytes,
    const std::stop_token &stop, const JobHost &host)
{
    if (host.log)
        host.log(plainText(shellText(command).toUtf8()));
    if (host.progress)
        host.progress({.stage = stage, .totalBytes = totalBytes});
    QemuImgProgress progress(stage, totalBytes);
    QElapsedTimer since;
    since.start();
    Result<CommandOutcome> outcome = runCommand(command, {}, stop, [&](QByteArrayView piece) {
        const std::optional<JobProgress> step = progress.feed(piece, since.elapsed());
        if (step && host.progress)
            host.progress(*step);
    });
    if (outcome && host.log)
        host.log(QemuImgRunText::tr("exit code %1 after %2 ms").arg(outcome->exitCode).arg(since.elapsed()));
    return outcome;
}

} // namespace Fathom
