// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chains/chainscene.h"

#include "models/chainlayout.h"
#include "widgets/chains/chainedgeitem.h"
#include "widgets/chains/chainnodeitem.h"

#include <QGraphicsSceneMouseEvent>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace Fathom {

namespace {

constexpr QSizeF nodeGap{26, 58};

struct ChosenTrees {
    std::vector<int> roots;
    std::vector<int> rootOfNode; ///< −1: not drawn
    int leftOut = 0;
};

ChosenTrees chooseTrees(const ChainGraph &graph, const std::vector<int> &roots, const QString &keepKey)
{
    ChosenTrees chosen;
    chosen.rootOfNode.assign(graph.nodes().size(), -1);
    int keepRoot = -1;
    if (const auto keep = graph.find(keepKey)) {
        keepRoot = *keep;
        while (const auto lower = graph.lowerOf(keepRoot))
            keepRoot = *lower;
    }
    int nodes = 0;
    for (const int root : roots) {
        const std::vector<int> above = graph.allAbove(root);
        const int count = int(above.size()) + 1;
        if (root != keepRoot && nodes > 0 && nodes + count > ChainScene::mostNodes) {
            ++chosen.leftOut;
            continue;
        }
        nodes += count;
        chosen.roots.push_back(root);
        chosen.rootOfNode[std::size_t(root)] = root;
        for (const int node : above)
            chosen.rootOfNode[std::size_t(node)] = root;
    }
    return chosen;
}

} // namespace

ChainScene::ChainScene(QObject *parent)
    : QGraphicsScene(parent)
{
    connect(this, &QGraphicsScene::selectionChanged, this, [this] {
        if (m_quiet)
            return;
        if (const ChainNodeItem *item = selectedNode())
            emit nodeSelected(item->node().key);
    });
}

ChainScene::~ChainScene()
{
    // The base class still tells of a selection that goes while it goes itself; then this is no ChainScene any more.
    disconnect(this, &QGraphicsScene::selectionChanged, this, nullptr);
}

void ChainScene::setChains(const EstatePtr &estate, const std::vector<int> &roots, const QString &keepKey)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const QString selected = selectedNode() ? selectedNode()->node().key : QString();
    clear();
    m_items.clear();
    m_estate = estate;
    const ChainGraph &graph = estate->chains;
    const ChosenTrees chosen = chooseTrees(graph, roots, keepKey.isEmpty() ? selected : keepKey);
    m_treesShown = int(chosen.roots.size());
    m_treesLeftOut = chosen.leftOut;
    if (chosen.roots.empty()) {
        setSceneRect({});
        return;
    }

    std::vector<qint64> treeBytes(graph.nodes().size());
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        if (const int root = chosen.rootOfNode[i]; root >= 0 && graph.nodes()[i].facts)
            treeBytes[std::size_t(root)] += graph.nodes()[i].facts->allocatedBytes;
    }
    const ChainLayout layout = layoutChains(graph, ChainNodeItem::nodeSize(font()), nodeGap, chosen.roots);
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        const int root = chosen.rootOfNode[i];
        if (root < 0 || layout.rectangles[i].isNull())
            continue;
        const ChainNode &node = graph.nodes()[i];
        const qint64 all = treeBytes[std::size_t(root)];
        const double share = node.facts && all > 0 ? double(node.facts->allocatedBytes) / double(all) : -1;
        auto *item = new ChainNodeItem(node, layout.rectangles[i], share);
        addItem(item);
        m_items.insert(node.key, item);
    }
    for (const ChainEdge &edge : graph.edges()) {
        const QRectF upper = layout.rectangles[std::size_t(edge.upper)];
        const QRectF lower = layout.rectangles[std::size_t(edge.lower)];
        if (!upper.isNull() && !lower.isNull())
            addItem(new ChainEdgeItem(edge, upper, lower, graph.node(edge.lower).state));
    }
    setSceneRect(layout.bounds.adjusted(-24, -24, 24, 24));
    if (!selected.isEmpty())
        selectKey(selected);
}

ChainNodeItem *ChainScene::nodeItem(const QString &key) const
{
    if (const auto known = m_items.constFind(key); known != m_items.cend())
        return *known;
    // One file can have several names; the graph knows which node they all mean.
    if (!m_estate)
        return nullptr;
    const auto node = m_estate->chains.find(key);
    return node ? m_items.value(m_estate->chains.node(*node).key) : nullptr;
}

ChainNodeItem *ChainScene::selectedNode() const
{
    for (QGraphicsItem *item : selectedItems()) {
        if (auto *node = qgraphicsitem_cast<ChainNodeItem *>(item))
            return node;
    }
    return nullptr;
}

QList<ChainNodeItem *> ChainScene::nodeItems() const
{
    return m_items.values();
}

bool ChainScene::selectKey(const QString &key)
{
    ChainNodeItem *item = nodeItem(key);
    if (!item)
        return false;
    const QScopedValueRollback quiet(m_quiet, true);
    clearSelection();
    item->setSelected(true);
    return true;
}

ChainNodeItem *ChainScene::neighbour(Qt::Key direction) const
{
    const ChainNodeItem *from = selectedNode();
    ChainNodeItem *best = nullptr;
    double bestDistance = 0;
    for (ChainNodeItem *item : m_items) {
        if (item == from)
            continue;
        if (!from) {
            // Nothing selected: begin at the lower left, with the first image or base.
            const double distance = item->x() - item->y();
            if (!best || distance < bestDistance)
                best = item, bestDistance = distance;
            continue;
        }
        const QPointF way = item->pos() - from->pos();
        const bool vertical = direction == Qt::Key_Up || direction == Qt::Key_Down;
        const double along = direction == Qt::Key_Up ? -way.y()
            : direction == Qt::Key_Down              ? way.y()
            : direction == Qt::Key_Left              ? -way.x()
                                                     : way.x();
        const double across = std::abs(vertical ? way.x() : way.y());
        if (along < 1)
            continue;
        // Left and right keep to the row as long as it goes on.
        const double distance = vertical ? along * 4 + across : along + across * 1000;
        if (!best || distance < bestDistance)
            best = item, bestDistance = distance;
    }
    return best;
}

void ChainScene::mouseReleaseEvent(QGraphicsSceneMouseEvent *event)
{
    QGraphicsScene::mouseReleaseEvent(event);
    const ChainNodeItem *item = selectedNode();
    const QPointF pressed = event->buttonDownScenePos(Qt::LeftButton);
    if (event->button() != Qt::LeftButton || !item || !item->sceneBoundingRect().contains(event->scenePos()) ||
        !item->sceneBoundingRect().contains(pressed))
        return;
    const QString key = item->node().key; // copied: whoever listens may draw the scene anew
    emit nodeLookedAt(key);
}

void ChainScene::mouseDoubleClickEvent(QGraphicsSceneMouseEvent *event)
{
    QGraphicsScene::mouseDoubleClickEvent(event);
    const ChainNodeItem *item = selectedNode();
    if (!item || !item->sceneBoundingRect().contains(event->scenePos()))
        return;
    const ChainNode &node = item->node();
    // Copied: whoever listens may draw the scene anew.
    const QString key = node.subjectKey.isEmpty() ? node.key : node.subjectKey;
    emit nodeActivated(key);
}

} // namespace Fathom
