// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/overlayjob.h"

#include "engine/image/oracle.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

/// With the real qemu-img. Whatever happens, the base stays as it is and nothing half made is left.
class OverlayJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyBase_data();
    void everyBase();
    void overAnOverlay();
    void sizes();
    void thePlanTellsAll();
    void unprovenBytesAreRefused();
    void whatIsMissingIsRefused();
    void anExistingTargetIsRefused();
    void aRunningGuestsDiskIsRefused();
    void cancelLeavesNothing();
    void aFullDiskLeavesNothing();
    void anotherOverlayIsNotKept();
    void aBaseThatChangesIsTold();
    void theCommandMeansTheSameEverywhere();

private:
    QString file(const QString &name) const { return m_directory->filePath(name); }
    NativePath path(const QString &name) const { return file(name).toUtf8(); }
    QStringList names() const { return QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden | QDir::System); }
    QString make(const QString &arguments) const
    {
        return Oracle::make(QStringLiteral("qemu-img"), arguments.split(u' '), m_directory->path());
    }
    OverlayRequest request() const
    {
        return {.base = path(QStringLiteral("base")),
            .baseFormat = {},
            .target = path(QStringLiteral("target")),
            .sizeBytes = {}};
    }
    static Result<JobDone> run(const OverlayRequest &wish, const std::stop_token &stop = {}, const JobHost &host = {})
    {
        const std::unique_ptr<Job> job = overlayJob(wish);
        const Result<Plan> plan = job->plan(stop);
        if (!plan)
            return std::unexpected(plan.error());
        return job->run(*plan, stop, host);
    }
    static QString kind(const OverlayRequest &wish)
    {
        const auto done = run(wish);
        return done ? QStringLiteral("done") : errorKindId(done.error().kind);
    }
    /// A qemu-img that stands before the real one; script is sh, "$real" the real one.
    void replaceQemuImg(const QByteArray &script);

    std::unique_ptr<QTemporaryDir> m_directory;
    QTemporaryDir m_programs;
    QByteArray m_search = qgetenv("PATH");
};

void OverlayJobTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QCOMPARE(make(QStringLiteral("create -q -f qcow2 base 10M")), QString());
}

void OverlayJobTest::cleanup()
{
    qputenv("PATH", m_search);
    for (const QString &name : names())
        QVERIFY2(!name.endsWith(QStringLiteral(".part")), qPrintable(name));
}

void OverlayJobTest::replaceQemuImg(const QByteArray &script)
{
    QFile program(m_programs.filePath(QStringLiteral("qemu-img")));
    program.remove();
    QVERIFY(program.open(QIODevice::WriteOnly));
    const QByteArray text = "#!/bin/sh\nPATH='" + m_search + "'\nreal=$(command -v qemu-img)\n" + script + '\n';
    QCOMPARE(program.write(text), text.size());
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    program.close();
    const QByteArray search = m_programs.path().toUtf8() + ':' + m_search;
    qputenv("PATH", search);
}

void OverlayJobTest::everyBase_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"raw", "qcow2", "vmdk", "vdi", "vpc", "vhdx"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void OverlayJobTest::everyBase()
{
    QFETCH(QString, format);
    QVERIFY(QFile::remove(file(QStringLiteral("base"))));
    QCOMPARE(make(QStringLiteral("create -q -f %1 base 10M").arg(format)), QString());
    OverlayRequest wish = request();
    wish.baseFormat = formatFromName(format);
    const auto done = run(wish);
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(done->changed, std::vector{wish.target});
    const ImageInfo &info = done->images.front().info;
    QCOMPARE(info.format, ImageFormat::Qcow2);
    QCOMPARE(info.backingFile, wish.base);
    QCOMPARE(info.backingFormat, format);
    QVERIFY(info.virtualSizeBytes >= 10 << 20);
    // qemu follows it, and sees what the base holds.
    QCOMPARE(make(QStringLiteral("compare -q -f %1 -F qcow2 base target").arg(format)), QString());
    QCOMPARE(names(), QStringList({QStringLiteral("base"), QStringLiteral("target")}));
}

