// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filteranswers.h"

#include <algorithm>
#include <utility>

namespace Fathom {

namespace {

/// A word's letters and a word or two before it. Each takes four bytes a row.
constexpr std::size_t manyAnswers = 8;

} // namespace

void FilterAnswers::setTexts(std::shared_ptr<const TextArena> texts)
{
    m_texts = std::move(texts);
    m_answers.clear();
}

std::shared_ptr<const TextHits> FilterAnswers::of(const FilterTerm &term)
{
    const auto known = std::ranges::find_if(m_answers, [&](const Answer &answer) {
        return answer.test == term.test && answer.field == term.field && answer.text == term.text;
    });
    if (known != m_answers.end()) {
        std::rotate(known, known + 1, m_answers.end());
        return m_answers.back().hits;
    }
    auto hits = std::make_shared<const TextHits>(search(term));
    if (m_answers.size() == manyAnswers)
        m_answers.erase(m_answers.begin());
    m_answers.push_back({term.test, term.field, term.text, hits});
    return hits;
}

TextHits FilterAnswers::search(const FilterTerm &term) const
{
    if (term.test == FilterTerm::Test::Equals)
        return m_texts->equal(term.text, term.field);
    // The longest part that was asked for leaves the least to look at.
    const Answer *part = nullptr;
    for (const Answer &answer : m_answers)
        if (answer.test == FilterTerm::Test::Contains && answer.field == term.field && !answer.text.isEmpty() &&
            term.text.contains(answer.text) && (!part || answer.text.size() > part->text.size()))
            part = &answer;
    if (!part)
        return m_texts->containing(term.text, term.field);
    return m_texts->containing(term.text, term.field, *part->hits, term.text.indexOf(part->text));
}

} // namespace Fathom
