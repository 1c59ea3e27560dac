// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/modeltext.h"
#include "models/thingmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Fathom;
using namespace Fathom::Tests;

namespace {

std::vector<Thing> someThings()
{
    return {
        {QStringLiteral("1"), QStringLiteral("beta"), 9},
        {QStringLiteral("2"), QStringLiteral("Alpha"), 100},
        {QStringLiteral("3"), QStringLiteral("gamma"), {}},
        {QStringLiteral("4"), QStringLiteral("alpha two"), 9},
    };
}

} // namespace

class RecordTableModelTest : public QObject {
    Q_OBJECT

private slots:
    void numbersSortAsNumbersAndUnknownComesFirst()
    {
        ThingTable model;
        model.setRecords(someThings());
        model.sort(1, Qt::AscendingOrder);
        COMPARE_TEXT(modelText(model, {1, 0}), QStringLiteral("— | gamma\n9 | beta\n9 | alpha two\n100 | Alpha"));
        model.sort(1, Qt::DescendingOrder);
        COMPARE_TEXT(modelText(model, {1, 0}), QStringLiteral("100 | Alpha\n9 | beta\n9 | alpha two\n— | gamma"));
    }

    void textsSortWithoutRegardToCase()
    {
        ThingTable model;
        model.setRecords(someThings());
        model.sort(0, Qt::AscendingOrder);
        COMPARE_TEXT(modelText(model, {0}), QStringLiteral("Alpha\nalpha two\nbeta\ngamma"));
        model.sort(-1, Qt::AscendingOrder);
        COMPARE_TEXT(modelText(model, {0}), QStringLiteral("beta\nAlpha\ngamma\nalpha two"));
    }

    void fractionsAndNegativeNumbersSort()
    {
        SortKeys keys;
        const std::vector<QVariant> values{0.5, -2.5, QVariant(), qint64(3), 0.0, -0.25, 1e18};
        keys.build({0, 1, 2, 3, 4, 5, 6}, [&](int i) { return values[static_cast<std::size_t>(i)]; });
        QCOMPARE(keys.inOrder(Qt::AscendingOrder), (std::vector<int>{2, 1, 5, 4, 0, 3, 6}));
    }

    void wholeNumbersBeyondDoublesSort()
    {
        SortKeys keys;
        const std::vector<QVariant> values{qint64(9007199254740993), qint64(9007199254740992)};
        keys.build({0, 1}, [&](int i) { return values[static_cast<std::size_t>(i)]; });
        QCOMPARE(keys.inOrder(Qt::AscendingOrder), (std::vector<int>{1, 0}));
    }

    void oneTextMakesAllTexts()
    {
        SortKeys keys;
        const std::vector<QVariant> values{QVariant(), qint64(9), 0.5, qint64(10), QStringLiteral("a")};
        keys.build({0, 1, 2, 3, 4}, [&](int i) { return values[static_cast<std::size_t>(i)]; });
        QCOMPARE(keys.inOrder(Qt::AscendingOrder), (std::vector<int>{0, 2, 3, 1, 4}));
    }

    // Enough that no shortcut for few is taken; in all bytes, of both signs, and some of them equal.
    void manyNumbersSort()
    {
        QRandomGenerator random(8);
        std::vector<qint64> numbers;
        std::vector<int> rows;
        for (int i = 0; i < 5000; ++i) {
            numbers.push_back(static_cast<qint64>(random.generate64()) >> random.bounded(64));
            rows.push_back(i);
        }
        SortKeys keys;
        keys.build(rows, [&](int i) { return QVariant(numbers[std::size_t(i)]); });
        std::vector<int> up = rows, down = rows;
        const auto number = [&](int i) { return numbers[std::size_t(i)]; };
        std::ranges::stable_sort(up, std::less(), number);
        std::ranges::stable_sort(down, std::greater(), number);
        QCOMPARE(keys.inOrder(Qt::AscendingOrder), up);
        QCOMPARE(keys.inOrder(Qt::DescendingOrder), down);
    }

