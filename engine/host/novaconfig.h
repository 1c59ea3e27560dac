// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"

#include <vector>

namespace Fathom {

/// What nova.conf says of instance storage, with Nova's defaults where it is silent.
struct NovaConfig {
    NativePath path;
    NativePath instancesPath = "/var/lib/nova/instances";
    QString host; ///< empty: the machine's own name
    QString imagesType = QStringLiteral("default"); ///< "default", "raw", "flat", "qcow2", "lvm", "rbd", "ploop"
    QString imagesTypeExplanation; ///< when the disks are not in the instance directories: where they are; translated
    bool forceRawImages = true;
    bool useCowImages = true;
    QByteArray cacheName = "_base";
    qint64 cacheIntervalSeconds = 2400; ///< −1: never
    bool removeUnusedBases = true;
    qint64 unusedOriginalAgeSeconds = 86400;
    qint64 unusedResizedAgeSeconds = 3600;
    std::vector<Error> problems; ///< values that make no sense, told
};

/// Reads old option names too (image_cache_manager_interval, remove_unused_base_images, base_dir_name, …).
Result<NovaConfig> readNovaConfig(const NativePath &path);

} // namespace Fathom
