// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/details.h"

class QPalette;

namespace Fathom {

/// Details as rich text for a QTextDocument whose resources "severity:1" … are the symbols. Every text is escaped.
/// Links are "key:" and the percent-encoded key; "more:<section>" where a long section is cut to its first lines.
QString detailsHtml(const Details &details, const QPalette &palette, const QSet<int> &wholeSections = {});

/// Lines of a section shown before "more".
inline constexpr int detailLinesAtFirst = 100;

} // namespace Fathom