    // Long common beginnings, prefixes of each other, letters outside of ASCII, equal texts, and enough of each that no
    // shortcut for few is taken: compared with the plain way.
    void manyTextsSortAsTheirCharactersDo()
    {
        QRandomGenerator random(7);
        const QStringList words{QStringLiteral("server"), QStringLiteral("Server-web-frontend-"), QStringLiteral("é"),
            QStringLiteral("据"), QString(), QStringLiteral("12345678"), QStringLiteral("1234567812345678")};
        std::vector<QString> texts;
        std::vector<int> rows;
        for (int i = 0; i < 5000; ++i) {
            texts.push_back(words[random.bounded(int(words.size()))] + words[random.bounded(int(words.size()))] +
                QString::number(random.bounded(300)));
            rows.push_back(i);
        }
        SortKeys keys;
        keys.build(rows, [&](int i) { return QVariant(texts[std::size_t(i)]); });
        std::vector<int> up = rows, down = rows;
        const auto folded = [&](int i) { return texts[std::size_t(i)].toCaseFolded(); };
        std::ranges::stable_sort(up, std::less(), folded);
        std::ranges::stable_sort(down, std::greater(), folded);
        QCOMPARE(keys.inOrder(Qt::AscendingOrder), up);
        QCOMPARE(keys.inOrder(Qt::DescendingOrder), down);
    }

    void orderHoldsForWhatComes()
    {
        ThingTable model;
        model.setRecords(someThings());
        model.sort(1, Qt::AscendingOrder);
        std::vector<Thing> more = someThings();
        more.insert(more.begin(), {QStringLiteral("5"), QStringLiteral("new"), 50});
        model.setRecords(more);
        COMPARE_TEXT(modelText(model, {1}), QStringLiteral("—\n9\n9\n50\n100"));
    }

