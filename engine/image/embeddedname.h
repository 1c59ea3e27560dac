// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"

namespace Fathom {

/// A file name that stands in an image's header. One with a zero byte means one thing to programs that stop there and
/// another to those that do not: it is refused. offset is where the name stands.
Result<QByteArray> soundName(const BoundedFile &file, const QByteArray &name, Wording action, qint64 offset);

/// The backing file name of length bytes at offset; lengthField is where the header says how long it is. The formats
/// of qemu allow 1,023 bytes.
Result<QByteArray> readBackingName(
    BoundedFile &file, quint64 offset, quint32 length, Wording action, qint64 lengthField);

} // namespace Fathom
