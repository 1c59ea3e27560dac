// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/recoverjob.h"

#include "base/filefacts.h"
#include "host/novapaths.h"
#include "libvirt/domainxml.h"

#include "engine/image/oracle.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;
using namespace Qt::StringLiterals;

namespace {

constexpr auto uuid = "6f70656e-7374-4163-8b00-000000000001"_L1;
constexpr auto image = "c0ffee00-0000-4000-8000-000000000001"_L1;

} // namespace

/// An instance comes back from what is left of it, and what is left stays as it is.
class RecoverJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void inItsPlace();
    void copiedElsewhereWithTheStoredImage();
    void byTheUsersWord();
    void aMissingBaseIsTold();
    void aDiskIsLeftOut();
    void aBaseThatIsTooLargeProvesNothing();
    void aWrongImageProvesNothing();
    void withoutXmlItIsGuessed();
    void rawDisksAndFirmware();
    void whatIsNoInstanceIsRefused();
    void anExistingTargetIsRefused();
    void cancelLeavesNothing();
    void aDamagedDiskLeavesNothing();
    void theCommandMeansTheSame();

private:
    QString file(const QString &name) const { return m_directory->filePath(name); }
    NativePath path(const QString &name) const { return file(name).toUtf8(); }
    QString base() const { return QString::fromLatin1(baseNameOfImage(image)); }
    QString make(const QString &program, const QString &arguments) const
    {
        return Oracle::make(program, arguments.split(u' '), m_directory->path());
    }
    QByteArray bytes(const QString &name) const
    {
        QFile opened(file(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile opened(file(name));
        QVERIFY(opened.open(QIODevice::WriteOnly | QIODevice::Truncate) && opened.write(text) == text.size());
    }
    /// The instance as it lies on a disk that was carried here; its base and its tree are gone.
    void carryAway() const
    {
        QVERIFY(QDir().rename(file(u"inst/"_s + uuid), file(u"carried"_s)));
        QVERIFY(QDir(file(u"inst"_s)).removeRecursively());
    }
    RecoverRequest request(const QString &instance) const
    {
        return {.instance = path(instance), .target = path(u"out"_s)};
    }
    static Result<JobDone> run(const RecoverRequest &wish, const JobHost &host = {}, const std::stop_token &stop = {})
    {
        const std::unique_ptr<Job> job = recoverJob(wish);
        const Result<Plan> plan = job->plan(stop);
        if (!plan)
            return std::unexpected(plan.error());
        return job->run(*plan, stop, host);
    }
    /// Every file but the result: its name and what it holds.
    QMap<QString, QByteArray> everything() const
    {
        QMap<QString, QByteArray> all;
        QDirIterator files(m_directory->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile opened(files.next());
            if (!opened.fileName().startsWith(file(u"out/"_s)) && opened.open(QIODevice::ReadOnly))
                all.insert(opened.fileName(), QCryptographicHash::hash(opened.readAll(), QCryptographicHash::Sha256));
        }
        return all;
    }
    QString difference(const QString &one, const QString &other) const
    {
        return make(u"qemu-img"_s, u"compare "_s + one + u' ' + other);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QMap<QString, QByteArray> m_before;
};

/// 3 MiB of the image, 1 MiB of the guest's own over them.
void RecoverJobTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    const QString instance = u"inst/"_s + uuid;
    for (const QString &name : QStringList{u"inst/_base"_s, instance, u"images"_s})
        QVERIFY(QDir(m_directory->path()).mkpath(name));
    const QString root = m_directory->path() + u'/';
    QCOMPARE(make(u"qemu-img"_s, u"create -q -f qcow2 images/"_s + image + u" 8M"_s), QString());
    QCOMPARE(Oracle::make(u"qemu-io"_s, {u"-c"_s, u"write -q -P 7 0 3M"_s, u"images/"_s + image}, m_directory->path()),
        QString());
    QCOMPARE(make(u"qemu-img"_s, u"convert -O raw images/"_s + image + u" inst/_base/"_s + base()), QString());
    QCOMPARE(
        make(u"qemu-img"_s,
            u"create -q -f qcow2 -F raw -b "_s + root + u"inst/_base/"_s + base() + u' ' + instance + u"/disk 16M"_s),
        QString());
    QCOMPARE(
        Oracle::make(u"qemu-io"_s, {u"-c"_s, u"write -q -P 9 1M 1M"_s, instance + u"/disk"_s}, m_directory->path()),
        QString());
    write(instance + u"/disk.info"_s, QString(u"{\"%1%2/disk\": \"qcow2\"}"_s).arg(root, instance).toUtf8());
    write(instance + u"/console.log"_s, "started\n");
    write(instance + u"/libvirt.xml"_s,
        QString(
            uR"(<domain type='kvm'><name>instance-1</name><uuid>%1</uuid><memory unit='MiB'>768</memory><vcpu>3</vcpu>
<os><type arch='x86_64' machine='pc-q35-6.2'>hvm</type></os><metadata>
<nova:instance xmlns:nova="http://openstack.org/xmlns/libvirt/nova/1.1"><nova:name>web/1</nova:name>
<nova:root type="image" uuid="%2"/></nova:instance></metadata><devices>
<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='%3%4/disk'/>
<target dev='sda' bus='scsi'/></disk>
<interface type='bridge'><mac address='fa:16:3e:00:00:01'/><source bridge='qbr1'/></interface></devices></domain>)"_s)
            .arg(uuid, image, root, instance)
            .toUtf8());
    QCOMPARE(make(u"qemu-img"_s, u"convert -O raw "_s + instance + u"/disk truth"_s), QString());
    m_before = everything();
}

void RecoverJobTest::cleanup()
{
    // Whatever a test moved, it says so itself; here nothing may have been written to.
    const QMap<QString, QByteArray> after = everything();
    for (const QByteArray &hash : after)
        QVERIFY(m_before.values().contains(hash));
    for (const QString &name : after.keys())
        QVERIFY2(!name.contains(u".fathom-"), qPrintable(name));
}

void RecoverJobTest::inItsPlace()
{
    const std::unique_ptr<Job> job = recoverJob(request(u"inst/"_s + uuid));
    const Result<Plan> plan = job->plan({});
    QVERIFY2(plan, qPrintable(plan ? QString() : sentence(plan.error())));
    QVERIFY(!plan->obstacle());
    QVERIFY(!QFile::exists(file(u"out"_s)));
    const Result<JobDone> done = job->run(*plan, {}, {});
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(difference(u"out/disk.qcow2"_s, u"truth"_s), QString());
    QVERIFY(!Oracle::qemuInfo(file(u"out/disk.qcow2"_s)).contains(u"backing-filename"_s));
    QCOMPARE(bytes(u"out/bases/"_s + base()), bytes(u"inst/_base/"_s + base()));
    QCOMPARE(bytes(u"out/console.log"_s), "started\n");
    for (const PlanFile &output : plan->outputs)
        QVERIFY2(fileFacts(output.path), output.path.constData());

    const Result<DomainFacts> domain = readDomainXml(bytes(u"out/domain.xml"_s), u"domain.xml"_s);
    QVERIFY(domain);
    QCOMPARE(domain->name, u"web-1"_s);
    QCOMPARE(domain->uuid, uuid);
    QCOMPARE(domain->memoryBytes, std::optional(qint64(768) << 20));
    QCOMPARE(domain->vcpus, std::optional(3));
    QCOMPARE(domain->macAddresses, QStringList{u"fa:16:3e:00:00:01"_s});
    QCOMPARE(domain->disks.size(), 1u);
    QCOMPARE(domain->disks.front().source, path(u"out/disk.qcow2"_s));
    QCOMPARE(domain->disks.front().driverFormat, u"qcow2"_s);
    QCOMPARE(domain->disks.front().target, u"sda"_s);
    QCOMPARE(domain->disks.front().bus, u"scsi"_s);
    QVERIFY(!bytes(u"out/domain.xml"_s).contains("qbr1"));
    QVERIFY(bytes(u"out/domain.xml"_s).contains("virtio-scsi"));
    QCOMPARE(make(u"virt-xml-validate"_s, u"out/domain.xml domain"_s), QString());
    QVERIFY(bytes(u"out/report.txt"_s).contains(image.latin1()));
}

void RecoverJobTest::copiedElsewhereWithTheStoredImage()
{
    carryAway();
    RecoverRequest wish = request(u"carried"_s);
    wish.lookIn = {path(u"images"_s)};
    const Result<JobDone> done = run(wish);
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(difference(u"out/disk.qcow2"_s, u"truth"_s), QString());
    // Made raw, as Nova had made it.
    QCOMPARE(Oracle::qemuInfo(file(u"out/bases/"_s + base()), u"raw"_s)[u"virtual-size"_s].toInteger(), 8 << 20);
}

void RecoverJobTest::byTheUsersWord()
{
    QVERIFY(QFile::copy(file(u"inst/_base/"_s + base()), file(u"some-file"_s)));
    carryAway();
    RecoverRequest wish = request(u"carried"_s);
    wish.bases = {{NativePath(), path(u"some-file"_s)}};
    const Result<JobDone> refused = run(wish);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QVERIFY(!QFile::exists(file(u"out"_s)));
    wish.evidenceRead = true;
    QVERIFY(run(wish));
    QCOMPARE(difference(u"out/disk.qcow2"_s, u"truth"_s), QString());
    QVERIFY(bytes(u"out/report.txt"_s).contains("NOT PROVEN"));
    wish.bases = {{"dsik", path(u"some-file"_s)}};
    wish.target = path(u"out2"_s);
    QCOMPARE(run(wish).error().kind, ErrorKind::Usage);
    wish.bases = {{NativePath(), path(u"nothing"_s)}};
    wish.target = path(u"out2"_s);
    QCOMPARE(run(wish).error().kind, ErrorKind::NotFound);
}

void RecoverJobTest::aMissingBaseIsTold()
{
    carryAway();
    const Result<JobDone> done = run(request(u"carried"_s));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::NotFound);
    QVERIFY(done.error().subject.contains(base()));
    QVERIFY(done.error().hint.contains(u"--look-in"_s));
}

