// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace Fathom::Tests {

/// A model as text: a row a line, its columns with " | " between them, children indented.
inline QString modelText(const QAbstractItemModel &model, const QList<int> &columns, int role = Qt::DisplayRole)
{
    QStringList lines;
    struct Step {
        QModelIndex parent;
        int row;
    };
    std::vector<Step> path{{QModelIndex(), 0}};
    while (!path.empty()) {
        Step &step = path.back();
        if (step.row >= model.rowCount(step.parent)) {
            path.pop_back();
            continue;
        }
        const int row = step.row++;
        QStringList cells;
        for (const int column : columns)
            cells.append(model.index(row, column, step.parent).data(role).toString().replace(QChar::Nbsp, u' '));
        lines.append(QString(static_cast<qsizetype>(path.size() - 1) * 2, u' ') + cells.join(QStringLiteral(" | ")));
        path.push_back({model.index(row, 0, step.parent), 0});
    }
    return lines.join(u'\n');
}

/// A fixture's text as modelText() prints it: without the first line break and the last, and without the indentation
/// that all lines share.
inline QString plainFixture(const char *text)
{
    QStringList lines = QString::fromUtf8(text).split(u'\n');
    if (!lines.isEmpty() && lines.first().trimmed().isEmpty())
        lines.removeFirst();
    if (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    qsizetype indent = lines.isEmpty() ? 0 : lines.first().size();
    for (const QString &line : lines)
        for (qsizetype i = 0; i < line.size(); ++i)
            if (line[i] != u' ') {
                indent = qMin(indent, i);
                break;
            }
    for (QString &line : lines)
        line.remove(0, indent);
    return lines.join(u'\n');
}

} // namespace Fathom::Tests

/// Compares as text and shows both sides whole when they differ.
#define COMPARE_TEXT(actual, expected)                                                                                 \
    do {                                                                                                               \
        const QString actualText = (actual);                                                                           \
        const QString expectedText = (expected);                                                                       \
        if (actualText != expectedText)                                                                                \
            qWarning("actual:\n%s\nexpected:\n%s", qUtf8Printable(actualText), qUtf8Printable(expectedText));          \
        QVERIFY(actualText == expectedText);                                                                           \
    } while (false)
