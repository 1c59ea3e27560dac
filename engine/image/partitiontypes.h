// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Fathom {

/// A partition's type as people know it: "Linux (0x83)", "EFI system (c12a7328-…)"; the bare type where it has no name
/// here. The names are proper names and are not translated.
QString partitionTypeText(const QString &type);

} // namespace Fathom
