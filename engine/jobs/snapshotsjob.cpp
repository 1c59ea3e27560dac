// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/snapshotsjob.h"

#include "image/imageprobe.h"
#include "jobs/convertrequest.h"
#include "jobs/declaredformat.h"
#include "jobs/internalsnapshot.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>

namespace Fathom {

namespace {

struct SnapshotsText {
    Q_DECLARE_TR_FUNCTIONS(SnapshotsJob)
};

QJsonArray snapshotsArray(const std::vector<ImageSnapshot> &snapshots)
{
    QJsonArray array;
    for (const ImageSnapshot &snapshot : snapshots) {
        QJsonObject object{{QStringLiteral("id"), snapshot.id}, {QStringLiteral("name"), snapshot.name},
            {QStringLiteral("date-sec"), snapshot.dateSeconds},
            {QStringLiteral("vm-state-size"), snapshot.vmStateSizeBytes}};
        if (snapshot.diskSizeBytes)
            object.insert(QStringLiteral("virtual-size"), *snapshot.diskSizeBytes);
        array.append(object);
    }
    return array;
}

class SnapshotsJob : public Job {
public:
    SnapshotsJob(NativePath image, std::optional<ImageFormat> format)
        : m_image(std::move(image))
        , m_format(format)
    {
    }

    JobStart start() const override
    {
        JobStart start{.kind = QStringLiteral("snapshots"),
            .title = SnapshotsText::tr("Snapshots in %1").arg(plainText(absolutePath(m_image))),
            .command = {QStringLiteral("snapshots")}};
        if (m_format)
            start.command << QStringLiteral("-f") << QLatin1StringView(formatTraits(*m_format).id);
        start.command << QStringLiteral("--") << QString::fromUtf8(absolutePath(m_image));
        return start;
    }

    bool looksOnly() const override { return true; }

    Result<Plan> plan(const std::stop_token &) const override
    {
        const Result<ImageInfo> info = inspectImage(m_image, BoundedFile::Links::Follow, m_format);
        if (!info)
            return std::unexpected(info.error());
        if (info->format != ImageFormat::Qcow2)
            return std::unexpected(Error{.kind = ErrorKind::Unsupported,
                .action = SnapshotsText::tr("list snapshots"),
                .subject = plainText(m_image),
                .reason = SnapshotsText::tr("the format %1 has no snapshots in it")
                    .arg(QLatin1StringView(formatTraits(info->format).title)),
                .hint = SnapshotsText::tr("qcow2 has")});
        return Plan{.inputs = {{absolutePath(m_image), info->format, info->virtualSizeBytes}},
            .outputs = {},
            .commands = {},
            .risks = {}};
    }

    Result<JobDone> run(const Plan &plan, const std::stop_token &, const JobHost &) const override
    {
        const NativePath &image = plan.inputs.front().path;
        const Result<ImageInfo> info = inspectImage(image, BoundedFile::Links::Follow, plan.inputs.front().format);
        if (!info)
            return std::unexpected(info.error());
        QStringList lines;
        for (const ImageSnapshot &snapshot : info->snapshots)
            lines.append(snapshotText(snapshot));
        if (lines.isEmpty())
            lines.append(SnapshotsText::tr("%1: no snapshots").arg(plainText(image)));
        return JobDone{.text = lines.join(u'\n'),
            .changed = {},
            .images = {},
            .facts = {{QStringLiteral("snapshots"), snapshotsArray(info->snapshots)}}};
    }

private:
    NativePath m_image;
    std::optional<ImageFormat> m_format;
};

Result<std::unique_ptr<Job>> makeSnapshotsJob(const JobArguments &arguments)
{
    const Result<std::optional<ImageFormat>> declared = declaredFormat(arguments.options);
    if (!declared)
        return std::unexpected(declared.error());
    if (arguments.paths.size() != 1)
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = SnapshotsText::tr("list snapshots"),
            .reason = SnapshotsText::tr("one image must be named"),
            .hint = SnapshotsText::tr("See “fathomctl snapshots --help”")});
    return std::make_unique<SnapshotsJob>(arguments.paths.front(), *declared);
}

} // namespace

constinit const JobKind snapshotsKind{.id = "snapshots",
    .title = [] { return SnapshotsText::tr("List snapshots"); },
    .summary = [] { return SnapshotsText::tr("list the snapshots inside a qcow2 image"); },
    .usage = [] { return SnapshotsText::tr("IMAGE"); },
    .options = [] { return QList<QCommandLineOption>{formatOption()}; },
    .make = makeSnapshotsJob};

constinit const JobKind snapshotExtractKind{.id = "snapshot-extract",
    .title = [] { return SnapshotsText::tr("Extract a snapshot"); },
    .summary = [] { return SnapshotsText::tr("make a new image of a snapshot inside a qcow2 image"); },
    .usage = [] { return SnapshotsText::tr("IMAGE SNAPSHOT TARGET"); },
    .options =
        [] {
            QList<QCommandLineOption> options = convertOptions();
            options.removeLast(); // a snapshot cannot be compared
            return options;
        },
    .make = [](const JobArguments &arguments) -> Result<std::unique_ptr<Job>> {
        const Result<ConvertRequest> request = convertRequest(arguments, ConvertRequest::Content::Snapshot);
        if (!request)
            return std::unexpected(request.error());
        return convertJob(*request);
    }};

} // namespace Fathom
