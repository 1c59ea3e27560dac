// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

#include <QCoreApplication>

namespace Fathom {

/// --output-format and the other options of a conversion, but for --format.
void addConvertOptions(QCommandLineParser &parser);

/// An image in another format, as a new file.
class ConvertCommand : public Command {
    Q_DECLARE_TR_FUNCTIONS(ConvertCommand)

public:
    QString name() const override { return QStringLiteral("convert"); }
    QString arguments() const override { return tr("SOURCE TARGET"); }
    QString summary() const override;
    void addOptions(QCommandLineParser &parser) const override;
    void run(const CommandRequest &request, Console &console) const override;
};

} // namespace Fathom
