// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/exitcodes.h"

#include <QtGlobal>

namespace Fathom {

namespace {

constexpr ExitMeaning exitMeaningTable[]{
    {ExitCode::Good, QT_TRANSLATE_NOOP("ExitCodes", "everything asked for was told")},
    {ExitCode::Broken, QT_TRANSLATE_NOOP("ExitCodes", "it was told, and it is broken: a chain is not whole")},
    {ExitCode::Usage, QT_TRANSLATE_NOOP("ExitCodes", "the command line makes no sense")},
    {ExitCode::NotFound, QT_TRANSLATE_NOOP("ExitCodes", "a file or directory does not exist")},
    {ExitCode::NoPermission, QT_TRANSLATE_NOOP("ExitCodes", "permission denied")},
    {ExitCode::Malformed, QT_TRANSLATE_NOOP("ExitCodes", "a file breaks the rules of its format")},
    {ExitCode::Unsafe, QT_TRANSLATE_NOOP("ExitCodes", "refused, because it would not be safe")},
    {ExitCode::Unsupported, QT_TRANSLATE_NOOP("ExitCodes", "nothing that Fathom can read")},
    {ExitCode::InputOutput, QT_TRANSLATE_NOOP("ExitCodes", "the disk or the network failed")},
    {ExitCode::NotAFile, QT_TRANSLATE_NOOP("ExitCodes", "a directory, FIFO, socket or device instead of a file")},
    {ExitCode::Failed, QT_TRANSLATE_NOOP("ExitCodes", "any other failure")},
    {ExitCode::Cancelled, QT_TRANSLATE_NOOP("ExitCodes", "cancelled by Ctrl+C")},
};

} // namespace

std::span<const ExitMeaning> exitMeanings()
{
    return exitMeaningTable;
}

ExitCode exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound: return ExitCode::NotFound;
    case ErrorKind::NoPermission: return ExitCode::NoPermission;
    case ErrorKind::NotAFile: return ExitCode::NotAFile;
    case ErrorKind::Malformed: return ExitCode::Malformed;
    case ErrorKind::Unsupported: return ExitCode::Unsupported;
    case ErrorKind::Unsafe: return ExitCode::Unsafe;
    case ErrorKind::NoSpace:
    case ErrorKind::InputOutput:
    case ErrorKind::Network:
    case ErrorKind::TimedOut: return ExitCode::InputOutput;
    case ErrorKind::Cancelled: return ExitCode::Cancelled;
    case ErrorKind::Usage: return ExitCode::Usage;
    case ErrorKind::Conflict:
    case ErrorKind::ToolFailed: break;
    }
    return ExitCode::Failed;
}

} // namespace Fathom
