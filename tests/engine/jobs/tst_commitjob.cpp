// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/commitrequest.h"

#include "engine/jobs/workshop.h"

#include <QProcess>
#include <QTest>

#include <sys/stat.h>

using namespace Fathom;
using namespace Fathom::Tests;

/// With the real qemu-img. Whatever fails, every layer is to the byte what it was, and nothing else lies there.
class CommitJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theBaseHoldsTheOverlay_data();
    void theBaseHoldsTheOverlay();
    void aBaseFurtherDownTakesAll();
    void whatIsRefused_data();
    void whatIsRefused();
    void aUsedLayerIsRefused_data();
    void aUsedLayerIsRefused();
    void risks();
    void aStopLeavesNothing_data();
    void aStopLeavesNothing();
    void failuresLeaveNothing_data();
    void failuresLeaveNothing();
    void whatChangesMeanwhileIsSeen();
    void theCommandMeansTheSameEverywhere();

private:
    std::unique_ptr<Job> job(const QString &base = {}) const
    {
        return commitJob({.image = m_shop->native(QStringLiteral("over")),
            .format = {},
            .base = base.isEmpty() ? NativePath() : m_shop->native(base)});
    }
    QString same(const QString &one, const QString &other, const QString &format = QStringLiteral("qcow2")) const
    {
        return m_shop->tool(QStringLiteral("qemu-img compare -f qcow2 -F %1 %2 %3").arg(format, one, other));
    }
    void remember()
    {
        m_before.clear();
        for (const QString &name : m_shop->names())
            m_before.insert(name, m_shop->hash(name));
    }
    /// Every file is what it was, and nothing came to be.
    bool untouched() const
    {
        QHash<QString, QByteArray> now;
        for (const QString &name : m_shop->names())
            now.insert(name, m_shop->hash(name));
        return now == m_before;
    }

    std::unique_ptr<Workshop> m_shop;
    QHash<QString, QByteArray> m_before;
};

/// "over" stands on "mid", that on "base", and that on the raw "root". Each holds something of its own.
void CommitJobTest::init()
{
    m_shop = std::make_unique<Workshop>();
    QCOMPARE(m_shop->create(QStringLiteral("raw root 4M")), QString());
    QCOMPARE(m_shop->io(QStringLiteral("raw"), QStringLiteral("root"), QStringLiteral("write -P 5 0 4M")), QString());
    const auto layer = [&](const QString &words, const QString &name, const QString &write) {
        const QString complaint = m_shop->create(QStringLiteral("qcow2 ") + words + u' ' + name);
        return complaint.isEmpty() ? m_shop->io(QStringLiteral("qcow2"), name, write) : complaint;
    };
    QCOMPARE(
        layer(QStringLiteral("-b root -F raw"), QStringLiteral("base"), QStringLiteral("write -P 6 0 1M")), QString());
    QCOMPARE(layer(QStringLiteral("-b base -F qcow2"), QStringLiteral("mid"), QStringLiteral("write -P 7 512k 1M")),
        QString());
    QCOMPARE(layer(QStringLiteral("-b mid -F qcow2"), QStringLiteral("over"), QStringLiteral("write -P 8 2M 1M")),
        QString());
    QCOMPARE(m_shop->io(QStringLiteral("qcow2"), QStringLiteral("over"), QStringLiteral("write -z 0 64k")), QString());
    remember();
}

void CommitJobTest::theBaseHoldsTheOverlay_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("as they are") << "true";
    QTest::newRow("the overlay is larger") << "qemu-img resize -q -f qcow2 over 6M";
    QTest::newRow("a shorter base hides what lies below it") << "qemu-img resize -q -f qcow2 --shrink mid 3M";
    QTest::newRow("named with a dot") << "qemu-img rebase -u -f qcow2 -b ./base -F qcow2 mid";
}

