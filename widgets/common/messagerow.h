// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace Fathom {

class WrappedLabel;

/// One message: how bad it is, a sentence, and all that is behind it when it is unfolded.
class MessageRow final : public QFrame {
    Q_OBJECT

public:
    explicit MessageRow(QWidget *parent = nullptr);

    /// The same again changes nothing, so that a message once closed stays closed.
    void say(Severity severity, const QString &sentence, const QString &hint, const QString &details);
    void clear();

    QString sentenceShown() const;
    bool detailsShown() const;

signals:
    void closed();

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
    WrappedLabel *m_sentence;
    QToolButton *m_toggle;
    QToolButton *m_close;
    QPlainTextEdit *m_details;
};

} // namespace Fathom
