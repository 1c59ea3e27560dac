// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"

#include <QWidget>

class QHBoxLayout;
class QTimer;
class QToolButton;

namespace Fathom {

/// The witnesses in the status bar: what each is, how it stands and how old its word is. A click leads to its
/// directory. Those that find no room are in a menu.
class SourceStrip final : public QWidget {
    Q_OBJECT

public:
    explicit SourceStrip(QWidget *parent = nullptr);

    void setEstate(const EstatePtr &estate);
    QStringList texts() const; ///< of all sources, as shown and in the menu

    QSize minimumSizeHint() const override;

signals:
    void activated(const QString &key);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void updateTexts();
    void makeRoom();

    EstatePtr m_estate;
    std::vector<QToolButton *> m_buttons;
    QToolButton *m_more;
    QHBoxLayout *m_layout;
    QTimer *m_clock;
};

/// "good", "failed", … for people.
QString sourceHealthText(SourceHealth health);

/// "12 s ago", "3 min ago", …
QString elapsedText(qint64 seconds);

} // namespace Fathom
