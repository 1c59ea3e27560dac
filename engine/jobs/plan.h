// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "image/imageformat.h"
#include "jobs/commandrunner.h"

#include <optional>
#include <vector>

namespace Fathom {

/// A file that a job reads or writes.
struct PlanFile {
    NativePath path; ///< absolute
    ImageFormat format = ImageFormat::Raw;
    qint64 virtualSizeBytes = 0;
    bool plain = false; ///< nobody asks for its format: raw, and its length

    bool operator==(const PlanFile &) const = default;
};

/// What a job will do, told before it does anything.
struct Plan {
    std::vector<PlanFile> inputs;
    std::vector<PlanFile> outputs;
    std::vector<CommandLine> commands; ///< in their order; outputs stand there with their final names
    qint64 spaceNeededBytes = 0;
    bool needIsExact = false; ///< false: an estimate, it may be more, or less when it is compressed
    std::optional<qint64> spaceFreeBytes; ///< for us where the outputs go; unset: the file system does not say
    std::vector<QString> risks; ///< what could go wrong or surprise; translated, without full stop

    /// NoSpace when an exact need is more than what is free.
    std::optional<Error> lackOfSpace() const;
};

/// What the file system of a directory has free for an ordinary user.
std::optional<qint64> freeBytes(const NativePath &directory);

} // namespace Fathom
