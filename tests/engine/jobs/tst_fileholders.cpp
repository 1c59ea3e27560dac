// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/fileholders.h"

#include "engine/image/oracle.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

/// Real holders: the qemu-io of qemu-utils takes the same locks as a guest's qemu does, and any program holds a file.
class FileHoldersTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void nobodyHoldsAFreeFile();
    void aQemuThatWritesIsRefusedByName();
    void aQemuThatReadsIsNoObstacle();
    void guestsHaveNames_data();
    void guestsHaveNames();
    void otherProgramsAreSeen();
    void ourOwnOpenFilesDoNotCount();
    void aMissingFileIsAnError();

private:
    /// Runs a program and waits until it has said something.
    void hold(QProcess &process, const QString &program, const QStringList &arguments)
    {
        process.start(program, arguments);
        QVERIFY(process.waitForStarted());
        process.write(program.endsWith(QLatin1String("qemu-io")) ? "length\n" : "\n");
        QVERIFY(process.waitForReadyRead());
    }
    static void release(QProcess &process)
    {
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_disk;
    NativePath m_path;
};

void FileHoldersTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_disk = m_directory->filePath(QStringLiteral("disk"));
    m_path = m_disk.toUtf8();
    QCOMPARE(
        Oracle::make(QStringLiteral("qemu-img"),
            {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), m_disk, QStringLiteral("1M")}),
        QString());
}

void FileHoldersTest::nobodyHoldsAFreeFile()
{
    const auto use = fileUse(m_path);
    QVERIFY(use);
    QVERIFY(use->holders.empty() && !use->qemuWrites && !use->qemuForbidsWriting);
    QVERIFY(refuseIfWritten(m_path, *use));
}

void FileHoldersTest::aQemuThatWritesIsRefusedByName()
{
    QProcess qemu;
    hold(qemu, QStringLiteral("qemu-io"), {QStringLiteral("-f"), QStringLiteral("qcow2"), m_disk});
    const auto use = fileUse(m_path);
    QVERIFY(use);
    QVERIFY(use->qemuWrites);
    QCOMPARE(use->holders.size(), std::size_t{1});
    QCOMPARE(use->holders.front().pid, qemu.processId());
    QCOMPARE(use->holders.front().program, QStringLiteral("qemu-io"));
    QVERIFY(use->holders.front().writes);
    const auto refused = refuseIfWritten(m_path, *use);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QVERIFY2(refused.error().reason.contains(QString::number(qemu.processId())), qPrintable(refused.error().reason));

    // Of another user's program only the lock is seen.
    FileUse unseen = *use;
    unseen.holders.clear();
    QVERIFY(!refuseIfWritten(m_path, unseen));
    release(qemu);
    QVERIFY(refuseIfWritten(m_path, fileUse(m_path).value()));
}

void FileHoldersTest::aQemuThatReadsIsNoObstacle()
{
    QProcess qemu;
    hold(
        qemu, QStringLiteral("qemu-io"), {QStringLiteral("-r"), QStringLiteral("-f"), QStringLiteral("qcow2"), m_disk});
    const auto use = fileUse(m_path);
    QVERIFY(use);
    QCOMPARE(use->holders.size(), std::size_t{1});
    QVERIFY(!use->holders.front().writes && !use->qemuWrites && use->qemuForbidsWriting);
    QVERIFY(refuseIfWritten(m_path, *use));
    release(qemu);
}

void FileHoldersTest::guestsHaveNames_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("guest");
    QTest::newRow("libvirt") << QStringLiteral("guest=instance-0000002a,debug-threads=on")
                             << QStringLiteral("instance-0000002a");
    QTest::newRow("plain") << QStringLiteral("web") << QStringLiteral("web");
    QTest::newRow("comma") << QStringLiteral("guest=a,,b,process=x") << QStringLiteral("a,b");
    QTest::newRow("escape") << QStringLiteral("guest=a\x1b[2J") << QStringLiteral("a\\x1b[2J");
}

/// A program of that name that holds the file, as no guest can be started everywhere.
void FileHoldersTest::guestsHaveNames()
{
    QFETCH(QString, argument);
    QFETCH(QString, guest);
    const QString program = m_directory->filePath(QStringLiteral("qemu-test"));
    QFile script(program);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nexec 3<>\"$1\"\nread line\necho held\nread line\n");
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    script.close();
    QProcess qemu;
    hold(qemu, program, {m_disk, QStringLiteral("-name"), argument});
    const auto use = fileUse(m_path);
    QVERIFY(use);
    QCOMPARE(use->holders.size(), std::size_t{1});
    QCOMPARE(use->holders.front().guest, guest);
    const auto refused = refuseIfWritten(m_path, *use);
    QVERIFY(!refused);
    QVERIFY2(refused.error().reason.contains(guest), qPrintable(refused.error().reason));
    release(qemu);
}

void FileHoldersTest::otherProgramsAreSeen()
{
    QProcess shell;
    hold(shell, QStringLiteral("sh"),
        {QStringLiteral("-c"), QStringLiteral("exec 3<>\"$0\"; read line; echo held; read line"), m_disk});
    const auto use = fileUse(m_path);
    QVERIFY(use);
    QCOMPARE(use->holders.size(), std::size_t{1});
    QVERIFY(use->holders.front().writes && !use->holders.front().isQemu() && !use->qemuWrites);
    QVERIFY(use->holders.front().guest.isEmpty());
    QVERIFY(refuseIfWritten(m_path, *use));
    release(shell);
}

void FileHoldersTest::ourOwnOpenFilesDoNotCount()
{
    QFile file(m_disk);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(fileUse(m_path).value().holders.empty());
}

void FileHoldersTest::aMissingFileIsAnError()
{
    const auto use = fileUse(m_path + ".none");
    QVERIFY(!use);
    QCOMPARE(use.error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(FileHoldersTest)
#include "tst_fileholders.moc"
