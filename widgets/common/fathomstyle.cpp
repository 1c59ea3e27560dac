// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/fathomstyle.h"

#include "widgets/common/theme.h"
#include "widgets/common/themedicon.h"

#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

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
    case CE_Splitter: {
        const QPoint middle = option->rect.center();
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->setPen(lineColor(option->palette));
        if (option->state & State_Horizontal)
            painter->drawLine(middle.x(), option->rect.top(), middle.x(), option->rect.bottom());
        else
            painter->drawLine(option->rect.left(), middle.y(), option->rect.right(), middle.y());
        return;
    }
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void FathomStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_FrameStatusBarItem: return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->setPen(lineColor(option->palette));
        painter->drawLine(option->rect.topLeft(), option->rect.topRight());
        return;
    case PE_IndicatorArrowDown:
        // Fusion hangs a menu button's arrow into the lower corner, apart from the text.
        if (const auto *button = qobject_cast<const QToolButton *>(widget);
            button && button->popupMode() == QToolButton::InstantPopup) {
            QStyleOption arrow(*option);
            arrow.rect.setSize(QSize(8, 8));
            arrow.rect.moveCenter(QPoint(button->width() - 9, button->height() / 2));
            QProxyStyle::drawPrimitive(element, &arrow, painter, widget);
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

QIcon FathomStyle::standardIcon(StandardPixmap picture, const QStyleOption *option, const QWidget *widget) const
{
    switch (picture) {
    case SP_ToolBarHorizontalExtensionButton: return themedIcon(QStringLiteral("expand"));
    case SP_ToolBarVerticalExtensionButton: return themedIcon(QStringLiteral("collapse"));
    case SP_LineEditClearButton: return themedIcon(QStringLiteral("close"));
    default: return QProxyStyle::standardIcon(picture, option, widget);
    }
}

int FathomStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_HeaderMargin: return 6;
    case PM_SplitterWidth: return 5;
    case PM_ToolBarItemSpacing: return 2;
    case PM_ToolBarItemMargin: return 4;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize FathomStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton)
        return size + QSize(20, 6);
    if (type == CT_ToolButton) {
        const auto *button = qobject_cast<const QToolButton *>(widget);
        return size + QSize(button && button->popupMode() == QToolButton::InstantPopup ? 10 : 4, 0);
    }
    return size;
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
