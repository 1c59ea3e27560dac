// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <span>

namespace Fathom {

/// What the programs answer to the shell; documented in fathomctl(1) and --help.
enum class ExitCode {
    Good = 0,
    Broken = 1, ///< everything asked for was read, and something in it is broken (a chain is not whole)
    Usage = 2,
    NotFound = 3,
    NoPermission = 4,
    Malformed = 5,
    Unsafe = 6,
    Unsupported = 7,
    InputOutput = 8,
    NotAFile = 9,
    Failed = 10, ///< any other failure
    Cancelled = 130, ///< as a shell tells of SIGINT
};

struct ExitMeaning {
    ExitCode code;
    const char *text; ///< English source, translated in context "ExitCodes"
};
std::span<const ExitMeaning> exitMeanings();

ExitCode exitCode(ErrorKind kind);

} // namespace Fathom
