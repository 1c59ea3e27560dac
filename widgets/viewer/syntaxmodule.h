// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSyntaxHighlighter;
class QTextDocument;

namespace Fathom {

/// Colours texts by their language. KSyntaxHighlighting does it; but it brings forty libraries with it, so that to link
/// it costs every start more than drawing the window does. It is a module of its own therefore, loaded when the first
/// text is opened, and this is all that the window knows of it.
class SyntaxModule {
public:
    virtual ~SyntaxModule() = default;

    /// Looks for the definitions of hundreds of languages: slow, in whatever thread has the time; before the others.
    virtual void prepare() = 0;

    /// Colours the document from now on, which owns what does it. language is KSyntaxHighlighting's name: "XML".
    virtual QSyntaxHighlighter *highlight(QTextDocument *document, const QString &language, bool dark) = 0;

    /// After the window became dark or light. highlighter: one that highlight() gave.
    virtual void recolor(QSyntaxHighlighter *highlighter, bool dark) = 0;
};

/// The module, loaded and prepared by the first call, in any thread; nullptr where it is not installed: texts are shown
/// without colours then.
SyntaxModule *syntaxModule();

/// Where the module lies, for programs that do not lie beside it as the window's does. Before the first syntaxModule().
void setSyntaxModuleFolder(const QString &folder);

} // namespace Fathom

Q_DECLARE_INTERFACE(Fathom::SyntaxModule, "org.fathom.SyntaxModule/1")
