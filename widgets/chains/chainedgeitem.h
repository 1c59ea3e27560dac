// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/chaingraph.h"
#include "models/roles.h"

#include <QGraphicsPathItem>

namespace Fathom {

/// A line from an overlay down to what it stands on (drawn through), or from a base to the image it was made from
/// (dotted). A broken one is dashed and says why.
class ChainEdgeItem final : public QGraphicsPathItem {
public:
    enum { Type = UserType + 2 };

    ChainEdgeItem(const ChainEdge &edge, const QRectF &upper, const QRectF &lower, LinkState lowerState);

    int type() const override { return Type; }
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    const ChainEdge &edge() const { return m_edge; }
    QString label() const { return m_label; }

private:
    ChainEdge m_edge;
    QString m_label;
    Severity m_severity;
    QPointF m_labelCenter;
};

} // namespace Fathom
