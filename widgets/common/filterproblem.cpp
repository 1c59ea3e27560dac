// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/filterproblem.h"

#include "widgets/common/filterline.h"

namespace Fathom {

FilterProblem::FilterProblem(FilterLine &filter)
    : m_filter(filter)
{
    setTextFormat(Qt::PlainText);
    setContentsMargins(12, 0, 12, 6);
    hide();
}

void FilterProblem::say(const QString &problem)
{
    setText(problem);
    setVisible(!problem.isEmpty());
    m_filter.setAccessibleDescription(problem);
}

} // namespace Fathom
