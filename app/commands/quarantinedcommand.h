// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

#include <QCoreApplication>

namespace Fathom {

/// What lies in quarantine below the directories of images and instances.
class QuarantinedCommand : public Command {
    Q_DECLARE_TR_FUNCTIONS(QuarantinedCommand)

public:
    QString name() const override { return QStringLiteral("quarantined"); }
    QString arguments() const override { return tr("[DIR…]"); }
    QString summary() const override;
    void run(const CommandRequest &request, Console &console) const override;
};

} // namespace Fathom
