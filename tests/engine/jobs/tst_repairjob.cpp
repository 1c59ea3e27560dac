// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/repairrequest.h"

#include "engine/jobs/workshop.h"

#include <QProcess>
#include <QTest>

#include <sys/stat.h>

using namespace Fathom;
using namespace Fathom::Tests;

/// With the real qemu-img, over images whose bytes are really wrong. Whatever fails, the image is to the byte what it
/// was, and nothing else lies there.
class RepairJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void damageIsRepaired_data();
    void damageIsRepaired();
    void anOverlayIsComparedOverItsBases();
    void aMissingBaseIsNoObstacle();
    void otherContentIsTold();
    void contentThatNobodyCouldReadIsTold();
    void theFileALinkLeadsToIsRepaired();
    void whatIsRefused_data();
    void whatIsRefused();
    void aUsedImageIsRefused_data();
    void aUsedImageIsRefused();
    void risks();
    void aStopLeavesNothing_data();
    void aStopLeavesNothing();
    void failuresLeaveNothing_data();
    void failuresLeaveNothing();
    void whatChangesMeanwhileIsSeen();
    void theCommandMeansTheSameEverywhere();

private:
    std::unique_ptr<Job> job(bool leaksOnly = false, const QString &name = QStringLiteral("disk")) const
    {
        return repairJob({.image = m_shop->native(name), .format = {}, .leaksOnly = leaksOnly});
    }
    /// The refcounts of clusters of a qcow2 that init() or makeOverlay() made: 16 bits each, in the third cluster.
    bool setRefcount(int cluster, quint8 count) const
    {
        return Oracle::patch(m_shop->path(QStringLiteral("disk")), (2 << 16) + 2 * cluster,
            QByteArray(1, '\0') + static_cast<char>(count));
    }
    bool leak() const
    {
        return QFile::resize(m_shop->path(QStringLiteral("disk")), 64 << 16) && setRefcount(40, 1) &&
            setRefcount(41, 1) && setRefcount(42, 1);
    }
    /// What was written is not counted.
    bool damage() const { return setRefcount(6, 0); }
    bool mark() const { return Oracle::patch(m_shop->path(QStringLiteral("disk")), 79, QByteArray(1, '\x02')); }
    QString check() const { return m_shop->tool(QStringLiteral("qemu-img check -q -f qcow2 disk")); }
    QString makeOverlay(const QString &base) const
    {
        const QString made = m_shop->create(QStringLiteral("qcow2 -b base -F raw disk"));
        const QString written =
            m_shop->io(QStringLiteral("qcow2"), QStringLiteral("disk"), QStringLiteral("write -P 7 0 1M"));
        if (base.isEmpty())
            QFile::remove(m_shop->path(QStringLiteral("base")));
        return made + written;
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

/// 1 MiB of a qcow2 of 10 MiB is written; nothing is wrong with it yet.
void RepairJobTest::init()
{
    m_shop = std::make_unique<Workshop>();
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 disk 10M")), QString());
    QCOMPARE(m_shop->io(QStringLiteral("qcow2"), QStringLiteral("disk"), QStringLiteral("write -P 7 0 1M")), QString());
    QCOMPARE(m_shop->tool(QStringLiteral("cp disk expected")), QString());
}

void RepairJobTest::damageIsRepaired_data()
{
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<bool>("leaksOnly");
    QTest::addColumn<int>("errors");
    QTest::addColumn<int>("leaks");
    QTest::newRow("damage") << "damage" << false << 1 << 0;
    QTest::newRow("lost space") << "leak" << false << 0 << 3;
    QTest::newRow("lost space alone") << "leak" << true << 0 << 3;
    QTest::newRow("both") << "damage leak" << false << 1 << 3;
    QTest::newRow("a mark") << "mark" << false << 0 << 0;
    QTest::newRow("all") << "damage leak mark" << false << 1 << 3;
}

void RepairJobTest::damageIsRepaired()
{
    QFETCH(QString, wrong);
    QFETCH(bool, leaksOnly);
    QFETCH(int, errors);
    QFETCH(int, leaks);
    QVERIFY(!wrong.contains(QStringLiteral("leak")) || leak());
    QVERIFY(!wrong.contains(QStringLiteral("damage")) || damage());
    QVERIFY(!wrong.contains(QStringLiteral("mark")) || mark());
    QCOMPARE(::chmod(m_shop->native(QStringLiteral("disk")).constData(), 0640), 0);
    remember();
    JobDone done;
    QStringList stages;
    const JobHost host{.progress = [&](const JobProgress &step) {
        if (!stages.contains(step.stage))
            stages.append(step.stage);
    }};
    QCOMPARE(whatBecomesOf(*job(leaksOnly), {}, host, &done), QString());
    QCOMPARE(stages, QStringLiteral("copy repair check verify").split(u' '));
    QCOMPARE(done.facts[QStringLiteral("corruptions-fixed")].toInt(), errors);
    QCOMPARE(done.facts[QStringLiteral("leaks-fixed")].toInt(), leaks);
    QCOMPARE(done.facts[QStringLiteral("same-content")], QJsonValue(true));
    QVERIFY2(done.text.contains(QStringLiteral("sees what it saw")), qPrintable(done.text));
    QVERIFY2(leaks == 0 || done.text.contains(QStringLiteral("3 leaked clusters")), qPrintable(done.text));
    QCOMPARE(check(), QString());
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img compare -f qcow2 -F qcow2 disk expected")), QString());
    QVERIFY(!done.images.front().info.corrupt);
    struct stat status{};
    QCOMPARE(::stat(m_shop->native(QStringLiteral("disk")).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, 0640U);
    // Put back, all is as before.
    const QString kept = QString::fromUtf8(fileName(done.changed[1]));
    QVERIFY2(kept.startsWith(QStringLiteral("disk.before-repair-2")), qPrintable(kept));
    QCOMPARE(done.facts[QStringLiteral("kept")].toString(), m_shop->path(kept));
    QVERIFY(QFile::remove(m_shop->path(QStringLiteral("disk"))));
    QVERIFY(QFile::rename(m_shop->path(kept), m_shop->path(QStringLiteral("disk"))));
    QVERIFY(untouched());
}

void RepairJobTest::anOverlayIsComparedOverItsBases()
{
    QCOMPARE(m_shop->create(QStringLiteral("raw base 10M")), QString());
    QCOMPARE(m_shop->io(QStringLiteral("raw"), QStringLiteral("base"), QStringLiteral("write -P 5 0 10M")), QString());
    QCOMPARE(makeOverlay(QStringLiteral("base")), QString());
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img convert -O qcow2 disk expected")), QString());
    QVERIFY(damage());
    remember();
    JobDone done;
    QCOMPARE(whatBecomesOf(*job(), {}, {}, &done), QString());
    QCOMPARE(done.facts[QStringLiteral("same-content")], QJsonValue(true));
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img compare -f qcow2 -F qcow2 disk expected")), QString());
    QCOMPARE(m_shop->hash(QStringLiteral("base")), m_before[QStringLiteral("base")]);
    QCOMPARE(done.images.front().info.backingFile, QByteArray("base"));
}

void RepairJobTest::aMissingBaseIsNoObstacle()
{
    QCOMPARE(m_shop->create(QStringLiteral("raw base 10M")), QString());
    QCOMPARE(makeOverlay(QString()), QString());
    QVERIFY(damage());
    QVERIFY2(risksOf(*job()).contains(QStringLiteral("not compared")), qPrintable(risksOf(*job())));
    JobDone done;
    QCOMPARE(whatBecomesOf(*job(), {}, {}, &done), QString());
    QVERIFY(!done.facts.contains(QStringLiteral("same-content")));
    QVERIFY2(done.text.contains(QStringLiteral("is not known")), qPrintable(done.text));
    QCOMPARE(done.images.front().info.backingFile, QByteArray("base"));
}

void RepairJobTest::otherContentIsTold()
{
    QVERIFY(damage());
    QVERIFY(m_shop->replaceQemuImg("$REAL \"$@\"; rc=$?; [ \"$3\" = -r ] && for last; do :; done && "
                                   "qemu-io -f qcow2 -c 'write -P 1 0 64k' \"$last\" >/dev/null; exit $rc"));
    JobDone done;
    QCOMPARE(whatBecomesOf(*job(), {}, {}, &done), QString());
    QCOMPARE(done.facts[QStringLiteral("same-content")], QJsonValue(false));
    QVERIFY2(done.text.contains(QStringLiteral("Content mismatch at offset 0")), qPrintable(done.text));
}

/// Where the table of a QED leads behind the end of the file, nothing could be read before.
void RepairJobTest::contentThatNobodyCouldReadIsTold()
{
    constexpr qint64 table = 21 << 16;
    const auto leadAstray = [&](int entry) {
        return Oracle::patch(m_shop->path(QStringLiteral("disk")), table + 8 * entry + 3, QByteArray(1, '\x40'));
    };
    QCOMPARE(m_shop->create(QStringLiteral("qed disk 10M")), QString());
    QCOMPARE(m_shop->io(QStringLiteral("qed"), QStringLiteral("disk"), QStringLiteral("write -P 7 0 1M")), QString());
    QVERIFY(leadAstray(20));
    JobDone done;
    QCOMPARE(whatBecomesOf(*job(), {}, {}, &done), QString());
    QVERIFY2(done.text.contains(QStringLiteral("is not known; qemu-img says")), qPrintable(done.text));
    QCOMPARE(done.facts[QStringLiteral("corruptions-fixed")].toInt(), 1);
    QVERIFY(!done.facts.contains(QStringLiteral("same-content")));

    // The cluster that an entry led to before is lost then, and qemu-img does not give it back in a QED.
    QVERIFY(leadAstray(0));
    remember();
    const QString end = whatBecomesOf(*job());
    QVERIFY2(end.startsWith(QStringLiteral("malformed: ")) &&
            end.contains(QStringLiteral("1 errors were repaired, and 1 leaked clusters are left")),
        qPrintable(end));
    QVERIFY(untouched());
}

void RepairJobTest::theFileALinkLeadsToIsRepaired()
{
    QVERIFY(leak());
    QVERIFY(QDir(m_shop->directory()).mkdir(QStringLiteral("elsewhere")));
    QVERIFY(QFile::link(m_shop->path(QStringLiteral("disk")), m_shop->path(QStringLiteral("elsewhere/link"))));
    QCOMPARE(whatBecomesOf(*job(false, QStringLiteral("elsewhere/link"))), QString());
    QCOMPARE(check(), QString());
    QCOMPARE(QDir(m_shop->path(QStringLiteral("elsewhere")))
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{QStringLiteral("link")});
}

void RepairJobTest::whatIsRefused_data()
{
    QTest::addColumn<QString>("make");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<bool>("leaksOnly");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing is wrong") << "true" << "" << false << "conflict: ";
    QTest::newRow("more is wrong") << "true" << "damage leak" << true << "conflict: ";
    QTest::newRow("raw") << "qemu-img create -q -f raw disk 10M; printf '\\125\\252' | dd of=disk bs=1 seek=510 "
                            "conv=notrunc status=none"
                         << "" << false << "uns";
    QTest::newRow("VDI") << "qemu-img create -q -f vdi disk 10M" << "" << false << "unsupported: ";
    QTest::newRow("VMDK") << "qemu-img create -q -f vmdk disk 10M" << "" << false << "unsupported: ";
    QTest::newRow("an external data file")
        << "qemu-img create -q -f qcow2 -o data_file=data disk 10M" << "" << false << "unsafe: ";
    QTest::newRow("no such file") << "rm disk" << "" << false << "not-found: ";
    QTest::newRow("read-only") << "chmod 0400 disk" << "damage" << false << "no-permission: ";
    QTest::newRow("hard links") << "ln disk second" << "damage" << false << "conflict: ";
}

void RepairJobTest::whatIsRefused()
{
    QFETCH(QString, make);
    QFETCH(QString, wrong);
    QFETCH(bool, leaksOnly);
    QFETCH(QString, says);
    QVERIFY(!wrong.contains(QStringLiteral("leak")) || leak());
    QVERIFY(!wrong.contains(QStringLiteral("damage")) || damage());
    QCOMPARE(Oracle::make(QStringLiteral("sh"), {QStringLiteral("-c"), make}, m_shop->directory()), QString());
    remember();
    const QString refusal = whatBecomesOf(*job(leaksOnly));
    QVERIFY2(refusal.startsWith(says), qPrintable(refusal));
    QVERIFY(untouched());
}

void RepairJobTest::aUsedImageIsRefused_data()
{
    QTest::addColumn<bool>("reads");
    QTest::newRow("a guest") << false;
    QTest::newRow("a reader") << true;
}

void RepairJobTest::aUsedImageIsRefused()
{
    QFETCH(bool, reads);
    QVERIFY(leak());
    remember();
    const std::unique_ptr<Job> repair = job();
    const auto plan = repair->plan({});
    QVERIFY(plan);
    QProcess guest;
    guest.start(QStringLiteral("qemu-io"),
        QStringList{QStringLiteral("-f"), QStringLiteral("qcow2")} +
            (reads ? QStringList{QStringLiteral("-r")} : QStringList{}) +
            QStringList{m_shop->path(QStringLiteral("disk"))});
    QVERIFY(guest.waitForStarted());
    guest.write("length\n");
    QVERIFY(guest.waitForReadyRead());
    QCOMPARE(repair->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
    QCOMPARE(whatBecomesOf(*repair).section(u':', 0, 0), QStringLiteral("conflict"));
    guest.closeWriteChannel();
    QVERIFY(guest.waitForFinished());
    QVERIFY(untouched());
    QCOMPARE(whatBecomesOf(*repair), QString());
}

void RepairJobTest::risks()
{
    QVERIFY(damage());
    QVERIFY(leak());
    const QString all = risksOf(*job());
    QVERIFY2(all.contains(QStringLiteral("found in it: 2 errors and 3 leaked clusters")), qPrintable(all));
    QVERIFY(all.contains(QStringLiteral("kept beside it as disk.before-repair-")));
    QVERIFY(all.contains(QStringLiteral("see something else afterwards")));
    QVERIFY(!all.contains(QStringLiteral("stands on it")) && !all.contains(QStringLiteral("Glance")));
    QVERIFY(setRefcount(6, 1));
    QVERIFY(!risksOf(*job(true)).contains(QStringLiteral("see something else afterwards")));
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 -u -b disk -F qcow2 over 10M")), QString());
    QVERIFY(risksOf(*job()).contains(QStringLiteral("over stands on it")));
    const QString uuid = QStringLiteral("6f70656e-7374-4163-8b00-000000000001");
    QVERIFY(QFile::rename(m_shop->path(QStringLiteral("disk")), m_shop->path(uuid)));
    QVERIFY(risksOf(*job(false, uuid)).contains(QStringLiteral("Glance")));
}

void RepairJobTest::aStopLeavesNothing_data()
{
    QTest::addColumn<QString>("stage");
    for (const char *stage : {"copy", "repair", "check", "verify"})
        QTest::addRow("%s", stage) << QString::fromLatin1(stage);
}

void RepairJobTest::aStopLeavesNothing()
{
    QFETCH(QString, stage);
    QVERIFY(damage());
    remember();
    std::stop_source source;
    const JobHost host{.progress = [&](const JobProgress &progress) {
        if (progress.stage == stage)
            source.request_stop();
    }};
    const QString end = whatBecomesOf(*job(), source.get_token(), host);
    QVERIFY2(end.startsWith(QStringLiteral("cancelled: ")), qPrintable(end));
    QVERIFY(untouched());
}

void RepairJobTest::failuresLeaveNothing_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("says");
    const QByteArray others = "; exec $REAL \"$@\"";
    QTest::newRow("the disk is full") << "[ \"$3\" = -r ] && { echo 'No space left on device' >&2; exit 1; }" + others
                                      << "no-space: ";
    QTest::newRow("nothing was done") << "[ \"$3\" = -r ] && { echo '{\"corruptions-fixed\": 2}'; exit 0; }" + others
                                      << "malformed: ";
    QTest::newRow("something is left") << "[ \"$3\" = -r ] && { for last; do :; done; $REAL \"$@\"; printf '\\2' | "
                                          "dd of=\"$last\" bs=1 seek=262159 conv=notrunc status=none; exit 0; }" +
            others << "malformed: ";
    QTest::newRow("something else was made")
        << "[ \"$3\" = -r ] && { for last; do :; done; $REAL \"$@\"; exec $REAL resize -q -f qcow2 \"$last\" 11M; }" +
            others
        << "tool-failed: ";
    QTest::newRow("it cannot be checked again")
        << "case \"$*\" in *-r*) ;; check*.part) echo 'Input/output error' >&2; exit 1;; esac" + others
        << "input-output: ";
    QTest::newRow("killed") << "[ \"$3\" = -r ] && kill -9 $$" + others << "tool-failed: ";
}

void RepairJobTest::failuresLeaveNothing()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, says);
    QVERIFY(damage());
    remember();
    QVERIFY(m_shop->replaceQemuImg(script));
    const QString end = whatBecomesOf(*job());
    QVERIFY2(end.startsWith(says), qPrintable(end));
    QVERIFY(untouched());
}

