// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

namespace Fathom {

/// The part of a record table that views and pages need, whatever the record is. Filter, order and keys are
/// KeyedModel's.
class RecordTable : public KeyedModel {
    Q_OBJECT

public:
    using KeyedModel::KeyedModel;

    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        return index.isValid() ? KeyedModel::flags(index) | Qt::ItemNeverHasChildren : Qt::ItemFlags();
    }
};

/// A table of records. A concrete one is a record, its key and a column table, and fits on one screen.
template<class Record, class Stored = Record> class RecordTableModel : public RecordModel<Record, RecordTable, Stored> {
public:
    using RecordModel<Record, RecordTable, Stored>::RecordModel;

    /// Rows whose key was there before stay the rows they were, for selections and persistent indexes.
    void setRecords(std::vector<Stored> records) { this->setRows(std::move(records)); }
};

} // namespace Fathom
