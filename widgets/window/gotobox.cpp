// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/gotobox.h"

#include "models/gotomodel.h"
#include "models/roles.h"
#include "widgets/common/themedicon.h"
#include "widgets/window/gotopopup.h"

#include <QAccessible>
#include <QAction>
#include <QKeyEvent>

#include <algorithm>

namespace Fathom {

namespace {

constexpr int widestGotoBox = 420;

} // namespace

GotoBox::GotoBox(QWidget *parent)
    : QLineEdit(parent)
    , m_model(new GotoModel(this))
    , m_popup(new GotoPopup(*m_model))
    , m_popupLives(m_popup)
{
    setAccessibleName(tr("Go to"));
    setAccessibleDescription(tr("A few letters of a name, UUID, hash, MAC address or path; arrow keys choose"));
    setPlaceholderText(
        tr("Go to … (%1)", "a key").arg(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText)));
    setToolTip(tr("Go to an image, instance, host, project, base, UUID, hash, MAC address or path (Ctrl+K)"));
    setClearButtonEnabled(true);
    setMaximumWidth(widestGotoBox);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addAction(themedIcon(QStringLiteral("search")), LeadingPosition);
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_model->setTyped(text);
        showPopup();
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && !m_model->typed().isEmpty()) { // the button that clears
            m_model->setTyped(text);
            if (hasFocus())
                showPopup();
        }
    });
    connect(m_popup, &GotoPopup::rowChosen, this, &GotoBox::choose);
}

GotoBox::~GotoBox()
{
    delete m_popupLives; // the window may have taken it along already
}

void GotoBox::setEstate(const EstatePtr &estate)
{
    m_anything = !estate->sources.empty();
    m_waiting = estate;
    // While a scan runs snapshot follows snapshot; only for somebody who is searching each is worth an index.
    if (estate->complete || hasFocus())
        makeIndex();
}

void GotoBox::setRecent(const QStringList &keys)
{
    m_model->setRecent(keys);
}

void GotoBox::begin()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
    showPopup();
}

void GotoBox::makeIndex()
{
    if (m_indexing || !m_waiting)
        return;
    m_indexing = true;
    m_index.run([estate = std::exchange(m_waiting, nullptr)](
                    const std::stop_token &stop) { return gotoIndexOf(*estate, stop); },
        [this](const GotoIndexPtr &index) {
            m_indexing = false;
            m_model->setIndex(index);
            if (m_popup->isVisible())
                showPopup();
            emit indexed();
            if (m_waiting && (m_waiting->complete || hasFocus()))
                makeIndex();
        });
}

void GotoBox::showPopup()
{
    const GotoPopup::State state = !m_anything ? GotoPopup::State::NothingOpen
        : !m_model->hasIndex()                 ? GotoPopup::State::Waiting
                                               : GotoPopup::State::Found;
    m_popup->showUnder(*this, state);
    if (m_model->rowCount() > 0 && !text().trimmed().isEmpty())
        move(0);
}

void GotoBox::hidePopup()
{
    if (m_popupLives)
        m_popup->hide();
}

void GotoBox::choose(int row)
{
    const QString key = m_model->index(row, 0).data(KeyRole).toString();
    if (key.isEmpty())
        return;
    hidePopup();
    clear();
    m_model->setTyped({});
    emit chosen(key);
}

void GotoBox::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int from = m_popup->currentRow();
    m_popup->setCurrentRow(from < 0 ? (rows < 0 ? count - 1 : 0) : std::clamp(from + rows, 0, count - 1));
    // The keyboard's focus stays here, so a screen reader has to be told where the choice went.
    const QString told = tr("%1, %2 of %3", "a thing, its place, how many")
                             .arg(m_model->index(m_popup->currentRow(), 0).data(Qt::AccessibleTextRole).toString())
                             .arg(m_popup->currentRow() + 1)
                             .arg(count);
    QAccessibleAnnouncementEvent announcement(this, told);
    QAccessible::updateAccessibility(&announcement);
}

QSize GotoBox::sizeHint() const
{
    return {widestGotoBox, QLineEdit::sizeHint().height()};
}

bool GotoBox::event(QEvent *event)
{
    // Esc belongs to the line while it has the keyboard, not to the window's Cancel.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

bool GotoBox::eventFilter(QObject *watched, QEvent *event)
{
    // The popup hangs on the line wherever the window puts it.
    if (event->type() == QEvent::Resize && m_popup->isVisible())
        showPopup();
    return QLineEdit::eventFilter(watched, event);
}

void GotoBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_popup->isVisible() && !text().isEmpty()) {
            clear();
            m_model->setTyped({});
            showPopup();
        } else {
            hidePopup();
            emit left();
        }
        return;
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (!m_popup->isVisible()) {
            showPopup();
            return;
        }
        move(event->key() == Qt::Key_Down        ? 1
                : event->key() == Qt::Key_Up     ? -1
                : event->key() == Qt::Key_PageUp ? -m_popup->rowsShown()
                                                 : m_popup->rowsShown());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_popup->isVisible())
            choose(std::max(m_popup->currentRow(), 0));
        else
            showPopup();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void GotoBox::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    window()->installEventFilter(this);
    makeIndex();
    emit entered();
    if (event->reason() == Qt::MouseFocusReason)
        showPopup();
}

void GotoBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    window()->removeEventFilter(this);
    hidePopup();
}

void GotoBox::hideEvent(QHideEvent *event)
{
    hidePopup();
    QLineEdit::hideEvent(event);
}

} // namespace Fathom
