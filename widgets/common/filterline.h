// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filterquery.h"

#include <QLineEdit>

class QTimer;

namespace Fathom {

class FilterCompletion;

/// The line over a table that chooses rows. Esc clears it, then leaves it; Down and Enter leave it for the rows.
class FilterLine final : public QLineEdit {
    Q_OBJECT

public:
    explicit FilterLine(QWidget *parent = nullptr);
    void setFields(const std::vector<FilterField> &fields); ///< what may stand before a colon: completed and explained
    void clearNow(); ///< without waiting for the pause in typing
    void setTextNow(const QString &text);

signals:
    void begun(); ///< somebody is about to type
    void filterChanged(const QString &text); ///< after a short pause in typing
    void left(); ///< the keyboard wants to go to the rows

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    FilterCompletion *m_completion;
    QTimer *m_pause;
};

} // namespace Fathom
