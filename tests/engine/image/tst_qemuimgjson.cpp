// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/oracle.h"

#include "image/qemuimgjson.h"

#include <QJsonArray>
#include <QTest>

using namespace Fathom;

/// The shape of the JSON. That its values are qemu's own is compared for each format in that format's test.
class QemuImgJsonTest : public QObject {
    Q_OBJECT

private slots:
    void everyDifferenceIsReported();
    void fullBackingName_data();
    void fullBackingName();
    void snapshots();
    void ownAdditionsStayOutOfQemusObject();
};

void QemuImgJsonTest::everyDifferenceIsReported()
{
    const QJsonObject ours{{QStringLiteral("same"), 1}, {QStringLiteral("other"), 1}, {QStringLiteral("mine"), 1},
        {QStringLiteral("deep"), QJsonObject{{QStringLiteral("list"), QJsonArray{1, 2}}}},
        {QStringLiteral("length"), QJsonArray{1}}};
    const QJsonObject theirs{{QStringLiteral("same"), 1}, {QStringLiteral("other"), QStringLiteral("1")},
        {QStringLiteral("theirs"), 1},
        {QStringLiteral("deep"), QJsonObject{{QStringLiteral("list"), QJsonArray{1, 3}}}},
        {QStringLiteral("length"), QJsonArray{1, 1}}};
    const QStringList expected{QStringLiteral("deep.list.1: Fathom 2, qemu-img 3"),
        QStringLiteral("length: Fathom [1], qemu-img [1,1]"), QStringLiteral("mine: Fathom 1, qemu-img (nothing)"),
        QStringLiteral("other: Fathom 1, qemu-img \"1\""), QStringLiteral("theirs: Fathom (nothing), qemu-img 1")};
    QCOMPARE(Oracle::differences(ours, theirs), expected);
    QCOMPARE(Oracle::differences(ours, theirs, {QStringLiteral("deep.list.1"), QStringLiteral("length")}),
        expected.sliced(2));
}

void QemuImgJsonTest::fullBackingName_data()
{
    QTest::addColumn<QByteArray>("filename");
    QTest::addColumn<QByteArray>("backing");
    QTest::addColumn<QString>("full");
    QTest::newRow("relative, same directory") << QByteArray("o") << QByteArray("b") << QStringLiteral("b");
    QTest::newRow("relative") << QByteArray("/a/o") << QByteArray("../b") << QStringLiteral("/a/../b");
    QTest::newRow("absolute") << QByteArray("/a/o") << QByteArray("/b") << QStringLiteral("/b");
    QTest::newRow("protocol") << QByteArray("/a/o") << QByteArray("nbd://h/x") << QStringLiteral("nbd://h/x");
    QTest::newRow("colon after a slash") << QByteArray("/a/o") << QByteArray("x/y:z") << QStringLiteral("/a/x/y:z");
}

void QemuImgJsonTest::fullBackingName()
{
    QFETCH(QByteArray, filename);
    QFETCH(QByteArray, backing);
    ImageInfo info;
    info.format = ImageFormat::Qcow2;
    info.backingFile = backing;
    const QJsonObject object = qemuImgJson(info, filename);
    QCOMPARE(object.value(QStringLiteral("backing-filename")).toString(), QString::fromUtf8(backing));
    QTEST(object.value(QStringLiteral("full-backing-filename")).toString(), "full");
    QVERIFY(!object.contains(QStringLiteral("backing-filename-format")));
}

void QemuImgJsonTest::snapshots()
{
    ImageInfo info;
    info.format = ImageFormat::Qcow2;
    QVERIFY(!qemuImgJson(info, "x").contains(QStringLiteral("snapshots")));
    info.snapshots.push_back({.id = QStringLiteral("1"),
        .name = QStringLiteral("first"),
        .vmStateSizeBytes = 7,
        .dateSeconds = 1000,
        .dateNanoseconds = 5,
        .vmClockNanoseconds = 2'000'000'003,
        .instructionCount = 9});
    const QJsonArray expected{
        QJsonObject{{QStringLiteral("id"), QStringLiteral("1")}, {QStringLiteral("name"), QStringLiteral("first")},
            {QStringLiteral("vm-state-size"), 7}, {QStringLiteral("date-sec"), 1000}, {QStringLiteral("date-nsec"), 5},
            {QStringLiteral("vm-clock-sec"), 2}, {QStringLiteral("vm-clock-nsec"), 3}, {QStringLiteral("icount"), 9}}};
    QCOMPARE(qemuImgJson(info, "x").value(QStringLiteral("snapshots")).toArray(), expected);
}

void QemuImgJsonTest::ownAdditionsStayOutOfQemusObject()
{
    ImageInfo info;
    info.format = ImageFormat::Vhd;
    info.fileLengthBytes = 5;
    info.content = QStringLiteral("gpt");
    info.dataFile = "d";
    info.addFact(QStringLiteral("type"), QStringLiteral("fixed"), false);
    info.violations.push_back({QStringLiteral("rule"), QStringLiteral("why")});

    const QJsonObject theirs = qemuImgJson(info, "/x/y");
    QCOMPARE(theirs.keys(),
        (QStringList{QStringLiteral("actual-size"), QStringLiteral("dirty-flag"), QStringLiteral("filename"),
            QStringLiteral("format"), QStringLiteral("virtual-size")}));
    QCOMPARE(theirs.value(QStringLiteral("format")).toString(), QStringLiteral("vpc"));

    const QJsonObject ours = imageJson(info, "/x/y");
    for (const QString &key : theirs.keys())
        QCOMPARE(ours.value(key), theirs.value(key));
    QCOMPARE(ours.value(QStringLiteral("disk-format")).toString(), QStringLiteral("vhd"));
    QCOMPARE(ours.value(QStringLiteral("file-length")).toInt(), 5);
    QCOMPARE(ours.value(QStringLiteral("content")).toString(), QStringLiteral("gpt"));
    QCOMPARE(ours.value(QStringLiteral("data-file")).toString(), QStringLiteral("d"));
    QCOMPARE(ours.value(QStringLiteral("details")).toObject(),
        (QJsonObject{{QStringLiteral("type"), QStringLiteral("fixed")}}));
    QCOMPARE(ours.value(QStringLiteral("safety")).toArray(),
        (QJsonArray{QJsonObject{
            {QStringLiteral("rule"), QStringLiteral("rule")}, {QStringLiteral("reason"), QStringLiteral("why")}}}));
}

QTEST_GUILESS_MAIN(QemuImgJsonTest)
#include "tst_qemuimgjson.moc"
