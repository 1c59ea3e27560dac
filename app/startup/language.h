// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Fathom {

/// Loads the translations of Fathom and of Qt into the application and makes the language's locale the default.
/// language: "zh_CN", "en", …; empty: the system's.
void useLanguage(const QString &language);

} // namespace Fathom
