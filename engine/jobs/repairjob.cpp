// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/repairjob.h"

#include "host/accesshint.h"
#include "host/fileplace.h"
#include "image/imageprobe.h"
#include "jobs/checkreport.h"
#include "jobs/fileholders.h"
#include "jobs/overlaysbeside.h"
#include "jobs/qemuimgrun.h"
#include "jobs/replacingcopy.h"
#include "jobs/sourcechain.h"
#include "jobs/sourceimage.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct RepairText {
    Q_DECLARE_TR_FUNCTIONS(RepairJob)
};

Error repairError(ErrorKind kind, const NativePath &subject, const QString &reason, const QString &hint = {})
{
    return {.kind = kind, .action = repairAction(), .subject = plainText(subject), .reason = reason, .hint = hint};
}

/// What is to be repaired.
struct DamagedImage {
    PlanFile file;
    ImageInfo info;
    FileFacts facts;
    std::vector<PlanFile> bases; ///< all that it stands on; none where one of them cannot be read

    bool standsOnOther() const { return !info.backingFile.isEmpty(); }
    bool isComparable() const { return !standsOnOther() || !bases.empty(); }
    bool isMarked() const { return info.corrupt || info.dirty; }
    /// A file in its place, and all that it stands on.
    QemuImgChain chain(const NativePath &path) const
    {
        QemuImgChain chain = qemuImgChain(bases);
        chain.insert(chain.begin(), {path, file.format});
        return chain;
    }
};

Result<DamagedImage> readImage(const RepairRequest &request, const std::stop_token &stop)
{
    if (const Result<void> named = refuseUnnameable(repairAction(), request.image); !named)
        return std::unexpected(named.error());
    const NativePath path = canonicalPath(absolutePath(request.image));
    const Result<FileFacts> facts = sourceFacts(path);
    if (!facts)
        return std::unexpected(facts.error());
    const Result<ImageInfo> info = inspectSource(repairAction(), path, request.format, damageRules);
    if (!info)
        return std::unexpected(info.error());
    if (!isRepairable(info->format))
        return std::unexpected(repairError(ErrorKind::Unsupported, path,
            RepairText::tr("qemu-img does not repair the format %1")
                .arg(QLatin1StringView(formatTraits(info->format).title)),
            RepairText::tr("It repairs qcow2, VHDX, Parallels and QED")));
    if (const Result<void> able = refuseIrreplaceable(repairAction(), path, *facts); !able)
        return std::unexpected(able.error());
    if (const Result<void> unused = refuseIfUsed(path); !unused)
        return std::unexpected(unused.error());
    DamagedImage image{
        .file = {path, info->format, info->virtualSizeBytes}, .info = *info, .facts = *facts, .bases = {}};
    if (!image.standsOnOther())
        return image;
    // It can be repaired without its bases, though not be compared.
    if (const Result<SourceLayers> layers = sourceLayers(repairAction(), path, request.format, stop, {}, damageRules);
        layers && layers->size() > 1) {
        image.bases = planFiles(*layers);
        image.bases.erase(image.bases.begin());
    }
    return image;
}

/// What a check finds, in words. An error when there is nothing to repair, or more than shall be.
Result<QString> findDamage(const DamagedImage &image, const RepairRequest &request, const std::stop_token &stop)
{
    const auto outcome =
        runCommand(checkCommand({image.file.path, image.file.format}, image.standsOnOther()), {}, stop);
    if (!outcome)
        return std::unexpected(outcome.error());
    const CheckReport report = checkReport(*outcome);
    const QString found = foundText(report.corruptions(), report.leaks());
    using enum CheckReport::End;
    // A VHDX whose log was not written to its place is not even opened to be read.
    if (report.end == NotSupported || (report.end == Failed && !image.info.dirty))
        return std::unexpected(qemuImgError(*outcome, repairAction(), plainText(image.file.path)));
    if (report.end == Clean && !image.isMarked())
        return std::unexpected(
            repairError(ErrorKind::Conflict, image.file.path, RepairText::tr("nothing is wrong with it")));
    if (request.leaksOnly && report.end != Leaking && report.end != Clean)
        return std::unexpected(repairError(ErrorKind::Conflict, image.file.path,
            RepairText::tr("more is wrong with it than lost space: %1").arg(found),
            RepairText::tr("Without “--leaks” all is repaired")));
    switch (report.end) {
    case Failed: return RepairText::tr("what was last written to it did not come to its place");
    case Incomplete:
        return RepairText::tr("found in it: %1; %n parts could not be read", nullptr, report.unread()).arg(found);
    case Clean: return RepairText::tr("nothing is wrong with it but the mark that something might be");
    default: return RepairText::tr("found in it: %1").arg(found);
    }
}

