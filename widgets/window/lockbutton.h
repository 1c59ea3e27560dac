// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobsession.h"

#include <QToolButton>

namespace Fathom {

/// Says whether anything can be changed, and opens or closes the lock. Every start begins locked.
class LockButton final : public QToolButton {
    Q_OBJECT

public:
    explicit LockButton(JobSession &jobs, QWidget *parent = nullptr);

private:
    void tell(bool unlocked);
};

} // namespace Fathom
