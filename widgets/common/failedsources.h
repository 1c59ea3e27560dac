// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

#include <span>

namespace Fathom {

/// Why a page is empty, where its sources could not be read: what was refused, who may read it, and what could be read
/// all the same.
struct FailedSources {
    QString icon;
    QString title;
    QString text;
};

/// Nothing when none of the sources of these kinds failed.
std::optional<FailedSources> failedSources(const Estate &estate, std::span<const SourceKind> kinds);

} // namespace Fathom
