// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/rebasejob.h"

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

struct RebaseText {
    Q_DECLARE_TR_FUNCTIONS(RebaseJob)
};

constexpr qsizetype longestBackingName = 1023; // qcow2 specification, header bytes 16 to 19

Error rebaseError(ErrorKind kind, const NativePath &subject, const QString &reason, const QString &hint = {})
{
    return {.kind = kind, .action = rebaseAction(), .subject = plainText(subject), .reason = reason, .hint = hint};
}

/// What is read: the overlay with all it stands on, and the new base with all that stands on.
struct Chains {
    SourceLayers overlay;
    SourceLayers base; ///< its first layer by the name that the overlay will have for it

    const SourceLayer &image() const { return overlay.front(); }
    QemuImgChain before() const { return qemuImgChain(planFiles(overlay)); }
    QemuImgChain oldBase() const
    {
        QemuImgChain chain = before();
        chain.erase(chain.begin());
        return chain;
    }
    QemuImgChain newBase() const { return qemuImgChain(planFiles(base)); }
    /// A file that holds what the overlay shall hold, over the new base.
    QemuImgChain after(const NativePath &file) const
    {
        QemuImgChain chain = newBase();
        chain.insert(chain.begin(), {file, ImageFormat::Qcow2});
        return chain;
    }
};

Result<void> refuseOverlay(const SourceLayers &layers, const RebaseRequest &request)
{
    const SourceLayer &image = layers.front();
    const auto refuse = [&](ErrorKind kind, const QString &reason, const QString &hint) {
        return std::unexpected(rebaseError(kind, image.file.path, reason, hint));
    };
    if (image.file.format != ImageFormat::Qcow2)
        return refuse(ErrorKind::Unsupported,
            RebaseText::tr("the format %1 is not rebased")
                .arg(QLatin1StringView(formatTraits(image.file.format).title)),
            RebaseText::tr("qcow2 is; convert it first"));
    if (layers.size() < 2)
        return refuse(ErrorKind::Unsupported, RebaseText::tr("it stands on no other file"),
            RebaseText::tr("“fathomctl overlay” makes a new disk over a base"));
    if (!image.info->snapshots.empty() && !request.onlyNames)
        return refuse(ErrorKind::Unsupported,
            RebaseText::tr("there are snapshots in it, and they would read the new base where they read the old one"),
            RebaseText::tr("Extract or delete them first"));
    return {};
}

Result<void> refuseBase(const Chains &chains)
{
    const SourceLayer &image = chains.image();
    const PlanFile &base = chains.base.front().file;
    const auto refuse = [&](ErrorKind kind, const QString &reason, const QString &hint = {}) {
        return std::unexpected(rebaseError(kind, base.path, reason, hint));
    };
    if (base.path.size() > longestBackingName)
        return refuse(ErrorKind::Unsupported,
            RebaseText::tr("its name is longer than the %1 bytes that a qcow2 has room for").arg(longestBackingName),
            RebaseText::tr("Name it through a symbolic link"));
    for (const SourceLayer &layer : chains.base)
        if (layer.facts.device == image.facts.device && layer.facts.inode == image.facts.inode)
            return refuse(ErrorKind::Conflict, RebaseText::tr("it is the overlay itself, or stands on it"));
    if (image.info->backingFile == base.path &&
        image.info->backingFormat == QLatin1StringView(formatTraits(base.format).qemuName))
        return refuse(ErrorKind::Conflict, RebaseText::tr("the overlay stands on it already"));
    return {};
}

Result<Chains> readChains(const RebaseRequest &request, const std::stop_token &stop)
{
    for (const NativePath &path : {request.image, request.base})
        if (const Result<void> named = refuseUnnameable(rebaseAction(), path); !named)
            return std::unexpected(named.error());
    Result<SourceLayers> overlay = sourceLayers(rebaseAction(), request.image, request.format, stop);
    if (!overlay)
        return std::unexpected(overlay.error());
    if (const Result<void> able = refuseOverlay(*overlay, request); !able)
        return std::unexpected(able.error());
    Result<SourceLayers> base = sourceLayers(rebaseAction(), request.base, request.baseFormat, stop);
    if (!base)
        return std::unexpected(base.error());
    base->front().file.path = absolutePath(request.base); // not where a link leads to
    Chains chains{*std::move(overlay), *std::move(base)};
    if (const Result<void> able = refuseBase(chains); !able)
        return std::unexpected(able.error());
    const SourceLayer &image = chains.image();
    if (const Result<void> able = refuseIrreplaceable(rebaseAction(), image.file.path, image.facts); !able)
        return std::unexpected(able.error());
    if (const Result<void> unused = refuseIfUsed(image.file.path); !unused)
        return std::unexpected(unused.error());
    return chains;
}

