// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Fathom {

/// Runs what the arguments (the program's name first) ask for. Returns the exit code.
int runCommandLine(const QStringList &arguments);

} // namespace Fathom
