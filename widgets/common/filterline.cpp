// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/filterline.h"

#include "widgets/common/filtercompletion.h"
#include "widgets/common/themedicon.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QTimer>

namespace Fathom {

FilterLine::FilterLine(QWidget *parent)
    : QLineEdit(parent)
    , m_completion(new FilterCompletion(*this))
    , m_pause(new QTimer(this))
{
    setPlaceholderText(tr("Filter (Ctrl+F)"));
    setAccessibleName(tr("Filter"));
    // Its icon takes longer to load than the rest of the line to make; where nothing is, nothing is cleared.
    connect(this, &QLineEdit::textChanged, this, [this] { setClearButtonEnabled(true); }, Qt::SingleShotConnection);
    addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    setMinimumWidth(160);
    setMaximumWidth(420);
    m_pause->setSingleShot(true);
    m_pause->setInterval(120);
    connect(m_pause, &QTimer::timeout, this, [this] { emit filterChanged(text()); });
    connect(this, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
}

void FilterLine::setFields(const std::vector<FilterField> &fields)
{
    m_completion->setFields(fields);
    setToolTip(QStringLiteral("<pre>%1</pre>").arg(filterHelp(fields).toHtmlEscaped()));
}

void FilterLine::clearNow()
{
    setTextNow(QString());
}

void FilterLine::setTextNow(const QString &text)
{
    setText(text);
    m_pause->stop();
    emit filterChanged(text);
}

void FilterLine::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    emit begun();
}

bool FilterLine::event(QEvent *event)
{
    // Esc belongs to the line while it has the keyboard, not to the window's Cancel.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    // While words are offered, these keys belong to them: the completion asks the line first.
    if (m_completion->popup()->isVisible() &&
        (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            emit left();
        else
            clearNow();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pause->isActive()) {
            m_pause->stop();
            emit filterChanged(text());
        }
        emit left();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

} // namespace Fathom
