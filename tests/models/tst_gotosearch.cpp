// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/estatefixture.h"
#include "models/gotomodel.h"
#include "models/roles.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Fathom;
using namespace Fathom::Tests;

class GotoSearchTest : public QObject {
    Q_OBJECT

private slots:
    void ranksOfNames_data();
    void ranksOfNames();
    void everythingIsFound_data();
    void everythingIsFound();
    void theBestComesFirst();
    void fewBeforeManyAndRecentBeforeOthers();
    void furtherWordsNarrowDown();
    void moreLettersLookThroughWhatWasFound();
    void uuidsWithoutDashes();
    void lettersOfUuidsAreNoNames();
    void idsThatAreNotShownAreTold();
    void emphasis();
    void modelTellsIt();
    void stopsWhenTold();

private:
    static QString first(GotoSearch &search, const char *typed)
    {
        const GotoResults results = search.find(QString::fromUtf8(typed), 20);
        return results.best.empty() ? QString() : results.best.front().title;
    }
    static QStringList titles(GotoSearch &search, const char *typed)
    {
        QStringList found;
        for (const GotoMatch &match : search.find(QString::fromUtf8(typed), 100).best)
            found << match.title;
        return found;
    }
    static GotoIndexPtr indexOf(const std::vector<GotoThing> &things)
    {
        auto index = std::make_shared<GotoIndex>();
        for (const GotoThing &thing : things)
            index->add(thing);
        index->finish();
        return index;
    }
    static GotoThing named(const char *name, GotoKind kind = GotoKind::Instance)
    {
        const QString text = QString::fromUtf8(name);
        return {.key = QStringLiteral("instance:/") + text, .kind = kind, .title = text, .names = {text}};
    }
};

void GotoSearchTest::ranksOfNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("rank");
    const auto row = [](const char *name, const char *word, GotoRank rank) {
        QTest::addRow("%s in %s", word, name) << QByteArray(name) << QByteArray(word) << int(rank);
    };
    row("web-alpha", "web-alpha", GotoRank::Exact);
    row("web-alpha", "web", GotoRank::Prefix);
    row("web-alpha", "alp", GotoRank::WordStart);
    row("alalpha-alp", "alp", GotoRank::WordStart); // a later hit may be the better one
    row("web-alpha", "lph", GotoRank::Inside);
    row("web-alpha", "wa", GotoRank::Subsequence);
    row("web-alpha", "wph", GotoRank::Subsequence);
    row("web-alpha", "hpw", GotoRank::None);
    row("web-alpha", "web-alpha2", GotoRank::None);
    row("数据库-主", "数", GotoRank::Prefix);
    row("数据库-主", "据主", GotoRank::Subsequence);
    row("数据库-主", "主数", GotoRank::None);
}

void GotoSearchTest::ranksOfNames()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, word);
    QFETCH(int, rank);
    QCOMPARE(int(rankOfName(name, word)), rank);
}

void GotoSearchTest::everythingIsFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *what, const char *typed, const char *key) {
        QTest::newRow(what) << QString::fromLatin1(typed) << QString::fromLatin1(key);
    };
    row("instance", "dock", "instance:/compute1/2e1978ab-0000-4000-8000-000000000000");
    row("instance's UUID", "2e1978", "instance:/compute1/2e1978ab-0000-4000-8000-000000000000");
    row("MAC", "aa:bb:cc", "instance:/compute1/2e1978ab-0000-4000-8000-000000000000");
    row("MAC without colons", "fa163eaabb", "instance:/compute1/2e1978ab-0000-4000-8000-000000000000");
    row("host", "compute2", "host:compute2");
    row("image", "4ef781", "image:/images/4ef781ee-d2b5-4922-8fd0-f12aa81f996f");
    row("base's hash", "6ddc6b9b411ee235dd5df14264418b011826b5bb",
        "base:/compute1/_base/6ddc6b9b411ee235dd5df14264418b011826b5bb");
    row("path", "/images/99999999", "image:/images/99999999-0000-4000-8000-000000000000");
}

void GotoSearchTest::everythingIsFound()
{
    QFETCH(QString, typed);
    QFETCH(QString, key);
    GotoSearch search;
    search.setIndex(gotoIndexOf(*smallEstate().estate()));
    const GotoResults results = search.find(typed, 20);
    QVERIFY(!results.best.empty());
    QCOMPARE(results.best.front().key, key);
    QCOMPARE(search.find(typed.toUpper(), 20).best.front().key, key);
}

void GotoSearchTest::theBestComesFirst()
{
    GotoSearch search;
    search.setIndex(indexOf({named("w-e-b"), named("cobweb"), named("my-web"), named("webmail"), named("web")}));
    QCOMPARE(titles(search, "web"),
        (QStringList{QStringLiteral("web"), QStringLiteral("webmail"), QStringLiteral("my-web"),
            QStringLiteral("cobweb"), QStringLiteral("w-e-b")}));
    QCOMPARE(search.find(QStringLiteral("web"), 2).all, std::size_t(5));
    QCOMPARE(search.find(QStringLiteral("web"), 2).best.size(), std::size_t(2));
}

void GotoSearchTest::fewBeforeManyAndRecentBeforeOthers()
{
    GotoSearch search;
    search.setIndex(indexOf({named("comp-1"), named("comp-2"), named("compute1", GotoKind::Host)}));
    QCOMPARE(first(search, "comp"), QStringLiteral("compute1"));
    search.setRecent({QStringLiteral("instance:/comp-2"), QStringLiteral("instance:/gone")});
    QCOMPARE(first(search, "comp"), QStringLiteral("comp-2"));
    // What was looked at never beats what matches better.
    QCOMPARE(first(search, "comp-1"), QStringLiteral("comp-1"));
    const GotoResults recent = search.recent(10);
    QCOMPARE(recent.best.size(), std::size_t(1));
    QCOMPARE(recent.best.front().title, QStringLiteral("comp-2"));
}

