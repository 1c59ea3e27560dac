// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chains/chainedgeitem.h"

#include "models/cells.h"
#include "widgets/common/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

namespace Fathom {

namespace {

constexpr double labelWidth = 190;

QString edgeLabel(const ChainEdge &edge, LinkState lowerState)
{
    return edge.broken ? linkStateText(lowerState) : QString();
}

} // namespace

ChainEdgeItem::ChainEdgeItem(const ChainEdge &edge, const QRectF &upper, const QRectF &lower, LinkState lowerState)
    : m_edge(edge)
    , m_label(edgeLabel(edge, lowerState))
    , m_severity(severityOf(lowerState))
{
    const QPointF from(upper.center().x(), upper.bottom());
    const QPointF to(lower.center().x(), lower.top());
    const double middle = (from.y() + to.y()) / 2;
    QPainterPath path(from);
    path.cubicTo(QPointF(from.x(), middle), QPointF(to.x(), middle), to);
    setPath(path);
    // Near the upper end, where many edges of one base are still apart.
    m_labelCenter = path.pointAtPercent(0.35);
}

QRectF ChainEdgeItem::boundingRect() const
{
    QRectF bounds = path().boundingRect().adjusted(-2, -2, 2, 2);
    if (!m_label.isEmpty())
        bounds |= QRectF(m_labelCenter - QPointF(labelWidth / 2, 12), QSizeF(labelWidth, 24));
    return bounds;
}

void ChainEdgeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget)
{
    const QPalette palette = widget ? widget->palette() : QPalette();
    QPen pen(mutedColor(palette), 1.4);
    if (m_edge.kind == ChainEdgeKind::MadeFrom)
        pen.setStyle(Qt::DotLine);
    if (m_edge.broken) {
        pen.setColor(severityColor(m_severity, palette));
        pen.setStyle(Qt::DashLine);
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path());
    if (m_label.isEmpty())
        return;
    QFont font = widget ? widget->font() : painter->font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    const QFontMetricsF metrics(font);
    const QString text = metrics.elidedText(m_label, Qt::ElideRight, labelWidth - 12);
    QRectF place(0, 0, metrics.horizontalAdvance(text) + 12, metrics.height() + 2);
    place.moveCenter(m_labelCenter);
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette.color(QPalette::Window));
    painter->drawRoundedRect(place, 4, 4);
    painter->setFont(font);
    painter->setPen(severityColor(m_severity, palette));
    painter->drawText(place, Qt::AlignCenter, text);
}

} // namespace Fathom