void CommitJobTest::theBaseHoldsTheOverlay()
{
    QFETCH(QString, change);
    QCOMPARE(m_shop->tool(change), QString());
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img convert -O qcow2 over expected")), QString());
    QCOMPARE(::chmod(m_shop->native(QStringLiteral("mid")).constData(), 0640), 0);
    remember();
    JobDone done;
    QCOMPARE(whatBecomesOf(*job(), {}, {}, &done), QString());
    const QString kept = QString::fromUtf8(fileName(done.changed[1]));
    QVERIFY2(kept.startsWith(QStringLiteral("mid.before-commit-2")), qPrintable(kept));
    QCOMPARE(done.facts[QStringLiteral("kept")].toString(), m_shop->path(kept));
    QCOMPARE(done.facts[QStringLiteral("layers")].toInteger(), 1);
    QVERIFY(done.text.contains(kept));
    QCOMPARE(same(QStringLiteral("mid"), QStringLiteral("expected")), QString());
    QCOMPARE(same(QStringLiteral("over"), QStringLiteral("expected")), QString());
    struct stat status{};
    QCOMPARE(::stat(m_shop->native(QStringLiteral("mid")).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, 0640U);
    const QJsonObject info = Oracle::qemuInfo(m_shop->path(QStringLiteral("mid")), QStringLiteral("qcow2"));
    QCOMPARE(QFileInfo(info[QStringLiteral("backing-filename")].toString()).fileName(), QStringLiteral("base"));
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img check -q -f qcow2 mid")), QString());
    // Put back, all is as before.
    QVERIFY(QFile::remove(m_shop->path(QStringLiteral("mid"))));
    QVERIFY(QFile::rename(m_shop->path(kept), m_shop->path(QStringLiteral("mid"))));
    QVERIFY(untouched());
}

void CommitJobTest::aBaseFurtherDownTakesAll()
{
    for (const auto &[base, format, layers] : {std::tuple{QStringLiteral("base"), QStringLiteral("qcow2"), 2},
             std::tuple{QStringLiteral("root"), QStringLiteral("raw"), 3}}) {
        init();
        QCOMPARE(m_shop->tool(QStringLiteral("qemu-img convert -O qcow2 over expected")), QString());
        JobDone done;
        QCOMPARE(whatBecomesOf(*job(base), {}, {}, &done), QString());
        QCOMPARE(done.facts[QStringLiteral("layers")].toInteger(), layers);
        QCOMPARE(same(QStringLiteral("expected"), base, format), QString());
        QCOMPARE(same(QStringLiteral("expected"), QStringLiteral("over")), QString());
        QCOMPARE(m_shop->hash(QStringLiteral("over")), m_before[QStringLiteral("over")]);
        QCOMPARE(m_shop->hash(QStringLiteral("mid")), m_before[QStringLiteral("mid")]);
        QCOMPARE(m_shop->hash(QString::fromUtf8(fileName(done.changed[1]))), m_before[base]);
        QCOMPARE(m_shop->names().size(), m_before.size() + 2);
    }
}

void CommitJobTest::whatIsRefused_data()
{
    QTest::addColumn<QString>("make");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("says");
    const QString over = QStringLiteral("qemu-img create -q -f qcow2 over ");
    QTest::newRow("no overlay") << over + QStringLiteral("4M") << QString() << "unsupported: ";
    QTest::newRow("another base") << "qemu-img create -q -f qcow2 odd 4M" << "odd" << "not-found: ";
    QTest::newRow("no such base") << "true" << "none" << "not-found: ";
    QTest::newRow("itself") << "true" << "over" << "not-found: ";
    QTest::newRow("a missing layer") << "rm root" << QString() << "not-found: ";
    QTest::newRow("another overlay") << "qemu-img create -q -f qcow2 -b mid -F qcow2 other" << QString()
                                     << "conflict: ";
    QTest::newRow("another overlay in between")
        << "qemu-img create -q -f qcow2 -b mid -F qcow2 other" << "base" << "conflict: ";
    QTest::newRow("a larger base") << "qemu-img resize -q -f qcow2 mid 8M" << QString() << "unsupported: ";
    QTest::newRow("a read-only base") << "chmod 0400 mid" << QString() << "no-permission: ";
    QTest::newRow("hard links") << "ln mid second" << QString() << "conflict: ";
    QTest::newRow("the image cache") << "mkdir _base; mv mid base root _base; qemu-img rebase -u -f qcow2 -b _base/mid "
                                        "-F qcow2 over"
                                     << QString() << "conflict: ";
    QTest::newRow("another format") << "qemu-img convert -O vdi mid vdi; qemu-img rebase -u -f qcow2 -b vdi -F vdi over"
                                    << QString() << "unsupported: ";
}

void CommitJobTest::whatIsRefused()
{
    QFETCH(QString, make);
    QFETCH(QString, base);
    QFETCH(QString, says);
    QCOMPARE(Oracle::make(QStringLiteral("sh"), {QStringLiteral("-c"), make}, m_shop->directory()), QString());
    remember();
    const QString refusal = whatBecomesOf(*job(base));
    QVERIFY2(refusal.startsWith(says), qPrintable(refusal));
    QVERIFY(untouched());
}

void CommitJobTest::aUsedLayerIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("reads");
    QTest::newRow("a guest on the overlay") << "over" << false;
    QTest::newRow("a reader of the base") << "mid" << true;
    QTest::newRow("a writer of the base") << "mid" << false;
    QTest::newRow("a writer below") << "root" << false;
}

