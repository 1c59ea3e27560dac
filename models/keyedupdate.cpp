// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of KeyedModel that turns one state of the rows into the next: few signals, each one legal on its own.
#include "models/keyedmodel.h"

#include <algorithm>
#include <utility>

namespace Fathom {

namespace {

/// A view pays for every step; beyond this many, the rows are laid out anew at once.
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
    if (order == shownOf(parent))
        return;
    QList<QPersistentModelIndex> parents;
    if (parent >= 0)
        parents.append(indexOfSlot(parent));
    relayout(parents, [&] { setShown(parent, std::move(order)); });
}

void KeyedModel::removeUnmarked(int parent)
{
    const std::vector<RowRange> leaving = rangesOf(shownOf(parent), [this](int slot) { return !isMarked(slot); });
    for (auto range = leaving.rbegin(); range != leaving.rend(); ++range) {
        beginRemoveRows(indexOfSlot(parent), range->first, range->last);
        std::vector<int> left = shownOf(parent);
        left.erase(left.begin() + range->first, left.begin() + range->last + 1);
        setShown(parent, std::move(left));
        endRemoveRows();
    }
}

bool KeyedModel::isLong(int parent, const std::vector<int> &target)
{
    std::size_t ranges = 0;
    const auto isMany = [&](const std::vector<int> &list, auto wanted) {
        bool before = false;
        for (const int slot : list) {
            const bool now = wanted(slot);
            ranges += now && !before;
            before = now;
            if (ranges > manyRanges)
                return true; // a filter's rows lie scattered: that shows soon
        }
        return false;
    };
    if (isMany(target, [this](int slot) { return rowOf(slot) < 0; }))
        return true;
    mark(target);
    return isMany(shownOf(parent), [this](int slot) { return !isMarked(slot); });
}

void KeyedModel::moveShown(int parent, std::vector<int> target)
{
    if (!isReachable(parent)) {
        setShown(parent, std::move(target));
        return;
    }
    if (shownOf(parent).empty() && !target.empty()) {
        beginInsertRows(indexOfSlot(parent), 0, static_cast<int>(target.size()) - 1);
        setShown(parent, std::move(target));
        endInsertRows();
        return;
    }
    if (isLong(parent, target)) {
        reorderShown(parent, std::move(target));
        return;
    }
    mark(target);
    removeUnmarked(parent);

    mark(shownOf(parent));
    const auto isNew = [this](int slot) { return !isMarked(slot); };
    std::vector<int> order = target;
    std::erase_if(order, isNew);
    std::vector<RowRange> coming = rangesOf(target, isNew);
    if (order != shownOf(parent)) {
        // The new ones line up at the end; what is there already comes first, as it stands.
        order = shownOf(parent);
        std::ranges::copy_if(target, std::back_inserter(order), isNew);
        coming = rangesOf(order, isNew);
    } else {
        order = target;
    }
    for (const RowRange &range : coming) {
        beginInsertRows(indexOfSlot(parent), range.first, range.last);
        std::vector<int> more = shownOf(parent);
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
        std::vector<int> target = passing(childrenOf(slot));
        if (target != shownOf(slot))
            changed.emplace_back(slot, std::move(target));
    };
    look(-1);
    for (const int slot : m_live)
        if (branchOf(slot) >= 0)
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

std::vector<int> KeyedModel::planRows(
    int count, const std::function<QString(int)> &keyOf, const std::vector<int> &parents)
{
    const std::vector<int> before = std::exchange(m_live, {});
    std::vector<char> taken(m_rows.size(), 0);
    taken.reserve(static_cast<std::size_t>(count));
    m_fresh.clear();
    if (before.empty())
        m_fresh.reserve(static_cast<std::size_t>(count));
    m_live.reserve(static_cast<std::size_t>(count));
    // Most rows come as they came before: the one that followed then is looked at first.
    std::size_t next = 0;
    KeyIndex slotBefore;
    std::vector<std::size_t> positionBefore; // by slot
    const auto keyBefore = [this](int slot) { return slotKey(slot); };
    const auto find = [&](const QString &key) {
        if (next < before.size() && slotKey(before[next]) == key)
            return before[next++];
        if (slotBefore.isEmpty()) {
            slotBefore.build(before, keyBefore);
            positionBefore.resize(m_rows.size());
            for (std::size_t i = 0; i < before.size(); ++i)
                positionBefore[static_cast<std::size_t>(before[i])] = i;
        }
        const int slot = slotBefore.find(key, keyBefore);
        if (slot >= 0)
            next = positionBefore[static_cast<std::size_t>(slot)] + 1;
        return slot;
    };
    m_rows.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const auto row = static_cast<std::size_t>(i);
        const int parent = parents.empty() || parents[row] < 0 ? -1 : m_live[static_cast<std::size_t>(parents[row])];
        int slot = before.empty() ? -1 : find(keyOf(i));
        // Another parent makes it another row; so does a key that stands there twice.
        if (slot >= 0 && (parentOf(slot) != parent || taken[static_cast<std::size_t>(slot)]))
            slot = -1;
        if (slot < 0) {
            if (m_freeSlots.empty()) {
                slot = slotCount();
                m_rows.push_back(-1);
                taken.push_back(0);
            } else {
                slot = m_freeSlots.back();
                m_freeSlots.pop_back();
            }
            setPlace(slot, {.parent = parent});
            m_fresh.push_back(slot);
        }
        taken[static_cast<std::size_t>(slot)] = 1;
        m_live.push_back(slot);
    }
    m_leaving.clear();
    std::ranges::copy_if(
        before, std::back_inserter(m_leaving), [&](int slot) { return !taken[static_cast<std::size_t>(slot)]; });
    m_slotOfKey.clear();
    return m_live;
}

std::vector<int> KeyedModel::finishRows()
{
    ++m_textsGeneration;
    m_textsThread = {}; // an older one is stopped and waited for, a row's time
    m_answers.setTexts(nullptr);
    buildSortKeys();
    // Leaving branches keep their shown rows until their parent has let go of them.
    sortAll();
    // Texts that take long are waited for: until then what passed passes, and what is new is not seen.
    if (haveTexts())
        updatePasses();
    else
        m_passes.resize(static_cast<std::size_t>(slotCount()));
    if (!m_terms.empty() && !m_answers.haveTexts())
        for (const int slot : m_fresh)
            if (needTexts())
                m_passes[static_cast<std::size_t>(slot)] = 0;

    // New branches grow before they are hung up, so that their whole is one insertion.
    for (const int slot : m_fresh)
        if (branchOf(slot) >= 0)
            setShown(slot, passing(childrenOf(slot)));
    showPassing();

    const auto told = [this](int slot) {
        const std::vector<int> &shown = shownOf(slot);
        if (!shown.empty() && isReachable(slot))
            emit dataChanged(indexOfSlot(shown.front()), indexOfSlot(shown.back(), columnCount() - 1));
    };
    for (Branch &branch : m_branches)
        share(branch);
    // Where everything is new, its coming has told all there is.
    if (m_fresh.size() < m_live.size()) {
        told(-1);
        mark(m_fresh);
        for (const int slot : m_live)
            if (branchOf(slot) >= 0 && !isMarked(slot))
                told(slot);
    }
    m_fresh = std::vector<int>();
    m_marks = std::vector<quint32>();
    if (m_live.empty()) {
        // Nobody is left to keep a slot: what comes next lies in the order that it comes in.
        m_rows.clear();
        m_places.clear();
        m_passes.clear();
        m_branches.resize(1);
        m_freeBranches.clear();
        m_freeSlots.clear();
        return std::exchange(m_leaving, {});
    }
    for (const int slot : m_leaving) {
        if (const int branch = branchOf(slot); branch >= 0) {
            m_branches[static_cast<std::size_t>(branch)] = Branch{};
            m_freeBranches.push_back(branch);
        }
        rowOf(slot) = -1;
        setPlace(slot, {});
        m_freeSlots.push_back(slot);
    }
    return std::exchange(m_leaving, {});
}

} // namespace Fathom