void RepairJobTest::whatChangesMeanwhileIsSeen()
{
    QVERIFY(damage());
    remember();
    const std::unique_ptr<Job> repair = job();
    const auto plan = repair->plan({});
    QVERIFY(plan);
    QVERIFY(m_shop->replaceQemuImg(
        "[ $1 = compare ] && truncate -s +1M " + m_shop->native(QStringLiteral("disk")) + "; exec $REAL \"$@\""));
    QVERIFY(whatBecomesOf(*repair).startsWith(QStringLiteral("conflict: ")));
    QCOMPARE(m_shop->names().size(), m_before.size());
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 disk 11M")), QString());
    QCOMPARE(repair->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
}

void RepairJobTest::theCommandMeansTheSameEverywhere()
{
    const JobStart start = repairJob({.image = "-x", .format = ImageFormat::Qcow2, .leaksOnly = true})->start();
    QCOMPARE(start.command,
        QStringList({QStringLiteral("repair"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("--leaks"),
            QStringLiteral("--"), QDir::currentPath() + QStringLiteral("/-x")}));
    for (const JobStart &told : {start, repairJob({.image = "x", .format = {}})->start()}) {
        const auto again = jobFromCommand(told.command);
        QVERIFY(again);
        QCOMPARE((*again)->start().command, told.command);
    }
    QCOMPARE(jobFromCommand({QStringLiteral("repair")}).error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(RepairJobTest)
#include "tst_repairjob.moc"
