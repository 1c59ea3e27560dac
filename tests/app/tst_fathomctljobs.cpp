// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

/// The jobs over whole files as they are run by hand and by scripts.
class FathomctlJobsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void checksum();
    void copy();
    void overlay();
    void copyWithoutTheKernel();
    void copyToAFullDisk();
    void aCopyThatDiffers();

private:
    QString path(const QString &name) const { return m_directory->filePath(name); }
    ProgramRun tool(const QString &program, const QString &arguments) const
    {
        return runProgram(program, arguments.split(u' '), {}, {}, m_directory->path());
    }
    ProgramRun fathomctl(const QString &arguments) const { return tool(QStringLiteral(FATHOMCTL), arguments); }
    /// The same while the kernel answers some calls otherwise.
    ProgramRun injected(const QString &one, const QString &arguments, const QString &other = {}) const
    {
        QString words = QStringLiteral("-f -qq -o /dev/null -e inject=") + one;
        if (!other.isEmpty())
            words += QStringLiteral(" -e inject=") + other;
        return tool(QStringLiteral("strace"), words + QStringLiteral(" " FATHOMCTL " ") + arguments);
    }
    /// The events of a stream.
    static QList<QJsonObject> events(const ProgramRun &run)
    {
        QList<QJsonObject> list;
        for (const QByteArray &line : run.output.trimmed().split('\n'))
            list.append(QJsonDocument::fromJson(line).object());
        return list;
    }
    /// By its own directory, so that the journal tells whether a command means the same from another.
    QString command(const QString &kind) const
    {
        for (const QJsonValue &job : fathomctl(QStringLiteral("jobs --json")).json().array())
            if (job[QStringLiteral("kind")].toString() == kind)
                return job[QStringLiteral("command")].toArray().last().toString();
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QTemporaryDir> m_state; ///< where the journal lies
};

void FathomctlJobsTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_state = std::make_unique<QTemporaryDir>();
    qputenv("XDG_STATE_HOME", QFile::encodeName(m_state->path()));
    QFile file(path(QStringLiteral("disk")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(1 << 20, 'd')) == 1 << 20 && file.resize(4 << 20));
}

void FathomctlJobsTest::checksum()
{
    const ProgramRun dry = fathomctl(QStringLiteral("checksum --dry-run disk"));
    QVERIFY2(dry.exitCode == 0, dry.errors.constData());
    QVERIFY2(dry.output.startsWith("Reads  ") && dry.output.endsWith("disk (4\u00a0MiB)\n"), dry.output.constData());
    const ProgramRun sum = tool(QStringLiteral("sha256sum"), path(QStringLiteral("disk")));
    const ProgramRun run = fathomctl(QStringLiteral("checksum disk"));
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QVERIFY2(run.output.startsWith(sum.output), run.output.constData());
    QCOMPARE(run.output.count('\n'), 3);
    QCOMPARE(command(QStringLiteral("checksum")), path(QStringLiteral("disk")));

    const QString sha256 = QString::fromLatin1(sum.output.first(64));
    const QList<QJsonObject> told = events(fathomctl(QStringLiteral("checksum --json --against %1 disk").arg(sha256)));
    QCOMPARE(told.first()[QStringLiteral("inputs")][0][QStringLiteral("virtual-size")].toInteger(), 4 << 20);
    QCOMPARE(told.first()[QStringLiteral("outputs")].toArray().size(), 0);
    QCOMPARE(told[told.size() - 2][QStringLiteral("done")].toInteger(), 4 << 20);
    QCOMPARE(told.last()[QStringLiteral("checksums")][0][QStringLiteral("sha256")].toString(), sha256);
    QCOMPARE(told.last()[QStringLiteral("against")].toString(), QStringLiteral("sha256"));
    QCOMPARE(fathomctl(QStringLiteral("checksum --against %1 disk").arg(sha256.first(32))).exitCode, 10);
    QCOMPARE(fathomctl(QStringLiteral("checksum --against %1 disk").arg(sha256.first(40))).exitCode, 2);
    QCOMPARE(fathomctl(QStringLiteral("checksum disk none")).exitCode, 3);
}

