// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/convertrequest.h"

#include "base/bytes.h"
#include "jobs/convertjob.h"
#include "jobs/declaredformat.h"
#include "jobs/qemuimgarguments.h"
#include "jobs/sourceimage.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Fathom {

namespace {

struct ConvertText {
    Q_DECLARE_TR_FUNCTIONS(ConvertJob)
};

const QString outputFormatOption = QStringLiteral("output-format");

/// What the job is called, and what it tries.
struct ContentWords {
    ConvertRequest::Content content;
    const char *kind;
    const char *action; ///< English source, translated in context "ConvertJob"
};

constexpr std::array contents{
    ContentWords{ConvertRequest::Content::Alone, "convert", QT_TRANSLATE_NOOP("ConvertJob", "convert an image")},
    ContentWords{ConvertRequest::Content::WithBases, "flatten", QT_TRANSLATE_NOOP("ConvertJob", "flatten a disk")},
    ContentWords{
        ConvertRequest::Content::Snapshot, "snapshot-extract", QT_TRANSLATE_NOOP("ConvertJob", "extract a snapshot")},
};

const ContentWords &wordsOf(ConvertRequest::Content content)
{
    return *std::ranges::find(contents, content, &ContentWords::content);
}

QString kindId(ConvertRequest::Content content)
{
    return QLatin1StringView(wordsOf(content).kind);
}

QString action(ConvertRequest::Content content)
{
    return ConvertText::tr(wordsOf(content).action);
}

class ConvertJob : public Job {
public:
    explicit ConvertJob(ConvertRequest request)
        : m_request(std::move(request))
    {
    }

    JobStart start() const override { return convertStart(m_request); }
    Result<Plan> plan(const std::stop_token &stop) const override { return planConvert(m_request, stop); }

    Result<JobDone> run(const Plan &plan, const std::stop_token &stop, const JobHost &host) const override
    {
        const Result<ConvertResult> made = runConvert(m_request, plan, stop, host);
        if (!made)
            return std::unexpected(made.error());
        const QString said =
            ConvertText::tr("%1: %2, %3 on the disk")
                .arg(plainText(made->target), QString::fromLatin1(formatTraits(made->info.format).title),
                    formatBytes(made->info.allocatedBytes));
        JobDone done{.text = made->verified ? ConvertText::tr("%1; it holds what the source holds").arg(said) : said,
            .changed = {made->target},
            .images = {{made->target, made->info}},
            .facts = {{QStringLiteral("verified"), made->verified}}};
        if (m_request.content == ConvertRequest::Content::WithBases)
            done.facts.insert(QStringLiteral("layers"), static_cast<qint64>(plan.inputs.size()));
        if (m_request.content == ConvertRequest::Content::Snapshot)
            done.facts.insert(QStringLiteral("snapshot"), m_request.snapshot);
        return done;
    }

private:
    ConvertRequest m_request;
};

} // namespace

QString convertAction(const ConvertRequest &request)
{
    return action(request.content);
}

QCommandLineOption noVerifyOption()
{
    return {QStringLiteral("no-verify"), ConvertText::tr("Do not compare the result with the source.")};
}

QList<QCommandLineOption> convertOptions()
{
    return {formatOption(),
        {{QStringLiteral("O"), outputFormatOption},
            ConvertText::tr("Write this format: raw, qcow2, vmdk, vdi, vhd or vhdx."), ConvertText::tr("FMT")},
        {{QStringLiteral("c"), QStringLiteral("compress")},
            ConvertText::tr("Compress: qcow2 with zstd, vmdk as streamOptimized.")},
        noVerifyOption()};
}

