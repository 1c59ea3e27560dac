// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Fathom {

/// A file name exactly as the kernel has it: bytes, not always UTF-8. QString only when shown.
using NativePath = QByteArray;

/// A stranger's text made safe to show: valid UTF-8 stays, control characters, direction overrides and bytes that are
/// no UTF-8 become \x1b-like escapes. Nothing in it can steer a terminal or look like another name.
QString plainText(QByteArrayView bytes);

NativePath nativePath(const QString &path);

/// Without "//", "/./" and, lexically, "/../"; a trailing slash goes. Does not look at the disk.
NativePath cleanPath(const NativePath &path);
NativePath joinPath(const NativePath &directory, const NativePath &name);
NativePath parentPath(const NativePath &path);
NativePath fileName(const NativePath &path);

/// Whether path is directory itself or lies anywhere below it, lexically. Both must be clean.
bool isBelow(const NativePath &path, const NativePath &directory);

/// Absolute and clean, against the current directory.
NativePath absolutePath(const NativePath &path);

} // namespace Fathom
