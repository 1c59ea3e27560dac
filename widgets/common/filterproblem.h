// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/wrappedlabel.h"

namespace Fathom {

class FilterLine;

/// Says below a filter line what is wrong with the filter, to assistive programs, too; seen only when something is.
class FilterProblem final : public WrappedLabel {
    Q_OBJECT

public:
    explicit FilterProblem(FilterLine &filter);
    void say(const QString &problem); ///< empty: nothing is wrong

private:
    FilterLine &m_filter;
};

} // namespace Fathom
