// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/compressjob.h"

#include "base/bytes.h"
#include "host/accesshint.h"
#include "image/imageprobe.h"
#include "jobs/checkreport.h"
#include "jobs/compareimages.h"
#include "jobs/compresssource.h"
#include "jobs/fileholders.h"
#include "jobs/qemuimgrun.h"
#include "jobs/quarantinemove.h"
#include "jobs/replacingcopy.h"
#include "jobs/spaceestimate.h"

#include <QCoreApplication>

#include <unistd.h>

namespace Fathom {

namespace {

struct CompressText {
    Q_DECLARE_TR_FUNCTIONS(CompressJob)
};

/// What would be gained is not worth the work and the risk: a twentieth.
bool isTooLittle(qint64 nowBytes, qint64 thenBytes)
{
    constexpr qint64 leastShare = 20;
    return nowBytes - thenBytes < nowBytes / leastShare || thenBytes >= nowBytes;
}

/// The commands that fill target, in their order.
std::vector<CommandLine> fillCommands(const CompressSource &source, const NativePath &target, bool compress)
{
    const PlanFile &image = source.image().file;
    if (!source.isQcow2())
        return {convertCommand(source.chain(image.path), {target, ImageFormat::Raw}, false)};
    const Qcow2Shape shape = source.shape(compress);
    return {createCommand(target, image.virtualSizeBytes, shape),
        refillCommand(source.chain(image.path), source.chain(target), shape, compress)};
}

Plan planOf(const CompressSource &source, const CompressRequest &request)
{
    const SourceLayer &image = source.image();
    const NativePath &path = image.file.path;
    // Not with the image's own name: whoever ran that by hand would lose it.
    const NativePath made = path + ".new";
    Plan plan{.inputs = planFiles(source.layers),
        .outputs = {image.file},
        .commands = fillCommands(source, made, request.compress),
        .spaceFreeBytes = freeBytes(parentPath(path)),
        .risks = {},
        .moves = {{keptName(path, "compress"), quarantineOf(source.place.root), image.facts.allocatedBytes}}};
    plan.commands.push_back(compareCommand(source.chain(path), source.chain(made)));
    if (source.isQcow2())
        plan.commands.push_back(checkCommand({made, image.file.format}, source.standsOnOther()));
    return plan;
}

Result<void> addEstimate(
    Plan &plan, const CompressSource &source, const CompressRequest &request, const std::stop_token &stop)
{
    const SourceLayer &image = source.image();
    const qint64 now = image.facts.allocatedBytes;
    // A qcow2 of the old version knows no zeros that hide what a base holds.
    const bool dropsZeros = !source.isQcow2() || !source.standsOnOther() || !source.shape(request.compress).oldVersion;
    const Result<SpaceEstimate> estimate =
        estimateSpace(compressAction(), source.layers, request.compress, dropsZeros, stop);
    if (!estimate)
        return std::unexpected(estimate.error());
    if (isTooLittle(now, estimate->allocatedBytes))
        return std::unexpected(compressError(ErrorKind::Conflict, image.file.path,
            CompressText::tr("it takes %1, and would take about %2: less than 5 % would be gained")
                .arg(formatBytes(now), formatBytes(estimate->allocatedBytes)),
            source.isQcow2() && !request.compress ? CompressText::tr("“-c” compresses its data, too") : QString()));
    plan.spaceNeededBytes = estimate->allocatedBytes;
    const QString sampled = estimate->sampledBytes < estimate->dataBytes
        ? CompressText::tr("an estimate from %1 of %2 of data, taken by chance")
              .arg(formatBytes(estimate->sampledBytes), formatBytes(estimate->dataBytes))
        : CompressText::tr("an estimate, all of the data having been looked at");
    plan.risks.push_back(CompressText::tr("it takes %1, and will take about %2 (%3)")
            .arg(formatBytes(now), formatBytes(estimate->allocatedBytes), sampled));
    return {};
}

void addRisks(Plan &plan, const CompressSource &source, const CompressRequest &request)
{
    plan.risks.push_back(CompressText::tr("nothing is free before the quarantine is emptied, where the image as it was "
                                          "is moved: until then both are there"));
    if (request.compress && source.shape(true).zstd)
        plan.risks.push_back(CompressText::tr("compressed with zstd: programs older than QEMU 5.1 cannot read it"));
    if (request.compress)
        plan.risks.push_back(CompressText::tr(
            "reading takes more of the processor, and what a guest writes from then on is not compressed"));
    else
        plan.risks.push_back(CompressText::tr(
            "space that was reserved is given back, too: when a guest fills it, the file system may be full first"));
    if (plan.spaceFreeBytes && plan.spaceNeededBytes > *plan.spaceFreeBytes)
        plan.risks.push_back(CompressText::tr("the new file may be larger than what is free"));
}

/// Fills the new file, and proves that it is the image and nothing else.
Result<ImageInfo> fillCopy(const StagedFile &copy, const CompressSource &source, const CompressRequest &request,
    const std::stop_token &stop, const JobHost &host)
{
    const SourceLayer &image = source.image();
    const QString subject = plainText(image.file.path);
    for (const CommandLine &command : fillCommands(source, copy.path(), request.compress)) {
        const auto filled =
            runWithProgress(command, QStringLiteral("convert"), image.file.virtualSizeBytes, stop, host);
        if (!filled)
            return std::unexpected(filled.error());
        if (!succeeded(*filled))
            return std::unexpected(qemuImgError(*filled, compressAction(), subject));
    }
    const Error differ =
        compressError(ErrorKind::InputOutput, image.file.path, CompressText::tr("the new file holds something else"),
            CompressText::tr("The image is as it was. Check the disks, and that nobody writes to them"));
    if (const Result<void> same = proveSame(
            compareCommand(source.chain(image.file.path), source.chain(copy.path())), image.file, differ, stop, host);
        !same)
        return std::unexpected(same.error());
    if (source.isQcow2()) {
        const auto outcome = runWithProgress(checkCommand({copy.path(), image.file.format}, source.standsOnOther()),
            QStringLiteral("check"), 0, stop, host);
        if (!outcome)
            return std::unexpected(outcome.error());
        logComplaints(outcome->errors, host);
        if (checkReport(*outcome).end != CheckReport::End::Clean)
            return std::unexpected(qemuImgError(*outcome, compressAction(), subject));
    }
    // What it takes is known when it is on the disk.
    if (::fsync(copy.descriptor()) != 0)
        return std::unexpected(systemError(errno, compressAction(), subject));
    Result<ImageInfo> info = inspectImage(copy.path(), BoundedFile::Links::Refuse, image.file.format);
    if (!info)
        return info;
    if (!source.isLike(*info, request.compress))
        return std::unexpected(compressError(
            ErrorKind::ToolFailed, image.file.path, CompressText::tr("qemu-img made something else of it")));
    if (isTooLittle(image.facts.allocatedBytes, info->allocatedBytes))
        return std::unexpected(compressError(ErrorKind::Conflict, image.file.path,
            CompressText::tr("it takes %1, and would take %2: less than 5 % would be gained")
                .arg(formatBytes(image.facts.allocatedBytes), formatBytes(info->allocatedBytes)),
            CompressText::tr("The image is as it was")));
    return info;
}

/// Moves the image as it was into quarantine, and tells what became of all.
JobDone quarantineOriginal(const CompressSource &source, const NativePath &kept, const ImageInfo &info)
{
    const SourceLayer &image = source.image();
    const NativePath &path = image.file.path;
    const qint64 before = image.facts.allocatedBytes;
    const QString said =
        CompressText::tr("%1 takes %2 instead of %3, and holds what it held", "an image, what it takes now, and before")
            .arg(plainText(path), formatBytes(info.allocatedBytes), formatBytes(before));
    JobDone done{.text = {},
        .changed = {path},
        .images = {{path, info}},
        .facts = {{QStringLiteral("allocated"), info.allocatedBytes}, {QStringLiteral("allocated-before"), before}}};
    const QString compared =
        CompressText::tr("what it holds is in %1, which was compared with it").arg(plainText(path));
    const Result<QuarantinedThing> thing = moveToQuarantine(source.place.root, kept, image.facts,
        {.original = {},
            .isDirectory = false,
            .allocatedBytes = before,
            .notes = {compared},
            .asked = {},
            .silent = {}});
    // What fails once it is moved is only that the disk did not confirm it.
    if (thing || !fileFacts(kept)) {
        const NativePath where = thing ? thing->entry : quarantineOf(source.place.root);
        done.text =
            CompressText::tr("%1. As it was it lies in %2: until that is emptied %3 more are taken than before, "
                             "and then %4 less",
                "what was done, a directory")
                .arg(said, plainText(where), formatBytes(info.allocatedBytes),
                    formatBytes(before - info.allocatedBytes));
        done.changed.push_back(thing ? thing->held : where);
        done.facts.insert(QStringLiteral("quarantined"), QString::fromUtf8(where));
        return done;
    }
    done.text = CompressText::tr("%1. As it was it is not in quarantine (%2) but kept as %3: until you remove that %4 "
                                 "more are taken than before, and then %5 less",
        "what was done, why not, a path")
                    .arg(said, thing.error().reason, plainText(kept), formatBytes(info.allocatedBytes),
                        formatBytes(before - info.allocatedBytes));
    done.changed.push_back(kept);
    done.facts.insert(QStringLiteral("kept"), QString::fromUtf8(kept));
    return done;
}

} // namespace

Result<Plan> planCompress(const CompressRequest &request, const std::stop_token &stop)
{
    const Result<CompressSource> source = compressSource(request, stop);
    if (!source)
        return std::unexpected(source.error());
    Plan plan = planOf(*source, request);
    if (const Result<void> gain = addEstimate(plan, *source, request, stop); !gain)
        return std::unexpected(gain.error());
    addRisks(plan, *source, request);
    return plan;
}

Result<JobDone> runCompress(
    const CompressRequest &request, const Plan &plan, const std::stop_token &stop, const JobHost &host)
{
    // The plan may have been looked at for a while.
    const Result<CompressSource> source = compressSource(request, stop);
    if (!source)
        return std::unexpected(source.error());
    const SourceLayer &image = source->image();
    const NativePath &path = image.file.path;
    const Plan again = planOf(*source, request);
    if (again.commands != plan.commands || again.inputs != plan.inputs)
        return std::unexpected(compressError(ErrorKind::Conflict, path,
            CompressText::tr("it is not what it was when the plan was made"), CompressText::tr("Make a new plan")));
    Result<StagedFile> copy = StagedFile::createBeside(path, host.willWrite);
    if (!copy)
        return std::unexpected(copy.error());
    const Result<ImageInfo> info = fillCopy(*copy, *source, request, stop, host);
    if (!info)
        return std::unexpected(info.error());
    if (const Result<void> same = refuseIfAnyChanged(compressAction(), source->layers); !same)
        return std::unexpected(same.error());
    if (const Result<void> unused = refuseIfUsed(path); !unused)
        return std::unexpected(unused.error());
    if (stop.stop_requested())
        return std::unexpected(compressError(ErrorKind::Cancelled, path, CompressText::tr("it was cancelled")));
    const NativePath kept = keptName(path, "compress");
    if (const Result<void> taken = replaceOriginal(compressAction(), *copy, path, image.facts, kept); !taken)
        return std::unexpected(taken.error());
    return quarantineOriginal(*source, kept, *info);
}

} // namespace Fathom
