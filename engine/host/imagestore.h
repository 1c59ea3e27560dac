// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/readsinflight.h"
#include "host/directorynode.h"
#include "host/quarantine.h"

namespace Fathom {

/// A file of Glance's file system store.
struct StoredImage {
    NativePath path;
    QString uuid; ///< when the file's name is one
    std::optional<FileFacts> facts;
    ImageInfoPtr info;
    Rare<Error> error;
};

/// A directory of images, read.
struct ImageStore {
    NativePath root;
    DirectoryNode directory;
    std::vector<StoredImage> images;
    std::vector<QuarantinedThing> quarantined; ///< not in partial results
    std::vector<Error> problems;
    bool complete = false;
};

/// Reads every regular file of the directory (not below it, but for nothing lost: subdirectories are entries too), so
/// many at a time. A file that hangs keeps only itself back: the others are told by onPartial, as in
/// InstanceTreeOptions, and are what is returned when it is cancelled.
Result<ImageStore> readImageStore(const NativePath &root, const std::function<void(const ImageStore &)> &onPartial = {},
    const std::stop_token &stop = {}, const Progress &progress = {}, std::size_t readsInFlight = usualReadsInFlight);

} // namespace Fathom
