// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of TableMenus that gives ways to look at the table a name.
#include "widgets/common/tablemenus.h"

#include "models/keyedmodel.h"
#include "widgets/common/filterline.h"
#include "widgets/common/headercolumns.h"
#include "widgets/common/rowview.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QInputDialog>
#include <QMenu>

namespace Fathom {

int TableMenus::columnOf(const QString &columnId) const
{
    for (int column = 0; column < m_model->columnCount(); ++column)
        if (columnId == QLatin1StringView(m_model->columnId(column)))
            return column;
    return -1;
}

std::vector<int> TableMenus::shownColumns() const
{
    std::vector<int> columns;
    const QHeaderView *header = m_view.header();
    for (int place = 0; place < header->count(); ++place)
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column))
            columns.push_back(column);
    return columns;
}

SavedView TableMenus::presentView(const QString &name) const
{
    SavedView view{.name = name, .filter = m_filter.text().trimmed()};
    if (const int column = m_view.header()->sortIndicatorSection(); column >= 0 && column < m_model->columnCount())
        view.sortColumn = QString::fromLatin1(m_model->columnId(column));
    view.sortOrder = m_view.header()->sortIndicatorOrder();
    for (const int column : shownColumns())
        view.columns.append(QString::fromLatin1(m_model->columnId(column)));
    return view;
}

void TableMenus::showView(const SavedView &view)
{
    QHeaderView *header = m_view.header();
    std::vector<bool> wanted(static_cast<std::size_t>(header->count()), false);
    int place = 0;
    for (const QString &id : view.columns)
        if (const int column = columnOf(id); column >= 0) {
            header->moveSection(header->visualIndex(column), place++);
            wanted[static_cast<std::size_t>(column)] = true;
        }
    wanted.front() = true; // it names the rows
    for (int column = 0; column < header->count(); ++column)
        header->setSectionHidden(column, !wanted[static_cast<std::size_t>(column)]);
    m_columns->save();
    // A column that this version does not have leaves the order as it is.
    if (const int column = columnOf(view.sortColumn); column >= 0 || view.sortColumn.isEmpty())
        m_view.sortByColumn(column, view.sortOrder);
    m_filter.setTextNow(view.filter);
    m_viewName = view.name;
}

void TableMenus::showUsualView()
{
    m_viewName.clear();
    m_columns->reset();
    m_view.sortByColumn(m_usualSortColumn, Qt::AscendingOrder);
    m_filter.clearNow();
}

void TableMenus::fillViewsMenu(QMenu &menu)
{
    menu.clear();
    auto *group = new QActionGroup(&menu);
    const auto choice = [&](const QString &text, bool chosen, auto show) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, show);
    };
    choice(tr("The usual view"), m_viewName.isEmpty(), [this] { showUsualView(); });
    for (const SavedView &view : m_views->all()) {
        // An ampersand in a name is no mark of a key.
        QString text = view.name;
        choice(text.replace(u'&', QStringLiteral("&&")), view.name == m_viewName, [this, view] { showView(view); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("&Save this view as…")), &QAction::triggered, this, [this] {
        const QString name = askForName(tr("Save this view"), m_viewName);
        if (name.isEmpty())
            return;
        m_views->put(presentView(name));
        m_viewName = name;
    });
    QAction *rename = menu.addAction(tr("&Rename “%1”…").arg(m_viewName));
    connect(rename, &QAction::triggered, this, [this] {
        const QString name = askForName(tr("Rename the view"), m_viewName);
        if (name.isEmpty())
            return;
        m_views->rename(m_viewName, name);
        m_viewName = name;
    });
    QAction *remove = menu.addAction(tr("&Delete “%1”").arg(m_viewName));
    connect(remove, &QAction::triggered, this, [this] { m_views->remove(std::exchange(m_viewName, {})); });
    QAction *first = menu.addAction(tr("&Begin with “%1”").arg(m_viewName));
    first->setCheckable(true);
    first->setChecked(!m_viewName.isEmpty() && m_views->defaultName() == m_viewName);
    connect(
        first, &QAction::triggered, this, [this](bool begin) { m_views->setDefault(begin ? m_viewName : QString()); });
    for (QAction *action : {rename, remove, first})
        action->setVisible(!m_viewName.isEmpty());
}

QString TableMenus::askForName(const QString &title, const QString &name)
{
    return QInputDialog::getText(this, title, tr("Name:"), QLineEdit::Normal, name).simplified();
}

} // namespace Fathom
