// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/rebaserequest.h"

#include "engine/jobs/workshop.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>

using namespace Fathom;
using namespace Fathom::Tests;

/// With the real qemu-img. Whatever fails, the overlay is to the byte what it was, and nothing else lies there.
class RebaseJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theContentStays_data();
    void theContentStays();
    void onlyTheNameIsChangedWhereBothHoldTheSame();
    void basesThatDifferAreNotTakenForTheSame();
    void withoutItsBaseNothingIsProven();
    void theOriginalNeedNotBeKept();
    void whatIsRefused_data();
    void whatIsRefused();
    void aUsedOverlayIsRefused_data();
    void aUsedOverlayIsRefused();
    void risks();
    void aStopLeavesNothing_data();
    void aStopLeavesNothing();
    void failuresLeaveNothing_data();
    void failuresLeaveNothing();
    void whatChangesMeanwhileIsSeen();
    void theCommandMeansTheSameEverywhere();

private:
    std::unique_ptr<Job> job(
        const QString &base = QStringLiteral("new"), ImageFormat format = ImageFormat::Qcow2, bool onlyNames = false)
    {
        return rebaseJob({.image = m_shop->native(QStringLiteral("over")),
            .format = {},
            .base = m_shop->native(base),
            .baseFormat = format,
            .onlyNames = onlyNames});
    }
    QString compare(const QString &one, const QString &other) const
    {
        return m_shop->tool(QStringLiteral("qemu-img compare -f qcow2 -F qcow2 %1 %2").arg(one, other));
    }
    /// The overlay is what it was, and nothing came to be.
    bool untouched() const { return m_shop->hash(QStringLiteral("over")) == m_before && m_shop->names() == m_names; }

    std::unique_ptr<Workshop> m_shop;
    QByteArray m_before;
    QStringList m_names;
};

/// "over" stands on "old", and "new" holds something else; "same" is a raw file with what "old" holds.
void RebaseJobTest::init()
{
    m_shop = std::make_unique<Workshop>();
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 old 4M")), QString());
    QCOMPARE(m_shop->io(QStringLiteral("qcow2"), QStringLiteral("old"), QStringLiteral("write -P 7 0 1M")), QString());
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img convert -O raw old same")), QString());
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 new 4M")), QString());
    QCOMPARE(
        m_shop->io(QStringLiteral("qcow2"), QStringLiteral("new"), QStringLiteral("write -P 8 512k 1M")), QString());
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 -b old -F qcow2 over")), QString());
    QCOMPARE(
        m_shop->io(QStringLiteral("qcow2"), QStringLiteral("over"), QStringLiteral("write -P 9 2M 64k")), QString());
    m_before = m_shop->hash(QStringLiteral("over"));
    m_names = m_shop->names();
}

void RebaseJobTest::theContentStays_data()
{
    QTest::addColumn<QString>("make");
    QTest::addColumn<ImageFormat>("format");
    QTest::newRow("onto another") << QString() << ImageFormat::Qcow2;
    QTest::newRow("onto a smaller one") << "qcow2 new 1M" << ImageFormat::Qcow2;
    QTest::newRow("onto a larger one") << "qcow2 new 16M" << ImageFormat::Qcow2;
    QTest::newRow("onto a raw one") << "raw new 3M" << ImageFormat::Raw;
    QTest::newRow("onto an overlay of its base") << "qcow2 -b old -F qcow2 new" << ImageFormat::Qcow2;
}

