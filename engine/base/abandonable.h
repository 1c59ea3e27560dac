// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace Fathom {

/// Runs work that may never return, such as a read on a mount that hangs: on a thread of its own that nobody waits for.
/// The work owns everything that it touches; what an owner would hear of it goes through a Mailbox or a lock.
void runAbandonable(std::function<void()> work);

/// How many of them have not come back.
int abandonedRunning();

/// Ends the program with the exit code. Work that still runs is given a moment; what hangs after that is left to the
/// kernel, and static objects, which it may be using, are then not destroyed. Call it last in main().
int endProgram(int exitCode, std::chrono::milliseconds patience = std::chrono::milliseconds(300));

} // namespace Fathom
