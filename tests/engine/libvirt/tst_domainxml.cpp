// SPDX-License-Identifier: GPL-3.0-or-later
#include "libvirt/domainxml.h"

#include <QFile>
#include <QTest>

using namespace Fathom;
using namespace Qt::StringLiterals;

namespace {

QByteArray domain(const QByteArray &inside)
{
    return "<domain type='kvm'><name>x</name>" + inside + "</domain>";
}

} // namespace

class TestDomainXml : public QObject {
    Q_OBJECT

    /// As Nova of the Antelope release and libvirt write a running domain.
    QByteArray novaDomain;

private slots:
    void initTestCase()
    {
        QFile file(QStringLiteral(FATHOM_SOURCE_DIR "/tests/engine/libvirt/novadomain.xml"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        novaDomain = file.readAll();
    }

    void readsWhatNovaWrites()
    {
        const Result<DomainFacts> read = readDomainXml(novaDomain, u"x.xml"_s);
        QVERIFY2(read, read ? "" : qPrintable(sentence(read.error())));
        QCOMPARE(read->uuid, u"5b0c1d8e-6f39-4f0c-9d54-1f6f3a0e7c11"_s);
        QCOMPARE(read->name, u"instance-0000002a"_s);
        QCOMPARE(read->memoryBytes, 8LL << 30);
        QCOMPARE(read->vcpus, 4);
        QCOMPARE(read->novaVersion, u"27.1.0"_s);
        QCOMPARE(read->novaName, u"报表 & archive"_s);
        QCOMPARE(read->createdAt, u"2026-03-01 08:15:30"_s);
        QVERIFY(read->flavor);
        QCOMPARE(read->flavor->name, u"m1.large"_s);
        QCOMPARE(read->flavor->memoryMiB, 8192);
        QCOMPARE(read->flavor->diskGiB, 80);
        QCOMPARE(read->flavor->swapMiB, 512);
        QCOMPARE(read->flavor->ephemeralGiB, 20);
        QCOMPARE(read->flavor->vcpus, 4);
        QCOMPARE(read->projectId, u"a1b2c3d4e5f60718293a4b5c6d7e8f90"_s);
        QCOMPARE(read->projectName, u"accounting"_s);
        QCOMPARE(read->userId, u"0f9d2a7e5c1b4d3e8a6f0b1c2d3e4f50"_s);
        QCOMPARE(read->userName, u"alice"_s);
        QCOMPARE(read->imageUuid, u"c0ffee00-1234-4abc-8def-0123456789ab"_s);
        QCOMPARE(read->macAddresses, QStringList({u"fa:16:3e:00:00:01"_s, u"fa:16:3e:00:00:02"_s}));
        QCOMPARE(read->graphics, QStringList({u"vnc 10.0.0.1"_s, u"spice ::"_s, u"sdl"_s}));
    }

    void readsEveryKindOfDisk()
    {
        const Result<DomainFacts> read = readDomainXml(novaDomain, u"x.xml"_s);
        QVERIFY(read);
        QCOMPARE(read->disks.size(), 5U);
        const DomainDisk &first = read->disks[0];
        QCOMPARE(first.device, u"disk"_s);
        QCOMPARE(first.type, u"file"_s);
        QCOMPARE(first.driverFormat, u"qcow2"_s);
        // The backing store's source comes later in the text and is not the disk's.
        QCOMPARE(first.source, "/var/lib/nova/instances/5b0c1d8e-6f39-4f0c-9d54-1f6f3a0e7c11/disk");
        QCOMPARE(first.target, u"vda"_s);
        QCOMPARE(first.bus, u"virtio"_s);
        QCOMPARE(read->disks[1].source, "rbd:vms/5b0c_disk.eph0");
        QCOMPARE(read->disks[1].type, u"network"_s);
        QCOMPARE(read->disks[2].source, "/dev/vg0/lv");
        QCOMPARE(read->disks[2].device, u"disk"_s);
        QCOMPARE(read->disks[2].driverFormat, QString());
        QCOMPARE(read->disks[3].source, "fast/v1");
        QCOMPARE(read->disks[4].source, "");
        QCOMPARE(read->disks[4].device, u"cdrom"_s);
    }

    void readsMetadataOfBothNamespaces()
    {
        QByteArray old = novaDomain;
        old.replace("nova/1.1", "nova/1.0");
        Result<DomainFacts> read = readDomainXml(old, {});
        QVERIFY(read);
        QCOMPARE(read->projectName, u"accounting"_s);
        // The prefix means nothing, the namespace everything.
        old.replace("xmlns:nova=", "xmlns:n=").replace("<nova:", "<n:").replace("</nova:", "</n:");
        read = readDomainXml(old, {});
        QVERIFY(read);
        QCOMPARE(read->projectName, u"accounting"_s);
        QByteArray strange = novaDomain;
        strange.replace("nova/1.1", "nova/9");
        read = readDomainXml(strange, {});
        QVERIFY(read);
        QCOMPARE(read->projectName, QString());
        QVERIFY(!read->flavor);
    }

    void bootedFromVolumeHasNoImage()
    {
        QByteArray volume = novaDomain;
        volume.replace("<nova:root type=\"image\" uuid=\"c0ffee00-1234-4abc-8def-0123456789ab\"/>", "");
        QCOMPARE(readDomainXml(volume, {}).value().imageUuid, QString());
    }

    void takesTheVersionFromSysinfoWhereThereIsNoMetadata()
    {
        const QByteArray sysinfo = "<sysinfo type=\"smbios\"><system>"
                                   "<entry name=\"version\">2014.1.3</entry>"
                                   "<entry name=\"product\">%1</entry>"
                                   "<entry name=\"serial\">9</entry></system></sysinfo>";
        const auto version = [&](const char *product) {
            return readDomainXml(domain(QByteArray(sysinfo).replace("%1", product)), {}).value().novaVersion;
        };
        QCOMPARE(version("OpenStack Nova"), u"2014.1.3"_s);
        QCOMPARE(version("OpenStack Compute"), u"2014.1.3"_s);
        QCOMPARE(version("Somebody's Cloud"), QString());
    }

    void readsOldGraphics()
    {
        const QByteArray old = "<devices><graphics type=\"spice\" autoport=\"yes\" listen=\"0.0.0.0\"/></devices>";
        QCOMPARE(readDomainXml(domain(old), {}).value().graphics, QStringList({u"spice 0.0.0.0"_s}));
    }

    void countsMemory_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<qint64>("bytes"); // −1: not known
        QTest::newRow("no unit: KiB") << "<memory>4194304</memory>"_ba << (4LL << 30);
        QTest::newRow("b") << "<memory unit='b'>512</memory>"_ba << 512LL;
        QTest::newRow("bytes") << "<memory unit='bytes'>4096</memory>"_ba << 4096LL;
        QTest::newRow("KB") << "<memory unit='KB'>1000</memory>"_ba << 1'000'000LL;
        QTest::newRow("k") << "<memory unit='k'>1</memory>"_ba << 1024LL;
        QTest::newRow("MB") << "<memory unit='MB'>3</memory>"_ba << 3'000'000LL;
        QTest::newRow("M") << "<memory unit='M'>3</memory>"_ba << (3LL << 20);
        QTest::newRow("MiB") << "<memory unit='MiB'> 3\n</memory>"_ba << (3LL << 20);
        QTest::newRow("gib, any case") << "<memory unit='gib'>2</memory>"_ba << (2LL << 30);
        QTest::newRow("GB") << "<memory unit='GB'>2</memory>"_ba << 2'000'000'000LL;
        QTest::newRow("T") << "<memory unit='T'>1</memory>"_ba << (1LL << 40);
        QTest::newRow("TB") << "<memory unit='TB'>1</memory>"_ba << 1'000'000'000'000LL;
        QTest::newRow("unknown unit") << "<memory unit='furlong'>1</memory>"_ba << -1LL;
        QTest::newRow("unit of bits") << "<memory unit='Kib/s'>1</memory>"_ba << -1LL;
        QTest::newRow("too much") << "<memory unit='E'>8</memory>"_ba << -1LL;
        QTest::newRow("negative") << "<memory>-1</memory>"_ba << -1LL;
        QTest::newRow("no number") << "<memory>much</memory>"_ba << -1LL;
        QTest::newRow("not told") << ""_ba << -1LL;
    }

    void countsMemory()
    {
        QFETCH(const QByteArray, xml);
        QFETCH(const qint64, bytes);
        QCOMPARE(readDomainXml(domain(xml), {}).value().memoryBytes.value_or(-1), bytes);
    }

    void refusesWhatIsNoDomain_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<qint64>("offset"); // −1: not compared
        QTest::newRow("empty") << ""_ba << ErrorKind::Malformed << 0LL;
        QTest::newRow("blank") << " \n "_ba << ErrorKind::Malformed << -1LL;
        QTest::newRow("no XML") << "\x7f"
                                   "ELF"_ba
                                << ErrorKind::Malformed << -1LL;
        QTest::newRow("cut off") << novaDomain.first(novaDomain.size() / 2) << ErrorKind::Malformed << -1LL;
        QTest::newRow("wrong end") << "<domain><name>é</nome></domain>"_ba << ErrorKind::Malformed << -1LL;
        QTest::newRow("another root") << "<network><name>x</name></network>"_ba << ErrorKind::Malformed << 9LL;
        QTest::newRow("root of another namespace") << "<domain xmlns='urn:x'/>"_ba << ErrorKind::Malformed << -1LL;
        QTest::newRow("two roots") << "<domain/><domain/>"_ba << ErrorKind::Malformed << -1LL;
        QTest::newRow("unknown entity") << domain("<uuid>&who;</uuid>") << ErrorKind::Malformed << -1LL;
        QTest::newRow("control character") << domain("<uuid>\x01</uuid>") << ErrorKind::Malformed << -1LL;
        QTest::newRow("document type") << "<!DOCTYPE domain><domain/>"_ba << ErrorKind::Unsafe << -1LL;
        QTest::newRow("external entity")
            << "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><domain><name>&x;</name></domain>"_ba
            << ErrorKind::Unsafe << -1LL;
        QByteArray laughs = "<!DOCTYPE d [<!ENTITY a0 'ha'>";
        for (int i = 1; i < 40; ++i)
            laughs += "<!ENTITY a" + QByteArray::number(i) + " '&a" + QByteArray::number(i - 1) + ";&a" +
                QByteArray::number(i - 1) + ";'>";
        QTest::newRow("a billion laughs")
            << QByteArray(laughs + "]><domain><name>&a39;</name></domain>") << ErrorKind::Unsafe << -1LL;
        QTest::newRow("deep") << domain(QByteArray("<a>").repeated(50'000) + QByteArray("</a>").repeated(50'000))
                              << ErrorKind::Malformed << -1LL;
        QTest::newRow("deep inside a name")
            << domain("<uuid>" + QByteArray("<a>").repeated(50'000) + QByteArray("</a>").repeated(50'000) + "</uuid>")
            << ErrorKind::Malformed << -1LL;
        QTest::newRow("large") << domain("<title>" + QByteArray(domainXmlLimitBytes, 'x') + "</title>")
                               << ErrorKind::Unsupported << -1LL;
    }

