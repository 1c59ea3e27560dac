// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/imageformat.h"

#include <QString>

#include <span>

namespace Fathom {

/// What somebody wants an image for, and what format serves that best.
struct ConvertPurpose {
    const char *id; ///< stable: "ceph"
    const char *title; ///< English source, translated in context "ConvertPurpose", like the reason
    const char *reason;
    ImageFormat format;
    bool compress;
    const char *suffix; ///< of the file's name: "qcow2"
};

/// The most usual first.
std::span<const ConvertPurpose> convertPurposes();
QString purposeText(const char *source); ///< translated

} // namespace Fathom
