// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QLabel>

namespace Fathom {

/// A label of several lines that remembers how high it is at a width. A layout asks that dozens of times while a window
/// is being opened or resized, and each time a QLabel sets its whole text anew.
class WrappedLabel : public QLabel {
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget *parent = nullptr);

    /// Its text can be selected and copied, by mouse and keyboard. What a QLabel needs for that is made when somebody
    /// first presses on it or focuses it: most are never touched, and a window that opens need not wait for it.
    void makeSelectable();

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    void forget() const;
    void forgetIfOther() const;

    bool m_selectable = false;
    mutable QString m_measured; ///< the text that the others belong to; setText() cannot be overridden
    mutable QHash<int, int> m_heights; ///< by width
    mutable QSize m_sizeHint;
    mutable QSize m_minimumSizeHint;
};

} // namespace Fathom
