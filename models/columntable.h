// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <QString>
#include <QVariant>

namespace Fathom {

/// A column is an object: everything that a table knows of one of its columns, in one row of a table of columns.
/// Functions that are null do not apply.
template<class Record> struct Column {
    const char *id; ///< stable: settings, filters ("format:vmdk"), exports
    const char *header; ///< English source, translated in the model's context
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    QString (*text)(const Record &);
    QVariant (*sortKey)(const Record &) = nullptr; ///< null: sorted by text
    QString (*toolTip)(const Record &) = nullptr;
    QVariant (*extra)(const Record &, int role) = nullptr; ///< BytesRole, RatioRole, SeverityRole, …
};

} // namespace Fathom
