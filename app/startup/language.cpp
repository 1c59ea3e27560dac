// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startup/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <clocale>
#include <langinfo.h>

namespace Fathom {

namespace {

/// Those of the last call: a tour goes from one language to the next.
constexpr const char *translatorName = "fathomTranslator";

} // namespace

void speakUtf8()
{
    std::setlocale(LC_CTYPE, "");
    if (QByteArrayView(::nl_langinfo(CODESET)) == "UTF-8")
        return;
    qputenv(qEnvironmentVariableIsEmpty("LC_ALL") ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
}

void useLanguage(const QString &language)
{
    for (QTranslator *old : qApp->findChildren<QTranslator *>(QLatin1StringView(translatorName))) {
        QCoreApplication::removeTranslator(old);
        delete old;
    }
    QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English, QLocale::UnitedStates); // the source's, with its plurals
    const auto install = [&locale](const QString &name, const QString &directory) {
        auto *translator = new QTranslator(qApp);
        translator->setObjectName(QLatin1StringView(translatorName));
        if (translator->load(locale, name, QStringLiteral("_"), directory))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("fathom"), QStringLiteral(":/i18n"));
}

} // namespace Fathom
