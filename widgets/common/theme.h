// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <QColor>

class QApplication;
class QPalette;

namespace Fathom {

enum class Theme { System, Light, Dark };

/// Sets style and palette; everything shown follows at once.
void applyTheme(QApplication &application, Theme theme);

/// Stable words for settings: "system", "light", "dark". Unknown words mean the system's.
QString themeId(Theme theme);
Theme themeFromId(const QString &id);

/// What the user chose in the View menu, kept in the settings.
Theme savedTheme();
void saveTheme(Theme theme);

/// Whether a palette's windows are dark.
bool isDark(const QPalette &palette);

/// The colour that goes with a severity's symbol and word, readable on the palette's base colour.
QColor severityColor(Severity severity, const QPalette &palette);
QColor goodColor(const QPalette &palette);

/// Text of lesser weight: labels, subtitles.
QColor mutedColor(const QPalette &palette);

/// Thin lines between things.
QColor lineColor(const QPalette &palette);

} // namespace Fathom
