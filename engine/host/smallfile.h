// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"

namespace Fathom {

/// The whole of a text file that is small by its nature; a longer one than limitBytes is an Error (Malformed), and so
/// is a file that is no regular one. what names it: "disk.info".
Result<QByteArray> readSmallFile(const NativePath &path, qint64 limitBytes, Wording what, BoundedFile::Links links);

/// The same of a file that is open.
Result<QByteArray> readSmallFile(BoundedFile &file, qint64 limitBytes, Wording what);

} // namespace Fathom
