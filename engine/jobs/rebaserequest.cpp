// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/rebaserequest.h"

#include "jobs/declaredformat.h"
#include "jobs/rebasejob.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Fathom {

namespace {

struct RebaseText {
    Q_DECLARE_TR_FUNCTIONS(RebaseJob)
};

constexpr QLatin1StringView ontoFormatOption("onto-format");
constexpr QLatin1StringView unsafeOption("unsafe");
constexpr QLatin1StringView noKeepOption("no-keep");

class RebaseJob : public Job {
public:
    explicit RebaseJob(RebaseRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override
    {
        const NativePath image = absolutePath(m_request.image);
        const NativePath base = absolutePath(m_request.base);
        JobStart start{.kind = QStringLiteral("rebase"),
            .title = RebaseText::tr("%1 onto %2", "an overlay, another base")
                .arg(plainText(image), plainText(fileName(base))),
            .command = {QStringLiteral("rebase")}};
        if (m_request.format)
            start.command << QStringLiteral("-f") << QLatin1StringView(formatTraits(*m_request.format).id);
        if (m_request.baseFormat)
            start.command << QStringLiteral("--") + ontoFormatOption
                          << QLatin1StringView(formatTraits(*m_request.baseFormat).id);
        if (m_request.onlyNames)
            start.command << QStringLiteral("--") + unsafeOption;
        if (!m_request.keeps)
            start.command << QStringLiteral("--") + noKeepOption;
        start.command << QStringLiteral("--") << QString::fromUtf8(image) << QString::fromUtf8(base);
        return start;
    }

    Result<Plan> plan(const std::stop_token &stop) const override { return planRebase(m_request, stop); }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const override
    {
        return runRebase(m_request, plan, stop, host);
    }

private:
    RebaseRequest m_request;
};

Result<std::unique_ptr<Job>> makeRebaseJob(const JobArguments &arguments)
{
    const Result<std::optional<ImageFormat>> format = declaredFormat(arguments.options);
    if (!format)
        return std::unexpected(format.error());
    const Result<std::optional<ImageFormat>> baseFormat = declaredFormat(arguments.options, ontoFormatOption);
    if (!baseFormat)
        return std::unexpected(baseFormat.error());
    if (arguments.paths.size() != 2)
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = rebaseAction(),
            .reason = RebaseText::tr("an overlay and its new base must be named"),
            .hint =
                RebaseText::tr("“fathomctl flatten” makes a disk that stands on none; see “fathomctl rebase --help”")});
    return rebaseJob({.image = arguments.paths[0],
        .format = *format,
        .base = arguments.paths[1],
        .baseFormat = *baseFormat,
        .onlyNames = arguments.options.isSet(unsafeOption),
        .keeps = !arguments.options.isSet(noKeepOption)});
}

} // namespace

QString rebaseAction()
{
    return RebaseText::tr("rebase an overlay");
}

std::unique_ptr<Job> rebaseJob(const RebaseRequest &request)
{
    return std::make_unique<RebaseJob>(request);
}

constinit const JobKind rebaseKind{.id = "rebase",
    .title = [] { return RebaseText::tr("Rebase"); },
    .summary = [] { return RebaseText::tr("let an overlay stand on another base, and prove that it holds the same"); },
    .usage = [] { return RebaseText::tr("IMAGE NEW_BASE"); },
    .options =
        [] {
            return QList<QCommandLineOption>{formatOption(),
                {ontoFormatOption, RebaseText::tr("The new base is of this format."), RebaseText::tr("FMT")},
                {unsafeOption,
                    RebaseText::tr("Change only the base's name, after proof that both bases hold the same.")},
                {noKeepOption, RebaseText::tr("Do not keep the overlay as it was.")}};
        },
    .make = makeRebaseJob};

} // namespace Fathom