void RebaseJobTest::theContentStays()
{
    QFETCH(QString, make);
    QFETCH(ImageFormat, format);
    if (!make.isEmpty())
        QCOMPARE(m_shop->create(make), QString());
    const QString path = m_shop->path(QStringLiteral("over"));
    QCOMPARE(::chmod(path.toUtf8().constData(), 0640), 0);
    JobDone done;
    QCOMPARE(whatBecomesOf(*job(QStringLiteral("new"), format), {}, {}, &done), QString());
    const QString kept = QString::fromUtf8(done.changed[1]).section(u'/', -1);
    static const QRegularExpression shape(QStringLiteral("^over\\.before-rebase-\\d{4}-\\d\\d-\\d\\d$"));
    QVERIFY2(shape.match(kept).hasMatch(), qPrintable(kept));
    QCOMPARE(done.facts[QStringLiteral("kept")].toString(), m_shop->path(kept));
    QCOMPARE(m_shop->hash(kept), m_before);
    QCOMPARE(compare(kept, QStringLiteral("over")), QString());
    QVERIFY(done.text.contains(kept));
    const QJsonObject info = Oracle::qemuInfo(path, QStringLiteral("qcow2"));
    QCOMPARE(info[QStringLiteral("backing-filename")].toString(), m_shop->path(QStringLiteral("new")));
    QCOMPARE(
        info[QStringLiteral("backing-filename-format")].toString(), QLatin1StringView(formatTraits(format).qemuName));
    QCOMPARE(info[QStringLiteral("virtual-size")].toInteger(), 4 << 20);
    struct stat status{};
    QCOMPARE(::stat(path.toUtf8().constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, 0640U);
    m_names.insert(m_names.indexOf(QStringLiteral("over")) + 1, kept);
    QCOMPARE(m_shop->names(), m_names);
}

void RebaseJobTest::onlyTheNameIsChangedWhereBothHoldTheSame()
{
    const std::unique_ptr<Job> names = job(QStringLiteral("same"), ImageFormat::Raw, true);
    const auto plan = names->plan({});
    QVERIFY(plan);
    QCOMPARE(plan->commands.front().arguments.front(), QStringLiteral("compare"));
    QVERIFY(plan->commands.back().arguments.contains(QStringLiteral("-u")));
    JobDone done;
    QCOMPARE(whatBecomesOf(*names, {}, {}, &done), QString());
    QCOMPARE(compare(QString::fromUtf8(done.changed[1]), QStringLiteral("over")), QString());
    QCOMPARE(
        QFileInfo(m_shop->path(QStringLiteral("over"))).size(), QFileInfo(QString::fromUtf8(done.changed[1])).size());
    // Its snapshots are no obstacle then.
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img snapshot -c s over")), QString());
    QCOMPARE(whatBecomesOf(*job(QStringLiteral("old"), ImageFormat::Qcow2, true)), QString());
    QVERIFY(m_shop->names().contains(QString::fromUtf8(fileName(done.changed[1]) + ".2")));
}

void RebaseJobTest::basesThatDifferAreNotTakenForTheSame()
{
    const QString refusal = whatBecomesOf(*job(QStringLiteral("new"), ImageFormat::Qcow2, true));
    QVERIFY2(
        refusal.startsWith(QStringLiteral("conflict: ")) && refusal.contains(QStringLiteral("do not hold the same")),
        qPrintable(refusal));
    QVERIFY(untouched());
}

void RebaseJobTest::withoutItsBaseNothingIsProven()
{
    QVERIFY(QFile::remove(m_shop->path(QStringLiteral("old"))));
    m_names = m_shop->names();
    for (const bool onlyNames : {false, true}) {
        const QString refusal = whatBecomesOf(*job(QStringLiteral("same"), ImageFormat::Raw, onlyNames));
        QVERIFY2(refusal.startsWith(QStringLiteral("not-found: ")), qPrintable(refusal));
    }
    QVERIFY(untouched());
}

void RebaseJobTest::theOriginalNeedNotBeKept()
{
    JobDone done;
    QCOMPARE(whatBecomesOf(*rebaseJob({.image = m_shop->native(QStringLiteral("over")),
                               .format = {},
                               .base = m_shop->native(QStringLiteral("new")),
                               .baseFormat = {},
                               .keeps = false}),
                 {}, {}, &done),
        QString());
    QCOMPARE(done.changed, std::vector<NativePath>{m_shop->native(QStringLiteral("over"))});
    QVERIFY(!done.facts.contains(QStringLiteral("kept")));
    QCOMPARE(m_shop->names(), m_names);
    QCOMPARE(m_shop->io(QStringLiteral("qcow2"), QStringLiteral("over"), QStringLiteral("read -P 7 0 1M")), QString());
}

void RebaseJobTest::whatIsRefused_data()
{
    QTest::addColumn<QString>("make");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("says");
    QTest::newRow("no overlay") << "qemu-img rebase -u -f qcow2 -b  over" << "new" << "unsupported: ";
    QTest::newRow("not qcow2") << "qemu-img create -q -f vdi over 4M" << "new" << "unsupported: ";
    QTest::newRow("snapshots") << "qemu-img snapshot -c s over" << "new" << "unsupported: ";
    QTest::newRow("no new base") << "true" << "none" << "not-found: ";
    QTest::newRow("itself") << "true" << "over" << "conflict: ";
    QTest::newRow("what stands on it") << "qemu-img create -q -f qcow2 -b over -F qcow2 new" << "new" << "conflict: ";
    QTest::newRow("the same base") << "qemu-img rebase -u -f qcow2 -b $PWD/new -F qcow2 over" << "new" << "conflict: ";
    QTest::newRow("hard links") << "ln over second" << "new" << "conflict: ";
    QTest::newRow("read-only") << "chmod 0444 over" << "new" << "no-permission: ";
    QTest::newRow("another format than told") << "cp same new" << "new" << "unsafe: ";
}

void RebaseJobTest::whatIsRefused()
{
    QFETCH(QString, make);
    QFETCH(QString, base);
    QFETCH(QString, says);
    make.replace(QStringLiteral("$PWD"), m_shop->directory());
    QCOMPARE(m_shop->tool(make), QString());
    m_before = m_shop->hash(QStringLiteral("over"));
    m_names = m_shop->names();
    const QString refusal = whatBecomesOf(*job(base));
    QVERIFY2(refusal.startsWith(says), qPrintable(refusal));
    QVERIFY(untouched());
}

void RebaseJobTest::aUsedOverlayIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("the overlay") << "over" << true;
    QTest::newRow("the new base") << "new" << true;
    QTest::newRow("another disk over its base") << "other" << false;
}

