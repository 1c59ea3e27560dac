// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/convertjob.h"

#include "base/bytes.h"
#include "base/filefacts.h"
#include "image/imageprobe.h"
#include "jobs/fileholders.h"
#include "jobs/internalsnapshot.h"
#include "jobs/qemuimgarguments.h"
#include "jobs/qemuimgrun.h"
#include "jobs/sourcechain.h"
#include "jobs/sourceimage.h"
#include "jobs/stagedfile.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace Fathom {

namespace {

struct ConvertJobText {
    Q_DECLARE_TR_FUNCTIONS(ConvertJob)
};

constexpr qint64 sectorBytes = 512;

Error convertError(const ConvertRequest &request, ErrorKind kind, const NativePath &subject, const QString &reason,
    const QString &hint = {})
{
    return {
        .kind = kind, .action = convertAction(request), .subject = plainText(subject), .reason = reason, .hint = hint};
}

Result<void> measure(Plan &plan, const ConvertRequest &request, const CommandLine &command, const std::stop_token &stop)
{
    const Result<CommandOutcome> outcome = runCommand(command, inspectionLimits(), stop);
    if (!outcome)
        return std::unexpected(outcome.error());
    const QJsonValue required = QJsonDocument::fromJson(outcome->output)[QStringLiteral("required")];
    if (outcome->exitCode != 0 || !required.isDouble())
        return std::unexpected(
            qemuImgError(*outcome, ConvertJobText::tr("measure an image"), plainText(request.source)));
    plan.spaceNeededBytes = required.toInteger();
    plan.needIsExact = !request.compress && writableFormat(request.targetFormat)->measurable;
    return {};
}

/// What is read: alone, or with all it stands on.
Result<SourceLayers> readLayers(const ConvertRequest &request, const std::stop_token &stop)
{
    const QString action = convertAction(request);
    if (request.content == ConvertRequest::Content::Alone) {
        const Result<FileFacts> facts = sourceFacts(request.source);
        if (!facts)
            return std::unexpected(facts.error());
        const Result<ImageInfo> info = inspectSource(action, request.source, request.sourceFormat);
        if (!info)
            return std::unexpected(info.error());
        if (const Result<void> free = refuseIfHeld(request.source); !free)
            return std::unexpected(free.error());
        return SourceLayers{{{absolutePath(request.source), info->format, info->virtualSizeBytes},
            std::make_shared<const ImageInfo>(*info), *facts}};
    }
    Result<SourceLayers> layers = sourceLayers(action, request.source, request.sourceFormat, stop, request.bases);
    if (request.content == ConvertRequest::Content::WithBases && layers && layers->size() < 2)
        return std::unexpected(convertError(request, ErrorKind::Unsupported, request.source,
            ConvertJobText::tr("it stands on no other file"), ConvertJobText::tr("“fathomctl convert” copies it")));
    return layers;
}

/// The snapshot that is copied; nothing: the image as it is now.
Result<std::optional<ImageSnapshot>> readSnapshot(const ConvertRequest &request, const SourceLayer &image)
{
    if (request.content != ConvertRequest::Content::Snapshot)
        return std::nullopt;
    const Result<ImageSnapshot> snapshot =
        findSnapshot(convertAction(request), image.file.path, *image.info, request.snapshot);
    if (!snapshot)
        return std::unexpected(snapshot.error());
    // qemu-img would cut it off or lengthen it without a word.
    if (snapshot->diskSizeBytes && *snapshot->diskSizeBytes != image.file.virtualSizeBytes)
        return std::unexpected(convertError(request, ErrorKind::Unsupported, image.file.path,
            ConvertJobText::tr("the snapshot was taken when the virtual size was %1, and qemu-img reads it with "
                               "today's %2 only")
                .arg(formatBytes(*snapshot->diskSizeBytes), formatBytes(image.file.virtualSizeBytes)),
            ConvertJobText::tr(
                "Copy the file as it is, go back in the copy with “qemu-img snapshot -a”, and convert the copy")));
    return *snapshot;
}

Result<void> addRisks(Plan &plan, const ConvertRequest &request)
{
    for (const PlanFile &input : plan.inputs) {
        const Result<FileUse> use = fileUse(input.path);
        if (!use)
            return std::unexpected(use.error());
        for (const FileHolder &holder : use->holders)
            if (holder.writes)
                plan.risks.push_back(ConvertJobText::tr("%1 (process %2) has %3 open for writing")
                        .arg(holder.program, QString::number(holder.pid), plainText(input.path)));
    }
    if (request.compress && request.targetFormat == ImageFormat::Qcow2)
        plan.risks.push_back(ConvertJobText::tr("compressed with zstd: programs older than QEMU 5.1 cannot read it"));
    if (!request.verify)
        plan.risks.push_back(ConvertJobText::tr("the result is not compared with the source"));
    if (!plan.spaceFreeBytes)
        plan.risks.push_back(ConvertJobText::tr("the target's file system does not say what is free"));
    else if (!plan.needIsExact && plan.spaceNeededBytes > *plan.spaceFreeBytes)
        plan.risks.push_back(ConvertJobText::tr("the target may be larger than what is free"));
    return {};
}

Result<void> compare(const ConvertRequest &request, const Plan &plan, const QemuImgFile &target,
    const std::stop_token &stop, const JobHost &host)
{
    const PlanFile &source = plan.inputs.front();
    const auto outcome = runWithProgress(compareCommand(qemuImgChain(plan.inputs), target), QStringLiteral("verify"),
        source.virtualSizeBytes, stop, host);
    if (!outcome)
        return std::unexpected(outcome.error());
    if (outcome->exitCode == 1)
        return std::unexpected(convertError(request, ErrorKind::InputOutput, source.path,
            ConvertJobText::tr("the copy is not what the source holds; qemu-img says: %1")
                .arg(plainText(outcome->output.mid(outcome->output.lastIndexOf('\r') + 1).trimmed())),
            ConvertJobText::tr(
                "Nothing was kept. Check the disks, and that nobody writes to the source, then try again")));
    if (outcome->exitCode != 0)
        return std::unexpected(
            qemuImgError(*outcome, ConvertJobText::tr("compare a copy with its source"), plainText(source.path)));
    return {};
}

/// The result by our own reader: what another program will be told of it must be what was asked for.
Result<ImageInfo> inspectResult(const QemuImgFile &staged, const ConvertRequest &request, qint64 sizeBytes)
{
    Result<ImageInfo> info = inspectImage(staged.path, BoundedFile::Links::Refuse, staged.format);
    if (!info)
        return info;
    const qint64 whole = (sizeBytes + sectorBytes - 1) / sectorBytes * sectorBytes;
    if (info->virtualSizeBytes != whole && info->virtualSizeBytes != sizeBytes)
        return std::unexpected(convertError(request, ErrorKind::ToolFailed, request.target,
            ConvertJobText::tr("the result has a virtual size of %1 bytes instead of %2")
                .arg(info->virtualSizeBytes)
                .arg(sizeBytes)));
    if (!info->safe())
        return std::unexpected(
            convertError(request, ErrorKind::Unsafe, request.target, info->violations.front().reason));
    return info;
}

} // namespace

