// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/rowview.h"

#include "widgets/common/rowcopy.h"
#include "widgets/common/rowdelegate.h"
#include "widgets/common/themedicon.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace Fathom {

RowView::RowView(QWidget *parent)
    : QTreeView(parent)
    , m_copy(new QAction(themedIcon(QStringLiteral("copy")), tr("Copy rows"), this))
{
    setFrameShape(QFrame::NoFrame);
    setAlternatingRowColors(true);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setExpandsOnDoubleClick(false);
    setTextElideMode(Qt::ElideMiddle);
    setItemDelegate(new RowDelegate(this));
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    connect(m_copy, &QAction::triggered, this, &RowView::copySelection);
    addAction(m_copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(this, &QTreeView::clicked, this, &RowView::lookedAt);
}

void RowView::keyPressEvent(QKeyEvent *event)
{
    QTreeView::keyPressEvent(event);
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        emit lookedAt(currentIndex());
}

void RowView::copySelection() const
{
    if (const QString text = selectedRowsText(*this); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace Fathom
