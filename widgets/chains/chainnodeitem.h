// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chain/chaingraph.h"

#include <QGraphicsItem>

namespace Fathom {

/// One thing in the picture: what it is, whose, format, sizes, its share of what the whole tree takes on the disk.
class ChainNodeItem final : public QGraphicsItem {
public:
    enum { Type = UserType + 1 };
    /// Four lines of this font fit into it.
    static QSizeF nodeSize(const QFont &font);

    ChainNodeItem(const ChainNode &node, const QRectF &rectangle, double share);

    int type() const override { return Type; }
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    const ChainNode &node() const { return m_node; }
    double share() const { return m_share; }
    bool broken() const;

    /// The node's lines as they are drawn, for tests and screen readers.
    QStringList lines() const;

private:
    QString formatLine() const;
    QString diskLine() const;
    void paintShare(QPainter &painter, const QPalette &palette, const QFont &font, const QRectF &place) const;

    ChainNode m_node;
    QRectF m_rectangle;
    double m_share;
};

/// KindRole's word for a node's icon.
QString chainNodeKindWord(ChainNodeKind kind);

} // namespace Fathom
