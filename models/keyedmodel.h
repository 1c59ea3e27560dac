// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filteranswers.h"
#include "models/filterquery.h"
#include "models/keyindex.h"
#include "models/roles.h"
#include "models/rowexport.h"
#include "models/sortkeys.h"

#include <QAbstractItemModel>

#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace Fathom {

/// Rows that have keys, as a table (all of them at the top) or a tree: the one place that knows their order, what a
/// filter leaves of them, and how one state of them becomes the next, so that selection, expansion and every persistent
/// index follow their thing. Each row lives in a slot, a number that stays its own for as long as its key lies under
/// the same parent; it is the model indexes' internal id. Derived models keep a record per slot and say what is shown
/// of it; what is kept here is small, so that a million rows fit.
class KeyedModel : public QAbstractItemModel {
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    /// See parseFilter(). With many rows their texts are made in the background before a filter looks through them for
    /// the first time, and filterApplied() tells when it has.
    void setFilter(const QString &text);
    const QString &filterProblem() const { return m_filterProblem; } ///< what was left out of it, and why; or empty
    void prepareFilter(); ///< somebody is about to type one
    void finishFilter(); ///< waits until the filter that was set is applied
    bool isFiltering() const { return m_filtering; } ///< rows come and go because of the filter just now
    /// What may stand before a colon in a filter: the columns, and what else the rows tell.
    std::vector<FilterField> filterFields() const;
    QModelIndex indexOfKey(const QString &key) const; ///< invalid: unknown, or the filter hides it
    int allRows() const { return static_cast<int>(m_live.size()); } ///< before filtering, on all levels
    int passingRows() const; ///< of these, those that the filter lets through
    virtual const char *columnId(int column) const = 0;
    virtual ColumnKind columnKind(int column) const = 0;

    /// For exports: all rows that are shown, as they are shown, or some; and what their columns hold, on any thread.
    std::vector<ExportRow> exportRows() const;
    std::vector<ExportRow> exportRows(const QModelIndexList &rows) const;
    virtual std::function<QVariant(int slot, int column)> rowValues() const = 0;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    QModelIndex sibling(int row, int column, const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    /// Column −1: as the rows were given. Equal rows keep that order.
    void sort(int column, Qt::SortOrder order) override;

signals:
    void filterApplied();

protected:
    /// What a filter shows beside the rows that match and what leads to them.
    enum class FilterScope {
        Matches, ///< nothing
        Below, ///< what lies below a match, unless the match is at the top
        WholeTrees, ///< every row that hangs together with a match
    };

    /// First half of an update: gives every row its slot, in the rows' order. parents: per row the index of the row
    /// above it, lower than its own, −1: top; empty: all are. Nothing is seen of it yet: the model's records must now
    /// be put into their slots, then finishRows() tells the views.
    std::vector<int> planRows(int count, const std::function<QString(int row)> &keyOf, const std::vector<int> &parents);
    /// Second half; returns the slots that are free now.
    std::vector<int> finishRows();

    virtual QString slotKey(int slot) const = 0; ///< of the record that lies there now
    /// What a column's cells are sorted by, for many slots in turn; valid until the records change.
    virtual std::function<QVariant(int slot)> sortKeys(int column) const = 0;
    /// Makes a row's texts that a filter looks through, one per filterFields(); empty: the row never matches by itself.
    /// Holds all that it reads, and is called from other threads.
    using RowTexts = std::function<std::vector<QString>(int slot)>;
    virtual RowTexts rowTexts() const = 0;
    virtual bool canMatch(int) const { return true; } ///< false: the row never matches by itself
    virtual std::vector<FilterField> moreFields() const { return {}; } ///< texts beside the columns'
    virtual FilterScope filterScope() const { return FilterScope::Matches; }

    int slotCount() const { return static_cast<int>(m_rows.size()); }
    int slotOf(const QModelIndex &index) const { return index.isValid() ? static_cast<int>(index.internalId()) : -1; }
    bool passesFilter(int slot) const { return m_passes[static_cast<std::size_t>(slot)]; }
    const std::vector<int> &liveSlots() const { return m_live; } ///< as the rows were given, parents first

private:
    /// Where a row hangs in a tree.
    struct Place {
        int parent = -1;
        int branch = -1; ///< −1: it never had children
    };

    struct Branch {
        std::vector<int> children; ///< all, sorted
        std::vector<int> shown; ///< those that pass the filter, in the same order; empty where all do
        bool allShown = false;
    };

    int &rowOf(int slot) { return m_rows[static_cast<std::size_t>(slot)]; }
    int rowOf(int slot) const { return m_rows[static_cast<std::size_t>(slot)]; }
    Place placeOf(int slot) const { return m_places.empty() ? Place() : m_places[static_cast<std::size_t>(slot)]; }
    int parentOf(int slot) const { return placeOf(slot).parent; }
    int branchOf(int slot) const { return slot < 0 ? 0 : placeOf(slot).branch; } // the invisible root's is the first
    void setPlace(int slot, Place place);
    Branch &growBranch(int slot);
    const std::vector<int> &childrenOf(int slot) const;
    const std::vector<int> &shownOf(int slot) const;
    QModelIndex indexOfSlot(int slot, int column = 0) const;
    int slotOfKey(const QString &key) const;

    void buildSortKeys();
    void sortAll(); ///< every branch's children, from the sort keys
    bool needTexts() const; ///< some term looks through texts
    bool haveTexts(); ///< makes them if that is quick, else begins to
    void startTexts();
    void takeTexts(const std::shared_ptr<const TextArena> &texts);
    void applyFilter();
    void updatePasses();
    void dropUnlessMet(const FilterTerm &term); ///< from those that pass
    std::vector<int> passing(const std::vector<int> &children) const;
    bool isReachable(int slot) const; ///< shown, and so is everything above it
    void mark(const std::vector<int> &these); ///< these, and no others
    bool isMarked(int slot) const { return m_marks[static_cast<std::size_t>(slot)] == m_marking; }

    void showPassing(); ///< makes every row's shown children those that pass the filter now
    void setShown(int parent, std::vector<int> shown); ///< silently
    static void share(Branch &branch); ///< keeps one list where both are the same
    void moveShown(int parent, std::vector<int> target); ///< tells the views step by step
    bool isLong(int parent, const std::vector<int> &target); ///< the way there has more steps than a view should see
    void removeUnmarked(int parent);
    void reorderShown(int parent, std::vector<int> order);
    void relayout(const QList<QPersistentModelIndex> &parents, const std::function<void()> &change);

    std::vector<int> m_rows; ///< by slot: the row among its shown siblings; −1: hidden
    std::vector<Place> m_places; ///< by slot; empty while all rows are at the top
    std::vector<Branch> m_branches = std::vector<Branch>(1);
    std::vector<int> m_freeBranches;
    std::vector<int> m_live;
    std::vector<int> m_fresh; ///< between planRows() and finishRows(): slots without a past
    std::vector<int> m_leaving; ///< … and without a future
    std::vector<int> m_freeSlots;
    mutable KeyIndex m_slotOfKey; ///< built when somebody first asks
    std::vector<quint32> m_marks; ///< by slot: the marking that it was last in; only while rows come and go
    quint32 m_marking = 0;

    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    SortKeys m_sortKeys;

    std::vector<FilterTerm> m_terms;
    QString m_filterProblem;
    bool m_filtering = false;
    std::vector<char> m_passes; ///< by slot
    FilterAnswers m_answers; ///< from texts in the order of m_live
    quint64 m_textsGeneration = 0; ///< what was made of older rows is dropped
    std::jthread m_textsThread;
};

} // namespace Fathom
