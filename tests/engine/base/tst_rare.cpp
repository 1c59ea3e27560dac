// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/rare.h"

#include <QString>
#include <QTest>

using namespace Fathom;

class TestRare : public QObject {
    Q_OBJECT

private slots:
    void takesAPointerWhileItIsNotThere() { QCOMPARE(sizeof(Rare<QString>), sizeof(void *)); }

    void isThereOrNot()
    {
        Rare<QString> text;
        QVERIFY(!text && !text.has_value());
        text = QStringLiteral("a");
        QVERIFY(text && text.has_value());
        QCOMPARE(*text, QStringLiteral("a"));
        QCOMPARE(text->size(), 1);
        text = std::nullopt;
        QVERIFY(!text);
    }

    void copiesAreValuesOfTheirOwn()
    {
        Rare<QString> first = QStringLiteral("a");
        const Rare<QString> second = first;
        Rare<QString> third;
        third = first;
        *first = QStringLiteral("b");
        QCOMPARE(*second, QStringLiteral("a"));
        QCOMPARE(*third, QStringLiteral("a"));
        third = Rare<QString>();
        QVERIFY(!third);
        first = *&first; // onto itself
        QCOMPARE(*first, QStringLiteral("b"));
        const Rare<QString> moved = std::move(first);
        QCOMPARE(*moved, QStringLiteral("b"));
    }

    void comparesItsValues()
    {
        QVERIFY(Rare<QString>() == Rare<QString>());
        QVERIFY(Rare<QString>(QStringLiteral("a")) == Rare<QString>(QStringLiteral("a")));
        QVERIFY(!(Rare<QString>(QStringLiteral("a")) == Rare<QString>(QStringLiteral("b"))));
        QVERIFY(!(Rare<QString>(QStringLiteral("a")) == Rare<QString>()));
    }
};

QTEST_GUILESS_MAIN(TestRare)
#include "tst_rare.moc"
