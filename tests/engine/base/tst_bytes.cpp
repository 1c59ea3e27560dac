// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"
#include "base/byteview.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace Fathom;
using namespace Qt::StringLiterals;

class TestBytes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void formats_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        constexpr qint64 kib = 1024;
        QTest::newRow("none") << qint64(0) << u"0 B"_s;
        QTest::newRow("bytes") << qint64(512) << u"512 B"_s;
        QTest::newRow("last byte") << qint64(1023) << u"1023 B"_s;
        QTest::newRow("exact") << kib << u"1 KiB"_s;
        QTest::newRow("one decimal") << qint64(98816) << u"96.5 KiB"_s;
        QTest::newRow("GiB") << 25 * kib * kib * kib << u"25 GiB"_s;
        QTest::newRow("4.2 GiB") << qint64(4509715661) << u"4.2 GiB"_s;
        QTest::newRow("largest") << std::numeric_limits<qint64>::max() << u"8 EiB"_s;
    }
    void formats()
    {
        QFETCH(qint64, bytes);
        QFETCH(QString, text);
        QCOMPARE(formatBytes(bytes).replace(QChar(QChar::Nbsp), u' '), text);
    }

    void unknownIsNoZero()
    {
        QCOMPARE(formatBytes(std::optional<qint64>()), u"—"_s);
        QVERIFY(formatBytes(std::optional<qint64>(0)) != formatBytes(std::optional<qint64>()));
    }

    void exact()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(exactBytes(26843545600), u"26,843,545,600 bytes"_s);
        QLocale::setDefault(QLocale::c());
    }

    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("plain") << u"4096"_s << qint64(4096);
        QTest::newRow("letter") << u"25G"_s << qint64(25) * 1024 * 1024 * 1024;
        QTest::newRow("unit") << u"25 GiB"_s << qint64(25) * 1024 * 1024 * 1024;
        QTest::newRow("fraction") << u"1.5T"_s << qint64(1536) * 1024 * 1024 * 1024;
        QTest::newRow("small letters") << u"  3 mib "_s << qint64(3) * 1024 * 1024;
        QTest::newRow("bytes") << u"7 B"_s << qint64(7);
        for (const char *bad : {"", "G", "12X", "12 GiBi", "-1", "1e400", "99999999999E", "8E", "1..2", "١٢"})
            QTest::newRow(bad) << QString::fromUtf8(bad) << qint64(-1);
    }
    void parses()
    {
        QFETCH(QString, text);
        QFETCH(qint64, bytes);
        QCOMPARE(parseBytes(text).value_or(-1), bytes);
    }

    void viewNeverLeavesItsBytes()
    {
        const QByteArray bytes("\x01\x02\x03\x04\x05\x06\x07\x08", 8);
        const ByteView view(bytes);
        QCOMPARE(view.be16(0), quint16(0x0102));
        QCOMPARE(view.le32(4), quint32(0x08070605));
        QCOMPARE(view.be64(0), quint64(0x0102030405060708));
        QCOMPARE(view.be64(1), quint64(0));
        QCOMPARE(view.u8(8), quint8(0));
        QCOMPARE(view.u8(-1), quint8(0));
        QCOMPARE(view.le32(std::numeric_limits<qsizetype>::max()), quint32(0));
        QVERIFY(view.has(8, 0));
        QVERIFY(!view.has(8, 1));
        QVERIFY(!view.has(1, std::numeric_limits<qsizetype>::max()));
        QCOMPARE(view.slice(6, 100), QByteArrayView("\x07\x08"));
        QCOMPARE(view.slice(8, 1).size(), 0);
        QCOMPARE(view.slice(-1, 4).size(), 0);
        QVERIFY(view.startsWith("\x03\x04", 2));
        QVERIFY(!view.startsWith("\x07\x08\x09", 6));
    }
};

QTEST_GUILESS_MAIN(TestBytes)
#include "tst_bytes.moc"
