// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/textarena.h"

#include <algorithm>
#include <cstring>

namespace Fathom {

namespace {

constexpr char fieldEnd = '\x1f';

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

std::vector<char> TextArena::containing(const QByteArray &text, int number) const
{
    std::vector<char> hits(rows(), text.isEmpty());
    if (text.isEmpty())
        return hits;
    const char *const begin = m_text.constData();
    const char *const end = begin + m_text.size();
    const char *at = begin;
    std::size_t row = 0;
    while (row < hits.size()) {
        const auto *const hit = static_cast<const char *>(
            memmem(at, static_cast<std::size_t>(end - at), text.constData(), static_cast<std::size_t>(text.size())));
        if (!hit)
            break;
        while (m_starts[row + 1] <= hit - begin)
            ++row;
        hits[row] = number < 0 || field(row, number).contains(text);
        ++row;
        at = begin + m_starts[row];
    }
    return hits;
}

std::vector<char> TextArena::equal(const QByteArray &text, int number) const
{
    std::vector<char> hits = containing(text, number);
    for (std::size_t row = 0; row < hits.size(); ++row)
        hits[row] = hits[row] && field(row, number) == QByteArrayView(text);
    return hits;
}

} // namespace Fathom
