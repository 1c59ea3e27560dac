// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/readsinflight.h"

#include <QTest>

#include <atomic>
#include <latch>
#include <memory>
#include <semaphore>

using namespace Fathom;

class TestReadsInFlight : public QObject {
    Q_OBJECT

private slots:
    void everyNumberOnce()
    {
        for (const std::size_t count : {std::size_t(0), std::size_t(1), std::size_t(7), std::size_t(1000)}) {
            const auto worked = std::make_shared<std::vector<std::atomic<int>>>(count);
            std::vector<int> told(count);
            const bool complete = readInFlight(
                count, 16, [worked](std::size_t number) { ++(*worked)[number]; },
                [&](const std::vector<std::size_t> &done) {
                    for (const std::size_t number : done)
                        ++told[number];
                },
                {});
            QVERIFY(complete);
            for (std::size_t i = 0; i < count; ++i) {
                QCOMPARE((*worked)[i].load(), 1);
                QCOMPARE(told[i], 1);
            }
        }
    }

    /// Sixteen that wait for each other can only go on when they run together.
    void together()
    {
        const auto all = std::make_shared<std::latch>(16);
        QVERIFY(readInFlight(
            128, 16,
            [all](std::size_t number) {
                if (number < 16)
                    all->arrive_and_wait();
            },
            [](const std::vector<std::size_t> &) {}, {}));
    }

    /// One read hangs: the others are told meanwhile, and a stop leaves the hanging one behind.
    void leavesBehindWhatHangs()
    {
        struct Hanging {
            std::binary_semaphore answer{0};
            std::atomic<bool> over = false;
        };
        const auto hanging = std::make_shared<Hanging>();
        std::stop_source stop;
        std::size_t told = 0;
        const bool complete = readInFlight(
            100, 4,
            [hanging](std::size_t number) {
                if (number == 3) {
                    hanging->answer.acquire();
                    hanging->over = true;
                }
            },
            [&](const std::vector<std::size_t> &done) {
                QVERIFY(std::ranges::find(done, 3U) == done.end());
                told += done.size();
                if (told == 99)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY(!complete);
        QCOMPARE(told, 99U);
        hanging->answer.release();
        QTRY_VERIFY(hanging->over);
    }
};

QTEST_GUILESS_MAIN(TestReadsInFlight)
#include "tst_readsinflight.moc"
