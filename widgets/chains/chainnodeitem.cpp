// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chains/chainnodeitem.h"

#include "base/bytes.h"
#include "models/cells.h"
#include "widgets/common/rowdelegate.h"
#include "widgets/common/theme.h"
#include "widgets/common/themedicon.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

#include <algorithm>

namespace Fathom {

namespace {

struct ChainText {
    Q_DECLARE_TR_FUNCTIONS(ChainNodeItem)
};

/// Below this scale letters are only grey noise; the rectangles alone tell the shape.
constexpr double textScale = 0.28;

QString nodeToolTip(const ChainNode &node)
{
    QStringList lines;
    lines << (node.path.isEmpty() ? node.title : plainText(node.path));
    if (node.info)
        lines << ChainText::tr("Virtual size: %1").arg(exactBytes(node.info->virtualSizeBytes));
    if (node.facts)
        lines << ChainText::tr("On disk: %1").arg(exactBytes(node.facts->allocatedBytes));
    if (!node.problem.isEmpty())
        lines << node.problem;
    return plainToolTip(lines.join(u'\n'));
}

} // namespace

QSizeF ChainNodeItem::nodeSize(const QFont &font)
{
    constexpr double margins = 18;
    constexpr double gap = 2;
    QFont bold = font;
    bold.setBold(true);
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.9);
    const QFontMetricsF smallMetrics(small);
    const double height = margins + QFontMetricsF(bold).height() + 3 * smallMetrics.height() + 4 * gap;
    const double width = 24 + smallMetrics.horizontalAdvance(QString(30, u'0'));
    return QSizeF(width, height).expandedTo({236, 92});
}

ChainNodeItem::ChainNodeItem(const ChainNode &node, const QRectF &rectangle, double share)
    : m_node(node)
    , m_rectangle(QPointF(), rectangle.size())
    , m_share(share)
{
    setPos(rectangle.topLeft());
    setFlag(ItemIsSelectable);
    setToolTip(nodeToolTip(node));
    setZValue(1);
}

QRectF ChainNodeItem::boundingRect() const
{
    return m_rectangle.adjusted(-2, -2, 2, 2);
}

bool ChainNodeItem::broken() const
{
    return m_node.state != LinkState::Whole;
}

QString ChainNodeItem::formatLine() const
{
    if (!m_node.info)
        return {};
    return ChainText::tr("%1 · %2 virtual", "format, size")
        .arg(QString::fromLatin1(formatTraits(m_node.info->format).id), formatBytes(m_node.info->virtualSizeBytes));
}

QString ChainNodeItem::diskLine() const
{
    return m_node.facts ? ChainText::tr("%1 on disk").arg(formatBytes(m_node.facts->allocatedBytes)) : QString();
}

QStringList ChainNodeItem::lines() const
{
    QStringList lines{m_node.title, m_node.subtitle, formatLine(), diskLine()};
    if (broken())
        lines << linkStateText(m_node.state);
    lines.removeAll(QString());
    return lines;
}

void ChainNodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    const QPalette palette = widget ? widget->palette() : option->palette;
    const bool selected = option->state & QStyle::State_Selected;
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());

    QPen border(selected ? palette.color(QPalette::Highlight) : lineColor(palette), selected ? 2 : 1);
    if (broken() && !selected)
        border = QPen(severityColor(severityOf(m_node.state), palette), 1.2, Qt::DashLine);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border);
    painter->setBrush(palette.color(m_node.kind == ChainNodeKind::Nothing ? QPalette::Window : QPalette::Base));
    painter->drawRoundedRect(m_rectangle.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    if (scale < textScale)
        return;

    const QRectF inside = m_rectangle.adjusted(12, 9, -12, -9);
    const QFont plain = widget ? widget->font() : painter->font();
    QFont bold = plain;
    bold.setBold(true);
    QFont small = plain;
    small.setPointSizeF(plain.pointSizeF() * 0.9);
    double y = inside.top();
    const auto line = [&](const QFont &font, const QColor &color, const QString &text, double left) {
        const QFontMetricsF metrics(font);
        painter->setFont(font);
        painter->setPen(color);
        const QRectF place(inside.left() + left, y, inside.width() - left, metrics.height());
        painter->drawText(
            place, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideMiddle, place.width()));
        y += metrics.height() + 2;
    };

    kindIcon(chainNodeKindWord(m_node.kind))
        .paint(painter, QRectF(inside.left(), inside.top() - 1, 17, 17).toRect(), Qt::AlignCenter);
    line(bold, palette.color(QPalette::Text), m_node.title, 24);
    line(small, mutedColor(palette), m_node.subtitle, 24);
    if (broken()) {
        const Severity severity = severityOf(m_node.state);
        severityIcon(severity).paint(painter, QRectF(inside.left() + 1, y + 1, 15, 15).toRect(), Qt::AlignCenter);
        line(small, severityColor(severity, palette), linkStateText(m_node.state), 24);
    } else {
        line(small, palette.color(QPalette::Text), formatLine(), 0);
    }
    if (m_node.facts && m_share >= 0)
        paintShare(*painter, palette, small, QRectF(inside.left(), y, inside.width(), inside.bottom() - y + 2));
}

void ChainNodeItem::paintShare(QPainter &painter, const QPalette &palette, const QFont &font, const QRectF &place) const
{
    const QFontMetricsF metrics(font);
    const QString disk = diskLine();
    const QString percent = ChainText::tr("%1 %", "a share").arg(qRound(m_share * 100));
    const double diskWidth = metrics.horizontalAdvance(disk);
    const double percentWidth = metrics.horizontalAdvance(ChainText::tr("%1 %", "a share").arg(100));
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, disk);
    painter.setPen(mutedColor(palette));
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, percent);
    QRectF bar(place.left() + diskWidth + 10, place.center().y() - 2.5, 0, 5);
    bar.setRight(place.right() - percentWidth - 8);
    if (bar.width() < 12)
        return;
    QColor track = palette.color(QPalette::Text);
    track.setAlphaF(0.13f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(track);
    painter.drawRoundedRect(bar, 2.5, 2.5);
    if (m_share > 0) {
        bar.setWidth(std::clamp(m_share * bar.width(), 3.0, bar.width()));
        painter.setBrush(palette.color(QPalette::Highlight));
        painter.drawRoundedRect(bar, 2.5, 2.5);
    }
}

QString chainNodeKindWord(ChainNodeKind kind)
{
    switch (kind) {
    case ChainNodeKind::Disk: return QStringLiteral("disk");
    case ChainNodeKind::Base: return QStringLiteral("base");
    case ChainNodeKind::Image: return QStringLiteral("image");
    case ChainNodeKind::Nothing: break;
    }
    return QStringLiteral("nothing");
}

} // namespace Fathom
