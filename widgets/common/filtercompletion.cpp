// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/filtercompletion.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QStandardItemModel>

namespace Fathom {

namespace {

QString exampleOf(const FilterField &field)
{
    const QString id = QString::fromLatin1(field.id);
    switch (field.kind) {
    case ColumnKind::Text: return id + QStringLiteral(":…");
    case ColumnKind::Bytes: return id + QStringLiteral(":>50G");
    case ColumnKind::Count: return id + QStringLiteral(":>=2");
    case ColumnKind::Share: return id + QStringLiteral(":>80%");
    case ColumnKind::Time: return id + QStringLiteral(":<2024-05");
    }
    return id;
}

} // namespace

FilterCompletion::FilterCompletion(QLineEdit &line)
    : QCompleter(&line)
    , m_line(line)
    , m_words(new QStandardItemModel(this))
{
    setModel(m_words);
    setCaseSensitivity(Qt::CaseInsensitive);
    setCompletionRole(Qt::UserRole);
    setWidget(&line);
    connect(&line, &QLineEdit::textEdited, this, &FilterCompletion::offer);
    connect(this, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) { insert(index.data(Qt::UserRole).toString()); });
}

void FilterCompletion::setFields(const std::vector<FilterField> &fields)
{
    m_words->clear();
    const auto add = [this](const QString &word, const QString &shown) {
        auto *item = new QStandardItem(shown);
        item->setData(word, Qt::UserRole);
        m_words->appendRow(item);
    };
    for (const FilterField &field : fields) {
        const QString id = QString::fromLatin1(field.id);
        add(id + u':', tr("%1   %2", "what is typed, and a column's title").arg(exampleOf(field), field.header));
        // Who reads another language may type its words.
        if (const QString word = fieldWord(field.header); word != id)
            add(word + u':', tr("%1   %2", "what is typed, and a column's title").arg(word + u':', field.header));
    }
}

QString FilterCompletion::typedWord() const
{
    const QString before = m_line.text().first(m_line.cursorPosition());
    QString word = before.sliced(before.lastIndexOf(u' ') + 1);
    if (word.startsWith(u'-') || word.startsWith(u'!'))
        word.remove(0, 1);
    return word;
}

void FilterCompletion::offer()
{
    const QString word = typedWord();
    setCompletionPrefix(word);
    // One letter begins too many words that mean nothing but themselves.
    if (word.size() < 2 || word.endsWith(u':') || completionCount() == 0)
        popup()->hide();
    else
        complete();
}

void FilterCompletion::insert(const QString &word)
{
    const qsizetype typed = typedWord().size();
    m_line.setSelection(m_line.cursorPosition() - static_cast<int>(typed), static_cast<int>(typed));
    m_line.insert(word);
}

QString filterHelp(const std::vector<FilterField> &fields)
{
    QStringList columns;
    for (const FilterField &field : fields)
        columns.append(QString::fromLatin1(field.id));
    return FilterCompletion::tr("Shows the rows in which every word occurs somewhere.\n\n"
                                "format:vmdk        in that column only\n"
                                "format:=raw        nothing else there\n"
                                "virtual:>50G       comparisons: > >= < <= =, sizes, dates, numbers, shares\n"
                                "modified:<2024-05  before May 2024\n"
                                "-word, -format:raw not so\n"
                                "\"two words\"        together\n\n"
                                "Columns: %1")
        .arg(columns.join(QStringLiteral(", ")));
}

} // namespace Fathom
