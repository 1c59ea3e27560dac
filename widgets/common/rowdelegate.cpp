// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/rowdelegate.h"

#include "widgets/common/theme.h"
#include "widgets/common/themedicon.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Fathom {

namespace {

constexpr int rowPadding = 4;
constexpr int barHeight = 6;
constexpr int barTextWidth = 52;

Severity severityOf(const QModelIndex &index)
{
    return static_cast<Severity>(index.data(SeverityRole).toInt());
}

void drawRatioBar(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, double ratio)
{
    const bool selected = option.state & QStyle::State_Selected;
    const QColor strong = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight);
    QColor track = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    track.setAlphaF(0.16f);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const QRectF bar(rect.left(), rect.center().y() - barHeight / 2.0 + 0.5, rect.width(), barHeight);
    painter->setBrush(track);
    painter->drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    QRectF filled = bar;
    filled.setWidth(std::clamp(ratio, 0.0, 1.0) * bar.width());
    if (ratio > 0)
        filled.setWidth(std::max(filled.width(), double(barHeight) / 2));
    painter->setBrush(strong);
    painter->drawRoundedRect(filled, barHeight / 2.0, barHeight / 2.0);
    painter->restore();
}

} // namespace

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->decorationSize = QSize(16, 16);
    QIcon icon = severityIcon(severityOf(index));
    if (index.column() == 0) {
        const QString kind = index.data(KindRole).toString();
        if (icon.isNull() && !kind.isEmpty())
            icon = kindIcon(kind);
    } else if (severityOf(index) == severityOf(index.siblingAtColumn(0))) {
        // The whole row is so; its first column says it once.
        icon = QIcon();
    } else if (option->text.isEmpty()) {
        icon = QIcon(); // a symbol goes with words, or not at all
    }
    if (!icon.isNull()) {
        option->icon = icon;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationAlignment = Qt::AlignCenter;
    }
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant ratio = index.data(RatioRole);
    if (!ratio.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    QRect inside = cell.rect.adjusted(6, 0, -6, 0);
    QRect textRect = inside;
    textRect.setLeft(std::max(inside.left(), inside.right() - barTextWidth + 1));
    inside.setRight(textRect.left() - 6);
    if (inside.width() > 16)
        drawRatioBar(painter, cell, inside, ratio.toDouble());
    const bool selected = cell.state & QStyle::State_Selected;
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(textRect, Qt::AlignRight | Qt::AlignVCenter,
        cell.fontMetrics.elidedText(text, Qt::ElideRight, textRect.width()));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.data(RatioRole).isValid())
        size.setWidth(barTextWidth + 64);
    return size + QSize(6, 2 * rowPadding);
}

bool RowDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty()) {
        // What is cut off can still be read.
        const QString shown = index.data(Qt::DisplayRole).toString();
        if (sizeHint(option, index).width() > view->visualRect(index).width())
            text = shown;
    }
    QToolTip::showText(event->globalPos(), text.isEmpty() ? QString() : plainToolTip(text), view);
    return true;
}

QString plainToolTip(const QString &text)
{
    return QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>").arg(text.toHtmlEscaped());
}

} // namespace Fathom
