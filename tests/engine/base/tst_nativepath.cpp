// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/nativepath.h"

#include <QDir>
#include <QTest>

using namespace Fathom;
using namespace Qt::StringLiterals;

class TestNativePath : public QObject {
    Q_OBJECT

private slots:
    void plain_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("ascii") << "disk.info"_ba << u"disk.info"_s;
        QTest::newRow("chinese") << QByteArray("镜像") << u"镜像"_s;
        QTest::newRow("beyond the first plane") << QByteArray("\xf0\x9f\x92\xbe") << QString::fromUcs4(U"\U0001F4BE");
        QTest::newRow("backslash") << "a\\b"_ba << u"a\\b"_s;
        QTest::newRow("escape sequence") << "\x1b[31mred"_ba << u"\\x1b[31mred"_s;
        QTest::newRow("line break") << "a\nb"_ba << u"a\\x0ab"_s;
        QTest::newRow("delete") << "\x7f"_ba << u"\\x7f"_s;
        QTest::newRow("zero") << QByteArray("a\0b", 3) << u"a\\x00b"_s;
        QTest::newRow("right to left override") << QByteArray("\xe2\x80\xae") << u"\\xe2\\x80\\xae"_s;
        QTest::newRow("C1 control") << QByteArray("\xc2\x9b") << u"\\xc2\\x9b"_s;
        QTest::newRow("line separator") << QByteArray("\xe2\x80\xa8") << u"\\xe2\\x80\\xa8"_s;
        QTest::newRow("no UTF-8") << QByteArray("\xff\xfe") << u"\\xff\\xfe"_s;
        QTest::newRow("cut short") << QByteArray("a\xe9\x95") << u"a\\xe9\\x95"_s;
        QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << u"\\xc0\\xaf"_s;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << u"\\xed\\xa0\\x80"_s;
        QTest::newRow("lead without tail") << QByteArray("\xe9x") << u"\\xe9x"_s;
    }
    void plain()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(plainText(bytes), text);
    }

    void clean_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("tidy") << "/a/b"_ba << "/a/b"_ba;
        QTest::newRow("slashes") << "//a///b/"_ba << "/a/b"_ba;
        QTest::newRow("dots") << "/a/./b/../c"_ba << "/a/c"_ba;
        QTest::newRow("above the root") << "/../../etc"_ba << "/etc"_ba;
        QTest::newRow("relative above") << "../../x"_ba << "../../x"_ba;
        QTest::newRow("relative down and up") << "a/../../x"_ba << "../x"_ba;
        QTest::newRow("root") << "/"_ba << "/"_ba;
        QTest::newRow("nothing") << ""_ba << "."_ba;
        QTest::newRow("no UTF-8") << QByteArray("/\xff/./x") << QByteArray("/\xff/x");
    }
    void clean()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, expected);
        QCOMPARE(cleanPath(path), expected);
    }

    void partsAndWhole()
    {
        QCOMPARE(joinPath("/a", "b"), "/a/b"_ba);
        QCOMPARE(joinPath("/a/", "b"), "/a/b"_ba);
        QCOMPARE(joinPath("/a", "/b"), "/b"_ba);
        QCOMPARE(joinPath("/a.xml", ""), "/a.xml"_ba);
        QCOMPARE(parentPath("/a/b"), "/a"_ba);
        QCOMPARE(parentPath("/a"), "/"_ba);
        QCOMPARE(parentPath("a"), "."_ba);
        QCOMPARE(fileName("/a/b"), "b"_ba);
        QCOMPARE(fileName("b"), "b"_ba);
        QCOMPARE(absolutePath("x/../y"), QFile::encodeName(QDir::currentPath()) + "/y");
        QCOMPARE(nativePath(u"/镜像"_s), QByteArray("/镜像"));
    }

    void below()
    {
        QVERIFY(isBelow("/a", "/a"));
        QVERIFY(isBelow("/a/b", "/a"));
        QVERIFY(isBelow("/a", "/"));
        QVERIFY(!isBelow("/ab", "/a"));
        QVERIFY(!isBelow("/", "/a"));
    }
};

QTEST_GUILESS_MAIN(TestNativePath)
#include "tst_nativepath.moc"
