// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/inspectcommand.h"

#include "app/commands/displaywidth.h"
#include "app/commands/estatejson.h"
#include "app/commands/standardinput.h"
#include "image/imagefacts.h"
#include "image/imageprobe.h"
#include "jobs/declaredformat.h"

#include <QCommandLineParser>

namespace Fathom {

namespace {

Result<ImageInfo> inspectNamed(const NativePath &path, std::optional<ImageFormat> declared, const std::stop_token &stop)
{
    Result<BoundedFile> file =
        path == "-" ? openStandardInput(stop) : BoundedFile::open(path, BoundedFile::Links::Follow);
    if (!file)
        return std::unexpected(file.error());
    return inspectImage(*file, declared);
}

} // namespace

QString InspectCommand::summary() const
{
    return tr("tell what files are, by their own bytes");
}

void InspectCommand::addOptions(QCommandLineParser &parser) const
{
    parser.addOption(formatOption());
}

void InspectCommand::run(const CommandRequest &request, Console &console) const
{
    const Result<std::optional<ImageFormat>> declared = declaredFormat(request.parser);
    if (!declared || request.paths.empty()) {
        console.complain(!declared ? declared.error()
                                   : Error{.kind = ErrorKind::Usage,
                                         .action = tr("inspect an image"),
                                         .reason = tr("no file was named"),
                                         .hint = tr("See “fathomctl inspect --help”")});
        return;
    }
    QJsonArray array;
    bool first = true;
    for (const NativePath &path : request.paths) {
        if (request.stop.stop_requested()) {
            console.complain({.kind = ErrorKind::Cancelled,
                .action = tr("inspect an image"),
                .subject = plainText(path),
                .reason = tr("it was cancelled")});
            break;
        }
        const Result<ImageInfo> info = inspectNamed(path, *declared, request.stop);
        if (!info) {
            console.complain(info.error());
            QJsonObject failed{{QStringLiteral("error"), errorObject(info.error())}};
            insertPath(failed, QStringLiteral("filename"), path);
            array.append(failed);
            continue;
        }
        if (request.json) {
            array.append(inspectObject(*info, path));
            continue;
        }
        if (!first)
            console.print({});
        first = false;
        printFacts(*info, path, request, console);
    }
    if (!request.json)
        return;
    if (request.paths.size() > 1)
        console.printJson(array);
    else if (!array.isEmpty())
        console.printJson(array.first());
}

void InspectCommand::printFacts(
    const ImageInfo &info, const NativePath &path, const CommandRequest &request, Console &console) const
{
    std::vector<FactText> facts = imageFactTexts(info);
    facts.insert(facts.begin(), {tr("File"), plainText(path), {}, 0});
    if (info.safe())
        facts.push_back({tr("Safety"), tr("breaks no rule"), {}, 0});
    for (const SafetyViolation &violation : info.violations)
        facts.push_back({tr("Unsafe"), tr("%1 (%2)").arg(violation.reason, violation.rule), {}, 0});
    int width = 0;
    for (const FactText &fact : facts)
        width = qMax(width, 2 * fact.depth + displayWidth(fact.label));
    for (const FactText &fact : facts) {
        const QString value = request.exact && !fact.exact.isEmpty() ? fact.exact : fact.value;
        const QString label = QString(2 * fact.depth, QLatin1Char(' ')) + fact.label;
        console.print(value.isEmpty() ? label : padded(label, width + 2, false) + value);
    }
}

} // namespace Fathom
