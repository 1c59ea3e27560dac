// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chains/chainspage.h"

#include "models/chainmodel.h"
#include "widgets/chains/chainnodeitem.h"
#include "widgets/chains/chainscene.h"
#include "widgets/chains/chainview.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/filterline.h"
#include "widgets/common/filterproblem.h"
#include "widgets/common/headercolumns.h"
#include "widgets/common/rowview.h"
#include "widgets/common/tablemenus.h"
#include "widgets/common/themedicon.h"
#include "widgets/common/toolrow.h"
#include "widgets/common/treememory.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

namespace Fathom {

namespace {

QToolButton *modeButton(const QString &icon, const QString &text)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

ChainsPage::ChainsPage(QWidget *parent)
    : Page(pageLabel(), parent)
    , m_model(new ChainModel(this))
    , m_scene(new ChainScene(this))
    , m_filter(new FilterLine)
    , m_count(new QLabel)
    , m_problem(new FilterProblem(*m_filter))
    , m_asPicture(modeButton(QStringLiteral("chain"), tr("Picture")))
    , m_asText(modeButton(QStringLiteral("text"), tr("Text tree")))
    , m_zoomTools(new QWidget)
    , m_zoom(new QLabel)
    , m_view(new ChainView(*m_scene))
    , m_tree(new RowView)
    , m_menus(new TableMenus(*this, *m_tree, *m_filter))
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
{
    setAccessibleName(label().title);
    m_tree->setAccessibleName(tr("Chains as a tree of text"));
    m_tree->setModel(m_model);
    // As the chains stand, until somebody sorts them.
    m_tree->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_tree->header()->setSortIndicatorClearable(true);
    m_tree->setSortingEnabled(true);
    m_columns = new HeaderColumns(*m_tree, QStringLiteral("pages/chains"));
    m_memory = new TreeMemory(*m_tree, [this](const QString &key) { return m_model->indexOfKey(key); }, 8);

    m_stack->addWidget(m_view);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTools());
    layout->addWidget(m_problem);
    layout->addWidget(m_stack, 1);
    connectAll();
    m_menus->setUp(*m_model, *m_columns, -1);
    showText(QSettings().value(QStringLiteral("pages/chains/text")).toBool());
}

ChainsPage::~ChainsPage()
{
    m_columns->save();
    QSettings().setValue(QStringLiteral("pages/chains/text"), textShown());
}

QWidget *ChainsPage::makeTools()
{
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *modes = new QButtonGroup(this);
    modes->addButton(m_asPicture);
    modes->addButton(m_asText);

    auto *zoomLayout = new QHBoxLayout(m_zoomTools);
    zoomLayout->setContentsMargins(0, 0, 0, 0);
    zoomLayout->setSpacing(0);
    const auto button = [](QAction *action) {
        auto *made = new QToolButton;
        made->setDefaultAction(action);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::StrongFocus);
        made->setAccessibleName(action->text());
        return made;
    };
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setMinimumWidth(m_zoom->fontMetrics().horizontalAdvance(QStringLiteral("0000 %")));
    m_zoom->setAccessibleName(tr("Zoom"));
    zoomLayout->addWidget(button(m_view->zoomOutAction()));
    zoomLayout->addWidget(m_zoom);
    zoomLayout->addWidget(button(m_view->zoomInAction()));
    zoomLayout->addWidget(button(m_view->zoomOriginalAction()));
    zoomLayout->addWidget(button(m_view->zoomFitAction()));

    auto *copy = new QAction(themedIcon(QStringLiteral("copy")), tr("Copy as text"), this);
    copy->setToolTip(tr("Copies the chains as indented text"));
    connect(copy, &QAction::triggered, this, &ChainsPage::copyAsText);

    const auto makeHalf = [] {
        auto *row = new QHBoxLayout(new QWidget);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        return row;
    };
    QHBoxLayout *left = makeHalf();
    left->addWidget(m_filter, 1);
    left->addWidget(m_count);
    left->addStretch(1);
    QHBoxLayout *right = makeHalf();
    right->addWidget(m_asPicture);
    right->addWidget(m_asText);
    right->addSpacing(8);
    right->addWidget(m_zoomTools);
    right->addWidget(m_menus);
    right->addWidget(button(copy));
    auto *tools = new QWidget;
    auto *row = new ToolRow(tools, left->parentWidget(), right->parentWidget());
    row->setContentsMargins(10, 8, 10, 8);
    row->setSpacing(8);
    return tools;
}

