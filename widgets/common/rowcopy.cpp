// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/rowcopy.h"

#include <QHeaderView>
#include <QStringList>
#include <QTreeView>

#include <algorithm>

namespace Fathom {

namespace {

/// A tab or line break inside a cell would shift every cell behind it.
QString cellText(const QVariant &value)
{
    QString text = value.toString();
    for (QChar &character : text) {
        if (character == u'\t' || character == u'\n' || character == u'\r')
            character = u' ';
    }
    return text;
}

/// The rows' places from the root down, so that indexes of different parents sort as they are shown.
std::vector<int> rowPath(QModelIndex index)
{
    std::vector<int> path;
    for (; index.isValid(); index = index.parent())
        path.push_back(index.row());
    std::ranges::reverse(path);
    return path;
}

} // namespace

QString selectedRowsText(const QTreeView &view)
{
    if (!view.model() || !view.selectionModel())
        return {};
    std::vector<std::pair<std::vector<int>, QModelIndex>> rows;
    for (const QModelIndex &index : view.selectionModel()->selectedRows())
        rows.emplace_back(rowPath(index), index);
    if (rows.empty())
        return {};
    std::ranges::sort(rows, {}, &std::pair<std::vector<int>, QModelIndex>::first);

    std::vector<int> columns;
    const QHeaderView *header = view.header();
    for (int visual = 0; visual < header->count(); ++visual) {
        if (const int column = header->logicalIndex(visual); !header->isSectionHidden(column))
            columns.push_back(column);
    }

    QStringList cells;
    for (const int column : columns)
        cells << cellText(view.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole));
    QString text = cells.join(u'\t') + u'\n';
    for (const auto &[path, index] : rows) {
        cells.clear();
        for (const int column : columns)
            cells << cellText(index.siblingAtColumn(column).data(Qt::DisplayRole));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace Fathom
