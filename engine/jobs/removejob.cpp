// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/removejob.h"

#include "base/bytes.h"
#include "host/accesshint.h"
#include "jobs/filesbelow.h"
#include "jobs/quarantinemove.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Fathom {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RemoveJob)
};

const QString forGoodName = QStringLiteral("for-good");

Error changedError(const QString &action, const QuarantinedThing &thing)
{
    return {.kind = ErrorKind::Conflict,
        .action = action,
        .subject = plainText(thing.held),
        .reason = Text::tr("it is not what it was when the plan was made"),
        .hint = Text::tr("Make a new plan")};
}

class RemoveJob : public Job {
public:
    RemoveJob(const NativePath &path, bool confirmed)
        : m_path(path)
        , m_confirmed(confirmed)
    {
    }

    JobStart start() const override
    {
        const NativePath path = absolutePath(m_path);
        JobStart start{.kind = QStringLiteral("remove"),
            .title = Text::tr("Remove %1 for good").arg(plainText(path)),
            .command = {QStringLiteral("remove")}};
        if (m_confirmed)
            start.command << u"--" + forGoodName;
        start.command << QStringLiteral("--") << QString::fromUtf8(path);
        return start;
    }

    Result<Plan> plan(const std::stop_token &) const override
    {
        const Result<QuarantinedThing> thing = findQuarantined(canonicalPlace(m_path));
        if (!thing)
            return std::unexpected(thing.error());
        const Result<FilesBelow> files = filesBelow(thing->held);
        if (!files)
            return std::unexpected(files.error());
        if (const Result<void> unused = refuseIfUsed(*files); !unused)
            return std::unexpected(unused.error());
        Plan plan{
            .risks = {Text::tr("it cannot be brought back")}, .moves = {{thing->held, {}, files->allocatedBytes}}};
        if (!m_confirmed)
            plan.reservation = Error{.kind = ErrorKind::Conflict,
                .action = action(),
                .subject = plainText(thing->original),
                .reason = Text::tr("it cannot be brought back"),
                .hint = Text::tr("Confirm it (--for-good)")};
        return plan;
    }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &) const override
    {
        const Result<Plan> again = this->plan(stop);
        if (!again)
            return std::unexpected(again.error());
        const Result<QuarantinedThing> thing = findQuarantined(canonicalPlace(m_path));
        if (!thing)
            return std::unexpected(thing.error());
        if (const std::optional<Error> obstacle = again->obstacle())
            return std::unexpected(*obstacle);
        if (again->moves != plan.moves)
            return std::unexpected(changedError(action(), *thing));
        if (const Result<void> gone = removeForGood(*thing); !gone)
            return std::unexpected(gone.error());
        const qint64 bytes = again->moves.front().allocatedBytes;
        return JobDone{
            .text = Text::tr("%1 is gone for good; %2 are free").arg(plainText(thing->original), formatBytes(bytes)),
            .changed = {thing->held},
            .facts = {
                {QStringLiteral("removed"), QString::fromUtf8(thing->original)}, {QStringLiteral("allocated"), bytes}}};
    }

private:
    static QString action() { return Text::tr("remove something from quarantine for good"); }

    NativePath m_path;
    bool m_confirmed;
};

Result<NativePath> onePath(const JobArguments &arguments)
{
    if (arguments.paths.size() == 1)
        return arguments.paths.front();
    return std::unexpected(Error{.kind = ErrorKind::Usage,
        .action = Text::tr("work with the quarantine"),
        .reason = Text::tr("one thing in quarantine must be named; “fathomctl quarantined” lists them"),
        .hint = Text::tr("See “fathomctl remove --help”")});
}

} // namespace

std::unique_ptr<Job> removeJob(const NativePath &path, bool confirmed)
{
    return std::make_unique<RemoveJob>(path, confirmed);
}

constinit const JobKind removeKind{.id = "remove",
    .title = [] { return Text::tr("Remove for good"); },
    .summary = [] { return Text::tr("remove for good what lies in quarantine"); },
    .usage = [] { return Text::tr("THING"); },
    .options =
        [] { return QList<QCommandLineOption>{{forGoodName, Text::tr("You know that it cannot be brought back.")}}; },
    .make = [](const JobArguments &arguments) -> Result<std::unique_ptr<Job>> {
        const bool confirmed = arguments.options.isSet(forGoodName);
        return onePath(arguments).transform([confirmed](const NativePath &path) { return removeJob(path, confirmed); });
    }};

} // namespace Fathom
