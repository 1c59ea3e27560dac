// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandline.h"
#include "app/startup/arguments.h"
#include "app/startup/language.h"
#include "base/abandonable.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    Fathom::speakUtf8();
    const QStringList arguments = Fathom::programArguments(argc, argv);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("fathomctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FATHOM_VERSION));
    Fathom::useLanguage({});
    return Fathom::endProgram(Fathom::runCommandLine(arguments));
}
