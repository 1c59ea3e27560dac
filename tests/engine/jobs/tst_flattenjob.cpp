// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/flattenjob.h"

#include "jobs/convertrequest.h"
#include "jobs/qemuimgarguments.h"

#include "engine/image/oracle.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

/// With the real qemu-img, over a disk of three layers, which stay as they are whatever happens.
class FlattenJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everythingIsInOneFile_data();
    void everythingIsInOneFile();
    void thePlanNamesEveryLayer();
    void strangeNames();
    void vmdkBases();
    void brokenChainsAreRefused_data();
    void brokenChainsAreRefused();
    void whatStandsAloneIsRefused();
    void anExistingTargetIsRefused();
    void aWrittenLayerIsRefused();
    void cancelLeavesNothing();
    void aLayerThatChangesIsNotKept_data();
    void aLayerThatChangesIsNotKept();
    void theCommandMeansTheSameEverywhere();

private:
    QString path(const QString &name) const { return m_directory->filePath(name); }
    QString tool(const char *program, const QStringList &arguments) const
    {
        return Oracle::make(QString::fromLatin1(program), arguments, m_directory->path());
    }
    /// Creates an overlay and writes a pattern into it; writes: for qemu-io.
    QString overlay(const QString &name, const QString &base, const QString &baseFormat, const QString &write,
        const QString &format = QStringLiteral("qcow2")) const
    {
        const QString made = tool("qemu-img",
            {QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), format, QStringLiteral("-b"), base,
                QStringLiteral("-F"), baseFormat, name});
        return made.isEmpty()
            ? tool("qemu-io", {QStringLiteral("-f"), format, QStringLiteral("-c"), write, QStringLiteral("./") + name})
            : made;
    }
    QStringList names() const { return QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden); }
    QByteArray hashes() const
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const char *name : {"base", "middle", "disk"}) {
            QFile file(path(QString::fromLatin1(name)));
            if (file.open(QIODevice::ReadOnly))
                hash.addData(&file);
        }
        return hash.result();
    }
    std::unique_ptr<Job> job(const QString &overlay = QStringLiteral("disk")) const
    {
        return convertJob({.source = path(overlay).toUtf8(),
            .target = path(QStringLiteral("target")).toUtf8(),
            .content = ConvertRequest::Content::WithBases});
    }
    static Result<JobDone> flatten(const Job &job, const std::stop_token &stop = {}, const JobHost &host = {})
    {
        const Result<Plan> plan = job.plan(stop);
        return plan ? job.run(*plan, stop, host) : std::unexpected(plan.error());
    }
    Error refusal(const QString &overlay) const
    {
        const Result<Plan> plan = job(overlay)->plan({});
        return plan ? Error{.kind = ErrorKind::Usage, .reason = QStringLiteral("nothing was refused")} : plan.error();
    }
    /// What qemu itself reads through the overlay, against the target.
    QString compare(const QString &overlay, const QString &format) const
    {
        return tool("qemu-img",
            {QStringLiteral("compare"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-F"), format,
                overlay, QStringLiteral("target")});
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QTemporaryDir m_programs;
    QByteArray m_search = qgetenv("PATH");
    QByteArray m_hashes;
};

void FlattenJobTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QFile file(path(QStringLiteral("base")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray bytes(1 << 20, 'b');
    QVERIFY(file.write(bytes) == bytes.size() && file.seek(6 << 20) && file.write(bytes) == bytes.size());
    QVERIFY(file.resize(8 << 20));
    file.close();
    QCOMPARE(overlay(QStringLiteral("middle"), QStringLiteral("base"), QStringLiteral("raw"),
                 QStringLiteral("write -P 109 512k 1M")),
        QString());
    QCOMPARE(overlay(QStringLiteral("disk"), QStringLiteral("./middle"), QStringLiteral("qcow2"),
                 QStringLiteral("write -P 100 1M 64k")),
        QString());
    m_hashes = hashes();
}

void FlattenJobTest::cleanup()
{
    qputenv("PATH", m_search);
    QCOMPARE(names().filter(QStringLiteral(".part")), QStringList());
}

void FlattenJobTest::everythingIsInOneFile_data()
{
    QTest::addColumn<ImageFormat>("format");
    QTest::addColumn<bool>("compress");
    for (const WritableFormat &row : writableFormats())
        for (const bool compress : {false, true})
            if (!compress || row.compresses)
                QTest::addRow("%s%s", formatTraits(row.format).id, compress ? ", compressed" : "")
                    << row.format << compress;
}

void FlattenJobTest::everythingIsInOneFile()
{
    QFETCH(ImageFormat, format);
    QFETCH(bool, compress);
    const auto done = flatten(*convertJob({.source = path(QStringLiteral("disk")).toUtf8(),
        .target = path(QStringLiteral("target")).toUtf8(),
        .targetFormat = format,
        .compress = compress,
        .content = ConvertRequest::Content::WithBases}));
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(done->facts[QStringLiteral("layers")], QJsonValue(3));
    QCOMPARE(done->facts[QStringLiteral("verified")], QJsonValue(true));
    QCOMPARE(done->images.front().info.format, format);
    QCOMPARE(done->images.front().info.virtualSizeBytes, 8 << 20);
    QVERIFY(done->images.front().info.backingFile.isEmpty() && done->images.front().info.safe());
    QCOMPARE(compare(QStringLiteral("disk"), QString::fromLatin1(formatTraits(format).qemuName)), QString());
    QCOMPARE(hashes(), m_hashes);
}

void FlattenJobTest::thePlanNamesEveryLayer()
{
    const auto plan = job()->plan({});
    QVERIFY2(plan, qPrintable(plan ? QString() : sentence(plan.error())));
    QCOMPARE(plan->inputs.size(), std::size_t{3});
    QCOMPARE(plan->inputs[1].path, path(QStringLiteral("middle")).toUtf8());
    QCOMPARE(plan->inputs[2].path, path(QStringLiteral("base")).toUtf8());
    QCOMPARE(plan->inputs[2].format, ImageFormat::Raw);
    QCOMPARE(plan->commands.size(), std::size_t{2});
    for (const CommandLine &command : plan->commands) {
        const QString told = command.arguments.at(command.arguments.size() - 2);
        QVERIFY2(told.startsWith(QStringLiteral("json:")) && told.contains(QStringLiteral("\"backing\":null")),
            qPrintable(told));
        QVERIFY(!command.arguments.contains(QStringLiteral("-f")));
    }
    QVERIFY(plan->spaceNeededBytes >= 2 << 20 && plan->risks.empty());
    QCOMPARE(names(), QStringList({QStringLiteral("base"), QStringLiteral("disk"), QStringLiteral("middle")}));
}

void FlattenJobTest::strangeNames()
{
    const QString below = QStringLiteral("a, \"b\" {c}=d 卷\\");
    QVERIFY(QFile::rename(path(QStringLiteral("base")), path(below)));
    QCOMPARE(overlay(QStringLiteral("top,x='y'"), below, QStringLiteral("raw"), QStringLiteral("write -P 1 0 64k")),
        QString());
    const auto done = flatten(*job(QStringLiteral("top,x='y'")));
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(compare(QStringLiteral("top,x='y'"), QStringLiteral("qcow2")), QString());
}

void FlattenJobTest::vmdkBases()
{
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("convert"), QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-O"),
                     QStringLiteral("vmdk"), QStringLiteral("base"), QStringLiteral("base.vmdk")}),
        QString());
    QCOMPARE(overlay(QStringLiteral("over.vmdk"), QStringLiteral("base.vmdk"), QStringLiteral("vmdk"),
                 QStringLiteral("write -P 5 0 64k"), QStringLiteral("vmdk")),
        QString());
    QCOMPARE(overlay(QStringLiteral("over.qcow2"), QStringLiteral("over.vmdk"), QStringLiteral("vmdk"),
                 QStringLiteral("write -P 6 64k 64k")),
        QString());
    const auto done = flatten(*job(QStringLiteral("over.qcow2")));
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    QCOMPARE(done->facts[QStringLiteral("layers")], QJsonValue(3));
    QCOMPARE(compare(QStringLiteral("over.qcow2"), QStringLiteral("qcow2")), QString());
}

