// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"

namespace Fathom {

enum class BackingKind {
    None,
    File, ///< a file name, absolute or relative to the overlay's directory
    Json, ///< qemu's "json:{…}" pseudo protocol
    Protocol, ///< "nbd://…", "http://…", "rbd:…", "fat:…", …: anything that is no file
    Device, ///< a path below /dev
};

/// What an image says of the thing that it stands on, taken apart and nothing opened.
struct BackingReference {
    BackingKind kind = BackingKind::None;
    QByteArray text; ///< as it stands in the image
    NativePath path; ///< File, Device: absolute and clean. Json: the file that it names in the end, if any
    QString protocol; ///< Protocol: "nbd"; Json: the innermost driver ("file", "nbd", …)
    QString format; ///< Json: the format driver that it names ("qcow2"), may be empty

    bool operator==(const BackingReference &) const = default;
};

/// Understands absolute and relative names (relative to the directory of overlay, which must be absolute), "file:",
/// "json:" (nested, dotted keys too, bounded) and protocol prefixes as qemu tells them from file names (a ':' before
/// the first '/').
BackingReference parseBackingReference(const QByteArray &text, const NativePath &overlay);

} // namespace Fathom
