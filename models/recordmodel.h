// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/columntable.h"
#include "models/keyedmodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>
#include <span>
#include <type_traits>

namespace Fathom {

/// A record per row and a table of columns: all that a concrete table or tree has to add is its record's key, its
/// columns, and how an estate becomes records. Base is KeyedModel or a class made of it. Stored is the record itself,
/// or a pointer to it in the snapshot that the model holds.
template<class Record, class Base, class Stored = Record> class RecordModel : public Base {
public:
    using Base::Base;

    /// Null for an invalid index. Valid until the next update.
    const Record *record(const QModelIndex &index) const
    {
        return index.isValid() && index.model() == this ? &at(this->slotOf(index)) : nullptr;
    }

    const char *columnId(int column) const override { return columnAt(column).id; }
    ColumnKind columnKind(int column) const override { return columnAt(column).kind; }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.column() > 0 ? 0 : static_cast<int>(columns().size());
    }

    /// A number where the column counts something, else its text; invalid where it is unknown.
    std::function<QVariant(int, int)> rowValues() const override
    {
        return [records = m_records, held = snapshot(), all = columns()](int slot, int number) -> QVariant {
            const Record &record = recordOf((*records)[static_cast<std::size_t>(slot)]);
            const Column<Record> &column = all[static_cast<std::size_t>(number)];
            if (column.kind != ColumnKind::Text)
                return columnData(column, record, SortRole);
            const QString text = column.text(record);
            return text == u"—" ? QVariant() : QVariant(text);
        };
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const Record *const found = record(index);
        if (!found)
            return {};
        if (role == KeyRole)
            return key(*found);
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

    /// What the records point into; texts that are made in the background keep it.
    virtual std::shared_ptr<const void> snapshot() const { return {}; }
    /// Adds the texts of KeyedModel::moreFields() to a row's.
    using MoreTexts = void (*)(const Record &, std::vector<QString> &texts);
    virtual MoreTexts moreTexts() const { return nullptr; }

    /// parents: per record the index of the record above it, which must come earlier; −1, or an empty list: top.
    void setRows(std::vector<Stored> records, const std::vector<int> &parents = {})
    {
        const std::vector<int> planned = this->planRows(
            static_cast<int>(records.size()),
            [&](int row) { return key(recordOf(records[static_cast<std::size_t>(row)])); }, parents);
        const bool inOrder =
            static_cast<std::size_t>(this->slotCount()) == records.size() && std::ranges::is_sorted(planned);
        if (inOrder) { // and so nothing leaves whose record must be readable until then
            m_records = std::make_shared<std::vector<Stored>>(std::move(records));
        } else {
            // Texts may still be made of the old ones.
            if (m_records.use_count() > 1)
                m_records = std::make_shared<std::vector<Stored>>(*m_records);
            m_records->resize(static_cast<std::size_t>(this->slotCount()));
            for (std::size_t i = 0; i < records.size(); ++i)
                (*m_records)[static_cast<std::size_t>(planned[i])] = std::move(records[i]);
        }
        for (const int slot : this->finishRows())
            (*m_records)[static_cast<std::size_t>(slot)] = Stored{};
    }

    const Record &at(int slot) const { return recordOf((*m_records)[static_cast<std::size_t>(slot)]); }
    QString slotKey(int slot) const override { return key(at(slot)); }
    std::function<QVariant(int)> sortKeys(int column) const override
    {
        const Column<Record> &wanted = columnAt(column);
        if (!wanted.far)
            return [this, &wanted](int slot) { return columnData(wanted, at(slot), SortRole); };
        return [this, &wanted](int slot) {
            // Slots follow each other as rows do, or nearly so.
            constexpr std::size_t ahead = 24;
            if (const std::size_t next = static_cast<std::size_t>(slot) + ahead; next < m_records->size())
                if (const Record *const record = pointerTo((*m_records)[next]))
                    __builtin_prefetch(wanted.far(*record));
            return columnData(wanted, at(slot), SortRole);
        };
    }

    KeyedModel::RowTexts rowTexts() const override
    {
        return [records = m_records, held = snapshot(), all = columns(), more = moreTexts()](int slot) {
            const Record &record = recordOf((*records)[static_cast<std::size_t>(slot)]);
            std::vector<QString> texts;
            texts.reserve(all.size() + 8);
            for (const Column<Record> &column : all)
                texts.push_back(column.text(record));
            if (more)
                more(record, texts);
            return texts;
        };
    }

private:
    static const Record *pointerTo(const Stored &stored) ///< null in a free slot that only points to a record
    {
        if constexpr (std::is_pointer_v<Stored>)
            return stored;
        else
            return &stored;
    }

    static const Record &recordOf(const Stored &stored) { return *pointerTo(stored); }

    const Column<Record> &columnAt(int column) const { return columns()[static_cast<std::size_t>(column)]; }

    std::shared_ptr<std::vector<Stored>> m_records = std::make_shared<std::vector<Stored>>(); ///< by slot
};

} // namespace Fathom
