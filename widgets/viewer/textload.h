// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "widgets/viewer/viewabletexts.h"

namespace Fathom {

/// A file's text, made safe to show: every line through plainText(), tabs and line ends kept.
struct LoadedText {
    QString text;
    qint64 fileBytes = 0;
    bool masked = false; ///< passwords in it were made unreadable
    bool cut = false; ///< longer than what is shown: the last part of a log, the first of anything else
};

inline constexpr qint64 shownTextBytes = 512 * 1024;

/// Blocking; bounded.
Result<LoadedText> loadText(const ViewableText &text);

} // namespace Fathom
