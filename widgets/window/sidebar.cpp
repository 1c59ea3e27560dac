// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/sidebar.h"

#include "widgets/common/theme.h"
#include "widgets/common/themedicon.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Fathom {

namespace {

constexpr int sideRowHeight = 38;
constexpr int sideIconSize = 20;

class SideBarDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool selected = option.state & QStyle::State_Selected;
        const QRect place = option.rect.adjusted(8, 2, -8, -2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        if (selected || option.state & QStyle::State_MouseOver) {
            QColor color = option.palette.color(QPalette::Highlight);
            color.setAlphaF(selected ? 1.0f : 0.12f);
            painter->setBrush(color);
            painter->drawRoundedRect(place, 6, 6);
        }
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(option.palette.color(QPalette::Highlight), 1.5));
            painter->drawRoundedRect(QRectF(place).adjusted(-2, -1, 2, 1), 7, 7);
        }
        const QRect iconPlace(place.left() + 10, place.center().y() - sideIconSize / 2 + 1, sideIconSize, sideIconSize);
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, iconPlace, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::WindowText));
        const QRect textPlace = place.adjusted(10 + sideIconSize + 10, 0, -6, 0);
        painter->drawText(textPlace, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, textPlace.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
        return {text + 2 * 8 + 10 + sideIconSize + 10 + 16, std::max(sideRowHeight, option.fontMetrics.height() + 14)};
    }
};

} // namespace

SideBar::SideBar(QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new SideBarDelegate(this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            emit chosen(row);
    });
}

void SideBar::addPage(const QString &iconName, const QString &title, const QString &toolTip)
{
    auto *item = new QListWidgetItem(themedIcon(iconName), title, this);
    item->setToolTip(toolTip);
    updateGeometry();
}

void SideBar::choose(int row)
{
    const QSignalBlocker quiet(this);
    setCurrentRow(row);
}

QSize SideBar::sizeHint() const
{
    return {std::clamp(sizeHintForColumn(0), 150, 240), 200};
}

QSize SideBar::minimumSizeHint() const
{
    return {sizeHint().width(), 80};
}

void SideBar::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Window));
    painter.setPen(lineColor(palette()));
    painter.drawLine(viewport()->rect().topRight(), viewport()->rect().bottomRight());
    painter.end();
    QListWidget::paintEvent(event);
}

void SideBar::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace Fathom
