// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/abandonable.h"

#include <QTest>

#include <future>
#include <sys/wait.h>
#include <unistd.h>

using namespace Fathom;

class AbandonableTest : public QObject {
    Q_OBJECT

private slots:
    void countsWhatRuns();
    void endsThoughSomethingHangs();
};

void AbandonableTest::countsWhatRuns()
{
    QCOMPARE(abandonedRunning(), 0);
    std::promise<void> release;
    runAbandonable([released = release.get_future().share()] { released.wait(); });
    QCOMPARE(abandonedRunning(), 1);
    release.set_value();
    QTRY_COMPARE(abandonedRunning(), 0);
    QCOMPARE(endProgram(7), 7);
}

/// In a process of its own, which has to end with the code given though a thread of it never comes back.
void AbandonableTest::endsThoughSomethingHangs()
{
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        runAbandonable([] {
            for (;;)
                ::pause();
        });
        endProgram(5, std::chrono::milliseconds(10));
        ::_exit(99); // endProgram() came back
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 5);
}

QTEST_APPLESS_MAIN(AbandonableTest)
#include "tst_abandonable.moc"
