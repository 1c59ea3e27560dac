// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

namespace Fathom {

/// A page and the key by which it knows a thing.
struct Place {
    QString pageId;
    QString key;

    bool operator==(const Place &) const = default;
};

/// Everywhere that a thing can be looked at, by any of its keys ("image:…", "instance:…", "base:…", "path:…", "host:…",
/// "disk:…", chain node keys); where it is at home comes first. Empty: the estate does not know it.
std::vector<Place> placesOf(const Estate &estate, const QString &key);

} // namespace Fathom