    void refusesWhatIsNoDomain()
    {
        QFETCH(const QByteArray, xml);
        QFETCH(const ErrorKind, kind);
        QFETCH(const qint64, offset);
        const Result<DomainFacts> read = readDomainXml(xml, u"x.xml"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, kind);
        QCOMPARE(read.error().subject, u"x.xml"_s);
        QVERIFY(!read.error().reason.isEmpty());
        if (kind != ErrorKind::Unsupported) {
            QVERIFY(read.error().offset);
            QVERIFY(*read.error().offset >= 0 && *read.error().offset <= xml.size());
        }
        if (offset >= 0)
            QCOMPARE(*read.error().offset, offset);
    }

    void tellsTheByteWhereItIsMalformed()
    {
        // Three bytes a character before the fault: characters counted would point far before it.
        const QByteArray before = "<domain><name>报表报表报表报表</name>";
        const Result<DomainFacts> read = readDomainXml(before + "<a></b></domain>", {});
        QVERIFY(!read);
        QVERIFY2(*read.error().offset > before.size(), qPrintable(QString::number(*read.error().offset)));
    }

    void readsOtherEncodings()
    {
        const QString text = u"<?xml version='1.0' encoding='UTF-16'?><domain><name>名</name></domain>"_s;
        QByteArray utf16("\xff\xfe", 2);
        utf16 += QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        QCOMPARE(readDomainXml(utf16, {}).value().name, u"名"_s);
        QCOMPARE(readDomainXml("\xef\xbb\xbf<domain><name>n</name></domain>", {}).value().name, u"n"_s);
        QCOMPARE(readDomainXml("<domain>\r\n<name><![CDATA[a<b]]></name>\r\n</domain>", {}).value().name, u"a<b"_s);
    }

    void makesTextsPlain()
    {
        const DomainFacts facts = readDomainXml("<domain><name>a&#x202E;b</name></domain>", {}).value();
        QCOMPARE(facts.name, u"a\\xe2\\x80\\xaeb"_s);
    }

    void survivesEveryTruncation()
    {
        for (qsizetype length = 0; length < novaDomain.size() - 12; ++length)
            QVERIFY2(!readDomainXml(novaDomain.first(length), {}), qPrintable(QString::number(length)));
    }
};

QTEST_APPLESS_MAIN(TestDomainXml)
#include "tst_domainxml.moc"