    void filter_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nothing typed") << QStringLiteral("  ") << QStringLiteral("beta Alpha gamma alpha two");
        QTest::newRow("any case") << QStringLiteral("ALPHA") << QStringLiteral("Alpha alpha two");
        QTest::newRow("every word, in any column") << QStringLiteral("two 9") << QStringLiteral("alpha two");
        QTest::newRow("words in any order") << QStringLiteral("two alpha") << QStringLiteral("alpha two");
        QTest::newRow("one column") << QStringLiteral("number:9") << QStringLiteral("beta alpha two");
        QTest::newRow("one column, without it") << QStringLiteral("name:9") << QString();
        QTest::newRow("column still being typed")
            << QStringLiteral("number:") << QStringLiteral("beta Alpha gamma alpha two");
        QTest::newRow("a colon that names no column") << QStringLiteral("fa:16") << QString();
        QTest::newRow("not across columns") << QStringLiteral("beta9") << QString();
        QTest::newRow("not across rows") << QStringLiteral("9alpha") << QString();
    }

    void filter()
    {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        ThingTable model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setRecords(someThings());
        model.setFilter(typed);
        QCOMPARE(modelText(model, {0}).replace(u'\n', u' '), shown);
        QCOMPARE(model.allRows(), 4);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 4);
    }

    void filterSeesNewTexts()
    {
        ThingTable model;
        model.setRecords(someThings());
        model.setFilter(QStringLiteral("delta"));
        QCOMPARE(model.rowCount(), 0);
        std::vector<Thing> changed = someThings();
        changed[2].name = QStringLiteral("delta");
        model.setRecords(changed);
        COMPARE_TEXT(modelText(model, {0}), QStringLiteral("delta"));
    }

    void filterUnderstandsOtherScripts()
    {
        ThingTable model;
        model.setRecords(
            {{QStringLiteral("1"), QStringLiteral("数据库"), {}}, {QStringLiteral("2"), QStringLiteral("ÄRGER"), {}}});
        model.setFilter(QStringLiteral("据"));
        QCOMPARE(model.rowCount(), 1);
        model.setFilter(QStringLiteral("ärger"));
        QCOMPARE(model.rowCount(), 1);
    }

    void roles()
    {
        ThingTable model;
        model.setRecords(someThings());
        const QModelIndex number = model.index(0, 1);
        QCOMPARE(number.data(KeyRole).toString(), QStringLiteral("1"));
        QCOMPARE(number.data(SortRole).toLongLong(), 9);
        QCOMPARE(number.data(BytesRole).toLongLong(), 9);
        QCOMPARE(number.data(Qt::ToolTipRole).toString(), QStringLiteral("exactly"));
        QVERIFY(number.data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
        QVERIFY(!model.index(2, 1).data(SortRole).isValid());
        QVERIFY(!model.index(2, 1).data(Qt::ToolTipRole).isValid());
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Number"));
        QCOMPARE(model.columnId(1), "number");
        QVERIFY(!model.data(model.index(9, 0), Qt::DisplayRole).isValid());
        QCOMPARE(model.record(number)->name, QStringLiteral("beta"));
        QCOMPARE(model.record({}), nullptr);
    }

    void aHundredThousandRows()
    {
        std::vector<Thing> things;
        for (int i = 0; i < 100000; ++i)
            things.push_back(
                {QString::number(i), QStringLiteral("name-%1").arg((i * 7919LL) % 100000), (i * 104729LL) % 100000});
        ThingTable model;
        QElapsedTimer timer;
        const auto took = [&](const char *what) {
            qInfo("%s: %lld ms", what, timer.elapsed());
            // Far above what it takes; a quadratic step takes minutes.
        };
        timer.start();
        model.setRecords(things);
        took("first rows");
        timer.start();
        model.sort(1, Qt::AscendingOrder);
        took("sort by number");
        QCOMPARE(model.index(0, 1).data().toInt(), 0);
        QCOMPARE(model.index(99999, 1).data().toInt(), 99999);
        timer.start();
        model.sort(0, Qt::DescendingOrder);
        took("sort by text");
        timer.start();
        model.setFilter(QStringLiteral("name-77"));
        model.finishFilter();
        took("filter");
        QCOMPARE(model.rowCount(), 1111);
        timer.start();
        model.setFilter(QString());
        took("clear the filter");
        QCOMPARE(model.rowCount(), 100000);
        timer.start();
        model.setFilter(QStringLiteral("number:<100"));
        took("compare numbers");
        QCOMPARE(model.rowCount(), 100);
        model.setFilter(QString());
        std::vector<Thing> fewer;
        std::ranges::copy_if(
            things, std::back_inserter(fewer), [](const Thing &thing) { return *thing.number % 3 != 0; });
        const QPersistentModelIndex last = model.index(model.rowCount() - 1, 0);
        const QString lastKey = last.data(KeyRole).toString();
        timer.start();
        model.setRecords(fewer);
        took("a third goes");
        timer.start();
        model.setRecords(things);
        took("a third comes");
        QCOMPARE(model.indexOfKey(lastKey).row(), 99999);
    }

    // While the texts of many rows are made in the background, nothing waits, and what comes out is the same.
    void filterInTheBackground()
    {
        std::vector<Thing> things;
        for (int i = 0; i < 20000; ++i)
            things.push_back({QString::number(i), QStringLiteral("name-%1").arg(i), i});
        ThingTable model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setRecords(things);
        QSignalSpy applied(&model, &KeyedModel::filterApplied);
        model.setFilter(QStringLiteral("name-777"));
        QVERIFY(applied.wait());
        QCOMPARE(model.rowCount(), 11);
        // New rows under a filter: those that stay do not flicker, those that come are seen when they are known.
        things.resize(10000);
        things.push_back({QStringLiteral("new"), QStringLiteral("name-777 new"), 1});
        model.setRecords(things);
        QCOMPARE(model.rowCount(), 11);
        QVERIFY(applied.wait());
        QCOMPARE(model.rowCount(), 12);
        // A filter that is cleared before its texts were there.
        model.setRecords(things);
        model.setFilter(QStringLiteral("name-778"));
        model.setFilter({});
        model.finishFilter();
        QCOMPARE(model.rowCount(), 10001);
    }

    void goesWhileTextsAreMade()
    {
        std::vector<Thing> things(50000, Thing{QStringLiteral("same"), QStringLiteral("x"), {}});
        ThingTable model;
        model.setRecords(things);
        model.setFilter(QStringLiteral("y"));
    }
};

QTEST_GUILESS_MAIN(RecordTableModelTest)
#include "tst_recordtablemodel.moc"
