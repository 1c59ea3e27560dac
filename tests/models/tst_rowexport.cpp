// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowexport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

namespace {

/// One row of one column of that kind.
RowExport one(const QVariant &value, ColumnKind kind = ColumnKind::Text)
{
    return {.columns = {{0, "it", kind}}, .rows = {{0, 0}}, .value = [value](int, int) { return value; }};
}

} // namespace

class RowExportTest : public QObject {
    Q_OBJECT

private slots:
    void csvCells_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("cell");
        const auto text = [](const char *typed, const char *cell) {
            QTest::newRow(typed) << QVariant(QString::fromUtf8(typed)) << int(ColumnKind::Text) << QByteArray(cell);
        };
        text("plain", "plain");
        text("a,b", "\"a,b\"");
        text("say \"hi\"", "\"say \"\"hi\"\"\"");
        text("two\nlines", "\"two\nlines\"");
        text("数据", "数据");
        text("=HYPERLINK(1,2)", "\"'=HYPERLINK(1,2)\"");
        text("+1", "'+1");
        text("-rw-r--r--", "'-rw-r--r--");
        text("@sum", "'@sum");
        text("\tx", "'\tx");
        QTest::newRow("number") << QVariant(qint64(9007199254740993)) << int(ColumnKind::Bytes)
                                << QByteArray("9007199254740993");
        QTest::newRow("negative") << QVariant(qint64(-5)) << int(ColumnKind::Count) << QByteArray("-5");
        QTest::newRow("share") << QVariant(0.25) << int(ColumnKind::Share) << QByteArray("0.25");
        QTest::newRow("time") << QVariant(qint64(1400000000)) << int(ColumnKind::Time)
                              << QByteArray("2014-05-13T16:53:20Z");
        QTest::newRow("unknown") << QVariant() << int(ColumnKind::Bytes) << QByteArray();
    }

    void csvCells()
    {
        QFETCH(QVariant, value);
        QFETCH(int, kind);
        QFETCH(QByteArray, cell);
        QCOMPARE(exportText(one(value, ColumnKind(kind)), ExportFormat::Csv), "it\r\n" + cell + "\r\n");
    }

    void jsonKeepsTypes()
    {
        const auto value = [](const QVariant &cell, ColumnKind kind) {
            const QByteArray text = exportText(one(cell, kind), ExportFormat::Json);
            return QJsonDocument::fromJson(text).array()[0][QStringLiteral("it")];
        };
        QCOMPARE(value(qint64(9007199254740993), ColumnKind::Bytes).toInteger(), qint64(9007199254740993));
        QCOMPARE(value(QStringLiteral("=1\n2"), ColumnKind::Text).toString(), QStringLiteral("=1\n2"));
        QVERIFY(value(QVariant(), ColumnKind::Bytes).isNull());
        QCOMPARE(value(qint64(1400000000), ColumnKind::Time).toString(), QStringLiteral("2014-05-13T16:53:20Z"));
        QVERIFY(QJsonDocument::fromJson(exportText({}, ExportFormat::Json)).isArray());
    }

    void wholeOrNotAtAll()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("rows.csv"));
        QVERIFY(exportRows(one(QStringLiteral("first")), ExportFormat::Csv, path));
        std::stop_source stop;
        stop.request_stop();
        const Result<void> cancelled =
            exportRows(one(QStringLiteral("second")), ExportFormat::Csv, path, stop.get_token());
        QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("it\r\nfirst\r\n"));
        QCOMPARE(QDir(directory.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
        QVERIFY(!exportRows(one(QStringLiteral("x")), ExportFormat::Csv, directory.path() + u"/no/such/place"));
    }
};

QTEST_GUILESS_MAIN(RowExportTest)
#include "tst_rowexport.moc"
