// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace Fathom {

/// Tells something on the desktop while nobody looks at the window; a click on it brings the window to the front. Where
/// the desktop takes no such messages the window's entry in the task bar asks for attention all the same.
void tellOnDesktop(QWidget &window, const QString &title, const QString &text);

} // namespace Fathom
