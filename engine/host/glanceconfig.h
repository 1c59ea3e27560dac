// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"

#include <vector>

namespace Fathom {

struct GlanceStoreDirectory {
    NativePath path;
    int priority = 0; ///< Glance writes to the highest first
};

/// A store that glance-api.conf names.
struct GlanceStore {
    QString id; ///< the backend's section, or its type in the old single-store layout
    QString type; ///< "file", "swift", "s3", "rbd", "sheepdog", "cinder", "vmware", "http"
    bool isDefault = false;
    std::vector<GlanceStoreDirectory> directories; ///< file stores only
    QString explanation; ///< for other types: where the images are and why Fathom does not list them; translated
};

struct GlanceConfig {
    NativePath path;
    std::vector<GlanceStore> stores;
    std::vector<Error> problems; ///< contradictions in the file, told and not guessed away

    std::vector<NativePath> imageDirectories() const; ///< of all file stores, highest priority first
};

/// Understands filesystem_store_datadir, filesystem_store_datadirs (with priorities), default_store/stores (in DEFAULT
/// or [glance_store]) and enabled_backends/default_backend with a section per backend. Holds no other option.
Result<GlanceConfig> readGlanceConfig(const NativePath &path);

} // namespace Fathom
