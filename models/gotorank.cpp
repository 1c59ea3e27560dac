// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gotorank.h"

#include <algorithm>
#include <cstring>

namespace Fathom {

namespace {

constexpr std::size_t longestWord = 128;
constexpr std::size_t mostWords = 6;
constexpr int mostHitsPerThing = 8; ///< among many hits in a thing's ids one of the first is good enough

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || uchar(c) >= 0x80;
}

/// For short texts, many times: without the preparations of memmem().
qsizetype indexIn(QByteArrayView text, QByteArrayView word, qsizetype from)
{
    const qsizetype last = text.size() - word.size();
    while (from <= last) {
        const auto *hit =
            static_cast<const char *>(std::memchr(text.data() + from, word.front(), std::size_t(last - from + 1)));
        if (!hit)
            return -1;
        from = hit - text.data();
        if (std::memcmp(hit, word.data(), std::size_t(word.size())) == 0)
            return from;
        ++from;
    }
    return -1;
}

/// For one long text.
qsizetype indexInAll(QByteArrayView text, QByteArrayView word, qsizetype from)
{
    if (from > text.size() - word.size())
        return -1;
    const auto *hit = static_cast<const char *>(
        memmem(text.data() + from, std::size_t(text.size() - from), word.data(), std::size_t(word.size())));
    return hit ? hit - text.data() : -1;
}

/// The letters of word in text in their order. Letters beyond ASCII are compared whole.
bool hasSubsequence(QByteArrayView text, QByteArrayView word)
{
    qsizetype at = 0;
    for (qsizetype i = 0; i < word.size();) {
        qsizetype length = 1;
        while (i + length < word.size() && (uchar(word[i + length]) & 0xc0) == 0x80)
            ++length;
        if (length > 1) {
            const qsizetype hit = indexIn(text, word.sliced(i, length), at);
            if (hit < 0)
                return false;
            at = hit + length;
        } else {
            while (at < text.size() && text[at] != word[i])
                ++at;
            if (at++ >= text.size())
                return false;
        }
        i += length;
    }
    return true;
}

GotoRank rankOfHit(QByteArrayView text, qsizetype hit, qsizetype length)
{
    const bool atStart = hit == 0 || text[hit - 1] == GotoIndex::fieldEnd;
    if (atStart) {
        const bool whole = hit + length == text.size() || text[hit + length] == GotoIndex::fieldEnd;
        return whole ? GotoRank::Exact : GotoRank::Prefix;
    }
    return isWordByte(text[hit - 1]) ? GotoRank::Inside : GotoRank::WordStart;
}

/// A UUID that was typed without its dashes; empty: it is none.
QByteArray withDashes(const QByteArray &word)
{
    constexpr qsizetype firstDash = 8;
    constexpr qsizetype digits = 32;
    const bool hexadecimal =
        std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (!hexadecimal || word.size() <= firstDash || word.size() > digits)
        return {};
    QByteArray dashed = word;
    for (const qsizetype place : {8, 13, 18, 23})
        if (dashed.size() > place)
            dashed.insert(place, '-');
    return dashed;
}

GotoRank rankInIds(QByteArrayView ids, QByteArrayView word)
{
    GotoRank best = GotoRank::None;
    qsizetype at = 0;
    for (int hits = 0; hits < mostHitsPerThing && best > GotoRank::Prefix; ++hits) {
        const qsizetype hit = indexIn(ids, word, at);
        if (hit < 0)
            break;
        best = std::min(best, rankOfHit(ids, hit, word.size()));
        at = hit + 1;
    }
    return best;
}

/// One search over the texts of all things at once, which is much faster than one a thing. startOf: where in it the
/// text of a thing begins.
template<class StartOf>
void rankAll(QByteArrayView all, const QByteArray &word, StartOf startOf, std::vector<GotoRank> &ranks)
{
    const int mostHits = word.size() == 1 ? 2 : mostHitsPerThing;
    const std::size_t things = ranks.size();
    qsizetype at = 0;
    int hits = 0;
    for (std::size_t thing = 0; thing < things;) {
        const qsizetype hit = indexInAll(all, word, at);
        if (hit < 0)
            return;
        while (thing + 1 < things && startOf(thing + 1) <= hit) {
            ++thing;
            hits = 0;
        }
        ranks[thing] = std::min(ranks[thing], rankOfHit(all, hit, word.size()));
        at = hit + 1;
        if (ranks[thing] <= GotoRank::Prefix || ++hits >= mostHits) {
            ++thing;
            hits = 0;
            if (thing < things)
                at = startOf(thing);
        }
    }
}

} // namespace

