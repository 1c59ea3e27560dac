// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/modeltext.h"
#include "models/thingmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace Fathom;
using namespace Fathom::Tests;

namespace {

using Tester = QAbstractItemModelTester;

struct Forest {
    std::vector<Thing> things;
    std::vector<int> parents;
};

/// Follows a model by its signals alone, as a view does, and can say whether it would still show the same.
class Mirror : public QObject {
public:
    explicit Mirror(QAbstractItemModel *model)
        : m_model(model)
    {
        connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent, int first, int last) {
            for (int row = first; row <= last; ++row)
                insert(at(parent), row, m_model->index(row, 0, parent));
        });
        connect(model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &parent, int first, int last) {
            auto &rows = at(parent).children;
            rows.erase(rows.begin() + first, rows.begin() + last + 1);
        });
        // Order may change below any parent; counts only when all is laid out anew.
        connect(model, &QAbstractItemModel::layoutChanged, this, [this] { rebuild(m_root, QModelIndex()); });
    }

    bool sameAsModel() const { return same(m_root, QModelIndex()); }

private:
    struct Node {
        QString key;
        std::vector<Node> children;
    };

    Node &at(const QModelIndex &index)
    {
        return index.isValid() ? at(index.parent()).children[static_cast<std::size_t>(index.row())] : m_root;
    }

    void insert(Node &parent, int row, const QModelIndex &index)
    {
        Node node;
        rebuild(node, index);
        parent.children.insert(parent.children.begin() + row, node);
    }

    void rebuild(Node &node, const QModelIndex &index)
    {
        node.key = index.data(KeyRole).toString();
        node.children.clear();
        for (int row = 0; row < m_model->rowCount(index); ++row)
            rebuild(node.children.emplace_back(), m_model->index(row, 0, index));
    }

    bool same(const Node &node, const QModelIndex &index) const
    {
        if (node.key != index.data(KeyRole).toString() ||
            static_cast<int>(node.children.size()) != m_model->rowCount(index))
            return false;
        for (int row = 0; row < m_model->rowCount(index); ++row)
            if (!same(node.children[static_cast<std::size_t>(row)], m_model->index(row, 0, index)))
                return false;
        return true;
    }

    QAbstractItemModel *m_model;
    Node m_root;
};

Thing randomThing(int number, QRandomGenerator &random)
{
    Thing thing{.key = QString::number(number), .name = QStringLiteral("thing%1").arg(random.bounded(30))};
    if (random.bounded(5) != 0)
        thing.number = random.bounded(20);
    return thing;
}

/// A forest of up to `most` things out of a small pool of keys, so that many come, go, move and stay.
Forest randomForest(int most, QRandomGenerator &random)
{
    std::vector<int> keys(static_cast<std::size_t>(most));
    std::iota(keys.begin(), keys.end(), 0);
    std::shuffle(keys.begin(), keys.end(), random);
    keys.resize(static_cast<std::size_t>(random.bounded(most + 1)));
    // Mostly the same parents, or nothing would ever stay.
    if (random.bounded(3) != 0)
        std::ranges::sort(keys);
    Forest forest;
    for (const int key : keys) {
        int parent = -1;
        for (int i = 0; i < static_cast<int>(forest.things.size()); ++i)
            if (forest.things[static_cast<std::size_t>(i)].key == QString::number(key / 4))
                parent = i;
        if (random.bounded(20) == 0 && !forest.things.empty())
            parent = random.bounded(static_cast<int>(forest.things.size()));
        forest.things.push_back(randomThing(key, random));
        forest.parents.push_back(parent);
    }
    return forest;
}

/// "top/…/key" for every row shown.
std::map<QString, QModelIndex> pathsOf(
    const QAbstractItemModel &model, const QModelIndex &parent = {}, const QString &above = {})
{
    std::map<QString, QModelIndex> result;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString path = above + u'/' + index.data(KeyRole).toString();
        result[path] = index;
        result.merge(pathsOf(model, index, path));
    }
    return result;
}

} // namespace

class KeyedModelTest : public QObject {
    Q_OBJECT

private slots:
    void randomForests_data()
    {
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("rounds");
        QTest::addColumn<int>("scope");
        QTest::newRow("few rows") << 12 << 400 << int(ThingTree::Scope::Matches);
        QTest::newRow("more rows than single steps") << 150 << 150 << int(ThingTree::Scope::Below);
        QTest::newRow("more branches than single steps") << 1500 << 12 << int(ThingTree::Scope::WholeTrees);
    }

