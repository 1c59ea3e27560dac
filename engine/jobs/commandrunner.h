// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <optional>
#include <stop_token>

namespace Fathom {

/// An external program and what it is told. No shell ever sees it.
struct CommandLine {
    QString program; ///< looked for in PATH when it has no slash
    QStringList arguments;

    bool operator==(const CommandLine &) const = default;
};

/// To show and to copy: each word quoted as a POSIX shell wants it.
QString shellText(const CommandLine &command);

/// What the kernel lets the program have; unset: as much as we have ourselves.
struct CommandLimits {
    std::optional<qint64> addressSpaceBytes;
    std::optional<int> cpuSeconds;
};

/// What Nova allows a program that only looks at an image (QEMU_IMG_LIMITS): 1 GiB of addresses, 30 s of processor.
CommandLimits inspectionLimits();

/// How a program ended by itself.
struct CommandOutcome {
    int exitCode = 0;
    QByteArray output; ///< standard output, at most its first 16 MiB
    QByteArray errors; ///< standard error, at most its first 64 KiB
};

/// Called from the running thread with each piece of standard output as it comes.
using CommandOutput = std::function<void(QByteArrayView piece)>;

/// Runs a program to its end, with nothing on its standard input, in a process group of its own that is killed as a
/// whole when stop is requested (Cancelled) and that dies with us. Any exit code is an outcome; that the program is
/// missing (NotFound), was killed by a signal or does not die of SIGKILL (ToolFailed) is an Error. Blocks; call it from
/// a thread that may wait, and that lives until it returns.
Result<CommandOutcome> runCommand(const CommandLine &command, const CommandLimits &limits = {},
    const std::stop_token &stop = {}, const CommandOutput &onOutput = {});

} // namespace Fathom
