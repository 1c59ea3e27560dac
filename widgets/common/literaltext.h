// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Fathom {

/// A text out of files or paths for a button or a menu entry: its ampersands stay what they are instead of underlining
/// the letter behind them.
inline QString literalText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace Fathom
