// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/backingchain.h"
#include "jobs/plan.h"
#include "jobs/qemuimgarguments.h"
#include "jobs/sourceimage.h"

#include <stop_token>

namespace Fathom {

/// A file that a job reads, by our own reader.
struct SourceLayer {
    PlanFile file;
    ImageInfoPtr info;
    FileFacts facts; ///< from when it was read
};

/// A disk and all it stands on, the overlay first: every format is proven by the file's own bytes, or declared by the
/// layer above.
using SourceLayers = std::vector<SourceLayer>;

/// The chain of a disk, as qemu-img may be told of it. An error when a layer is missing, cannot be read, is no file or
/// is met twice; Unsafe when one breaks a rule but that of standing on another file, or does not declare the format of
/// the one below; Unsupported where qemu-img cannot follow; Conflict when a qemu may write one of them now. action: as
/// in Error; declared: the format of the overlay; policy: where what it stands on may be found;
/// tolerated: the rules that the overlay may break, if not that of standing on another file alone.
Result<SourceLayers> sourceLayers(const QString &action, const NativePath &overlay,
    const std::optional<ImageFormat> &declared, const std::stop_token &stop = {}, const ChainPolicy &policy = {},
    ToleratedRules tolerated = {});

/// Conflict when somebody wrote to one of the layers or replaced it since it was read.
Result<void> refuseIfAnyChanged(const QString &action, const SourceLayers &layers);

std::vector<PlanFile> planFiles(const SourceLayers &layers);
QemuImgChain qemuImgChain(const std::vector<PlanFile> &files);

} // namespace Fathom
