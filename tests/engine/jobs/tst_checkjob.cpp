// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/checkjob.h"

#include "engine/image/oracle.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

/// With the real qemu-img, over images whose bytes are really wrong.
class CheckJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void soundImages_data();
    void soundImages();
    void leaksAreTold();
    void damageIsAnError();
    void theCorruptMarkIsNoObstacle();
    void whatAnOverlayStandsOnIsNotOpened();
    void whatCannotBeCheckedIsRefused();
    void unsafeImagesAreRefused();
    void aRunningGuestsDiskIsRefused();
    void exitCodes_data();
    void exitCodes();
    void cancelled();
    void anImageThatChangesIsTold();
    void theCommandMeansTheSameEverywhere();

private:
    QString path(const QString &name) const { return m_directory->filePath(name); }
    QString make(const QStringList &arguments) const
    {
        return Oracle::make(QStringLiteral("qemu-img"), arguments, m_directory->path());
    }
    /// 1 MiB of a disk of 10 MiB is written.
    QString makeImage(const QString &format) const
    {
        const QString made = make(
            {QStringLiteral("create"), QStringLiteral("-f"), format, QStringLiteral("disk"), QStringLiteral("10M")});
        return made.isEmpty() ? Oracle::make(QStringLiteral("qemu-io"),
                                    {QStringLiteral("-f"), format, QStringLiteral("-c"),
                                        QStringLiteral("write -P 7 0 1M"), QStringLiteral("disk")},
                                    m_directory->path())
                              : made;
    }
    /// The refcount of a cluster of the qcow2 that makeImage() makes: 16 bits each, in the third cluster.
    bool setRefcount(int cluster, quint8 count) const
    {
        return Oracle::patch(
            path(QStringLiteral("disk")), (2 << 16) + 2 * cluster, QByteArray(1, '\0') + static_cast<char>(count));
    }
    Result<JobDone> check(const QString &name = QStringLiteral("disk"), const std::optional<ImageFormat> &format = {},
        const std::stop_token &stop = {}, const JobHost &host = {}) const
    {
        const std::unique_ptr<Job> job = checkJob({.image = path(name).toUtf8(), .format = format});
        const Result<Plan> plan = job->plan(stop);
        if (!plan)
            return std::unexpected(plan.error());
        return job->run(*plan, stop, host);
    }
    /// A qemu-img that stands before the real one.
    void replaceQemuImg(const QByteArray &script);

    std::unique_ptr<QTemporaryDir> m_directory;
    QTemporaryDir m_programs;
    QByteArray m_search = qgetenv("PATH");
};

void CheckJobTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

void CheckJobTest::cleanup()
{
    qputenv("PATH", m_search);
}

void CheckJobTest::replaceQemuImg(const QByteArray &script)
{
    QFile file(m_programs.filePath(QStringLiteral("qemu-img")));
    file.remove();
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray text = "#!/bin/sh\nPATH='" + m_search + "'\n" + script + '\n';
    QCOMPARE(file.write(text), text.size());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    file.close();
    const QByteArray search = m_programs.path().toUtf8() + ':' + m_search;
    qputenv("PATH", search);
}

void CheckJobTest::soundImages_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"qcow2", "vdi", "vhdx", "vmdk", "parallels", "qed"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void CheckJobTest::soundImages()
{
    QFETCH(QString, format);
    QCOMPARE(makeImage(format), QString());
    QStringList log;
    QStringList stages;
    const auto done = check({QStringLiteral("disk")}, {}, {},
        {.progress = [&](const JobProgress &step) { stages.append(step.stage); },
            .log = [&](const QString &line) { log.append(line); }});
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QVERIFY(done->changed.empty() && done->images.empty());
    QVERIFY2(done->text.contains(QStringLiteral("no errors")), qPrintable(done->text));
    QCOMPARE(done->facts[QStringLiteral("corruptions")], QJsonValue(0));
    QCOMPARE(done->facts[QStringLiteral("leaks")], QJsonValue(0));
    QCOMPARE(done->facts[QStringLiteral("check-errors")], QJsonValue(0));
    if (format == QStringLiteral("qcow2")) {
        QCOMPARE(done->facts[QStringLiteral("allocated-clusters")], QJsonValue(16));
        QCOMPARE(done->facts[QStringLiteral("total-clusters")], QJsonValue(160));
        QVERIFY2(done->text.contains(QStringLiteral("16 of 160")), qPrintable(done->text));
    }
    QCOMPARE(stages, QStringList{QStringLiteral("check")});
    QVERIFY2(log.first().contains(QStringLiteral("check --output=json -f %1 --").arg(format)), qPrintable(log.first()));
}

void CheckJobTest::leaksAreTold()
{
    QCOMPARE(makeImage(QStringLiteral("qcow2")), QString());
    QVERIFY(QFile::resize(path(QStringLiteral("disk")), 64 << 16));
    for (const int cluster : {40, 41, 42})
        QVERIFY(setRefcount(cluster, 1));
    const auto done = check();
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(done->facts[QStringLiteral("leaks")], QJsonValue(3));
    QVERIFY2(done->text.contains(QStringLiteral("3 clusters are leaked")), qPrintable(done->text));
}

void CheckJobTest::damageIsAnError()
{
    QCOMPARE(makeImage(QStringLiteral("qcow2")), QString());
    QVERIFY(setRefcount(6, 0));
    QStringList log;
    const auto done = check({QStringLiteral("disk")}, {}, {}, {.log = [&](const QString &line) { log.append(line); }});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Malformed);
    QVERIFY2(done.error().reason.contains(QStringLiteral("2 errors")), qPrintable(done.error().reason));
    QVERIFY(done.error().hint.contains(QStringLiteral("copy")));
    QVERIFY2(log.join(u'\n').contains(QStringLiteral("cluster 6 refcount=0")), qPrintable(log.join(u'\n')));
}

