// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "models/roles.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace Fathom {

/// Says above a page what went wrong and what to do, without standing in the way. "Details" unfolds all of it.
class MessageBar final : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Hides itself when there is nothing to say. Closed by the user, it stays closed until something else is to be
    /// said.
    void say(Severity severity, const QString &sentence, const QString &hint, const QString &details);
    void clear();

    QString sentenceShown() const;
    bool detailsShown() const;

public slots:
    void setDetailsShown(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    Severity m_severity = Severity::None;
    QString m_said;
    QLabel *m_icon;
    QLabel *m_sentence;
    QToolButton *m_toggle;
    QToolButton *m_close;
    QPlainTextEdit *m_details;
};

} // namespace Fathom
