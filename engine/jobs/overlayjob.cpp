// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/overlayjob.h"

#include "base/bytes.h"
#include "image/imageprobe.h"
#include "jobs/declaredformat.h"
#include "jobs/qemuimgarguments.h"
#include "jobs/qemuimgrun.h"
#include "jobs/sourcechain.h"
#include "jobs/sourceimage.h"
#include "jobs/stagedfile.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Fathom {

namespace {

struct OverlayText {
    Q_DECLARE_TR_FUNCTIONS(OverlayJob)
};

constexpr qint64 sectorBytes = 512;
constexpr qsizetype longestBackingName = 1023; // qcow2 specification, header bytes 16 to 19
constexpr qint64 clusterBytes = 64 * 1024;
constexpr qint64 entryCovers = clusterBytes / 8 * clusterBytes; // of the first level's table, 8 bytes each
const QString sizeOption = QStringLiteral("size");

QString action()
{
    return OverlayText::tr("make an overlay");
}

Error overlayError(ErrorKind kind, const NativePath &subject, const QString &reason, const QString &hint = {})
{
    return {.kind = kind, .action = action(), .subject = plainText(subject), .reason = reason, .hint = hint};
}

qint64 wholeSectors(qint64 bytes)
{
    return (bytes + sectorBytes - 1) / sectorBytes * sectorBytes;
}

Result<qint64> virtualSize(const OverlayRequest &request, const PlanFile &base)
{
    const qint64 size = wholeSectors(request.sizeBytes.value_or(base.virtualSizeBytes));
    if (size < base.virtualSizeBytes)
        return std::unexpected(overlayError(ErrorKind::Unsupported, base.path,
            OverlayText::tr("its virtual size is %1, and an overlay of %2 would hide the end of it")
                .arg(formatBytes(base.virtualSizeBytes), formatBytes(size)),
            OverlayText::tr("Leave the size out, or name a larger one")));
    return size;
}

/// The result by our own reader: what it stands on, and of which format, must be what was asked for.
Result<ImageInfo> inspectResult(const NativePath &staged, const PlanFile &base, const PlanFile &target)
{
    Result<ImageInfo> info = inspectImage(staged, BoundedFile::Links::Refuse, ImageFormat::Qcow2);
    if (!info)
        return info;
    if (info->format != ImageFormat::Qcow2 || info->backingFile != base.path ||
        info->backingFormat != QLatin1StringView(formatTraits(base.format).qemuName) ||
        info->virtualSizeBytes != target.virtualSizeBytes)
        return std::unexpected(overlayError(
            ErrorKind::ToolFailed, target.path, OverlayText::tr("qemu-img made another overlay than it was told to")));
    for (const SafetyViolation &violation : info->violations)
        if (violation.rule != QLatin1StringView("backing-file"))
            return std::unexpected(overlayError(ErrorKind::Unsafe, target.path, violation.reason));
    return info;
}

class OverlayJob : public Job {
public:
    explicit OverlayJob(OverlayRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override
    {
        const NativePath base = absolutePath(m_request.base);
        const NativePath target = absolutePath(m_request.target);
        JobStart start{.kind = QStringLiteral("overlay"),
            .title = OverlayText::tr("%1 over %2", "a new file over a base")
                .arg(plainText(target), plainText(fileName(base))),
            .command = {QStringLiteral("overlay")}};
        if (m_request.baseFormat)
            start.command << QStringLiteral("-f") << QLatin1StringView(formatTraits(*m_request.baseFormat).id);
        if (m_request.sizeBytes)
            start.command << QStringLiteral("--size") << QString::number(*m_request.sizeBytes);
        start.command << QStringLiteral("--") << QString::fromUtf8(base) << QString::fromUtf8(target);
        return start;
    }

    Result<Plan> plan(const std::stop_token &stop) const override
    {
        for (const NativePath &path : {m_request.base, m_request.target})
            if (const Result<void> named = refuseUnnameable(action(), path); !named)
                return std::unexpected(named.error());
        const NativePath target = absolutePath(m_request.target);
        if (const Result<void> free = refuseTarget(action(), target); !free)
            return std::unexpected(free.error());
        const NativePath base = absolutePath(m_request.base);
        if (base.size() > longestBackingName)
            return std::unexpected(overlayError(ErrorKind::Unsupported, base,
                OverlayText::tr("its name is longer than the %1 bytes that a qcow2 has room for")
                    .arg(longestBackingName),
                OverlayText::tr("Name it through a symbolic link")));
        const Result<SourceLayers> layers = sourceLayers(action(), base, m_request.baseFormat, stop);
        if (!layers)
            return std::unexpected(layers.error());
        PlanFile below = layers->front().file;
        below.path = base; // not where a link leads to
        const Result<qint64> size = virtualSize(m_request, below);
        if (!size)
            return std::unexpected(size.error());
        Plan plan{.inputs = planFiles(*layers),
            .outputs = {{target, ImageFormat::Qcow2, *size}},
            .commands = {overlayCommand({below.path, below.format}, target, *size)},
            .spaceNeededBytes = 3 * clusterBytes + *size / entryCovers * 8,
            .spaceFreeBytes = freeBytes(parentPath(target)),
            .risks = {OverlayText::tr("from now on nobody may write to %1, or the overlay is spoilt")
                    .arg(plainText(below.path))}};
        plan.inputs.front() = below;
        return plan;
    }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const override
    {
        const PlanFile &base = plan.inputs.front();
        const PlanFile &target = plan.outputs.front();
        // The plan may have been looked at for a while.
        const Result<Plan> again = this->plan(stop);
        if (!again)
            return std::unexpected(again.error());
        if (again->commands != plan.commands || again->inputs != plan.inputs)
            return std::unexpected(overlayError(ErrorKind::Conflict, base.path,
                OverlayText::tr("it is not what it was when the plan was made"), OverlayText::tr("Make a new plan")));
        const Result<FileFacts> before = sourceFacts(base.path);
        if (!before)
            return std::unexpected(before.error());
        Result<StagedFile> staged = StagedFile::create(target.path, host.willWrite);
        if (!staged)
            return std::unexpected(staged.error());
        const auto made =
            runWithProgress(overlayCommand({base.path, base.format}, staged->path(), target.virtualSizeBytes),
                QStringLiteral("overlay"), 0, stop, host);
        if (!made)
            return std::unexpected(made.error());
        if (!succeeded(*made))
            return std::unexpected(qemuImgError(*made, action(), plainText(target.path)));
        Result<ImageInfo> info = inspectResult(staged->path(), base, target);
        if (!info)
            return std::unexpected(info.error());
        if (const Result<void> same = refuseIfChanged(action(), base.path, *before); !same)
            return std::unexpected(same.error());
        if (stop.stop_requested())
            return std::unexpected(
                overlayError(ErrorKind::Cancelled, target.path, OverlayText::tr("it was cancelled")));
        if (const Result<void> committed = staged->commit(); !committed)
            return std::unexpected(committed.error());
        return JobDone{.text = OverlayText::tr("%1: stands on %2, a virtual size of %3")
                           .arg(plainText(target.path), plainText(base.path), formatBytes(target.virtualSizeBytes)),
            .changed = {target.path},
            .images = {{target.path, *info}},
            .facts = {{QStringLiteral("layers"), static_cast<qint64>(plan.inputs.size()) + 1},
                {QStringLiteral("virtual-size"), target.virtualSizeBytes}}};
    }

private:
    OverlayRequest m_request;
};

Result<std::unique_ptr<Job>> makeOverlayJob(const JobArguments &arguments)
{
    const auto misuse = [](const QString &reason) {
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = action(),
            .reason = reason,
            .hint = OverlayText::tr("See “fathomctl overlay --help”")});
    };
    const Result<std::optional<ImageFormat>> declared = declaredFormat(arguments.options);
    if (!declared)
        return std::unexpected(declared.error());
    if (arguments.paths.size() != 2)
        return misuse(OverlayText::tr("a base and a target must be named"));
    OverlayRequest request{
        .base = arguments.paths[0], .baseFormat = *declared, .target = arguments.paths[1], .sizeBytes = {}};
    if (arguments.options.isSet(sizeOption)) {
        const QString word = arguments.options.value(sizeOption);
        request.sizeBytes = parseBytes(word);
        if (!request.sizeBytes || *request.sizeBytes <= 0)
            return misuse(OverlayText::tr("“%1” is no size; “20G” is").arg(plainText(word.toUtf8())));
    }
    return overlayJob(request);
}

} // namespace

std::unique_ptr<Job> overlayJob(const OverlayRequest &request)
{
    return std::make_unique<OverlayJob>(request);
}

constinit const JobKind overlayKind{.id = "overlay",
    .title = [] { return OverlayText::tr("Overlay"); },
    .summary = [] { return OverlayText::tr("make a new, empty qcow2 that stands on another image"); },
    .usage = [] { return OverlayText::tr("BASE TARGET"); },
    .options =
        [] {
            return QList<QCommandLineOption>{formatOption(),
                {sizeOption, OverlayText::tr("The virtual size, if it is to be larger than the base's: 20G."),
                    OverlayText::tr("SIZE")}};
        },
    .make = makeOverlayJob};

} // namespace Fathom
