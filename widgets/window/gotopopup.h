// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QListView;

namespace Fathom {

class GotoModel;

/// What Go to has found, under its line: a part of the window that takes no keyboard.
class GotoPopup final : public QFrame {
    Q_OBJECT

public:
    enum class State { NothingOpen, Waiting, Found };

    explicit GotoPopup(GotoModel &model);

    void showUnder(QWidget &line, State state);

    int currentRow() const;
    void setCurrentRow(int row);
    int rowsShown() const; ///< at once
    QString told() const; ///< the line below: how many, or why nothing
    QListView &list() const { return *m_list; }

signals:
    void rowChosen(int row); ///< by the mouse

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say(State state);

    GotoModel &m_model;
    QListView *m_list;
    QLabel *m_title; ///< instead of a list
    QLabel *m_told;
};

} // namespace Fathom
