// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/instancetree.h"
#include "host/treenames.h"

#include <QTest>

using namespace Fathom;

class TestDiskInfo : public QObject {
    Q_OBJECT

private slots:
    void readsNovasObject();
    void refusesAnythingElse_data();
    void refusesAnythingElse();
    void readsComputeNodes();
    void refusesOtherComputeNodes_data();
    void refusesOtherComputeNodes();
    void declaresByPathOrByName();
    void declaresNothingWhereRootsDisagree();
    void relocatesByDiskInfo();
    void relocatesByDomainXml();
    void relocatesNothingOfOthers();
};

namespace {

constexpr auto uuid = "2e1978ab-b4e2-4771-ad55-b612e4d262d2";

NamedDisks namedIn(const NativePath &root, const NativePath &directory)
{
    return {.root = root, .canonicalRoot = root, .directoryName = directory};
}

} // namespace

void TestDiskInfo::readsNovasObject()
{
    const auto formats = parseDiskInfo(R"({"/srv/i/u/disk": "qcow2", "/srv/i/u/disk.local": "raw"})", {});
    QVERIFY(formats);
    QCOMPARE(formats->size(), 2);
    QCOMPARE(formats->value("/srv/i/u/disk"), QStringLiteral("qcow2"));
    QCOMPARE(formats->value("/srv/i/u/disk.local"), QStringLiteral("raw"));
    QVERIFY(parseDiskInfo("{}", {}));
    const QByteArray odd = "{\"/od\\\"d\\\\\": \"raw\"}";
    QCOMPARE(parseDiskInfo(odd, {})->value("/od\"d\\"), QStringLiteral("raw"));
}

void TestDiskInfo::refusesAnythingElse_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("disk: qcow2");
    QTest::newRow("cut off") << QByteArray(R"({"/x/disk": "qc)");
    QTest::newRow("array") << QByteArray(R"(["/x/disk"])");
    QTest::newRow("number") << QByteArray(R"({"/x/disk": 2})");
    QTest::newRow("nested") << QByteArray(R"({"/x/disk": {"format": "qcow2"}})");
    QTest::newRow("null") << QByteArray(R"({"/x/disk": null})");
    QTest::newRow("unknown format") << QByteArray(R"({"/x/disk": "vmfs"})");
    QTest::newRow("empty format") << QByteArray(R"({"/x/disk": ""})");
    QTest::newRow("zero bytes") << QByteArray(64, '\0');
    QTest::newRow("no UTF-8") << QByteArray("{\"/x/\xff\xfe\": \"raw\"}");
    QTest::newRow("twice") << QByteArray(R"({"/a": "raw", "/a": "qcow2"})");
    QTest::newRow("twice, escaped") << QByteArray("{\"/a\\\"\": \"raw\", \"\\u002fa\\\"\": \"qcow2\"}");
    QTest::newRow("way out") << QByteArray(R"({"/x/../../../etc/passwd": "raw"})");
    QTest::newRow("relative") << QByteArray(R"({"disk": "raw"})");
    QTest::newRow("deep") << QByteArray(100000, '[');
}

void TestDiskInfo::refusesAnythingElse()
{
    QFETCH(const QByteArray, json);
    const auto formats = parseDiskInfo(json, QStringLiteral("the subject"));
    QVERIFY(!formats);
    QCOMPARE(formats.error().kind, ErrorKind::Malformed);
    QCOMPARE(formats.error().subject, QStringLiteral("the subject"));
    QVERIFY(!formats.error().reason.isEmpty());
}

void TestDiskInfo::readsComputeNodes()
{
    QCOMPARE(parseComputeNodes(R"({"labhost": 1795463387.3567164})", {}), QStringList(QStringLiteral("labhost")));
    QCOMPARE(parseComputeNodes(R"({"b": 1, "a": 2.5})", {}), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(parseComputeNodes("{\"bad\\u202ename\": 1}", {}), QStringList(QStringLiteral("bad\\xe2\\x80\\xaename")));
}

void TestDiskInfo::refusesOtherComputeNodes_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json :
        {"", "labhost", "[1]", R"({"labhost": "now"})", R"({"labhost": {}})", R"({"a": 1, "a": 2})"})
        QTest::newRow(json) << QByteArray(json);
}

void TestDiskInfo::refusesOtherComputeNodes()
{
    QFETCH(const QByteArray, json);
    const Result<QStringList> hosts = parseComputeNodes(json, QStringLiteral("s"));
    QVERIFY(!hosts);
    QCOMPARE(hosts.error().kind, ErrorKind::Malformed);
}

