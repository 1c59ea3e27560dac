// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Fathom {

/// Bytes out of a file as the text that qemu's JSON has for them: UTF-8, where each sequence that is broken, too long,
/// a surrogate or no character becomes one U+FFFD (Qt makes one of every byte). Not fit for showing: plainText() is.
QString qemuText(QByteArrayView bytes);

} // namespace Fathom
