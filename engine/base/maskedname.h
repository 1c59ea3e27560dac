// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Fathom {

/// plainText() of a name that a file gives for another one, without the secrets that such names can hold: passwords
/// in URLs ("http://user:secret@host"), options ("rbd:pool/image:id=x:key=secret", "?token=secret") and members of
/// qemu's "json:{…}". Each becomes •••. For everything that people see; what programs exchange stays as it is.
QString maskedName(QByteArrayView name);

} // namespace Fathom
