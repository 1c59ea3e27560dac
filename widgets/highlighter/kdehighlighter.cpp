// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/syntaxmodule.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QCoreApplication>

#include <memory>

namespace Fathom {

/// The module's one object: see SyntaxModule.
class KdeHighlighter final : public QObject, public SyntaxModule {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.fathom.SyntaxModule/1")
    Q_INTERFACES(Fathom::SyntaxModule)

public:
    void prepare() override
    {
        m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
        m_repository->moveToThread(QCoreApplication::instance()->thread());
    }

    QSyntaxHighlighter *highlight(QTextDocument *document, const QString &language, bool dark) override
    {
        auto *highlighter = new KSyntaxHighlighting::SyntaxHighlighter(document);
        highlighter->setTheme(theme(dark));
        highlighter->setDefinition(m_repository->definitionForName(language));
        return highlighter;
    }

    void recolor(QSyntaxHighlighter *highlighter, bool dark) override
    {
        static_cast<KSyntaxHighlighting::SyntaxHighlighter *>(highlighter)->setTheme(theme(dark));
        highlighter->rehighlight();
    }

private:
    KSyntaxHighlighting::Theme theme(bool dark) const
    {
        return m_repository->defaultTheme(
            dark ? KSyntaxHighlighting::Repository::DarkTheme : KSyntaxHighlighting::Repository::LightTheme);
    }

    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
};

} // namespace Fathom

#include "kdehighlighter.moc"
