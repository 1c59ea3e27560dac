// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/qcow2header.h"

#include <optional>

namespace Fathom {

/// Where the bitmap directory stands.
struct Qcow2BitmapDirectory {
    quint32 bitmapCount = 0;
    qint64 sizeBytes = 0;
    qint64 offset = 0;
};

/// Where the LUKS header of an encrypted qcow2 file stands.
struct Qcow2CryptoHeader {
    qint64 offset = 0;
    qint64 lengthBytes = 0;
};

/// The header extensions ("Header extensions" in qemu's docs/interop/qcow2.rst); unknown ones are skipped, as the
/// format wants it.
struct Qcow2Extensions {
    QByteArray backingFormat;
    std::optional<QByteArray> dataFile;
    qint64 dataFileOffset = 0; ///< where the name stands
    QByteArray featureNames; ///< the table as it stands, for only a feature that nobody knows is looked up in it
    std::optional<Qcow2BitmapDirectory> bitmaps;
    bool staleBitmaps = false; ///< there are bitmaps, but a program that knows none has written to the image
    std::optional<Qcow2CryptoHeader> crypto;
};

Result<Qcow2Extensions> readQcow2Extensions(BoundedFile &file, const Qcow2Header &header);

/// The name that the file itself gives to one of its feature bits; type 0: incompatible, 1: compatible, 2: autoclear.
QByteArray qcow2FeatureName(const Qcow2Extensions &extensions, quint8 type, quint8 bit);

} // namespace Fathom
