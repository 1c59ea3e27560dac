// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

/// Chinese is complete, always: takes the sources' texts up afresh and looks for those without a translation.
class TranslationsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyTextIsTranslated();
    void placeholdersSurvive();
    void everyTextIsFoundAtRunTime();

private:
    struct Message {
        QString language;
        QString context;
        QString source;
        QStringList translations; ///< one, or one per plural form
        bool unfinished = false;
    };
    static void run(const QString &program, const QStringList &arguments);
    void read(const QString &path, const QString &language);

    QList<Message> m_messages;
};

void TranslationsTest::initTestCase()
{
    QTemporaryDir directory;
    const QString project = directory.filePath(QStringLiteral("project.json"));
    run(QStringLiteral(FATHOM_CMAKE),
        {QStringLiteral("-DIN_FILE=" FATHOM_LUPDATE_PROJECT), QStringLiteral("-DOUT_FILE=") + project,
            QStringLiteral("-P"), QStringLiteral(FATHOM_LUPDATE_SCRIPT)});
    for (const QString &language : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
        const QString name = QStringLiteral("fathom_%1.ts").arg(language);
        const QString fresh = directory.filePath(name);
        QVERIFY(QFile::copy(QStringLiteral(FATHOM_SOURCE_DIR "/translations/") + name, fresh));
        QStringList arguments{QStringLiteral("-project"), project, QStringLiteral("-no-obsolete"),
            QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-ts"), fresh};
        if (language == u"en")
            arguments.prepend(QStringLiteral("-pluralonly"));
        run(QStringLiteral(FATHOM_LUPDATE), arguments);
        read(fresh, language);
    }
    QVERIFY2(m_messages.size() > 100, "no texts were found: the test looks in the wrong place");
}

void TranslationsTest::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    QVERIFY(process.waitForFinished(120000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

void TranslationsTest::read(const QString &path, const QString &language)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    Message message;
    QString context;
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::EndElement && xml.name() == u"message")
            m_messages.append(message);
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            message = Message{
                .language = language, .context = context, .source = {}, .translations = {}, .unfinished = false};
        } else if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.unfinished = xml.attributes().hasAttribute(QStringLiteral("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            message.translations.append(text);
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TranslationsTest::everyTextIsTranslated()
{
    QStringList missing;
    for (const Message &message : std::as_const(m_messages))
        if (message.unfinished || message.translations.join(QString()).trimmed().isEmpty())
            missing += message.language + u' ' + message.context + QStringLiteral(": ") + message.source;
    QVERIFY2(missing.isEmpty(),
        qPrintable(QStringLiteral("%1 texts are not translated (./dev strings, then translate):\n%2")
                .arg(missing.size())
                .arg(missing.join(u'\n'))));
}

void TranslationsTest::placeholdersSurvive()
{
    static const QRegularExpression pattern(QStringLiteral("%(L?[0-9]+|n)"));
    QStringList wrong;
    for (const Message &message : std::as_const(m_messages)) {
        QSet<QString> wanted;
        QSet<QString> found;
        for (const QRegularExpressionMatch &match : pattern.globalMatch(message.source))
            wanted += match.captured();
        for (const QRegularExpressionMatch &match : pattern.globalMatch(message.translations.join(u' ')))
            found += match.captured();
        if (wanted != found)
            wrong += message.context + QStringLiteral(": ") + message.source;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// A text that lupdate files under another context than the one asked for at run time would never be found. Contexts
/// are asked for by tr() of classes that declare them, by translate(), and by meta objects.
void TranslationsTest::everyTextIsFoundAtRunTime()
{
    static const QRegularExpression declared(
        QStringLiteral("(?:Q_DECLARE_TR_FUNCTIONS\\(|translate\\(\\s*\"|QT_TRANSLATE_NOOP\\(\\s*\")(\\w+)"));
    static const QRegularExpression object(QStringLiteral("class (\\w+)[^{;]*\\{\\s*Q_OBJECT"));
    QSet<QString> contexts;
    for (const QString &folder :
        {QStringLiteral("engine"), QStringLiteral("models"), QStringLiteral("widgets"), QStringLiteral("app")}) {
        QDirIterator files(QStringLiteral(FATHOM_SOURCE_DIR "/") + folder,
            {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (const QRegularExpressionMatch &match : declared.globalMatch(text))
                contexts += match.captured(1);
            for (const QRegularExpressionMatch &match : object.globalMatch(text))
                contexts += QStringLiteral("Fathom::") + match.captured(1);
        }
    }
    QStringList wrong;
    for (const Message &message : std::as_const(m_messages))
        if (!contexts.contains(message.context))
            wrong += message.context + QStringLiteral(": ") + message.source;
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
