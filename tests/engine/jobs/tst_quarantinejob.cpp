// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/quarantinejob.h"
#include "jobs/removejob.h"
#include "jobs/restorejob.h"

#include "base/filefacts.h"
#include "host/novapaths.h"
#include "host/quarantine.h"

#include "engine/image/oracle.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;
using namespace Qt::StringLiterals;

namespace {

constexpr auto uuid = "6f70656e-7374-4163-8b00-000000000001"_L1;
constexpr auto image = "c0ffee00-0000-4000-8000-000000000001"_L1;

} // namespace

/// Nothing that anybody stands on goes away.
class QuarantineJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatIsNeededStays_data();
    void whatIsNeededStays();
    void overlaysElsewhereAreFound();
    void aDomainsDiskStays();
    void whatAGuestUsesStays();
    void whatNobodyNeedsIsMoved();
    void aSilentWitnessKeepsItBack_data();
    void aSilentWitnessKeepsItBack();
    void whatIsNoFileIsRefused_data();
    void whatIsNoFileIsRefused();
    void whoComesAfterThePlanIsSeen();
    void restoredWithItsPlan();
    void removedOnlyWhenConfirmed();
    void theStartLooksAtNoDisk();
    void theCommandMeansTheSame();

private:
    QString file(const QString &name) const { return m_directory->filePath(name); }
    NativePath path(const QString &name) const { return file(name).toUtf8(); }
    QString base() const { return u"inst/_base/"_s + QString::fromLatin1(baseNameOfImage(image)); }
    void create(const QString &arguments) const
    {
        const QString words = QString(arguments).replace(u"@"_s, m_directory->path() + u'/');
        Oracle::run(u"qemu-img"_s, u"create -q "_s.append(words).split(u' '));
    }
    static Result<JobDone> run(const Job &job)
    {
        const Result<Plan> plan = job.plan({});
        if (!plan)
            return std::unexpected(plan.error());
        return job.run(*plan, {}, {});
    }
    Result<JobDone> quarantine(
        const QString &name, bool evidenceRead = false, const std::vector<NativePath> &lookIn = {}) const
    {
        return run(*quarantineJob({.path = path(name), .lookIn = lookIn, .evidenceRead = evidenceRead, .machine = {}}));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void QuarantineJobTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QDir root(m_directory->path());
    const QString instance = u"inst/"_s + uuid;
    for (const QString &name : QStringList{u"inst/_base"_s, instance, instance + u"_del"_s, u"images"_s, u"other"_s})
        QVERIFY(root.mkpath(name));
    create(u"-f raw @"_s + base() + u" 1M"_s);
    create(u"-f raw @inst/_base/swap_64 1M"_s);
    create(u"-f qcow2 -b @"_s + base() + u" -F raw @inst/"_s + uuid + u"/disk"_s);
    create(u"-f qcow2 @inst/"_s + uuid + u"_del/disk 1M"_s);
    create(u"-f qcow2 @images/"_s + image + u" 1M"_s);
    create(u"-f qcow2 -b "_s + image + u" -F qcow2 @images/over"_s);
    create(u"-f qcow2 @images/free 1M"_s);
}

void QuarantineJobTest::whatIsNeededStays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("who");
    QTest::newRow("a base") << base() << u"inst/"_s + uuid + u"/disk stands on it"_s;
    QTest::newRow("an instance's disk") << u"inst/"_s + uuid + u"/disk"_s << u"it belongs to the instance"_s;
    QTest::newRow("an image below another") << u"images/"_s + image << u"images/over stands on it"_s;
}

void QuarantineJobTest::whatIsNeededStays()
{
    QFETCH(const QString, name);
    QFETCH(const QString, who);
    const Result<JobDone> done = quarantine(name, true);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Conflict);
    QVERIFY2(done.error().reason.contains(who), qPrintable(done.error().reason));
    QVERIFY(fileFacts(path(name)));
}

void QuarantineJobTest::overlaysElsewhereAreFound()
{
    create(u"-f qcow2 -b @images/free -F qcow2 @other/overlay"_s);
    const Result<JobDone> done = quarantine(u"images/free"_s, true, {path(u"other"_s)});
    QVERIFY(!done);
    QVERIFY2(done.error().reason.contains(u"other/overlay stands on it"_s), qPrintable(done.error().reason));
    QCOMPARE(quarantine(u"images/free"_s, true, {path(u"nowhere"_s)}).error().kind, ErrorKind::NotFound);
    QCOMPARE(quarantine(u"images/free"_s, true, {path(u"other/overlay"_s)}).error().kind, ErrorKind::Usage);
    QVERIFY(fileFacts(path(u"images/free"_s)));
}

