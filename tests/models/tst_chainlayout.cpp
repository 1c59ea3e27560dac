// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chainlayout.h"
#include "models/tidytree.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace Fathom;

namespace {

constexpr QSizeF nodeSize(100, 40);
constexpr QSizeF gap(20, 30);
constexpr double rounding = 1e-6;

/// parents: per node the one that it stands on, −1: none.
ChainGraph graphOf(const std::vector<int> &parents, ChainNodeKind rootKind = ChainNodeKind::Base)
{
    ChainGraph graph;
    for (int i = 0; i < static_cast<int>(parents.size()); ++i) {
        const int parent = parents[static_cast<std::size_t>(i)];
        graph.addNode({.key = QString::number(i), .kind = parent < 0 ? rootKind : ChainNodeKind::Disk});
        if (parent >= 0)
            graph.addEdge({.upper = i, .lower = parent});
    }
    return graph;
}

void checkTidy(const ChainGraph &graph, const ChainLayout &layout)
{
    std::map<double, std::vector<QRectF>> levels;
    for (int node = 0; node < static_cast<int>(graph.nodes().size()); ++node) {
        const QRectF &rectangle = layout.rectangles[static_cast<std::size_t>(node)];
        QCOMPARE(rectangle.size(), nodeSize);
        QVERIFY(layout.bounds.contains(rectangle));
        levels[rectangle.top()].push_back(rectangle);
        const std::vector<int> uppers = graph.uppersOf(node);
        if (uppers.empty())
            continue;
        const QRectF &first = layout.rectangles[static_cast<std::size_t>(uppers.front())];
        const QRectF &last = layout.rectangles[static_cast<std::size_t>(uppers.back())];
        QVERIFY2(std::abs(rectangle.center().x() - (first.center().x() + last.center().x()) / 2) < rounding,
            "a parent is not centred");
        for (std::size_t i = 0; i < uppers.size(); ++i) {
            const QRectF &upper = layout.rectangles[static_cast<std::size_t>(uppers[i])];
            QVERIFY2(std::abs(rectangle.top() - upper.bottom() - gap.height()) < rounding, "not one step above");
            if (i > 0)
                QVERIFY2(
                    upper.left() > layout.rectangles[static_cast<std::size_t>(uppers[i - 1])].right(), "out of order");
        }
    }
    for (auto &[top, row] : levels) {
        std::ranges::sort(row, {}, &QRectF::left);
        for (std::size_t i = 1; i < row.size(); ++i)
            QVERIFY2(row[i].left() - row[i - 1].right() > gap.width() - rounding, "nodes overlap");
    }
}

double at(const std::vector<TidyPlace> &places, int node)
{
    for (const TidyPlace &place : places)
        if (place.node == node)
            return place.x;
    return -1;
}

} // namespace

class ChainLayoutTest : public QObject {
    Q_OBJECT

private slots:
    void nothing()
    {
        const ChainLayout layout = layoutChains({}, nodeSize, gap);
        QVERIFY(layout.rectangles.empty());
        QVERIFY(layout.bounds.isNull());
    }

    void oneChain()
    {
        const ChainGraph graph = graphOf({-1, 0, 1});
        const ChainLayout layout = layoutChains(graph, nodeSize, gap);
        checkTidy(graph, layout);
        QCOMPARE(layout.bounds, QRectF(0, 0, 100, 3 * 40 + 2 * 30));
        QCOMPARE(layout.rectangles[2].top(), 0.0);
    }

    // Room that a deep neighbour makes is shared out among the small ones between (the paper's point).
    void smallOnesBetweenAreSpreadEvenly()
    {
        //  0: root; 1..5 its children; 1 and 5 are wide
        std::vector<int> parents{-1, 0, 0, 0, 0, 0};
        for (int i = 0; i < 9; ++i)
            parents.push_back(1);
        for (int i = 0; i < 9; ++i)
            parents.push_back(5);
        const ChainGraph graph = graphOf(parents);
        const std::vector<TidyPlace> places = tidyTree(graph, 0);
        const double step = at(places, 2) - at(places, 1);
        for (int i = 2; i < 5; ++i)
            QVERIFY(std::abs(at(places, i + 1) - at(places, i) - step) < rounding);
        QVERIFY(step > 1);
        QVERIFY(std::abs(at(places, 5) - at(places, 1) - 9) < rounding);
    }

