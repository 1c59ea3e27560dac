// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/syntaxmodule.h"

#include <QCoreApplication>
#include <QDebug>
#include <QPluginLoader>

namespace Fathom {

namespace {

QString &chosenFolder()
{
    static QString folder;
    return folder;
}

/// bin/fathom and lib/fathom/highlighter.so; the build tree is laid out alike.
QString moduleFolder()
{
    return chosenFolder().isEmpty() ? QCoreApplication::applicationDirPath() + QStringLiteral("/../lib/fathom")
                                    : chosenFolder();
}

SyntaxModule *loadModule()
{
    QPluginLoader loader(moduleFolder() + QStringLiteral("/highlighter"));
    QObject *object = loader.instance();
    auto *module = qobject_cast<SyntaxModule *>(object);
    if (!module) {
        qWarning().noquote() << "Texts are shown without colours:" << loader.errorString();
        return nullptr;
    }
    // The thread that loads the first text ends before the window does.
    object->moveToThread(QCoreApplication::instance()->thread());
    module->prepare();
    return module;
}

} // namespace

SyntaxModule *syntaxModule()
{
    static SyntaxModule *const module = loadModule();
    return module;
}

void setSyntaxModuleFolder(const QString &folder)
{
    chosenFolder() = folder;
}

} // namespace Fathom
