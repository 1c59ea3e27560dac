// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/headercolumns.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTreeView>

#include <algorithm>

namespace Fathom {

namespace {

constexpr int narrowestColumn = 48;
constexpr int widestColumn = 170;
constexpr int narrowestFirstColumn = 230;
constexpr int narrowestTreeColumn = 300; ///< branches take room, too
constexpr int widestFirstColumn = 340;
constexpr int cellPadding = 4;
constexpr int headerPadding = 26; ///< margins and the arrow of sorting

} // namespace

HeaderColumns::HeaderColumns(QTreeView &view, const QString &settingsGroup, const std::vector<int> &orderAtFirst)
    : QObject(&view)
    , m_view(view)
    , m_group(settingsGroup)
    , m_orderAtFirst(orderAtFirst)
{
    QHeaderView *header = view.header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(narrowestColumn);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &position) {
        QMenu menu(header);
        fillMenu(menu);
        menu.exec(header->mapToGlobal(position));
    });
    m_fitted = restore();
    if (!m_fitted)
        order();
    view.installEventFilter(this);
}

void HeaderColumns::fillMenu(QMenu &menu)
{
    QHeaderView *header = m_view.header();
    for (int column = 1; column < header->count(); ++column) {
        const QString title = m_view.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction *action = menu.addAction(title);
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, header, column](bool shown) {
            header->setSectionHidden(column, !shown);
            if (shown && header->sectionSize(column) < narrowestColumn)
                header->resizeSection(column, narrowestColumn);
            save();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Usual columns and widths")), &QAction::triggered, this, &HeaderColumns::reset);
}

void HeaderColumns::reset()
{
    order();
    m_fitted = false;
    fitOnce();
    save();
}

void HeaderColumns::order()
{
    QHeaderView *header = m_view.header();
    for (int column = 0; column < header->count(); ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, false);
    }
    for (std::size_t place = 0; place < m_orderAtFirst.size(); ++place)
        header->moveSection(header->visualIndex(m_orderAtFirst[place]), int(place));
}

void HeaderColumns::fitOnce()
{
    if (m_fitted || !m_view.isVisible() || !m_view.model() || m_view.model()->rowCount() == 0)
        return;
    m_fitted = true;
    QHeaderView *header = m_view.header();
    int all = 0;
    for (int column = 0; column < header->count(); ++column) {
        if (header->isSectionHidden(column))
            continue;
        header->resizeSection(column, widthOf(column));
        all += header->sectionSize(column);
    }
    // The first column names the thing: it may be cut in the middle a little, and takes what nobody else needs.
    const int spare = m_view.viewport()->width() - all;
    const int first = header->sectionSize(0);
    const int narrowest = m_view.rootIsDecorated() ? narrowestTreeColumn : narrowestFirstColumn;
    header->resizeSection(0, std::clamp(first + spare, std::min(first, narrowest), first + 60));
}

int HeaderColumns::widthOf(int column) const
{
    const QFontMetrics metrics = m_view.header()->fontMetrics();
    const QString title = m_view.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    // Cells of words may have a symbol in rows that are not seen yet.
    const auto alignment =
        Qt::Alignment(m_view.model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const int symbol = column > 0 && !(alignment & Qt::AlignRight) ? 14 : 0;
    const int header = metrics.horizontalAdvance(title) + headerPadding;
    // The view looks at those rows only that it would show.
    const int cells = static_cast<const QAbstractItemView &>(m_view).sizeHintForColumn(column) + cellPadding + symbol;
    return std::max(
        {header + symbol, narrowestColumn, std::min(cells, column == 0 ? widestFirstColumn : widestColumn)});
}

bool HeaderColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        fitOnce();
    return QObject::eventFilter(watched, event);
}

void HeaderColumns::save() const
{
    // Before the columns were fitted to anything, their widths are nobody's choice.
    if (!m_fitted)
        return;
    QSettings settings;
    settings.beginGroup(m_group);
    settings.setValue(QStringLiteral("columns"), m_view.header()->count());
    settings.setValue(QStringLiteral("header"), m_view.header()->saveState());
}

bool HeaderColumns::restore()
{
    QSettings settings;
    settings.beginGroup(m_group);
    // A version with other columns starts anew.
    if (settings.value(QStringLiteral("columns")).toInt() != m_view.header()->count())
        return false;
    return m_view.header()->restoreState(settings.value(QStringLiteral("header")).toByteArray());
}

} // namespace Fathom
