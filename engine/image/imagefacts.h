// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageinfo.h"

#include <QStringList>

namespace Fathom {

/// A fact as people read it: translated label ("Compression"), value ("zstd", "64 KiB", "yes").
/// exact is a longer text for tool tips ("65,536 bytes"), may be empty.
struct FactText {
    QString label;
    QString value;
    QString exact;
    int depth = 0; ///< nested facts (VMDK extents, LUKS slots) are indented
};

/// Every detail of the image for the details pane and for `fathomctl inspect`, in reading order: format, content,
/// virtual size, disk size, file length, cluster size, backing file, the format's own facts, snapshots.
std::vector<FactText> imageFactTexts(const ImageInfo &info);

} // namespace Fathom
