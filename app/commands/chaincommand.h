// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

#include <QCoreApplication>

namespace Fathom {

/// What a disk stands on, down to the last layer and the Glance image that it came from.
class ChainCommand : public Command {
    Q_DECLARE_TR_FUNCTIONS(ChainCommand)

public:
    QString name() const override { return QStringLiteral("chain"); }
    QString arguments() const override { return tr("PATH"); }
    QString summary() const override;
    void addOptions(QCommandLineParser &parser) const override;
    void run(const CommandRequest &request, Console &console) const override;
};

} // namespace Fathom
