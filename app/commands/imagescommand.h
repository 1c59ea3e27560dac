// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

#include <QCoreApplication>

namespace Fathom {

/// The files of the image store: what each is, how big it claims to be and is, who uses it.
class ImagesCommand : public Command {
    Q_DECLARE_TR_FUNCTIONS(ImagesCommand)

public:
    QString name() const override { return QStringLiteral("images"); }
    QString arguments() const override { return tr("[PATH…]"); }
    QString summary() const override;
    void run(const CommandRequest &request, Console &console) const override;
};

} // namespace Fathom
