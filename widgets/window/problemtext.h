// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"
#include "models/roles.h"

namespace Fathom {

/// What the message bar says of the sources that could not be read, wholly or in part. Empty sentence: all is well.
struct ProblemText {
    Severity severity = Severity::None;
    QString sentence;
    QString hint; ///< where one helps against all of them
    QString details;
};

ProblemText problemText(const Estate &estate);

} // namespace Fathom
