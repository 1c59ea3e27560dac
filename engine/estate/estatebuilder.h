// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

namespace Fathom {

/// A domain's XML file out of a directory of them (/etc/libvirt/qemu).
struct DomainRecord {
    NativePath path;
    DomainFacts facts;
};

/// What the witnesses said, as it was read.
struct EstateRecords {
    std::vector<EstateSource> sources;
    std::vector<ImageStore> imageStores;
    std::vector<InstanceTree> instanceTrees;
    std::vector<DomainRecord> domains;
};

/// The join: instances with domains by UUID, bases with images by the sha1 of UUIDs, images with the instances that
/// stand on them, chains into one graph, sums per host. Pure: looks at nothing but its argument.
Estate buildEstate(const EstateRecords &records);

} // namespace Fathom