void CommitJobTest::aUsedLayerIsRefused()
{
    QFETCH(QString, name);
    QFETCH(bool, reads);
    const std::unique_ptr<Job> commit = job();
    const auto plan = commit->plan({});
    QVERIFY(plan);
    QProcess guest;
    guest.start(QStringLiteral("qemu-io"),
        QStringList{
            QStringLiteral("-f"), name == QStringLiteral("root") ? QStringLiteral("raw") : QStringLiteral("qcow2")} +
            (reads ? QStringList{QStringLiteral("-r")} : QStringList{}) + QStringList{m_shop->path(name)});
    QVERIFY(guest.waitForStarted());
    guest.write("length\n");
    QVERIFY(guest.waitForReadyRead());
    QCOMPARE(commit->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
    QCOMPARE(whatBecomesOf(*commit).section(u':', 0, 0), QStringLiteral("conflict"));
    guest.closeWriteChannel();
    QVERIFY(guest.waitForFinished());
    QVERIFY(untouched());
    QCOMPARE(whatBecomesOf(*commit), QString());
}

void CommitJobTest::risks()
{
    QVERIFY(risksOf(*job()).contains(QStringLiteral("disks elsewhere that stand on ")));
    QVERIFY(risksOf(*job()).contains(QStringLiteral("kept beside it as mid.before-commit-")));
    QVERIFY(!risksOf(*job()).contains(QStringLiteral("between")));
    QVERIFY(risksOf(*job(QStringLiteral("root"))).contains(QStringLiteral("between")));
    QVERIFY(!risksOf(*job()).contains(QStringLiteral("grows")));
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img snapshot -c s mid")), QString());
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img resize -q -f qcow2 over 6M")), QString());
    QVERIFY(risksOf(*job()).contains(QStringLiteral("grows")));
    QVERIFY(risksOf(*job()).contains(QStringLiteral("snapshots in the base")));
}

void CommitJobTest::aStopLeavesNothing_data()
{
    QTest::addColumn<QString>("stage");
    for (const char *stage : {"copy", "commit", "verify"})
        QTest::addRow("%s", stage) << QString::fromLatin1(stage);
}

void CommitJobTest::aStopLeavesNothing()
{
    QFETCH(QString, stage);
    std::stop_source source;
    const JobHost host{.progress = [&](const JobProgress &progress) {
        if (progress.stage == stage)
            source.request_stop();
    }};
    const QString end = whatBecomesOf(*job(QStringLiteral("base")), source.get_token(), host);
    QVERIFY2(end.startsWith(QStringLiteral("cancelled: ")), qPrintable(end));
    QVERIFY(untouched());
}

void CommitJobTest::failuresLeaveNothing_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("says");
    const QByteArray others = "; exec $REAL \"$@\"";
    QTest::newRow("the disk is full") << "[ $1 = commit ] && { echo 'No space left on device' >&2; exit 1; }" + others
                                      << "no-space: ";
    QTest::newRow("no empty layer") << "[ $1 = create ] && exit 1" + others << "tool-failed: ";
    QTest::newRow("nothing was done") << "[ $1 = commit ] && exit 0" + others << "input-output: ";
    QTest::newRow("the content is another") << "[ $1 = commit ] && { $REAL \"$@\"; "
                                               "exec qemu-io -f qcow2 -c 'write -P 1 3M 64k' \"$5\"; }" +
            others << "input-output: ";
    QTest::newRow("it cannot be compared")
        << "[ $1 = compare ] && { echo 'Input/output error' >&2; exit 2; }" + others << "input-output: ";
    QTest::newRow("killed") << "[ $1 = commit ] && kill -9 $$" + others << "tool-failed: ";
}

void CommitJobTest::failuresLeaveNothing()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, says);
    QVERIFY(m_shop->replaceQemuImg(script));
    const QString end = whatBecomesOf(*job());
    QVERIFY2(end.startsWith(says), qPrintable(end));
    QVERIFY(untouched());
}

void CommitJobTest::whatChangesMeanwhileIsSeen()
{
    const std::unique_ptr<Job> commit = job();
    const auto plan = commit->plan({});
    QVERIFY(plan);
    // While it is compared somebody lengthens a layer, or makes another overlay.
    const QByteArray others = "; exec $REAL \"$@\"";
    QVERIFY(m_shop->replaceQemuImg("[ $1 = compare ] && $REAL create -q -f qcow2 -b mid -F qcow2 " +
        m_shop->native(QStringLiteral("late")) + others));
    QVERIFY(whatBecomesOf(*commit).startsWith(QStringLiteral("conflict: ")));
    QVERIFY(QFile::remove(m_shop->path(QStringLiteral("late"))));
    QVERIFY(untouched());
    QVERIFY(m_shop->replaceQemuImg(
        "[ $1 = compare ] && truncate -s +1M " + m_shop->native(QStringLiteral("over")) + others));
    QVERIFY(whatBecomesOf(*commit).startsWith(QStringLiteral("conflict: ")));
    QCOMPARE(m_shop->hash(QStringLiteral("mid")), m_before[QStringLiteral("mid")]);
    QCOMPARE(m_shop->names().size(), m_before.size());
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 -b mid -F qcow2 over 9M")), QString());
    QCOMPARE(commit->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
}

void CommitJobTest::theCommandMeansTheSameEverywhere()
{
    const QString here = QDir::currentPath();
    const JobStart start = commitJob({.image = "-x", .format = ImageFormat::Qcow2, .base = "y"})->start();
    QCOMPARE(start.command,
        QStringList({QStringLiteral("commit"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("--into"),
            here + QStringLiteral("/y"), QStringLiteral("--"), here + QStringLiteral("/-x")}));
    for (const JobStart &told : {start, commitJob({.image = "x", .format = {}, .base = {}})->start()}) {
        const auto again = jobFromCommand(told.command);
        QVERIFY(again);
        QCOMPARE((*again)->start().command, told.command);
    }
    QCOMPARE(jobFromCommand({QStringLiteral("commit")}).error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(CommitJobTest)
#include "tst_commitjob.moc"
