// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"

#include <QStringList>

namespace Fathom {

/// What lies beside a thing in quarantine: where it came from and why it was thought that nobody needs it.
struct QuarantineManifest {
    NativePath original; ///< below the directory that holds the quarantine: "_base/<sha1>"; valid UTF-8
    qint64 movedAt = 0; ///< milliseconds since 1970, UTC
    QString movedBy; ///< the user's name
    bool isDirectory = false;
    qint64 allocatedBytes = 0; ///< with everything below it
    QStringList notes;
    QStringList asked;
    QStringList silent;

    bool operator==(const QuarantineManifest &) const = default;
};

/// Longest manifest that is read.
inline constexpr qint64 manifestLimitBytes = 4 * 1024 * 1024;

QByteArray manifestText(const QuarantineManifest &manifest);

/// Malformed for anything but such a text; above all for an original that does not lie below its directory: somebody
/// else may have written it, and a thing goes back to where it says.
Result<QuarantineManifest> parseManifest(const QByteArray &text, const QString &subject);

} // namespace Fathom
