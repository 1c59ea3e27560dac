// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <QIcon>

namespace Fathom {

/// One of resources/icons by its name, drawn in the colours of the palette at the moment of drawing, so that it
/// follows a change of theme by itself. An unknown name is a null icon.
QIcon themedIcon(const QString &name);

/// For a thing's KindRole word; a plain file for words without a picture of their own.
QIcon kindIcon(const QString &kind);

/// Null for Severity::None.
QIcon severityIcon(Severity severity);

/// The word that goes with the symbol: "Warning".
QString severityText(Severity severity);

/// The program's own icon.
QIcon programIcon();

} // namespace Fathom
