// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"
#include "models/sortkeys.h"
#include "models/textarena.h"

#include <QAbstractItemModel>
#include <QHash>

#include <functional>
#include <vector>

namespace Fathom {

/// Rows that have keys, as a table (all of them at the top) or a tree: the one place that knows their order, what a
/// filter leaves of them, and how one state of them becomes the next, so that selection, expansion and every persistent
/// index follow their thing. Each row lives in a slot, a number that stays its own for as long as its key lies under
/// the same parent; it is the model indexes' internal id. Derived models keep a record per slot and say what is shown
/// of it.
class KeyedModel : public QAbstractItemModel {
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setFilter(const QString &text); ///< every word must occur in some column's text, "id:word" in that column's
    QModelIndex indexOfKey(const QString &key) const; ///< invalid: unknown, or the filter hides it
    int allRows() const { return static_cast<int>(m_live.size()); } ///< before filtering, on all levels
    virtual const char *columnId(int column) const = 0;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    QModelIndex sibling(int row, int column, const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    /// Column −1: as the rows were given. Equal rows keep that order.
    void sort(int column, Qt::SortOrder order) override;

protected:
    struct Row {
        QString key;
        int parent = -1; ///< index into the same list, lower than the row's own; −1: top
    };

    /// What a filter shows beside the rows that match and what leads to them.
    enum class FilterScope {
        Matches, ///< nothing
        Below, ///< what lies below a match, unless the match is at the top
        WholeTrees, ///< every row that hangs together with a match
    };

    /// First half of an update: gives every row its slot, in the rows' order. Nothing is seen of it yet: the model's
    /// records must now be put into their slots, then finishRows() tells the views.
    std::vector<int> planRows(const std::vector<Row> &rows);
    /// Second half; returns the slots that are free now.
    std::vector<int> finishRows();

    virtual QString cellText(int slot, int column) const = 0;
    virtual QVariant cellSortKey(int slot, int column) const = 0;
    /// The texts that a filter looks through, one per column and more; empty: the row never matches by itself.
    virtual std::vector<QString> filterTexts(int slot) const;
    virtual FilterScope filterScope() const { return FilterScope::Matches; }

    int slotCount() const { return static_cast<int>(m_nodes.size()) - 1; }
    int slotOf(const QModelIndex &index) const { return index.isValid() ? static_cast<int>(index.internalId()) : -1; }
    bool passesFilter(int slot) const { return m_passes[static_cast<std::size_t>(slot)]; }
    const QString &keyOfSlot(int slot) const { return node(slot).key; }
    const std::vector<int> &liveSlots() const { return m_live; } ///< as the rows were given, parents first

private:
    struct Node {
        QString key;
        int parent = -1;
        int position = 0; ///< in the rows as they were given
        int row = -1; ///< among its shown siblings; −1: hidden
        std::vector<int> children; ///< all, sorted
        std::vector<int> shown; ///< those that pass the filter, in the same order
    };

    // The invisible root is the node before slot 0.
    Node &node(int slot) { return m_nodes[static_cast<std::size_t>(slot + 1)]; }
    const Node &node(int slot) const { return m_nodes[static_cast<std::size_t>(slot + 1)]; }
    QModelIndex indexOfSlot(int slot, int column = 0) const;
    QString checkedText(int slot, int column) const;

    void buildSortKeys();
    void sortChildren(std::vector<int> &children) const;
    void updatePasses();
    std::vector<int> passing(const std::vector<int> &children) const;
    bool isReachable(int slot) const; ///< shown, and so is everything above it
    void mark(const std::vector<int> &these); ///< these, and no others
    bool isMarked(int slot) const { return m_marks[static_cast<std::size_t>(slot)] == m_marking; }

    void showPassing(); ///< makes every row's shown children those that pass the filter now
    void setShown(int parent, std::vector<int> shown); ///< silently
    void moveShown(int parent, std::vector<int> target); ///< tells the views step by step
    void removeUnmarked(int parent);
    void reorderShown(int parent, std::vector<int> order);
    void relayout(const QList<QPersistentModelIndex> &parents, const std::function<void()> &change);

    std::vector<Node> m_nodes = std::vector<Node>(1);
    std::vector<int> m_live;
    std::vector<int> m_fresh; ///< between planRows() and finishRows(): slots without a past
    std::vector<int> m_leaving; ///< … and without a future
    std::vector<int> m_freeSlots;
    QHash<QString, int> m_slotOfKey;
    std::vector<quint64> m_marks; ///< by slot: the marking that it was last in
    quint64 m_marking = 0;

    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    SortKeys m_sortKeys;

    std::vector<FilterWord> m_words;
    TextArena m_arena; ///< built when a filter first needs it, in the order of m_live
    std::vector<char> m_passes; ///< by slot
};

} // namespace Fathom