void QuarantineJobTest::aDomainsDiskStays()
{
    QVERIFY(QDir(m_directory->path()).mkdir(u"domains"_s));
    QVERIFY(QFile::link(file(u"images"_s), file(u"way"_s)));
    QFile xml(file(u"domains/one.xml"_s));
    QVERIFY(xml.open(QIODevice::WriteOnly));
    xml.write("<domain type='kvm'><name>one</name><devices><disk type='file' device='disk'><source file='" +
        path(u"way/free"_s) + "'/><target dev='vda'/></disk></devices></domain>");
    xml.close();
    QuarantineRequest request{.path = path(u"images/free"_s), .lookIn = {}, .evidenceRead = true, .machine = {}};
    request.machine.domainDirectories = {path(u"domains"_s)};
    const Result<JobDone> done = run(*quarantineJob(request));
    QVERIFY(!done);
    QVERIFY2(done.error().reason.contains(u"libvirt's domain one stands on it, or is it"_s),
        qPrintable(done.error().reason));

    // What its disk stands on is needed, too, and a whole directory by whatever way it is named.
    create(u"-f qcow2 -b @images/free -F qcow2 @other/top"_s);
    QVERIFY(xml.open(QIODevice::WriteOnly | QIODevice::Truncate));
    xml.write("<domain type='kvm'><name>two</name><devices><disk type='file' device='disk'>"
              "<driver name='qemu' type='qcow2'/><source file='" +
        path(u"other/top"_s) + "'/><target dev='vda'/></disk><disk type='file' device='disk'><source file='" +
        path(u"tree/"_s + uuid + u"_del/disk"_s) + "'/><target dev='vdb'/></disk></devices></domain>");
    xml.close();
    QVERIFY(QFile::link(file(u"inst"_s), file(u"tree"_s)));
    for (const QString &name : QStringList{u"images/free"_s, u"inst/"_s + uuid + u"_del"_s}) {
        request.path = path(name);
        const Result<JobDone> refused = run(*quarantineJob(request));
        QVERIFY2(!refused, qPrintable(name));
        QVERIFY2(refused.error().reason.contains(u"libvirt's domain two"_s), qPrintable(refused.error().reason));
    }
    request.path = path(u"images/free"_s);

    // One that nobody can read may name anything.
    QVERIFY(xml.open(QIODevice::WriteOnly | QIODevice::Truncate));
    xml.write("<domain");
    xml.close();
    request.evidenceRead = false;
    const Result<Plan> plan = quarantineJob(request)->plan({});
    QVERIFY(plan);
    QVERIFY(plan->obstacle());
}

void QuarantineJobTest::whatAGuestUsesStays()
{
    QProcess guest;
    guest.start(u"qemu-io"_s, {u"-r"_s, u"-f"_s, u"qcow2"_s, file(u"images/free"_s)});
    QVERIFY(guest.waitForStarted());
    guest.write("length\n");
    QVERIFY(guest.waitForReadyRead());
    const Result<JobDone> done = quarantine(u"images/free"_s);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Conflict);
    QVERIFY(done.error().reason.contains(QString::number(guest.processId())));
    guest.closeWriteChannel();
    QVERIFY(guest.waitForFinished());
    QVERIFY(fileFacts(path(u"images/free"_s)));
}

void QuarantineJobTest::whatNobodyNeedsIsMoved()
{
    const Result<Plan> plan = quarantineJob({.path = path(u"inst/_base/swap_64"_s), .machine = {}})->plan({});
    QVERIFY(plan);
    QVERIFY(!plan->obstacle());
    QCOMPARE(plan->moves.size(), 1u);
    QCOMPARE(plan->moves.front().to, path(u"inst/.fathom-quarantine"_s));
    QVERIFY(!plan->evidence.empty());
    QVERIFY(fileFacts(path(u"inst/_base/swap_64"_s)));
    const Result<JobDone> done = quarantine(u"inst/_base/swap_64"_s);
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QVERIFY(!fileFacts(path(u"inst/_base/swap_64"_s)));
    QCOMPARE(listQuarantine(path(u"inst"_s))->things.size(), 1u);
    QCOMPARE(done->changed.front(), path(u"inst/_base/swap_64"_s));
}

void QuarantineJobTest::aSilentWitnessKeepsItBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("Glance") << u"images/"_s + image;
    QTest::newRow("Nova") << u"inst/"_s + uuid + u"_del"_s;
    QTest::newRow("other hosts") << u"inst/_base/swap_64"_s;
    QTest::newRow("Nova, of a leftover's disk") << u"inst/"_s + uuid + u"_del/disk"_s;
}

void QuarantineJobTest::aSilentWitnessKeepsItBack()
{
    QFETCH(const QString, name);
    QVERIFY(QFile::remove(file(u"images/over"_s)));
    QFile hosts(file(u"inst/compute_nodes"_s));
    QVERIFY(hosts.open(QIODevice::WriteOnly));
    hosts.write(R"({"one": 1.0, "two": 2.0})");
    hosts.close();
    const Result<JobDone> refused = quarantine(name);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QVERIFY(fileFacts(path(name)));
    const Result<JobDone> done = quarantine(name, true);
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QVERIFY(!fileFacts(path(name)));
}

