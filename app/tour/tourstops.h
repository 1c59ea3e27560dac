// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/page.h"

namespace Fathom {

/// A picture of the tour: a page with something selected on it.
struct TourStop {
    QString name; ///< of the picture
    QString pageId;
    QString key; ///< empty: nothing selected
    bool asText = false; ///< the chains as a tree of text
};

/// Every page, with what is most worth seeing of the estate.
std::vector<TourStop> tourStops(const Estate &estate, const QList<Page *> &pages);

} // namespace Fathom
