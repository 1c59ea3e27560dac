// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandline.h"

#include "app/commands/command.h"
#include "app/commands/displaywidth.h"
#include "app/commands/interrupt.h"
#include "app/commands/jobcommand.h"
#include "app/startup/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

namespace Fathom {

namespace {

struct CommandLineText {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

const QString helpOption = QStringLiteral("help");
const QString versionOption = QStringLiteral("version");

void addCommonOptions(QCommandLineParser &parser)
{
    addEstateOptions(parser);
    parser.addOption({QStringLiteral("json"), CommandLineText::tr("Print JSON for scripts.")});
    parser.addOption({QStringLiteral("exact"), CommandLineText::tr("Tell sizes in bytes.")});
    parser.addOption({{QStringLiteral("h"), helpOption}, CommandLineText::tr("Show this help.")});
    parser.addOption({{QStringLiteral("v"), versionOption}, CommandLineText::tr("Show the version.")});
}

/// A list of terms with what they mean, aligned as the parser's own.
QString listText(const QString &title, const std::vector<std::pair<QString, QString>> &lines)
{
    int width = 0;
    for (const auto &[term, meaning] : lines)
        width = qMax(width, displayWidth(term));
    QString text = QLatin1Char('\n') + title + QLatin1Char('\n');
    for (const auto &[term, meaning] : lines)
        text += QStringLiteral("  ") + padded(term, width + 2, false) + meaning + QLatin1Char('\n');
    return text;
}

QString helpText(QCommandLineParser &parser, const Command *command)
{
    parser.setApplicationDescription(command
            ? CommandLineText::tr("fathomctl %1: %2.").arg(command->name(), command->summary())
            : CommandLineText::tr("Shows how deep an OpenStack cloud's disks go."));
    // The parser's own usage line would tell the whole path of the program.
    QString help = parser.helpText();
    help.remove(0, help.indexOf(QLatin1Char('\n')) + 1);
    const QString usage = command
        ? CommandLineText::tr("Usage: fathomctl %1 [OPTION…] %2").arg(command->name(), command->arguments())
        : CommandLineText::tr("Usage: fathomctl COMMAND [OPTION…] [PATH…]");
    help.prepend(usage + QLatin1Char('\n'));
    if (!command) {
        std::vector<std::pair<QString, QString>> lines;
        for (const std::unique_ptr<Command> &each : commands())
            lines.emplace_back(each->name() + QLatin1Char(' ') + each->arguments(), each->summary());
        help += listText(CommandLineText::tr("Commands:"), lines);
    }
    std::vector<std::pair<QString, QString>> codes;
    for (const ExitMeaning &meaning : exitMeanings())
        codes.emplace_back(
            QString::number(static_cast<int>(meaning.code)), QCoreApplication::translate("ExitCodes", meaning.text));
    help += listText(CommandLineText::tr("Exit codes:"), codes);
    help.chop(1);
    return help;
}

Error usageError(const QString &reason, const QString &subject = {})
{
    return {.kind = ErrorKind::Usage,
        .action = CommandLineText::tr("understand the command line"),
        .subject = subject,
        .reason = reason,
        .hint = CommandLineText::tr("See “fathomctl --help”")};
}

/// The parser's complaints quote the arguments: make them fit to print.
QString parserComplaint(const QCommandLineParser &parser)
{
    QString text = plainText(parser.errorText().toUtf8());
    while (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

void runCommand(const Command &command, const QStringList &arguments, Console &console)
{
    QCommandLineParser parser;
    addCommonOptions(parser);
    command.addOptions(parser);
    const bool understood = parser.parse(arguments);
    if (parser.isSet(helpOption)) {
        console.print(helpText(parser, &command));
        return;
    }
    if (!understood) {
        console.complain(usageError(parserComplaint(parser)));
        return;
    }
    const Interrupt interrupt;
    CommandRequest request{.parser = parser,
        .estate = estateOptions(parser),
        .json = parser.isSet(QStringLiteral("json")),
        .exact = parser.isSet(QStringLiteral("exact")),
        .stop = interrupt.token()};
    const QStringList positional = parser.positionalArguments();
    for (const QString &argument : positional.sliced(1)) // the first is the command
        request.paths.push_back(argumentPath(argument));
    command.run(request, console);
}

} // namespace

int runCommandLine(const QStringList &arguments)
{
    Console console;
    const std::vector<std::unique_ptr<Command>> all = commands();

    // Options may stand before the command: what is no option's value is found with all options known.
    QCommandLineParser parser;
    addCommonOptions(parser);
    QCommandLineParser everything;
    addCommonOptions(everything);
    addJobOptions(everything); // these only some commands have
    const bool understood = everything.parse(arguments);
    const QStringList positional = everything.positionalArguments();

    if (everything.isSet(versionOption)) {
        console.print(QStringLiteral("fathomctl " FATHOM_VERSION));
    } else if (!positional.isEmpty()) {
        const auto command = std::ranges::find(all, positional.front(), [](const auto &each) { return each->name(); });
        if (command != all.end())
            runCommand(**command, arguments, console);
        else
            console.complain(usageError(
                CommandLineText::tr("there is no such command"), plainText(argumentPath(positional.front()))));
    } else if (everything.isSet(helpOption)) {
        console.print(helpText(parser, nullptr));
    } else {
        console.complain(
            usageError(understood ? CommandLineText::tr("no command was given") : parserComplaint(everything)));
    }
    console.finish();
    return console.exitCode();
}

} // namespace Fathom
