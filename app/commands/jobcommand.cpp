// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/jobcommand.h"

#include "app/commands/jobbook.h"
#include "app/commands/jobevents.h"
#include "jobs/journalledjob.h"

#include <QCommandLineParser>

namespace Fathom {

namespace {

struct JobCommandText {
    Q_DECLARE_TR_FUNCTIONS(JobCommand)
};

const QString dryRun = QStringLiteral("dry-run");

void addDryRun(QCommandLineParser &parser)
{
    parser.addOption({dryRun, JobCommandText::tr("Tell what would be done, and do nothing.")});
}

void printDone(const JobDone &done, const CommandRequest &request, Console &console)
{
    if (request.json)
        return console.printJsonLine(doneEvent(done));
    console.print(done.text);
    if (request.exact)
        for (const JobImage &image : done.images)
            console.print(JobCommandText::tr("%1: %2 on the disk, a virtual size of %3")
                    .arg(plainText(image.path), sizeText(image.info.allocatedBytes, request),
                        sizeText(image.info.virtualSizeBytes, request)));
}

} // namespace

void addJobOptions(QCommandLineParser &parser)
{
    addDryRun(parser);
    QStringList known;
    for (const JobKind *kind : jobKinds())
        for (const QCommandLineOption &option : kind->options())
            if (!known.contains(option.names().constLast())) {
                known.append(option.names());
                parser.addOption(option);
            }
}

void JobCommand::addOptions(QCommandLineParser &parser) const
{
    parser.addOptions(m_kind.options());
    addDryRun(parser);
}

void JobCommand::run(const CommandRequest &request, Console &console) const
{
    const auto fail = [&](const Error &error) {
        if (request.json)
            console.printJsonLine(errorEvent(error));
        console.complain(error);
    };
    const Result<std::unique_ptr<Job>> job =
        m_kind.make(JobArguments{.options = request.parser, .paths = request.paths});
    if (!job)
        return fail(job.error());
    const auto tellPlan = [&](bool people) -> std::optional<Plan> {
        Result<Plan> plan = (*job)->plan(request.stop);
        if (!plan) {
            fail(plan.error());
            return {};
        }
        // A reservation is about what stands in the plan.
        if (request.json)
            console.printJsonLine(planEvent(*plan));
        else if (people || plan->reservation)
            printPlan(*plan, request.exact, console);
        if (const std::optional<Error> lack = plan->obstacle()) {
            fail(*lack);
            return {};
        }
        return std::move(*plan);
    };
    if (request.parser.isSet(dryRun)) {
        tellPlan(true);
        return;
    }
    // First of all what an earlier one left is cleaned up: it may lie where this one wants to write.
    Result<JobJournal> journal = openJobBook(console);
    if (!journal)
        return fail(journal.error());
    const std::optional<Plan> plan = tellPlan(false);
    if (!plan)
        return;
    const JobHost host{.progress = [&](const JobProgress &progress) {
        if (request.json)
            console.printJsonLine(progressEvent(progress));
        else
            console.showProgress(progressText(progress), progress.doneBytes == 0);
    }};
    const Result<JobDone> done = runJournalled(*journal, (*job)->start(), host,
        [&](const JobHost &journalled) { return (*job)->run(*plan, request.stop, journalled); });
    console.endProgress();
    if (!done)
        return fail(done.error());
    printDone(*done, request, console);
}

} // namespace Fathom
