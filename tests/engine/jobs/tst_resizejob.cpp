// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/resizejob.h"

#include "engine/image/oracle.h"
#include "jobs/overlaysbeside.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

/// With the real qemu-img. What was on a disk stays there, and the new space is empty.
class ResizeJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void disksGrow_data();
    void disksGrow();
    void whatABaseHoldsBehindTheEndStaysHidden();
    void sizesThatMakeNoSense_data();
    void sizesThatMakeNoSense();
    void otherFormatsAreRefused();
    void snapshots();
    void aUsedDiskIsRefused_data();
    void aUsedDiskIsRefused();
    void anUnwrittenBaseIsNoObstacle();
    void risks();
    void addingHappensOnce();
    void cancelChangesNothing();
    void aFailureIsTold();
    void theCommandMeansTheSameEverywhere();

private:
    QString path(const QString &name = QStringLiteral("disk")) const { return m_directory->filePath(name); }
    QString tool(const char *program, const QStringList &arguments) const
    {
        return Oracle::make(QString::fromLatin1(program), arguments, m_directory->path());
    }
    QString create(const QStringList &arguments) const
    {
        return tool(
            "qemu-img", QStringList{QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f")} + arguments);
    }
    QString io(const QString &name, const QString &format, const QString &command) const
    {
        return tool("qemu-io", {QStringLiteral("-f"), format, QStringLiteral("-c"), command, name});
    }
    Result<JobDone> resize(
        qint64 size, bool adds = false, const std::stop_token &stop = {}, const JobHost &host = {}) const
    {
        const std::unique_ptr<Job> job =
            resizeJob({.image = path().toUtf8(), .format = m_format, .sizeBytes = size, .adds = adds});
        const Result<Plan> plan = job->plan({});
        return plan ? job->run(*plan, stop, host) : std::unexpected(plan.error());
    }
    Error refusal(qint64 size = 8 << 20) const
    {
        const auto done = resize(size);
        return done ? Error{.kind = ErrorKind::Usage, .reason = QStringLiteral("nothing was refused")} : done.error();
    }
    qint64 virtualSize(const QString &format) const
    {
        return Oracle::qemuInfo(path(), format)[QStringLiteral("virtual-size")].toInteger();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::optional<ImageFormat> m_format;
    QTemporaryDir m_programs;
    QByteArray m_search = qgetenv("PATH");
};

/// A qcow2 of 4 MiB that begins with 64 KiB of sevens.
void ResizeJobTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_format.reset();
    QCOMPARE(create({QStringLiteral("qcow2"), QStringLiteral("disk"), QStringLiteral("4M")}), QString());
    QCOMPARE(io(QStringLiteral("disk"), QStringLiteral("qcow2"), QStringLiteral("write -P 7 0 64k")), QString());
}

void ResizeJobTest::cleanup()
{
    qputenv("PATH", m_search);
}

void ResizeJobTest::disksGrow_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("adds");
    QTest::addColumn<qint64>("expected");
    for (const char *format : {"raw", "qcow2"}) {
        QTest::addRow("%s, to a size", format)
            << QString::fromLatin1(format) << (qint64{20} << 30) << false << (qint64{20} << 30);
        QTest::addRow("%s, by a size", format)
            << QString::fromLatin1(format) << qint64{512} << true << qint64{(4 << 20) + 512};
    }
}

