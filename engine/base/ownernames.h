// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Fathom {

/// Names out of the user database, or the number where it has none. Each number is asked for once, which can take long
/// where a directory service answers: not for the thread of a window. Thread-safe.
QString ownerName(quint32 uid);
QString groupName(quint32 gid);

/// The same without asking: the number while nobody has asked for it yet. Whoever reads files asks (ownerName), so that
/// whoever shows them need not.
QString knownOwnerName(quint32 uid);
QString knownGroupName(quint32 gid);

} // namespace Fathom
