// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/messagerow.h"

#include "widgets/common/theme.h"
#include "widgets/common/themedicon.h"
#include "widgets/common/wrappedlabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QToolButton>

namespace Fathom {

MessageRow::MessageRow(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_sentence(new WrappedLabel)
    , m_toggle(new QToolButton)
    , m_close(new QToolButton)
    , m_details(new QPlainTextEdit)
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->makeSelectable();
    m_toggle->setText(tr("Details"));
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setIcon(themedIcon(QStringLiteral("expand")));
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setToolTip(tr("Hide this message"));
    m_close->setAccessibleName(tr("Hide this message"));
    m_details->setReadOnly(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setAccessibleName(tr("All problems"));
    m_details->setMaximumHeight(140);
    m_details->hide();
    connect(m_toggle, &QToolButton::toggled, this, &MessageRow::setDetailsShown);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_toggle, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->addLayout(row);
    layout->addWidget(m_details);
    hide();
}

void MessageRow::say(Severity severity, const QString &sentence, const QString &hint, const QString &details)
{
    const QString said = QStringList{sentence, hint, details}.join(u'\n');
    if (said == m_said)
        return;
    m_said = said;
    m_severity = severity;
    m_sentence->setText(hint.isEmpty() ? sentence : tr("%1\n%2", "a message and its hint").arg(sentence, hint));
    setAccessibleName(sentence);
    m_details->setPlainText(details);
    m_toggle->setVisible(!details.isEmpty());
    if (details.isEmpty())
        setDetailsShown(false);
    updateIcon();
    show();
}

void MessageRow::clear()
{
    m_said.clear();
    hide();
}

QString MessageRow::sentenceShown() const
{
    return m_sentence->text();
}

bool MessageRow::detailsShown() const
{
    return !m_details->isHidden();
}

void MessageRow::setDetailsShown(bool shown)
{
    m_toggle->setChecked(shown);
    m_toggle->setIcon(themedIcon(shown ? QStringLiteral("collapse") : QStringLiteral("expand")));
    m_details->setVisible(shown);
}

void MessageRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor color = severityColor(m_severity, palette());
    painter.fillRect(QRect(0, 0, 3, height()), color);
    color.setAlphaF(0.10f);
    painter.fillRect(rect().adjusted(3, 0, 0, 0), color);
    painter.setPen(lineColor(palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void MessageRow::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

void MessageRow::updateIcon()
{
    m_icon->setPixmap(severityIcon(m_severity).pixmap(QSize(18, 18), devicePixelRatioF()));
}

} // namespace Fathom
