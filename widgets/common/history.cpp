// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/history.h"

namespace Fathom {

void History::visit(const Place &place)
{
    if (present() == place)
        return;
    if (!m_places.empty())
        m_places.resize(m_position + 1);
    m_places.push_back(place);
    if (m_places.size() > longest)
        m_places.erase(m_places.begin());
    m_position = m_places.size() - 1;
}

void History::replace(const Place &place)
{
    if (m_places.empty())
        visit(place);
    else
        m_places[m_position] = place;
}

std::optional<Place> History::back()
{
    if (!canGoBack())
        return {};
    return m_places[--m_position];
}

std::optional<Place> History::forward()
{
    if (!canGoForward())
        return {};
    return m_places[++m_position];
}

std::optional<Place> History::present() const
{
    if (m_places.empty())
        return {};
    return m_places[m_position];
}

std::vector<Place> History::latestFirst() const
{
    if (m_places.empty())
        return {};
    return {m_places.rbegin() + std::ptrdiff_t(m_places.size() - 1 - m_position), m_places.rend()};
}

void History::clear()
{
    m_places.clear();
    m_position = 0;
}

} // namespace Fathom
