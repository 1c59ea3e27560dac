// SPDX-License-Identifier: GPL-3.0-or-later
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
    void everyTextHasAContextOfItsOwn();

private:
    struct Message {
        QString context;
        QString source;
        QStringList translations; ///< one, or one per plural form
        bool unfinished = false;
    };
    QList<Message> m_messages;
};

void TranslationsTest::initTestCase()
{
    QTemporaryDir directory;
    const QString fresh = directory.filePath(QStringLiteral("fathom_zh_CN.ts"));
    QVERIFY(QFile::copy(QStringLiteral(FATHOM_SOURCE_DIR "/translations/fathom_zh_CN.ts"), fresh));
    QProcess lupdate;
    lupdate.start(QStringLiteral(FATHOM_LUPDATE),
        {QStringLiteral("-project"), QStringLiteral(FATHOM_LUPDATE_PROJECT), QStringLiteral("-no-obsolete"),
            QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-ts"), fresh});
    QVERIFY(lupdate.waitForFinished(120000));
    QVERIFY2(lupdate.exitCode() == 0, lupdate.readAllStandardError().constData());

    QFile file(fresh);
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
            message = Message{.context = context, .source = {}, .translations = {}, .unfinished = false};
        } else if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.unfinished = xml.attributes().hasAttribute(QStringLiteral("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            message.translations.append(text);
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY2(m_messages.size() > 100, "no texts were found: the test looks in the wrong place");
}

void TranslationsTest::everyTextIsTranslated()
{
    QStringList missing;
    for (const Message &message : std::as_const(m_messages))
        if (message.unfinished || message.translations.join(QString()).trimmed().isEmpty())
            missing += message.context + QStringLiteral(": ") + message.source;
    QVERIFY2(missing.isEmpty(),
        qPrintable(QStringLiteral("%1 texts lack Chinese (./dev strings, then translate):\n%2")
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

/// A text whose context lupdate could not make out would never be found at run time.
void TranslationsTest::everyTextHasAContextOfItsOwn()
{
    QStringList wrong;
    for (const Message &message : std::as_const(m_messages))
        if (message.context.isEmpty() || message.context == u"Text" || message.context == u"Fathom")
            wrong += message.context + QStringLiteral(": ") + message.source;
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
