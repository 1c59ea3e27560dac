// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/quarantinejob.h"

#include "base/bytes.h"
#include "estate/filedependents.h"
#include "host/accesshint.h"
#include "jobs/filesbelow.h"
#include "jobs/quarantinemove.h"
#include "jobs/sourceimage.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Fathom {

namespace {

struct QuarantineText {
    Q_DECLARE_TR_FUNCTIONS(QuarantineJob)
};

const QString lookInName = QStringLiteral("look-in");
const QString evidenceReadName = QStringLiteral("evidence-read");

QString action()
{
    return QuarantineText::tr("move a file into quarantine");
}

Error quarantineRefusal(ErrorKind kind, const NativePath &subject, const QString &reason, const QString &hint = {})
{
    return {.kind = kind, .action = action(), .subject = plainText(subject), .reason = reason, .hint = hint};
}

/// What is to be moved, and what is known of it.
struct Subject {
    NativePath path;
    FileFacts facts;
    FilePlace place;
    FilesBelow files; ///< itself, or all in it
};

Result<Subject> subjectOf(const NativePath &named, const EstateSources &machine)
{
    if (const Result<void> able = refuseUnnameable(action(), named); !able)
        return std::unexpected(able.error());
    Subject subject{.path = canonicalPlace(named), .facts = {}, .place = {}, .files = {}};
    const Result<FileFacts> facts = fileFacts(subject.path);
    if (!facts)
        return std::unexpected(facts.error());
    subject.facts = *facts;
    subject.place = placeOf(subject.path, facts->kind, resolveSources(machine).cacheName);
    // Nova empties these by itself, and a quarantine in them with all that it holds.
    if (const NativePath above = fileName(parentPath(parentPath(subject.path)));
        !subject.place.inInstanceTree && (above == "snapshots" || above == "locks"))
        return std::unexpected(quarantineRefusal(ErrorKind::Unsupported, subject.path,
            QuarantineText::tr("it lies in a directory that Nova removes by itself"),
            QuarantineText::tr("Wait for Nova, or remove it by hand")));
    const bool isInstance = facts->kind == FileKind::Directory && subject.place.inside == EntryMeaning::InstancesRoot;
    if (facts->kind != FileKind::Regular && !isInstance)
        return std::unexpected(quarantineRefusal(ErrorKind::NotAFile, subject.path,
            QuarantineText::tr("it is a %1").arg(fileKindText(facts->kind)),
            QuarantineText::tr("Files are moved, and whole directories of instances")));
    Result<FilesBelow> files = filesBelow(subject.path);
    if (!files)
        return std::unexpected(files.error());
    subject.files = *std::move(files);
    return subject;
}

Result<void> refuseIfNeeded(const Subject &subject, const FileDependents &dependents)
{
    if (dependents.needing.isEmpty())
        return {};
    constexpr qsizetype told = 5;
    QString who = dependents.needing.first(qMin(told, dependents.needing.size())).join(QuarantineText::tr("; "));
    if (dependents.needing.size() > told)
        who =
            QuarantineText::tr("%1; and %n more", nullptr, static_cast<int>(dependents.needing.size() - told)).arg(who);
    return std::unexpected(quarantineRefusal(ErrorKind::Conflict, subject.path,
        QuarantineText::tr("it is needed: %1").arg(who), QuarantineText::tr("Remove what needs it first")));
}

class QuarantineJob : public Job {
public:
    explicit QuarantineJob(QuarantineRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override
    {
        const NativePath path = absolutePath(m_request.path);
        JobStart start{.kind = QStringLiteral("quarantine"),
            .title = QuarantineText::tr("%1 → quarantine", "a file").arg(plainText(path)),
            .command = {QStringLiteral("quarantine")}};
        for (const NativePath &directory : m_request.lookIn)
            start.command << u"--" + lookInName << QString::fromUtf8(absolutePath(directory));
        if (m_request.evidenceRead)
            start.command << u"--" + evidenceReadName;
        start.command << QStringLiteral("--") << QString::fromUtf8(path);
        return start;
    }

    Result<Plan> plan(const std::stop_token &stop) const override
    {
        const Result<Looked> looked = look(stop);
        if (!looked)
            return std::unexpected(looked.error());
        return looked->plan;
    }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const override
    {
        // Everybody is asked again: the plan may have been looked at for a while.
        const Result<Looked> again = look(stop);
        if (!again)
            return std::unexpected(again.error());
        const Subject &subject = again->subject;
        if (again->plan.moves != plan.moves)
            return std::unexpected(quarantineRefusal(ErrorKind::Conflict, subject.path,
                QuarantineText::tr("it is not what it was when the plan was made"),
                QuarantineText::tr("Make a new plan")));
        if (const std::optional<Error> obstacle = again->plan.obstacle())
            return std::unexpected(*obstacle);
        if (host.log)
            for (const QStringList &lines : {again->dependents.asked, again->dependents.silent})
                for (const QString &line : lines)
                    host.log(line);
        // Asking takes its time, in which a guest may have started.
        if (const Result<void> unused = refuseIfUsed(subject.files); !unused)
            return std::unexpected(unused.error());
        const Result<QuarantinedThing> thing = moveToQuarantine(subject.place.root, subject.path, subject.facts,
            {.original = {},
                .isDirectory = subject.facts.kind == FileKind::Directory,
                .allocatedBytes = subject.files.allocatedBytes,
                .notes = again->dependents.notes,
                .asked = again->dependents.asked,
                .silent = again->dependents.silent});
        if (!thing)
            return std::unexpected(thing.error());
        return JobDone{
            .text = QuarantineText::tr("%1 lies in %2 now; its %3 are free when that is emptied")
                .arg(plainText(subject.path), plainText(thing->entry), formatBytes(subject.files.allocatedBytes)),
            .changed = {subject.path, thing->held},
            .facts = {{QStringLiteral("quarantined"), QString::fromUtf8(thing->entry)},
                {QStringLiteral("allocated"), subject.files.allocatedBytes}}};
    }

private:
    struct Looked {
        Subject subject;
        FileDependents dependents;
        Plan plan;
    };

    Result<Looked> look(const std::stop_token &stop) const
    {
        Result<Subject> subject = subjectOf(m_request.path, m_request.machine);
        if (!subject)
            return std::unexpected(subject.error());
        if (const Result<void> unused = refuseIfUsed(subject->files); !unused)
            return std::unexpected(unused.error());
        Result<FileDependents> dependents =
            findDependents(subject->path, subject->facts, subject->place, m_request.machine, m_request.lookIn, stop);
        if (!dependents)
            return std::unexpected(dependents.error());
        if (const Result<void> free = refuseIfNeeded(*subject, *dependents); !free)
            return std::unexpected(free.error());
        Plan plan{.moves = {{subject->path, quarantineOf(subject->place.root), subject->files.allocatedBytes}},
            .evidence = {dependents->asked.begin(), dependents->asked.end()}};
        for (const QStringList &lines : {dependents->notes, dependents->silent})
            plan.risks.insert(plan.risks.end(), lines.begin(), lines.end());
        if (!dependents->silent.isEmpty() && !m_request.evidenceRead)
            plan.reservation = quarantineRefusal(ErrorKind::Conflict, subject->path,
                QuarantineText::tr("%n witness(es) did not say whether it is needed", nullptr,
                    static_cast<int>(dependents->silent.size())),
                QuarantineText::tr("Read above who did not, make sure, and confirm it (--evidence-read)"));
        return Looked{*std::move(subject), *std::move(dependents), std::move(plan)};
    }

    QuarantineRequest m_request;
};

Result<std::unique_ptr<Job>> makeQuarantineJob(const JobArguments &arguments)
{
    if (arguments.paths.size() != 1)
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = action(),
            .reason = QuarantineText::tr("one file must be named"),
            .hint = QuarantineText::tr("See “fathomctl quarantine --help”")});
    QuarantineRequest request{
        .path = arguments.paths.front(), .lookIn = {}, .evidenceRead = arguments.options.isSet(evidenceReadName)};
    for (const QString &directory : arguments.options.values(lookInName))
        request.lookIn.push_back(nativePath(directory));
    return quarantineJob(request);
}

} // namespace

std::unique_ptr<Job> quarantineJob(const QuarantineRequest &request)
{
    return std::make_unique<QuarantineJob>(request);
}

constinit const JobKind quarantineKind{.id = "quarantine",
    .title = [] { return QuarantineText::tr("Quarantine"); },
    .summary = [] { return QuarantineText::tr("move what nobody needs out of the way, to bring back at any time"); },
    .usage = [] { return QuarantineText::tr("PATH"); },
    .options =
        [] {
            return QList<QCommandLineOption>{
                {lookInName, QuarantineText::tr("Look for what stands on it in this directory, too."),
                    QuarantineText::tr("DIR")},
                {evidenceReadName,
                    QuarantineText::tr(
                        "You have read in the plan who did not answer, and know that nobody needs it.")}};
        },
    .make = makeQuarantineJob};

} // namespace Fathom
