// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/copyjob.h"

#include "base/bytes.h"
#include "jobs/convertrequest.h"
#include "jobs/filecopy.h"
#include "jobs/fileholders.h"
#include "jobs/sourceimage.h"
#include "jobs/stagedfile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <sys/stat.h>

namespace Fathom {

namespace {

struct CopyText {
    Q_DECLARE_TR_FUNCTIONS(CopyJob)
};

constexpr mode_t permissionBits = 0777;

QString action()
{
    return CopyText::tr("copy a file");
}

Error copyError(ErrorKind kind, const NativePath &subject, const QString &reason, const QString &hint = {})
{
    return {.kind = kind, .action = action(), .subject = plainText(subject), .reason = reason, .hint = hint};
}

/// What tells the host of a stage.
CopyReached stage(const QString &id, qint64 totalBytes, const JobHost &host)
{
    if (!host.progress)
        return {};
    auto progress = std::make_shared<ByteProgress>(id, totalBytes);
    QElapsedTimer since;
    since.start();
    host.progress(progress->last());
    return [progress, since, &host](qint64 bytes) {
        if (const auto step = progress->reached(bytes, since.elapsed()))
            host.progress(*step);
    };
}

Result<void> addRisks(Plan &plan, const CopyRequest &request)
{
    const Result<FileUse> use = fileUse(request.source);
    if (!use)
        return std::unexpected(use.error());
    if (const Result<void> free = refuseIfWritten(request.source, *use); !free)
        return free;
    for (const FileHolder &holder : use->holders)
        if (holder.writes)
            plan.risks.push_back(CopyText::tr("%1 (process %2) has %3 open for writing")
                    .arg(holder.program, QString::number(holder.pid), plainText(request.source)));
    if (!request.verify)
        plan.risks.push_back(CopyText::tr("the result is not compared with the source"));
    if (!plan.spaceFreeBytes)
        plan.risks.push_back(CopyText::tr("the target's file system does not say what is free"));
    return {};
}

class CopyJob : public Job {
public:
    explicit CopyJob(CopyRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override
    {
        const NativePath source = absolutePath(m_request.source);
        const NativePath target = absolutePath(m_request.target);
        JobStart start{.kind = QStringLiteral("copy"),
            .title =
                CopyText::tr("%1 → %2 (copy)", "source, target").arg(plainText(source), plainText(fileName(target))),
            .command = {QStringLiteral("copy")}};
        if (!m_request.verify)
            start.command << QStringLiteral("--no-verify");
        start.command << QStringLiteral("--") << QString::fromUtf8(source) << QString::fromUtf8(target);
        return start;
    }

    Result<Plan> plan(const std::stop_token &) const override
    {
        for (const NativePath &path : {m_request.source, m_request.target})
            if (const Result<void> named = refuseUnnameable(action(), path); !named)
                return std::unexpected(named.error());
        const NativePath target = absolutePath(m_request.target);
        if (const Result<void> free = refuseTarget(action(), target); !free)
            return std::unexpected(free.error());
        const Result<FileFacts> facts = sourceFacts(m_request.source);
        if (!facts)
            return std::unexpected(facts.error());
        const qint64 length = facts->lengthBytes;
        Plan plan{.inputs = {{.path = absolutePath(m_request.source), .virtualSizeBytes = length, .plain = true}},
            .outputs = {{.path = target, .virtualSizeBytes = length, .plain = true}},
            .commands = {},
            .spaceNeededBytes = facts->allocatedBytes,
            .needIsExact = true,
            .spaceFreeBytes = freeBytes(parentPath(target)),
            .risks = {}};
        if (const Result<void> seen = addRisks(plan, m_request); !seen)
            return std::unexpected(seen.error());
        return plan;
    }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const override
    {
        // The plan may have been looked at for a while.
        const Result<Plan> again = this->plan(stop);
        if (!again)
            return std::unexpected(again.error());
        if (const std::optional<Error> lack = again->obstacle())
            return std::unexpected(*lack);
        const PlanFile &input = plan.inputs.front();
        Result<BoundedFile> source = BoundedFile::open(input.path, BoundedFile::Links::Follow);
        if (!source)
            return std::unexpected(source.error());
        if (source->lengthBytes() != input.virtualSizeBytes)
            return std::unexpected(copyError(ErrorKind::Conflict, input.path,
                CopyText::tr("it is not what it was when the plan was made"), CopyText::tr("Make a new plan")));
        return copy(*source, plan.outputs.front().path, stop, host);
    }

private:
    Result<JobDone> copy(
        BoundedFile &source, const NativePath &target, const std::stop_token &stop, const JobHost &host) const
    {
        const qint64 length = source.lengthBytes();
        // While it is written nobody else may read it: the source may be a secret.
        Result<StagedFile> staged = StagedFile::create(target, host.willWrite, StagedFile::Readers::Owner);
        if (!staged)
            return std::unexpected(staged.error());
        const Result<CopyWay> way = copyContents(source, *staged, stop, stage(QStringLiteral("copy"), length, host));
        if (!way)
            return std::unexpected(way.error());
        if (host.log)
            host.log(CopyText::tr("%1 copied: %2").arg(formatBytes(length), QLatin1StringView(way->id())));
        if (m_request.verify)
            if (const Result<void> same =
                    compareContents(source, *staged, stop, stage(QStringLiteral("verify"), length, host));
                !same)
                return std::unexpected(same.error());
        if (const Result<void> same = refuseIfChanged(action(), source.path(), source.facts()); !same)
            return std::unexpected(same.error());
        if (::fchmod(staged->descriptor(), source.facts().mode & permissionBits) != 0)
            return std::unexpected(systemError(errno, action(), plainText(target)));
        if (stop.stop_requested())
            return std::unexpected(copyError(ErrorKind::Cancelled, source.path(), CopyText::tr("it was cancelled")));
        const CopyReached finish = stage(QStringLiteral("finish"), length, host);
        if (const Result<void> committed = staged->commit(); !committed)
            return std::unexpected(committed.error());
        if (finish)
            finish(length);
        const Result<FileFacts> made = fileFacts(target);
        if (!made)
            return std::unexpected(made.error());
        return done(target, *made, *way);
    }

    JobDone done(const NativePath &target, const FileFacts &made, const CopyWay &way) const
    {
        const QString said =
            CopyText::tr("%1: %2, %3 on the disk")
                .arg(plainText(target), formatBytes(made.lengthBytes), formatBytes(made.allocatedBytes));
        return {.text = m_request.verify ? CopyText::tr("%1; it holds what the source holds").arg(said) : said,
            .changed = {target},
            .images = {},
            .facts = {{QStringLiteral("verified"), m_request.verify}, {QStringLiteral("length"), made.lengthBytes},
                {QStringLiteral("allocated"), made.allocatedBytes},
                {QStringLiteral("copied-by"), QLatin1StringView(way.id())}}};
    }

    CopyRequest m_request;
};

} // namespace

std::unique_ptr<Job> copyJob(const CopyRequest &request)
{
    return std::make_unique<CopyJob>(request);
}

constinit const JobKind copyKind{.id = "copy",
    .title = [] { return CopyText::tr("Copy"); },
    .summary = [] { return CopyText::tr("copy a file byte for byte, holes as holes, and prove it the same"); },
    .usage = [] { return CopyText::tr("SOURCE TARGET"); },
    .options = [] { return QList<QCommandLineOption>{noVerifyOption()}; },
    .make = [](const JobArguments &arguments) -> Result<std::unique_ptr<Job>> {
        if (arguments.paths.size() != 2)
            return std::unexpected(Error{.kind = ErrorKind::Usage,
                .action = action(),
                .reason = CopyText::tr("a source and a target must be named"),
                .hint = CopyText::tr("See “fathomctl copy --help”")});
        return copyJob({.source = arguments.paths[0],
            .target = arguments.paths[1],
            .verify = !arguments.options.isSet(noVerifyOption().names().constFirst())});
    }};

} // namespace Fathom
