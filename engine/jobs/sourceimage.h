// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filefacts.h"
#include "image/imageinfo.h"

#include <initializer_list>

namespace Fathom {

/// Rules of safety that do not matter for what a job does.
using ToleratedRules = std::initializer_list<QLatin1StringView>;

/// Unsafe when an image that was read breaks another rule or when neither its bytes nor declared prove its format;
/// Unsupported when it is encrypted.
Result<void> refuseUnsafe(const QString &action, const NativePath &path, const ImageInfo &info,
    const std::optional<ImageFormat> &declared, ToleratedRules tolerated = {});

/// Unsupported when the name cannot be given to a program or the journal.
Result<void> refuseUnnameable(const QString &action, const NativePath &path);

/// An image that a job reads, by our own reader; a symbolic link is followed. Unsafe when it breaks a rule (it stands
/// on other files, too) or when neither its bytes nor declared prove its format; Unsupported when it is encrypted.
/// action: as in Error.
Result<ImageInfo> inspectSource(const QString &action, const NativePath &path,
    const std::optional<ImageFormat> &declared, ToleratedRules tolerated = {});

/// Opens it as the probe does, so that a link is followed to the same file.
Result<FileFacts> sourceFacts(const NativePath &path);

/// Conflict when somebody wrote to the source or replaced it since before was read, as far as length and time tell.
Result<void> refuseIfChanged(const QString &action, const NativePath &path, const FileFacts &before);

/// Conflict when a qemu may write the file now; the error says who. A mere reader is in nobody's way.
Result<void> refuseIfHeld(const NativePath &path);

} // namespace Fathom