/// qemu sets it when it finds damage while it runs: then one wants to know what is wrong.
void CheckJobTest::theCorruptMarkIsNoObstacle()
{
    QCOMPARE(makeImage(QStringLiteral("qcow2")), QString());
    QVERIFY(Oracle::patch(path(QStringLiteral("disk")), 79, QByteArray(1, '\x02')));
    const auto done = check();
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
}

void CheckJobTest::whatAnOverlayStandsOnIsNotOpened()
{
    QCOMPARE(make({QStringLiteral("create"), QStringLiteral("-u"), QStringLiteral("-f"), QStringLiteral("qcow2"),
                 QStringLiteral("-b"), QStringLiteral("/nowhere"), QStringLiteral("-F"), QStringLiteral("raw"),
                 QStringLiteral("an \"overlay\", {卷}"), QStringLiteral("1M")}),
        QString());
    const auto done = check(QStringLiteral("an \"overlay\", {卷}"));
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(done->facts[QStringLiteral("total-clusters")], QJsonValue(16));
}

void CheckJobTest::whatCannotBeCheckedIsRefused()
{
    QCOMPARE(makeImage(QStringLiteral("vpc")), QString());
    QCOMPARE(check().error().kind, ErrorKind::Unsupported);
    QCOMPARE(makeImage(QStringLiteral("raw")), QString());
    const auto raw = check(QStringLiteral("disk"), ImageFormat::Raw);
    QCOMPARE(raw.error().kind, ErrorKind::Unsupported);
    QVERIFY(raw.error().hint.contains(QStringLiteral("qcow2")));
    QCOMPARE(check(QStringLiteral("none")).error().kind, ErrorKind::NotFound);
}

void CheckJobTest::unsafeImagesAreRefused()
{
    QCOMPARE(make({QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-o"),
                 QStringLiteral("data_file=data"), QStringLiteral("disk"), QStringLiteral("1M")}),
        QString());
    QCOMPARE(check().error().kind, ErrorKind::Unsafe);
    QCOMPARE(check(QStringLiteral("disk"), ImageFormat::Vdi).error().kind, ErrorKind::Unsafe);
}

void CheckJobTest::aRunningGuestsDiskIsRefused()
{
    QCOMPARE(makeImage(QStringLiteral("qcow2")), QString());
    QProcess guest;
    guest.start(
        QStringLiteral("qemu-io"), {QStringLiteral("-f"), QStringLiteral("qcow2"), path(QStringLiteral("disk"))});
    QVERIFY(guest.waitForStarted());
    guest.write("length\n");
    QVERIFY(guest.waitForReadyRead());
    const auto done = check();
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Conflict);
    QVERIFY(done.error().reason.contains(QString::number(guest.processId())));
    guest.closeWriteChannel();
    QVERIFY(guest.waitForFinished());
    QVERIFY(check());
}

void CheckJobTest::exitCodes_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("failed") << QByteArray("echo 'qemu-img: Permission denied' >&2; exit 1") << ErrorKind::NoPermission
                            << QStringLiteral("permission denied");
    QTest::newRow("incomplete") << QByteArray("echo '{\"check-errors\": 4}'; exit 1") << ErrorKind::InputOutput
                                << QStringLiteral("4 parts could not be read");
    QTest::newRow("both") << QByteArray("echo '{\"corruptions\": 4, \"leaks\": 5}'; exit 2") << ErrorKind::Malformed
                          << QStringLiteral("4 errors and 5 leaked clusters");
    QTest::newRow("not supported") << QByteArray("exit 63") << ErrorKind::Unsupported
                                   << QStringLiteral("cannot check the format qcow2");
    QTest::newRow("unknown") << QByteArray("exit 77") << ErrorKind::ToolFailed << QStringLiteral("exit code 77");
    QTest::newRow("no answer") << QByteArray("exit 0") << ErrorKind::ToolFailed << QString();
}

void CheckJobTest::exitCodes()
{
    QFETCH(QByteArray, script);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    QCOMPARE(makeImage(QStringLiteral("qcow2")), QString());
    replaceQemuImg(script);
    const auto done = check();
    QVERIFY(!done);
    QCOMPARE(done.error().kind, kind);
    QVERIFY2(done.error().reason.contains(words), qPrintable(done.error().reason));
}

void CheckJobTest::cancelled()
{
    QCOMPARE(makeImage(QStringLiteral("qcow2")), QString());
    std::stop_source source;
    const auto done = check(QStringLiteral("disk"), {}, source.get_token(),
        {.progress = [&](const JobProgress &) { source.request_stop(); }});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("disk")});
}

void CheckJobTest::anImageThatChangesIsTold()
{
    QCOMPARE(makeImage(QStringLiteral("qcow2")), QString());
    replaceQemuImg("touch -d 2001-01-01 '" + path(QStringLiteral("disk")).toUtf8() + "'; echo '{\"check-errors\": 0}'");
    QCOMPARE(check().error().kind, ErrorKind::Conflict);
}

void CheckJobTest::theCommandMeansTheSameEverywhere()
{
    const JobStart start = checkJob({.image = "a/../-b", .format = ImageFormat::Vhdx})->start();
    QCOMPARE(start.command,
        QStringList({QStringLiteral("check"), QStringLiteral("-f"), QStringLiteral("vhdx"), QStringLiteral("--"),
            QDir::currentPath() + QStringLiteral("/-b")}));
    const auto again = jobFromCommand(start.command);
    QVERIFY(again);
    QCOMPARE((*again)->start().command, start.command);
    QCOMPARE(jobFromCommand({QStringLiteral("check")}).error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(CheckJobTest)
#include "tst_checkjob.moc"
