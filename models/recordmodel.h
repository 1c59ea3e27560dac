// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/columntable.h"
#include "models/keyedmodel.h"

#include <QCoreApplication>

#include <span>

namespace Fathom {

/// A record per row and a table of columns: all that a concrete table or tree has to add is its record's key, its
/// columns, and how an estate becomes records. Base is KeyedModel or a class made of it.
template<class Record, class Base> class RecordModel : public Base {
public:
    using Base::Base;

    /// Null for an invalid index. Valid until the next update.
    const Record *record(const QModelIndex &index) const
    {
        return index.isValid() && index.model() == this ? &at(this->slotOf(index)) : nullptr;
    }

    const char *columnId(int column) const override { return columnAt(column).id; }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.column() > 0 ? 0 : static_cast<int>(columns().size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const Record *const found = record(index);
        if (!found)
            return {};
        if (role == KeyRole)
            return this->keyOfSlot(this->slotOf(index));
        const Column<Record> &column = columnAt(index.column());
        const QVariant cell = columnData(column, *found, role);
        return cell.isValid() ? cell : rowData(*found, role);
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return Base::headerData(section, orientation, role);
        if (role == Qt::DisplayRole)
            return QCoreApplication::translate(context(), columnAt(section).header);
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(columnAt(section).alignment);
        return {};
    }

protected:
    virtual QString key(const Record &record) const = 0; ///< stable, and unique in the model
    virtual std::span<const Column<Record>> columns() const = 0;
    virtual const char *context() const = 0; ///< of the headers' translations: the model's class name
    /// What is true of the row in all its columns, where the column itself says nothing.
    virtual QVariant rowData(const Record &, int) const { return {}; }

    /// parents: per record the index of the record above it, which must come earlier; −1, or an empty list: top.
    void setRows(std::vector<Record> records, const std::vector<int> &parents = {})
    {
        std::vector<KeyedModel::Row> rows;
        rows.reserve(records.size());
        for (std::size_t i = 0; i < records.size(); ++i)
            rows.push_back({key(records[i]), parents.empty() ? -1 : parents[i]});
        const std::vector<int> planned = this->planRows(rows);
        m_records.resize(static_cast<std::size_t>(this->slotCount()));
        for (std::size_t i = 0; i < records.size(); ++i)
            m_records[static_cast<std::size_t>(planned[i])] = std::move(records[i]);
        for (const int slot : this->finishRows())
            m_records[static_cast<std::size_t>(slot)] = Record{};
    }

    const Record &at(int slot) const { return m_records[static_cast<std::size_t>(slot)]; }
    QString cellText(int slot, int column) const override { return columnAt(column).text(at(slot)); }
    QVariant cellSortKey(int slot, int column) const override
    {
        return columnData(columnAt(column), at(slot), SortRole);
    }

private:
    const Column<Record> &columnAt(int column) const { return columns()[static_cast<std::size_t>(column)]; }

    std::vector<Record> m_records; ///< by slot
};

} // namespace Fathom
