// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/backingreference.h"

#include <QTest>

using namespace Fathom;
using namespace Qt::StringLiterals;

namespace {

/// A json: name; single quotes stand for double ones.
QByteArray json(const QByteArray &text)
{
    return "json:" + QByteArray(text).replace('\'', '"');
}

} // namespace

class TestBackingReference : public QObject {
    Q_OBJECT

private slots:
    void takesApart_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<BackingKind>("kind");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<QString>("format");
        const auto row = [](const char *name, const QByteArray &text, BackingKind kind, const QByteArray &path = {},
                             const QString &protocol = {}, const QString &format = {}) {
            QTest::newRow(name) << text << kind << path << protocol << format;
        };
        using enum BackingKind;
        row("none", "", None);
        row("only a zero byte", QByteArray("\0abc", 4), None);
        row("absolute", "/srv/_base/0123", File, "/srv/_base/0123");
        row("unclean", "/srv//a/./../_base/0123/", File, "/srv/_base/0123");
        row("above the root", "/../../../etc/shadow", File, "/etc/shadow");
        row("relative", "base.raw", File, "/top/dir/base.raw");
        row("relative, above", "../_base/0123", File, "/top/_base/0123");
        row("spaces", " a b ", File, "/top/dir/ a b ");
        row("not UTF-8", "/a/\xff\xfe", File, "/a/\xff\xfe");
        row("colon after a slash", "./a:b", File, "/top/dir/a:b");
        row("colon in an absolute name", "/a:b/nbd://c", File, "/a:b/nbd:/c");
        row("a zero byte ends a name", QByteArray("/a/b\0/c", 7), File, "/a/b");
        row("file:", "file:/a/b", File, "/a/b");
        row("file://", "file:///a/b", File, "/a/b");
        row("file:, relative", "file:b", File, "/top/dir/b");
        row("drive letter", "C:\\vm\\base.vhd", File);
        row("drive letter, slash", "d:/vm/base.vhd", File);
        row("backslashes", ".\\base.vhdx", File, "/top/dir/.\\base.vhdx");
        row("device", "/dev/vg/lv", Device, "/dev/vg/lv");
        row("device by detour", "/srv/../dev/sda", Device, "/dev/sda");
        row("not a device", "/device/x", File, "/device/x");
        row("file: device", "file:/dev/sda", Device, "/dev/sda");
        row("host_device", "host_device:/dev/sda", Device, "/dev/sda");
        row("nbd", "nbd://host:10809/x", Protocol, {}, u"nbd"_s);
        row("old nbd", "nbd:unix:/run/x:exportname=y", Protocol, {}, u"nbd"_s);
        row("rbd", "rbd:vms/5b0c_disk:id=nova", Protocol, {}, u"rbd"_s);
        row("https", "https://host/x", Protocol, {}, u"https"_s);
        row("fat", "fat:rw:/tmp", Protocol, {}, u"fat"_s);
        row("a name with a colon", "a:b", Protocol, {}, u"a"_s);
        row("nothing before the colon", ":b", Protocol);
        row("protocol to steer a terminal", "\x1b[31m:x", Protocol, {}, u"\\x1b[31m"_s);

        row("json", json("{'driver':'qcow2','file':{'driver':'file','filename':'/a/b'}}"), Json, "/a/b", u"file"_s,
            u"qcow2"_s);
        row("json, relative", json("{'driver':'raw','file':{'driver':'file','filename':'b'}}"), Json, "/top/dir/b",
            u"file"_s, u"raw"_s);
        row("json, dotted", json("{'driver':'qcow2','file.driver':'file','file.filename':'/a/b'}"), Json, "/a/b",
            u"file"_s, u"qcow2"_s);
        row("json, dotted twice", json("{'driver':'raw','file.driver':'raw','file.file.filename':'/a'}"), Json, "/a",
            u"file"_s, u"raw"_s);
        row("json, dotted in nested", json("{'file':{'driver':'qcow2','file.filename':'/a'}}"), Json, "/a", u"file"_s,
            u"qcow2"_s);
        row("json, a filter above",
            json("{'driver':'throttle','file':{'driver':'qcow2','file':{'driver':'file','filename':'/a'}}}"), Json,
            "/a", u"file"_s, u"qcow2"_s);
        row("json, the name alone", json("{'filename':'/a'}"), Json, "/a", u"file"_s);
        row("json, a format and a name", json("{'driver':'vmdk','filename':'/a'}"), Json, "/a", u"file"_s, u"vmdk"_s);
        row("json, nbd", json("{'driver':'nbd','server':{'type':'inet','host':'h','port':'1'}}"), Json, {}, u"nbd"_s);
        row("json, a protocol in the name", json("{'file':{'filename':'nbd://h/x'}}"), Json, {}, u"nbd"_s);
        row("json, device", json("{'driver':'raw','file':{'driver':'host_device','filename':'/dev/sda'}}"), Json,
            "/dev/sda", u"host_device"_s, u"raw"_s);
        row("json, a node's name", json("{'driver':'raw','file':'node0'}"), Json, {}, {}, u"raw"_s);
        row("json, broken", "json:{", Json);
        row("json, no object", "json:[1]", Json);
        row("json, nothing", "json:", Json);
        row("json, numbers for names", json("{'driver':1,'file':{'filename':{'x':2}}}"), Json);
    }

    void takesApart()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const BackingKind, kind);
        QFETCH(const QByteArray, path);
        QFETCH(const QString, protocol);
        QFETCH(const QString, format);
        const BackingReference reference = parseBackingReference(text, "/top/dir/disk");
        QCOMPARE(reference.kind, kind);
        QCOMPARE(reference.text, text);
        QCOMPARE(reference.path, path);
        QCOMPARE(reference.protocol, protocol);
        QCOMPARE(reference.format, format);
    }

    void boundsJson()
    {
        const QByteArray deep =
            json(QByteArray("{'file':").repeated(500) + "{'filename':'/a'}" + QByteArray("}").repeated(500));
        QCOMPARE(parseBackingReference(deep, "/t/d").kind, BackingKind::Json);
        QCOMPARE(parseBackingReference(deep, "/t/d").path, NativePath());
        const QByteArray bottomless = json(QByteArray("{'file':").repeated(5'000));
        QCOMPARE(parseBackingReference(bottomless, "/t/d").path, NativePath());
        const QByteArray large = json("{'filename':'/" + QByteArray(1 << 20, 'a') + "'}");
        QCOMPARE(parseBackingReference(large, "/t/d").path, NativePath());
        QByteArray dotted = "json:{\"";
        dotted += QByteArray("file.").repeated(200) + "filename\":\"/a\"}";
        QCOMPARE(parseBackingReference(dotted, "/t/d").path, NativePath());
    }

    void startsFromTheRoot() { QCOMPARE(parseBackingReference("base", "/disk").path, "/base"); }
};

QTEST_APPLESS_MAIN(TestBackingReference)
#include "tst_backingreference.moc"