/// What could go wrong or surprise.
std::vector<QString> risksOf(
    const Chains &chains, const RebaseRequest &request, const std::optional<qint64> &free, const std::stop_token &stop)
{
    const SourceLayer &image = chains.image();
    const PlanFile &base = chains.base.front().file;
    const QString name = plainText(fileName(base.path));
    std::vector<QString> risks{
        RebaseText::tr("from now on nobody may write to %1, or the overlay is spoilt").arg(plainText(base.path)),
        request.keeps
            ? RebaseText::tr("the overlay as it was is kept beside it as %1, and takes its space until you remove it")
                  .arg(plainText(fileName(keptName(image.file.path, "rebase"))))
            : RebaseText::tr("the overlay as it was is not kept")};
    for (const NativePath &overlay : overlaysBeside(image.file.path, stop))
        risks.push_back(RebaseText::tr("%1 stands on it, and stays as it is: what it reads there does not change")
                .arg(plainText(overlay)));
    if (base.virtualSizeBytes > image.file.virtualSizeBytes)
        risks.push_back(RebaseText::tr("%1 is larger (%2): what it holds behind the overlay's end is hidden")
                .arg(name, formatBytes(base.virtualSizeBytes)));
    if (base.virtualSizeBytes < image.file.virtualSizeBytes)
        risks.push_back(RebaseText::tr("%1 is smaller (%2): behind its end the overlay stands on nothing")
                .arg(name, formatBytes(base.virtualSizeBytes)));
    if (isInImageCache(chains.overlay[1].file.path) && !isInImageCache(base.path))
        risks.push_back(
            RebaseText::tr("%1 does not lie in Nova's image cache (_base): Nova neither finds it nor brings "
                           "it along when it moves the instance")
                .arg(name));
    else if (isInImageCache(base.path))
        risks.push_back(RebaseText::tr("when Nova moves the instance to another host, it puts the Glance image of the "
                                       "instance there under the name %1, whatever it holds here")
                .arg(name));
    if (!request.onlyNames)
        risks.push_back(RebaseText::tr("it grows by what the two bases hold differently"));
    if (free && image.facts.allocatedBytes > *free)
        risks.push_back(RebaseText::tr("the copy that is worked on may be larger than what is free"));
    return risks;
}

Plan planOf(const Chains &chains, const RebaseRequest &request)
{
    const QemuImgFile base = chains.newBase().front();
    const SourceLayer &image = chains.image();
    Plan plan{.inputs = planFiles(chains.overlay),
        .outputs = {image.file},
        .commands = {},
        .spaceNeededBytes = image.facts.allocatedBytes,
        .spaceFreeBytes = freeBytes(parentPath(image.file.path)),
        .risks = {}};
    std::ranges::copy(planFiles(chains.base), std::back_inserter(plan.inputs));
    if (request.onlyNames)
        plan.commands = {compareCommand(chains.oldBase(), chains.newBase()),
            unsafeRebaseCommand({image.file.path, image.file.format}, base)};
    else
        plan.commands = {
            rebaseCommand(chains.before(), base), compareCommand(chains.before(), chains.after(image.file.path))};
    return plan;
}

/// The copy by our own reader.
Result<ImageInfo> inspectCopy(const NativePath &copy, const Chains &chains)
{
    const PlanFile &base = chains.base.front().file;
    Result<ImageInfo> info = inspectImage(copy, BoundedFile::Links::Refuse, ImageFormat::Qcow2);
    if (!info)
        return info;
    if (info->backingFile != base.path ||
        info->backingFormat != QLatin1StringView(formatTraits(base.format).qemuName) ||
        info->virtualSizeBytes != chains.image().file.virtualSizeBytes)
        return std::unexpected(rebaseError(ErrorKind::ToolFailed, chains.image().file.path,
            RebaseText::tr("qemu-img made another overlay than it was told to")));
    return info;
}

