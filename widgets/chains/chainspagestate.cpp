// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of chains shows: the picture, the tree, or why there is neither.
#include "widgets/chains/chainspage.h"

#include "models/chainmodel.h"
#include "widgets/chains/chainscene.h"
#include "widgets/chains/chainview.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/failedsources.h"
#include "widgets/common/filterline.h"
#include "widgets/common/filterproblem.h"
#include "widgets/common/rowview.h"

#include <QLabel>
#include <QStackedWidget>

namespace Fathom {

QString ChainsPage::countShown() const
{
    return m_count->text();
}

QString ChainsPage::filterProblemShown() const
{
    return m_problem->text();
}

void ChainsPage::updateShown()
{
    const bool open = m_estate && !m_estate->sources.empty();
    const int all = m_estate ? int(m_estate->chains.roots().size()) : 0;
    const int shown = m_estate ? int(m_model->shownRoots().size()) : 0;
    QString count = shown == all ? tr("%n tree(s)", nullptr, all) : tr("%1 of %n tree(s)", nullptr, all).arg(shown);
    if (m_scene->treesLeftOut() > 0 && !textShown()) {
        count = tr("%1, the first %2 drawn; filter to see others", "a count, a number")
                    .arg(count)
                    .arg(m_scene->treesShown());
    }
    m_count->setText(open ? count : QString());
    if (shown > 0) {
        m_stack->setCurrentWidget(textShown() ? static_cast<QWidget *>(m_tree) : m_view);
        return;
    }
    if (m_scanning) {
        m_empty->say(QStringLiteral("waiting"), tr("Reading…"), tr("Chains appear as their layers are read."), {});
    } else if (!open) {
        m_empty->say(label().iconName, tr("No estate is open"),
            tr("Chains show which disk stands on which base, and which base was made from which image."),
            {OpenChoice::ThisMachine, OpenChoice::InstanceDirectory, OpenChoice::Demo});
    } else if (!m_filter->text().trimmed().isEmpty()) {
        m_empty->sayNothingMatches(m_filter->text());
    } else if (constexpr SourceKind kinds[] = {SourceKind::InstanceTree};
        const auto failed = failedSources(*m_estate, kinds)) {
        m_empty->say(failed->icon, failed->title, failed->text, {OpenChoice::ReadAgain, OpenChoice::InstanceDirectory});
    } else {
        m_empty->say(label().iconName, tr("There are no chains"),
            tr("No instance disk and no base file was found among what is open."),
            {OpenChoice::ReadAgain, OpenChoice::InstanceDirectory});
    }
    m_stack->setCurrentWidget(m_empty);
}

void ChainsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    firstLook();
}

void ChainsPage::firstLook()
{
    // Only a view that is on the screen has its size.
    if (m_looked || !m_view->isVisible() || m_scene->nodeItems().isEmpty())
        return;
    m_looked = true;
    m_view->showFirst();
}

} // namespace Fathom
