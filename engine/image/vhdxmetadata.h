// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/vhdxregions.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace Fathom {

/// What the metadata region says of the disk. [MS-VHDX] 2.6, "Metadata Region".
struct VhdxMetadata {
    qint64 blockBytes = 0;
    qint64 virtualSizeBytes = 0;
    qint64 logicalSectorBytes = 0;
    qint64 physicalSectorBytes = 0;
    bool fixed = false; ///< "leave blocks allocated"
    bool hasParent = false;
    QString diskId; ///< page 83 data
    QString parentType; ///< the parent locator's GUID
    std::vector<std::pair<QString, QByteArray>> parent; ///< the locator's entries in order, values as UTF-8

    QByteArray parentValue(QStringView key) const;
    qint64 blockTableEntries() const;
};

Result<VhdxMetadata> readVhdxMetadata(BoundedFile &file, const VhdxRegion &region);

} // namespace Fathom
