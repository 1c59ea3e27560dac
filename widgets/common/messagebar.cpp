// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/messagebar.h"

#include "widgets/common/messagerow.h"

#include <QVBoxLayout>

#include <algorithm>

namespace Fathom {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for ([[maybe_unused]] const Speaker speaker : {Speaker::Anybody, Speaker::Sources}) {
        auto *row = new MessageRow;
        connect(row, &MessageRow::closed, this, &MessageBar::showOrHide);
        layout->addWidget(row);
        m_rows.push_back(row);
    }
    hide();
}

void MessageBar::say(
    Severity severity, const QString &sentence, const QString &hint, const QString &details, Speaker speaker)
{
    rowOf(speaker).say(severity, sentence, hint, details);
    showOrHide();
}

void MessageBar::clear(Speaker speaker)
{
    rowOf(speaker).clear();
    showOrHide();
}

void MessageBar::clear()
{
    std::ranges::for_each(m_rows, &MessageRow::clear);
    hide();
}

QString MessageBar::sentenceShown() const
{
    QStringList sentences;
    for (const MessageRow *row : m_rows) {
        if (!row->isHidden())
            sentences << row->sentenceShown();
    }
    return sentences.join(u'\n');
}

bool MessageBar::detailsShown() const
{
    return std::ranges::any_of(m_rows, [](const MessageRow *row) { return !row->isHidden() && row->detailsShown(); });
}

MessageRow &MessageBar::rowOf(Speaker speaker) const
{
    return *m_rows[std::size_t(speaker)];
}

void MessageBar::showOrHide()
{
    setVisible(std::ranges::any_of(m_rows, [](const MessageRow *row) { return !row->isHidden(); }));
}

} // namespace Fathom