void RecoverJobTest::aDiskIsLeftOut()
{
    const QString swap = u"inst/"_s + uuid + u"/disk.swap"_s;
    QCOMPARE(make(u"qemu-img"_s, u"create -q -u -f qcow2 -F raw -b /nowhere/swap_64 "_s + swap + u" 1M"_s), QString());
    m_before = everything();
    QCOMPARE(run(request(u"inst/"_s + uuid)).error().kind, ErrorKind::NotFound);
    RecoverRequest wish = request(u"inst/"_s + uuid);
    wish.without = {"disk.swap"};
    QVERIFY(run(wish));
    QVERIFY(QFile::exists(file(u"out/disk.qcow2"_s)) && !QFile::exists(file(u"out/disk.swap.qcow2"_s)));
    wish.without = {"disk.nothing"};
    wish.target = path(u"out2"_s);
    QCOMPARE(run(wish).error().kind, ErrorKind::Usage);
}

void RecoverJobTest::aBaseThatIsTooLargeProvesNothing()
{
    QVERIFY(QFile::resize(file(u"inst/_base/"_s + base()), 64 << 20));
    m_before = everything();
    const Result<Plan> plan = recoverJob(request(u"inst/"_s + uuid))->plan({});
    QVERIFY(plan);
    QVERIFY(plan->obstacle());
}

