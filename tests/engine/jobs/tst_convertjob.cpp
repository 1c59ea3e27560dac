// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/convertjob.h"

#include "jobs/qemuimgarguments.h"

#include "engine/image/oracle.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

/// With the real qemu-img. Whatever happens, the source stays as it is and nothing half made is left.
class ConvertJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyFormatToEveryFormat_data();
    void everyFormatToEveryFormat();
    void thePlanTellsAll();
    void planningChangesNothing();
    void oddLengthsAreKept();
    void unprovenBytesAreRefused();
    void unsafeSourcesAreRefused();
    void anExistingTargetIsRefused();
    void whatCannotBeWrittenIsRefused();
    void aRunningGuestsDiskIsRefused();
    void stages();
    void cancelLeavesNothing();
    void aFullDiskLeavesNothing();
    void aComplaintAtTheEndIsAFailure();
    void aCopyThatDiffersIsNotKept();
    void aSourceThatChangesIsNotKept();
    void aMissingQemuImgIsTold();

private:
    NativePath path(const QString &name) const { return m_directory->filePath(name).toUtf8(); }
    QStringList names() const { return QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden | QDir::System); }
    QByteArray sourceHash() const
    {
        QFile file(m_directory->filePath(QStringLiteral("source")));
        QCryptographicHash hash(QCryptographicHash::Sha256);
        return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
    }
    ConvertRequest request(const QString &target = QStringLiteral("target")) const
    {
        return {.source = path(QStringLiteral("source")), .sourceFormat = ImageFormat::Raw, .target = path(target)};
    }
    /// A qemu-img that stands before the real one; script is sh, "$real" the real one.
    void replaceQemuImg(const QByteArray &script);

    std::unique_ptr<QTemporaryDir> m_directory;
    QTemporaryDir m_programs;
    QByteArray m_search = qgetenv("PATH");
    QByteArray m_sourceHash;
};

void ConvertJobTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QFile file(m_directory->filePath(QStringLiteral("source")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray bytes(1 << 20, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i * 7 + i / 256);
    QVERIFY(file.write(bytes) == bytes.size() && file.seek(6 << 20) && file.write(bytes) == bytes.size());
    QVERIFY(file.resize(16 << 20));
    file.close();
    m_sourceHash = sourceHash();
    QVERIFY(!m_sourceHash.isEmpty());
}

void ConvertJobTest::cleanup()
{
    qputenv("PATH", m_search);
    for (const QString &name : names())
        QVERIFY2(!name.endsWith(QStringLiteral(".part")), qPrintable(name));
}

void ConvertJobTest::replaceQemuImg(const QByteArray &script)
{
    QFile file(m_programs.filePath(QStringLiteral("qemu-img")));
    file.remove();
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray text = "#!/bin/sh\nPATH='" + m_search + "'\nreal=$(command -v qemu-img)\n" + script + '\n';
    QCOMPARE(file.write(text), text.size());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    file.close();
    const QByteArray search = m_programs.path().toUtf8() + ':' + m_search;
    qputenv("PATH", search);
}

void ConvertJobTest::everyFormatToEveryFormat_data()
{
    QTest::addColumn<ImageFormat>("from");
    QTest::addColumn<ImageFormat>("to");
    QTest::addColumn<bool>("compress");
    for (const WritableFormat &from : writableFormats())
        for (const WritableFormat &to : writableFormats())
            for (const bool compress : {false, true})
                if (!compress || to.compresses)
                    QTest::addRow("%s to %s%s", formatTraits(from.format).id, formatTraits(to.format).id,
                        compress ? ", compressed" : "")
                        << from.format << to.format << compress;
}

void ConvertJobTest::everyFormatToEveryFormat()
{
    QFETCH(ImageFormat, from);
    QFETCH(ImageFormat, to);
    QFETCH(bool, compress);
    ConvertRequest first = request(QStringLiteral("middle"));
    first.targetFormat = from;
    const auto firstPlan = planConvert(first);
    QVERIFY2(firstPlan, qPrintable(firstPlan ? QString() : sentence(firstPlan.error())));
    const auto middle = runConvert(first, *firstPlan);
    QVERIFY2(middle, qPrintable(middle ? QString() : sentence(middle.error())));

    ConvertRequest second{
        .source = first.target, .target = path(QStringLiteral("target")), .targetFormat = to, .compress = compress};
    if (from == ImageFormat::Raw)
        second.sourceFormat = ImageFormat::Raw;
    const auto plan = planConvert(second);
    QVERIFY2(plan, qPrintable(plan ? QString() : sentence(plan.error())));
    const auto made = runConvert(second, *plan);
    QVERIFY2(made, qPrintable(made ? QString() : sentence(made.error())));
    QVERIFY(made->verified);
    QCOMPARE(made->info.format, to);
    QCOMPARE(made->info.virtualSizeBytes, 16 << 20);
    QCOMPARE(Oracle::make(QStringLiteral("qemu-img"),
                 {QStringLiteral("compare"), QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-F"),
                     QString::fromLatin1(formatTraits(to).qemuName), QString::fromUtf8(path(QStringLiteral("source"))),
                     QString::fromUtf8(second.target)}),
        QString());
    QCOMPARE(sourceHash(), m_sourceHash);
    QCOMPARE(names(), QStringList({QStringLiteral("middle"), QStringLiteral("source"), QStringLiteral("target")}));
}

void ConvertJobTest::thePlanTellsAll()
{
    ConvertRequest wish = request();
    wish.compress = true;
    wish.verify = false;
    const auto plan = planConvert(wish);
    QVERIFY(plan);
    QCOMPARE(plan->inputs.front().path, wish.source);
    QCOMPARE(plan->inputs.front().virtualSizeBytes, 16 << 20);
    QCOMPARE(plan->outputs.front().path, wish.target);
    QCOMPARE(plan->commands.size(), std::size_t{1});
    QVERIFY(shellText(plan->commands.front()).contains(QStringLiteral("-W -m 16 -- ")));
    QVERIFY(plan->spaceNeededBytes >= 2 << 20);
    QVERIFY(plan->spaceFreeBytes && !plan->needIsExact);
    QCOMPARE(plan->risks.size(), std::size_t{2}); // zstd; not compared
    wish.compress = false;
    wish.verify = true;
    const auto sure = planConvert(wish);
    QVERIFY(sure && sure->needIsExact && sure->risks.empty());
    QCOMPARE(sure->commands.size(), std::size_t{2});
}

void ConvertJobTest::planningChangesNothing()
{
    QVERIFY(planConvert(request()));
    QCOMPARE(names(), QStringList{QStringLiteral("source")});
    QCOMPARE(sourceHash(), m_sourceHash);
}

void ConvertJobTest::oddLengthsAreKept()
{
    QVERIFY(QFile::resize(m_directory->filePath(QStringLiteral("source")), (7 << 20) + 513));
    for (const WritableFormat &row : writableFormats()) {
        ConvertRequest wish = request(QString::fromLatin1(formatTraits(row.format).id));
        wish.targetFormat = row.format;
        const auto plan = planConvert(wish);
        QVERIFY(plan);
        const auto made = runConvert(wish, *plan);
        QVERIFY2(made, qPrintable(made ? QString() : sentence(made.error())));
        QVERIFY(made->info.virtualSizeBytes - ((7 << 20) + 513) < 512);
    }
}

void ConvertJobTest::unprovenBytesAreRefused()
{
    ConvertRequest wish = request();
    wish.sourceFormat.reset();
    const auto plan = planConvert(wish);
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, ErrorKind::Unsafe);
    QVERIFY(plan.error().hint.contains(QStringLiteral("-f raw")));
    wish.sourceFormat = ImageFormat::Qcow2;
    QCOMPARE(planConvert(wish).error().kind, ErrorKind::Unsafe);
}