std::vector<QByteArray> gotoWords(const QString &typed)
{
    std::vector<QByteArray> words;
    for (const QString &word : typed.toLower().split(u' ', Qt::SkipEmptyParts)) {
        if (words.size() < mostWords)
            words.push_back(word.toUtf8().left(longestWord));
    }
    return words;
}

GotoRank rankOfName(QByteArrayView name, QByteArrayView word)
{
    GotoRank best = GotoRank::None;
    for (qsizetype hit = indexIn(name, word, 0); hit >= 0 && best > GotoRank::WordStart;
        hit = indexIn(name, word, hit + 1))
        best = std::min(best, rankOfHit(name, hit, word.size()));
    return best == GotoRank::None && hasSubsequence(name, word) ? GotoRank::Subsequence : best;
}

GotoRank rankInNames(QByteArrayView names, QByteArrayView word)
{
    GotoRank best = GotoRank::None;
    while (!names.isEmpty() && names.front() != GotoIndex::contextStart) {
        const qsizetype end = names.indexOf(GotoIndex::fieldEnd);
        best = std::min(best, rankOfName(names.first(end), word));
        names = names.sliced(end + 1);
    }
    if (best == GotoRank::None && names.size() > 1 && indexIn(names, word, 1) >= 0)
        best = GotoRank::Context;
    return best;
}

GotoWord gotoWord(const QByteArray &text)
{
    return {
        .text = text, .dashed = withDashes(text), .letters = lettersOf(text), .isPath = text.contains('/'), .ids = {}};
}

void lookThroughAll(const GotoIndex &index, GotoWord &word)
{
    word.ids.assign(index.size(), GotoRank::None);
    const auto idsStart = [&index](std::size_t thing) { return index.idsStart(thing); };
    rankAll(index.allIds(), word.text, idsStart, word.ids);
    if (!word.dashed.isEmpty())
        rankAll(index.allIds(), word.dashed, idsStart, word.ids);
    if (word.isPath)
        rankAll(index.allPaths(), word.text, [&index](std::size_t thing) { return index.pathStart(thing); }, word.ids);
}

GotoRank rankOfThingsIds(const GotoIndex &index, const GotoWord &word, quint32 thing)
{
    if (!word.ids.empty())
        return word.ids[thing];
    const QByteArrayView ids = index.ids(thing);
    GotoRank best = rankInIds(ids, word.text);
    if (!word.dashed.isEmpty())
        best = std::min(best, rankInIds(ids, word.dashed));
    return word.isPath ? std::min(best, rankInIds(index.path(thing), word.text)) : best;
}

QString gotoFieldWith(QByteArrayView ids, QByteArrayView word)
{
    while (!ids.isEmpty()) {
        const QByteArrayView field = ids.first(ids.indexOf(GotoIndex::fieldEnd));
        if (indexIn(field, word, 0) >= 0)
            return QString::fromUtf8(field);
        ids = ids.sliced(field.size() + 1);
    }
    return {};
}

std::vector<std::pair<qsizetype, qsizetype>> gotoEmphasis(const QString &text, const QString &typed, bool scattered)
{
    QString lower = text.toLower();
    if (lower.size() != text.size())
        return {}; // a letter that changes its length; then places would be wrong
    std::vector<bool> marked(std::size_t(text.size()));
    const auto isWord = [&](qsizetype at) { return at >= 0 && lower[at].isLetterOrNumber(); };
    for (const QString &word : typed.toLower().split(u' ', Qt::SkipEmptyParts)) {
        qsizetype best = lower.indexOf(word);
        for (qsizetype hit = best; hit >= 0; hit = lower.indexOf(word, hit + 1)) {
            if (!isWord(hit - 1)) {
                best = hit;
                break;
            }
        }
        if (best >= 0) {
            std::fill_n(marked.begin() + best, word.size(), true);
            continue;
        }
        if (!scattered)
            continue;
        std::vector<qsizetype> places;
        qsizetype at = 0;
        for (const QChar letter : word) {
            at = lower.indexOf(letter, at);
            if (at < 0)
                break;
            places.push_back(at++);
        }
        if (qsizetype(places.size()) == word.size())
            for (const qsizetype place : places)
                marked[std::size_t(place)] = true;
    }
    std::vector<std::pair<qsizetype, qsizetype>> runs;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (!marked[i])
            continue;
        if (!runs.empty() && runs.back().first + runs.back().second == qsizetype(i))
            ++runs.back().second;
        else
            runs.emplace_back(qsizetype(i), 1);
    }
    return runs;
}

} // namespace Fathom
