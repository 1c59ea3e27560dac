// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/compressrequest.h"

#include "jobs/compressjob.h"
#include "jobs/declaredformat.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Fathom {

namespace {

struct CompressText {
    Q_DECLARE_TR_FUNCTIONS(CompressJob)
};

constexpr QLatin1StringView compressOption("compress");

class CompressJob : public Job {
public:
    explicit CompressJob(CompressRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override
    {
        const NativePath image = absolutePath(m_request.image);
        JobStart start{.kind = QStringLiteral("compress"),
            .title = m_request.compress ? CompressText::tr("Compress %1").arg(plainText(image))
                                        : CompressText::tr("Give back the unused space of %1").arg(plainText(image)),
            .command = {QStringLiteral("compress")}};
        if (m_request.format)
            start.command << QStringLiteral("-f") << QLatin1StringView(formatTraits(*m_request.format).id);
        if (m_request.compress)
            start.command << QStringLiteral("-c");
        start.command << QStringLiteral("--") << QString::fromUtf8(image);
        return start;
    }

    Result<Plan> plan(const std::stop_token &stop) const override { return planCompress(m_request, stop); }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const override
    {
        return runCompress(m_request, plan, stop, host);
    }

private:
    CompressRequest m_request;
};

Result<std::unique_ptr<Job>> makeCompressJob(const JobArguments &arguments)
{
    const Result<std::optional<ImageFormat>> format = declaredFormat(arguments.options);
    if (!format)
        return std::unexpected(format.error());
    if (arguments.paths.size() != 1)
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = compressAction(),
            .reason = CompressText::tr("one image must be named"),
            .hint = CompressText::tr("See “fathomctl compress --help”")});
    return compressJob(
        {.image = arguments.paths[0], .format = *format, .compress = arguments.options.isSet(compressOption)});
}

} // namespace

QString compressAction()
{
    return CompressText::tr("make an image take less space");
}

std::unique_ptr<Job> compressJob(const CompressRequest &request)
{
    return std::make_unique<CompressJob>(request);
}

constinit const JobKind compressKind{.id = "compress",
    .title = [] { return CompressText::tr("Compress"); },
    .summary = [] { return CompressText::tr("make an image take less space, and prove that it holds the same"); },
    .usage = [] { return CompressText::tr("IMAGE"); },
    .options =
        [] {
            return QList<QCommandLineOption>{formatOption(),
                {{QStringLiteral("c"), compressOption},
                    CompressText::tr("Compress the data of a qcow2, with zstd, instead of only giving back what holds "
                                     "nothing.")}};
        },
    .make = makeCompressJob};

} // namespace Fathom
