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
    void killedAtAnyMoment_data();
    void killedAtAnyMoment();
    void theJournalTellsOfIt();
    void withoutAJournalNothingIsDone();

private:
    QString path(const QString &name) const { return m_directory->filePath(name); }
    QStringList names() const { return QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden); }
    QByteArray contents(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
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
    std::unique_ptr<QTemporaryDir> m_state; ///< where the journal lies
};

void FathomctlConvertTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_state = std::make_unique<QTemporaryDir>();
    qputenv("XDG_STATE_HOME", QFile::encodeName(m_state->path()));
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
    QCOMPARE(last[QStringLiteral("images")][0][QStringLiteral("format")], QJsonValue(QStringLiteral("qcow2")));
    QCOMPARE(last[QStringLiteral("images")][0][QStringLiteral("virtual-size")].toInteger(), 4 << 20);

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

void FathomctlConvertTest::killedAtAnyMoment_data()
{
    QTest::addColumn<int>("events");
    for (const int events : {0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64})
        QTest::addRow("after %d events", events) << events;
}

/// kill -9, after so many of its own events: the source stays, and the next start leaves no partial output.
void FathomctlConvertTest::killedAtAnyMoment()
{
    QFETCH(int, events);
    QFile source(path(QStringLiteral("source")));
    QVERIFY(source.open(QIODevice::WriteOnly));
    for (int i = 0; i < 64; ++i) // long enough for something to happen in between
        QCOMPARE(source.write(QByteArray(1 << 20, char('a' + i % 26))), 1 << 20);
    source.close();
    const QByteArray bytes = contents(QStringLiteral("source"));
    QProcess process;
    process.start(
        QStringLiteral(FATHOMCTL), QStringList{QStringLiteral("convert"), QStringLiteral("--json")} + ordinary());
    QVERIFY(process.waitForStarted());
    for (int seen = 0; seen < events;) {
        if (process.canReadLine() || process.waitForReadyRead())
            seen += !process.readLine().isEmpty();
        else
            break; // it was done before
    }
    process.kill(); // SIGKILL
    process.waitForFinished();
    QCOMPARE(process.state(), QProcess::NotRunning);

    ProgramRun jobs;
    // On a busy machine the qemu-img that dies with it may still be writing its last, and what is written is not
    // removed: then a later start does it.
    for (int starts = 0; starts == 0 || (starts < 100 && jobs.errors.contains("still writes to it")); ++starts) {
        jobs = runProgram(QStringLiteral(FATHOMCTL), {QStringLiteral("jobs"), QStringLiteral("--json")});
        QVERIFY2(jobs.exitCode == 0, jobs.errors.constData());
    }
    QVERIFY(contents(QStringLiteral("source")) == bytes);
    QStringList rest = names();
    rest.removeOne(QStringLiteral("source"));
    const bool whole = rest.removeOne(QStringLiteral("target"));
    QCOMPARE(rest, QStringList());
    for (const QJsonValue &job : jobs.json().array()) {
        const QString state = job[QStringLiteral("state")].toString();
        QVERIFY2(state == QLatin1String("interrupted") || (whole && state == QLatin1String("done")), qPrintable(state));
    }
    // What has its name is whole, and what has not can be made now.
    if (whole) {
        const ProgramRun compared = runProgram(QStringLiteral("qemu-img"),
            {QStringLiteral("compare"), QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-F"),
                QStringLiteral("qcow2"), path(QStringLiteral("source")), path(QStringLiteral("target"))});
        QCOMPARE(compared.exitCode, 0);
    } else {
        QCOMPARE(convert(ordinary()).exitCode, 0);
    }
}

void FathomctlConvertTest::theJournalTellsOfIt()
{
    QCOMPARE(convert(ordinary()).exitCode, 0);
    QCOMPARE(convert(ordinary()).exitCode, 10); // refused before it began
    const ProgramRun list = runProgram(QStringLiteral(FATHOMCTL), {QStringLiteral("jobs"), QStringLiteral("target")});
    QCOMPARE(list.exitCode, 0);
    QVERIFY2(list.output.contains("done") && list.output.count('\n') == 2, list.output.constData());
    const ProgramRun one = runProgram(QStringLiteral(FATHOMCTL), {QStringLiteral("jobs"), QStringLiteral("1")});
    QVERIFY2(one.output.contains("qemu-img convert -p -f raw -O qcow2"), one.output.constData());
    QVERIFY(one.output.contains("exit code 0"));
    // What it tells to do it again does it again, from anywhere.
    const ProgramRun json =
        runProgram(QStringLiteral(FATHOMCTL), {QStringLiteral("jobs"), QStringLiteral("--json"), QStringLiteral("1")});
    QStringList again = json.json().object()[QStringLiteral("command")].toVariant().toStringList();
    QCOMPARE(again.takeFirst(), QStringLiteral("fathomctl"));
    QVERIFY(QFile::remove(path(QStringLiteral("target"))));
    QCOMPARE(runProgram(QStringLiteral(FATHOMCTL), again, {}, {}, QStringLiteral("/")).exitCode, 0);
    QVERIFY(QFile::exists(path(QStringLiteral("target"))));
    const ProgramRun none = runProgram(QStringLiteral(FATHOMCTL), {QStringLiteral("jobs"), QStringLiteral("99")});
    QCOMPARE(none.exitCode, 3);
}

void FathomctlConvertTest::withoutAJournalNothingIsDone()
{
    qputenv("XDG_STATE_HOME", "/dev/null");
    const ProgramRun run = convert(ordinary());
    QVERIFY(run.exitCode != 0);
    QVERIFY2(run.errors.contains("journal"), run.errors.constData());
    QCOMPARE(names(), QStringList{QStringLiteral("source")});
    // What only reads needs none.
    QCOMPARE(convert(QStringList{QStringLiteral("--dry-run")} + ordinary()).exitCode, 0);
}

QTEST_GUILESS_MAIN(FathomctlConvertTest)
#include "tst_fathomctlconvert.moc"