void TestDiskInfo::declaresByPathOrByName()
{
    NamedDisks named = namedIn("/now", QByteArray(uuid) + "_resize");
    named.diskInfo = {{"/then/" + QByteArray(uuid) + "/disk", QStringLiteral("qcow2")},
        {"/then/" + QByteArray(uuid) + "/disk.swap", QStringLiteral("raw")},
        {"/then/other/disk.local", QStringLiteral("raw")}};
    QCOMPARE(declaredFormatOf(named, "disk"), QStringLiteral("qcow2"));
    QCOMPARE(declaredFormatOf(named, "disk.swap"), QStringLiteral("raw"));
    QCOMPARE(declaredFormatOf(named, "disk.local"), QString());
    QCOMPARE(declaredFormatOf(named, "disk.config"), QString());
}

void TestDiskInfo::declaresNothingWhereRootsDisagree()
{
    NamedDisks named = namedIn("/now", uuid);
    named.diskInfo = {{"/a/" + QByteArray(uuid) + "/disk", QStringLiteral("qcow2")},
        {"/b/" + QByteArray(uuid) + "/disk", QStringLiteral("raw")}};
    QCOMPARE(declaredFormatOf(named, "disk"), QString());
    // The very path decides, whatever stale entries say beside it.
    named.diskInfo.insert("/now/" + QByteArray(uuid) + "/disk", QStringLiteral("raw"));
    QCOMPARE(declaredFormatOf(named, "disk"), QStringLiteral("raw"));
}

void TestDiskInfo::relocatesByDiskInfo()
{
    NamedDisks named = namedIn("/copy", uuid);
    named.diskInfo = {{"/var/lib/nova/instances/" + QByteArray(uuid) + "/disk", QStringLiteral("qcow2")},
        {"/var/lib/nova/instances/" + QByteArray(uuid) + "/disk.swap", QStringLiteral("qcow2")}};
    QCOMPARE(
        relocationsOf(named), std::vector<Relocation>({Relocation{.from = "/var/lib/nova/instances", .to = "/copy"}}));
    named.root = "/var/lib/nova/instances";
    QVERIFY(relocationsOf(named).empty());
    named.diskInfo = {{"/var//lib/nova/instances/" + QByteArray(uuid) + "/disk", QStringLiteral("qcow2")}};
    QVERIFY(relocationsOf(named).empty());
}

void TestDiskInfo::relocatesByDomainXml()
{
    const NativePath disk = "/var/lib/nova/instances/" + QByteArray(uuid) + "/disk";
    NamedDisks named = namedIn("/copy", uuid);
    const std::vector<Relocation> expected{Relocation{.from = "/var/lib/nova/instances", .to = "/copy"}};
    named.domainXml = "<domain><disk type=\"file\"><source file=\"" + disk + "\"/></disk></domain>";
    QCOMPARE(relocationsOf(named), expected);
    named.domainXml = "<disk><source startupPolicy='optional' file='" + disk + "'/>";
    QCOMPARE(relocationsOf(named), expected);
    // disk.info knows better.
    named.diskInfo = {{"/copy/" + QByteArray(uuid) + "/disk", QStringLiteral("qcow2")}};
    QVERIFY(relocationsOf(named).empty());
    named.diskInfo.clear();
    const QByteArray escaped = QByteArray("<source file='/a&amp;b/") + uuid + "/disk'/>";
    for (const QByteArray &xml : {QByteArray("<source file="), QByteArray("<source file='/x"), QByteArray("<source"),
             QByteArray("<source file=''/>"), escaped}) {
        named.domainXml = xml;
        QVERIFY2(relocationsOf(named).empty(), xml.constData());
    }
}

void TestDiskInfo::relocatesNothingOfOthers()
{
    NamedDisks named = namedIn("/copy", uuid);
    const QByteArray instance(uuid);
    const std::vector<QByteArray> paths{"/etc/passwd", "/other/instances/x/disk", "/" + instance + "/disk",
        "relative/" + instance + "/disk", "/a/../b/" + instance + "/disk", "/", ""};
    for (const QByteArray &path : paths) {
        named.diskInfo = {{path, QStringLiteral("raw")}};
        QVERIFY2(relocationsOf(named).empty(), path.constData());
    }
}

QTEST_GUILESS_MAIN(TestDiskInfo)
#include "tst_diskinfo.moc"
