// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/estate.h"
#include "models/background.h"

#include <QLineEdit>
#include <QPointer>

namespace Fathom {

class GotoModel;
class GotoPopup;

/// "Go to" in the tool bar: a few letters of a name, UUID, hash, MAC address or path, and Enter. The keyboard stays in
/// the line; arrows walk through what was found.
class GotoBox final : public QLineEdit {
    Q_OBJECT

public:
    explicit GotoBox(QWidget *parent = nullptr);
    ~GotoBox() override;

    /// A new snapshot. Its index is made in the background; until it is there the old one answers.
    void setEstate(const EstatePtr &estate);
    void setRecent(const QStringList &keys); ///< what was looked at, the latest first
    void begin(); ///< by its shortcut

    GotoModel &model() const { return *m_model; }
    GotoPopup &popup() const { return *m_popup; }
    bool indexing() const { return m_indexing; }
    QSize sizeHint() const override;

signals:
    void chosen(const QString &key);
    void entered(); ///< the keyboard is here
    void left(); ///< Esc: the keyboard goes back to the page
    void indexed();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeIndex();
    void showPopup();
    void hidePopup();
    void choose(int row);
    void move(int rows);

    GotoModel *m_model;
    GotoPopup *m_popup;
    QPointer<QWidget> m_popupLives; ///< it belongs to the window once it was shown there
    EstatePtr m_waiting; ///< a snapshot that no index was made of yet
    bool m_anything = false; ///< an estate is open
    bool m_indexing = false;
    Background m_index{this};
};

} // namespace Fathom
