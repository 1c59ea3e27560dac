// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"

#include <QCommandLineOption>

#include <memory>
#include <span>

class QCommandLineParser;

namespace Fathom {

/// What a job was told, on a command line or from the journal.
struct JobArguments {
    const QCommandLineParser &options;
    std::vector<NativePath> paths; ///< and other words that are no option
};

/// A kind of job: fathomctl's word for it, and how one is made of arguments.
struct JobKind {
    const char *id; ///< "convert": stable, in the journal, too
    QString (*title)(); ///< "Convert"
    QString (*summary)(); ///< one line
    QString (*usage)(); ///< "SOURCE TARGET"
    QList<QCommandLineOption> (*options)(); ///< an option of one name means the same in every kind
    Result<std::unique_ptr<Job>> (*make)(const JobArguments &arguments); ///< Usage errors; touches no file
};

/// The table of all kinds, in the order of the help. The queue and the journal know none of them.
std::span<const JobKind *const> jobKinds();
const JobKind *jobKind(QAnyStringView id); ///< null: there is none

/// The job of a journal's entry, to do it again.
Result<std::unique_ptr<Job>> jobFromCommand(const QStringList &command);

} // namespace Fathom