void OverlayJobTest::overAnOverlay()
{
    QCOMPARE(make(QStringLiteral("create -q -f qcow2 -b base -F qcow2 middle")), QString());
    OverlayRequest wish = request();
    wish.base = path(QStringLiteral("middle"));
    const auto done = run(wish);
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(done->facts[QStringLiteral("layers")].toInteger(), 3);
    QVERIFY(QFile::remove(file(QStringLiteral("target"))));
    QVERIFY(QFile::remove(file(QStringLiteral("base"))));
    QCOMPARE(kind(wish), errorKindId(ErrorKind::NotFound));
}

void OverlayJobTest::sizes()
{
    OverlayRequest wish = request();
    wish.sizeBytes = (20 << 20) + 1;
    const auto larger = run(wish);
    QVERIFY2(larger, qPrintable(larger ? QString() : sentence(larger.error())));
    QCOMPARE(larger->facts[QStringLiteral("virtual-size")].toInteger(), (20 << 20) + 512);
    QVERIFY(QFile::remove(file(QStringLiteral("target"))));
    wish.sizeBytes = (10 << 20) - 512;
    QCOMPARE(kind(wish), errorKindId(ErrorKind::Unsupported));
    wish.sizeBytes = 10 << 20;
    QCOMPARE(kind(wish), QStringLiteral("done"));
    // A raw disk that ends within a sector.
    QVERIFY(QFile::remove(file(QStringLiteral("target"))));
    QVERIFY(QFile::remove(file(QStringLiteral("base"))));
    QFile raw(file(QStringLiteral("base")));
    QVERIFY(raw.open(QIODevice::WriteOnly) && raw.resize(1000001));
    wish = request();
    wish.baseFormat = ImageFormat::Raw;
    const auto odd = run(wish);
    QVERIFY2(odd, qPrintable(odd ? QString() : sentence(odd.error())));
    QCOMPARE(odd->facts[QStringLiteral("virtual-size")].toInteger(), 1000448);
}

void OverlayJobTest::thePlanTellsAll()
{
    const OverlayRequest wish = request();
    const auto plan = overlayJob(wish)->plan({});
    QVERIFY(plan);
    QCOMPARE(plan->inputs.front(), (PlanFile{wish.base, ImageFormat::Qcow2, 10 << 20}));
    QCOMPARE(plan->outputs.front(), (PlanFile{wish.target, ImageFormat::Qcow2, 10 << 20}));
    QCOMPARE(shellText(plan->commands.front()),
        QStringLiteral("qemu-img create -q -u -f qcow2 -F qcow2 -b %1 -- %2 10485760")
            .arg(QString::fromUtf8(wish.base), QString::fromUtf8(wish.target)));
    QVERIFY(plan->spaceNeededBytes > 0 && plan->spaceFreeBytes);
    QCOMPARE(names(), QStringList{QStringLiteral("base")});
}

void OverlayJobTest::unprovenBytesAreRefused()
{
    OverlayRequest wish = request();
    wish.baseFormat = ImageFormat::Raw; // what a guest wrote into a raw disk to look like an image
    QCOMPARE(kind(wish), errorKindId(ErrorKind::Unsafe));
    QVERIFY(QFile::resize(file(QStringLiteral("base")), 0) && QFile::resize(file(QStringLiteral("base")), 1 << 20));
    QCOMPARE(kind(request()), errorKindId(ErrorKind::Unsafe));
    QCOMPARE(kind(wish), QStringLiteral("done"));
}

void OverlayJobTest::whatIsMissingIsRefused()
{
    OverlayRequest wish = request();
    wish.target = path(QStringLiteral("none/target"));
    QCOMPARE(kind(wish), errorKindId(ErrorKind::NotFound));
    wish = request();
    wish.base = path(QStringLiteral("none"));
    QCOMPARE(kind(wish), errorKindId(ErrorKind::NotFound));
    wish.base = "/" + QByteArray(200, 'd').append('/').repeated(6) + "base";
    QCOMPARE(kind(wish), errorKindId(ErrorKind::Unsupported));
}

