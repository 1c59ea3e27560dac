// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Fathom {

/// What a pseudo file of /proc says, at most its first bytes: it has no length to ask for. Empty when it cannot be
/// read.
QByteArray procText(const QByteArray &path, qsizetype maximum);

/// What tells a process from every other, also from those that get its number later: number, start and boot. Empty
/// where no process has that number.
QByteArray processIdentity(qint64 number);

} // namespace Fathom
