// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/repairrequest.h"

#include "jobs/declaredformat.h"
#include "jobs/repairjob.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Fathom {

namespace {

struct RepairText {
    Q_DECLARE_TR_FUNCTIONS(RepairJob)
};

constexpr QLatin1StringView leaksOption("leaks");

/// Those whose drivers in qemu write to their own tables for that.
constexpr std::array repairable{ImageFormat::Qcow2, ImageFormat::Vhdx, ImageFormat::Ploop, ImageFormat::Qed};

class RepairJob : public Job {
public:
    explicit RepairJob(RepairRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override
    {
        const NativePath image = absolutePath(m_request.image);
        JobStart start{.kind = QStringLiteral("repair"),
            .title = RepairText::tr("Repair %1").arg(plainText(image)),
            .command = {QStringLiteral("repair")}};
        if (m_request.format)
            start.command << QStringLiteral("-f") << QLatin1StringView(formatTraits(*m_request.format).id);
        if (m_request.leaksOnly)
            start.command << QStringLiteral("--") + leaksOption;
        start.command << QStringLiteral("--") << QString::fromUtf8(image);
        return start;
    }

    Result<Plan> plan(const std::stop_token &stop) const override { return planRepair(m_request, stop); }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const override
    {
        return runRepair(m_request, plan, stop, host);
    }

private:
    RepairRequest m_request;
};

Result<std::unique_ptr<Job>> makeRepairJob(const JobArguments &arguments)
{
    const Result<std::optional<ImageFormat>> format = declaredFormat(arguments.options);
    if (!format)
        return std::unexpected(format.error());
    if (arguments.paths.size() != 1)
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = repairAction(),
            .reason = RepairText::tr("one image must be named"),
            .hint = RepairText::tr("See “fathomctl repair --help”")});
    return repairJob(
        {.image = arguments.paths[0], .format = *format, .leaksOnly = arguments.options.isSet(leaksOption)});
}

} // namespace

QString repairAction()
{
    return RepairText::tr("repair an image");
}

bool isRepairable(ImageFormat format)
{
    return std::ranges::contains(repairable, format);
}

std::unique_ptr<Job> repairJob(const RepairRequest &request)
{
    return std::make_unique<RepairJob>(request);
}

constinit const JobKind repairKind{.id = "repair",
    .title = [] { return RepairText::tr("Repair"); },
    .summary =
        [] { return RepairText::tr("repair an image's own tables in a copy, which takes its place if it is sound"); },
    .usage = [] { return RepairText::tr("IMAGE"); },
    .options =
        [] {
            return QList<QCommandLineOption>{formatOption(),
                {leaksOption, RepairText::tr("Only give back lost space, where nothing else is wrong.")}};
        },
    .make = makeRepairJob};

} // namespace Fathom
