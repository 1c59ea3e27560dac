// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/resizejob.h"

#include "base/bytes.h"
#include "image/imageprobe.h"
#include "jobs/declaredformat.h"
#include "jobs/fileholders.h"
#include "jobs/overlaysbeside.h"
#include "jobs/qemuimgrun.h"
#include "jobs/shrinkproof.h"
#include "jobs/sourcechain.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <limits>

namespace Fathom {

namespace {

struct ResizeText {
    Q_DECLARE_TR_FUNCTIONS(ResizeJob)
};

constexpr qint64 sectorBytes = 512;
constexpr QLatin1StringView shrinkOption("shrink");

QString resizeAction()
{
    return ResizeText::tr("resize an image");
}

Error resizeError(ErrorKind kind, const NativePath &image, const QString &reason, const QString &hint = {})
{
    return {.kind = kind, .action = resizeAction(), .subject = plainText(image), .reason = reason, .hint = hint};
}

/// What the image's format cannot do.
Result<void> refuseFormat(const SourceLayer &image)
{
    const auto refuse = [&](const QString &reason, const QString &hint) {
        return std::unexpected(resizeError(ErrorKind::Unsupported, image.file.path, reason, hint));
    };
    const FormatTraits &traits = formatTraits(image.file.format);
    if (image.file.format != ImageFormat::Qcow2 && traits.packsBlocks)
        return refuse(ResizeText::tr("the format %1 is not resized").arg(QLatin1StringView(traits.title)),
            ResizeText::tr("raw and qcow2 are; convert it first"));
    const FactValue *compatibility = image.info->fact(u"compat");
    if (compatibility && compatibility->toString() == u"0.10" && !image.info->snapshots.empty())
        return refuse(ResizeText::tr("it is a qcow2 of the old version (compat 0.10) with snapshots in it, of which "
                                     "each would have to keep a size of its own"),
            ResizeText::tr("Delete the snapshots, or convert it to a new qcow2"));
    return {};
}

Result<qint64> newSize(const ResizeRequest &request, const PlanFile &image)
{
    const qint64 now = image.virtualSizeBytes;
    const auto refuse = [&](ErrorKind kind, const QString &reason, const QString &hint) {
        return std::unexpected(resizeError(kind, image.path, reason, hint));
    };
    if (request.adds && request.sizeBytes > std::numeric_limits<qint64>::max() - now)
        return refuse(ErrorKind::Usage, ResizeText::tr("no disk is so large"), {});
    const qint64 size = request.adds ? now + request.sizeBytes : request.sizeBytes;
    if (size % sectorBytes != 0)
        return refuse(ErrorKind::Usage,
            ResizeText::tr("%1 bytes are no whole number of sectors of %2 bytes").arg(size).arg(sectorBytes),
            ResizeText::tr("Take %1 bytes").arg(size / sectorBytes * sectorBytes + sectorBytes));
    if (size == now)
        return refuse(ErrorKind::Conflict, ResizeText::tr("it has that virtual size already"), {});
    if (size < now && !request.shrinks)
        return refuse(ErrorKind::Unsupported,
            ResizeText::tr("its virtual size is %1, and a disk is made smaller only where that is asked for")
                .arg(formatBytes(now)),
            ResizeText::tr("“--shrink” asks for it; what lies behind the new end must be empty"));
    return size;
}

/// Adds what may surprise.
Result<void> addRisks(Plan &plan, const SourceLayers &layers, const std::stop_token &stop)
{
    const NativePath &image = plan.outputs.front().path;
    const qint64 more = plan.outputs.front().virtualSizeBytes - plan.inputs.front().virtualSizeBytes;
    if (more < 0)
        plan.risks = shrinkRisks(layers, plan.outputs.front().virtualSizeBytes);
    const Result<FileUse> use = fileUse(image);
    if (!use)
        return std::unexpected(use.error());
    for (const FileHolder &holder : use->holders)
        plan.risks.push_back(
            ResizeText::tr("%1 (process %2) is reading it").arg(holder.program, QString::number(holder.pid)));
    for (const NativePath &overlay : overlaysBeside(image, stop))
        plan.risks.push_back(ResizeText::tr("%1 stands on it, and keeps its own virtual size").arg(plainText(overlay)));
    if (isInImageCache(image))
        plan.risks.push_back(ResizeText::tr("it lies in Nova's image cache: disks of instances may stand on it"));
    if (!layers.front().info->snapshots.empty())
        plan.risks.push_back(ResizeText::tr("going back to one of its snapshots brings back the size of then"));
    if (plan.spaceFreeBytes && more > *plan.spaceFreeBytes)
        plan.risks.push_back(ResizeText::tr("it grows by %1, and %2 are free: when a guest fills it, the file system "
                                            "will be full first")
                .arg(formatBytes(more), formatBytes(*plan.spaceFreeBytes)));
    return {};
}

class ResizeJob : public Job {
public:
    explicit ResizeJob(ResizeRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override
    {
        const NativePath image = absolutePath(m_request.image);
        const QString sign = m_request.adds ? QStringLiteral("+") : QString();
        JobStart start{.kind = QStringLiteral("resize"),
            .title = ResizeText::tr("Resize %1: %2", "an image, a size or what comes to it")
                .arg(plainText(image), sign + formatBytes(m_request.sizeBytes)),
            .command = {QStringLiteral("resize")}};
        if (m_request.format)
            start.command << QStringLiteral("-f") << QLatin1StringView(formatTraits(*m_request.format).id);
        if (m_request.shrinks)
            start.command << QStringLiteral("--") + shrinkOption;
        start.command << QStringLiteral("--") << QString::fromUtf8(image)
                      << sign + QString::number(m_request.sizeBytes);
        return start;
    }

    Result<Plan> plan(const std::stop_token &stop) const override
    {
        const Result<SourceLayers> layers = sourceLayers(resizeAction(), m_request.image, m_request.format, stop);
        if (!layers)
            return std::unexpected(layers.error());
        const SourceLayer &image = layers->front();
        if (const Result<void> able = refuseFormat(image); !able)
            return std::unexpected(able.error());
        const Result<qint64> size = newSize(m_request, image.file);
        if (!size)
            return std::unexpected(size.error());
        if (const Result<void> unused = refuseIfUsed(image.file.path); !unused)
            return std::unexpected(unused.error());
        const bool shrinks = *size < image.file.virtualSizeBytes;
        if (shrinks)
            if (const Result<void> empty = refuseShrink(resizeAction(), *layers, *size, stop); !empty)
                return std::unexpected(empty.error());
        const std::vector<PlanFile> files = planFiles(*layers);
        Plan plan{.inputs = files,
            .outputs = {{image.file.path, image.file.format, *size}},
            .commands = {resizeCommand(qemuImgChain(files), *size, shrinks)},
            .spaceFreeBytes = freeBytes(parentPath(image.file.path)),
            .risks = {}};
        if (const Result<void> seen = addRisks(plan, *layers, stop); !seen)
            return std::unexpected(seen.error());
        return plan;
    }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const override
    {
        const PlanFile &before = plan.inputs.front();
        const PlanFile &after = plan.outputs.front();
        // The plan may have been looked at for a while; what is added is added once.
        const Result<Plan> again = this->plan(stop);
        if (!again)
            return std::unexpected(again.error());
        if (again->inputs != plan.inputs || again->outputs != plan.outputs)
            return std::unexpected(resizeError(ErrorKind::Conflict, after.path,
                ResizeText::tr("it is not what it was when the plan was made"), ResizeText::tr("Make a new plan")));
        if (stop.stop_requested())
            return std::unexpected(resizeError(ErrorKind::Cancelled, after.path, ResizeText::tr("it was cancelled")));
        const auto outcome = runWithProgress(again->commands.front(), QStringLiteral("resize"), 0, {}, host);
        if (!outcome)
            return std::unexpected(outcome.error());
        if (!succeeded(*outcome))
            return std::unexpected(qemuImgError(*outcome, resizeAction(), plainText(after.path)));
        const Result<ImageInfo> info = inspectImage(after.path, BoundedFile::Links::Follow, after.format);
        if (!info)
            return std::unexpected(info.error());
        if (info->virtualSizeBytes != after.virtualSizeBytes)
            return std::unexpected(resizeError(ErrorKind::ToolFailed, after.path,
                ResizeText::tr("the result has a virtual size of %1 bytes instead of %2")
                    .arg(info->virtualSizeBytes)
                    .arg(after.virtualSizeBytes)));
        return JobDone{
            .text = ResizeText::tr("%1: a virtual size of %2, %3 before")
                .arg(plainText(after.path), formatBytes(after.virtualSizeBytes), formatBytes(before.virtualSizeBytes)),
            .changed = {after.path},
            .images = {{after.path, *info}},
            .facts = {{QStringLiteral("virtual-size"), after.virtualSizeBytes},
                {QStringLiteral("virtual-size-before"), before.virtualSizeBytes}}};
    }

private:
    ResizeRequest m_request;
};

Result<std::unique_ptr<Job>> makeResizeJob(const JobArguments &arguments)
{
    const auto misuse = [](const QString &reason) {
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = resizeAction(),
            .reason = reason,
            .hint = ResizeText::tr("See “fathomctl resize --help”")});
    };
    const Result<std::optional<ImageFormat>> declared = declaredFormat(arguments.options);
    if (!declared)
        return std::unexpected(declared.error());
    if (arguments.paths.size() != 2)
        return misuse(ResizeText::tr("an image and a size must be named"));
    const QString word = QString::fromUtf8(arguments.paths[1]);
    const bool adds = word.startsWith(u'+');
    const std::optional<qint64> size = parseBytes(QStringView(word).sliced(adds ? 1 : 0));
    if (!size || *size <= 0)
        return misuse(ResizeText::tr("“%1” is no size; “20G” is, and “+10G”").arg(plainText(arguments.paths[1])));
    return resizeJob({.image = arguments.paths[0],
        .format = *declared,
        .sizeBytes = *size,
        .adds = adds,
        .shrinks = arguments.options.isSet(shrinkOption)});
}

} // namespace

std::unique_ptr<Job> resizeJob(const ResizeRequest &request)
{
    return std::make_unique<ResizeJob>(request);
}

constinit const JobKind resizeKind{.id = "resize",
    .title = [] { return ResizeText::tr("Resize"); },
    .summary = [] { return ResizeText::tr("give an image another virtual size"); },
    .usage = [] { return ResizeText::tr("IMAGE SIZE"); },
    .options =
        [] {
            return QList<QCommandLineOption>{formatOption(),
                {shrinkOption,
                    ResizeText::tr("Make it smaller, too, where nothing but zeros lies behind the new end.")}};
        },
    .make = makeResizeJob};

} // namespace Fathom
