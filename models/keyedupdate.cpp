// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of KeyedModel that turns one state of the rows into the next: few signals, each one legal on its own.
#include "models/keyedmodel.h"

#include <algorithm>
#include <utility>

namespace Fathom {

namespace {

/// A view pays for every step; beyond this many, rows are first moved together and then go or come as one range.
constexpr std::size_t manyRanges = 16;

struct RowRange {
    int first;
    int last;
};

/// The stretches of list whose slots are wanted.
template<class Wanted> std::vector<RowRange> rangesOf(const std::vector<int> &list, Wanted wanted)
{
    std::vector<RowRange> ranges;
    for (int row = 0; row < static_cast<int>(list.size()); ++row) {
        if (!wanted(list[static_cast<std::size_t>(row)]))
            continue;
        if (!ranges.empty() && ranges.back().last == row - 1)
            ranges.back().last = row;
        else
            ranges.push_back({row, row});
    }
    return ranges;
}

} // namespace

void KeyedModel::mark(const std::vector<int> &these)
{
    m_marks.resize(static_cast<std::size_t>(slotCount()));
    ++m_marking;
    for (const int slot : these)
        m_marks[static_cast<std::size_t>(slot)] = m_marking;
}

void KeyedModel::setShown(int parent, std::vector<int> shown)
{
    for (const int slot : node(parent).shown)
        node(slot).row = -1;
    int row = 0;
    for (const int slot : shown)
        node(slot).row = row++;
    node(parent).shown = std::move(shown);
}

void KeyedModel::relayout(const QList<QPersistentModelIndex> &parents, const std::function<void()> &change)
{
    emit layoutAboutToBeChanged(parents, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    change();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.append(isReachable(slotOf(index)) ? indexOfSlot(slotOf(index), index.column()) : QModelIndex());
    changePersistentIndexList(before, after);
    emit layoutChanged(parents, VerticalSortHint);
}

void KeyedModel::reorderShown(int parent, std::vector<int> order)
{
    if (order == node(parent).shown)
        return;
    QList<QPersistentModelIndex> parents;
    if (parent >= 0)
        parents.append(indexOfSlot(parent));
    relayout(parents, [&] { setShown(parent, std::move(order)); });
}

void KeyedModel::removeUnmarked(int parent)
{
    const auto leaves = [this](int slot) { return !isMarked(slot); };
    std::vector<RowRange> leaving = rangesOf(node(parent).shown, leaves);
    if (leaving.size() > manyRanges) {
        std::vector<int> order = node(parent).shown;
        std::ranges::stable_partition(order, [this](int slot) { return isMarked(slot); });
        reorderShown(parent, std::move(order));
        leaving = rangesOf(node(parent).shown, leaves);
    }
    for (auto range = leaving.rbegin(); range != leaving.rend(); ++range) {
        beginRemoveRows(indexOfSlot(parent), range->first, range->last);
        std::vector<int> left = node(parent).shown;
        left.erase(left.begin() + range->first, left.begin() + range->last + 1);
        setShown(parent, std::move(left));
        endRemoveRows();
    }
}

void KeyedModel::moveShown(int parent, std::vector<int> target)
{
    if (!isReachable(parent)) {
        setShown(parent, std::move(target));
        return;
    }
    mark(target);
    removeUnmarked(parent);

    mark(node(parent).shown);
    const auto isNew = [this](int slot) { return !isMarked(slot); };
    std::vector<int> order = target;
    std::erase_if(order, isNew);
    std::vector<RowRange> coming = rangesOf(target, isNew);
    if (coming.size() > manyRanges || order != node(parent).shown) {
        // The new ones line up at the end; what is there already comes first, as it stands.
        order = node(parent).shown;
        std::ranges::copy_if(target, std::back_inserter(order), isNew);
        coming = rangesOf(order, isNew);
    } else {
        order = target;
    }
    for (const RowRange &range : coming) {
        beginInsertRows(indexOfSlot(parent), range.first, range.last);
        std::vector<int> more = node(parent).shown;
        more.insert(more.begin() + range.first, order.begin() + range.first, order.begin() + range.last + 1);
        setShown(parent, std::move(more));
        endInsertRows();
    }
    reorderShown(parent, std::move(target));
}

void KeyedModel::showPassing()
{
    // A tree whose every branch changes would have more steps than rows: it is laid out anew at once.
    constexpr std::size_t manyBranches = 200;
    std::vector<std::pair<int, std::vector<int>>> changed;
    const auto look = [&](int slot) {
        std::vector<int> target = passing(node(slot).children);
        if (target != node(slot).shown)
            changed.emplace_back(slot, std::move(target));
    };
    look(-1);
    for (const int slot : m_live)
        look(slot);
    if (changed.size() > manyBranches)
        relayout({}, [&] {
            for (auto &[slot, target] : changed)
                setShown(slot, std::move(target));
        });
    else
        for (auto &[slot, target] : changed)
            moveShown(slot, std::move(target));
}

std::vector<int> KeyedModel::planRows(const std::vector<Row> &rows)
{
    const std::vector<int> before = std::exchange(m_live, {});
    const QHash<QString, int> slotBefore = std::exchange(m_slotOfKey, {});
    std::vector<char> taken(m_nodes.size(), 0);
    m_fresh.clear();
    m_slotOfKey.reserve(static_cast<qsizetype>(rows.size()));
    for (const Row &row : rows) {
        const int parent = row.parent < 0 ? -1 : m_live[static_cast<std::size_t>(row.parent)];
        int slot = slotBefore.value(row.key, -1);
        // Another parent makes it another row; so does a key that stands there twice.
        if (slot >= 0 && (node(slot).parent != parent || taken[static_cast<std::size_t>(slot)]))
            slot = -1;
        if (slot < 0) {
            if (m_freeSlots.empty()) {
                slot = slotCount();
                m_nodes.emplace_back();
                taken.push_back(0);
            } else {
                slot = m_freeSlots.back();
                m_freeSlots.pop_back();
            }
            node(slot) = Node{.key = row.key, .parent = parent};
            m_fresh.push_back(slot);
        }
        taken[static_cast<std::size_t>(slot)] = 1;
        node(slot).position = static_cast<int>(m_live.size());
        if (!m_slotOfKey.contains(row.key))
            m_slotOfKey.insert(row.key, slot);
        m_live.push_back(slot);
    }
    m_leaving.clear();
    std::ranges::copy_if(
        before, std::back_inserter(m_leaving), [&](int slot) { return !taken[static_cast<std::size_t>(slot)]; });
    return m_live;
}

std::vector<int> KeyedModel::finishRows()
{
    // Leaving branches keep their shown rows until their parent has let go of them.
    node(-1).children.clear();
    for (const int slot : m_live)
        node(slot).children.clear();
    for (const int slot : m_live)
        node(node(slot).parent).children.push_back(slot);
    buildSortKeys();
    m_arena.clear();
    updatePasses();

    sortChildren(node(-1).children);
    for (const int slot : m_live)
        sortChildren(node(slot).children);
    // New branches grow before they are hung up, so that their whole is one insertion.
    for (const int slot : m_fresh)
        setShown(slot, passing(node(slot).children));
    showPassing();

    const auto told = [this](int slot) {
        const std::vector<int> &shown = node(slot).shown;
        if (!shown.empty() && isReachable(slot))
            emit dataChanged(indexOfSlot(shown.front()), indexOfSlot(shown.back(), columnCount() - 1));
    };
    told(-1);
    mark(m_fresh);
    for (const int slot : m_live)
        if (!isMarked(slot))
            told(slot);
    for (const int slot : m_leaving) {
        node(slot) = Node{};
        m_freeSlots.push_back(slot);
    }
    m_fresh.clear();
    return std::exchange(m_leaving, {});
}

} // namespace Fathom