void RebaseJobTest::aUsedOverlayIsRefused()
{
    QFETCH(QString, name);
    QFETCH(bool, isRefused);
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 -b old -F qcow2 other")), QString());
    const std::unique_ptr<Job> rebase = job();
    const auto plan = rebase->plan({});
    QVERIFY(plan);
    QProcess guest;
    guest.start(QStringLiteral("qemu-io"), {QStringLiteral("-f"), QStringLiteral("qcow2"), m_shop->path(name)});
    QVERIFY(guest.waitForStarted());
    guest.write("length\n");
    QVERIFY(guest.waitForReadyRead());
    const auto done = rebase->run(*plan, {}, {});
    QVERIFY2(done.has_value() != isRefused, qPrintable(done ? QString() : sentence(done.error())));
    if (isRefused) {
        QCOMPARE(done.error().kind, ErrorKind::Conflict);
        QCOMPARE(whatBecomesOf(*rebase).section(u':', 0, 0), QStringLiteral("conflict"));
        QCOMPARE(m_shop->hash(QStringLiteral("over")), m_before);
    }
    guest.closeWriteChannel();
    QVERIFY(guest.waitForFinished());
}

void RebaseJobTest::risks()
{
    QVERIFY(risksOf(*job()).contains(QStringLiteral("kept beside it as over.before-rebase-")));
    QVERIFY(risksOf(*job()).contains(QStringLiteral("grows by")));
    QVERIFY(!risksOf(*job(QStringLiteral("same"), ImageFormat::Raw, true)).contains(QStringLiteral("grows by")));
    QVERIFY(!risksOf(*job()).contains(QStringLiteral("larger")));
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 -b over -F qcow2 upper")), QString());
    QVERIFY(risksOf(*job()).contains(QStringLiteral("upper stands on it, and stays as it is")));
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 new 8M")), QString());
    QVERIFY(risksOf(*job()).contains(QStringLiteral("new is larger")));
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 new 2M")), QString());
    QVERIFY(risksOf(*job()).contains(QStringLiteral("new is smaller")));
    QVERIFY(!risksOf(*job()).contains(QStringLiteral("Nova")));
    QCOMPARE(m_shop->tool(QStringLiteral("mkdir _base")), QString());
    QCOMPARE(m_shop->tool(QStringLiteral("cp old new _base")), QString());
    QVERIFY(risksOf(*job(QStringLiteral("_base/new"))).contains(QStringLiteral("Glance image")));
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img rebase -u -f qcow2 -b _base/old -F qcow2 over")), QString());
    QVERIFY(risksOf(*job()).contains(QStringLiteral("does not lie in Nova's image cache")));
}

void RebaseJobTest::aStopLeavesNothing_data()
{
    QTest::addColumn<QString>("stage");
    QTest::addColumn<bool>("onlyNames");
    for (const char *stage : {"copy", "rebase", "verify"}) {
        QTest::addRow("%s", stage) << QString::fromLatin1(stage) << false;
        QTest::addRow("%s, only names", stage) << QString::fromLatin1(stage) << true;
    }
}

