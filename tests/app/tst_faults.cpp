// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programrun.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// The kernel fails, or the program is killed, at a system call out of many: whatever happens, originals stay as they
/// are, and what is left is whole or goes at the next start. FATHOM_FAULT_POINTS says at how many calls (24).
class FaultsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(qputenv("XDG_STATE_HOME", m_state.path().toUtf8()));
        bool number = false;
        const int points = qEnvironmentVariableIntValue("FATHOM_FAULT_POINTS", &number);
        if (number)
            m_points = points;
    }

    void convert_data() { faults(); }
    void convert();
    void quarantine_data() { faults(); }
    void quarantine();
    void journal_data() { faults(); }
    void journal();
    void everyJob_data();
    void everyJob();

private:
    static void faults()
    {
        QTest::addColumn<QString>("calls");
        QTest::addColumn<QStringList>("faults");
        QTest::newRow("killed") << u"%file,%desc"_s << QStringList{u"signal=KILL"_s};
        QTest::newRow("failing")
            << u"write,pwrite64,fsync,fdatasync,renameat2,rename,linkat,link,mkdirat,mkdir,openat,openat2,ftruncate,fallocate"_s
            << QStringList{u"error=ENOSPC"_s, u"error=EIO"_s, u"error=EDQUOT"_s};
    }

    QString file(const QString &name) const { return m_directory->filePath(name); }
    QByteArray bytes(const QString &name) const
    {
        QFile opened(file(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    ProgramRun run(const QString &program, const QStringList &arguments) const
    {
        return runProgram(program, arguments, {}, {}, m_directory->path());
    }
    ProgramRun fathomctl(const QStringList &arguments) const { return run(QStringLiteral(FATHOMCTL), arguments); }

    /// How many calls of the set a run makes at most in one of its threads.
    int countCalls(const QStringList &strace, const QStringList &command) const
    {
        const QString log = m_state.filePath(u"calls"_s);
        run(u"strace"_s,
            QStringList{u"-f"_s, u"-qq"_s, u"-o"_s, log} + strace + QStringList{QStringLiteral(FATHOMCTL)} + command);
        QFile opened(log);
        QHash<QByteArray, int> counts;
        if (opened.open(QIODevice::ReadOnly))
            for (const QByteArray &line : opened.readAll().split('\n'))
                ++counts[line.left(line.indexOf(' '))];
        return counts.isEmpty() ? 0 : *std::ranges::max_element(counts);
    }

    /// Runs the command with a fault at call after call, spread over all; prepare and judge before and after each.
    template<class Prepare, class Judge>
    void everywhere(const QStringList &only, const QStringList &command, Prepare prepare, Judge judge) const
    {
        QFETCH(const QString, calls);
        QFETCH(const QStringList, faults);
        prepare();
        const int all = countCalls(QStringList{u"-e"_s, u"trace="_s + calls} + only, command);
        QVERIFY2(all > 10, qPrintable(QString::number(all)));
        judge(u"no fault"_s);
        const int points = std::min(m_points, all);
        for (int point = 0; point < points; ++point) {
            const int call = 1 + int(qint64(all) * point / points);
            const QString inject = u"inject=%1:%2:when=%3"_s.arg(calls, faults[point % faults.size()]).arg(call);
            prepare();
            if (QTest::currentTestFailed())
                return;
            run(u"strace"_s,
                QStringList{u"-f"_s, u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"-e"_s, inject} + only +
                    QStringList{QStringLiteral(FATHOMCTL)} + command);
            judge(inject);
            if (QTest::currentTestFailed())
                return;
        }
    }

    /// What was left is gone after the next start, which tells of it.
    void nothingIsLeft(const QString &fault) const
    {
        const ProgramRun jobs = fathomctl({u"jobs"_s});
        QVERIFY2(jobs.exitCode == 0, qPrintable(fault + u' ' + QString::fromUtf8(jobs.errors)));
        const QStringList left = QDir(m_directory->path()).entryList({u".*.part"_s}, QDir::AllEntries | QDir::Hidden);
        QVERIFY2(left.isEmpty(), qPrintable(fault + u' ' + left.join(u' ')));
    }

    static void makeOriginals(const QString &directory);
    /// Of all files below: hash → name.
    static QHash<QByteArray, QString> hashes(const QString &directory);

    /// Lets the overlays of a copied directory stand on what lies beside them.
    static inline const QString rebaseScript =
        QStringLiteral("qemu-img rebase -u -f qcow2 -F raw -b $PWD/base overlay && "
                       "qemu-img rebase -u -f qcow2 -F raw -b $PWD/base 6f70656e-7374-4163-8b00-000000000001/disk");

    QTemporaryDir m_state;
    std::unique_ptr<QTemporaryDir> m_directory;
    int m_points = 24;
};

void FaultsTest::convert()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QCOMPARE(run(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s, u"source"_s, u"4M"_s}).exitCode, 0);
    QCOMPARE(run(u"qemu-io"_s, {u"-c"_s, u"write -q -P 5 1M 2M"_s, u"source"_s}).exitCode, 0);
    const QByteArray source = bytes(u"source"_s);
    const QByteArray wanted = QByteArray(1 << 20, '\0') + QByteArray(2 << 20, '\5') + QByteArray(1 << 20, '\0');
    everywhere(
        {}, {u"convert"_s, u"-O"_s, u"raw"_s, u"source"_s, u"target"_s}, [&] { QFile::remove(file(u"target"_s)); },
        [&](const QString &fault) {
            QVERIFY2(bytes(u"source"_s) == source, qPrintable(fault));
            QVERIFY2(!QFile::exists(file(u"target"_s)) || bytes(u"target"_s) == wanted, qPrintable(fault));
            nothingIsLeft(fault);
        });
}

