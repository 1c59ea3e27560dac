// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Fathom {

/// Says that nothing can be changed. A sign, not a button: there is nothing to unlock.
class LockSign final : public QWidget {
    Q_OBJECT

public:
    explicit LockSign(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    QSize sizeHint() const override;
};

} // namespace Fathom