void ResizeJobTest::disksGrow()
{
    QFETCH(QString, format);
    QFETCH(qint64, size);
    QFETCH(bool, adds);
    QFETCH(qint64, expected);
    QVERIFY(QFile::remove(path()));
    QCOMPARE(create({format, QStringLiteral("disk"), QStringLiteral("4M")}), QString());
    QCOMPARE(io(QStringLiteral("disk"), format, QStringLiteral("write -P 7 0 4M")), QString());
    m_format = formatFromName(format);
    const auto done = resize(size, adds);
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(virtualSize(format), expected);
    QCOMPARE(done->facts[QStringLiteral("virtual-size")].toInteger(), expected);
    QCOMPARE(done->facts[QStringLiteral("virtual-size-before")].toInteger(), 4 << 20);
    QCOMPARE(done->images.front().info.virtualSizeBytes, expected);
    QCOMPARE(done->changed, std::vector<NativePath>{path().toUtf8()});
    QCOMPARE(io(QStringLiteral("disk"), format, QStringLiteral("read -P 7 0 4M")), QString());
    QCOMPARE(io(QStringLiteral("disk"), format, QStringLiteral("read -P 0 4M 512")), QString());
}

/// A smaller overlay over a larger base: its new space is empty, not what the base has there.
void ResizeJobTest::whatABaseHoldsBehindTheEndStaysHidden()
{
    QVERIFY(QFile::rename(path(), path(QStringLiteral("base"))));
    QCOMPARE(io(QStringLiteral("base"), QStringLiteral("qcow2"), QStringLiteral("write -P 9 2M 2M")), QString());
    QCOMPARE(create({QStringLiteral("qcow2"), QStringLiteral("-b"), QStringLiteral("base"), QStringLiteral("-F"),
                 QStringLiteral("qcow2"), QStringLiteral("disk"), QStringLiteral("2M")}),
        QString());
    const auto done = resize(6 << 20);
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(io(QStringLiteral("disk"), QStringLiteral("qcow2"), QStringLiteral("read -P 7 0 64k")), QString());
    QCOMPARE(io(QStringLiteral("disk"), QStringLiteral("qcow2"), QStringLiteral("read -P 0 2M 4M")), QString());
    QCOMPARE(done->images.front().info.backingFile, QByteArray("base"));
    QCOMPARE(io(QStringLiteral("base"), QStringLiteral("qcow2"), QStringLiteral("read -P 9 2M 2M")), QString());
}

void ResizeJobTest::sizesThatMakeNoSense_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("adds");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("smaller") << qint64{1 << 20} << false << ErrorKind::Unsupported;
    QTest::newRow("as it is") << qint64{4 << 20} << false << ErrorKind::Conflict;
    QTest::newRow("no sectors") << qint64{(8 << 20) + 1} << false << ErrorKind::Usage;
    QTest::newRow("too large") << std::numeric_limits<qint64>::max() << true << ErrorKind::Usage;
    QTest::newRow("larger than qcow2 knows") << (qint64{1} << 62) << false << ErrorKind::NoSpace;
}

void ResizeJobTest::sizesThatMakeNoSense()
{
    QFETCH(qint64, size);
    QFETCH(bool, adds);
    QFETCH(ErrorKind, kind);
    const auto done = resize(size, adds);
    QVERIFY(!done);
    QVERIFY2(done.error().kind == kind, qPrintable(sentence(done.error())));
    QCOMPARE(virtualSize(QStringLiteral("qcow2")), 4 << 20);
}

void ResizeJobTest::otherFormatsAreRefused()
{
    QCOMPARE(create({QStringLiteral("vdi"), QStringLiteral("disk"), QStringLiteral("4M")}), QString());
    QCOMPARE(refusal().kind, ErrorKind::Unsupported);
    QCOMPARE(create({QStringLiteral("raw"), QStringLiteral("disk"), QStringLiteral("4M")}), QString());
    QCOMPARE(refusal().kind, ErrorKind::Unsafe); // nobody said that it is raw
    QVERIFY(QFile::remove(path()));
    QCOMPARE(refusal().kind, ErrorKind::NotFound);
}

