// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boundedfile.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <utility>
#include <vector>

namespace Fathom {

/// One extent line: `RW 20480 FLAT "disk-flat.vmdk" 0`. Names are kept as they stand there and are never opened.
struct VmdkExtent {
    QByteArray access; ///< "RW", "RDONLY", "NOACCESS"
    qint64 sectors = 0;
    QByteArray type; ///< "FLAT", "SPARSE", "ZERO", "VMFS", …
    QByteArray file; ///< empty for ZERO
    std::optional<qint64> offsetSectors;
};

/// The text that describes a VMDK disk, be it a file of its own or embedded in a sparse extent.
/// "Virtual Disk Format 5.0", section "The Descriptor File".
struct VmdkDescriptor {
    static constexpr qint64 limitBytes = 1024 * 1024;

    std::optional<quint32> contentId;
    std::optional<quint32> parentContentId;
    QByteArray createType; ///< the first one
    QByteArray parentFileName; ///< parentFileNameHint
    std::vector<VmdkExtent> extents;
    QByteArray text; ///< what follows is part of it
    std::vector<std::pair<QByteArrayView, QByteArrayView>> settings; ///< all "key = value" lines, in order

    /// What one reader would see and another would not: a key that stands there twice or in a comment, …
    bool ambiguousCreateType = false;
    bool ambiguousParent = false;
    QByteArray foreignLine; ///< the first line that is no comment, setting or extent

    std::optional<QByteArrayView> setting(QByteArrayView key) const;
    qint64 sectors() const; ///< of all extents together
};

/// Whether text looks like a descriptor: comments and blank lines, among them "# Disk DescriptorFile", or a version
/// line after them.
bool looksLikeVmdkDescriptor(QByteArrayView text);

/// position is where text begins in the file, for the offsets of errors.
Result<VmdkDescriptor> parseVmdkDescriptor(QByteArrayView text, const BoundedFile &file, qint64 position);

} // namespace Fathom