void GotoSearchTest::furtherWordsNarrowDown()
{
    GotoSearch search;
    search.setIndex(gotoIndexOf(*smallEstate().estate()));
    QVERIFY(titles(search, "compute1").contains(QStringLiteral("compute1")));
    // Where a thing is finds it only beside something of its own.
    QVERIFY(!titles(search, "compute1").contains(QStringLiteral("nginx")) ||
        search.find(QStringLiteral("compute1"), 100).best.front().title == QStringLiteral("compute1"));
    QCOMPARE(titles(search, "ng compute1"), QStringList{QStringLiteral("nginx")});
    QCOMPARE(titles(search, "ng compute2"), QStringList());
    QCOMPARE(titles(search, "ng web"), QStringList{QStringLiteral("nginx")});
}

void GotoSearchTest::moreLettersLookThroughWhatWasFound()
{
    // Whatever way one comes to a text, it finds the same.
    const GotoIndexPtr index = gotoIndexOf(*smallEstate().estate());
    for (const char *text :
        {"docker", "2e1978ab-0000", "compute1/2e", "ng compute1", "compute1 ng", "fa:16:3e", "2e1978ab00004000"}) {
        GotoSearch typing;
        typing.setIndex(index);
        const QString whole = QString::fromLatin1(text);
        for (qsizetype length = 1; length <= whole.size(); ++length) {
            const QByteArray typed = whole.left(length).toLatin1();
            GotoSearch anew;
            anew.setIndex(index);
            QCOMPARE(titles(typing, typed.constData()), titles(anew, typed.constData()));
        }
        QVERIFY(!titles(typing, text).isEmpty());
        // And back.
        GotoSearch anew;
        anew.setIndex(index);
        QCOMPARE(titles(typing, "d"), titles(anew, "d"));
    }
}

void GotoSearchTest::uuidsWithoutDashes()
{
    GotoSearch search;
    search.setIndex(gotoIndexOf(*smallEstate().estate()));
    QCOMPARE(first(search, "4ef781eed2b549228fd0f12aa81f996f"), QStringLiteral("4ef781ee-d2b5-4922-8fd0-f12aa81f996f"));
    QCOMPARE(first(search, "2e1978ab0000"), QStringLiteral("docker"));
}

void GotoSearchTest::lettersOfUuidsAreNoNames()
{
    GotoSearch search;
    search.setIndex(indexOf({named("4ef781ee-d2b5-4922-8fd0-f12aa81f996f", GotoKind::Image)}));
    QCOMPARE(first(search, "d2b5"), QStringLiteral("4ef781ee-d2b5-4922-8fd0-f12aa81f996f"));
    QVERIFY(titles(search, "4e9f").isEmpty()); // letters in their order are in nearly every UUID
}

void GotoSearchTest::idsThatAreNotShownAreTold()
{
    GotoSearch search;
    search.setIndex(gotoIndexOf(*smallEstate().estate()));
    const GotoResults results = search.find(QStringLiteral("aa:bb"), 5);
    QCOMPARE(results.best.size(), std::size_t(1));
    QVERIFY2(results.best.front().secondary.contains(QStringLiteral("fa:16:3e:aa:bb:cc")),
        qPrintable(results.best.front().secondary));
}

void GotoSearchTest::emphasis()
{
    using Runs = std::vector<std::pair<qsizetype, qsizetype>>;
    QCOMPARE(gotoEmphasis(QStringLiteral("Web-Alpha"), QStringLiteral("alp"), true), (Runs{{4, 3}}));
    QCOMPARE(gotoEmphasis(QStringLiteral("Web-Alpha"), QStringLiteral("wa"), true), (Runs{{0, 1}, {4, 1}}));
    QCOMPARE(gotoEmphasis(QStringLiteral("Web-Alpha"), QStringLiteral("wa"), false), Runs());
    QCOMPARE(gotoEmphasis(QStringLiteral("cobweb web"), QStringLiteral("web"), true), (Runs{{7, 3}}));
    QCOMPARE(gotoEmphasis(QStringLiteral("Web-Alpha"), QStringLiteral("alpha web"), true), (Runs{{0, 3}, {4, 5}}));
    QCOMPARE(gotoEmphasis(QStringLiteral("abc"), QStringLiteral("xyz"), true), Runs());
}

void GotoSearchTest::modelTellsIt()
{
    GotoModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setIndex(gotoIndexOf(*smallEstate().estate()));
    model.setTyped(QStringLiteral("docker"));
    QCOMPARE(model.rowCount(), 1);
    const QModelIndex row = model.index(0, 0);
    QCOMPARE(row.data(KindRole).toString(), QStringLiteral("instance"));
    QVERIFY(row.data(GotoModel::SecondaryRole).toString().contains(QStringLiteral("compute1")));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Instance")));
    model.setRecent({row.data(KeyRole).toString()});
    model.setTyped({});
    QCOMPARE(model.rowCount(), 1);
    model.setTyped(QStringLiteral("nobody is called so"));
    QCOMPARE(model.rowCount(), 0);
}

void GotoSearchTest::stopsWhenTold()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!gotoIndexOf(*smallEstate().estate(), stop.get_token()));
}

QTEST_GUILESS_MAIN(GotoSearchTest)
#include "tst_gotosearch.moc"