void FlattenJobTest::brokenChainsAreRefused_data()
{
    QTest::addColumn<QStringList>("rebase");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    const auto to = [](const char *base, const char *format) {
        return QStringList{
            QStringLiteral("-b"), QString::fromLatin1(base), QStringLiteral("-F"), QString::fromLatin1(format)};
    };
    QTest::newRow("missing") << to("gone", "raw") << ErrorKind::NotFound << QStringLiteral("gone");
    QTest::newRow("itself") << to("disk", "qcow2") << ErrorKind::Malformed << QStringLiteral("stands on itself");
    QTest::newRow("server") << to("nbd://localhost/x", "raw") << ErrorKind::Unsupported << QStringLiteral("protocol");
    QTest::newRow("description") << to("json:{\"driver\":\"file\",\"filename\":\"base\"}", "raw")
                                 << ErrorKind::Unsupported << QStringLiteral("description");
    QTest::newRow("device") << to("/dev/null", "raw") << ErrorKind::Unsupported << QStringLiteral("device");
    QTest::newRow("directory") << to("/tmp", "raw") << ErrorKind::NotAFile << QString();
    QTest::newRow("not what was declared") << to("base", "qcow2") << ErrorKind::Unsafe << QString();
    // A guest wrote into a raw base what looks like another image.
    QTest::newRow("disguised") << to("disk2", "raw") << ErrorKind::Unsafe << QString();
    QTest::newRow("external data") << to("data.qcow2", "qcow2") << ErrorKind::Unsafe << QStringLiteral("another file");
}

