// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/tablepage.h"

#include "models/keyedmodel.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/filterline.h"
#include "widgets/common/filterproblem.h"
#include "widgets/common/headercolumns.h"
#include "widgets/common/rowview.h"
#include "widgets/common/tablemenus.h"
#include "widgets/common/treememory.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QStackedLayout>

namespace Fathom {

TablePage::TablePage(PageLabel label, QWidget *parent)
    : Page(std::move(label), parent)
    , m_filter(new FilterLine)
    , m_count(new QLabel)
    , m_problem(new FilterProblem(*m_filter))
    , m_view(new RowView)
    , m_menus(new TableMenus(*this, *m_view, *m_filter))
    , m_empty(new EmptyState)
    , m_stack(new QStackedLayout)
{
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(10, 8, 10, 8);
    tools->setSpacing(10);
    tools->addWidget(m_filter, 1);
    tools->addWidget(m_count);
    tools->addStretch(1);
    tools->addWidget(m_menus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(tools);
    layout->addWidget(m_problem);
    layout->addLayout(m_stack, 1);
    // The first is shown at once; while it opens, the table would be laid out only to make room for this one.
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
}

TablePage::~TablePage()
{
    if (m_columns)
        m_columns->save();
}

void TablePage::setUp()
{
    setAccessibleName(label().title);
    m_view->setAccessibleName(label().title);
    m_view->setRootIsDecorated(isTree());
    m_view->setModel(&model());
    m_view->setSortingEnabled(true);
    m_view->header()->setSortIndicator(usualSortColumn(), Qt::AscendingOrder);
    std::vector<int> order;
    for (const QString &columnId : columnOrder()) {
        for (int column = 0; column < model().columnCount(); ++column) {
            if (columnId == QLatin1StringView(model().columnId(column)))
                order.push_back(column);
        }
    }
    m_columns = new HeaderColumns(*m_view, QStringLiteral("pages/") + id(), order);
    m_memory = new TreeMemory(*m_view, [this](const QString &key) { return model().indexOfKey(key); }, openDepth());

    m_filter->setFields(model().filterFields());
    connect(m_filter, &FilterLine::begun, this, [this] { model().prepareFilter(); });
    connect(m_filter, &FilterLine::filterChanged, this, [this](const QString &text) { model().setFilter(text); });
    connect(&model(), &KeyedModel::filterApplied, this, &TablePage::filterApplied);
    connect(m_filter, &FilterLine::left, this, &TablePage::focusContent);
    connect(m_empty, &EmptyState::clearFilterWanted, m_filter, &FilterLine::clearNow);
    connect(m_empty, &EmptyState::openWanted, this, &Page::openWanted);
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const QString key = index.data(KeyRole).toString(); !key.isEmpty())
            emit activated(key);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        const QString key = currentKey();
        if (key.isEmpty() || m_restoring || model().isFiltering())
            return;
        m_chosen = key;
        choose(key);
    });
    connect(m_view, &RowView::lookedAt, this,
        [this](const QModelIndex &index) { chooseAgain(index.data(KeyRole).toString()); });
    m_menus->setUp(model(), *m_columns, usualSortColumn());
    rowsChanged();
}

void TablePage::setEstate(const EstatePtr &estate)
{
    m_estate = estate;
    setModelEstate(estate);
    m_memory->apply();
    m_columns->fitOnce();
    rowsChanged();
}

void TablePage::setScanning(bool scanning)
{
    m_scanning = scanning;
    rowsChanged();
}

bool TablePage::select(const QString &key)
{
    QModelIndex index = model().indexOfKey(key);
    if (!index.isValid() && !m_filter->text().isEmpty()) {
        m_filter->clearNow();
        index = model().indexOfKey(key);
    }
    if (!index.isValid())
        return false;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    return true;
}

void TablePage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void TablePage::focusContent()
{
    if (m_stack->currentWidget() != m_view) {
        m_filter->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_view->setFocus(Qt::OtherFocusReason);
    if (!m_view->currentIndex().isValid() && model().rowCount() > 0)
        m_view->setCurrentIndex(model().index(0, 0));
}

void TablePage::addBar(QWidget *bar)
{
    static_cast<QBoxLayout *>(layout())->insertWidget(0, bar);
}

QString TablePage::countShown() const
{
    return m_count->text();
}

QString TablePage::filterProblemShown() const
{
    return m_problem->text();
}

void TablePage::filterApplied()
{
    m_problem->say(model().filterProblem());
    m_memory->setFiltered(!m_filter->text().trimmed().isEmpty());

    // A filter chooses nothing: what was highlighted is so again as soon as it is there, and nothing else instead.
    const QScopedValueRollback restoring(m_restoring, true);
    const QModelIndex index = model().indexOfKey(m_chosen);
    if (!index.isValid())
        m_view->selectionModel()->clear();
    else if (m_view->currentIndex().siblingAtColumn(0) != index)
        m_view->setCurrentIndex(index);
    if (index.isValid())
        m_view->scrollTo(index);
    rowsChanged();
}

void TablePage::rowsChanged()
{
    const bool open = isOpen();
    m_count->setText(open ? countText() : QString());
    if (model().rowCount() > 0) {
        m_stack->setCurrentWidget(m_view);
        if (m_columns)
            m_columns->fitOnce();
        return;
    }
    if (m_scanning) {
        m_empty->say(QStringLiteral("waiting"), tr("Reading…"), tr("What is found appears here as it comes in."), {});
    } else if (!open) {
        m_empty->say(QStringLiteral("open"), tr("No estate is open"),
            tr("Fathom reads Glance's image stores and Nova's instance directories, and changes nothing in them. "
               "Where shall it look?"),
            {OpenChoice::ThisMachine, OpenChoice::ImageDirectory, OpenChoice::InstanceDirectory, OpenChoice::Demo});
    } else if (!m_filter->text().trimmed().isEmpty()) {
        m_empty->sayNothingMatches(m_filter->text());
    } else {
        const EmptyText empty = emptyText();
        m_empty->say(empty.icon.isEmpty() ? label().iconName : empty.icon, empty.title, empty.text, empty.choices);
    }
    m_stack->setCurrentWidget(m_empty);
}

QString TablePage::currentKey() const
{
    return m_view->currentIndex().data(KeyRole).toString();
}

} // namespace Fathom
