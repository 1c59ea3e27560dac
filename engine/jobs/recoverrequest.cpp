// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/recoverrequest.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Fathom {

namespace {

struct RecoverRequestText {
    Q_DECLARE_TR_FUNCTIONS(RecoverJob)
};

const auto outputFormatName = QLatin1StringView("output-format");
const auto lookInName = QLatin1StringView("look-in");
const auto baseName = QLatin1StringView("base");
const auto withoutName = QLatin1StringView("without");
const auto evidenceReadName = QLatin1StringView("evidence-read");

QString optionWord(QLatin1StringView name)
{
    return QLatin1StringView("--") + name;
}

} // namespace

QString recoverAction()
{
    return RecoverRequestText::tr("recover an instance");
}

JobStart recoverStart(const RecoverRequest &request)
{
    const NativePath instance = absolutePath(request.instance);
    const NativePath target = absolutePath(request.target);
    JobStart start{.kind = QStringLiteral("recover"),
        .title = RecoverRequestText::tr("Recover %1 → %2", "an instance's directory, a new one")
            .arg(plainText(fileName(instance)), plainText(target)),
        .command = {
            QStringLiteral("recover"), QStringLiteral("-O"), QString::fromLatin1(formatTraits(request.format).id)}};
    for (const NativePath &directory : request.lookIn)
        start.command << optionWord(lookInName) << QString::fromUtf8(absolutePath(directory));
    for (const auto &[disk, file] : request.bases)
        start.command << optionWord(baseName)
                      << QString::fromUtf8((disk.isEmpty() ? NativePath("disk") : disk) + '=' + absolutePath(file));
    for (const NativePath &disk : request.without)
        start.command << optionWord(withoutName) << QString::fromUtf8(disk);
    if (request.evidenceRead)
        start.command << optionWord(evidenceReadName);
    start.command << QStringLiteral("--") << QString::fromUtf8(instance) << QString::fromUtf8(target);
    return start;
}

QList<QCommandLineOption> recoverOptions()
{
    return {{{QStringLiteral("O"), outputFormatName}, RecoverRequestText::tr("Write this format: raw or qcow2."),
                RecoverRequestText::tr("FORMAT")},
        {lookInName, RecoverRequestText::tr("Look for what stands on it in this directory, too."),
            RecoverRequestText::tr("DIR")},
        {baseName, RecoverRequestText::tr("The disk stands on this file."), RecoverRequestText::tr("[DISK=]FILE")},
        {withoutName, RecoverRequestText::tr("Leave this disk out."), RecoverRequestText::tr("DISK")},
        {evidenceReadName,
            RecoverRequestText::tr("You have read in the plan which base nothing proves, and want it all the same.")}};
}

Result<RecoverRequest> recoverRequest(const JobArguments &arguments)
{
    const auto misuse = [](const QString &reason) {
        return std::unexpected(Error{.kind = ErrorKind::Usage,
            .action = recoverAction(),
            .reason = reason,
            .hint = RecoverRequestText::tr("See “fathomctl recover --help”")});
    };
    if (arguments.paths.size() != 2)
        return misuse(RecoverRequestText::tr("an instance's directory and a new directory must be named"));
    RecoverRequest request{.instance = arguments.paths[0],
        .target = arguments.paths[1],
        .evidenceRead = arguments.options.isSet(evidenceReadName)};
    if (arguments.options.isSet(outputFormatName)) {
        const QString word = arguments.options.value(outputFormatName);
        const std::optional<ImageFormat> format = formatFromName(word);
        if (format != ImageFormat::Raw && format != ImageFormat::Qcow2)
            return misuse(
                RecoverRequestText::tr("“%1” is not written here; raw and qcow2 are").arg(plainText(word.toUtf8())));
        request.format = *format;
    }
    for (const QString &directory : arguments.options.values(lookInName))
        request.lookIn.push_back(nativePath(directory));
    for (const QString &word : arguments.options.values(baseName)) {
        const qsizetype equals = word.indexOf(u'=');
        // A name of a disk has no slash; a file's may hold anything.
        const bool named = equals > 0 && !QStringView(word).first(equals).contains(u'/');
        request.bases.emplace_back(
            named ? nativePath(word.first(equals)) : NativePath(), nativePath(named ? word.sliced(equals + 1) : word));
    }
    for (const QString &disk : arguments.options.values(withoutName))
        request.without.push_back(nativePath(disk));
    return request;
}

} // namespace Fathom