void FlattenJobTest::brokenChainsAreRefused()
{
    QFETCH(QStringList, rebase);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    QVERIFY(QFile::copy(path(QStringLiteral("disk")), path(QStringLiteral("disk2"))));
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-o"),
                     QStringLiteral("data_file=data.raw"), QStringLiteral("data.qcow2"), QStringLiteral("8M")}),
        QString());
    QCOMPARE(
        tool("qemu-img",
            QStringList{QStringLiteral("rebase"), QStringLiteral("-u"), QStringLiteral("-f"), QStringLiteral("qcow2")} +
                rebase + QStringList{QStringLiteral("middle")}),
        QString());
    const Error error = refusal(QStringLiteral("disk"));
    QVERIFY2(error.kind == kind, qPrintable(sentence(error)));
    QVERIFY2(sentence(error).contains(words), qPrintable(sentence(error)));
    QVERIFY(!error.hint.isEmpty());
}

void FlattenJobTest::whatStandsAloneIsRefused()
{
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("alone"),
                     QStringLiteral("8M")}),
        QString());
    QCOMPARE(refusal(QStringLiteral("alone")).kind, ErrorKind::Unsupported);
    // An overlay that leaves it to others to guess the format of its base: old qemu-img made such.
    QCOMPARE(tool("qemu-img",
                 {QStringLiteral("rebase"), QStringLiteral("-u"), QStringLiteral("-f"), QStringLiteral("qcow2"),
                     QStringLiteral("-b"), QStringLiteral("base"), QStringLiteral("-F"), QStringLiteral("raw"),
                     QStringLiteral("alone")}),
        QString());
    QFile file(path(QStringLiteral("alone")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray head = file.read(4096);
    const qsizetype extension = head.indexOf(QByteArray::fromHex("e2792aca"));
    QVERIFY(extension > 0 && file.seek(extension) && file.write("\1\1\1\1") == 4); // not known, so ignored
    file.close();
    const Error error = refusal(QStringLiteral("alone"));
    QVERIFY2(error.kind == ErrorKind::Unsafe, qPrintable(sentence(error)));
    QVERIFY(error.reason.contains(QStringLiteral("does not say of what format")));
}

void FlattenJobTest::anExistingTargetIsRefused()
{
    const std::unique_ptr<Job> wish = job();
    const auto plan = wish->plan({});
    QVERIFY(plan);
    QFile file(path(QStringLiteral("target")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    file.close();
    QCOMPARE(wish->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
    QCOMPARE(wish->plan({}).error().kind, ErrorKind::Conflict);
    QCOMPARE(QFile(path(QStringLiteral("target"))).size(), 1);
}

void FlattenJobTest::aWrittenLayerIsRefused()
{
    const std::unique_ptr<Job> wish = job();
    const auto plan = wish->plan({});
    QVERIFY(plan);
    for (const char *layer : {"disk", "base"}) {
        QProcess guest;
        guest.start(QStringLiteral("qemu-io"),
            {QStringLiteral("-f"), layer[0] == 'd' ? QStringLiteral("qcow2") : QStringLiteral("raw"),
                path(QString::fromLatin1(layer))});
        QVERIFY(guest.waitForStarted());
        guest.write("length\n");
        QVERIFY(guest.waitForReadyRead());
        const Error error = refusal(QStringLiteral("disk"));
        QVERIFY2(error.kind == ErrorKind::Conflict, qPrintable(sentence(error)));
        QVERIFY(error.reason.contains(QString::number(guest.processId())));
        QCOMPARE(wish->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
        guest.closeWriteChannel();
        QVERIFY(guest.waitForFinished());
    }
}

void FlattenJobTest::cancelLeavesNothing()
{
    for (const char *stage : {"convert", "verify"}) {
        std::stop_source source;
        const auto done = flatten(*job(), source.get_token(), {.progress = [&](const JobProgress &step) {
            if (step.stage == QLatin1String(stage))
                source.request_stop();
        }});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Cancelled);
        QCOMPARE(names(), QStringList({QStringLiteral("base"), QStringLiteral("disk"), QStringLiteral("middle")}));
        QCOMPARE(hashes(), m_hashes);
    }
}

void FlattenJobTest::aLayerThatChangesIsNotKept_data()
{
    QTest::addColumn<QString>("layer");
    for (const char *layer : {"disk", "middle", "base"})
        QTest::newRow(layer) << QString::fromLatin1(layer);
}

void FlattenJobTest::aLayerThatChangesIsNotKept()
{
    QFETCH(QString, layer);
    QFile file(m_programs.filePath(QStringLiteral("qemu-img")));
    file.remove();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\nPATH='" + m_search + "'\nqemu-img \"$@\" || exit\n[ \"$1\" = convert ] && touch -d " +
        "2001-01-01 '" + path(layer).toUtf8() + "'\nexit 0\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    file.close();
    qputenv("PATH", QByteArray(m_programs.path().toUtf8() + ':' + m_search));
    const auto done = flatten(*job());
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Conflict);
    QVERIFY(done.error().subject.endsWith(layer));
    QVERIFY(!QFile::exists(path(QStringLiteral("target"))));
}

void FlattenJobTest::theCommandMeansTheSameEverywhere()
{
    const JobStart start = job()->start();
    QCOMPARE(start.kind, QStringLiteral("flatten"));
    QCOMPARE(start.command.first(), QStringLiteral("flatten"));
    const auto again = jobFromCommand(start.command);
    QVERIFY(again);
    QCOMPARE((*again)->start().command, start.command);
    const auto done = flatten(**again);
    QVERIFY2(done, qPrintable(done ? QString() : sentence(done.error())));
    // The format of the target is qcow2 unless another is told.
    const auto shortest = jobFromCommand({QStringLiteral("flatten"), QStringLiteral("a"), QStringLiteral("b")});
    QVERIFY(shortest && (*shortest)->start().command.contains(QStringLiteral("qcow2")));
    QCOMPARE(jobFromCommand({QStringLiteral("flatten"), QStringLiteral("a")}).error().kind, ErrorKind::Usage);
    QCOMPARE(jobFromCommand({QStringLiteral("convert"), QStringLiteral("a"), QStringLiteral("b")}).error().kind,
        ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(FlattenJobTest)
#include "tst_flattenjob.moc"
