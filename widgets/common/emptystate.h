// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/openchoice.h"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace Fathom {

class WrappedLabel;

/// Says why a page shows nothing and offers the next step.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void say(const QString &icon, const QString &title, const QString &text, const std::vector<OpenChoice> &choices);
    void sayNothingMatches(const QString &filter);

    QString title() const;
    QString text() const;

signals:
    void openWanted(Fathom::OpenChoice choice);
    void clearFilterWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void clearButtons();
    void addButton(QPushButton *button);
    void updateIcon();

    QString m_iconName;
    std::vector<OpenChoice> m_choices;
    QLabel *m_icon;
    QLabel *m_title;
    WrappedLabel *m_text;
    QBoxLayout *m_buttons;
};

/// What menus and buttons call a choice: "Open this machine's usual places", with an ellipsis where a dialog asks.
QString openChoiceText(OpenChoice choice);

} // namespace Fathom
