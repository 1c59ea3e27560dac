// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/texttable.h"

#include "app/commands/displaywidth.h"

#include <algorithm>

namespace Fathom {

namespace {

constexpr int columnGap = 2;

int totalWidth(const std::vector<int> &widths, const std::vector<std::size_t> &shown)
{
    int total = columnGap * (static_cast<int>(shown.size()) - 1);
    for (const std::size_t column : shown)
        total += widths[column];
    return total;
}

} // namespace

QString TextTable::text(std::optional<int> width) const
{
    std::vector<int> widths;
    for (const TextColumn &column : m_columns)
        widths.push_back(displayWidth(column.title));
    for (const QStringList &row : m_rows)
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[static_cast<std::size_t>(i)] = qMax(widths[static_cast<std::size_t>(i)], displayWidth(row[i]));

    std::vector<std::size_t> shown;
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        if (std::ranges::any_of(m_rows,
                [column](const QStringList &row) { return !row.value(static_cast<qsizetype>(column)).isEmpty(); }))
            shown.push_back(column);
    while (width && totalWidth(widths, shown) > *width) {
        const auto least =
            std::ranges::max_element(shown, {}, [this](std::size_t column) { return m_columns[column].omitted; });
        if (least == shown.end() || m_columns[*least].omitted == 0)
            break;
        shown.erase(least);
    }
    for (const std::size_t column : shown) {
        const int tooMuch = width ? totalWidth(widths, shown) - *width : 0;
        if (tooMuch > 0 && m_columns[column].shortest > 0)
            widths[column] = qMin(widths[column], qMax(m_columns[column].shortest, widths[column] - tooMuch));
    }

    QString text;
    const auto addLine = [&](const auto &cell) {
        QString line;
        for (const std::size_t column : shown) {
            if (!line.isEmpty())
                line += QString(columnGap, QLatin1Char(' '));
            line += padded(elided(cell(column), widths[column]), widths[column], m_columns[column].number);
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    };
    addLine([this](std::size_t column) { return m_columns[column].title; });
    for (const QStringList &row : m_rows)
        addLine([&row](std::size_t column) { return row.value(static_cast<qsizetype>(column)); });
    text.chop(1);
    return text;
}

} // namespace Fathom