void ResizeJobTest::snapshots()
{
    const QStringList take{
        QStringLiteral("snapshot"), QStringLiteral("-c"), QStringLiteral("s"), QStringLiteral("disk")};
    QCOMPARE(tool("qemu-img", take), QString());
    const auto plan = resizeJob({.image = path().toUtf8(), .format = {}, .sizeBytes = 8 << 20})->plan({});
    QVERIFY(plan);
    QVERIFY(plan->risks.front().contains(QStringLiteral("snapshot")));
    QVERIFY(resize(8 << 20));
    QCOMPARE(create({QStringLiteral("qcow2"), QStringLiteral("-o"), QStringLiteral("compat=0.10"),
                 QStringLiteral("disk"), QStringLiteral("4M")}),
        QString());
    QCOMPARE(tool("qemu-img", take), QString());
    const Error error = refusal();
    QCOMPARE(error.kind, ErrorKind::Unsupported);
    QVERIFY2(error.reason.contains(QStringLiteral("compat 0.10")), qPrintable(error.reason));
}

void ResizeJobTest::aUsedDiskIsRefused_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("a guest") << QStringLiteral("qemu-io")
                             << QStringList{QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("disk")};
    QTest::newRow("a qemu that reads") << QStringLiteral("qemu-io")
                                       << QStringList{QStringLiteral("-r"), QStringLiteral("-f"),
                                              QStringLiteral("qcow2"), QStringLiteral("disk")};
    QTest::newRow("a qemu that reads and locks nothing")
        << QStringLiteral("qemu-io")
        << QStringList{QStringLiteral("-r"), QStringLiteral("--image-opts"),
               QStringLiteral("driver=qcow2,file.driver=file,file.filename=disk,file.locking=off")};
    QTest::newRow("another writer") << QStringLiteral("sh")
                                    << QStringList{QStringLiteral("-c"),
                                           QStringLiteral("exec 3<>disk; read line; echo held; read line")};
}

void ResizeJobTest::aUsedDiskIsRefused()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    const std::unique_ptr<Job> job = resizeJob({.image = path().toUtf8(), .format = {}, .sizeBytes = 8 << 20});
    const auto plan = job->plan({});
    QVERIFY(plan);
    QProcess holder;
    holder.setWorkingDirectory(m_directory->path());
    holder.start(program, arguments);
    QVERIFY(holder.waitForStarted());
    holder.write("length\n");
    QVERIFY(holder.waitForReadyRead());
    const Error error = refusal();
    QVERIFY2(error.kind == ErrorKind::Conflict, qPrintable(sentence(error)));
    QVERIFY2(error.reason.contains(QString::number(holder.processId())), qPrintable(error.reason));
    QCOMPARE(job->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
    holder.closeWriteChannel();
    QVERIFY(holder.waitForFinished());
    QCOMPARE(virtualSize(QStringLiteral("qcow2")), 4 << 20);
    QVERIFY(job->run(*plan, {}, {}));
}

/// Other guests run on the same base.
void ResizeJobTest::anUnwrittenBaseIsNoObstacle()
{
    QVERIFY(QFile::rename(path(), path(QStringLiteral("base"))));
    for (const char *name : {"disk", "other"})
        QCOMPARE(create({QStringLiteral("qcow2"), QStringLiteral("-b"), QStringLiteral("base"), QStringLiteral("-F"),
                     QStringLiteral("qcow2"), QString::fromLatin1(name)}),
            QString());
    QProcess guest;
    guest.start(
        QStringLiteral("qemu-io"), {QStringLiteral("-f"), QStringLiteral("qcow2"), path(QStringLiteral("other"))});
    QVERIFY(guest.waitForStarted());
    guest.write("length\n");
    QVERIFY(guest.waitForReadyRead());
    const auto done = resize(8 << 20);
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    guest.closeWriteChannel();
    QVERIFY(guest.waitForFinished());
}