Plan planOf(const DamagedImage &image, const RepairRequest &request)
{
    const QemuImgFile file{image.file.path, image.file.format};
    Plan plan{.inputs = {image.file},
        .outputs = {image.file},
        .commands = {checkCommand(
                         file, image.standsOnOther(), request.leaksOnly ? CheckRepairs::Leaks : CheckRepairs::All),
            checkCommand(file, image.standsOnOther())},
        .spaceNeededBytes = image.facts.allocatedBytes,
        .spaceFreeBytes = freeBytes(parentPath(image.file.path)),
        .risks = {}};
    plan.inputs.insert(plan.inputs.end(), image.bases.begin(), image.bases.end());
    if (image.isComparable())
        plan.commands.push_back(compareCommand(image.chain(image.file.path), image.chain(image.file.path)));
    return plan;
}

void addRisks(Plan &plan, const DamagedImage &image, const RepairRequest &request, const std::stop_token &stop)
{
    const NativePath &path = image.file.path;
    plan.risks.push_back(
        RepairText::tr("the image as it was is kept beside it as %1, and takes its space until you remove it")
            .arg(plainText(fileName(keptName(path, "repair")))));
    if (!request.leaksOnly)
        plan.risks.push_back(RepairText::tr(
            "a guest may see something else afterwards: what damaged tables led to may be lost, and file systems "
            "inside are not looked at"));
    if (!image.isComparable())
        plan.risks.push_back(
            RepairText::tr("not all that it stands on can be read: it is repaired, but not compared with what it was"));
    for (const NativePath &overlay : overlaysBeside(path, stop))
        plan.risks.push_back(RepairText::tr("%1 stands on it, and reads what is repaired").arg(plainText(overlay)));
    if (placeOf(path, FileKind::Regular).meaning == EntryMeaning::StoredImage)
        plan.risks.push_back(
            RepairText::tr("Glance knows it by a size and a checksum that will not be its own any more"));
    if (plan.spaceFreeBytes && plan.spaceNeededBytes > *plan.spaceFreeBytes)
        plan.risks.push_back(RepairText::tr("the copy that is worked on may be larger than what is free"));
}

Result<CheckReport> runCheck(const DamagedImage &image, const CommandLine &command, const QString &stage,
    const std::stop_token &stop, const JobHost &host)
{
    const auto outcome = runWithProgress(command, stage, 0, stop, host);
    if (!outcome)
        return std::unexpected(outcome.error());
    logComplaints(outcome->errors, host);
    CheckReport report = checkReport(*outcome);
    if (report.end == CheckReport::End::Failed || report.end == CheckReport::End::NotSupported)
        return std::unexpected(qemuImgError(*outcome, repairAction(), plainText(image.file.path)));
    return report;
}

/// Repairs the copy and proves that nothing is wrong with it any more; what was repaired.
Result<CheckReport> repairCopy(const NativePath &copy, const DamagedImage &image, const RepairRequest &request,
    const std::stop_token &stop, const JobHost &host)
{
    const QemuImgFile file{copy, image.file.format};
    const auto repaired = runCheck(image,
        checkCommand(file, image.standsOnOther(), request.leaksOnly ? CheckRepairs::Leaks : CheckRepairs::All),
        QStringLiteral("repair"), stop, host);
    if (!repaired)
        return repaired;
    const auto left = runCheck(image, checkCommand(file, image.standsOnOther()), QStringLiteral("check"), stop, host);
    if (!left)
        return left;
    const QString done = foundText(repaired->repairedCorruptions(), repaired->repairedLeaks());
    if (left->end != CheckReport::End::Clean)
        return std::unexpected(repairError(ErrorKind::Malformed, image.file.path,
            RepairText::tr("%1 were repaired, and %2 are left", "what a check counts, twice")
                .arg(done, foundText(left->corruptions() + left->unread(), left->leaks())),
            RepairText::tr("The image is as it was. Save what can be read of it: “fathomctl convert”")));
    return repaired;
}

/// The copy by our own reader.
Result<ImageInfo> inspectCopy(const NativePath &copy, const DamagedImage &image)
{
    Result<ImageInfo> info = inspectImage(copy, BoundedFile::Links::Refuse, image.file.format);
    if (!info)
        return info;
    if (info->corrupt || info->dirty || info->virtualSizeBytes != image.file.virtualSizeBytes ||
        info->backingFile != image.info.backingFile || info->backingFormat != image.info.backingFormat ||
        info->snapshots.size() != image.info.snapshots.size())
        return std::unexpected(
            repairError(ErrorKind::ToolFailed, image.file.path, RepairText::tr("qemu-img made something else of it")));
    return info;
}

