// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/fathomstyle.h"

#include "widgets/common/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace Fathom {

FathomStyle::FathomStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

void FathomStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: {
        const QRect rect = option->rect;
        painter->fillRect(rect, option->palette.color(QPalette::Window));
        painter->setPen(lineColor(option->palette));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        if (element == CE_HeaderSection)
            painter->drawLine(rect.topRight() + QPoint(0, 6), rect.bottomRight() - QPoint(0, 6));
        return;
    }
    case CE_ToolBar:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->setPen(lineColor(option->palette));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void FathomStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->setPen(lineColor(option->palette));
        painter->drawLine(option->rect.topLeft(), option->rect.topRight());
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int FathomStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_HeaderMargin:
        return 6;
    case PM_SplitterWidth:
        return 5;
    case PM_ToolBarItemSpacing:
        return 2;
    case PM_ToolBarItemMargin:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FathomStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const
{
    // One click selects and shows details; going elsewhere takes two, whatever the desktop's habit for files is.
    if (hint == SH_ItemView_ActivateItemOnSingleClick)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace Fathom