    // Every state that follows another must show what a fresh model of that state shows, and persistent indexes must be
    // where their things are.
    void randomForests()
    {
        QFETCH(int, most);
        QFETCH(int, rounds);
        QFETCH(int, scope);
        QRandomGenerator random(20140512);
        ThingTree model{ThingTree::Scope(scope)};
        const Tester tester(&model, Tester::FailureReportingMode::Fatal);
        const Mirror mirror(&model);
        Forest forest;
        QString filter;
        int column = -1;
        Qt::SortOrder order = Qt::AscendingOrder;
        int kept = 0;
        for (int round = 0; round < rounds; ++round) {
            const std::map<QString, QModelIndex> before = pathsOf(model);
            std::map<QString, QPersistentModelIndex> persistent(before.begin(), before.end());
            switch (random.bounded(4)) {
            case 0:
                filter = random.bounded(3) == 0 ? QString() : QStringLiteral("thing%1").arg(random.bounded(4));
                model.setFilter(filter);
                break;
            case 1:
                column = random.bounded(3) - 1;
                order = random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
                model.sort(column, order);
                break;
            default: forest = randomForest(most, random); model.setRows(forest.things, forest.parents);
            }

            ThingTree fresh{ThingTree::Scope(scope)};
            fresh.setRows(forest.things, forest.parents);
            fresh.setFilter(filter);
            fresh.sort(column, order);
            COMPARE_TEXT(modelText(model, {0, 1}), modelText(fresh, {0, 1}));
            QVERIFY2(mirror.sameAsModel(), "the signals did not tell all that changed");
            QCOMPARE(model.allRows(), static_cast<int>(forest.things.size()));

            const std::map<QString, QModelIndex> after = pathsOf(model);
            for (const auto &[path, index] : persistent) {
                const auto found = after.find(path);
                if (found == after.end()) {
                    QVERIFY2(!index.isValid(), qPrintable(path));
                } else {
                    QCOMPARE(QModelIndex(index), found->second);
                    ++kept;
                }
            }
            for (const auto &[path, index] : after)
                QCOMPARE(model.indexOfKey(index.data(KeyRole).toString()), index);
        }
        QVERIFY2(kept > rounds, "too little was ever kept for this to prove anything");
    }

    void fewStepsHoweverManyRows()
    {
        ThingTable model;
        std::vector<Thing> even, all;
        for (int i = 0; i < 2000; ++i) {
            all.push_back({QString::number(i), QString::number(i), i});
            if (i % 2 == 0)
                even.push_back(all.back());
        }
        model.setRecords(even);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
        model.setRecords(all);
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(layouts.size(), 1);
        model.setRecords(even);
        QCOMPARE(removed.size(), 0);
        QCOMPARE(layouts.size(), 2);
    }

    void oneRowIsOneStep()
    {
        ThingTable model;
        const Thing a{QStringLiteral("a"), QStringLiteral("a"), {}}, b{QStringLiteral("b"), QStringLiteral("b"), {}},
            c{QStringLiteral("c"), QStringLiteral("c"), {}};
        model.setRecords({a, c});
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setRecords({a, b, c});
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted[0][1].toInt(), 1);
        QCOMPARE(inserted[0][2].toInt(), 1);
        QCOMPARE(layouts.size(), 0);
        QCOMPARE(changed.size(), 1);
    }

    void equalKeysAreTwoRows()
    {
        ThingTable model;
        const Tester tester(&model, Tester::FailureReportingMode::Fatal);
        const Thing twin{QStringLiteral("a"), QStringLiteral("twin"), {}};
        model.setRecords({twin, twin});
        model.setRecords({twin, twin, twin});
        QCOMPARE(model.rowCount(), 3);
        model.setRecords({twin});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.indexOfKey(QStringLiteral("a")).row(), 0);
    }

    void filterScopes()
    {
        const std::vector<Thing> things{{QStringLiteral("t"), QStringLiteral("top"), {}},
            {QStringLiteral("m"), QStringLiteral("middle"), {}}, {QStringLiteral("l"), QStringLiteral("leaf"), {}},
            {QStringLiteral("o"), QStringLiteral("other"), {}}};
        const std::vector<int> parents{-1, 0, 1, 0};
        const auto shown = [&](ThingTree::Scope scope, const char *filter) {
            ThingTree model{scope};
            model.setRows(things, parents);
            model.setFilter(QString::fromLatin1(filter));
            return modelText(model, {0}).simplified();
        };
        QCOMPARE(shown(ThingTree::Scope::Matches, "middle"), QStringLiteral("top middle"));
        QCOMPARE(shown(ThingTree::Scope::Below, "middle"), QStringLiteral("top middle leaf"));
        QCOMPARE(shown(ThingTree::Scope::Below, "top"), QStringLiteral("top"));
        QCOMPARE(shown(ThingTree::Scope::WholeTrees, "middle"), QStringLiteral("top middle leaf other"));
        QCOMPARE(shown(ThingTree::Scope::WholeTrees, "nothing"), QString());
    }

    void hiddenRowsHaveNoIndex()
    {
        ThingTree model{ThingTree::Scope::Matches};
        model.setRows(
            {{QStringLiteral("t"), QStringLiteral("top"), {}}, {QStringLiteral("l"), QStringLiteral("leaf"), {}}},
            {-1, 0});
        QVERIFY(model.indexOfKey(QStringLiteral("l")).isValid());
        model.setFilter(QStringLiteral("top"));
        QVERIFY(!model.indexOfKey(QStringLiteral("l")).isValid());
        model.setFilter(QStringLiteral("nothing"));
        QVERIFY(!model.indexOfKey(QStringLiteral("l")).isValid());
        QVERIFY(!model.indexOfKey(QStringLiteral("unheard of")).isValid());
    }
};

QTEST_GUILESS_MAIN(KeyedModelTest)
#include "tst_keyedmodel.moc"
