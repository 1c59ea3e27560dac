// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/displaywidth.h"
#include "app/commands/exitcodes.h"
#include "app/commands/texttable.h"
#include "app/startup/arguments.h"

#include <QTest>

using namespace Fathom;

class TextTableTest : public QObject {
    Q_OBJECT

private slots:
    void widths_data();
    void widths();
    void alignsByWhatTheTerminalShows();
    void fitsTheTerminal();
    void elidesInTheMiddle();
    void everyByteOfAnArgumentComesBack();
    void everyErrorKindHasAnExitCode();
};

void TextTableTest::widths_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("latin") << QStringLiteral("disk") << 4;
    QTest::newRow("chinese") << QStringLiteral("研发中心") << 8;
    QTest::newRow("mixed") << QStringLiteral("win7-办公") << 9;
    QTest::newRow("combining") << QStringLiteral("e\u0301") << 1;
    QTest::newRow("full width") << QStringLiteral("Ａ") << 2;
    QTest::newRow("emoji") << QStringLiteral("😀") << 2;
    QTest::newRow("no-break space") << QStringLiteral("25\u00a0GiB") << 6;
}

void TextTableTest::widths()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QCOMPARE(displayWidth(text), width);
}

void TextTableTest::alignsByWhatTheTerminalShows()
{
    TextTable table({{QStringLiteral("名"), false}, {QStringLiteral("SIZE"), true}, {QStringLiteral("NOTHING"), false},
        {QStringLiteral("X"), false}});
    table.addRow({QStringLiteral("采集"), QStringLiteral("1"), QString(), QStringLiteral("a")});
    table.addRow({QStringLiteral("disk"), QStringLiteral("12345"), QString(), QStringLiteral("b")});
    QCOMPARE(table.text({}),
        QStringLiteral("名     SIZE  X\n"
                       "采集      1  a\n"
                       "disk  12345  b"));
}

void TextTableTest::fitsTheTerminal()
{
    TextTable table({{QStringLiteral("NAME"), false, 0, 6}, {QStringLiteral("LESS"), false, 1},
        {QStringLiteral("LEAST"), false, 2}, {QStringLiteral("SIZE"), true}});
    table.addRow({QStringLiteral("a-long-name-of-a-thing"), QStringLiteral("less"), QStringLiteral("least"),
        QStringLiteral("1 GiB")});
    QVERIFY(table.text({}).contains(QStringLiteral("least")));
    const QString narrow = table.text(36);
    QVERIFY(!narrow.contains(QStringLiteral("least")));
    QVERIFY(narrow.contains(QStringLiteral("less")));
    const QString narrower = table.text(15);
    QVERIFY(!narrower.contains(QStringLiteral("less")));
    QVERIFY(narrower.contains(QStringLiteral("1 GiB")));
    for (const QString &line : narrower.split(QLatin1Char('\n')))
        QVERIFY2(displayWidth(line) <= 15, qPrintable(line));
}

void TextTableTest::elidesInTheMiddle()
{
    QCOMPARE(elided(QStringLiteral("2e1978ab-disk"), 7), QStringLiteral("2e1…isk"));
    QCOMPARE(elided(QStringLiteral("short"), 5), QStringLiteral("short"));
    QCOMPARE(elided(QStringLiteral("研发中心"), 5), QStringLiteral("研…心"));
    QCOMPARE(elided(QStringLiteral("anything"), 1), QStringLiteral("…"));
    QCOMPARE(elided(QStringLiteral("anything"), 0), QString());
}

void TextTableTest::everyByteOfAnArgumentComesBack()
{
    QByteArray bytes("/tmp/研发 \xff\xfe\x80\xc3 \xed\xa0\x80 \xf0\x9f\x98\x80 \xe7\xa0");
    char *arguments[]{bytes.data()};
    const QStringList texts = programArguments(1, arguments);
    QCOMPARE(argumentPath(texts.front()), bytes);
    QVERIFY(texts.front().startsWith(QStringLiteral("/tmp/研发 ")));
}

void TextTableTest::everyErrorKindHasAnExitCode()
{
    QCOMPARE(exitCode(ErrorKind::NotFound), ExitCode::NotFound);
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Usage); ++kind) {
        const ExitCode code = exitCode(static_cast<ErrorKind>(kind));
        QVERIFY(code != ExitCode::Good && code != ExitCode::Broken);
        QVERIFY(std::ranges::any_of(exitMeanings(), [code](const ExitMeaning &each) { return each.code == code; }));
    }
}

QTEST_GUILESS_MAIN(TextTableTest)
#include "tst_texttable.moc"
