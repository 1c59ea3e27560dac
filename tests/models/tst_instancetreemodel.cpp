// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/estatefixture.h"
#include "models/instancetreemodel.h"
#include "models/modeltext.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace Fathom;
using namespace Fathom::Tests;

class InstanceTreeModelTest : public QObject {
    Q_OBJECT

private slots:
    void onlyGroupsCanHaveChildren()
    {
        InstanceTreeModel model;
        model.setEstate(smallEstate().estate());
        const QModelIndex host = model.index(0, 0);
        const QModelIndex project = model.index(0, 0, host);
        const QModelIndex instance = model.index(0, 0, project);
        QVERIFY(instance.isValid());
        QVERIFY(!host.flags().testFlag(Qt::ItemNeverHasChildren));
        QVERIFY(!project.flags().testFlag(Qt::ItemNeverHasChildren));
        QVERIFY(instance.flags().testFlag(Qt::ItemNeverHasChildren));
        QVERIFY(instance.flags().testFlag(Qt::ItemIsSelectable));
    }

    void groupsSumUpAndCountABaseOnce()
    {
        InstanceTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setEstate(smallEstate().estate());
        // name, disks, virtual, without base, with base, depth, state
        COMPARE_TEXT(modelText(model, {0, 4, 5, 6, 7, 8, 9}), plainFixture(R"(
            compute1 |  | 244 GiB | 3.0 GiB | 11.0 GiB | 2 | 
              web |  | 244 GiB | 3.0 GiB | 11.0 GiB | 2 | 
                docker | 2 (qcow2) | 124 GiB | 1.0 GiB | 9.0 GiB | 2 | sound
                nginx | 1 (qcow2) | 120 GiB | 2 GiB | 10 GiB | 2 | sound
              project unknown |  | — | 0 B | 0 B | 0 | 
                5e1978ab-0000-4000-8000-000000000000 | 0 | — | 0 B | 0 B | 0 | no disks
            compute2 |  | 20 GiB | 1 GiB | 1 GiB | 2 | 1 with problems
              db |  | 20 GiB | 1 GiB | 1 GiB | 2 | 1 with problems
                postgres | 1 (qcow2) | 20 GiB | 1 GiB | 1 GiB | 2 | broken chain
        )"));
        QCOMPARE(model.allInstances(), 4);
        QCOMPARE(model.shownInstances(), 4);
    }

    void keysAndKinds()
    {
        InstanceTreeModel model;
        model.setEstate(smallEstate().estate());
        COMPARE_TEXT(modelText(model, {0}, KeyRole), plainFixture(R"(
            host:compute1
              project:compute1/web
                instance:/compute1/2e1978ab-0000-4000-8000-000000000000
                instance:/compute1/3e1978ab-0000-4000-8000-000000000000
              project:compute1/
                instance:/compute1/5e1978ab-0000-4000-8000-000000000000
            host:compute2
              project:compute2/db
                instance:/compute2/4e1978ab-0000-4000-8000-000000000000
        )"));
        const QModelIndex host = model.index(1, 0);
        QCOMPARE(host.data(KindRole).toString(), QStringLiteral("host"));
        QCOMPARE(host.siblingAtColumn(9).data(SeverityRole).toInt(), static_cast<int>(Severity::Broken));
        const QModelIndex lost =
            model.indexOfKey(QStringLiteral("instance:/compute2/4e1978ab-0000-4000-8000-000000000000"));
        QVERIFY(lost.siblingAtColumn(9).data(Qt::ToolTipRole).toString().contains(QStringLiteral("missing")));
    }

    void filterFindsInstancesByWhatTheyAre_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("shown");
        QTest::newRow("name") << QStringLiteral("docker") << 1;
        QTest::newRow("UUID") << QStringLiteral("2e1978ab") << 1;
        QTest::newRow("MAC address") << QStringLiteral("fa:16:3e:aa") << 1;
        QTest::newRow("host and project") << QStringLiteral("compute1 web") << 2;
        QTest::newRow("state") << QStringLiteral("state:broken") << 1;
        QTest::newRow("nothing") << QStringLiteral("zzz") << 0;
    }

    void filterFindsInstancesByWhatTheyAre()
    {
        QFETCH(QString, typed);
        QFETCH(int, shown);
        InstanceTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setEstate(smallEstate().estate());
        model.setFilter(typed);
        QCOMPARE(model.shownInstances(), shown);
        QCOMPARE(model.allInstances(), 4);
        QCOMPARE(model.rowCount() > 0, shown > 0);
    }

    void selectionSurvivesANewSnapshot()
    {
        InstanceTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        EstateFixture fixture = smallEstate();
        model.setEstate(fixture.estate());
        model.sort(0, Qt::DescendingOrder);
        const QString key = fixture.instances[0].key;
        const QPersistentModelIndex docker = model.indexOfKey(key);
        const QPersistentModelIndex gone = model.indexOfKey(fixture.instances[1].key);
        fixture.instances.erase(fixture.instances.begin() + 1);
        fixture.instance(
            QStringLiteral("compute1"), QStringLiteral("web"), QStringLiteral("aaaa"), QStringLiteral("zebra"));
        model.setEstate(fixture.estate());
        QVERIFY(docker.isValid());
        QVERIFY(!gone.isValid());
        QCOMPARE(docker.data(KeyRole).toString(), key);
        QCOMPARE(docker.row(), 1);
        QCOMPARE(docker.sibling(0, 0).data().toString(), QStringLiteral("zebra"));
        model.setEstate({});
        QVERIFY(!docker.isValid());
        QCOMPARE(model.rowCount(), 0);
    }

    void aStateDoesNotHideProblems()
    {
        EstateFixture fixture;
        fixture.instances.reserve(2);
        fixture.instance(QStringLiteral("h"), {}, QStringLiteral("a"), {}).problems = {QStringLiteral("P.")};
        EstateInstance &going = fixture.instance(QStringLiteral("h"), {}, QStringLiteral("b"), {});
        going.state = InstanceState::Deleting;
        going.problems = {QStringLiteral("P.")};
        InstanceTreeModel model;
        model.setEstate(fixture.estate());
        COMPARE_TEXT(modelText(model, {9}),
            QStringLiteral("2 with problems\n  2 with problems\n    with problems\n    %1, with problems")
                .arg(instanceStateText(InstanceState::Deleting)));
    }

    void oneNameTwoProjects()
    {
        EstateFixture fixture;
        fixture.instances.reserve(2);
        fixture.instance(QStringLiteral("h"), QStringLiteral("demo"), QStringLiteral("a"), QStringLiteral("a"))
            .domain->projectId = QStringLiteral("id1");
        fixture.instance(QStringLiteral("h"), QStringLiteral("demo"), QStringLiteral("b"), QStringLiteral("b"))
            .domain->projectId = QStringLiteral("id2");
        InstanceTreeModel model;
        model.setEstate(fixture.estate());
        COMPARE_TEXT(modelText(model, {0}), QStringLiteral("h\n  demo\n    a\n  demo\n    b"));
    }

    void aHundredThousandInstances()
    {
        EstateFixture fixture;
        fixture.instances.reserve(100000);
        for (int i = 0; i < 100000; ++i)
            EstateFixture::disk(
                fixture.instance(QStringLiteral("compute%1").arg(i % 50), QStringLiteral("project%1").arg(i % 7),
                    QString::number(i), QStringLiteral("vm%1").arg(i)),
                "disk", EntryMeaning::RootDisk, GiB, i);
        Estate estate{.instances = fixture.instances};
        const EstatePtr first = std::make_shared<const Estate>(estate);
        const EstatePtr second = std::make_shared<const Estate>(estate);
        InstanceTreeModel model;
        QElapsedTimer timer;
        const auto took = [&](const char *what) { qInfo("%s: %lld ms", what, timer.elapsed()); };
        timer.start();
        model.setEstate(first);
        took("first snapshot");
        timer.start();
        model.sort(6, Qt::DescendingOrder);
        took("sort");
        timer.start();
        model.setFilter(QStringLiteral("vm777"));
        model.finishFilter();
        took("filter");
        QCOMPARE(model.shownInstances(), 111);
        timer.start();
        model.setFilter({});
        took("clear the filter");
        timer.start();
        model.setEstate(second);
        took("the same again");
        QCOMPARE(model.shownInstances(), 100000);
    }
};

QTEST_GUILESS_MAIN(InstanceTreeModelTest)
#include "tst_instancetreemodel.moc"
