// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/locksign.h"

#include "widgets/common/themedicon.h"

#include <QPainter>

namespace Fathom {

namespace {

constexpr int lockSize = 16;
constexpr int lockMargin = 10;
constexpr int lockGap = 6;

} // namespace

LockSign::LockSign(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Read-only"));
    setToolTip(tr("Read-only: this version of Fathom looks at everything and changes nothing."));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void LockSign::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect icon(lockMargin, (height() - lockSize) / 2, lockSize, lockSize);
    themedIcon(QStringLiteral("lock")).paint(&painter, icon);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(
        rect().adjusted(lockMargin + lockSize + lockGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, accessibleName());
}

QSize LockSign::sizeHint() const
{
    return {2 * lockMargin + lockSize + lockGap + fontMetrics().horizontalAdvance(accessibleName()),
        fontMetrics().height() + 8};
}

} // namespace Fathom