void OverlayJobTest::anExistingTargetIsRefused()
{
    const std::unique_ptr<Job> job = overlayJob(request());
    const auto plan = job->plan({});
    QVERIFY(plan);
    QVERIFY(QFile::copy(file(QStringLiteral("base")), file(QStringLiteral("target"))));
    QCOMPARE(job->plan({}).error().kind, ErrorKind::Conflict);
    QCOMPARE(job->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
}

void OverlayJobTest::aRunningGuestsDiskIsRefused()
{
    QProcess guest;
    guest.start(
        QStringLiteral("qemu-io"), {QStringLiteral("-f"), QStringLiteral("qcow2"), file(QStringLiteral("base"))});
    QVERIFY(guest.waitForStarted());
    guest.write("length\n");
    QVERIFY(guest.waitForReadyRead());
    QCOMPARE(kind(request()), errorKindId(ErrorKind::Conflict));
    guest.closeWriteChannel();
    QVERIFY(guest.waitForFinished());
}

void OverlayJobTest::cancelLeavesNothing()
{
    std::stop_source source;
    const auto done =
        run(request(), source.get_token(), {.progress = [&](const JobProgress &) { source.request_stop(); }});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    QCOMPARE(names(), QStringList{QStringLiteral("base")});
}

void OverlayJobTest::aFullDiskLeavesNothing()
{
    replaceQemuImg(
        "exec strace -f -qq -o /dev/null -e inject=pwrite64,pwritev,fallocate:error=ENOSPC \"$real\" \"$@\"");
    QCOMPARE(kind(request()), errorKindId(ErrorKind::NoSpace));
    QCOMPARE(names(), QStringList{QStringLiteral("base")});
}

void OverlayJobTest::anotherOverlayIsNotKept()
{
    const QByteArray last = "for last; do target=$size; size=$last; done\n";
    replaceQemuImg(last + "exec \"$real\" create -q -u -f qcow2 -b /etc/shadow -F raw \"$target\" \"$size\"");
    QCOMPARE(kind(request()), errorKindId(ErrorKind::ToolFailed));
    replaceQemuImg(last + "exec \"$real\" create -q -f qcow2 \"$target\" \"$size\"");
    QCOMPARE(kind(request()), errorKindId(ErrorKind::ToolFailed));
    QCOMPARE(names(), QStringList{QStringLiteral("base")});
}

void OverlayJobTest::aBaseThatChangesIsTold()
{
    replaceQemuImg("\"$real\" \"$@\" && exec touch -d 2001-01-01 '" + path(QStringLiteral("base")) + "'");
    QCOMPARE(kind(request()), errorKindId(ErrorKind::Conflict));
    QCOMPARE(names(), QStringList{QStringLiteral("base")});
}

void OverlayJobTest::theCommandMeansTheSameEverywhere()
{
    const JobStart start =
        overlayJob({.base = "a/../-b", .baseFormat = ImageFormat::Vhdx, .target = "c", .sizeBytes = 4096})->start();
    QCOMPARE(start.command,
        QStringList({QStringLiteral("overlay"), QStringLiteral("-f"), QStringLiteral("vhdx"), QStringLiteral("--size"),
            QStringLiteral("4096"), QStringLiteral("--"), QDir::currentPath() + QStringLiteral("/-b"),
            QDir::currentPath() + QStringLiteral("/c")}));
    const auto again = jobFromCommand(start.command);
    QVERIFY(again);
    QCOMPARE((*again)->start().command, start.command);
    QCOMPARE(jobFromCommand({QStringLiteral("overlay"), QStringLiteral("--size"), QStringLiteral("much"),
                                QStringLiteral("a"), QStringLiteral("b")})
                 .error()
                 .kind,
        ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(OverlayJobTest)
#include "tst_overlayjob.moc"
