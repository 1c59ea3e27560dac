// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"

#include <optional>

namespace Fathom {

/// What the descriptors of a UDF volume tell beyond the mark that it is one.
struct UdfVolume {
    QString label; ///< the logical volume's identifier, as plain text
    qint64 blockBytes = 0;
    QString revision; ///< "2.01"
};

/// Nothing where the anchor (sector 256, of 512 to 4096 bytes) or the descriptors that it points to cannot be found;
/// an Error only where the disk fails. Reads at most 4 sectors and 16 descriptors.
Result<std::optional<UdfVolume>> readUdfVolume(BoundedFile &file);

} // namespace Fathom
