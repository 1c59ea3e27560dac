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

QModelIndex KeyedModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, static_cast<quintptr>(node(slotOf(parent)).shown[at(row)]));
}

QModelIndex KeyedModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOfSlot(node(slotOf(index)).parent) : QModelIndex();
}

QModelIndex KeyedModel::sibling(int row, int column, const QModelIndex &index) const
{
    if (row == index.row() && index.isValid() && column >= 0 && column < columnCount())
        return createIndex(row, column, index.internalId());
    return QAbstractItemModel::sibling(row, column, index);
}

int KeyedModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(slotOf(parent)).shown.size());
}

bool KeyedModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QModelIndex KeyedModel::indexOfSlot(int slot, int column) const
{
    return slot < 0 || node(slot).row < 0 ? QModelIndex()
                                          : createIndex(node(slot).row, column, static_cast<quintptr>(slot));
}

QModelIndex KeyedModel::indexOfKey(const QString &key) const
{
    const int slot = m_slotOfKey.value(key, -1);
    return isReachable(slot) ? indexOfSlot(slot) : QModelIndex();
}

bool KeyedModel::isReachable(int slot) const
{
    for (; slot >= 0; slot = node(slot).parent)
        if (node(slot).row < 0)
            return false;
    return true;
}

// ---------------------------------------------------------------- order and filter

void KeyedModel::buildSortKeys()
{
    m_sortKeys.clear();
    if (m_sortColumn < 0)
        return;
    std::vector<char> alive(at(slotCount()), 0);
    for (const int slot : m_live)
        alive[at(slot)] = 1;
    m_sortKeys.build(
        slotCount(), [&](int slot) { return alive[at(slot)] ? cellSortKey(slot, m_sortColumn) : QVariant(); });
}

void KeyedModel::sortChildren(std::vector<int> &children) const
{
    const auto given = [this](int a, int b) { return node(a).position < node(b).position; };
    if (m_sortKeys.isEmpty())
        std::ranges::sort(children, given);
    else if (m_sortOrder == Qt::AscendingOrder)
        std::ranges::sort(
            children, [&](int a, int b) { return m_sortKeys.less(a, b) || (!m_sortKeys.less(b, a) && given(a, b)); });
    else
        std::ranges::sort(
            children, [&](int a, int b) { return m_sortKeys.less(b, a) || (!m_sortKeys.less(a, b) && given(a, b)); });
}

std::vector<QString> KeyedModel::filterTexts(int slot) const
{
    std::vector<QString> texts;
    for (int column = 0; column < columnCount(); ++column)
        texts.push_back(cellText(slot, column));
    return texts;
}

void KeyedModel::updatePasses()
{
    if (m_words.empty()) {
        m_passes.assign(at(slotCount()), 1);
        return;
    }
    if (m_arena.isEmpty())
        for (const int slot : m_live)
            m_arena.add(filterTexts(slot));
    m_passes.assign(at(slotCount()), 0);
    const std::vector<char> matches = m_arena.matching(m_words);
    for (std::size_t i = 0; i < m_live.size(); ++i)
        m_passes[at(m_live[i])] = matches[i];

    const auto spreadDown = [this](bool fromTop) {
        for (const int slot : m_live) {
            const int parent = node(slot).parent;
            if (parent >= 0 && m_passes[at(parent)] && (fromTop || node(parent).parent >= 0))
                m_passes[at(slot)] = 1;
        }
    };
    const auto spreadUp = [this] {
        for (auto slot = m_live.rbegin(); slot != m_live.rend(); ++slot)
            if (m_passes[at(*slot)] && node(*slot).parent >= 0)
                m_passes[at(node(*slot).parent)] = 1;
    };
    if (filterScope() == FilterScope::Below)
        spreadDown(false);
    spreadUp();
    if (filterScope() == FilterScope::WholeTrees)
        spreadDown(true);
}

std::vector<int> KeyedModel::passing(const std::vector<int> &children) const
{
    if (m_words.empty())
        return children;
    std::vector<int> result;
    std::ranges::copy_if(children, std::back_inserter(result), [this](int slot) { return passesFilter(slot); });
    return result;
}

void KeyedModel::setFilter(const QString &text)
{
    std::vector<QByteArray> ids;
    for (int column = 0; column < columnCount(); ++column)
        ids.emplace_back(columnId(column));
    std::vector<FilterWord> words = filterWords(text, ids);
    if (words == m_words)
        return;
    m_words = std::move(words);
    updatePasses();
    showPassing();
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
        for (int slot = -1; slot < slotCount(); ++slot) {
            sortChildren(node(slot).children);
            if (!node(slot).shown.empty())
                setShown(slot, passing(node(slot).children));
        }
    });
}

} // namespace Fathom
