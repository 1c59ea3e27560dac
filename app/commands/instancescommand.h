// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

#include <QCoreApplication>

namespace Fathom {

/// The instances by host and project: their disks, sizes, the state of their directories.
class InstancesCommand : public Command {
    Q_DECLARE_TR_FUNCTIONS(InstancesCommand)

public:
    QString name() const override { return QStringLiteral("instances"); }
    QString arguments() const override { return tr("[PATH…]"); }
    QString summary() const override;
    void run(const CommandRequest &request, Console &console) const override;
};

} // namespace Fathom