void FathomctlJobsTest::copy()
{
    const ProgramRun dry = fathomctl(QStringLiteral("copy --dry-run disk copy"));
    QVERIFY2(dry.exitCode == 0, dry.errors.constData());
    QVERIFY2(
        dry.output.contains("copy (4\u00a0MiB)") && dry.output.contains("needs 1\u00a0MiB, "), dry.output.constData());
    QVERIFY(!QFile::exists(path(QStringLiteral("copy"))));
    const ProgramRun run = fathomctl(QStringLiteral("copy --json disk copy"));
    QVERIFY2(run.exitCode == 0, run.output.constData());
    const QList<QJsonObject> told = events(run);
    QCOMPARE(told.first()[QStringLiteral("space-needed")].toInteger(), 1 << 20);
    QCOMPARE(told.last()[QStringLiteral("verified")], QJsonValue(true));
    QCOMPARE(told.last()[QStringLiteral("allocated")].toInteger(), 1 << 20);
    QCOMPARE(tool(QStringLiteral("cmp"), QStringLiteral("disk copy")).exitCode, 0);
    QCOMPARE(command(QStringLiteral("copy")), path(QStringLiteral("copy")));
    QCOMPARE(fathomctl(QStringLiteral("copy disk copy")).exitCode, 10);
    QCOMPARE(fathomctl(QStringLiteral("copy none other")).exitCode, 3);
    QCOMPARE(fathomctl(QStringLiteral("copy disk")).exitCode, 2);
    const ProgramRun quick = fathomctl(QStringLiteral("copy --no-verify disk other"));
    QVERIFY2(quick.exitCode == 0 && !quick.output.contains("holds what"), quick.output.constData());
}

/// Another file system, or one that the kernel cannot copy within.
void FathomctlJobsTest::copyWithoutTheKernel()
{
    const ProgramRun run =
        injected(QStringLiteral("copy_file_range:error=EXDEV"), QStringLiteral("copy --json disk copy"));
    QVERIFY2(run.exitCode == 0, run.output.constData());
    QVERIFY(events(run).last()[QStringLiteral("copied-by")] != QJsonValue(QStringLiteral("kernel")));
    QCOMPARE(events(run).last()[QStringLiteral("allocated")].toInteger(), 1 << 20);
    QCOMPARE(tool(QStringLiteral("cmp"), QStringLiteral("disk copy")).exitCode, 0);
}

void FathomctlJobsTest::copyToAFullDisk()
{
    // Where blocks can be shared, none are missing.
    const ProgramRun run = injected(QStringLiteral("copy_file_range:error=ENOSPC"),
        QStringLiteral("copy --json disk copy"), QStringLiteral("ioctl:error=EOPNOTSUPP"));
    QCOMPARE(run.exitCode, 8);
    QCOMPARE(
        events(run).last()[QStringLiteral("error")][QStringLiteral("kind")], QJsonValue(QStringLiteral("no-space")));
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("disk")});
}

/// The kernel claims a clone that is none.
void FathomctlJobsTest::aCopyThatDiffers()
{
    const ProgramRun run = injected(QStringLiteral("ioctl:retval=0"), QStringLiteral("copy --json disk copy"));
    QVERIFY2(run.exitCode != 0, run.output.constData());
    QCOMPARE(events(run).last()[QStringLiteral("error")][QStringLiteral("kind")],
        QJsonValue(QStringLiteral("input-output")));
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("disk")});
}

void FathomctlJobsTest::overlay()
{
    QCOMPARE(fathomctl(QStringLiteral("overlay disk over")).exitCode, 6); // nothing proves what it is
    const ProgramRun dry = fathomctl(QStringLiteral("overlay --dry-run -f raw disk over"));
    QVERIFY2(dry.exitCode == 0, dry.errors.constData());
    QVERIFY2(dry.output.contains("qemu-img create -q -u -f qcow2 -F raw -b /"), dry.output.constData());
    QVERIFY(!QFile::exists(path(QStringLiteral("over"))));
    const ProgramRun run = fathomctl(QStringLiteral("overlay --json -f raw --size 8M disk over"));
    QVERIFY2(run.exitCode == 0, run.output.constData());
    const QJsonObject done = events(run).last();
    QCOMPARE(done[QStringLiteral("layers")], QJsonValue(2));
    QCOMPARE(done[QStringLiteral("virtual-size")].toInteger(), 8 << 20);
    QCOMPARE(tool(QStringLiteral("qemu-img"), QStringLiteral("compare -q -f raw -F qcow2 disk over")).exitCode, 0);
    QCOMPARE(fathomctl(QStringLiteral("chain over")).exitCode, 0);
    QCOMPARE(command(QStringLiteral("overlay")), path(QStringLiteral("over")));
    QCOMPARE(fathomctl(QStringLiteral("overlay -f raw disk over")).exitCode, 10);
    QCOMPARE(fathomctl(QStringLiteral("overlay -f raw --size 1M disk small")).exitCode, 7);
    QCOMPARE(fathomctl(QStringLiteral("overlay --size much disk small")).exitCode, 2);
}

QTEST_GUILESS_MAIN(FathomctlJobsTest)
#include "tst_fathomctljobs.moc"
