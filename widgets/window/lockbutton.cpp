// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/lockbutton.h"

#include "widgets/common/themedicon.h"

namespace Fathom {

LockButton::LockButton(JobSession &jobs, QWidget *parent)
    : QToolButton(parent)
{
    setCheckable(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::toggled, &jobs, &JobSession::setUnlocked);
    connect(&jobs, &JobSession::unlockedChanged, this, &LockButton::tell);
    tell(jobs.unlocked());
}

void LockButton::tell(bool unlocked)
{
    setChecked(unlocked);
    setIcon(themedIcon(unlocked ? QStringLiteral("unlock") : QStringLiteral("lock")));
    setText(unlocked ? tr("Unlocked") : tr("Read-only"));
    setAccessibleName(text());
    setToolTip(unlocked ? tr("Jobs may change files until Fathom is closed or locked again. Click to lock.")
                        : tr("Read-only: Fathom looks at everything and changes nothing. Click to unlock."));
}

} // namespace Fathom
