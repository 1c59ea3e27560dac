// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gotosearch.h"

#include <algorithm>
#include <numeric>

namespace Fathom {

namespace {

constexpr quint8 notRecent = 0xff;

} // namespace

void GotoSearch::setIndex(const GotoIndexPtr &index)
{
    m_index = index;
    forget();
    setRecent(m_recentKeys);
}

void GotoSearch::setRecent(const QStringList &keys)
{
    m_recentKeys = keys;
    m_recent.clear();
    for (qsizetype i = 0; m_index && i < std::min<qsizetype>(keys.size(), notRecent); ++i) {
        if (const auto thing = m_index->find(keys[i]))
            m_recent.emplace_back(quint32(*thing), quint8(i));
    }
    std::ranges::sort(m_recent);
}

void GotoSearch::forget()
{
    m_words.clear();
    m_found.clear();
}

GotoResults GotoSearch::find(const QString &typed, std::size_t most)
{
    const std::vector<QByteArray> words = gotoWords(typed);
    if (!m_index || words.empty()) {
        forget();
        return {};
    }
    bool longer = !m_words.empty() && words.size() >= m_words.size();
    for (std::size_t i = 0; longer && i < m_words.size(); ++i)
        longer = words[i].startsWith(m_words[i]) && words[i].contains('/') == m_words[i].contains('/');
    if (!longer) {
        m_found.resize(m_index->size());
        std::iota(m_found.begin(), m_found.end(), 0);
    }
    std::vector<Candidate> candidates = search(words);
    m_words = words;
    GotoResults results{.best = {}, .all = candidates.size()};
    const auto shown = candidates.begin() + std::ptrdiff_t(std::min(most, candidates.size()));
    std::ranges::partial_sort(candidates, shown, [](const Candidate &a, const Candidate &b) {
        return a.order != b.order ? a.order < b.order : a.thing < b.thing;
    });
    std::transform(candidates.begin(), shown, std::back_inserter(results.best),
        [&](const Candidate &candidate) { return match(candidate, words); });
    return results;
}

std::vector<GotoSearch::Candidate> GotoSearch::search(const std::vector<QByteArray> &words)
{
    const GotoIndex &index = *m_index;
    // Few are looked through one by one, many all at once.
    const bool many = m_found.size() > index.size() / 8;
    std::vector<GotoWord> wanted;
    for (const QByteArray &text : words) {
        wanted.push_back(gotoWord(text));
        if (many)
            lookThroughAll(index, wanted.back());
    }

    std::vector<Candidate> candidates;
    std::vector<quint32> found; // what goes by where it is alone, too: a further word may be its own
    auto recent = m_recent.begin();
    for (const quint32 thing : m_found) {
        GotoRank worst = GotoRank::Exact;
        bool own = false;
        bool byId = false;
        const quint64 letters = index.nameLetters(thing);
        for (const GotoWord &word : wanted) {
            const GotoRank name = word.letters & ~letters ? GotoRank::None : rankInNames(index.names(thing), word.text);
            const GotoRank id = name <= GotoRank::Prefix ? GotoRank::None : rankOfThingsIds(index, word, thing);
            const GotoRank rank = std::min(name, id);
            byId = byId || id < name;
            own = own || rank < GotoRank::Context;
            if (rank != GotoRank::Context)
                worst = std::max(worst, rank);
        }
        if (worst == GotoRank::None)
            continue;
        found.push_back(thing);
        if (!own)
            continue;
        while (recent != m_recent.end() && recent->first < thing)
            ++recent;
        const quint8 ago = recent != m_recent.end() && recent->first == thing ? recent->second : notRecent;
        // From the weightiest down: how well, by name or id, recency, sort of thing, length of the title.
        const quint64 order = quint64(worst) << 40 | quint64(byId) << 32 | quint64(ago) << 24 |
            quint64(index.kind(thing)) << 16 | quint64(std::min(index.titleLength(thing), 0xffff));
        candidates.push_back({order, thing});
    }
    m_found = std::move(found);
    return candidates;
}

GotoMatch GotoSearch::match(const Candidate &candidate, const std::vector<QByteArray> &words) const
{
    const GotoIndex::Texts texts = m_index->texts(candidate.thing);
    GotoMatch match{.key = texts.key,
        .kind = m_index->kind(candidate.thing),
        .rank = GotoRank(candidate.order >> 40),
        .title = texts.title,
        .secondary = texts.secondary};
    // An id that is not among what is shown, a MAC address, is shown where it was found by it.
    for (const QByteArray &word : words) {
        const QString shown = (match.title + u'\n' + match.secondary).toLower();
        if (shown.contains(QString::fromUtf8(word)) ||
            rankInNames(m_index->names(candidate.thing), word) <= GotoRank::Context)
            continue;
        const QString found = gotoFieldWith(m_index->ids(candidate.thing), word);
        const QString path = texts.key.section(u':', 1);
        if (!found.isEmpty())
            match.secondary += QStringLiteral(" · ") + found;
        else if (word.contains('/'))
            match.secondary += QStringLiteral(" · ") + path;
    }
    return match;
}

GotoResults GotoSearch::recent(std::size_t most) const
{
    GotoResults results;
    for (const QString &key : m_recentKeys) {
        const auto thing = m_index && results.best.size() < most ? m_index->find(key) : std::nullopt;
        if (thing)
            results.best.push_back(match({.order = 0, .thing = quint32(*thing)}, {}));
    }
    results.all = results.best.size();
    return results;
}

} // namespace Fathom
