// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"
#include "models/roles.h"

namespace Fathom {

/// A line of the details pane.
struct DetailLine {
    QString label;
    QString value;
    QString exact; ///< tool tip, may be empty
    QString linkKey; ///< key of the thing that the value names: a click goes there; empty: no link
    Severity severity = Severity::None;
    int depth = 0;
};

struct DetailSection {
    QString title;
    std::vector<DetailLine> lines;
};

struct Details {
    QString title; ///< name of the thing
    QString subtitle; ///< what it is: "Glance image", "Instance on compute1"
    QString kind; ///< as KindRole
    std::vector<DetailSection> sections;

    QString text() const; ///< all of it as plain text, for copying
};

/// Everything known of a thing by its key ("image:…", "instance:…", "base:…", "path:…", "host:…", "disk:…", chain node
/// keys). Empty title: no such thing.
Details detailsOf(const Estate &estate, const QString &key);

} // namespace Fathom
