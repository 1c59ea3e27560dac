// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"
#include "app/startup/arguments.h"
#include "app/startup/estateoptions.h"
#include "app/startup/language.h"
#include "app/tour/tour.h"
#include "base/abandonable.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

namespace Fathom {

namespace {

struct FathomText {
    Q_DECLARE_TR_FUNCTIONS(Fathom)
};

void addWindowOptions(QCommandLineParser &parser)
{
    const auto option = [&parser](const char *name, const QString &purpose, const QString &value = {}) {
        parser.addOption(QCommandLineOption(QString::fromLatin1(name), purpose, value));
    };
    addEstateOptions(parser);
    option("page", FathomText::tr("Begin on this page: images, instances, directories, chains, jobs or quarantine."),
        FathomText::tr("ID"));
    option("language", FathomText::tr("Speak this language: en or zh_CN."), FathomText::tr("CODE"));
    option("theme", FathomText::tr("Look light, dark, or as the system does: light, dark, system."),
        FathomText::tr("THEME"));
    option("tour", FathomText::tr("Render every page and dialog to PNG files in the directory, and end."),
        FathomText::tr("DIR"));
    parser.addHelpOption();
    parser.addVersionOption();
}

/// The language is needed before the texts of the options are.
QString chosenLanguage(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1StringView("--language") && i + 1 < arguments.size())
            return arguments[i + 1];
        if (arguments[i].startsWith(QLatin1StringView("--language=")))
            return arguments[i].section(QLatin1Char('='), 1);
    }
    return {};
}

int usageFailure(const QString &text)
{
    std::fprintf(stderr, "fathom: %s\n", plainText(text.toUtf8()).toUtf8().constData());
    return 2;
}

} // namespace

int runFathom(QApplication &application, const QStringList &arguments)
{
    useLanguage(chosenLanguage(arguments));
    QCommandLineParser parser;
    parser.setApplicationDescription(FathomText::tr("Shows how deep an OpenStack cloud's disks go."));
    addWindowOptions(parser);
    if (!parser.parse(arguments))
        return usageFailure(parser.errorText());
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("help-all"))) {
        std::fputs(parser.helpText().toUtf8().constData(), stdout);
        return 0;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        std::puts("fathom " FATHOM_VERSION);
        return 0;
    }
    if (!parser.positionalArguments().isEmpty())
        return usageFailure(FathomText::tr("“%1” is no option; a directory is named with --images or --instances")
                .arg(parser.positionalArguments().front()));
    const QString themeWord = parser.value(QStringLiteral("theme"));
    if (parser.isSet(QStringLiteral("theme")) && themeId(themeFromId(themeWord)) != themeWord)
        return usageFailure(FathomText::tr("there is no theme “%1”").arg(themeWord));

    const EstateOptions options = estateOptions(parser);
    if (parser.isSet(QStringLiteral("tour")))
        return runTour(application, parser.value(QStringLiteral("tour")), options);

    applyTheme(application, parser.isSet(QStringLiteral("theme")) ? themeFromId(themeWord) : savedTheme());
    Services services;
    if (const QString page = parser.value(QStringLiteral("page")); !page.isEmpty() && !services.window().showPage(page))
        return usageFailure(FathomText::tr("there is no page “%1”").arg(page));
    if (options.demo)
        services.openDemo();
    else if (!options.sources.empty())
        services.open(options.sources, titleOf(options.sources));
    else
        services.openThisMachine();
    services.window().show();
    return QApplication::exec();
}

} // namespace Fathom

int main(int argc, char **argv)
{
    Fathom::speakUtf8();
    const QStringList arguments = Fathom::programArguments(argc, argv);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("fathom"));
    QApplication::setApplicationName(QStringLiteral("fathom"));
    QApplication::setApplicationVersion(QStringLiteral(FATHOM_VERSION));
    QApplication::setApplicationDisplayName(QStringLiteral("Fathom"));
    QApplication::setDesktopFileName(QStringLiteral("org.fathom.Fathom"));
    return Fathom::endProgram(Fathom::runFathom(application, arguments));
}
