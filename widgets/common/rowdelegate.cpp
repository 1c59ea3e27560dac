// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/rowdelegate.h"

#include "widgets/common/theme.h"
#include "widgets/common/themedicon.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>
#include <QtMath>

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

/// Nothing but one line of text: the style would lay that out three times, once to see how large it is.
bool isTextAlone(const QStyleOptionViewItem &cell)
{
    constexpr auto more = QStyleOptionViewItem::HasDecoration | QStyleOptionViewItem::HasCheckIndicator;
    return !(cell.features & more) && !cell.text.contains(QChar::LineSeparator) && !cell.text.contains(u'\n');
}

/// One line, so wide; its text stands in it as aligned.
void layOut(QTextLayout &layout, const QStyleOptionViewItem &cell, Qt::Alignment alignment, int width)
{
    QTextOption option;
    option.setTextDirection(cell.direction);
    option.setAlignment(alignment);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setCacheEnabled(true); // or drawing would find the glyphs once more
    layout.beginLayout();
    layout.createLine().setLineWidth(width);
    layout.endLayout();
}

void drawLine(QPainter *painter, const QStyleOptionViewItem &cell, const QRect &rect, Qt::Alignment alignment,
    Qt::TextElideMode elided, const QString &text)
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    QTextLayout whole(text, cell.font);
    layOut(whole, cell, alignment, rect.width());
    QTextLayout cut;
    const bool fits = whole.lineAt(0).naturalTextWidth() <= rect.width();
    if (!fits) {
        cut.setText(cell.fontMetrics.elidedText(text, elided, rect.width()));
        cut.setFont(cell.font);
        layOut(cut, cell, alignment, rect.width());
    }
    const QTextLayout &line = fits ? whole : cut;
    const QSize size(rect.width(), qCeil(line.lineAt(0).height()));
    const QRect place = QStyle::alignedRect(Qt::LeftToRight, alignment, size, rect);

    const QPalette::ColorGroup group = !(cell.state & QStyle::State_Enabled) ? QPalette::Disabled
        : cell.state & QStyle::State_Active                                  ? QPalette::Normal
                                                                             : QPalette::Inactive;
    const bool selected = cell.state & QStyle::State_Selected;
    const QPen before = painter->pen();
    painter->setPen(cell.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    line.draw(painter, place.topLeft());
    painter->setPen(before);
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
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    const QVariant ratio = index.data(RatioRole);
    const QString text = cell.text;
    const bool alone = isTextAlone(cell);
    if (ratio.isValid() || alone)
        cell.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (ratio.isValid()) {
        QRect inside = cell.rect.adjusted(6, 0, -6, 0);
        QRect textRect = inside;
        textRect.setLeft(std::max(inside.left(), inside.right() - barTextWidth + 1));
        inside.setRight(textRect.left() - 6);
        if (inside.width() > 16)
            drawRatioBar(painter, cell, inside, ratio.toDouble());
        drawLine(painter, cell, textRect, Qt::AlignRight | Qt::AlignVCenter, Qt::ElideRight, text);
    } else if (alone) {
        const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
        drawLine(painter, cell, cell.rect.adjusted(margin, 0, -margin, 0),
            QStyle::visualAlignment(cell.direction, cell.displayAlignment), cell.textElideMode, text);
    }
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
