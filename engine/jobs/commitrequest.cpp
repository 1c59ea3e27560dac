// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/commitrequest.h"

#include "jobs/commitjob.h"
#include "jobs/declaredformat.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Fathom {

namespace {

struct CommitText {
    Q_DECLARE_TR_FUNCTIONS(CommitJob)
};

constexpr QLatin1StringView intoOption("into");

class CommitJob : public Job {
public:
    explicit CommitJob(CommitRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override
    {
        const NativePath image = absolutePath(m_request.image);
        JobStart start{.kind = QStringLiteral("commit"),
            .title = m_request.base.isEmpty() ? CommitText::tr("Commit %1 into its base").arg(plainText(image))
                                              : CommitText::tr("Commit %1 into %2", "an overlay, a base")
                                                    .arg(plainText(image), plainText(fileName(m_request.base))),
            .command = {QStringLiteral("commit")}};
        if (m_request.format)
            start.command << QStringLiteral("-f") << QLatin1StringView(formatTraits(*m_request.format).id);
        if (!m_request.base.isEmpty())
            start.command << QStringLiteral("--") + intoOption << QString::fromUtf8(absolutePath(m_request.base));
        start.command << QStringLiteral("--") << QString::fromUtf8(image);
        return start;
    }

    Result<Plan> plan(const std::stop_token &stop) const override { return planCommit(m_request, stop); }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const override
    {
        return runCommit(m_request, plan, stop, host);
    }

private:
    CommitRequest m_request;
};

Result<std::unique_ptr<Job>> makeCommitJob(const JobArguments &arguments)
{
    const Result<std::optional<ImageFormat>> format = declaredFormat(arguments.options);
    if (!format)
        return std::unexpected(format.error());
    if (arguments.paths.size() != 1)
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = commitAction(),
            .reason = CommitText::tr("one overlay must be named"),
            .hint = CommitText::tr("See “fathomctl commit --help”")});
    return commitJob(
        {.image = arguments.paths[0], .format = *format, .base = nativePath(arguments.options.value(intoOption))});
}

} // namespace

QString commitAction()
{
    return CommitText::tr("commit an overlay");
}

std::unique_ptr<Job> commitJob(const CommitRequest &request)
{
    return std::make_unique<CommitJob>(request);
}

constinit const JobKind commitKind{.id = "commit",
    .title = [] { return CommitText::tr("Commit"); },
    .summary = [] { return CommitText::tr("put what an overlay holds into its base, and prove that it is all there"); },
    .usage = [] { return CommitText::tr("IMAGE"); },
    .options =
        [] {
            return QList<QCommandLineOption>{formatOption(),
                {intoOption, CommitText::tr("Into this base below it, if not into the first."),
                    CommitText::tr("BASE")}};
        },
    .make = makeCommitJob};

} // namespace Fathom
