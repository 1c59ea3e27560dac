// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/maskedname.h"

#include <QTest>

using namespace Fathom;
using namespace Qt::StringLiterals;

/// Every secret in these names is the word hidden.
class TestMaskedName : public QObject {
    Q_OBJECT

private slots:
    void secrets_data();
    void secrets();
    void nothingToHide_data();
    void nothingToHide();
    void isPlainText();
    void everyCut();
};

void TestMaskedName::secrets_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("rbd") << "rbd:pool/img:id=admin:key=hidden==:mon_host=10.0.0.1"_ba
                         << u"rbd:pool/img:id=admin:key=•••:mon_host=10.0.0.1"_s;
    QTest::newRow("rbd, escaped colon") << "rbd:pool/img:key=hid\\:den:id=x"_ba << u"rbd:pool/img:key=•••:id=x"_s;
    QTest::newRow("rbd, last") << "rbd:pool/img@snap:key=hidden"_ba << u"rbd:pool/img@snap:key=•••"_s;
    QTest::newRow("URL") << "http://user:hidden@host:8080/a.qcow2"_ba << u"http://user:•••@host:8080/a.qcow2"_s;
    QTest::newRow("no user") << "http://:hidden@host/a"_ba << u"http://:•••@host/a"_s;
    QTest::newRow("@ in the password") << "http://user:hid@den@host/a"_ba << u"http://user:•••@host/a"_s;
    QTest::newRow("/ in the password") << "http://user:hid/den@host/a"_ba << u"http://user:•••@host/a"_s;
    QTest::newRow(": in the password") << "ftp://user:hid:den@host/a"_ba << u"ftp://user:•••@host/a"_s;
    QTest::newRow("iSCSI") << "iscsi://user%hidden@host:3260/iqn.2001-04.com.example:x/1"_ba
                           << u"iscsi://user%•••@host:3260/iqn.2001-04.com.example:x/1"_s;
    QTest::newRow("query") << "https://host/a?token=hidden&x=1&Signature=hidden#top"_ba
                           << u"https://host/a?token=•••&x=1&Signature=•••#top"_s;
    QTest::newRow("signed") << "https://s3/a?X-Amz-Credential=hidden%2Fx&X-Amz-Date=1&X-Amz-Signature=hidden"_ba
                            << u"https://s3/a?X-Amz-Credential=•••&X-Amz-Date=1&X-Amz-Signature=•••"_s;
    QTest::newRow("colon in a query") << "nfs://host/a?password=hid:den"_ba << u"nfs://host/a?password=•••"_s;
    QTest::newRow("options") << "driver=ssh,password=hidden,port=22"_ba << u"driver=ssh,password=•••,port=22"_s;
    QTest::newRow("json") << R"(json:{"driver":"rbd", "password" : "hid\"den","key-secret":"hidden","pool":"p"})"_ba
                          << QString::fromUtf8(
                                 R"(json:{"driver":"rbd", "password" : "•••","key-secret":"•••","pool":"p"})");
    QTest::newRow("json, dotted") << R"(json:{"file.password-secret":"hidden","file.cookie":"hidden"})"_ba
                                  << QString::fromUtf8(R"(json:{"file.password-secret":"•••","file.cookie":"•••"})");
    QTest::newRow("json, nested") << R"(json:{"file":{"secret":"hidden","user":"key"}})"_ba
                                  << QString::fromUtf8(R"(json:{"file":{"secret":"•••","user":"key"}})");
    QTest::newRow("json, a number") << R"(json:{"password":4711,"a":1})"_ba
                                    << QString::fromUtf8(R"(json:{"password":•••,"a":1})");
    QTest::newRow("json, single quotes") << R"(json:{'password':'hidden'})"_ba
                                         << QString::fromUtf8(R"(json:{'password':'•••'})");
    QTest::newRow("json, cut off") << R"(json:{"password":"hid)"_ba << QString::fromUtf8(R"(json:{"password":"•••)");
    QTest::newRow("json, a URL in it") << R"(json:{"url":"http://u:hidden@h/a?token=hidden","a":"b@c"})"_ba
                                       << QString::fromUtf8(R"(json:{"url":"http://u:•••@h/a?token=•••","a":"b@c"})");
    QTest::newRow("json, escaped slashes")
        << R"(json:{"url":"http:\/\/u:hidden@h\/a"})"_ba << QString::fromUtf8(R"(json:{"url":"http:\/\/u:•••@h\/a"})");
    QTest::newRow("json in json") << R"(json:{"filename":"json:{\"password\":\"hidden\",\"a\":\"b\"}"})"_ba
                                  << QString::fromUtf8(
                                         R"(json:{"filename":"json:{\"password\":\"•••\",\"a\":\"b\"}"})");
    QTest::newRow("json of rbd") << R"(json:{"filename":"rbd:p/i:key=hidden:id=x"})"_ba
                                 << QString::fromUtf8(R"(json:{"filename":"rbd:p/i:key=•••:id=x"})");
}

void TestMaskedName::secrets()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, shown);
    QCOMPARE(maskedName(name), shown);
    QVERIFY(!maskedName(name).contains(u"hid"));
}

void TestMaskedName::nothingToHide_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"", "/var/lib/nova/instances/_base/6ddc6b9b411ee235dd5df14264418b011826b5bb", "../base",
             "镜像.qcow2", "disk@today:1", "nbd://host:10809/export", "ssh://user@host:22/a@b", "http://[::1]:8080/a@b",
             "http://host:80/a@b?x=1", "/images/key=4/disk", "monkey=1", "json:{\"driver\":\"qcow2\"}",
             "json:{\"key\":{\"a\":1}}", "json:", "{", "\"", "'{'", "=", ":", "://", "://@", "a://:@", "=@{\"",
             "rbd:pool/img:keyring=/etc/ceph/keyring", "json:{\"a\":\"key\",\"b\":\"password\"}"})
        QTest::newRow(name) << QByteArray(name);
}

void TestMaskedName::nothingToHide()
{
    QFETCH(QByteArray, name);
    const QString shown = maskedName(name);
    if (name == "a://:@") // an empty password is one all the same
        QCOMPARE(shown, u"a://:•••@"_s);
    else
        QCOMPARE(shown, QString::fromUtf8(name));
}

void TestMaskedName::isPlainText()
{
    QCOMPARE(maskedName("\x1b[31m\xff"), u"\\x1b[31m\\xff"_s);
}

/// Whatever is cut off or stands alone, there is an answer, and it does not show more than there was.
void TestMaskedName::everyCut()
{
    const QByteArray name = R"(json:{"file":{"url":"http://u:p@h/?key=a&b","password":"x\"y"},'t':'json:{\"key\":1}'})";
    for (qsizetype from = 0; from < name.size(); ++from)
        for (qsizetype length = 0; length <= name.size() - from; ++length)
            QVERIFY(maskedName(QByteArrayView(name).sliced(from, length)).size() <= length + 5 * 3);
    const QByteArray many = QByteArray("=@://{\"':").repeated(20000);
    QVERIFY(!maskedName(many).isEmpty());
}

QTEST_GUILESS_MAIN(TestMaskedName)
#include "tst_maskedname.moc"
