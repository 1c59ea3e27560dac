// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/columntable.h"

#include <QAbstractTableModel>

#include <span>
#include <vector>

namespace Fathom {

/// The part of a record table that views and pages need, whatever the record is.
class RecordTable : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    virtual void setFilter(const QString &text) = 0; ///< every word must occur in some column's text
    virtual int allRows() const = 0; ///< before filtering
    virtual QModelIndex indexOfKey(const QString &key) const = 0;
    virtual const char *columnId(int column) const = 0;
};

} // namespace Fathom