void RecoverJobTest::aWrongImageProvesNothing()
{
    QByteArray xml = bytes(u"inst/"_s + uuid + u"/libvirt.xml"_s);
    write(u"inst/"_s + uuid + u"/libvirt.xml"_s, xml.replace(image.latin1(), "c0ffee00-0000-4000-8000-000000000002"));
    carryAway();
    m_before = everything();
    // By the name alone, found in a tree that was copied, too.
    QVERIFY(QDir().mkpath(file(u"_base"_s)));
    QCOMPARE(make(u"qemu-img"_s, u"convert -O raw images/"_s + image + u" _base/"_s + base()), QString());
    m_before = everything();
    const Result<Plan> plan = recoverJob(request(u"carried"_s))->plan({});
    QVERIFY2(plan, qPrintable(plan ? QString() : sentence(plan.error())));
    QVERIFY(plan->obstacle());
}

void RecoverJobTest::withoutXmlItIsGuessed()
{
    QVERIFY(QFile::remove(file(u"inst/"_s + uuid + u"/libvirt.xml"_s)));
    QVERIFY(run(request(u"inst/"_s + uuid)));
    const Result<DomainFacts> domain = readDomainXml(bytes(u"out/domain.xml"_s), u"domain.xml"_s);
    QVERIFY(domain);
    QCOMPARE(domain->uuid, uuid);
    QCOMPARE(domain->disks.front().target, u"vda"_s);
    QCOMPARE(make(u"virt-xml-validate"_s, u"out/domain.xml domain"_s), QString());
}

