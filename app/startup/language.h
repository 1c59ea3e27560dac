// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Fathom {

/// Before the application is made: where no locale is set (cron, a bare root) names and terminals speak UTF-8 all the
/// same, and Qt need not say so on standard error.
void speakUtf8();

/// Loads the translations of Fathom and of Qt into the application and makes the language's locale the default.
/// language: "zh_CN", "en", …; empty: the system's.
void useLanguage(const QString &language);

} // namespace Fathom