/// Rebases the copy and proves it.
Result<ImageInfo> rebaseCopy(const NativePath &copy, const Chains &chains, const RebaseRequest &request,
    const std::stop_token &stop, const JobHost &host)
{
    const PlanFile &image = chains.image().file;
    const QemuImgFile base = chains.newBase().front();
    QemuImgChain before = chains.before();
    before.front().path = copy;
    const auto rebased =
        runWithProgress(request.onlyNames ? unsafeRebaseCommand(before.front(), base) : rebaseCommand(before, base),
            QStringLiteral("rebase"), image.virtualSizeBytes, stop, host);
    if (!rebased)
        return std::unexpected(rebased.error());
    if (!succeeded(*rebased))
        return std::unexpected(qemuImgError(*rebased, rebaseAction(), plainText(image.path)));
    if (!request.onlyNames) {
        const Error differ =
            rebaseError(ErrorKind::InputOutput, image.path, RebaseText::tr("over the new base it holds something else"),
                RebaseText::tr("The overlay is as it was. Check the disks, and that nobody writes to its bases"));
        if (const Result<void> same =
                proveSame(compareCommand(chains.before(), chains.after(copy)), image, differ, stop, host);
            !same)
            return std::unexpected(same.error());
    }
    return inspectCopy(copy, chains);
}

} // namespace

Result<Plan> planRebase(const RebaseRequest &request, const std::stop_token &stop)
{
    const Result<Chains> chains = readChains(request, stop);
    if (!chains)
        return std::unexpected(chains.error());
    Plan plan = planOf(*chains, request);
    plan.risks = risksOf(*chains, request, plan.spaceFreeBytes, stop);
    return plan;
}

Result<JobDone> runRebase(
    const RebaseRequest &request, const Plan &plan, const std::stop_token &stop, const JobHost &host)
{
    // The plan may have been looked at for a while.
    const Result<Chains> chains = readChains(request, stop);
    if (!chains)
        return std::unexpected(chains.error());
    const PlanFile &image = chains->image().file;
    const Plan again = planOf(*chains, request);
    if (again.commands != plan.commands || again.inputs != plan.inputs)
        return std::unexpected(rebaseError(ErrorKind::Conflict, image.path,
            RebaseText::tr("it is not what it was when the plan was made"), RebaseText::tr("Make a new plan")));
    if (request.onlyNames) {
        const Error differ = rebaseError(ErrorKind::Conflict, image.path,
            RebaseText::tr("its base and the new one do not hold the same"),
            RebaseText::tr("Without “--unsafe” what they hold differently is copied"));
        if (const Result<void> same = proveSame(plan.commands.front(), image, differ, stop, host); !same)
            return std::unexpected(same.error());
    }
    Result<StagedFile> copy = stagedCopy(rebaseAction(), image.path, chains->image().facts, stop, host);
    if (!copy)
        return std::unexpected(copy.error());
    const Result<ImageInfo> info = rebaseCopy(copy->path(), *chains, request, stop, host);
    if (!info)
        return std::unexpected(info.error());
    for (const SourceLayers *layers : {&chains->overlay, &chains->base})
        if (const Result<void> same = refuseIfAnyChanged(rebaseAction(), *layers); !same)
            return std::unexpected(same.error());
    if (const Result<void> unused = refuseIfUsed(image.path); !unused)
        return std::unexpected(unused.error());
    if (stop.stop_requested())
        return std::unexpected(rebaseError(ErrorKind::Cancelled, image.path, RebaseText::tr("it was cancelled")));
    const NativePath kept = request.keeps ? keptName(image.path, "rebase") : NativePath();
    if (const Result<void> taken = replaceOriginal(rebaseAction(), *copy, image.path, chains->image().facts, kept);
        !taken)
        return std::unexpected(taken.error());
    const QString said = RebaseText::tr("%1 stands on %2 now, and holds what it held")
                             .arg(plainText(image.path), plainText(chains->base.front().file.path));
    JobDone done{.text = kept.isEmpty() ? said
                                        : RebaseText::tr("%1. As it was it is kept as %2: remove that once the guest "
                                                         "has started",
                                              "what was done, a path")
                                              .arg(said, plainText(kept)),
        .changed = {image.path},
        .images = {{image.path, *info}},
        .facts = {{QStringLiteral("layers"), static_cast<qint64>(chains->base.size()) + 1}}};
    if (!kept.isEmpty()) {
        done.changed.push_back(kept);
        done.facts.insert(QStringLiteral("kept"), QString::fromUtf8(kept));
    }
    return done;
}

} // namespace Fathom