void QuarantineJobTest::whatIsNoFileIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a directory of images") << u"images"_s;
    QTest::newRow("the image cache") << u"inst/_base"_s;
    QTest::newRow("a symbolic link") << u"link"_s;
}

void QuarantineJobTest::whatIsNoFileIsRefused()
{
    QFETCH(const QString, name);
    QVERIFY(QFile::link(file(u"images/free"_s), file(u"link"_s)));
    const Result<JobDone> done = quarantine(name, true);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::NotAFile);
    QVERIFY(fileFacts(path(name)));
}

void QuarantineJobTest::whoComesAfterThePlanIsSeen()
{
    const std::unique_ptr<Job> job = quarantineJob({.path = path(u"images/free"_s), .machine = {}});
    const Result<Plan> plan = job->plan({});
    QVERIFY(plan);
    create(u"-f qcow2 -b free -F qcow2 @images/late"_s);
    const Result<JobDone> done = job->run(*plan, {}, {});
    QVERIFY(!done);
    QVERIFY(done.error().reason.contains(u"images/late"_s));
    QVERIFY(fileFacts(path(u"images/free"_s)));
}

void QuarantineJobTest::restoredWithItsPlan()
{
    QVERIFY(quarantine(u"images/free"_s));
    const QuarantinedThing thing = listQuarantine(path(u"images"_s))->things.front();
    const std::unique_ptr<Job> job = restoreJob(thing.held);
    const Result<Plan> plan = job->plan({});
    QVERIFY(plan);
    QCOMPARE(plan->moves.front().to, path(u"images/free"_s));
    QFile blocker(file(u"images/free"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    QCOMPARE(job->plan({}).error().kind, ErrorKind::Conflict);
    QVERIFY(!job->run(*plan, {}, {}));
    QVERIFY(blocker.remove());
    QVERIFY(job->run(*plan, {}, {}));
    QVERIFY(fileFacts(path(u"images/free"_s)));
    QCOMPARE(job->plan({}).error().kind, ErrorKind::NotFound);
}

void QuarantineJobTest::removedOnlyWhenConfirmed()
{
    QVERIFY(quarantine(u"images/free"_s));
    const QuarantinedThing thing = listQuarantine(path(u"images"_s))->things.front();
    QCOMPARE(run(*removeJob(thing.entry, false)).error().kind, ErrorKind::Conflict);
    QVERIFY(fileFacts(thing.held));
    const Result<JobDone> done = run(*removeJob(thing.entry, true));
    QVERIFY(done);
    QVERIFY(!fileFacts(thing.entry));
    // Nothing but what lies in a quarantine.
    QCOMPARE(run(*removeJob(path(u"images/over"_s), true)).error().kind, ErrorKind::Usage);
    QVERIFY(fileFacts(path(u"images/over"_s)));
}

/// A job is told of before it begins, by the thread of a window: no disk is looked at.
void QuarantineJobTest::theStartLooksAtNoDisk()
{
    QVERIFY(QFile::link(file(u"images"_s), file(u"way"_s)));
    QVERIFY(quarantine(u"images/free"_s));
    const QString entry = QString::fromUtf8(fileName(listQuarantine(path(u"images"_s))->things.front().entry));
    const NativePath thing = path(u"way/.fathom-quarantine/"_s + entry);
    for (const JobStart &start : {quarantineJob({.path = path(u"way/over"_s), .machine = {}})->start(),
             restoreJob(thing)->start(), removeJob(thing, true)->start()}) {
        QVERIFY2(start.command.last().startsWith(file(u"way/"_s)), qPrintable(start.command.last()));
        QVERIFY2(start.title.contains(file(u"way/"_s)), qPrintable(start.title));
    }
    // What it does follows the way all the same.
    QVERIFY(run(*restoreJob(thing)));
    QVERIFY(fileFacts(path(u"images/free"_s)));
}

void QuarantineJobTest::theCommandMeansTheSame()
{
    const QString was = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_directory->path()));
    const QStringList command =
        quarantineJob({.path = "images/free", .lookIn = {"other"}, .evidenceRead = true})->start().command;
    QVERIFY(QDir::setCurrent(was));
    const QStringList wanted{
        u"quarantine"_s, u"--look-in"_s, file(u"other"_s), u"--evidence-read"_s, u"--"_s, file(u"images/free"_s)};
    QCOMPARE(command, wanted);
    const Result<std::unique_ptr<Job>> again = jobFromCommand(command);
    QVERIFY(again);
    QCOMPARE((*again)->start().command, command);
    QVERIFY(jobFromCommand({u"restore"_s, u"--"_s, u"/x"_s}));
    QVERIFY(jobFromCommand({u"remove"_s, u"--for-good"_s, u"--"_s, u"/x"_s}));
    QCOMPARE(jobFromCommand({u"quarantine"_s}).error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(QuarantineJobTest)
#include "tst_quarantinejob.moc"
