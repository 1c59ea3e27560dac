// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "jobs/jobkinds.h"

#include <QCoreApplication>

namespace Fathom {

/// One kind of job as a subcommand: its plan with --dry-run, its progress, what it did.
class JobCommand : public Command {
    Q_DECLARE_TR_FUNCTIONS(JobCommand)

public:
    explicit JobCommand(const JobKind &kind)
        : m_kind(kind)
    {
    }

    QString name() const override { return QLatin1StringView(m_kind.id); }
    QString arguments() const override { return m_kind.usage(); }
    QString summary() const override { return m_kind.summary(); }
    void addOptions(QCommandLineParser &parser) const override;
    void run(const CommandRequest &request, Console &console) const override;

private:
    const JobKind &m_kind;
};

/// The options of all kinds, each once, for a parser that does not know yet which one is meant.
void addJobOptions(QCommandLineParser &parser);

} // namespace Fathom
