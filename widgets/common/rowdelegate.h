// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Fathom {

/// Draws what models tell by their roles: an icon for the kind of thing in the first column, a symbol where a cell has
/// a severity, a bar for a ratio. Tool tips are shown as the plain text that they are. A delegate and no proxy model:
/// only what is seen is asked for, and views keep their direct way to the models' sorting and persistent indexes.
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

/// A tool tip that shows text as it is, line breaks and angle brackets included.
QString plainToolTip(const QString &text);

} // namespace Fathom