Result<Plan> planConvert(const ConvertRequest &request, const std::stop_token &stop)
{
    if (const Result<void> sense = checkConvert(request); !sense)
        return std::unexpected(sense.error());
    const NativePath target = absolutePath(request.target);
    if (const Result<void> free = refuseTarget(convertAction(request), target); !free)
        return std::unexpected(free.error());

    const Result<SourceLayers> layers = readLayers(request, stop);
    if (!layers)
        return std::unexpected(layers.error());
    const Result<std::optional<ImageSnapshot>> snapshot = readSnapshot(request, layers->front());
    if (!snapshot)
        return std::unexpected(snapshot.error());
    const QString snapshotId = *snapshot ? (*snapshot)->id : QString();
    const std::vector<PlanFile> files = planFiles(*layers);
    const QemuImgChain from = qemuImgChain(files);
    const QemuImgFile to{target, request.targetFormat};
    Plan plan{.inputs = files,
        .outputs = {{to.path, to.format, files.front().virtualSizeBytes}},
        .commands = {convertCommand(from, to, request.compress, snapshotId)},
        .spaceFreeBytes = freeBytes(parentPath(target)),
        .risks = {}};
    if (request.verify)
        plan.commands.push_back(compareCommand(from, to));
    if (const Result<void> measured =
            measure(plan, request, measureCommand(from, to.format, request.compress, snapshotId), stop);
        !measured)
        return std::unexpected(measured.error());
    if (*snapshot)
        plan.risks.push_back(ConvertJobText::tr("the snapshot is %1").arg(snapshotText(**snapshot)));
    if (const Result<void> seen = addRisks(plan, request); !seen)
        return std::unexpected(seen.error());
    return plan;
}

