// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/background.h"

#include "base/abandonable.h"

#include <QTest>
#include <QThread>

#include <future>

using namespace Fathom;

/// Work beside the owner's thread: heard there, once, and only the newest.
class BackgroundTest : public QObject {
    Q_OBJECT

private slots:
    void resultsAreHeardOnTheOwnersThread();
    void newerWorkMakesOlderUnheard();
    void forgottenWorkIsUnheardAndAskedToStop();
    void goneOwnersHearNothing();
};

void BackgroundTest::resultsAreHeardOnTheOwnersThread()
{
    QObject owner;
    Background background(&owner);
    QThread *worked = nullptr;
    QThread *heard = nullptr;
    background.run([](const std::stop_token &) { return QThread::currentThread(); },
        [&](QThread *where) {
            worked = where;
            heard = QThread::currentThread();
        });
    QVERIFY(!heard);
    QTRY_VERIFY(heard);
    QCOMPARE(heard, QThread::currentThread());
    QVERIFY(worked != heard);
}

void BackgroundTest::newerWorkMakesOlderUnheard()
{
    QObject owner;
    Background background(&owner);
    std::promise<void> release;
    QList<int> heard;
    background.run(
        [released = release.get_future().share()](const std::stop_token &) {
            released.wait();
            return 1;
        },
        [&heard](int number) { heard << number; });
    background.run([](const std::stop_token &) { return 2; }, [&heard](int number) { heard << number; });
    QTRY_COMPARE(heard, QList<int>{2});
    release.set_value();
    QTRY_COMPARE(abandonedRunning(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(heard, QList<int>{2});
}

void BackgroundTest::forgottenWorkIsUnheardAndAskedToStop()
{
    QObject owner;
    Background background(&owner);
    auto stopped = std::make_shared<std::promise<bool>>();
    bool heard = false;
    background.run(
        [stopped](const std::stop_token &stop) {
            std::promise<void> asked;
            const std::stop_callback wake(stop, [&asked] { asked.set_value(); });
            asked.get_future().wait();
            stopped->set_value(true);
            return 0;
        },
        [&heard](int) { heard = true; });
    background.forget();
    QVERIFY(stopped->get_future().get());
    QTRY_COMPARE(abandonedRunning(), 0);
    QCoreApplication::processEvents();
    QVERIFY(!heard);
}

void BackgroundTest::goneOwnersHearNothing()
{
    bool heard = false;
    std::promise<void> release;
    {
        QObject owner;
        Background background(&owner);
        background.run(
            [released = release.get_future().share()](const std::stop_token &) {
                released.wait();
                return 0;
            },
            [&heard](int) { heard = true; });
    }
    release.set_value();
    QTRY_COMPARE(abandonedRunning(), 0);
    QCoreApplication::processEvents();
    QVERIFY(!heard);
}

QTEST_GUILESS_MAIN(BackgroundTest)
#include "tst_background.moc"
