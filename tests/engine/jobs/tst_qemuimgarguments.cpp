// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/qemuimgarguments.h"

#include "engine/image/oracle.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

/// Every command line is given to the real qemu-img.
class QemuImgArgumentsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void formatsAreAlwaysTold();
    void onlyCompressionWritesInParallel();
    void qemuTakesThem_data();
    void qemuTakesThem();
    void namesThatLookLikeOptionsOrProtocols();
    void chainsAreToldInFull();
    void namesThatAreNoUtf8();

private:
    NativePath path(const QString &name) const { return m_directory.filePath(name).toUtf8(); }

    QTemporaryDir m_directory;
};

void QemuImgArgumentsTest::initTestCase()
{
    QCOMPARE(Oracle::make(QStringLiteral("dd"),
                 {QStringLiteral("if=/dev/urandom"), QStringLiteral("of=source.raw"), QStringLiteral("bs=1M"),
                     QStringLiteral("count=2")},
                 m_directory.path()),
        QString());
    QCOMPARE(Oracle::make(QStringLiteral("truncate"),
                 {QStringLiteral("-s"), QStringLiteral("8193K"), QStringLiteral("source.raw")}, m_directory.path()),
        QString());
}

void QemuImgArgumentsTest::formatsAreAlwaysTold()
{
    const QemuImgFile raw{"/a", ImageFormat::Raw};
    const QemuImgFile vhd{"/b", ImageFormat::Vhd};
    QCOMPARE(shellText(convertCommand({raw}, vhd, false)),
        QStringLiteral("qemu-img convert -p -f raw -O vpc -o subformat=dynamic,force_size=on -- /a /b"));
    QCOMPARE(shellText(compareCommand({raw}, vhd)), QStringLiteral("qemu-img compare -p -f raw -F vpc -- /a /b"));
    QCOMPARE(shellText(measureCommand({vhd}, ImageFormat::Qcow2, false)),
        QStringLiteral("qemu-img measure --output=json -f vpc -O qcow2 -o compat=1.1 -- /b"));
}

void QemuImgArgumentsTest::onlyCompressionWritesInParallel()
{
    const QemuImgFile source{"/a", ImageFormat::Raw};
    for (const WritableFormat &row : writableFormats()) {
        const QemuImgFile target{"/b", row.format};
        const QStringList plain = convertCommand({source}, target, false).arguments;
        QVERIFY(!plain.contains(QStringLiteral("-W")) && !plain.contains(QStringLiteral("-m")));
        if (!row.compresses)
            continue;
        const QStringList compressed = convertCommand({source}, target, true).arguments;
        QVERIFY(compressed.contains(QStringLiteral("-c")) && compressed.contains(QStringLiteral("-m")));
        QCOMPARE(compressed.contains(QStringLiteral("-W")), row.format == ImageFormat::Qcow2);
    }
}

void QemuImgArgumentsTest::qemuTakesThem_data()
{
    QTest::addColumn<ImageFormat>("format");
    QTest::addColumn<bool>("compress");
    for (const WritableFormat &row : writableFormats()) {
        QTest::addRow("%s", formatTraits(row.format).id) << row.format << false;
        if (row.compresses)
            QTest::addRow("%s compressed", formatTraits(row.format).id) << row.format << true;
    }
}

void QemuImgArgumentsTest::qemuTakesThem()
{
    QFETCH(ImageFormat, format);
    QFETCH(bool, compress);
    const QemuImgFile source{path(QStringLiteral("source.raw")), ImageFormat::Raw};
    const QemuImgFile target{path(QString::fromLatin1(QTest::currentDataTag())), format};

    const auto measured = runCommand(measureCommand({source}, format, compress), inspectionLimits());
    QVERIFY(measured);
    QVERIFY2(measured->exitCode == 0, measured->errors.constData());
    const qint64 required = QJsonDocument::fromJson(measured->output).object()[QStringLiteral("required")].toInteger();
    QVERIFY(required >= 2 << 20);

    const auto converted = runCommand(convertCommand({source}, target, compress));
    QVERIFY(converted);
    QVERIFY2(converted->exitCode == 0, converted->errors.constData());
    const auto compared = runCommand(compareCommand({source}, target));
    QVERIFY(compared);
    QVERIFY2(compared->exitCode == 0, compared->errors.constData());

    const QString qemuName = QString::fromLatin1(formatTraits(format).qemuName);
    const QJsonObject info = Oracle::qemuInfo(QString::fromUtf8(target.path), qemuName);
    QCOMPARE(info[QStringLiteral("virtual-size")].toInteger(), qint64{8193} << 10);
}

void QemuImgArgumentsTest::namesThatLookLikeOptionsOrProtocols()
{
    const QemuImgFile source{path(QStringLiteral("source.raw")), ImageFormat::Raw};
    for (const QString &name : {QStringLiteral("-n"), QStringLiteral("nbd:localhost"), QStringLiteral("a,b=c 卷")}) {
        const QemuImgFile target{path(name), ImageFormat::Qcow2};
        const auto converted = runCommand(convertCommand({source}, target, false));
        QVERIFY(converted);
        QVERIFY2(converted->exitCode == 0, converted->errors.constData());
        QVERIFY(QFile::exists(m_directory.filePath(name)));
    }
}

/// The names would mean something else wherever a comma, a quote or a colon was not taken as it is.
void QemuImgArgumentsTest::chainsAreToldInFull()
{
    QCOMPARE(shellText(measureCommand({{"/o", ImageFormat::Qcow2}, {"/b", ImageFormat::Raw}}, ImageFormat::Raw, false)),
        QStringLiteral(
            "qemu-img measure --output=json -O raw -- "
            "'json:{\"backing\":{\"backing\":null,\"driver\":\"raw\",\"file\":{\"driver\":\"file\",\"filename\":"
            "\"/b\"}},\"driver\":\"qcow2\",\"file\":{\"driver\":\"file\",\"filename\":\"/o\"}}'"));
    const QemuImgFile base{path(QStringLiteral("source.raw")), ImageFormat::Raw};
    for (const QString &name :
        {QStringLiteral("a, \"b\" {'c'} \\ 卷\n\t\x1b"), QStringLiteral("nbd:x,y=z%20"), QStringLiteral("json:{}")}) {
        const QemuImgFile overlay{path(name), ImageFormat::Qcow2};
        // Its own header names a file that does not exist: what it is told to stand on counts.
        QCOMPARE(
            Oracle::make(QStringLiteral("qemu-img"),
                {QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-u"), QStringLiteral("-f"),
                    QStringLiteral("qcow2"), QStringLiteral("-b"), QStringLiteral("/nowhere"), QStringLiteral("-F"),
                    QStringLiteral("raw"), QString::fromUtf8(overlay.path), QStringLiteral("8193K")}),
            QString());
        const QemuImgFile target{path(QStringLiteral("flat")), ImageFormat::Raw};
        const auto converted = runCommand(convertCommand({overlay, base}, target, false));
        QVERIFY(converted);
        QVERIFY2(converted->exitCode == 0, converted->errors.constData());
        QCOMPARE(runCommand(compareCommand({overlay, base}, target))->exitCode, 0);
        QCOMPARE(runCommand(compareCommand({base}, target))->exitCode, 0);
        QVERIFY(QFile::remove(QString::fromUtf8(target.path)));
    }
}

void QemuImgArgumentsTest::namesThatAreNoUtf8()
{
    QVERIFY(canBeNamed("/卷"));
    QVERIFY(!canBeNamed("/\xff"));
}

QTEST_GUILESS_MAIN(QemuImgArgumentsTest)
#include "tst_qemuimgarguments.moc"
