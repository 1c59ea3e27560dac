// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/wrappedlabel.h"

#include <QEvent>

namespace Fathom {

namespace {

/// A window that is dragged wider pixel by pixel need not be remembered whole.
constexpr qsizetype mostHeights = 256;

} // namespace

WrappedLabel::WrappedLabel(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
}

void WrappedLabel::makeSelectable()
{
    m_selectable = true;
    setFocusPolicy(Qt::ClickFocus); // as a QLabel has it whose text can be selected
}

int WrappedLabel::heightForWidth(int width) const
{
    forgetIfOther();
    if (const auto known = m_heights.constFind(width); known != m_heights.cend())
        return *known;
    if (m_heights.size() >= mostHeights)
        m_heights.clear();
    return *m_heights.insert(width, QLabel::heightForWidth(width));
}

QSize WrappedLabel::sizeHint() const
{
    forgetIfOther();
    if (!m_sizeHint.isValid())
        m_sizeHint = QLabel::sizeHint();
    return m_sizeHint;
}

QSize WrappedLabel::minimumSizeHint() const
{
    forgetIfOther();
    if (!m_minimumSizeHint.isValid())
        m_minimumSizeHint = QLabel::minimumSizeHint();
    return m_minimumSizeHint;
}

bool WrappedLabel::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LanguageChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::ContentsRectChange:
    case QEvent::ScreenChangeInternal:
    case QEvent::DevicePixelRatioChange:
    case QEvent::Polish: forget(); break;
    case QEvent::FocusIn:
    case QEvent::MouseButtonPress:
    case QEvent::ContextMenu:
        if (m_selectable && textInteractionFlags() == Qt::LinksAccessibleByMouse) {
            setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            forget();
        }
        break;
    default: break;
    }
    return QLabel::event(event);
}

void WrappedLabel::forget() const
{
    m_heights.clear();
    m_sizeHint = {};
    m_minimumSizeHint = {};
}

void WrappedLabel::forgetIfOther() const
{
    if (m_measured == text())
        return;
    m_measured = text();
    forget();
}

} // namespace Fathom
