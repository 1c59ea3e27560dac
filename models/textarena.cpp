// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/textarena.h"

#include <algorithm>
#include <cstring>

namespace Fathom {

namespace {

constexpr char fieldEnd = '\x1f';

const char *found(const char *begin, const char *end, const QByteArray &text)
{
    return static_cast<const char *>(
        memmem(begin, static_cast<std::size_t>(end - begin), text.constData(), static_cast<std::size_t>(text.size())));
}

} // namespace

void TextArena::reserve(std::size_t rows)
{
    m_starts.reserve(rows + 1);
}

void TextArena::add(const std::vector<QString> &fields)
{
    for (const QString &field : fields) {
        // Most texts are plain letters and digits, and are told so in one look. A space that must not break is typed as
        // any other.
        const qsizetype start = m_text.size();
        m_text.resize(start + field.size());
        char *out = m_text.data() + start;
        bool plain = true;
        for (const QChar character : field) {
            const char16_t c = character.unicode();
            plain = plain && (c < 0x80 || c == QChar::Nbsp);
            *out++ = static_cast<char>(c >= u'A' && c <= u'Z' ? c | 0x20 : c == QChar::Nbsp ? u' ' : c);
        }
        if (!plain) {
            m_text.truncate(start);
            m_text += field.toLower().replace(QChar::Nbsp, u' ').toUtf8();
        }
        m_text += fieldEnd;
    }
    m_starts.push_back(m_text.size());
}

QByteArrayView TextArena::field(std::size_t row, int number) const
{
    QByteArrayView rest = QByteArrayView(m_text).sliced(m_starts[row], m_starts[row + 1] - m_starts[row]);
    for (; number > 0; --number)
        rest = rest.sliced(rest.indexOf(fieldEnd) + 1);
    return rest.first(std::max<qsizetype>(rest.indexOf(fieldEnd), 0));
}

TextHits TextArena::containing(const QByteArray &text, int number) const
{
    TextHits hits(rows(), text.isEmpty());
    if (text.isEmpty())
        return hits;
    const char *const begin = m_text.constData();
    const char *const end = begin + m_text.size();
    const char *at = begin;
    std::size_t row = 0;
    while (row < hits.size()) {
        const char *const hit = found(at, end, text);
        if (!hit)
            break;
        while (m_starts[row + 1] <= hit - begin)
            ++row;
        const QByteArrayView within = number < 0 ? QByteArrayView() : field(row, number);
        const char *const first = number < 0 ? hit : found(within.begin(), within.end(), text);
        hits[row] = first ? static_cast<quint32>(first - begin - m_starts[row] + 1) : 0;
        ++row;
        at = begin + m_starts[row];
    }
    return hits;
}

TextHits TextArena::containing(const QByteArray &text, int number, const TextHits &known, qsizetype partAt) const
{
    TextHits hits(rows(), 0);
    const char *const begin = m_text.constData();
    for (std::size_t row = 0; row < hits.size(); ++row) {
        if (known[row] == 0)
            continue;
        // Nowhere before the part's first place: texts hold no end of a field, and so none reaches over one.
        const char *const start = begin + m_starts[row];
        const char *const part = start + known[row] - 1;
        const char *const from = part - std::min<qsizetype>(partAt, part - start);
        const char *end = begin + m_starts[row + 1];
        const char *first = end - from >= text.size() && std::equal(text.begin(), text.end(), from) ? from : nullptr;
        if (!first) {
            if (number >= 0)
                end = std::find(part, end, fieldEnd);
            first = found(from, end, text);
        }
        hits[row] = first ? static_cast<quint32>(first - start + 1) : 0;
    }
    return hits;
}

TextHits TextArena::equal(const QByteArray &text, int number) const
{
    TextHits hits = containing(text, number);
    for (std::size_t row = 0; row < hits.size(); ++row)
        if (hits[row] && field(row, number) != QByteArrayView(text))
            hits[row] = 0;
    return hits;
}

} // namespace Fathom
