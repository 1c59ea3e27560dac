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

/// What is moved as it is, by its name alone.
struct PlanMove {
    NativePath from; ///< absolute
    NativePath to; ///< the directory it comes to lie in or below, or its new path; empty: it is removed for good
    qint64 allocatedBytes = 0; ///< of a directory: with everything below it

    bool operator==(const PlanMove &) const = default;
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
    std::vector<PlanMove> moves = {};
    std::vector<QString> evidence = {}; ///< who was asked, and when; translated, without full stop
    std::optional<Error> reservation = {}; ///< what the user has to confirm, the plan being read; then it is unset

    /// Why it cannot be begun: NoSpace when an exact need is more than what is free, or the reservation.
    std::optional<Error> obstacle() const;
};

/// What the file system of a directory has free for an ordinary user.
std::optional<qint64> freeBytes(const NativePath &directory);

} // namespace Fathom
