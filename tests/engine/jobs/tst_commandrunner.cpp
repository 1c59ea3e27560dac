// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/commandrunner.h"

#include <QTemporaryFile>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Fathom;

class CommandRunnerTest : public QObject {
    Q_OBJECT

private slots:
    void tellsOutputErrorsAndExitCode();
    void wordsReachTheProgramAsTheyAre();
    void shellTextCanBeRunByAShell();
    void aMissingProgramIsAnError();
    void aBrokenProgramIsAnError();
    void aCrashIsTold();
    void limitsHold();
    void inputIsEmptyAndTheGroupItsOwn();
    void cancellingKillsTheChildrenToo();
    void nothingStartsOnceCancelled();
    void lowerLimitsOfOurOwnStay();
};

namespace {

CommandLine shell(const QString &script)
{
    return {QStringLiteral("sh"), {QStringLiteral("-c"), script}};
}

/// Gone, or dead and waiting for whoever inherited it.
bool isDead(qint64 pid)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return true;
    const QByteArray text = status.readAll();
    return text.isEmpty() || text.mid(text.lastIndexOf(')') + 2, 1) == "Z";
}

} // namespace

void CommandRunnerTest::tellsOutputErrorsAndExitCode()
{
    QByteArray pieces;
    const auto run = runCommand(shell(QStringLiteral("echo out; echo err >&2; exit 3")), {}, {},
        [&](QByteArrayView piece) { pieces.append(piece); });
    QVERIFY(run);
    QCOMPARE(run->exitCode, 3);
    QCOMPARE(run->output, QByteArray("out\n"));
    QCOMPARE(run->errors, QByteArray("err\n"));
    QCOMPARE(pieces, run->output);
}

void CommandRunnerTest::wordsReachTheProgramAsTheyAre()
{
    const QStringList words{QStringLiteral("$HOME"), QStringLiteral("a b"), QStringLiteral("; false"), QString(),
        QStringLiteral("it's"), QStringLiteral("卷\n\"")};
    const auto run = runCommand({QStringLiteral("printf"), QStringList{QStringLiteral("%s|")} + words});
    QVERIFY(run);
    QCOMPARE(QString::fromUtf8(run->output), words.join(QLatin1Char('|')) + QLatin1Char('|'));
}

void CommandRunnerTest::shellTextCanBeRunByAShell()
{
    const CommandLine command{QStringLiteral("printf"),
        {QStringLiteral("%s|"), QStringLiteral("$HOME"), QStringLiteral("a b"), QStringLiteral("; false"), QString(),
            QStringLiteral("it's"), QStringLiteral("/卷/*")}};
    const auto direct = runCommand(command);
    const auto throughShell = runCommand(shell(shellText(command)));
    QVERIFY(direct && throughShell);
    QCOMPARE(throughShell->output, direct->output);
    QCOMPARE(shellText({QStringLiteral("qemu-img"), {QStringLiteral("-f"), QStringLiteral("/a b")}}),
        QStringLiteral("qemu-img -f '/a b'"));
}

void CommandRunnerTest::aMissingProgramIsAnError()
{
    const auto run = runCommand({QStringLiteral("no-such-program-anywhere"), {}});
    QVERIFY(!run);
    QCOMPARE(run.error().kind, ErrorKind::NotFound);
    QCOMPARE(run.error().subject, QStringLiteral("no-such-program-anywhere"));
}

void CommandRunnerTest::aBrokenProgramIsAnError()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("\x7f"
               "ELF no program at all");
    file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    file.close();
    const auto run = runCommand({file.fileName(), {}});
    QVERIFY(!run);
    QCOMPARE(run.error().kind, ErrorKind::NotFound);
}

void CommandRunnerTest::aCrashIsTold()
{
    const auto run = runCommand(shell(QStringLiteral("echo before >&2; kill -SEGV $$")));
    QVERIFY(!run);
    QCOMPARE(run.error().kind, ErrorKind::ToolFailed);
    QVERIFY2(run.error().reason.contains(QStringLiteral("11")), qPrintable(run.error().reason));
    QVERIFY(run.error().reason.contains(QStringLiteral("before")));
}

void CommandRunnerTest::limitsHold()
{
    const auto told = runCommand(shell(QStringLiteral("ulimit -v; ulimit -t")), inspectionLimits());
    QVERIFY(told);
    QCOMPARE(told->output, QByteArray("1048576\n30\n"));
    const auto endless = runCommand(shell(QStringLiteral("while :; do :; done")), {.cpuSeconds = 1});
    QVERIFY(!endless);
    QCOMPARE(endless.error().kind, ErrorKind::ToolFailed);
}

void CommandRunnerTest::inputIsEmptyAndTheGroupItsOwn()
{
    const auto run = runCommand(shell(QStringLiteral("cat; echo $$; cut -d' ' -f5 /proc/$$/stat")));
    QVERIFY(run);
    const QList<QByteArray> lines = run->output.split('\n');
    QCOMPARE(lines.value(0), lines.value(1));
}

void CommandRunnerTest::cancellingKillsTheChildrenToo()
{
    std::stop_source source;
    QByteArray told;
    const auto run = runCommand(
        shell(QStringLiteral("sleep 1000 & echo $$ $!; wait")), {}, source.get_token(), [&](QByteArrayView piece) {
            told.append(piece);
            source.request_stop();
        });
    QVERIFY(!run);
    QCOMPARE(run.error().kind, ErrorKind::Cancelled);
    const QList<QByteArray> numbers = told.trimmed().split(' ');
    QCOMPARE(numbers.size(), 2);
    for (const QByteArray &number : numbers)
        QTRY_VERIFY(isDead(number.toLongLong()));
}

void CommandRunnerTest::nothingStartsOnceCancelled()
{
    std::stop_source source;
    source.request_stop();
    const auto run = runCommand({QStringLiteral("no-such-program-anywhere"), {}}, {}, source.get_token());
    QVERIFY(!run);
    QCOMPARE(run.error().kind, ErrorKind::Cancelled);
}

/// The last one: a limit that was lowered cannot be raised again.
void CommandRunnerTest::lowerLimitsOfOurOwnStay()
{
    const rlimit own{600, 600};
    QCOMPARE(setrlimit(RLIMIT_CPU, &own), 0);
    const auto told = runCommand(shell(QStringLiteral("ulimit -t")), {.cpuSeconds = 700});
    QVERIFY2(told, qPrintable(told ? QString() : sentence(told.error())));
    QCOMPARE(told->output, QByteArray("600\n"));
}

QTEST_GUILESS_MAIN(CommandRunnerTest)
#include "tst_commandrunner.moc"