void RecoverJobTest::rawDisksAndFirmware()
{
    write(u"inst/"_s + uuid + u"/instance-1_VARS.fd"_s, QByteArray(4096, 'v'));
    m_before = everything();
    RecoverRequest wish = request(u"inst/"_s + uuid);
    wish.format = ImageFormat::Raw;
    QVERIFY(run(wish));
    QCOMPARE(bytes(u"out/disk.raw"_s), bytes(u"truth"_s));
    QCOMPARE(bytes(u"out/instance-1_VARS.fd"_s), QByteArray(4096, 'v'));
    QVERIFY(bytes(u"out/domain.xml"_s).contains("firmware=\"efi\""));
    QCOMPARE(make(u"virt-xml-validate"_s, u"out/domain.xml domain"_s), QString());
}

void RecoverJobTest::whatIsNoInstanceIsRefused()
{
    QCOMPARE(run(request(u"images"_s)).error().kind, ErrorKind::NotFound);
    QCOMPARE(run(request(u"nothing"_s)).error().kind, ErrorKind::NotFound);
    QCOMPARE(run(request(u"truth"_s)).error().kind, ErrorKind::Usage);
    RecoverRequest inside = request(u"inst/"_s + uuid);
    inside.target = path(u"inst/"_s + uuid + u"/out"_s);
    QCOMPARE(run(inside).error().kind, ErrorKind::Usage);
    QVERIFY(!QFile::exists(file(u"out"_s)));
}

void RecoverJobTest::anExistingTargetIsRefused()
{
    QVERIFY(QDir().mkdir(file(u"out"_s)));
    QCOMPARE(run(request(u"inst/"_s + uuid)).error().kind, ErrorKind::Conflict);
    QVERIFY(QDir(file(u"out"_s)).isEmpty());
}

/// At every file that is begun.
void RecoverJobTest::cancelLeavesNothing()
{
    for (int most = 0;; ++most) {
        std::stop_source source;
        int begun = 0;
        JobHost host;
        host.willWrite = [&](const NativePath &) -> Result<void> {
            if (begun++ == most)
                source.request_stop();
            return {};
        };
        const Result<JobDone> done = run(request(u"inst/"_s + uuid), host, source.get_token());
        if (done) {
            QVERIFY(most > 4);
            return;
        }
        QCOMPARE(done.error().kind, ErrorKind::Cancelled);
        QVERIFY(!QFile::exists(file(u"out"_s)));
        QCOMPARE(everything(), m_before);
    }
}

void RecoverJobTest::aDamagedDiskLeavesNothing()
{
    const QString disk = file(u"inst/"_s + uuid + u"/disk"_s);
    QVERIFY(Oracle::patch(disk, 0x30000, QByteArray(8, '\x7f'))); // its L1 or L2 table leads nowhere
    m_before = everything();
    const Result<JobDone> done = run(request(u"inst/"_s + uuid));
    QVERIFY(!done);
    QVERIFY(!QFile::exists(file(u"out"_s)));
}

void RecoverJobTest::theCommandMeansTheSame()
{
    const QStringList words{u"recover"_s, u"-O"_s, u"raw"_s, u"--look-in"_s, u"/a"_s, u"--base"_s, u"disk=/x=y"_s,
        u"--base"_s, u"disk.eph0=/z"_s, u"--without"_s, u"disk.swap"_s, u"--evidence-read"_s, u"--"_s, u"/i"_s,
        u"/o"_s};
    const Result<std::unique_ptr<Job>> job = jobFromCommand(words);
    QVERIFY(job);
    QCOMPARE((*job)->start().command, words);
    const Result<std::unique_ptr<Job>> plain = jobFromCommand({u"recover"_s, u"--base"_s, u"/x=y"_s, u"/i"_s, u"/o"_s});
    QVERIFY(plain);
    QVERIFY((*plain)->start().command.contains(u"disk=/x=y"_s));
    QCOMPARE(jobFromCommand({u"recover"_s, u"/i"_s}).error().kind, ErrorKind::Usage);
    QCOMPARE(jobFromCommand({u"recover"_s, u"-O"_s, u"vmdk"_s, u"/i"_s, u"/o"_s}).error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(RecoverJobTest)
#include "tst_recoverjob.moc"
