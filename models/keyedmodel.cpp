// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keyedmodel.h"

#include <algorithm>
#include <utility>

namespace Fathom {

namespace {

std::size_t at(int slot)
{
    return static_cast<std::size_t>(slot);
}

} // namespace

void KeyedModel::setPlace(int slot, Place place)
{
    if (m_places.empty() && place.parent < 0 && place.branch < 0)
        return;
    m_places.resize(m_rows.size());
    m_places[at(slot)] = place;
}

KeyedModel::Branch &KeyedModel::growBranch(int slot)
{
    if (branchOf(slot) < 0) {
        if (m_freeBranches.empty()) {
            setPlace(slot, {parentOf(slot), static_cast<int>(m_branches.size())});
            m_branches.emplace_back();
        } else {
            setPlace(slot, {parentOf(slot), m_freeBranches.back()});
            m_freeBranches.pop_back();
        }
    }
    return m_branches[at(branchOf(slot))];
}

const std::vector<int> &KeyedModel::childrenOf(int slot) const
{
    static const std::vector<int> none;
    const int branch = branchOf(slot);
    return branch < 0 ? none : m_branches[at(branch)].children;
}

const std::vector<int> &KeyedModel::shownOf(int slot) const
{
    static const std::vector<int> none;
    const int branch = branchOf(slot);
    if (branch < 0)
        return none;
    const Branch &found = m_branches[at(branch)];
    return found.allShown ? found.children : found.shown;
}

void KeyedModel::setShown(int parent, std::vector<int> shown)
{
    for (const int slot : shownOf(parent))
        rowOf(slot) = -1;
    if (branchOf(parent) < 0 && shown.empty())
        return;
    int row = 0;
    for (const int slot : shown)
        rowOf(slot) = row++;
    Branch &branch = growBranch(parent);
    branch.allShown = false;
    branch.shown = std::move(shown);
    share(branch);
}

void KeyedModel::share(Branch &branch)
{
    if (branch.allShown || branch.shown != branch.children)
        return;
    branch.allShown = true;
    branch.shown = std::vector<int>();
}

QModelIndex KeyedModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || parent.column() > 0)
        return {};
    const std::vector<int> &shown = shownOf(slotOf(parent));
    if (at(row) >= shown.size() || column >= columnCount())
        return {};
    return createIndex(row, column, static_cast<quintptr>(shown[at(row)]));
}

QModelIndex KeyedModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOfSlot(parentOf(slotOf(index))) : QModelIndex();
}

QModelIndex KeyedModel::sibling(int row, int column, const QModelIndex &index) const
{
    if (row == index.row() && index.isValid() && column >= 0 && column < columnCount())
        return createIndex(row, column, index.internalId());
    return QAbstractItemModel::sibling(row, column, index);
}

int KeyedModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(shownOf(slotOf(parent)).size());
}

bool KeyedModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QModelIndex KeyedModel::indexOfSlot(int slot, int column) const
{
    return slot < 0 || rowOf(slot) < 0 ? QModelIndex() : createIndex(rowOf(slot), column, static_cast<quintptr>(slot));
}

int KeyedModel::slotOfKey(const QString &key) const
{
    const auto keyOf = [this](int slot) { return slotKey(slot); };
    if (m_slotOfKey.isEmpty())
        m_slotOfKey.build(m_live, keyOf);
    return m_slotOfKey.find(key, keyOf);
}

QModelIndex KeyedModel::indexOfKey(const QString &key) const
{
    const int slot = slotOfKey(key);
    return isReachable(slot) ? indexOfSlot(slot) : QModelIndex();
}

std::vector<ExportRow> KeyedModel::exportRows() const
{
    std::vector<ExportRow> rows;
    const auto add = [&](auto &&self, int parent, int level) -> void {
        for (const int slot : shownOf(parent)) {
            rows.push_back({slot, level});
            self(self, slot, level + 1);
        }
    };
    add(add, -1, 0);
    return rows;
}

std::vector<ExportRow> KeyedModel::exportRows(const QModelIndexList &rows) const
{
    std::vector<char> wanted(at(slotCount()), 0);
    for (const QModelIndex &index : rows)
        wanted[at(slotOf(index))] = 1;
    std::vector<ExportRow> result = exportRows();
    std::erase_if(result, [&](const ExportRow &row) { return !wanted[at(row.slot)]; });
    return result;
}

bool KeyedModel::isReachable(int slot) const
{
    for (; slot >= 0; slot = parentOf(slot))
        if (rowOf(slot) < 0)
            return false;
    return true;
}

// ---------------------------------------------------------------- order

void KeyedModel::buildSortKeys()
{
    m_sortKeys.clear();
    if (m_sortColumn >= 0)
        m_sortKeys.build(m_live, sortKeys(m_sortColumn));
}

void KeyedModel::sortAll()
{
    for (Branch &branch : m_branches) {
        // What is shown stays so until the views are told.
        if (std::exchange(branch.allShown, false)) {
            branch.shown = std::move(branch.children);
            branch.children = {};
            branch.children.reserve(branch.shown.size());
        }
        branch.children.clear();
    }
    for (const int slot : m_sortKeys.isEmpty() ? m_live : m_sortKeys.inOrder(m_sortOrder))
        growBranch(parentOf(slot)).children.push_back(slot);
    for (Branch &branch : m_branches)
        branch.children.shrink_to_fit();
}

void KeyedModel::sort(int column, Qt::SortOrder order)
{
    if (column >= columnCount())
        column = -1;
    const bool sameKeys = column == m_sortColumn && !m_sortKeys.isEmpty();
    m_sortColumn = column;
    m_sortOrder = order;
    if (!sameKeys)
        buildSortKeys();
    relayout({}, [this] {
        sortAll();
        for (int slot = -1; slot < slotCount(); ++slot)
            if (!shownOf(slot).empty())
                setShown(slot, passing(childrenOf(slot)));
    });
}

} // namespace Fathom
