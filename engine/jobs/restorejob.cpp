// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/restorejob.h"

#include "host/accesshint.h"
#include "jobs/quarantinemove.h"
#include "jobs/stagedfile.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RestoreJob)
};

Error changedError(const QString &action, const QuarantinedThing &thing)
{
    return {.kind = ErrorKind::Conflict,
        .action = action,
        .subject = plainText(thing.held),
        .reason = Text::tr("it is not what it was when the plan was made"),
        .hint = Text::tr("Make a new plan")};
}

class RestoreJob : public Job {
public:
    explicit RestoreJob(const NativePath &path)
        : m_path(path)
    {
    }

    JobStart start() const override
    {
        const NativePath path = absolutePath(m_path);
        return {.kind = QStringLiteral("restore"),
            .title = Text::tr("Restore %1").arg(plainText(path)),
            .command = {QStringLiteral("restore"), QStringLiteral("--"), QString::fromUtf8(path)}};
    }

    Result<Plan> plan(const std::stop_token &) const override
    {
        const Result<QuarantinedThing> thing = findQuarantined(canonicalPlace(m_path));
        if (!thing)
            return std::unexpected(thing.error());
        if (const Result<void> free = refuseTarget(action(), thing->original); !free)
            return std::unexpected(free.error());
        return Plan{.moves = {{thing->held, thing->original, thing->manifest.allocatedBytes}}};
    }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &) const override
    {
        const Result<Plan> again = this->plan(stop);
        if (!again)
            return std::unexpected(again.error());
        const Result<QuarantinedThing> thing = findQuarantined(canonicalPlace(m_path));
        if (!thing)
            return std::unexpected(thing.error());
        if (again->moves != plan.moves)
            return std::unexpected(changedError(action(), *thing));
        if (const Result<void> moved = moveBack(*thing); !moved)
            return std::unexpected(moved.error());
        return JobDone{.text = Text::tr("%1 is where it was").arg(plainText(thing->original)),
            .changed = {thing->original, thing->held},
            .facts = {{QStringLiteral("restored"), QString::fromUtf8(thing->original)}}};
    }

private:
    static QString action() { return Text::tr("bring something back from quarantine"); }

    NativePath m_path;
};

Result<NativePath> onePath(const JobArguments &arguments)
{
    if (arguments.paths.size() == 1)
        return arguments.paths.front();
    return std::unexpected(Error{.kind = ErrorKind::Usage,
        .action = Text::tr("work with the quarantine"),
        .reason = Text::tr("one thing in quarantine must be named; “fathomctl quarantined” lists them"),
        .hint = Text::tr("See “fathomctl restore --help”")});
}

} // namespace

std::unique_ptr<Job> restoreJob(const NativePath &path)
{
    return std::make_unique<RestoreJob>(path);
}

constinit const JobKind restoreKind{.id = "restore",
    .title = [] { return Text::tr("Restore"); },
    .summary = [] { return Text::tr("bring back what was moved into quarantine"); },
    .usage = [] { return Text::tr("THING"); },
    .options = [] { return QList<QCommandLineOption>(); },
    .make = [](const JobArguments &arguments) -> Result<std::unique_ptr<Job>> {
        return onePath(arguments).transform(restoreJob);
    }};

} // namespace Fathom
