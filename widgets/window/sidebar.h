// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace Fathom {

/// The pages down the left side.
class SideBar final : public QListWidget {
    Q_OBJECT

public:
    explicit SideBar(QWidget *parent = nullptr);

    void addPage(const QString &iconName, const QString &title, const QString &toolTip);
    void choose(int row); ///< without telling it as the user's choice

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
};

} // namespace Fathom