Result<void> checkConvert(const ConvertRequest &request)
{
    const auto refuse = [&](const QString &reason, const QString &hint) {
        return std::unexpected(Error{.kind = ErrorKind::Unsupported,
            .action = convertAction(request),
            .subject = plainText(request.target),
            .reason = reason,
            .hint = hint});
    };
    const WritableFormat *writable = writableFormat(request.targetFormat);
    if (!writable) {
        QStringList known;
        for (const WritableFormat &row : writableFormats())
            known.append(QString::fromLatin1(formatTraits(row.format).id));
        return refuse(
            ConvertText::tr("%1 cannot be written").arg(QString::fromLatin1(formatTraits(request.targetFormat).title)),
            ConvertText::tr("Can be written: %1").arg(known.join(QStringLiteral(", "))));
    }
    if (request.compress && !writable->compresses)
        return refuse(ConvertText::tr("%1 cannot be compressed")
                          .arg(QString::fromLatin1(formatTraits(request.targetFormat).title)),
            ConvertText::tr("qcow2 and vmdk can"));
    for (const NativePath &path : {request.source, request.target})
        if (const Result<void> named = refuseUnnameable(convertAction(request), path); !named)
            return named;
    return {};
}

JobStart convertStart(const ConvertRequest &wish)
{
    const NativePath source = absolutePath(wish.source);
    const NativePath target = absolutePath(wish.target);
    const QString format = QLatin1StringView(formatTraits(wish.targetFormat).id);
    const QString kind = kindId(wish.content);
    JobStart start{.kind = kind,
        .title = ConvertText::tr("%1 → %2 (%3)", "a conversion: source, target, format")
            .arg(plainText(fileName(source)), plainText(fileName(target)),
                QLatin1StringView(formatTraits(wish.targetFormat).title)),
        .command = {kind, QStringLiteral("-O"), format}};
    if (wish.sourceFormat)
        start.command << QStringLiteral("-f") << QLatin1StringView(formatTraits(*wish.sourceFormat).id);
    if (wish.compress)
        start.command << QStringLiteral("-c");
    if (!wish.verify && wish.content != ConvertRequest::Content::Snapshot)
        start.command << QStringLiteral("--no-verify");
    start.command << QStringLiteral("--") << QString::fromUtf8(source);
    if (wish.content == ConvertRequest::Content::Snapshot)
        start.command << wish.snapshot;
    start.command << QString::fromUtf8(target);
    return start;
}

Result<ConvertRequest> convertRequest(const JobArguments &arguments, ConvertRequest::Content content)
{
    const auto misuse = [&](const QString &reason) {
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = action(content),
            .reason = reason,
            .hint = ConvertText::tr("See “fathomctl %1 --help”").arg(kindId(content))});
    };
    const Result<std::optional<ImageFormat>> declared = declaredFormat(arguments.options);
    if (!declared)
        return std::unexpected(declared.error());
    const bool fromSnapshot = content == ConvertRequest::Content::Snapshot;
    if (fromSnapshot && arguments.paths.size() != 3)
        return misuse(ConvertText::tr("an image, a snapshot and a target must be named"));
    if (!fromSnapshot && arguments.paths.size() != 2)
        return misuse(ConvertText::tr("a source and a target must be named"));
    std::optional<ImageFormat> format = formatFromName(arguments.options.value(outputFormatOption));
    if (!format && content != ConvertRequest::Content::Alone && !arguments.options.isSet(outputFormatOption))
        format = ImageFormat::Qcow2;
    if (!format)
        return misuse(ConvertText::tr("the format to write must be named with -O"));
    return ConvertRequest{.source = arguments.paths.front(),
        .sourceFormat = *declared,
        .target = arguments.paths.back(),
        .targetFormat = *format,
        .compress = arguments.options.isSet(QStringLiteral("compress")),
        .verify = !fromSnapshot && !arguments.options.isSet(QStringLiteral("no-verify")),
        .content = content,
        .snapshot = fromSnapshot ? QString::fromUtf8(arguments.paths[1]) : QString()};
}

std::unique_ptr<Job> convertJob(const ConvertRequest &request)
{
    return std::make_unique<ConvertJob>(request);
}

constinit const JobKind convertKind{.id = "convert",
    .title = [] { return ConvertText::tr("Convert"); },
    .summary = [] { return ConvertText::tr("make a new image of another format, and prove that it holds the same"); },
    .usage = [] { return ConvertText::tr("-O FMT SOURCE TARGET"); },
    .options = convertOptions,
    .make = [](const JobArguments &arguments) -> Result<std::unique_ptr<Job>> {
        const Result<ConvertRequest> request = convertRequest(arguments);
        if (!request)
            return std::unexpected(request.error());
        return convertJob(*request);
    }};

} // namespace Fathom
