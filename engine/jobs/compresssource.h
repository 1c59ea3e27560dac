// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/fileplace.h"
#include "jobs/compressrequest.h"
#include "jobs/sourcechain.h"

namespace Fathom {

/// The image that shall take less space, with all it stands on.
struct CompressSource {
    SourceLayers layers;
    FilePlace place;

    const SourceLayer &image() const { return layers.front(); }
    bool isQcow2() const { return image().file.format == ImageFormat::Qcow2; }
    bool standsOnOther() const { return layers.size() > 1; }
    /// A file in its place, and all that it stands on.
    QemuImgChain chain(const NativePath &path) const;
    /// Of a qcow2 that takes its place.
    Qcow2Shape shape(bool compress) const;
    /// Whether what was made is the same to whoever reads it.
    bool isLike(const ImageInfo &made, bool compress) const;
};

Error compressError(ErrorKind kind, const NativePath &subject, const QString &reason, const QString &hint = {});

/// Reads it with our own reader; refuses what planCompress() says, but for what there is to gain.
Result<CompressSource> compressSource(const CompressRequest &request, const std::stop_token &stop);

} // namespace Fathom
