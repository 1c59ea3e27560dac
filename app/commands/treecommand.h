// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

#include <QCoreApplication>

namespace Fathom {

/// The real directories as a tree, with what every entry is for.
class TreeCommand : public Command {
    Q_DECLARE_TR_FUNCTIONS(TreeCommand)

public:
    QString name() const override { return QStringLiteral("tree"); }
    QString arguments() const override { return tr("[PATH…]"); }
    QString summary() const override;
    void run(const CommandRequest &request, Console &console) const override;
};

} // namespace Fathom
