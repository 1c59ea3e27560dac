// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterquery.h"
#include "models/modeltext.h"
#include "models/thingmodel.h"

#include <QDateTime>
#include <QTest>

using namespace Fathom;
using namespace Fathom::Tests;

namespace {

const std::vector<FilterField> fields{{"name", QStringLiteral("Image")}, {"format", QStringLiteral("Format")},
    {"virtual-size", QStringLiteral("Virtuelle Größe"), ColumnKind::Bytes},
    {"used-by", QStringLiteral("Used by"), ColumnKind::Count}, {"ratio", QStringLiteral("Ratio"), ColumnKind::Share},
    {"modified", QStringLiteral("Modified"), ColumnKind::Time}};

QString termText(const FilterTerm &term)
{
    QString text = term.negated ? QStringLiteral("not ") : QString();
    text += term.field < 0 ? QStringLiteral("any") : QString::fromLatin1(fields[std::size_t(term.field)].id);
    switch (term.test) {
    case FilterTerm::Test::Contains: return text + QStringLiteral(" ~ ") + QString::fromUtf8(term.text);
    case FilterTerm::Test::Equals: return text + QStringLiteral(" = ") + QString::fromUtf8(term.text);
    case FilterTerm::Test::Within:
        // The least above a number is as good as the number itself to the eye.
        return text + QStringLiteral(" %1..%2").arg(term.low, 0, 'g', 10).arg(term.high, 0, 'g', 10);
    }
    return text;
}

QString parsed(const QString &typed)
{
    QStringList terms;
    for (const FilterTerm &term : parseFilter(typed, fields).terms)
        terms.append(termText(term));
    return terms.join(QStringLiteral("; "));
}

} // namespace

class FilterQueryTest : public QObject {
    Q_OBJECT

private slots:
    void terms_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *typed, const char *expected) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(expected);
        };
        row("", "");
        row("  ", "");
        row("Two Words", "any ~ two; any ~ words");
        row("\"two words\"", "any ~ two words");
        row("format:vmdk", "format ~ vmdk");
        row("FORMAT:VMDK", "format ~ vmdk");
        row("form:vmdk", "format ~ vmdk");
        row("format:=raw", "format = raw");
        row("format:=\"raw (gpt)\"", "format = raw (gpt)");
        row("format:\"raw (gpt)\"", "format ~ raw (gpt)");
        row("format:\"=x\"", "format ~ =x");
        row("-format:raw", "not format ~ raw");
        row("!raw", "not any ~ raw");
        row("a-b", "any ~ a-b");
        row("\"-a\"", "any ~ -a");
        row("-", "any ~ -");
        row("format:", "");
        row("virtual:>", "");
        row("virtual:>=", "");
        row("virtual:>50G", "virtual-size 5.36870912e+10..inf");
        row("virtual-size:>=1.5T", "virtual-size 1.649267442e+12..inf");
        row("virtual:<1K", "virtual-size -inf..1024");
        row("virtual:<=1K", "virtual-size -inf..1024");
        row("virtual:1K", "virtual-size 1024..1024");
        row("virtual:=1K", "virtual-size 1024..1024");
        row("-virtual:>1K", "not virtual-size 1024..inf");
        row("virtual:kib", "virtual-size ~ kib");
        row("virtuelle-größe:>1K", "virtual-size 1024..inf");
        row("used-by:>2", "used-by 2..inf");
        row("used:3", "used-by 3..3");
        row("ratio:>=80%", "ratio 0.8..inf");
        row("ratio:>80", "ratio 0.8..inf");
        row("fa:16:3e", "any ~ fa:16:3e");
        row("/var:x", "any ~ /var:x");
        row("\"format:vmdk\"", "any ~ format:vmdk");
        row("format:a:b", "format ~ a:b");
        row("\"unclosed words", "any ~ unclosed words");
    }

    void terms()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        QCOMPARE(parsed(typed), expected);
        QCOMPARE(parseFilter(typed, fields).problem, QString());
    }

    void times()
    {
        const auto seconds = [](int year, int month, int day, int hour = 0, int minute = 0) {
            return static_cast<double>(QDateTime(QDate(year, month, day), QTime(hour, minute)).toSecsSinceEpoch());
        };
        const auto term = [](const char *typed) {
            const FilterQuery query = parseFilter(QString::fromLatin1(typed), fields);
            return query.terms.size() == 1 ? query.terms.front() : FilterTerm();
        };
        QCOMPARE(term("modified:2024").low, seconds(2024, 1, 1));
        QCOMPARE(term("modified:2024").high, seconds(2025, 1, 1));
        QCOMPARE(term("modified:2024-02").high, seconds(2024, 3, 1));
        QCOMPARE(term("modified:>2024-05-12").low, seconds(2024, 5, 13));
        QCOMPARE(term("modified:>=2024-05-12").low, seconds(2024, 5, 12));
        QCOMPARE(term("modified:<2024-05").high, seconds(2024, 5, 1));
        QCOMPARE(term("modified:<=2024-05").high, seconds(2024, 6, 1));
        QCOMPARE(term("modified:>2024-05-12T10:33").low, seconds(2024, 5, 12, 10, 34));
        QCOMPARE(term("modified:\"2024-05-12 10:33\"").low, seconds(2024, 5, 12, 10, 33));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("terms");
        QTest::newRow("size") << QStringLiteral("virtual:>abc raw") << QStringLiteral("size")
                              << QStringLiteral("any ~ raw");
        QTest::newRow("text") << QStringLiteral("format:>5") << QStringLiteral("no numbers") << QString();
        QTest::newRow("count") << QStringLiteral("used:>x") << QStringLiteral("no number") << QString();
        QTest::newRow("share") << QStringLiteral("ratio:>x") << QStringLiteral("80%") << QString();
        QTest::newRow("date") << QStringLiteral("modified:>May") << QStringLiteral("no date") << QString();
        QTest::newRow("field") << QStringLiteral("colour:red") << QStringLiteral("no column")
                               << QStringLiteral("any ~ colour:red");
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(QString, typed);
        QFETCH(QString, problem);
        QFETCH(QString, terms);
        QVERIFY2(parseFilter(typed, fields).problem.contains(problem), qPrintable(parseFilter(typed, fields).problem));
        QCOMPARE(parsed(typed), terms);
    }

    void rowsThatMeetIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *typed, const char *names) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(names);
        };
        row("number:>9", "Alpha");
        row("number:>=9", "beta Alpha alpha two");
        row("number:9", "beta alpha two");
        row("-number:9", "Alpha gamma");
        row("number:<100", "beta alpha two");
        row("name:=alpha", "Alpha");
        row("alpha -two", "Alpha");
        row("alpha number:<50", "alpha two");
        row("\"a two\"", "alpha two");
        row("-alpha", "beta gamma");
        row("number:nonsense", "");
    }

    void rowsThatMeetIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, names);
        ThingTable model;
        model.setRecords({{QStringLiteral("1"), QStringLiteral("beta"), 9},
            {QStringLiteral("2"), QStringLiteral("Alpha"), 100}, {QStringLiteral("3"), QStringLiteral("gamma"), {}},
            {QStringLiteral("4"), QStringLiteral("alpha two"), 9}});
        model.setFilter(typed);
        QCOMPARE(modelText(model, {0}).simplified(), names);
    }
};

QTEST_GUILESS_MAIN(FilterQueryTest)
#include "tst_filterquery.moc"
