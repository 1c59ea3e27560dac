// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/plan.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

class PlanTest : public QObject {
    Q_OBJECT

private slots:
    void onlyACertainLackIsAnError();
    void freeSpaceIsAsked();
};

void PlanTest::onlyACertainLackIsAnError()
{
    Plan plan{
        .outputs = {{.path = "/store/new"}}, .spaceNeededBytes = 4096, .needIsExact = true, .spaceFreeBytes = 4095};
    const auto lack = plan.obstacle();
    QVERIFY(lack);
    QCOMPARE(lack->kind, ErrorKind::NoSpace);
    QCOMPARE(lack->subject, QStringLiteral("/store"));
    plan.needIsExact = false;
    QVERIFY(!plan.obstacle());
    plan.needIsExact = true;
    plan.spaceFreeBytes = 4096;
    QVERIFY(!plan.obstacle());
    plan.spaceFreeBytes.reset();
    QVERIFY(!plan.obstacle());
}

void PlanTest::freeSpaceIsAsked()
{
    const QTemporaryDir directory;
    QVERIFY(freeBytes(directory.path().toUtf8()).value_or(-1) >= 0);
    QVERIFY(!freeBytes(directory.path().toUtf8() + "/none"));
}

QTEST_APPLESS_MAIN(PlanTest)
#include "tst_plan.moc"
