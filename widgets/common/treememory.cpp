// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/treememory.h"

#include "models/roles.h"

#include <QScopedValueRollback>
#include <QTreeView>

namespace Fathom {

namespace {

/// With more rows than these under a filter, opening all of them helps nobody.
constexpr int filteredRowsOpened = 2000;

} // namespace

TreeMemory::TreeMemory(QTreeView &view, std::function<QModelIndex(const QString &)> indexOfKey, int openDepth)
    : QObject(&view)
    , m_view(view)
    , m_indexOfKey(std::move(indexOfKey))
    , m_openDepth(openDepth)
{
    connect(&view, &QTreeView::expanded, this, [this](const QModelIndex &index) { remember(index, true); });
    connect(&view, &QTreeView::collapsed, this, [this](const QModelIndex &index) { remember(index, false); });
    connect(view.model(), &QAbstractItemModel::modelAboutToBeReset, this, &TreeMemory::keep);
    connect(view.model(), &QAbstractItemModel::modelReset, this, &TreeMemory::restore);
}

void TreeMemory::setFiltered(bool filtered)
{
    const bool wasFiltered = std::exchange(m_filtered, filtered);
    if (wasFiltered && !filtered) {
        const QScopedValueRollback guard(m_applying, true);
        m_view.collapseAll();
    }
    apply();
}

void TreeMemory::apply()
{
    const QScopedValueRollback guard(m_applying, true);
    if (m_filtered) {
        int budget = filteredRowsOpened;
        const auto open = [this, &budget](auto &&self, const QModelIndex &parent) -> void {
            const int rows = m_view.model()->rowCount(parent);
            for (int row = 0; row < rows && budget > 0; ++row, --budget) {
                const QModelIndex index = m_view.model()->index(row, 0, parent);
                if (m_view.model()->hasChildren(index)) {
                    m_view.expand(index);
                    self(self, index);
                }
            }
        };
        open(open, {});
        return;
    }
    openLevels({}, 0);
    for (const QString &key : std::as_const(m_opened)) {
        if (const QModelIndex index = m_indexOfKey(key); index.isValid())
            m_view.expand(index);
    }
}

void TreeMemory::openLevels(const QModelIndex &parent, int depth)
{
    if (depth >= m_openDepth)
        return;
    const int rows = m_view.model()->rowCount(parent);
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = m_view.model()->index(row, 0, parent);
        if (!m_view.model()->hasChildren(index) || m_closed.contains(index.data(KeyRole).toString()))
            continue;
        m_view.expand(index);
        openLevels(index, depth + 1);
    }
}

void TreeMemory::remember(const QModelIndex &index, bool open)
{
    if (m_applying || m_filtered)
        return;
    const QString key = index.data(KeyRole).toString();
    if (depthOf(index) < m_openDepth) {
        if (open)
            m_closed.remove(key);
        else
            m_closed.insert(key);
    } else if (open) {
        m_opened.insert(key);
    } else {
        m_opened.remove(key);
    }
}

void TreeMemory::keep()
{
    m_current = m_view.currentIndex().data(KeyRole).toString();
    m_selected.clear();
    for (const QModelIndex &index : m_view.selectionModel()->selectedRows())
        m_selected << index.data(KeyRole).toString();
}

void TreeMemory::restore()
{
    apply();
    for (const QString &key : std::as_const(m_selected)) {
        if (const QModelIndex index = m_indexOfKey(key); index.isValid())
            m_view.selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    if (const QModelIndex index = m_indexOfKey(m_current); !m_current.isEmpty() && index.isValid())
        m_view.selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
}

int TreeMemory::depthOf(const QModelIndex &index) const
{
    int depth = 0;
    for (QModelIndex parent = index.parent(); parent.isValid(); parent = parent.parent())
        ++depth;
    return depth;
}

} // namespace Fathom