void FaultsTest::quarantine()
{
    m_directory = std::make_unique<QTemporaryDir>();
    const QByteArray content(100'000, 'q');
    QFile thing(file(u"thing"_s));
    QVERIFY(thing.open(QIODevice::WriteOnly) && thing.write(content) == content.size());
    thing.close();
    QFile bystander(file(u"bystander"_s));
    QVERIFY(bystander.open(QIODevice::WriteOnly) && bystander.write("b") == 1);
    bystander.close();
    const auto entries = [&] {
        return QDir(file(u".fathom-quarantine"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden);
    };
    everywhere(
        {}, {u"quarantine"_s, u"thing"_s},
        [&] {
            for (const QString &entry : entries())
                if (QFile::exists(file(u".fathom-quarantine/%1/thing"_s.arg(entry))))
                    QCOMPARE(fathomctl({u"restore"_s, u".fathom-quarantine/"_s + entry}).exitCode, 0);
            QCOMPARE(bytes(u"thing"_s), content);
        },
        [&](const QString &fault) {
            int places = 0;
            places += bytes(u"thing"_s) == content;
            for (const QString &entry : entries())
                places += bytes(u".fathom-quarantine/%1/thing"_s.arg(entry)) == content;
            QVERIFY2(places == 1, qPrintable(fault));
            QVERIFY2(bytes(u"bystander"_s) == "b", qPrintable(fault));
            const ProgramRun listed = fathomctl({u"quarantined"_s, u"."_s});
            QVERIFY2(listed.exitCode == 0, qPrintable(fault + u' ' + QString::fromUtf8(listed.errors)));
            nothingIsLeft(fault);
        });
    // What was left of attempts goes with the next one.
    QVERIFY(bytes(u"thing"_s) == content ? fathomctl({u"quarantine"_s, u"thing"_s}).exitCode == 0 : true);
    QCOMPARE(entries().size(), 1);
}

void FaultsTest::makeOriginals(const QString &directory)
{
    const QString script = QStringLiteral(
        "set -e; head -c 2097152 /dev/urandom >base; truncate -s 4M base; cp base other; printf other | dd of=other "
        "conv=notrunc status=none; qemu-img create -q -f qcow2 -F raw -b base overlay; "
        "qemu-io -c 'write -q -P 7 1M 64k' overlay; qemu-img create -q -f qcow2 snapped 4M; "
        "qemu-io -c 'write -q -P 1 0 1M' snapped; qemu-img snapshot -c one snapped; "
        "qemu-io -c 'write -q -P 2 0 1M' snapped; mkdir 6f70656e-7374-4163-8b00-000000000001; "
        "cp overlay 6f70656e-7374-4163-8b00-000000000001/disk; echo log "
        ">6f70656e-7374-4163-8b00-000000000001/console.log; "
        "printf '{\"/x/6f70656e-7374-4163-8b00-000000000001/disk\": \"qcow2\"}' "
        ">6f70656e-7374-4163-8b00-000000000001/disk.info");
    const ProgramRun made = runProgram(u"sh"_s, {u"-c"_s, script}, {}, {}, directory);
    QVERIFY2(made.exitCode == 0, made.errors.constData());
}

QHash<QByteArray, QString> FaultsTest::hashes(const QString &directory)
{
    QHash<QByteArray, QString> all;
    QDirIterator files(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile opened(files.next());
        if (opened.open(QIODevice::ReadOnly))
            all.insert(QCryptographicHash::hash(opened.readAll(), QCryptographicHash::Sha256),
                QDir(directory).relativeFilePath(opened.fileName()));
    }
    return all;
}

void FaultsTest::everyJob_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("changed"); // what is changed in its place, if anything
    const auto row = [](const QString &command, const QString &changed = {}) {
        QTest::newRow(qPrintable(command.section(u' ', 0, 0))) << command.split(u' ') << changed;
    };
    row(u"copy base new"_s);
    row(u"checksum base overlay"_s);
    row(u"look overlay"_s);
    row(u"convert -f raw -c -O qcow2 base new"_s);
    row(u"flatten overlay new"_s);
    row(u"overlay -f raw base new"_s);
    row(u"snapshot-extract snapped one new"_s);
    row(u"snapshot-delete snapped one"_s, u"snapped"_s);
    row(u"resize overlay +1M"_s, u"overlay"_s);
    row(u"rebase --onto-format raw overlay other"_s);
    row(u"commit overlay"_s);
    row(u"compress -c overlay"_s);
    row(u"recover 6f70656e-7374-4163-8b00-000000000001 new"_s);
    row(u"quarantine snapped"_s);
}

/// Killed somewhere: each original is still there, byte for byte, under its name or as it was kept, and the next start
/// removes the rest.
void FaultsTest::everyJob()
{
    QFETCH(const QStringList, command);
    QFETCH(const QString, changed);
    const QTemporaryDir pattern;
    makeOriginals(pattern.path());
    if (QTest::currentTestFailed())
        return;
    const QHash<QByteArray, QString> originals = hashes(pattern.path());
    const auto fresh = [&] {
        m_directory = std::make_unique<QTemporaryDir>();
        QCOMPARE(run(u"cp"_s, {u"-a"_s, pattern.path() + u"/."_s, u"."_s}).exitCode, 0);
        // The overlays name their bases by absolute paths.
        QCOMPARE(run(u"sh"_s, {u"-c"_s, rebaseScript}).exitCode, 0);
    };
    fresh();
    const QHash<QByteArray, QString> before = hashes(m_directory->path());
    QCOMPARE(before.size(), originals.size());
    const int all = countCalls({u"-e"_s, u"trace=%file,%desc"_s}, command);
    QVERIFY2(all > 10, qPrintable(QString::number(all)));
    const ProgramRun sound = [&] {
        fresh();
        return fathomctl(command);
    }();
    QVERIFY2(sound.exitCode == 0, sound.errors.constData());
    const int points = std::max(2, m_points / 10);
    for (int point = 0; point < points; ++point) {
        fresh();
        const QHash<QByteArray, QString> now = hashes(m_directory->path());
        const int call = 1 + QRandomGenerator::global()->bounded(all);
        const QString inject = u"inject=%file,%desc:signal=KILL:when=%1"_s.arg(call);
        run(u"strace"_s,
            QStringList{u"-f"_s, u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"-e"_s, inject, QStringLiteral(FATHOMCTL)} +
                command);
        nothingIsLeft(inject);
        if (QTest::currentTestFailed())
            return;
        const QHash<QByteArray, QString> after = hashes(m_directory->path());
        for (auto original = now.constBegin(); original != now.constEnd(); ++original)
            QVERIFY2(*original == changed || after.contains(original.key()), qPrintable(inject + u' ' + *original));
        if (!changed.isEmpty())
            QCOMPARE(run(u"qemu-img"_s, {u"check"_s, u"-q"_s, changed}).exitCode, 0);
    }
}

/// Only what is done to the journal's own files.
void FaultsTest::journal()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QFile source(file(u"source"_s));
    QVERIFY(source.open(QIODevice::WriteOnly) && source.write("source") == 6);
    source.close();
    QStringList only;
    const QString database = m_state.filePath(u"fathom/jobs.sqlite"_s);
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        only << u"-P"_s << database + ending;
    everywhere(
        only, {u"copy"_s, u"source"_s, u"target"_s}, [&] { QFile::remove(file(u"target"_s)); },
        [&](const QString &fault) {
            QVERIFY2(bytes(u"source"_s) == "source", qPrintable(fault));
            QVERIFY2(!QFile::exists(file(u"target"_s)) || bytes(u"target"_s) == "source", qPrintable(fault));
            nothingIsLeft(fault);
        });
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
