// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace Fathom {

/// A page's tools, in two halves: the right one keeps to the right edge, and the left one takes what it leaves. Where
/// there is no room for both, the right one stands below: many tools need not keep a window from being narrow.
class ToolRow final : public QLayout {
    Q_OBJECT

public:
    ToolRow(QWidget *parent, QWidget *left, QWidget *right);
    ~ToolRow() override;

    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

protected:
    void addItem(QLayoutItem *item) override { m_items << item; }

private:
    QSize sizeOf(int item) const { return item < m_items.size() ? m_items[item]->sizeHint() : QSize(0, 0); }
    int widthOfBoth() const { return sizeOf(0).width() + spacing() + sizeOf(1).width(); }
    QSize withMargins(int width, int height) const;

    QList<QLayoutItem *> m_items; ///< left, right
};

} // namespace Fathom
