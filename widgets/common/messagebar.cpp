// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/messagebar.h"

#include "widgets/common/messagerow.h"

#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace Fathom {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
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
    if (MessageRow *row = m_rows[std::size_t(speaker)])
        row->clear();
    showOrHide();
}

void MessageBar::clear()
{
    std::ranges::for_each(madeRows(), &MessageRow::clear);
    hide();
}

QString MessageBar::sentenceShown() const
{
    QStringList sentences;
    for (const MessageRow *row : madeRows()) {
        if (!row->isHidden())
            sentences << row->sentenceShown();
    }
    return sentences.join(u'\n');
}

bool MessageBar::detailsShown() const
{
    return std::ranges::any_of(
        madeRows(), [](const MessageRow *row) { return !row->isHidden() && row->detailsShown(); });
}

MessageRow &MessageBar::rowOf(Speaker speaker)
{
    MessageRow *&row = m_rows[std::size_t(speaker)];
    if (!row) {
        row = new MessageRow;
        connect(row, &MessageRow::closed, this, &MessageBar::showOrHide);
        // The sources' row stays the lowest, whoever speaks first.
        qobject_cast<QVBoxLayout *>(layout())->insertWidget(speaker == Speaker::Anybody ? 0 : -1, row);
    }
    return *row;
}

std::vector<MessageRow *> MessageBar::madeRows() const
{
    std::vector<MessageRow *> rows;
    std::ranges::copy_if(m_rows, std::back_inserter(rows), [](const MessageRow *row) { return row != nullptr; });
    return rows;
}

void MessageBar::showOrHide()
{
    setVisible(std::ranges::any_of(madeRows(), [](const MessageRow *row) { return !row->isHidden(); }));
}

} // namespace Fathom
