// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/places.h"

#include <optional>

namespace Fathom {

/// What was looked at, one place after the other, with a way back and forth as in a browser.
class History {
public:
    static constexpr std::size_t longest = 100;

    /// A new place after the present one; what lay ahead is forgotten. The present place again changes nothing.
    void visit(const Place &place);
    /// Another thing in the present place's stead: running through a list leaves one trace, not a hundred.
    void replace(const Place &place);

    bool canGoBack() const { return m_position > 0; }
    bool canGoForward() const { return m_position + 1 < m_places.size(); }
    std::optional<Place> back();
    std::optional<Place> forward();
    std::optional<Place> present() const;
    std::vector<Place> latestFirst() const; ///< from the present one back
    void clear();

private:
    std::vector<Place> m_places;
    std::size_t m_position = 0;
};

} // namespace Fathom
