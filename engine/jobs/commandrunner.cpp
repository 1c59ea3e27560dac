// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/commandrunner.h"

#include "base/nativepath.h"

#include <QCoreApplication>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <memory>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace Fathom {

namespace {

struct CommandRunnerText {
    Q_DECLARE_TR_FUNCTIONS(CommandRunner)
};

constexpr qsizetype maximumOutput = 16 << 20;
constexpr qsizetype maximumErrors = 64 << 10;
constexpr int stopInterval = 20; // ms between two looks at the stop token
constexpr int patience = 5'000; // ms that a killed program has to be gone: one that a dead mount holds never is

/// To value, or to what we are held to ourselves where that is less: nobody but root may raise it.
bool lowerLimit(__rlimit_resource resource, rlim_t value)
{
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0)
        return false;
    limit.rlim_max = std::min(limit.rlim_max, value);
    limit.rlim_cur = std::min(limit.rlim_cur, limit.rlim_max);
    return setrlimit(resource, &limit) == 0;
}

/// Runs between fork and exec: system calls only.
void prepareChild(QProcess &process, const CommandLimits &limits, pid_t parent)
{
    if (setpgid(0, 0) != 0)
        process.failChildProcessModifier("setpgid", errno);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
        process.failChildProcessModifier("prctl", errno);
    // The parent may have died before it was asked for.
    if (getppid() != parent)
        process.failChildProcessModifier("getppid", ECANCELED);
    if (limits.addressSpaceBytes && !lowerLimit(RLIMIT_AS, static_cast<rlim_t>(*limits.addressSpaceBytes)))
        process.failChildProcessModifier("setrlimit", errno);
    if (limits.cpuSeconds && !lowerLimit(RLIMIT_CPU, static_cast<rlim_t>(*limits.cpuSeconds)))
        process.failChildProcessModifier("setrlimit", errno);
}

void appendBounded(QByteArray &all, const QByteArray &piece, qsizetype maximum)
{
    all.append(piece.first(std::min(piece.size(), maximum - all.size())));
}

Error commandError(ErrorKind kind, const CommandLine &command, const QString &reason, const QString &hint = {})
{
    return {.kind = kind,
        .action = CommandRunnerText::tr("run a program"),
        .subject = plainText(command.program.toUtf8()),
        .reason = reason,
        .hint = hint};
}

Error startError(const CommandLine &command, const QString &reason)
{
    return commandError(ErrorKind::NotFound, command,
        CommandRunnerText::tr("it could not be started: %1").arg(plainText(reason.toUtf8())),
        CommandRunnerText::tr("Check that it is installed; qemu-img is in the package qemu-utils"));
}

Error signalError(const CommandLine &command, int signal, const QByteArray &errors)
{
    QString reason;
    if (signal == SIGXCPU || signal == SIGKILL)
        reason =
            CommandRunnerText::tr("it was ended by the system (signal %1), as it took more than it may, or by hand");
    else
        reason = CommandRunnerText::tr("it crashed (signal %1)");
    reason = reason.arg(signal);
    if (const QByteArray told = errors.trimmed(); !told.isEmpty())
        reason = CommandRunnerText::tr("%1; it said: %2").arg(reason, plainText(told));
    return commandError(ErrorKind::ToolFailed, command, reason);
}

} // namespace

QString shellText(const CommandLine &command)
{
    const auto quoted = [](const QString &word) -> QString {
        const auto plain = [](QChar c) {
            return (c.unicode() < 128 && c.isLetterOrNumber()) || QStringLiteral("_-./,=:+@%").contains(c);
        };
        if (!word.isEmpty() && std::ranges::all_of(word, plain))
            return word;
        return QLatin1Char('\'') + QString(word).replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
    };
    QStringList words{quoted(command.program)};
    for (const QString &argument : command.arguments)
        words.append(quoted(argument));
    return words.join(QLatin1Char(' '));
}

CommandLimits inspectionLimits()
{
    return {.addressSpaceBytes = qint64{1} << 30, .cpuSeconds = 30};
}

Result<CommandOutcome> runCommand(
    const CommandLine &command, const CommandLimits &limits, const std::stop_token &stop, const CommandOutput &onOutput)
{
    const Error cancelled = commandError(ErrorKind::Cancelled, command, CommandRunnerText::tr("it was cancelled"));
    if (stop.stop_requested())
        return std::unexpected(cancelled);
    const QString program = QStandardPaths::findExecutable(command.program);
    if (program.isEmpty())
        return std::unexpected(startError(command, CommandRunnerText::tr("there is no such program")));
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(
        QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")); // its messages are told apart by their words
    process->setProcessEnvironment(environment);
    process->setStandardInputFile(QProcess::nullDevice());
    // CloseFileDescriptors is not asked for: on kernels without close_range() it closes the pipe that tells of a failed
    // start, too, and whatever we open is closed on exec anyway.
    process->setUnixProcessParameters(QProcess::UnixProcessFlag::ResetSignalHandlers);
    process->setChildProcessModifier(
        [child = process.get(), limits, parent = getpid()] { prepareChild(*child, limits, parent); });
    process->start(program, command.arguments);
    if (!process->waitForStarted(-1))
        return std::unexpected(startError(command, process->errorString()));

    const pid_t group = static_cast<pid_t>(process->processId());
    CommandOutcome outcome;
    const auto take = [&] {
        appendBounded(outcome.errors, process->readAllStandardError(), maximumErrors);
        const QByteArray piece = process->readAllStandardOutput();
        appendBounded(outcome.output, piece, maximumOutput);
        if (onOutput && !piece.isEmpty())
            onOutput(piece);
    };
    while (process->state() != QProcess::NotRunning) {
        process->waitForReadyRead(stopInterval);
        take();
        if (!stop.stop_requested() || process->state() == QProcess::NotRunning)
            continue;
        // Not reaped yet, so the number is still its own.
        ::kill(-group, SIGKILL);
        if (!process->waitForFinished(patience)) {
            // Its destructor would wait for what may never end.
            static_cast<void>(process.release());
            return std::unexpected(commandError(ErrorKind::ToolFailed, command,
                CommandRunnerText::tr("it was cancelled, but does not end: its disk or mount does not answer")));
        }
        return std::unexpected(cancelled);
    }
    take();
    if (process->error() == QProcess::FailedToStart)
        return std::unexpected(startError(command, process->errorString()));
    if (process->exitStatus() != QProcess::NormalExit)
        return std::unexpected(signalError(command, process->exitCode(), outcome.errors));
    outcome.exitCode = process->exitCode();
    return outcome;
}

} // namespace Fathom