    void mirroredTreesLookMirrored()
    {
        const std::vector<TidyPlace> left = tidyTree(graphOf({-1, 0, 0, 1, 1, 1}), 0);
        const std::vector<TidyPlace> right = tidyTree(graphOf({-1, 0, 0, 2, 2, 2}), 0);
        QVERIFY(std::abs((at(left, 2) - at(left, 1)) - (at(right, 2) - at(right, 1))) < rounding);
        QVERIFY(std::abs((at(left, 0) - at(left, 1)) - (at(right, 2) - at(right, 0))) < rounding);
    }

    void randomForests()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            std::vector<int> parents;
            const int count = 1 + random.bounded(120);
            const int spread = 1 + random.bounded(40);
            for (int i = 0; i < count; ++i)
                parents.push_back(i == 0 || random.bounded(15) == 0 ? -1 : std::max(0, i - 1 - random.bounded(spread)));
            const ChainGraph graph = graphOf(parents);
            checkTidy(graph, layoutChains(graph, nodeSize, gap));
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("round %1").arg(round)));
        }
    }

    void imagesAreTheGround()
    {
        ChainGraph graph;
        graph.addNode({.key = QStringLiteral("image"), .kind = ChainNodeKind::Image});
        graph.addNode({.key = QStringLiteral("base"), .kind = ChainNodeKind::Base});
        graph.addNode({.key = QStringLiteral("orphan"), .kind = ChainNodeKind::Base});
        graph.addNode({.key = QStringLiteral("disk"), .kind = ChainNodeKind::Disk});
        graph.addEdge({.upper = 1, .lower = 0, .kind = ChainEdgeKind::MadeFrom});
        graph.addEdge({.upper = 3, .lower = 2});
        const ChainLayout layout = layoutChains(graph, nodeSize, gap);
        QCOMPARE(layout.rectangles[1].top(), layout.rectangles[2].top());
        QVERIFY(layout.rectangles[0].top() > layout.rectangles[1].top());
        QVERIFY(layout.rectangles[3].top() < layout.rectangles[2].top());
    }

    void onlySomeRoots()
    {
        const ChainGraph graph = graphOf({-1, -1, 1});
        const ChainLayout layout = layoutChains(graph, nodeSize, gap, {1});
        QVERIFY(layout.rectangles[0].isNull());
        QVERIFY(!layout.rectangles[1].isNull());
        QVERIFY(!layout.rectangles[2].isNull());
        QCOMPARE(layout.bounds.width(), nodeSize.width());
    }

    void manyTreesMakeNoEndlessBand()
    {
        const ChainGraph graph = graphOf(std::vector<int>(1000, -1));
        const ChainLayout layout = layoutChains(graph, nodeSize, gap);
        QVERIFY(layout.bounds.width() < layout.bounds.height() * 4);
        QVERIFY(layout.bounds.height() < layout.bounds.width() * 4);
    }

    void deepAndWide_data()
    {
        QTest::addColumn<std::vector<int>>("parents");
        std::vector<int> deep, wide, bushy, comb;
        for (int i = 0; i < 10000; ++i) {
            deep.push_back(i - 1);
            wide.push_back(i == 0 ? -1 : 0);
            bushy.push_back(i == 0 ? -1 : (i - 1) / 3);
            comb.push_back(i == 0 ? -1 : i % 2 ? std::max(0, i - 3) : i - 1);
        }
        QTest::newRow("a chain of 10,000") << deep;
        QTest::newRow("10,000 on one base") << wide;
        QTest::newRow("three on each") << bushy;
        QTest::newRow("a comb") << comb;
    }

    void deepAndWide()
    {
        QFETCH(std::vector<int>, parents);
        const ChainGraph graph = graphOf(parents);
        QElapsedTimer timer;
        timer.start();
        const ChainLayout layout = layoutChains(graph, nodeSize, gap);
        qInfo("%lld ms", timer.elapsed());
        // A few ms; the bound is for machines that do other things too, and far below what anything quadratic takes.
        QVERIFY(timer.elapsed() < 1000);
        checkTidy(graph, layout);
    }
};

QTEST_GUILESS_MAIN(ChainLayoutTest)
#include "tst_chainlayout.moc"
