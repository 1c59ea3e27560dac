// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/checkjob.h"

#include "jobs/checkreport.h"
#include "jobs/declaredformat.h"
#include "jobs/qemuimgarguments.h"
#include "jobs/qemuimgrun.h"
#include "jobs/repairrequest.h"
#include "jobs/sourceimage.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Fathom {

namespace {

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(CheckJob)
};

/// Those whose drivers in qemu can look through their own tables.
constexpr std::array checkable{
    ImageFormat::Qcow2,
    ImageFormat::Vdi,
    ImageFormat::Vhdx,
    ImageFormat::Vmdk,
    ImageFormat::Ploop,
    ImageFormat::Qed,
};

Error checkError(ErrorKind kind, const NativePath &image, const QString &reason, const QString &hint)
{
    return {.kind = kind,
        .action = CheckText::tr("check an image"),
        .subject = plainText(image),
        .reason = reason,
        .hint = hint};
}

Error notCheckable(const NativePath &image, ImageFormat format)
{
    QStringList titles;
    for (const ImageFormat known : checkable)
        titles.append(QLatin1StringView(formatTraits(known).title));
    return checkError(ErrorKind::Unsupported, image,
        CheckText::tr("qemu-img cannot check the format %1").arg(QLatin1StringView(formatTraits(format).title)),
        CheckText::tr("It checks %1").arg(titles.join(CheckText::tr(", "))));
}

QString clusterText(const QJsonObject &facts)
{
    const QJsonValue allocated = facts[QStringLiteral("allocated-clusters")];
    const QJsonValue total = facts[QStringLiteral("total-clusters")];
    if (!allocated.isDouble() || !total.isDouble())
        return {};
    QString text = CheckText::tr("%1 of %2 clusters are allocated").arg(allocated.toInteger()).arg(total.toInteger());
    const QJsonValue fragmented = facts[QStringLiteral("fragmented-clusters")];
    if (!fragmented.isDouble() || allocated.toInteger() <= 0)
        return text;
    const double share = 100 * fragmented.toDouble() / allocated.toDouble();
    return CheckText::tr("%1, %2 % of them fragmented").arg(text).arg(share, 0, 'f', 1);
}

QString doneText(const NativePath &image, const CheckReport &report)
{
    QStringList parts;
    if (report.leaks() > 0)
        parts.append(
            CheckText::tr("%n clusters are leaked: they take space and harm nothing", nullptr, report.leaks()));
    else
        parts.append(CheckText::tr("no errors"));
    if (const QString clusters = clusterText(report.facts); !clusters.isEmpty())
        parts.append(clusters);
    return CheckText::tr("%1: %2", "a file; what was found in it")
        .arg(plainText(image), parts.join(CheckText::tr("; ")));
}

Result<JobDone> judge(const CommandOutcome &outcome, const NativePath &image, ImageFormat format)
{
    const CheckReport report = checkReport(outcome);
    switch (report.end) {
    case CheckReport::End::NotSupported: return std::unexpected(notCheckable(image, format));
    case CheckReport::End::Corrupt:
        return std::unexpected(checkError(ErrorKind::Malformed, image,
            CheckText::tr("its tables are damaged: %1").arg(foundText(report.corruptions(), report.leaks())),
            isRepairable(format)
                ? CheckText::tr(
                      "Stop using it; “fathomctl repair” repairs a copy, which takes its place when it is sound")
                : CheckText::tr("Stop using it, copy the file as it is, and save from the copy what can be read")));
    case CheckReport::End::Incomplete:
        return std::unexpected(checkError(ErrorKind::InputOutput, image,
            CheckText::tr("the check is not complete: %n parts could not be read", nullptr, report.unread()),
            CheckText::tr("Look into the kernel's log, and copy what can be read to another disk")));
    case CheckReport::End::Failed:
        return std::unexpected(qemuImgError(outcome, CheckText::tr("check an image"), plainText(image)));
    case CheckReport::End::Clean:
    case CheckReport::End::Leaking: break;
    }
    return JobDone{.text = doneText(image, report), .changed = {}, .images = {}, .facts = report.facts};
}

class CheckJob : public Job {
public:
    explicit CheckJob(CheckRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override
    {
        const NativePath image = absolutePath(m_request.image);
        JobStart start{.kind = QStringLiteral("check"),
            .title = CheckText::tr("Check %1").arg(plainText(image)),
            .command = {QStringLiteral("check")}};
        if (m_request.format)
            start.command << QStringLiteral("-f") << QLatin1StringView(formatTraits(*m_request.format).id);
        start.command << QStringLiteral("--") << QString::fromUtf8(image);
        return start;
    }

    bool looksOnly() const override { return true; }

    Result<Plan> plan(const std::stop_token &) const override
    {
        if (const Result<void> named = refuseUnnameable(CheckText::tr("check an image"), m_request.image); !named)
            return std::unexpected(named.error());
        const Result<ImageInfo> info =
            inspectSource(CheckText::tr("check an image"), m_request.image, m_request.format, damageRules);
        if (!info)
            return std::unexpected(info.error());
        if (!std::ranges::contains(checkable, info->format))
            return std::unexpected(notCheckable(m_request.image, info->format));
        if (const Result<void> free = refuseIfHeld(m_request.image); !free)
            return std::unexpected(free.error());
        const QemuImgFile image{absolutePath(m_request.image), info->format};
        return Plan{.inputs = {{image.path, image.format, info->virtualSizeBytes}},
            .outputs = {},
            .commands = {checkCommand(image, !info->backingFile.isEmpty())},
            .risks = {}};
    }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const override
    {
        // The plan may have been looked at for a while.
        const Result<Plan> again = this->plan(stop);
        if (!again)
            return std::unexpected(again.error());
        const PlanFile &image = again->inputs.front();
        if (again->commands != plan.commands)
            return std::unexpected(checkError(ErrorKind::Conflict, image.path,
                CheckText::tr("it is not what it was when the plan was made"), CheckText::tr("Make a new plan")));
        const Result<FileFacts> before = sourceFacts(image.path);
        if (!before)
            return std::unexpected(before.error());
        const auto outcome = runWithProgress(again->commands.front(), QStringLiteral("check"), 0, stop, host);
        if (!outcome)
            return std::unexpected(outcome.error());
        logComplaints(outcome->errors, host);
        if (const Result<void> same = refuseIfChanged(CheckText::tr("check an image"), image.path, *before); !same)
            return std::unexpected(same.error());
        return judge(*outcome, image.path, image.format);
    }

private:
    CheckRequest m_request;
};

} // namespace

std::unique_ptr<Job> checkJob(const CheckRequest &request)
{
    return std::make_unique<CheckJob>(request);
}

constinit const JobKind checkKind{.id = "check",
    .title = [] { return CheckText::tr("Check"); },
    .summary = [] { return CheckText::tr("look through an image's own tables for damage and lost space"); },
    .usage = [] { return CheckText::tr("IMAGE"); },
    .options = [] { return QList<QCommandLineOption>{formatOption()}; },
    .make = [](const JobArguments &arguments) -> Result<std::unique_ptr<Job>> {
        const Result<std::optional<ImageFormat>> declared = declaredFormat(arguments.options);
        if (!declared)
            return std::unexpected(declared.error());
        if (arguments.paths.size() != 1)
            return std::unexpected(Error{.kind = ErrorKind::Usage,
                .action = CheckText::tr("check an image"),
                .reason = CheckText::tr("one image must be named"),
                .hint = CheckText::tr("See “fathomctl check --help”")});
        return checkJob({.image = arguments.paths.front(), .format = *declared});
    }};

} // namespace Fathom
