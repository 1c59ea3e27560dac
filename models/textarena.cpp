// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/textarena.h"

#include <QList>

#include <algorithm>
#include <cstring>

namespace Fathom {

namespace {

constexpr char columnEnd = '\x1f';

} // namespace

std::vector<FilterWord> filterWords(const QString &typed, const std::vector<QByteArray> &columnIds)
{
    std::vector<FilterWord> words;
    const QString folded = typed.toLower().simplified();
    for (const QStringView part : QStringView(folded).split(u' ', Qt::SkipEmptyParts)) {
        FilterWord word{.text = part.toUtf8()};
        const qsizetype colon = word.text.indexOf(':');
        const auto named = std::ranges::find(columnIds, word.text.first(std::max<qsizetype>(colon, 0)));
        if (colon > 0 && named != columnIds.end()) {
            word.column = static_cast<int>(named - columnIds.begin());
            word.text.remove(0, colon + 1);
        }
        // "format:" is a word that is still being typed.
        if (!word.text.isEmpty() && std::ranges::find(words, word) == words.end())
            words.push_back(word);
    }
    return words;
}

void TextArena::clear()
{
    m_text.clear();
    m_starts.clear();
}

void TextArena::add(const std::vector<QString> &columns)
{
    if (m_starts.empty())
        m_starts.push_back(0);
    for (const QString &column : columns) {
        m_text += column.toLower().toUtf8();
        m_text += columnEnd;
    }
    m_starts.push_back(m_text.size());
}

bool TextArena::columnMatches(std::size_t row, const FilterWord &word) const
{
    QByteArrayView rest = QByteArrayView(m_text).sliced(m_starts[row], m_starts[row + 1] - m_starts[row]);
    for (int column = 0; column < word.column; ++column)
        rest = rest.sliced(rest.indexOf(columnEnd) + 1);
    return rest.first(std::max<qsizetype>(rest.indexOf(columnEnd), 0)).contains(word.text);
}

std::vector<char> TextArena::matching(const std::vector<FilterWord> &words) const
{
    const std::size_t rows = m_starts.empty() ? 0 : m_starts.size() - 1;
    std::vector<char> result(rows, 1);
    for (const FilterWord &word : words) {
        std::vector<char> hits(rows, 0);
        const char *const begin = m_text.constData();
        const char *const end = begin + m_text.size();
        const char *at = begin;
        std::size_t row = 0;
        while (row < rows) {
            const auto *const hit = static_cast<const char *>(memmem(at, static_cast<std::size_t>(end - at),
                word.text.constData(), static_cast<std::size_t>(word.text.size())));
            if (!hit)
                break;
            while (m_starts[row + 1] <= hit - begin)
                ++row;
            hits[row] = word.column < 0 || columnMatches(row, word);
            ++row;
            at = begin + m_starts[row];
        }
        for (std::size_t i = 0; i < rows; ++i)
            result[i] = result[i] && hits[i];
    }
    return result;
}

} // namespace Fathom
