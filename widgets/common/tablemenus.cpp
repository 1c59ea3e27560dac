// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/tablemenus.h"

#include "models/keyedmodel.h"
#include "widgets/common/headercolumns.h"
#include "widgets/common/page.h"
#include "widgets/common/rowview.h"

#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace Fathom {

TableMenus::TableMenus(Page &page, RowView &view, FilterLine &filter)
    : m_page(page)
    , m_view(view)
    , m_filter(filter)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    const auto add = [&](const QString &text, const QString &toolTip, auto fill) {
        auto *button = new QToolButton;
        auto *menu = new QMenu(button);
        button->setText(text);
        button->setToolTip(toolTip);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMenu(menu);
        connect(menu, &QMenu::aboutToShow, this, [menu, fill] { fill(*menu); });
        layout->addWidget(button);
    };
    add(tr("Views"), tr("Filter, order and columns under a name"), [this](QMenu &menu) { fillViewsMenu(menu); });
    add(tr("Columns"), tr("Which columns are shown"), [this](QMenu &menu) {
        menu.clear();
        m_columns->fillMenu(menu);
    });
    add(tr("Export"), tr("What the table shows, as CSV or JSON"), [this](QMenu &menu) { fillExportMenu(menu); });
}

void TableMenus::setUp(KeyedModel &model, HeaderColumns &columns, int usualSortColumn)
{
    m_model = &model;
    m_columns = &columns;
    m_usualSortColumn = usualSortColumn;
    m_view.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        QMenu menu(&m_view);
        fillContextMenu(menu, m_view.indexAt(position));
        menu.exec(m_view.viewport()->mapToGlobal(position));
    });
    m_views = std::make_unique<SavedViews>(QStringLiteral("pages/") + m_page.id());
    if (const SavedView *view = m_views->find(m_views->defaultName()))
        showView(*view);
}

void TableMenus::fillContextMenu(QMenu &menu, const QModelIndex &row)
{
    if (!row.data(KeyRole).toString().isEmpty()) {
        // The row may go while the menu is open.
        connect(menu.addAction(tr("Go to")), &QAction::triggered, &m_view,
            [this, row = QPersistentModelIndex(row)] { emit m_view.activated(row); });
    }
    menu.addAction(m_view.copyAction());
    if (row.isValid())
        emit m_page.menuOpens(menu, row);
    if (m_view.rootIsDecorated()) {
        menu.addSeparator();
        connect(menu.addAction(tr("Open all")), &QAction::triggered, &m_view, &QTreeView::expandAll);
        connect(menu.addAction(tr("Close all")), &QAction::triggered, &m_view, &QTreeView::collapseAll);
    }
    menu.addSeparator();
    fillExportMenu(*menu.addMenu(tr("Export")));
    m_columns->fillMenu(*menu.addMenu(tr("Columns")));
}

} // namespace Fathom
