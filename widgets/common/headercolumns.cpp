// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/headercolumns.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTreeView>

#include <algorithm>

namespace Fathom {

namespace {

constexpr int narrowestColumn = 56;
constexpr int widestColumn = 240;
constexpr int widestFirstColumn = 360;

} // namespace

HeaderColumns::HeaderColumns(QTreeView &view, const QString &settingsGroup, const std::vector<int> &hiddenAtFirst)
    : QObject(&view)
    , m_view(view)
    , m_group(settingsGroup)
    , m_hiddenAtFirst(hiddenAtFirst)
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
    if (!m_fitted) {
        for (const int column : m_hiddenAtFirst)
            header->setSectionHidden(column, true);
    }
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
    QHeaderView *header = m_view.header();
    for (int column = 0; column < header->count(); ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, std::ranges::contains(m_hiddenAtFirst, column));
    }
    m_fitted = false;
    fitOnce();
    save();
}

void HeaderColumns::fitOnce()
{
    if (m_fitted || !m_view.model() || m_view.model()->rowCount() == 0)
        return;
    m_fitted = true;
    QHeaderView *header = m_view.header();
    header->setResizeContentsPrecision(200);
    for (int column = 0; column < header->count(); ++column) {
        if (header->isSectionHidden(column))
            continue;
        m_view.resizeColumnToContents(column);
        const int widest = column == 0 ? widestFirstColumn : widestColumn;
        header->resizeSection(column, std::clamp(header->sectionSize(column) + 8, narrowestColumn, widest));
    }
}

void HeaderColumns::save() const
{
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
