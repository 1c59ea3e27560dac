// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"
#include "base/result.h"
#include "image/imageinfo.h"

#include <optional>

namespace Fathom {

/// What a file is. By content, never by name; opens nothing that the file names; reads a bounded number of bytes; any
/// bytes whatever lead to an answer or to an Error (Malformed with the offset where the rule is broken; Unsupported for
/// a sound file of a version that nobody here can read).
///
/// declared: the format that a trusted source (disk.info, domain XML, the overlay's header) gives. Raw then means raw,
/// whatever the bytes look like (a guest may have written them); what they look like is told as a violation
/// ("disguised") instead. Kernel, Ramdisk and Filesystem may be declared of any bytes that are not packed, for they are
/// but names for raw. Any other declared format than the bytes' own is an Error of kind Unsafe.
Result<ImageInfo> inspectImage(BoundedFile &file, std::optional<ImageFormat> declared = {});

/// The same for a name; a symbolic link is followed only when asked for.
Result<ImageInfo> inspectImage(const NativePath &path, BoundedFile::Links links = BoundedFile::Links::Refuse,
    std::optional<ImageFormat> declared = {});

/// The same for an entry of a directory that was just seen to be a regular file.
Result<ImageInfo> inspectImage(const OpenDirectory &directory, const NativePath &name);

/// One format's reader. Probes are asked in the order of their table in imageprobe.cpp.
struct ImageProbe {
    ImageFormat format;
    /// Whether the bytes claim to be of the format. Reads only head(), and tail() or one more window where the
    /// format's mark lies elsewhere. false also when those cannot be read.
    bool (*recognizes)(BoundedFile &file);
    /// Reads it. info comes with fileLengthBytes, allocatedBytes and format filled in; the probe adds the rest.
    Result<ImageInfo> (*read)(BoundedFile &file, ImageInfo info);
};

} // namespace Fathom
