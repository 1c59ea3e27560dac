// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/convertcommand.h"

#include "app/commands/declaredformat.h"
#include "app/commands/jobevents.h"
#include "base/bytes.h"

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
    const Result<Plan> plan = planConvert(*wish, request.stop);
    if (!plan)
        return fail(plan.error());
    if (request.json)
        console.printJsonLine(planEvent(*plan));
    else if (request.parser.isSet(QStringLiteral("dry-run")))
        printPlan(*plan, request.exact, console);
    if (const std::optional<Error> lack = plan->lackOfSpace())
        return fail(*lack);
    if (request.parser.isSet(QStringLiteral("dry-run")))
        return;

    const Result<ConvertResult> result = runConvert(*wish, *plan, request.stop, [&](const JobProgress &progress) {
        if (request.json)
            console.printJsonLine(progressEvent(progress));
        else
            console.showProgress(progressText(progress), progress.doneBytes == 0);
    });
    console.endProgress();
    if (!result)
        return fail(result.error());
    if (request.json) {
        console.printJsonLine(doneEvent(*result));
        return;
    }
    const QString made =
        tr("%1: %2, %3 on the disk")
            .arg(plainText(result->target), QString::fromLatin1(formatTraits(result->info.format).title),
                sizeText(result->info.allocatedBytes, request));
    console.print(result->verified ? tr("%1; it holds what the source holds").arg(made) : made);
}

} // namespace Fathom
