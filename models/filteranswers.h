// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filterquery.h"
#include "models/textarena.h"

#include <memory>
#include <vector>

namespace Fathom {

/// What a filter's terms find in texts. The last answers are kept: who types on asks for less of what was found
/// already, and who takes letters back asks what was asked before.
class FilterAnswers {
public:
    void setTexts(std::shared_ptr<const TextArena> texts); ///< null: none, they are not made yet
    bool haveTexts() const { return m_texts != nullptr; }

    /// For terms that look through texts, which must be there. Whether a term is negated is the caller's to heed.
    std::shared_ptr<const TextHits> of(const FilterTerm &term);

private:
    struct Answer {
        FilterTerm::Test test;
        int field;
        QByteArray text;
        std::shared_ptr<const TextHits> hits;
    };

    TextHits search(const FilterTerm &term) const;

    std::shared_ptr<const TextArena> m_texts;
    std::vector<Answer> m_answers; ///< the latest last
};

} // namespace Fathom
