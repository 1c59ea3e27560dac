// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Fathom {

/// Columns that a terminal needs for the text: Chinese, Japanese, Korean and emoji take two, marks that join none.
int displayWidth(QStringView text);

/// Not wider than that; what is left out of the middle is shown as "…".
QString elided(const QString &text, int width);

/// Filled up with spaces on the right, or on the left.
QString padded(const QString &text, int width, bool toTheRight);

} // namespace Fathom
