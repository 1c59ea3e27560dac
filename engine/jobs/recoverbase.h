// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/backingchain.h"
#include "jobs/plan.h"
#include "libvirt/domainxml.h"

#include <stop_token>

namespace Fathom {

/// Where the bases of a recovered instance may lie.
struct BaseSearch {
    std::vector<NativePath> directories; ///< of bases, of instances, or of images
    std::optional<DomainFacts> domain; ///< the instance's: it may name the image that it was made from
};

/// A file that a disk stands on, for which a copy is made first.
struct RecoveredBase {
    NativePath recorded; ///< the name by which the disk knows it, absolute; its last part is the copy's
    PlanFile file; ///< what is there
    FileFacts facts;
    bool made = false; ///< of a stored image that Nova had made raw: so is the copy
    bool proven = false; ///< by more than its name's last part or the user's word
    QString evidence; ///< what speaks for its being the right one; translated, without full stop
};

/// Where a layer that is not at its place is: a file of its name, or the stored image by whose UUID's sha1 it is named.
/// chosen: the user's own choice; empty: none. layer.state is Missing; overlay: what stands on it. NotFound tells where
/// it was looked for.
Result<RecoveredBase> findMissingBase(const ChainLayer &layer, const ImageInfo &overlay, const BaseSearch &search,
    const NativePath &chosen, const std::stop_token &stop);

/// What speaks for a layer that was found.
RecoveredBase foundBase(const ChainLayer &layer, const ImageInfo &overlay, const BaseSearch &search);

} // namespace Fathom
