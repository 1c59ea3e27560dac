// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/recoverjob.h"

#include "host/accesshint.h"
#include "jobs/checkjob.h"
#include "jobs/convertrequest.h"
#include "jobs/copyjob.h"
#include "jobs/qemuimgarguments.h"
#include "jobs/qemuimgrun.h"
#include "jobs/recoverreport.h"
#include "jobs/stageddirectory.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace Fathom {

namespace {

struct RecoverText {
    Q_DECLARE_TR_FUNCTIONS(RecoverJob)
};

const char *const basesName = "bases";

Error recoverError(ErrorKind kind, const NativePath &subject, const QString &reason, const QString &hint = {})
{
    return {.kind = kind, .action = recoverAction(), .subject = plainText(subject), .reason = reason, .hint = hint};
}

/// What qemu-img thinks that a disk will take; nothing when it cannot tell, which its conversion will say better.
qint64 measured(const QemuImgChain &chain, ImageFormat format, const std::stop_token &stop)
{
    const Result<CommandOutcome> outcome = runCommand(measureCommand(chain, format, false), inspectionLimits(), stop);
    return outcome ? QJsonDocument::fromJson(outcome->output)[QStringLiteral("required")].toInteger() : 0;
}

Result<void> writeText(const NativePath &path, const QByteArray &text, const JobHost &host)
{
    Result<StagedFile> file = StagedFile::create(path, host.willWrite);
    if (!file)
        return std::unexpected(file.error());
    for (qsizetype written = 0; written < text.size();) {
        const ssize_t step = ::write(file->descriptor(), text.constData() + written, size_t(text.size() - written));
        if (step < 0 && errno == EINTR)
            continue;
        if (step <= 0)
            return std::unexpected(systemError(errno, RecoverText::tr("write a file"), plainText(path)));
        written += step;
    }
    return file->commit();
}

Result<JobDone> runStep(const std::unique_ptr<Job> &job, const std::stop_token &stop, const JobHost &host)
{
    const Result<Plan> plan = job->plan(stop);
    if (!plan)
        return std::unexpected(plan.error());
    if (const std::optional<Error> obstacle = plan->obstacle())
        return std::unexpected(*obstacle);
    return job->run(*plan, stop, host);
}

class RecoverJob : public Job {
public:
    explicit RecoverJob(RecoverRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override { return recoverStart(m_request); }

    Result<Plan> plan(const std::stop_token &stop) const override
    {
        const Result<RecoverySources> sources = find(stop);
        if (!sources)
            return std::unexpected(sources.error());
        return planOf(*sources, stop);
    }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const override
    {
        // The plan may have been looked at for a while.
        const Result<RecoverySources> sources = find(stop);
        if (!sources)
            return std::unexpected(sources.error());
        const Plan again = planOf(*sources, stop);
        if (const std::optional<Error> obstacle = again.obstacle())
            return std::unexpected(*obstacle);
        if (again.inputs != plan.inputs || again.outputs != plan.outputs)
            return std::unexpected(recoverError(ErrorKind::Conflict, sources->directory,
                RecoverText::tr("it is not what it was when the plan was made"), RecoverText::tr("Make a new plan")));
        Result<StagedDirectory> staged = StagedDirectory::create(target(), host.willWrite);
        if (!staged)
            return std::unexpected(staged.error());
        for (const auto step :
            {&RecoverJob::copyBases, &RecoverJob::makeDisks, &RecoverJob::copyOthers, &RecoverJob::writeTexts})
            if (const Result<void> done = (this->*step)(*sources, staged->path(), stop, host); !done)
                return std::unexpected(done.error());
        if (stop.stop_requested())
            return std::unexpected(
                recoverError(ErrorKind::Cancelled, sources->directory, RecoverText::tr("it was cancelled")));
        if (const Result<void> committed = staged->commit(); !committed)
            return std::unexpected(committed.error());
        return done(*sources);
    }

private:
    NativePath target() const { return absolutePath(m_request.target); }

    Result<RecoverySources> find(const std::stop_token &stop) const
    {
        if (const Result<void> free = refuseTarget(recoverAction(), target()); !free)
            return std::unexpected(free.error());
        if (isBelow(canonicalPlace(target()), canonicalPath(absolutePath(m_request.instance))))
            return std::unexpected(recoverError(ErrorKind::Usage, target(),
                RecoverText::tr("it lies in the instance's directory, in which nothing is touched"),
                RecoverText::tr("Choose another place")));
        if (!canBeNamed(target()))
            return std::unexpected(
                recoverError(ErrorKind::Unsupported, target(), RecoverText::tr("its name is no UTF-8")));
        Result<RecoverySources> sources = findRecoverySources(m_request, stop);
        if (!sources)
            return sources;
        QSet<NativePath> names;
        for (const RecoveredBase &base : sources->bases)
            if (const NativePath name = fileName(base.recorded); !names.contains(name))
                names.insert(name);
            else
                return std::unexpected(recoverError(ErrorKind::Conflict, sources->directory,
                    RecoverText::tr("its disks stand on two different files called %1").arg(plainText(name)),
                    RecoverText::tr("Leave one of the disks out, and recover it by itself")));
        return sources;
    }

    QemuImgChain chainOf(const RecoverySources &sources, const DiskToRecover &disk, const NativePath &bases) const
    {
        QemuImgChain chain{{disk.path, disk.file.format}};
        for (const std::size_t number : disk.bases) {
            const RecoveredBase &base = sources.bases[number];
            chain.push_back({bases.isEmpty() ? base.file.path : joinPath(bases, fileName(base.recorded)),
                base.made && !bases.isEmpty() ? ImageFormat::Raw : base.file.format});
        }
        return chain;
    }

    Plan planOf(const RecoverySources &sources, const std::stop_token &stop) const
    {
        const NativePath bases = joinPath(target(), basesName);
        Plan plan{.spaceFreeBytes = freeBytes(parentPath(target())), .risks = {}};
        for (const RecoveredBase &base : sources.bases) {
            plan.inputs.push_back(base.file);
            const ImageFormat format = base.made ? ImageFormat::Raw : base.file.format;
            plan.outputs.push_back({joinPath(bases, fileName(base.recorded)), format, base.file.virtualSizeBytes});
            plan.spaceNeededBytes += base.made ? measured({{base.file.path, base.file.format}}, ImageFormat::Raw, stop)
                                               : base.facts.allocatedBytes;
            plan.evidence.push_back(RecoverText::tr("%1: %2", "a file; why it is the right one")
                    .arg(plainText(base.file.path), base.evidence));
            if (!base.proven)
                plan.risks.push_back(RecoverText::tr("nothing proves that %1 is the file that the disk stood on: %2")
                        .arg(plainText(base.file.path), base.evidence));
        }
        for (const DiskToRecover &disk : sources.disks) {
            plan.inputs.push_back(disk.file);
            const QemuImgFile made{joinPath(target(), recoveredName(disk, m_request.format)),
                disk.plain ? disk.file.format : m_request.format};
            plan.outputs.push_back({made.path, made.format, disk.file.virtualSizeBytes});
            plan.spaceNeededBytes +=
                disk.plain ? disk.facts.allocatedBytes : measured(chainOf(sources, disk, {}), made.format, stop);
            if (disk.plain)
                continue;
            plan.commands.push_back(convertCommand(chainOf(sources, disk, bases), made, false));
            plan.commands.push_back(compareCommand(chainOf(sources, disk, bases), made));
        }
        for (const char *name : {"domain.xml", "report.txt"})
            plan.outputs.push_back({.path = joinPath(target(), name), .plain = true});
        if (!sources.domain)
            plan.risks.push_back(RecoverText::tr("no XML of its domain was found: memory and processors are guessed"));
        for (const QString &text : sources.left)
            plan.risks.push_back(RecoverText::tr("left out: %1").arg(text));
        if (!m_request.evidenceRead &&
            std::ranges::any_of(sources.bases, [](const RecoveredBase &base) { return !base.proven; }))
            plan.reservation = recoverError(ErrorKind::Conflict, sources.directory,
                RecoverText::tr("nothing proves that a base is the right one, and on a wrong one a disk is rubbish"),
                RecoverText::tr("Read above which, make sure, and confirm it (--evidence-read)"));
        return plan;
    }

    Result<void> copyBases(const RecoverySources &sources, const NativePath &staged, const std::stop_token &stop,
        const JobHost &host) const
    {
        const NativePath bases = joinPath(staged, basesName);
        if (!sources.bases.empty() && ::mkdir(bases.constData(), 0700) != 0)
            return std::unexpected(systemError(errno, recoverAction(), plainText(target())));
        for (const RecoveredBase &base : sources.bases) {
            const NativePath copy = joinPath(bases, fileName(base.recorded));
            const Result<JobDone> done = runStep(base.made ? convertJob({.source = base.file.path,
                                                                 .sourceFormat = base.file.format,
                                                                 .target = copy,
                                                                 .targetFormat = ImageFormat::Raw})
                                                           : copyJob({.source = base.file.path, .target = copy}),
                stop, host);
            if (!done)
                return std::unexpected(done.error());
        }
        return {};
    }

    Result<void> makeDisks(const RecoverySources &sources, const NativePath &staged, const std::stop_token &stop,
        const JobHost &host) const
    {
        const NativePath bases = joinPath(staged, basesName);
        for (const DiskToRecover &disk : sources.disks) {
            const NativePath made = joinPath(staged, recoveredName(disk, m_request.format));
            ConvertRequest request{
                .source = disk.path, .sourceFormat = disk.declared, .target = made, .targetFormat = m_request.format};
            if (!disk.bases.empty()) {
                request.content = ConvertRequest::Content::WithBases;
                for (const std::size_t number : disk.bases)
                    request.bases.relocations.push_back({parentPath(sources.bases[number].recorded), bases});
                request.bases.baseDirectories = {bases};
            }
            const Result<JobDone> done =
                runStep(disk.plain ? copyJob({.source = disk.path, .target = made}) : convertJob(request), stop, host);
            if (!done)
                return std::unexpected(done.error());
            if (disk.plain || m_request.format == ImageFormat::Raw)
                continue;
            if (const Result<JobDone> sound =
                    runStep(checkJob({.image = made, .format = m_request.format}), stop, host);
                !sound)
                return std::unexpected(sound.error());
        }
        return {};
    }

    Result<void> copyOthers(const RecoverySources &sources, const NativePath &staged, const std::stop_token &stop,
        const JobHost &host) const
    {
        for (const NativePath &other : sources.others)
            if (const Result<JobDone> done =
                    runStep(copyJob({.source = other, .target = joinPath(staged, fileName(other))}), stop, host);
                !done)
                return std::unexpected(done.error());
        return {};
    }

    Result<void> writeTexts(
        const RecoverySources &sources, const NativePath &staged, const std::stop_token &, const JobHost &host) const
    {
        const Result<void> domain = writeText(joinPath(staged, "domain.xml"),
            recoveredDomainXml(recoveredDomain(sources, m_request.format, target())), host);
        if (!domain)
            return domain;
        return writeText(joinPath(staged, "report.txt"), recoveryReport(sources, m_request.format, target()), host);
    }

    JobDone done(const RecoverySources &sources) const
    {
        QJsonArray disks;
        for (const DiskToRecover &disk : sources.disks)
            disks.append(QString::fromUtf8(recoveredName(disk, m_request.format)));
        QJsonArray bases;
        for (const RecoveredBase &base : sources.bases)
            bases.append(QJsonObject{{QStringLiteral("filename"), QString::fromUtf8(base.file.path)},
                {QStringLiteral("proven"), base.proven}, {QStringLiteral("evidence"), base.evidence}});
        return {
            .text = RecoverText::tr("%1: %n disk(s), each with all it stood on; report.txt tells what was found, and "
                                    "domain.xml starts them",
                nullptr, static_cast<int>(sources.disks.size()))
                .arg(plainText(target())),
            .changed = {target()},
            .facts = {{QStringLiteral("directory"), QString::fromUtf8(target())}, {QStringLiteral("disks"), disks},
                {QStringLiteral("bases"), bases}}};
    }

    RecoverRequest m_request;
};

} // namespace

std::unique_ptr<Job> recoverJob(const RecoverRequest &request)
{
    return std::make_unique<RecoverJob>(request);
}

constinit const JobKind recoverKind{.id = "recover",
    .title = [] { return RecoverText::tr("Recover"); },
    .summary = [] { return RecoverText::tr("make plain files of an instance whose host or cloud is gone"); },
    .usage = [] { return RecoverText::tr("DIRECTORY TARGET"); },
    .options = recoverOptions,
    .make = [](const JobArguments &arguments) -> Result<std::unique_ptr<Job>> {
        return recoverRequest(arguments).transform(recoverJob);
    }};

} // namespace Fathom
