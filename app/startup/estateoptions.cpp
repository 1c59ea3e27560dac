// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startup/estateoptions.h"

#include "app/startup/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Fathom {

namespace {

struct EstateOptionsText {
    Q_DECLARE_TR_FUNCTIONS(EstateOptions)
};

struct EstateOption {
    const char *name;
    const char *value;
    const char *purpose;
    std::vector<NativePath> EstateSources::*list;
};

constexpr EstateOption estateOptionTable[]{
    {"images", QT_TRANSLATE_NOOP("EstateOptions", "DIR"),
        QT_TRANSLATE_NOOP("EstateOptions", "A directory of Glance's image store; may be given several times."),
        &EstateSources::imageDirectories},
    {"instances", QT_TRANSLATE_NOOP("EstateOptions", "DIR"),
        QT_TRANSLATE_NOOP("EstateOptions", "An instances directory of Nova; may be given several times."),
        &EstateSources::instanceDirectories},
    {"domains", QT_TRANSLATE_NOOP("EstateOptions", "DIR"),
        QT_TRANSLATE_NOOP("EstateOptions", "A directory of libvirt's domain XML files; may be given several times."),
        &EstateSources::domainDirectories},
    {"glance-conf", QT_TRANSLATE_NOOP("EstateOptions", "FILE"),
        QT_TRANSLATE_NOOP("EstateOptions", "A glance-api.conf, which names the image store."),
        &EstateSources::glanceConfigs},
    {"nova-conf", QT_TRANSLATE_NOOP("EstateOptions", "FILE"),
        QT_TRANSLATE_NOOP("EstateOptions", "A nova.conf, which names the instances directory."),
        &EstateSources::novaConfigs},
};

} // namespace

void addEstateOptions(QCommandLineParser &parser)
{
    for (const EstateOption &option : estateOptionTable)
        parser.addOption({QString::fromLatin1(option.name), EstateOptionsText::tr(option.purpose),
            EstateOptionsText::tr(option.value)});
    parser.addOption({QStringLiteral("demo"),
        EstateOptionsText::tr("The demo estate: real files, made in the cache directory when they are not there.")});
}

EstateOptions estateOptions(const QCommandLineParser &parser)
{
    EstateOptions options;
    for (const EstateOption &option : estateOptionTable)
        for (const QString &value : parser.values(QString::fromLatin1(option.name)))
            (options.sources.*option.list).push_back(absolutePath(argumentPath(value)));
    options.demo = parser.isSet(QStringLiteral("demo"));
    return options;
}

} // namespace Fathom
