// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "image/imageinfo.h"

#include <QCoreApplication>

namespace Fathom {

/// What files are, by their own bytes.
class InspectCommand : public Command {
    Q_DECLARE_TR_FUNCTIONS(InspectCommand)

public:
    QString name() const override { return QStringLiteral("inspect"); }
    QString arguments() const override { return tr("FILE…"); }
    QString summary() const override;
    void addOptions(QCommandLineParser &parser) const override;
    void run(const CommandRequest &request, Console &console) const override;

private:
    void printFacts(
        const ImageInfo &info, const NativePath &path, const CommandRequest &request, Console &console) const;
};

} // namespace Fathom
