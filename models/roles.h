// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace Fathom {

/// What models tell beside their texts. Icons and colours are made of these by a proxy in widgets.
enum Role {
    KeyRole = Qt::UserRole + 1, ///< QString: key of the thing in the estate, on every column
    SortRole, ///< qint64, double or QString: what the column sorts by
    BytesRole, ///< qint64: exact count behind a size text
    RatioRole, ///< double 0…1 and above: a share to draw as a bar
    SeverityRole, ///< int of Severity
    KindRole, ///< QString: what sort of thing, for its icon: "image", "instance", "host", "project", "base",
              ///< "directory", "quarantine", …
    PathRole, ///< QByteArray: the thing's path, where it has one
};

/// How bad a row or cell is; never told by colour alone: the text says it too.
enum class Severity { None, Note, Warning, Broken };

} // namespace Fathom
