// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace Fathom {

/// How far a long function is. done and total count the same things (files, bytes); total 0: not known yet.
struct ProgressStep {
    QString what; ///< what is being looked at now, plain text
    qint64 done = 0;
    qint64 total = 0;
};

/// Called from the working thread; must be quick.
using Progress = std::function<void(const ProgressStep &)>;

} // namespace Fathom
