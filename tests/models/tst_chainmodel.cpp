// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chainmodel.h"
#include "models/estatefixture.h"
#include "models/modeltext.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Fathom;
using namespace Fathom::Tests;

class ChainModelTest : public QObject {
    Q_OBJECT

private slots:
    void lowestLayersFirst()
    {
        ChainModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setEstate(smallEstate().estate());
        // The order of the trees is the graph's.
        model.sort(0, Qt::AscendingOrder);
        COMPARE_TEXT(modelText(model, {0}, KeyRole), plainFixture(R"(
            image:4ef781ee-d2b5-4922-8fd0-f12aa81f996f
              file:/compute1/_base/6ddc6b9b411ee235dd5df14264418b011826b5bb
                file:/compute1/2e1978ab-0000-4000-8000-000000000000/disk
                file:/compute1/3e1978ab-0000-4000-8000-000000000000/disk
            file:/compute1/2e1978ab-0000-4000-8000-000000000000/disk.swap
            nothing:/compute2/_base/gone
              file:/compute2/4e1978ab-0000-4000-8000-000000000000/disk
        )"));
    }

    void aFilterShowsWholeTrees()
    {
        ChainModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const EstatePtr estate = smallEstate().estate();
        model.setEstate(estate);
        model.setFilter(QStringLiteral("docker 120"));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.indexOfKey(QStringLiteral("file:/compute1/3e1978ab-0000-4000-8000-000000000000/disk")).isValid());
        const std::vector<int> roots = model.shownRoots();
        QCOMPARE(roots.size(), 1U);
        QCOMPARE(estate->chains.node(roots[0]).key, QStringLiteral("image:4ef781ee-d2b5-4922-8fd0-f12aa81f996f"));
        model.setFilter(QStringLiteral("no such thing"));
        QVERIFY(model.shownRoots().empty());
    }

    void brokenLinksAreMarked()
    {
        ChainModel model;
        const EstatePtr estate = smallEstate().estate();
        model.setEstate(estate);
        int broken = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            broken += model.index(row, 6).data(SeverityRole).toInt() == static_cast<int>(Severity::Broken);
        QCOMPARE(broken, 1);
    }

    void aThousandLayers()
    {
        Estate estate;
        int below = -1;
        for (int i = 0; i < 1000; ++i) {
            const int node = estate.chains.addNode({.key = QString::number(i), .title = QString::number(i)});
            if (below >= 0)
                estate.chains.addEdge({.upper = node, .lower = below});
            below = node;
        }
        ChainModel model;
        const EstatePtr deep = std::make_shared<const Estate>(std::move(estate));
        model.setEstate(deep);
        const QPersistentModelIndex top = model.indexOfKey(QStringLiteral("999"));
        QVERIFY(top.isValid());
        model.setFilter(QStringLiteral("500"));
        model.setEstate(deep);
        QVERIFY(top.isValid());
        QCOMPARE(top.data().toString(), QStringLiteral("999"));
    }
};

QTEST_GUILESS_MAIN(ChainModelTest)
#include "tst_chainmodel.moc"
