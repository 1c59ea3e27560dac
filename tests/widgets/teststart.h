// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace Fathom {

/// The settings of a test begin empty and are nobody's.
inline void startWidgetTest()
{
    static QTemporaryDir settings;
    QCoreApplication::setOrganizationName(QStringLiteral("FathomTest"));
    QCoreApplication::setApplicationName(QStringLiteral("fathom-test"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    applyTheme(*qApp, Theme::Light);
}

} // namespace Fathom