Result<ConvertResult> runConvert(
    const ConvertRequest &request, const Plan &plan, const std::stop_token &stop, const JobHost &host)
{
    if (const std::optional<Error> lack = plan.obstacle())
        return std::unexpected(*lack);
    const PlanFile &input = plan.inputs.front();
    // The plan may have been looked at for a while.
    const Result<SourceLayers> layers = readLayers(request, stop);
    if (!layers)
        return std::unexpected(layers.error());
    const Result<std::optional<ImageSnapshot>> snapshot = readSnapshot(request, layers->front());
    if (!snapshot)
        return std::unexpected(snapshot.error());
    const QString snapshotId = *snapshot ? (*snapshot)->id : QString();
    const QemuImgChain source = qemuImgChain(plan.inputs);
    const QemuImgFile named{plan.outputs.front().path, request.targetFormat};
    if (planFiles(*layers) != plan.inputs ||
        convertCommand(source, named, request.compress, snapshotId) != plan.commands.front())
        return std::unexpected(convertError(request, ErrorKind::Conflict, input.path,
            ConvertJobText::tr("it is not what it was when the plan was made"), ConvertJobText::tr("Make a new plan")));

    Result<StagedFile> staged = StagedFile::create(plan.outputs.front().path, host.willWrite);
    if (!staged)
        return std::unexpected(staged.error());
    const QemuImgFile target{staged->path(), request.targetFormat};

    const auto converted = runWithProgress(convertCommand(source, target, request.compress, snapshotId),
        QStringLiteral("convert"), input.virtualSizeBytes, stop, host);
    if (!converted)
        return std::unexpected(converted.error());
    if (!succeeded(*converted))
        return std::unexpected(qemuImgError(*converted, convertAction(request), plainText(input.path)));
    if (request.verify)
        if (const Result<void> same = compare(request, plan, target, stop, host); !same)
            return std::unexpected(same.error());
    const Result<ImageInfo> info = inspectResult(target, request, input.virtualSizeBytes);
    if (!info)
        return std::unexpected(info.error());
    if (const Result<void> same = refuseIfAnyChanged(convertAction(request), *layers); !same)
        return std::unexpected(same.error());
    if (stop.stop_requested())
        return std::unexpected(
            convertError(request, ErrorKind::Cancelled, input.path, ConvertJobText::tr("it was cancelled")));

    if (host.progress)
        host.progress({.stage = QStringLiteral("finish"), .totalBytes = info->fileLengthBytes});
    if (const Result<void> committed = staged->commit(); !committed)
        return std::unexpected(committed.error());
    if (host.progress)
        host.progress({.stage = QStringLiteral("finish"),
            .doneBytes = info->fileLengthBytes,
            .totalBytes = info->fileLengthBytes});
    return ConvertResult{.target = plan.outputs.front().path, .info = *info, .verified = request.verify};
}

} // namespace Fathom