void RebaseJobTest::aStopLeavesNothing()
{
    QFETCH(QString, stage);
    QFETCH(bool, onlyNames);
    std::stop_source source;
    const JobHost host{.progress = [&](const JobProgress &progress) {
        if (progress.stage == stage)
            source.request_stop();
    }};
    const QString end = whatBecomesOf(*job(onlyNames ? QStringLiteral("same") : QStringLiteral("new"),
                                          onlyNames ? ImageFormat::Raw : ImageFormat::Qcow2, onlyNames),
        source.get_token(), host);
    QVERIFY2(end.startsWith(QStringLiteral("cancelled: ")), qPrintable(end));
    QVERIFY(untouched());
}

void RebaseJobTest::failuresLeaveNothing_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("says");
    const QByteArray others = "; exec $REAL \"$@\"";
    QTest::newRow("the disk is full") << "[ $1 = rebase ] && { echo 'No space left on device' >&2; exit 1; }" + others
                                      << "no-space: ";
    QTest::newRow("nothing was done") << "[ $1 = rebase ] && exit 0" + others << "input-output: ";
    QTest::newRow("the content is another") << "[ $1 = rebase ] && { $REAL \"$@\"; for last; do :; done; "
                                               "exec qemu-io -c 'write -P 1 3M 64k' \"$last\"; }" +
            others << "input-output: ";
    QTest::newRow("it cannot be compared")
        << "[ $1 = compare ] && { echo 'Input/output error' >&2; exit 2; }" + others << "input-output: ";
    QTest::newRow("killed") << "[ $1 = rebase ] && kill -9 $$" + others << "tool-failed: ";
    QTest::newRow("another name") << "[ $1 = compare ] && exit 0; [ $1 = rebase ] && exit 0" + others
                                  << "tool-failed: ";
}

void RebaseJobTest::failuresLeaveNothing()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, says);
    QVERIFY(m_shop->replaceQemuImg(script));
    const QString end = whatBecomesOf(*job());
    QVERIFY2(end.startsWith(says), qPrintable(end));
    QVERIFY(untouched());
}

void RebaseJobTest::whatChangesMeanwhileIsSeen()
{
    const std::unique_ptr<Job> rebase = job();
    const auto plan = rebase->plan({});
    QVERIFY(plan);
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 new 8M")), QString());
    QCOMPARE(rebase->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
    QVERIFY(untouched());
    // While it is compared somebody lengthens a base.
    QVERIFY(m_shop->replaceQemuImg(
        "[ $1 = compare ] && truncate -s +1M " + m_shop->native(QStringLiteral("old")) + "; exec $REAL \"$@\""));
    const QString end = whatBecomesOf(*rebase);
    QVERIFY2(end.startsWith(QStringLiteral("conflict: ")), qPrintable(end));
    QVERIFY(untouched());
}

void RebaseJobTest::theCommandMeansTheSameEverywhere()
{
    const JobStart start = rebaseJob({.image = "-x",
                                         .format = ImageFormat::Qcow2,
                                         .base = "y",
                                         .baseFormat = ImageFormat::Raw,
                                         .onlyNames = true,
                                         .keeps = false})
                               ->start();
    const QString here = QDir::currentPath();
    QCOMPARE(start.command,
        QStringList(
            {QStringLiteral("rebase"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("--onto-format"),
                QStringLiteral("raw"), QStringLiteral("--unsafe"), QStringLiteral("--no-keep"), QStringLiteral("--"),
                here + QStringLiteral("/-x"), here + QStringLiteral("/y")}));
    const auto again = jobFromCommand(start.command);
    QVERIFY(again);
    QCOMPARE((*again)->start().command, start.command);
    QCOMPARE(jobFromCommand({QStringLiteral("rebase"), QStringLiteral("x")}).error().kind, ErrorKind::Usage);
    QCOMPARE(jobFromCommand({QStringLiteral("rebase"), QStringLiteral("--onto-format"), QStringLiteral("odd"),
                                QStringLiteral("x"), QStringLiteral("y")})
                 .error()
                 .kind,
        ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(RebaseJobTest)
#include "tst_rebasejob.moc"