void ConvertJobTest::unsafeSourcesAreRefused()
{
    QCOMPARE(Oracle::make(QStringLiteral("qemu-img"),
                 {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-b"),
                     QStringLiteral("source"), QStringLiteral("-F"), QStringLiteral("raw"), QStringLiteral("overlay")},
                 m_directory->path()),
        QString());
    ConvertRequest wish = request();
    wish.source = path(QStringLiteral("overlay"));
    wish.sourceFormat.reset();
    QCOMPARE(planConvert(wish).error().kind, ErrorKind::Unsafe);
    // What a guest wrote into a raw disk to look like an image is refused as well.
    wish.sourceFormat = ImageFormat::Raw;
    QCOMPARE(planConvert(wish).error().kind, ErrorKind::Unsafe);
}

void ConvertJobTest::anExistingTargetIsRefused()
{
    ConvertRequest wish = request();
    const auto plan = planConvert(wish);
    QVERIFY(plan);
    QVERIFY(
        QFile::copy(m_directory->filePath(QStringLiteral("source")), m_directory->filePath(QStringLiteral("target"))));
    QCOMPARE(runConvert(wish, *plan).error().kind, ErrorKind::Conflict);
    QCOMPARE(planConvert(wish).error().kind, ErrorKind::Conflict);
    wish.target = wish.source;
    QCOMPARE(planConvert(wish).error().kind, ErrorKind::Conflict);
    QCOMPARE(sourceHash(), m_sourceHash);
}

void ConvertJobTest::whatCannotBeWrittenIsRefused()
{
    ConvertRequest wish = request();
    wish.targetFormat = ImageFormat::Iso;
    QCOMPARE(planConvert(wish).error().kind, ErrorKind::Unsupported);
    wish.targetFormat = ImageFormat::Vdi;
    wish.compress = true;
    QCOMPARE(planConvert(wish).error().kind, ErrorKind::Unsupported);
    wish.compress = false;
    wish.target = path(QStringLiteral("t")) + '\xff';
    QCOMPARE(planConvert(wish).error().kind, ErrorKind::Unsupported);
    wish.target = path(QStringLiteral("none/target"));
    QCOMPARE(planConvert(wish).error().kind, ErrorKind::NotFound);
}

void ConvertJobTest::aRunningGuestsDiskIsRefused()
{
    QProcess guest;
    guest.start(QStringLiteral("qemu-io"),
        {QStringLiteral("-f"), QStringLiteral("raw"), m_directory->filePath(QStringLiteral("source"))});
    QVERIFY(guest.waitForStarted());
    guest.write("length\n");
    QVERIFY(guest.waitForReadyRead());
    const auto plan = planConvert(request());
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, ErrorKind::Conflict);
    QVERIFY(plan.error().reason.contains(QString::number(guest.processId())));
    guest.closeWriteChannel();
    QVERIFY(guest.waitForFinished());
}

void ConvertJobTest::stages()
{
    const ConvertRequest wish = request();
    const auto plan = planConvert(wish);
    QVERIFY(plan);
    std::vector<JobProgress> told;
    QVERIFY(runConvert(wish, *plan, {}, {.progress = [&](const JobProgress &step) { told.push_back(step); }}));
    QStringList stages;
    for (std::size_t i = 0; i < told.size(); ++i) {
        QVERIFY(told[i].doneBytes <= told[i].totalBytes);
        if (stages.isEmpty() || stages.last() != told[i].stage) {
            QCOMPARE(told[i].doneBytes, 0);
            stages.append(told[i].stage);
        } else {
            QVERIFY(told[i].doneBytes > told[i - 1].doneBytes);
        }
    }
    QCOMPARE(stages, QStringList({QStringLiteral("convert"), QStringLiteral("verify"), QStringLiteral("finish")}));
    QCOMPARE(told.back().doneBytes, told.back().totalBytes);
}

void ConvertJobTest::cancelLeavesNothing()
{
    for (const char *stage : {"convert", "verify"}) {
        const ConvertRequest wish = request();
        const auto plan = planConvert(wish);
        QVERIFY(plan);
        std::stop_source source;
        const auto made = runConvert(wish, *plan, source.get_token(), {.progress = [&](const JobProgress &step) {
            if (step.stage == QLatin1String(stage))
                source.request_stop();
        }});
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Cancelled);
        QCOMPARE(names(), QStringList{QStringLiteral("source")});
        QCOMPARE(sourceHash(), m_sourceHash);
    }
}

