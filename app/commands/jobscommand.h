// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

#include <QCoreApplication>

namespace Fathom {

/// What was changed, by whom it was begun and how it ended: the journal of jobs.
class JobsCommand : public Command {
    Q_DECLARE_TR_FUNCTIONS(JobsCommand)

public:
    QString name() const override { return QStringLiteral("jobs"); }
    QString arguments() const override { return tr("[NUMBER | WORD…]"); }
    QString summary() const override;
    void run(const CommandRequest &request, Console &console) const override;
};

} // namespace Fathom
