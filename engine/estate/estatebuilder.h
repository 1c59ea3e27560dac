// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

namespace Fathom {

/// A domain's XML file out of a directory of them (/etc/libvirt/qemu).
struct DomainRecord {
    NativePath path;
    DomainFacts facts;
};

using DomainRecords = std::vector<DomainRecord>;

// Shared: a source that did not change is joined again with the others, never copied.
using ImageStorePtr = std::shared_ptr<const ImageStore>;
using InstanceTreePtr = std::shared_ptr<const InstanceTree>;
using DomainRecordsPtr = std::shared_ptr<const DomainRecords>;

/// What the witnesses said, as it was read. No pointer is null.
struct EstateRecords {
    std::vector<EstateSource> sources;
    std::vector<ImageStorePtr> imageStores;
    std::vector<InstanceTreePtr> instanceTrees;
    std::vector<DomainRecordsPtr> domains; ///< one list per directory
};

/// The join: instances with domains by UUID, bases with images by the sha1 of UUIDs, images with the instances that
/// stand on them, chains into one graph, sums per host. Pure: looks at nothing but its argument.
Estate buildEstate(const EstateRecords &records);

} // namespace Fathom
