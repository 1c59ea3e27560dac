// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobprogress.h"

#include "jobs/qemuimgarguments.h"

#include "engine/image/oracle.h"

#include <QTemporaryDir>
#include <QTest>

#include <vector>

using namespace Fathom;

class JobProgressTest : public QObject {
    Q_OBJECT

private slots:
    void tellsBytesRateAndTimeLeft();
    void piecesMayEndAnywhere();
    void neverGoesBack();
    void anythingElseIsNoProgress();
    void understandsTheRealQemuImg();
    void countedBytesAreToldInShares();
};

void JobProgressTest::tellsBytesRateAndTimeLeft()
{
    QemuImgProgress progress(QStringLiteral("convert"), 1000);
    const auto early = progress.feed("    (10.00/100%)\r", 100);
    QVERIFY(early);
    QCOMPARE(early->stage, QStringLiteral("convert"));
    QCOMPARE(early->doneBytes, 100);
    QCOMPARE(early->totalBytes, 1000);
    QVERIFY(!early->bytesPerSecond && !early->secondsLeft);
    const auto later = progress.feed("    (25.00/100%)\r", 5000);
    QVERIFY(later);
    QCOMPARE(later->doneBytes, 250);
    QCOMPARE(later->bytesPerSecond, 50);
    QCOMPARE(later->secondsLeft, 15);
}

void JobProgressTest::piecesMayEndAnywhere()
{
    const QByteArray all = "    (0.00/100%)\r    (50.00/100%)\r    (100.00/100%)\r\n";
    for (qsizetype length = 1; length < all.size(); ++length) {
        QemuImgProgress progress(QStringLiteral("convert"), 4096);
        std::vector<qint64> told;
        for (qsizetype at = 0; at < all.size(); at += length)
            if (const auto step = progress.feed(QByteArrayView(all).sliced(at, qMin(length, all.size() - at)), 1000))
                told.push_back(step->doneBytes);
        QVERIFY(!told.empty());
        QCOMPARE(told.back(), 4096);
        QVERIFY(told.size() == 1 || told.front() == 2048);
    }
}

void JobProgressTest::neverGoesBack()
{
    QemuImgProgress progress(QStringLiteral("convert"), 1000);
    QVERIFY(progress.feed("(50.00/100%)\r", 1000));
    QVERIFY(!progress.feed("(50.00/100%)\r", 2000));
    QVERIFY(!progress.feed("(40.00/100%)\r", 3000));
    QCOMPARE(progress.feed("(60.00/100%)\r", 4000)->doneBytes, 600);
}

void JobProgressTest::anythingElseIsNoProgress()
{
    QemuImgProgress progress(QStringLiteral("verify"), 1000);
    for (const char *text : {"Images are identical.\n", "(x/100%)", "(101/100%)", "(-1/100%)", "(nan/100%)", "(5/10%)",
             ")))((", "(50.00/100%"})
        QVERIFY2(!progress.feed(text, 1000), text);
    QVERIFY(!progress.feed(QByteArray(1 << 20, '('), 1000));
    QVERIFY(progress.feed("(50.00/100%)", 1000));
}

void JobProgressTest::understandsTheRealQemuImg()
{
    const QTemporaryDir directory;
    QCOMPARE(Oracle::make(QStringLiteral("dd"),
                 {QStringLiteral("if=/dev/urandom"), QStringLiteral("of=a"), QStringLiteral("bs=1M"),
                     QStringLiteral("count=8")},
                 directory.path()),
        QString());
    constexpr qint64 total = 8 << 20;
    const QemuImgFile source{directory.filePath(QStringLiteral("a")).toUtf8(), ImageFormat::Raw};
    const QemuImgFile target{directory.filePath(QStringLiteral("b")).toUtf8(), ImageFormat::Qcow2};
    for (const CommandLine &command : {convertCommand({source}, target, false), compareCommand({source}, target)}) {
        QemuImgProgress progress(QStringLiteral("stage"), total);
        qint64 done = 0;
        const auto run = runCommand(command, {}, {}, [&](QByteArrayView piece) {
            if (const auto step = progress.feed(piece, 1000)) {
                QVERIFY(step->doneBytes > done);
                done = step->doneBytes;
            }
        });
        QVERIFY(run);
        QCOMPARE(run->exitCode, 0);
        QCOMPARE(done, total);
    }
}

void JobProgressTest::countedBytesAreToldInShares()
{
    ByteProgress progress(QStringLiteral("copy"), 10000);
    QCOMPARE(progress.last(), (JobProgress{.stage = QStringLiteral("copy"), .totalBytes = 10000}));
    QVERIFY(!progress.reached(0, 0));
    QVERIFY(!progress.reached(9, 0));
    const auto step = progress.reached(2500, 5000);
    QVERIFY(step);
    QCOMPARE(step->doneBytes, 2500);
    QCOMPARE(step->bytesPerSecond, 500);
    QCOMPARE(step->secondsLeft, 15);
    QVERIFY(!progress.reached(2000, 5000));
    QVERIFY(progress.reached(9995, 6000));
    const auto all = progress.reached(10001, 6000); // little more, but all, and never more than that
    QVERIFY(all);
    QCOMPARE(all->doneBytes, 10000);
    QCOMPARE(all->secondsLeft, 0);
    QVERIFY(!progress.reached(10000, 7000));
}

QTEST_GUILESS_MAIN(JobProgressTest)
#include "tst_jobprogress.moc"
