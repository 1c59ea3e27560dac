// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"
#include "image/factvalue.h"

namespace Fathom {

/// The LUKS1 header that stands at headerOffset and may use headerLength bytes there: at a file's start, or inside a
/// qcow2 file. The facts have the keys and words of qemu's QCryptoBlockInfoLUKS ("cipher-alg", "slots",
/// "payload-offset", …). Whatever qemu refuses is an Error here as well: Malformed with the offset in the file,
/// Unsupported for another version, cipher or hash.
Result<FactValue::Members> luksFacts(BoundedFile &file, qint64 headerOffset, qint64 headerLength);

} // namespace Fathom
