// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QTimer;

namespace Fathom {

/// The line over a table that chooses rows. Esc clears it, then leaves it; Down and Enter leave it for the rows.
class FilterLine final : public QLineEdit {
    Q_OBJECT

public:
    explicit FilterLine(QWidget *parent = nullptr);
    void clearNow(); ///< without waiting for the pause in typing

signals:
    void filterChanged(const QString &text); ///< after a short pause in typing
    void left(); ///< the keyboard wants to go to the rows

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QTimer *m_pause;
};

} // namespace Fathom
