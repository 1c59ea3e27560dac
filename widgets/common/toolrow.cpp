// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/toolrow.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace Fathom {

ToolRow::ToolRow(QWidget *parent, QWidget *left, QWidget *right)
    : QLayout(parent)
{
    addWidget(left);
    addWidget(right);
}

ToolRow::~ToolRow()
{
    qDeleteAll(m_items);
}

QLayoutItem *ToolRow::takeAt(int index)
{
    return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr;
}

QSize ToolRow::withMargins(int width, int height) const
{
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

int ToolRow::heightForWidth(int width) const
{
    const int left = sizeOf(0).height();
    const int right = sizeOf(1).height();
    const bool oneLine = sizeHint().width() <= width;
    return withMargins(0, oneLine ? std::max(left, right) : left + spacing() + right).height();
}

QSize ToolRow::sizeHint() const
{
    return withMargins(widthOfBoth(), std::max(sizeOf(0).height(), sizeOf(1).height()));
}

QSize ToolRow::minimumSize() const
{
    const QSize widest = sizeOf(0).expandedTo(sizeOf(1));
    return withMargins(widest.width(), widest.height());
}

void ToolRow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    if (m_items.size() < 2)
        return;
    QRect left = contentsRect();
    QRect right = left;
    if (widthOfBoth() <= left.width()) {
        right.setLeft(right.right() + 1 - sizeOf(1).width());
        left.setRight(right.left() - spacing() - 1);
    } else {
        left.setHeight(sizeOf(0).height());
        right = QRect(QPoint(left.left(), left.bottom() + 1 + spacing()), sizeOf(1));
    }
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    m_items[0]->setGeometry(QStyle::visualRect(direction, rect, left));
    m_items[1]->setGeometry(QStyle::visualRect(direction, rect, right));
}

} // namespace Fathom