void ResizeJobTest::risks()
{
    const auto risksOf = [&](const QString &name, qint64 size) {
        const auto plan = resizeJob({.image = path(name).toUtf8(), .format = {}, .sizeBytes = size})->plan({});
        QStringList risks;
        if (plan)
            for (const QString &risk : plan->risks)
                risks.append(risk);
        return plan ? risks.join(u'\n') : sentence(plan.error());
    };
    QCOMPARE(risksOf(QStringLiteral("disk"), 8 << 20), QString());
    QVERIFY(risksOf(QStringLiteral("disk"), qint64{1} << 50).contains(QStringLiteral("free")));
    QCOMPARE(create({QStringLiteral("qcow2"), QStringLiteral("-b"), QStringLiteral("./disk"), QStringLiteral("-F"),
                 QStringLiteral("qcow2"), QStringLiteral("over")}),
        QString());
    QCOMPARE(overlaysBeside(path().toUtf8()), std::vector<NativePath>{"over"});
    QCOMPARE(overlaysBeside(path(QStringLiteral("over")).toUtf8()), std::vector<NativePath>{});
    QVERIFY(risksOf(QStringLiteral("disk"), 8 << 20).startsWith(QStringLiteral("over stands on it")));
    QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("_base")));
    QVERIFY(QFile::rename(path(), path(QStringLiteral("_base/disk"))));
    QVERIFY(risksOf(QStringLiteral("_base/disk"), 8 << 20).contains(QStringLiteral("image cache")));
}

void ResizeJobTest::addingHappensOnce()
{
    const std::unique_ptr<Job> job =
        resizeJob({.image = path().toUtf8(), .format = {}, .sizeBytes = 1 << 20, .adds = true});
    const auto plan = job->plan({});
    QVERIFY(plan);
    QVERIFY(job->run(*plan, {}, {}));
    QCOMPARE(job->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
    QCOMPARE(virtualSize(QStringLiteral("qcow2")), 5 << 20);
}

void ResizeJobTest::cancelChangesNothing()
{
    std::stop_source source;
    source.request_stop();
    const auto done = resize(8 << 20, false, source.get_token());
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    QCOMPARE(virtualSize(QStringLiteral("qcow2")), 4 << 20);
    // Later it is finished.
    std::stop_source late;
    QVERIFY(resize(8 << 20, false, late.get_token(), {.progress = [&](const JobProgress &) { late.request_stop(); }}));
    QCOMPARE(virtualSize(QStringLiteral("qcow2")), 8 << 20);
}

void ResizeJobTest::aFailureIsTold()
{
    const std::vector<std::pair<QByteArray, ErrorKind>> ends{
        {"echo 'qemu-img: No space left on device' >&2; exit 1", ErrorKind::NoSpace},
        {"exit 0", ErrorKind::ToolFailed}}; // nothing was done
    for (const auto &[script, kind] : ends) {
        QFile file(m_programs.filePath(QStringLiteral("qemu-img")));
        file.remove();
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        qputenv("PATH", QByteArray(m_programs.path().toUtf8() + ':' + m_search));
        const Error error = refusal();
        QVERIFY2(error.kind == kind, qPrintable(sentence(error)));
    }
}

void ResizeJobTest::theCommandMeansTheSameEverywhere()
{
    const JobStart start =
        resizeJob({.image = "-x", .format = ImageFormat::Raw, .sizeBytes = 1536, .adds = true})->start();
    QCOMPARE(start.command,
        QStringList({QStringLiteral("resize"), QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("--"),
            QDir::currentPath() + QStringLiteral("/-x"), QStringLiteral("+1536")}));
    const auto again = jobFromCommand(start.command);
    QVERIFY(again);
    QCOMPARE((*again)->start().command, start.command);
    const auto words = jobFromCommand({QStringLiteral("resize"), QStringLiteral("x"), QStringLiteral("20G")});
    QVERIFY(words);
    QCOMPARE((*words)->start().command.last(), QString::number(qint64{20} << 30));
    for (const char *size : {"0", "-5G", "+", "", "many"})
        QCOMPARE(jobFromCommand(
                     {QStringLiteral("resize"), QStringLiteral("--"), QStringLiteral("x"), QString::fromLatin1(size)})
                     .error()
                     .kind,
            ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(ResizeJobTest)
#include "tst_resizejob.moc"