void ChainsPage::connectAll()
{
    m_filter->setFields(m_model->filterFields());
    connect(m_filter, &FilterLine::begun, m_model, &KeyedModel::prepareFilter);
    connect(m_filter, &FilterLine::filterChanged, m_model, &KeyedModel::setFilter);
    connect(m_model, &KeyedModel::filterApplied, this, [this] {
        m_problem->say(m_model->filterProblem());
        m_memory->setFiltered(!m_filter->text().trimmed().isEmpty());
        m_looked = false;
        drawChains();
        updateShown();
        firstLook();
    });
    connect(m_filter, &FilterLine::left, this, &ChainsPage::focusContent);
    connect(m_empty, &EmptyState::clearFilterWanted, m_filter, &FilterLine::clearNow);
    connect(m_empty, &EmptyState::openWanted, this, &Page::openWanted);
    connect(m_asText, &QToolButton::clicked, this, [this] { showText(true); });
    connect(m_asPicture, &QToolButton::clicked, this, [this] { showText(false); });
    connect(m_view, &ChainView::zoomChanged, this,
        [this](double zoom) { m_zoom->setText(tr("%1 %", "zoom").arg(qRound(zoom * 100))); });
    connect(m_scene, &ChainScene::nodeActivated, this, &Page::activated);
    connect(m_scene, &ChainScene::nodeSelected, this, [this](const QString &key) {
        m_selected = key;
        choose(key);
    });
    connect(m_scene, &ChainScene::nodeLookedAt, this, &ChainsPage::chooseAgain);
    connect(m_tree, &RowView::lookedAt, this,
        [this](const QModelIndex &index) { chooseAgain(index.data(KeyRole).toString()); });
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const QString key = index.data(KeyRole).toString();
        const auto node = m_estate ? m_estate->chains.find(key) : std::nullopt;
        const QString subject = node ? m_estate->chains.node(*node).subjectKey : QString();
        emit activated(subject.isEmpty() ? key : subject);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        const QString key = index.data(KeyRole).toString();
        if (key.isEmpty() || m_selecting || m_model->isFiltering())
            return;
        m_selected = key;
        m_scene->selectKey(key);
        choose(key);
    });
}

void ChainsPage::setEstate(const EstatePtr &estate)
{
    // A picture that is still growing is looked at anew until somebody chose something in it.
    if (m_selected.isEmpty() && m_estate && !m_estate->complete)
        m_looked = false;
    m_estate = estate;
    m_model->setEstate(estate);
    m_memory->apply();
    m_columns->fitOnce();
    drawChains();
    updateShown();
    firstLook();
}

void ChainsPage::setScanning(bool scanning)
{
    m_scanning = scanning;
    updateShown();
}

bool ChainsPage::select(const QString &key)
{
    if (!m_estate)
        return false;
    const auto node = m_estate->chains.find(key);
    if (!node)
        return false;
    const QString nodeKey = m_estate->chains.node(*node).key;
    if (!m_model->indexOfKey(nodeKey).isValid() && !m_filter->text().isEmpty())
        m_filter->clearNow();
    m_selected = nodeKey;
    if (!m_scene->nodeItem(nodeKey))
        drawChains(nodeKey);
    m_scene->selectKey(nodeKey);
    if (ChainNodeItem *item = m_scene->nodeItem(nodeKey)) {
        m_looked = true;
        m_view->setZoom(std::max(m_view->zoom(), 0.8));
        m_view->centerOn(item);
    }
    if (const QModelIndex index = m_model->indexOfKey(nodeKey); index.isValid()) {
        const QScopedValueRollback quiet(m_selecting, true);
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    }
    return true;
}

void ChainsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ChainsPage::focusContent()
{
    if (m_stack->currentWidget() == m_empty)
        m_filter->setFocus(Qt::OtherFocusReason);
    else
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

QString ChainsPage::currentKey() const
{
    if (textShown())
        return m_tree->currentIndex().data(KeyRole).toString();
    return m_scene->selectedNode() ? m_scene->selectedNode()->node().key : QString();
}

void ChainsPage::showText(bool text)
{
    (text ? m_asText : m_asPicture)->setChecked(true);
    // What goes goes first: a moment with both would push the window wider, and it stays so.
    (text ? m_zoomTools : m_menus)->hide();
    (text ? m_menus : m_zoomTools)->show();
    updateShown();
    firstLook();
}

bool ChainsPage::textShown() const
{
    return m_asText->isChecked();
}

void ChainsPage::copyAsText() const
{
    if (!m_estate)
        return;
    QString text;
    for (const int root : m_model->shownRoots())
        text += chainText(m_estate->chains, root);
    QGuiApplication::clipboard()->setText(text);
}

void ChainsPage::drawChains(const QString &keepKey)
{
    if (m_estate)
        m_scene->setChains(m_estate, m_model->shownRoots(), keepKey);
}

} // namespace Fathom
