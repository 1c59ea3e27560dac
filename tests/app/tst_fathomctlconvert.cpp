// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

/// `fathomctl convert` as it is run by hand and by scripts, with the real qemu-img.
class FathomctlConvertTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void tellsWhatItMade();
    void dryRunTellsAndDoesNothing();
    void jsonIsAStreamOfEvents();
    void failures_data();
    void failures();
    void interrupted();

private:
    QString path(const QString &name) const { return m_directory->filePath(name); }
    QStringList names() const { return QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden); }
    static ProgramRun convert(const QStringList &arguments)
    {
        return runProgram(QStringLiteral(FATHOMCTL), QStringList{QStringLiteral("convert")} + arguments);
    }
    QStringList ordinary() const
    {
        return {QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-O"), QStringLiteral("qcow2"),
            path(QStringLiteral("source")), path(QStringLiteral("target"))};
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void FathomctlConvertTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QFile file(path(QStringLiteral("source")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray bytes(4 << 20, 'x');
    QCOMPARE(file.write(bytes), bytes.size());
}

void FathomctlConvertTest::tellsWhatItMade()
{
    const ProgramRun run = convert(QStringList{QStringLiteral("-c")} + ordinary());
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QVERIFY(run.output.contains(path(QStringLiteral("target")).toUtf8()));
    QVERIFY(run.output.contains("holds what the source holds"));
    QCOMPARE(run.errors, QByteArray("Converting\nComparing\nFinishing\n"));
    const ProgramRun compared = runProgram(QStringLiteral("qemu-img"),
        {QStringLiteral("compare"), QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-F"),
            QStringLiteral("qcow2"), path(QStringLiteral("source")), path(QStringLiteral("target"))});
    QCOMPARE(compared.exitCode, 0);
}

void FathomctlConvertTest::dryRunTellsAndDoesNothing()
{
    const ProgramRun run = convert(QStringList{QStringLiteral("--dry-run")} + ordinary());
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.output.contains("qemu-img convert -p -f raw -O qcow2"));
    QVERIFY(run.output.contains("qemu-img compare -p -f raw -F qcow2"));
    QCOMPARE(names(), QStringList{QStringLiteral("source")});
}

void FathomctlConvertTest::jsonIsAStreamOfEvents()
{
    const ProgramRun run = convert(QStringList{QStringLiteral("--json")} + ordinary());
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QCOMPARE(run.errors, QByteArray());
    QStringList events;
    QJsonObject last;
    for (const QByteArray &line : run.output.trimmed().split('\n')) {
        last = QJsonDocument::fromJson(line).object();
        QVERIFY2(!last.isEmpty(), line.constData());
        const QString event = last[QStringLiteral("event")].toString();
        if (events.isEmpty() || events.last() != event)
            events.append(event);
    }
    QCOMPARE(events, QStringList({QStringLiteral("plan"), QStringLiteral("progress"), QStringLiteral("done")}));
    QCOMPARE(last[QStringLiteral("verified")], QJsonValue(true));
    QCOMPARE(last[QStringLiteral("image")][QStringLiteral("format")], QJsonValue(QStringLiteral("qcow2")));
    QCOMPARE(last[QStringLiteral("image")][QStringLiteral("virtual-size")].toInteger(), 4 << 20);

    const ProgramRun again = convert(QStringList{QStringLiteral("--json")} + ordinary());
    const QJsonObject error = again.json().object();
    QCOMPARE(error[QStringLiteral("event")], QJsonValue(QStringLiteral("error")));
    QCOMPARE(error[QStringLiteral("error")][QStringLiteral("kind")], QJsonValue(QStringLiteral("conflict")));
    QCOMPARE(again.exitCode, 10);
}

void FathomctlConvertTest::failures_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    QTest::newRow("no target") << words("-O qcow2 source") << 2;
    QTest::newRow("no format") << words("source target") << 2;
    QTest::newRow("unknown format") << words("-O nothing source target") << 2;
    QTest::newRow("not written") << words("-f raw -O iso source target") << 7;
    QTest::newRow("not compressed") << words("-f raw -O vdi -c source target") << 7;
    QTest::newRow("not proven") << words("-O qcow2 source target") << 6;
    QTest::newRow("missing") << words("-f raw -O qcow2 none target") << 3;
    QTest::newRow("target exists") << words("-f raw -O qcow2 source source") << 10;
}

void FathomctlConvertTest::failures()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    const ProgramRun run = runProgram(
        QStringLiteral(FATHOMCTL), QStringList{QStringLiteral("convert")} + arguments, {}, {}, m_directory->path());
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY(run.errors.startsWith("fathomctl: Could not "));
    QCOMPARE(names(), QStringList{QStringLiteral("source")});
}

/// Ctrl+C in the middle: a signal once it says that it converts.
void FathomctlConvertTest::interrupted()
{
    QFile file(path(QStringLiteral("source")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes(8 << 20, 'y');
    for (int i = 0; i < 32; ++i)
        QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    QProcess process;
    process.start(QStringLiteral(FATHOMCTL), QStringList{QStringLiteral("convert"), QStringLiteral("-c")} + ordinary());
    process.setReadChannel(QProcess::StandardError);
    QVERIFY(process.waitForReadyRead());
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(names(), QStringList{QStringLiteral("source")});
}

QTEST_GUILESS_MAIN(FathomctlConvertTest)
#include "tst_fathomctlconvert.moc"