/// Whether a guest sees the same in both.
struct Sight {
    std::optional<bool> same; ///< unset: it cannot be told
    QString text;
};

Result<Sight> compareContent(
    const NativePath &copy, const DamagedImage &image, const std::stop_token &stop, const JobHost &host)
{
    if (!image.isComparable())
        return Sight{{},
            RepairText::tr("whether a guest sees the same is not known, for not all that it stands on can be read")};
    const auto outcome = runWithProgress(compareCommand(image.chain(image.file.path), image.chain(copy)),
        QStringLiteral("verify"), image.file.virtualSizeBytes, stop, host);
    if (!outcome)
        return std::unexpected(outcome.error());
    switch (outcome->exitCode) {
    case 0: return Sight{true, RepairText::tr("a guest sees what it saw before")};
    case 1:
        return Sight{false,
            RepairText::tr("a guest sees something else than before; qemu-img says: %1")
                .arg(plainText(outcome->output.mid(outcome->output.lastIndexOf('\r') + 1).trimmed()))};
    default:
        return Sight{{},
            RepairText::tr("whether a guest sees the same is not known; qemu-img says: %1")
                .arg(plainText(outcome->errors.trimmed()))};
    }
}

} // namespace

Result<Plan> planRepair(const RepairRequest &request, const std::stop_token &stop)
{
    const Result<DamagedImage> image = readImage(request, stop);
    if (!image)
        return std::unexpected(image.error());
    const Result<QString> found = findDamage(*image, request, stop);
    if (!found)
        return std::unexpected(found.error());
    Plan plan = planOf(*image, request);
    plan.risks.push_back(*found);
    addRisks(plan, *image, request, stop);
    return plan;
}

Result<JobDone> runRepair(
    const RepairRequest &request, const Plan &plan, const std::stop_token &stop, const JobHost &host)
{
    // The plan may have been looked at for a while.
    const Result<DamagedImage> image = readImage(request, stop);
    if (!image)
        return std::unexpected(image.error());
    const NativePath &path = image->file.path;
    const Plan again = planOf(*image, request);
    if (again.commands != plan.commands || again.inputs != plan.inputs)
        return std::unexpected(repairError(ErrorKind::Conflict, path,
            RepairText::tr("it is not what it was when the plan was made"), RepairText::tr("Make a new plan")));
    Result<StagedFile> copy = stagedCopy(repairAction(), path, image->facts, stop, host);
    if (!copy)
        return std::unexpected(copy.error());
    const Result<CheckReport> repaired = repairCopy(copy->path(), *image, request, stop, host);
    if (!repaired)
        return std::unexpected(repaired.error());
    const Result<ImageInfo> info = inspectCopy(copy->path(), *image);
    if (!info)
        return std::unexpected(info.error());
    const Result<Sight> sight = compareContent(copy->path(), *image, stop, host);
    if (!sight)
        return std::unexpected(sight.error());
    if (const Result<void> same = refuseIfChanged(repairAction(), path, image->facts); !same)
        return std::unexpected(same.error());
    if (const Result<void> unused = refuseIfUsed(path); !unused)
        return std::unexpected(unused.error());
    if (stop.stop_requested())
        return std::unexpected(repairError(ErrorKind::Cancelled, path, RepairText::tr("it was cancelled")));
    const NativePath kept = keptName(path, "repair");
    if (const Result<void> taken = replaceOriginal(repairAction(), *copy, path, image->facts, kept); !taken)
        return std::unexpected(taken.error());
    const int errors = repaired->repairedCorruptions();
    const int leaks = repaired->repairedLeaks();
    const QString what = errors + leaks > 0
        ? RepairText::tr("%1 were repaired", "2 errors").arg(foundText(errors, leaks))
        : RepairText::tr("its mark is gone");
    JobDone done{.text = RepairText::tr("%1: %2, and nothing is wrong with it any more; %3. As it was it is kept as %4",
                     "an image, what was done, whether its content is the same, a path")
                     .arg(plainText(path), what, sight->text, plainText(kept)),
        .changed = {path, kept},
        .images = {{path, *info}},
        .facts = {{QStringLiteral("corruptions-fixed"), errors}, {QStringLiteral("leaks-fixed"), leaks},
            {QStringLiteral("kept"), QString::fromUtf8(kept)}}};
    if (sight->same)
        done.facts.insert(QStringLiteral("same-content"), *sight->same);
    return done;
}

} // namespace Fathom
