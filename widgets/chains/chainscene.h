// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

#include <QGraphicsScene>

namespace Fathom {

class ChainNodeItem;

/// The picture of chains: Glance images at the bottom, bases above them, overlays on top.
class ChainScene final : public QGraphicsScene {
    Q_OBJECT

public:
    /// With more things than these a picture tells nothing; whole trees are left out, and told.
    static constexpr int mostNodes = 1200;

    explicit ChainScene(QObject *parent = nullptr);
    ~ChainScene() override;

    /// Draws the trees of these roots. A tree that holds keepKey is drawn in any case. What was selected stays so.
    void setChains(const EstatePtr &estate, const std::vector<int> &roots, const QString &keepKey = {});

    int treesShown() const { return m_treesShown; }
    int treesLeftOut() const { return m_treesLeftOut; }
    ChainNodeItem *nodeItem(const QString &key) const;
    ChainNodeItem *selectedNode() const;
    QList<ChainNodeItem *> nodeItems() const;

    /// Selects without telling it as the user's choice.
    bool selectKey(const QString &key);
    /// The next node up, down, left or right of the selected one, for the keyboard.
    ChainNodeItem *neighbour(Qt::Key direction) const;

signals:
    void nodeSelected(const QString &key);
    void nodeLookedAt(const QString &key); ///< a click or the space bar, on what is selected already, too
    void nodeActivated(const QString &key); ///< the thing's key in the estate

protected:
    void mouseReleaseEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent *event) override;

private:
    EstatePtr m_estate;
    QHash<QString, ChainNodeItem *> m_items;
    int m_treesShown = 0;
    int m_treesLeftOut = 0;
    bool m_quiet = false;
};

} // namespace Fathom