/// The kernel says so from the n-th write on, at the beginning, in the middle and at the end.
void ConvertJobTest::aFullDiskLeavesNothing()
{
    for (const char *when : {"1+", "3+", "6+"}) {
        replaceQemuImg(QByteArray("case $1 in convert) exec strace -f -qq -o /dev/null -e "
                                  "inject=pwrite64,pwritev,fallocate:error=ENOSPC:when=") +
            when + " \"$real\" \"$@\";; *) exec \"$real\" \"$@\";; esac");
        ConvertRequest wish = request();
        const auto plan = planConvert(wish);
        QVERIFY(plan);
        const auto made = runConvert(wish, *plan);
        if (made && qstrcmp(when, "1+") != 0) {
            // strace counts for each thread by itself: on a busy machine more of them share the writes, and none comes
            // so far. Then the copy is whole.
            QVERIFY(made->verified);
            QVERIFY(QFile::remove(m_directory->filePath(QStringLiteral("target"))));
            continue;
        }
        QVERIFY(!made);
        QVERIFY2(made.error().kind == ErrorKind::NoSpace, qPrintable(sentence(made.error())));
        QVERIFY(made.error().reason.contains(QStringLiteral("No space left on device"))); // the original stays
        QCOMPARE(names(), QStringList{QStringLiteral("source")});
        QCOMPARE(sourceHash(), m_sourceHash);
    }
}

/// qemu-img closes the target after all was copied; when its caches cannot be written then, it says so and ends with 0.
void ConvertJobTest::aComplaintAtTheEndIsAFailure()
{
    const auto runs = [&](const QByteArray &said) {
        replaceQemuImg("\"$real\" \"$@\" || exit\n[ \"$1\" = convert ] && echo 'qemu-img: " + said + "' >&2\nexit 0");
        ConvertRequest wish = request();
        wish.verify = false;
        const auto plan = planConvert(wish);
        return plan ? runConvert(wish, *plan) : std::unexpected(plan.error());
    };
    const auto made = runs("Failed to flush the L2 block cache: No space left on device");
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::NoSpace);
    QCOMPARE(names(), QStringList{QStringLiteral("source")});
    QVERIFY(runs("warning: the sky is cloudy"));
}

void ConvertJobTest::aCopyThatDiffersIsNotKept()
{
    replaceQemuImg("\"$real\" \"$@\" || exit\n"
                   "[ \"$1\" = convert ] || exit 0\n"
                   "for last; do :; done\n"
                   "printf spoilt | dd of=\"$last\" bs=1 seek=1000 conv=notrunc 2>/dev/null");
    ConvertRequest wish = request();
    wish.targetFormat = ImageFormat::Raw;
    const auto plan = planConvert(wish);
    QVERIFY(plan);
    const auto made = runConvert(wish, *plan);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::InputOutput);
    QCOMPARE(names(), QStringList{QStringLiteral("source")});
}

void ConvertJobTest::aSourceThatChangesIsNotKept()
{
    replaceQemuImg("\"$real\" \"$@\" || exit\n[ \"$1\" = convert ] && touch -d 2001-01-01 '" +
        path(QStringLiteral("source")) + "'\nexit 0");
    const ConvertRequest wish = request();
    const auto plan = planConvert(wish);
    QVERIFY(plan);
    const auto made = runConvert(wish, *plan);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Conflict);
    QCOMPARE(names(), QStringList{QStringLiteral("source")});
}

void ConvertJobTest::aMissingQemuImgIsTold()
{
    qputenv("PATH", "/nonexistent");
    const auto plan = planConvert(request());
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, ErrorKind::NotFound);
    QVERIFY(plan.error().hint.contains(QStringLiteral("qemu-utils")));
}

QTEST_GUILESS_MAIN(ConvertJobTest)
#include "tst_convertjob.moc"
