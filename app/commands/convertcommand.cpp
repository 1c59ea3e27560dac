// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/convertcommand.h"

#include "app/commands/declaredformat.h"
#include "app/commands/jobbook.h"
#include "app/commands/jobevents.h"
#include "base/bytes.h"
#include "jobs/journalledjob.h"

#include <QCommandLineParser>

namespace Fathom {

namespace {

const QString outputFormatOption = QStringLiteral("output-format");

struct ConvertText {
    Q_DECLARE_TR_FUNCTIONS(ConvertCommand)
};

Error usageError(const QString &reason)
{
    return {.kind = ErrorKind::Usage,
        .action = ConvertText::tr("convert an image"),
        .reason = reason,
        .hint = ConvertText::tr("See “fathomctl convert --help”")};
}

Result<ConvertRequest> convertRequest(const CommandRequest &request)
{
    const Result<std::optional<ImageFormat>> declared = declaredFormat(request.parser);
    if (!declared)
        return std::unexpected(declared.error());
    if (request.paths.size() != 2)
        return std::unexpected(usageError(ConvertText::tr("a source and a target must be named")));
    const std::optional<ImageFormat> format = formatFromName(request.parser.value(outputFormatOption));
    if (!format)
        return std::unexpected(usageError(ConvertText::tr("the format to write must be named with -O")));
    return ConvertRequest{.source = request.paths[0],
        .sourceFormat = *declared,
        .target = request.paths[1],
        .targetFormat = *format,
        .compress = request.parser.isSet(QStringLiteral("compress")),
        .verify = !request.parser.isSet(QStringLiteral("no-verify"))};
}

/// The journal's entry, with a command line that means the same from any directory.
JobStart jobStart(const ConvertRequest &wish)
{
    const NativePath source = absolutePath(wish.source);
    const NativePath target = absolutePath(wish.target);
    const QString format = QLatin1StringView(formatTraits(wish.targetFormat).id);
    JobStart start{.kind = QStringLiteral("convert"),
        .title = ConvertText::tr("%1 → %2 (%3)", "a conversion: source, target, format")
            .arg(plainText(source), plainText(fileName(target)),
                QLatin1StringView(formatTraits(wish.targetFormat).title)),
        .command = {QStringLiteral("convert"), QStringLiteral("-O"), format}};
    if (wish.sourceFormat)
        start.command << QStringLiteral("-f") << QLatin1StringView(formatTraits(*wish.sourceFormat).id);
    if (wish.compress)
        start.command << QStringLiteral("-c");
    if (!wish.verify)
        start.command << QStringLiteral("--no-verify");
    start.command << QStringLiteral("--") << QString::fromUtf8(source) << QString::fromUtf8(target);
    return start;
}

} // namespace

void addConvertOptions(QCommandLineParser &parser)
{
    parser.addOption({{QStringLiteral("O"), outputFormatOption},
        ConvertText::tr("Write this format: raw, qcow2, vmdk, vdi, vhd or vhdx."), ConvertText::tr("FMT")});
    parser.addOption({{QStringLiteral("c"), QStringLiteral("compress")},
        ConvertText::tr("Compress: qcow2 with zstd, vmdk as streamOptimized.")});
    parser.addOption({QStringLiteral("dry-run"), ConvertText::tr("Tell what would be done, and do nothing.")});
    parser.addOption({QStringLiteral("no-verify"), ConvertText::tr("Do not compare the result with the source.")});
}

QString ConvertCommand::summary() const
{
    return tr("make a new image of another format, and prove that it holds the same");
}

void ConvertCommand::addOptions(QCommandLineParser &parser) const
{
    addFormatOption(parser);
    addConvertOptions(parser);
}

void ConvertCommand::run(const CommandRequest &request, Console &console) const
{
    const auto fail = [&](const Error &error) {
        if (request.json)
            console.printJsonLine(errorEvent(error));
        console.complain(error);
    };
    const Result<ConvertRequest> wish = convertRequest(request);
    if (!wish)
        return fail(wish.error());
    const auto tellPlan = [&](bool people) -> std::optional<Plan> {
        Result<Plan> plan = planConvert(*wish, request.stop);
        if (!plan) {
            fail(plan.error());
            return {};
        }
        if (request.json)
            console.printJsonLine(planEvent(*plan));
        else if (people)
            printPlan(*plan, request.exact, console);
        if (const std::optional<Error> lack = plan->lackOfSpace()) {
            fail(*lack);
            return {};
        }
        return std::move(*plan);
    };
    if (request.parser.isSet(QStringLiteral("dry-run"))) {
        tellPlan(true);
        return;
    }
    // First of all what an earlier one left is cleaned up: it may lie where this one wants to write.
    Result<JobJournal> journal = openJobBook(console);
    if (!journal)
        return fail(journal.error());
    const std::optional<Plan> plan = tellPlan(false);
    if (!plan)
        return;
    const JobHost host{.progress = [&](const JobProgress &progress) {
        if (request.json)
            console.printJsonLine(progressEvent(progress));
        else
            console.showProgress(progressText(progress), progress.doneBytes == 0);
    }};
    std::optional<ConvertResult> made;
    const Result<QString> outcome =
        runJournalled(*journal, jobStart(*wish), host, [&](const JobHost &journalled) -> Result<QString> {
            Result<ConvertResult> result = runConvert(*wish, *plan, request.stop, journalled);
            if (!result)
                return std::unexpected(result.error());
            made = std::move(*result);
            const QString said =
                tr("%1: %2, %3 on the disk")
                    .arg(plainText(made->target), QString::fromLatin1(formatTraits(made->info.format).title),
                        sizeText(made->info.allocatedBytes, request));
            return made->verified ? tr("%1; it holds what the source holds").arg(said) : said;
        });
    console.endProgress();
    if (!outcome)
        return fail(outcome.error());
    if (request.json)
        console.printJsonLine(doneEvent(*made));
    else
        console.print(*outcome);
}

} // namespace Fathom
