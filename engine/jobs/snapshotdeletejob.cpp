// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/snapshotdeletejob.h"

#include "image/imageprobe.h"
#include "jobs/declaredformat.h"
#include "jobs/fileholders.h"
#include "jobs/internalsnapshot.h"
#include "jobs/qemuimgarguments.h"
#include "jobs/qemuimgrun.h"
#include "jobs/sourceimage.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

namespace Fathom {

namespace {

struct DeleteText {
    Q_DECLARE_TR_FUNCTIONS(SnapshotDeleteJob)
};

QString deleteAction()
{
    return DeleteText::tr("delete a snapshot");
}

Error deleteError(ErrorKind kind, const NativePath &image, const QString &reason, const QString &hint = {})
{
    return {.kind = kind, .action = deleteAction(), .subject = plainText(image), .reason = reason, .hint = hint};
}

QStringList idsOf(const ImageInfo &info)
{
    QStringList ids;
    for (const ImageSnapshot &snapshot : info.snapshots)
        ids.append(snapshot.id);
    return ids;
}

/// qemu-img finds a snapshot by its name, and in some versions by its ID as well, and takes the first.
Result<void> refuseAmbiguous(const NativePath &image, const ImageInfo &info, const ImageSnapshot &snapshot)
{
    const auto isTakenForIt = [&](const ImageSnapshot &other) {
        return other.id != snapshot.id && (other.name == snapshot.name || other.id == snapshot.name);
    };
    const auto other = std::ranges::find_if(info.snapshots, isTakenForIt);
    if (other == info.snapshots.end() && !snapshot.name.isEmpty() && idsOf(info).count(snapshot.id) == 1)
        return {};
    return std::unexpected(deleteError(ErrorKind::Conflict, image,
        DeleteText::tr("qemu-img finds a snapshot by its name, and would take another for %1")
            .arg(snapshotText(snapshot)),
        DeleteText::tr("Nothing was changed. Copy what is needed with “fathomctl snapshot-extract” instead")));
}

class SnapshotDeleteJob : public Job {
public:
    explicit SnapshotDeleteJob(SnapshotDeleteRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override
    {
        const NativePath image = absolutePath(m_request.image);
        JobStart start{.kind = QStringLiteral("snapshot-delete"),
            .title = DeleteText::tr("Delete the snapshot “%1” in %2")
                .arg(plainText(m_request.snapshot.toUtf8()), plainText(image)),
            .command = {QStringLiteral("snapshot-delete")}};
        if (m_request.format)
            start.command << QStringLiteral("-f") << QLatin1StringView(formatTraits(*m_request.format).id);
        start.command << QStringLiteral("--") << QString::fromUtf8(image) << m_request.snapshot;
        return start;
    }

    Result<Plan> plan(const std::stop_token &) const override
    {
        const Result<Found> found = find();
        if (!found)
            return std::unexpected(found.error());
        const PlanFile image{absolutePath(m_request.image), found->info.format, found->info.virtualSizeBytes};
        return Plan{.inputs = {},
            .outputs = {image},
            .commands = {deleteSnapshotCommand({image.path, image.format}, found->snapshot.name)},
            .risks = {DeleteText::tr("the snapshot is %1").arg(snapshotText(found->snapshot)),
                DeleteText::tr("what only the snapshot holds is lost for good")}};
    }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const override
    {
        // The plan may have been looked at for a while.
        const Result<Found> found = find();
        if (!found)
            return std::unexpected(found.error());
        const PlanFile &image = plan.outputs.front();
        if (deleteSnapshotCommand({image.path, found->info.format}, found->snapshot.name) != plan.commands.front() ||
            plan.risks.empty() ||
            plan.risks.front() != DeleteText::tr("the snapshot is %1").arg(snapshotText(found->snapshot)))
            return std::unexpected(deleteError(ErrorKind::Conflict, image.path,
                DeleteText::tr("it is not what it was when the plan was made"), DeleteText::tr("Make a new plan")));
        if (stop.stop_requested())
            return std::unexpected(deleteError(ErrorKind::Cancelled, image.path, DeleteText::tr("it was cancelled")));
        const auto outcome = runWithProgress(plan.commands.front(), QStringLiteral("delete"), 0, {}, host);
        if (!outcome)
            return std::unexpected(outcome.error());
        if (!succeeded(*outcome))
            return std::unexpected(qemuImgError(*outcome, deleteAction(), plainText(image.path)));
        const Result<ImageInfo> after = inspectImage(image.path, BoundedFile::Links::Follow, image.format);
        if (!after)
            return std::unexpected(after.error());
        QStringList expected = idsOf(found->info);
        expected.removeOne(found->snapshot.id);
        if (idsOf(*after) != expected)
            return std::unexpected(deleteError(ErrorKind::ToolFailed, image.path,
                DeleteText::tr("other snapshots than expected are in it now"),
                DeleteText::tr("Look at them with “fathomctl snapshots”")));
        return JobDone{
            .text =
                DeleteText::tr("%1: the snapshot %2 is gone").arg(plainText(image.path), snapshotText(found->snapshot)),
            .changed = {image.path},
            .images = {{image.path, *after}},
            .facts = {{QStringLiteral("snapshot"), found->snapshot.id},
                {QStringLiteral("snapshots-left"), static_cast<qint64>(after->snapshots.size())}}};
    }

private:
    struct Found {
        ImageInfo info;
        ImageSnapshot snapshot;
    };

    Result<Found> find() const
    {
        if (const Result<void> named = refuseUnnameable(deleteAction(), m_request.image); !named)
            return std::unexpected(named.error());
        const Result<ImageInfo> info =
            inspectSource(deleteAction(), m_request.image, m_request.format, {QLatin1StringView("backing-file")});
        if (!info)
            return std::unexpected(info.error());
        if (info->format != ImageFormat::Qcow2)
            return std::unexpected(deleteError(ErrorKind::Unsupported, m_request.image,
                DeleteText::tr("the format %1 has no snapshots in it")
                    .arg(QLatin1StringView(formatTraits(info->format).title))));
        const Result<ImageSnapshot> snapshot = findSnapshot(deleteAction(), m_request.image, *info, m_request.snapshot);
        if (!snapshot)
            return std::unexpected(snapshot.error());
        if (const Result<void> clear = refuseAmbiguous(m_request.image, *info, *snapshot); !clear)
            return std::unexpected(clear.error());
        if (const Result<void> unused = refuseIfUsed(m_request.image); !unused)
            return std::unexpected(unused.error());
        return Found{*info, *snapshot};
    }

    SnapshotDeleteRequest m_request;
};

Result<std::unique_ptr<Job>> makeSnapshotDeleteJob(const JobArguments &arguments)
{
    const Result<std::optional<ImageFormat>> declared = declaredFormat(arguments.options);
    if (!declared)
        return std::unexpected(declared.error());
    if (arguments.paths.size() != 2)
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = deleteAction(),
            .reason = DeleteText::tr("an image and a snapshot must be named"),
            .hint = DeleteText::tr("See “fathomctl snapshot-delete --help”")});
    return snapshotDeleteJob(
        {.image = arguments.paths[0], .format = *declared, .snapshot = QString::fromUtf8(arguments.paths[1])});
}

} // namespace

std::unique_ptr<Job> snapshotDeleteJob(const SnapshotDeleteRequest &request)
{
    return std::make_unique<SnapshotDeleteJob>(request);
}

constinit const JobKind snapshotDeleteKind{.id = "snapshot-delete",
    .title = [] { return DeleteText::tr("Delete a snapshot"); },
    .summary = [] { return DeleteText::tr("delete a snapshot inside a qcow2 image, for good"); },
    .usage = [] { return DeleteText::tr("IMAGE SNAPSHOT"); },
    .options = [] { return QList<QCommandLineOption>{formatOption()}; },
    .make = makeSnapshotDeleteJob};

} // namespace Fathom
