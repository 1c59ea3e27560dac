// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/commitjob.h"

#include "base/bytes.h"
#include "image/imageprobe.h"
#include "jobs/compareimages.h"
#include "jobs/fileholders.h"
#include "jobs/overlaysbeside.h"
#include "jobs/qemuimgrun.h"
#include "jobs/replacingcopy.h"
#include "jobs/sourcechain.h"
#include "jobs/sourceimage.h"

#include <QCoreApplication>

#include <algorithm>

namespace Fathom {

namespace {

struct CommitText {
    Q_DECLARE_TR_FUNCTIONS(CommitJob)
};

Error commitError(ErrorKind kind, const NativePath &subject, const QString &reason, const QString &hint = {})
{
    return {.kind = kind, .action = commitAction(), .subject = plainText(subject), .reason = reason, .hint = hint};
}

/// The overlay with all it stands on, and which of them takes it up.
struct CommitChain {
    SourceLayers layers;
    std::size_t baseAt = 1;

    const SourceLayer &image() const { return layers.front(); }
    const SourceLayer &base() const { return layers[baseAt]; }
    bool baseStandsOnOther() const { return baseAt + 1 < layers.size(); }
    QemuImgChain whole() const { return qemuImgChain(planFiles(layers)); }
    QemuImgChain above() const
    {
        QemuImgChain chain = whole();
        chain.resize(baseAt);
        return chain;
    }
    /// The base, or a file in its place, and all that it stands on.
    QemuImgChain below(const NativePath &file) const
    {
        QemuImgChain chain = whole();
        chain.erase(chain.begin(), chain.begin() + static_cast<qsizetype>(baseAt));
        chain.front().path = file;
        return chain;
    }
};

bool sameFile(const FileFacts &one, const FileFacts &other)
{
    return one.device == other.device && one.inode == other.inode;
}

Result<std::size_t> findBase(const SourceLayers &layers, const CommitRequest &request)
{
    const NativePath &image = layers.front().file.path;
    if (layers.size() < 2)
        return std::unexpected(
            commitError(ErrorKind::Unsupported, image, CommitText::tr("it stands on no other file")));
    if (request.base.isEmpty())
        return 1;
    const Result<FileFacts> wanted = sourceFacts(request.base);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto found = std::find_if(
        layers.begin() + 1, layers.end(), [&](const SourceLayer &layer) { return sameFile(layer.facts, *wanted); });
    if (found == layers.end())
        return std::unexpected(commitError(ErrorKind::NotFound, request.base,
            CommitText::tr("%1 does not stand on it").arg(plainText(image)),
            CommitText::tr("“fathomctl chain” shows what the disk stands on")));
    return static_cast<std::size_t>(found - layers.begin());
}

Result<void> refuseBase(const CommitChain &chain)
{
    const PlanFile &image = chain.image().file;
    const PlanFile &base = chain.base().file;
    const auto refuse = [&](ErrorKind kind, const QString &reason, const QString &hint) {
        return std::unexpected(commitError(kind, base.path, reason, hint));
    };
    if (isInImageCache(base.path))
        return refuse(ErrorKind::Conflict,
            CommitText::tr("it lies in Nova's image cache, where disks of other instances stand on it"),
            CommitText::tr("“fathomctl flatten” makes one file of the overlay and its bases"));
    if (base.format != ImageFormat::Qcow2 && formatTraits(base.format).packsBlocks)
        return refuse(ErrorKind::Unsupported,
            CommitText::tr("nothing is committed into the format %1")
                .arg(QLatin1StringView(formatTraits(base.format).title)),
            CommitText::tr("“fathomctl flatten” makes one file of the overlay and its bases"));
    if (base.virtualSizeBytes > image.virtualSizeBytes)
        return refuse(ErrorKind::Unsupported,
            CommitText::tr("its virtual size is %1, and the overlay's %2: what lies behind that would come to light")
                .arg(formatBytes(base.virtualSizeBytes), formatBytes(image.virtualSizeBytes)),
            CommitText::tr("Give the overlay the base's size first: “fathomctl resize %1 %2”", "a file, bytes")
                .arg(plainText(fileName(image.path)))
                .arg(base.virtualSizeBytes));
    return refuseIrreplaceable(commitAction(), base.path, chain.base().facts);
}

/// Whoever else stands on the base, or on a layer above it, would read something else from then on.
Result<void> refuseOthers(const CommitChain &chain, const std::stop_token &stop)
{
    for (std::size_t i = 1; i <= chain.baseAt; ++i) {
        const NativePath &layer = chain.layers[i].file.path;
        for (const NativePath &name : overlaysBeside(layer, stop)) {
            const Result<FileFacts> other = fileFacts(joinPath(parentPath(layer), name));
            if (other && sameFile(*other, chain.layers[i - 1].facts))
                continue;
            return std::unexpected(commitError(ErrorKind::Conflict, layer,
                CommitText::tr("%1 stands on it, too, and would be spoilt").arg(plainText(name)),
                CommitText::tr("“fathomctl flatten” and “fathomctl rebase” leave the base as it is")));
        }
    }
    for (std::size_t i = 0; i <= chain.baseAt; ++i)
        if (const Result<void> unused = refuseIfUsed(chain.layers[i].file.path); !unused)
            return unused;
    return {};
}

Result<CommitChain> readChain(const CommitRequest &request, const std::stop_token &stop)
{
    for (const NativePath &path : {request.image, request.base})
        if (const Result<void> named = refuseUnnameable(commitAction(), path); !named)
            return std::unexpected(named.error());
    Result<SourceLayers> layers = sourceLayers(commitAction(), request.image, request.format, stop);
    if (!layers)
        return std::unexpected(layers.error());
    const Result<std::size_t> at = findBase(*layers, request);
    if (!at)
        return std::unexpected(at.error());
    CommitChain chain{*std::move(layers), *at};
    if (const Result<void> able = refuseBase(chain); !able)
        return std::unexpected(able.error());
    if (const Result<void> alone = refuseOthers(chain, stop); !alone)
        return std::unexpected(alone.error());
    return chain;
}

Plan planOf(const CommitChain &chain)
{
    const PlanFile &base = chain.base().file;
    Plan plan{.inputs = planFiles(chain.layers),
        .outputs = {{base.path, base.format, chain.image().file.virtualSizeBytes}},
        .commands = {commitCommand(chain.above(), {base.path, base.format}, chain.baseStandsOnOther()),
            compareCommand(chain.whole(), chain.below(base.path))},
        .spaceFreeBytes = freeBytes(parentPath(base.path)),
        .risks = {}};
    for (std::size_t i = 0; i <= chain.baseAt; ++i)
        plan.spaceNeededBytes += chain.layers[i].facts.allocatedBytes;
    return plan;
}

void addRisks(Plan &plan, const CommitChain &chain)
{
    const PlanFile &base = chain.base().file;
    const qint64 size = chain.image().file.virtualSizeBytes;
    plan.risks = {
        CommitText::tr("disks elsewhere that stand on %1 are not known, and would be spoilt").arg(plainText(base.path)),
        CommitText::tr("the base as it was is kept beside it as %1, and takes its space until you remove it")
            .arg(plainText(fileName(keptName(base.path, "commit"))))};
    if (chain.baseAt > 1)
        plan.risks.push_back(CommitText::tr("the layers between hold something else then when they are read alone"));
    if (base.virtualSizeBytes < size)
        plan.risks.push_back(CommitText::tr("the base grows from %1 to the overlay's %2")
                .arg(formatBytes(base.virtualSizeBytes), formatBytes(size)));
    if (!chain.base().info->snapshots.empty())
        plan.risks.push_back(CommitText::tr("snapshots in the base stay what they are"));
    if (plan.spaceFreeBytes && plan.spaceNeededBytes > *plan.spaceFreeBytes)
        plan.risks.push_back(CommitText::tr("the copy that is worked on may be larger than what is free"));
}

/// Puts into the copy of the base what the layers above it hold. What is committed is an empty layer on top of them, so
/// that none of them is opened for writing.
Result<void> commitInto(
    const NativePath &copy, const CommitChain &chain, const std::stop_token &stop, const JobHost &host)
{
    const PlanFile &image = chain.image().file;
    const Result<StagedFile> empty = StagedFile::createBeside(chain.base().file.path, host.willWrite);
    if (!empty)
        return std::unexpected(empty.error());
    QemuImgChain above = chain.above();
    const CommandLine make = overlayCommand(above.front(), empty->path(), image.virtualSizeBytes);
    above.insert(above.begin(), {empty->path(), ImageFormat::Qcow2});
    const CommandLine commit = commitCommand(above, {copy, chain.base().file.format}, chain.baseStandsOnOther());
    for (const CommandLine &command : {make, commit}) {
        const auto outcome = runWithProgress(command, QStringLiteral("commit"), image.virtualSizeBytes, stop, host);
        if (!outcome)
            return std::unexpected(outcome.error());
        if (!succeeded(*outcome))
            return std::unexpected(qemuImgError(*outcome, commitAction(), plainText(image.path)));
    }
    return {};
}

/// The copy through qemu-img and by our own reader.
Result<ImageInfo> proveCopy(
    const NativePath &copy, const CommitChain &chain, const std::stop_token &stop, const JobHost &host)
{
    const SourceLayer &base = chain.base();
    const PlanFile &image = chain.image().file;
    const Error differ =
        commitError(ErrorKind::InputOutput, base.file.path, CommitText::tr("it does not hold what the overlay holds"),
            CommitText::tr("The base is as it was. Check the disks, and that nobody writes to them"));
    if (const Result<void> same =
            proveSame(compareCommand(chain.whole(), chain.below(copy)), image, differ, stop, host);
        !same)
        return std::unexpected(same.error());
    Result<ImageInfo> info = inspectImage(copy, BoundedFile::Links::Refuse, base.file.format);
    if (!info)
        return info;
    if (info->format != base.file.format || info->virtualSizeBytes != image.virtualSizeBytes ||
        info->backingFile != base.info->backingFile || info->backingFormat != base.info->backingFormat)
        return std::unexpected(
            commitError(ErrorKind::ToolFailed, base.file.path, CommitText::tr("qemu-img made something else of it")));
    return info;
}

} // namespace

Result<Plan> planCommit(const CommitRequest &request, const std::stop_token &stop)
{
    const Result<CommitChain> chain = readChain(request, stop);
    if (!chain)
        return std::unexpected(chain.error());
    Plan plan = planOf(*chain);
    addRisks(plan, *chain);
    return plan;
}

Result<JobDone> runCommit(
    const CommitRequest &request, const Plan &plan, const std::stop_token &stop, const JobHost &host)
{
    // The plan may have been looked at for a while.
    const Result<CommitChain> chain = readChain(request, stop);
    if (!chain)
        return std::unexpected(chain.error());
    const Plan again = planOf(*chain);
    const NativePath &image = chain->image().file.path;
    const NativePath &base = chain->base().file.path;
    if (again.commands != plan.commands || again.inputs != plan.inputs)
        return std::unexpected(commitError(ErrorKind::Conflict, image,
            CommitText::tr("it is not what it was when the plan was made"), CommitText::tr("Make a new plan")));
    Result<StagedFile> copy = stagedCopy(commitAction(), base, chain->base().facts, stop, host);
    if (!copy)
        return std::unexpected(copy.error());
    if (const Result<void> committed = commitInto(copy->path(), *chain, stop, host); !committed)
        return std::unexpected(committed.error());
    const Result<ImageInfo> info = proveCopy(copy->path(), *chain, stop, host);
    if (!info)
        return std::unexpected(info.error());
    if (const Result<void> same = refuseIfAnyChanged(commitAction(), chain->layers); !same)
        return std::unexpected(same.error());
    if (const Result<void> alone = refuseOthers(*chain, stop); !alone)
        return std::unexpected(alone.error());
    if (stop.stop_requested())
        return std::unexpected(commitError(ErrorKind::Cancelled, image, CommitText::tr("it was cancelled")));
    const NativePath kept = keptName(base, "commit");
    if (const Result<void> taken = replaceOriginal(commitAction(), *copy, base, chain->base().facts, kept); !taken)
        return std::unexpected(taken.error());
    return JobDone{.text = CommitText::tr(
                       "%1 holds what %2 holds. As it was it is kept as %3: once the guest has started from %1, "
                       "that and %2 can be removed")
                       .arg(plainText(base), plainText(image), plainText(kept)),
        .changed = {base, kept},
        .images = {{base, *info}},
        .facts = {{QStringLiteral("kept"), QString::fromUtf8(kept)},
            {QStringLiteral("layers"), static_cast<qint64>(chain->baseAt)},
            {QStringLiteral("virtual-size"), info->virtualSizeBytes}}};
}

} // namespace Fathom
