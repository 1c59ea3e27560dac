// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/compressrequest.h"

#include "engine/jobs/workshop.h"
#include "host/quarantine.h"
#include "jobs/quarantinemove.h"

#include <QProcess>
#include <QTest>

#include <sys/stat.h>

using namespace Fathom;
using namespace Fathom::Tests;

/// With the real qemu-img. Whatever fails, the image and its bases are to the byte what they were, and nothing else
/// lies there.
class CompressJobTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void itHoldsTheSameInLessSpace_data();
    void itHoldsTheSameInLessSpace();
    void theOriginalLiesInTheQuarantineOfItsTree();
    void whereNoQuarantineCanBeItStaysBeside();
    void whatIsRefused_data();
    void whatIsRefused();
    void littleGainIsRefused();
    void littleGainAfterAllIsRefused();
    void aUsedImageIsRefused_data();
    void aUsedImageIsRefused();
    void risks();
    void aStopLeavesNothing_data();
    void aStopLeavesNothing();
    void failuresLeaveNothing_data();
    void failuresLeaveNothing();
    void whatChangesMeanwhileIsSeen();
    void theCommandMeansTheSameEverywhere();

private:
    std::unique_ptr<Job> job(bool compress = true, const QString &name = QStringLiteral("disk")) const
    {
        const std::optional<ImageFormat> raw = m_raw ? std::optional(ImageFormat::Raw) : std::optional<ImageFormat>();
        return compressJob({.image = m_shop->native(name), .format = raw, .compress = compress});
    }
    QString sh(const QString &words) const
    {
        return Oracle::make(QStringLiteral("sh"), {QStringLiteral("-c"), words}, m_shop->directory());
    }
    QString format() const { return m_raw ? QStringLiteral("raw") : QStringLiteral("qcow2"); }
    void remember()
    {
        m_before.clear();
        for (const QString &name : m_shop->names())
            m_before.insert(name, m_shop->hash(name));
    }
    /// Every file is what it was, and nothing came to be.
    bool untouched() const
    {
        QHash<QString, QByteArray> now;
        for (const QString &name : m_shop->names())
            now.insert(name, m_shop->hash(name));
        return now == m_before;
    }

    std::unique_ptr<Workshop> m_shop;
    QHash<QString, QByteArray> m_before;
    bool m_raw = false;
};

namespace {

/// What is written into a disk of 8 MiB: 3 MiB that can be compressed, and 4 MiB of zeros.
QString writes(const QString &format = QStringLiteral("qcow2"), const QString &name = QStringLiteral("disk"))
{
    return QStringLiteral(
        "qemu-io -f %1 -c 'write -P 7 0 2M' -c 'write -P 0 2M 4M' -c 'write -P 8 6M 1M' %2 >/dev/null")
        .arg(format, name);
}

} // namespace

/// "base" is raw; "disk" is a qcow2 that stands by itself.
void CompressJobTest::init()
{
    m_raw = false;
    m_shop = std::make_unique<Workshop>();
    QCOMPARE(m_shop->create(QStringLiteral("raw base 8M")), QString());
    QCOMPARE(m_shop->io(QStringLiteral("raw"), QStringLiteral("base"), QStringLiteral("write -P 5 0 8M")), QString());
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 disk 8M")), QString());
    QCOMPARE(sh(writes()), QString());
    remember();
}

void CompressJobTest::itHoldsTheSameInLessSpace_data()
{
    QTest::addColumn<QString>("make");
    QTest::addColumn<bool>("raw");
    QTest::addColumn<bool>("compress");
    QTest::addColumn<qint64>("most");
    static constexpr qint64 mostOfAll = 5 << 20;
    static constexpr qint64 mostCompressed = 1 << 20;
    const auto row = [](const char *name, const QString &make, bool compress, bool raw = false, qint64 most = 0) {
        QTest::newRow(name) << make << raw << compress << (most ? most : compress ? mostCompressed : mostOfAll);
    };
    const QString over = QStringLiteral("qemu-img create -q -f qcow2 -b %1 -F %2 -o %3 disk && ") + writes();
    const QString alone = QStringLiteral("qemu-img create -q -f qcow2 -o %1 disk 8M && ") + writes();
    row("qcow2", QStringLiteral("true"), false);
    row("qcow2, compressed", QStringLiteral("true"), true);
    row("raw", QStringLiteral("qemu-img create -q -f raw disk 8M && ") + writes(QStringLiteral("raw")), false, true);
    const QString plain = QStringLiteral("lazy_refcounts=off");
    row("overlay", over.arg(QStringLiteral("base"), QStringLiteral("raw"), plain), false);
    row("overlay, compressed", over.arg(QStringLiteral("base"), QStringLiteral("raw"), plain), true);
    row("overlay by a strange name",
        QStringLiteral("mv base 'a, b' && ") + over.arg(QStringLiteral("'a, b'"), QStringLiteral("raw"), plain), true);
    row("overlay named with a dot", over.arg(QStringLiteral("./base"), QStringLiteral("raw"), plain), true);
    row("overlay of an overlay",
        QStringLiteral("qemu-img create -q -f qcow2 -b base -F raw mid && ") +
            over.arg(QStringLiteral("mid"), QStringLiteral("qcow2"), plain),
        true);
    row("overlay of the old version",
        over.arg(QStringLiteral("base"), QStringLiteral("raw"), QStringLiteral("compat=0.10")), true, false,
        mostOfAll); // its zeros hide the base, and are written
    row("old version", alone.arg(QStringLiteral("compat=0.10")), false);
    row("lazy, wide counts, subclusters",
        alone.arg(QStringLiteral("lazy_refcounts=on,refcount_bits=64,extended_l2=on,cluster_size=128k")), true);
    row("small clusters", alone.arg(QStringLiteral("cluster_size=4k,lazy_refcounts=on")), false);
    row("large clusters", alone.arg(QStringLiteral("cluster_size=1M")), false, false, 8 << 20); // its tables take 4 MiB
    row("zstd before", alone.arg(QStringLiteral("compression_type=zstd")), true);
    row("what was reserved", QStringLiteral("fallocate -o 8M -l 8M disk"), false);
}

void CompressJobTest::itHoldsTheSameInLessSpace()
{
    QFETCH(QString, make);
    QFETCH(bool, raw);
    QFETCH(bool, compress);
    QFETCH(qint64, most);
    m_raw = raw;
    QCOMPARE(sh(make), QString());
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img convert -f %1 -O qcow2 disk expected").arg(format())), QString());
    QCOMPARE(::chmod(m_shop->native(QStringLiteral("disk")).constData(), 0640), 0);
    QJsonObject before = Oracle::qemuInfo(m_shop->path(QStringLiteral("disk")), format());
    remember();
    JobDone done;
    QStringList stages;
    const JobHost host{.progress = [&](const JobProgress &step) {
        if (!stages.contains(step.stage))
            stages.append(step.stage);
    }};
    QCOMPARE(whatBecomesOf(*job(compress), {}, host, &done), QString());
    QCOMPARE(stages.join(u' '), raw ? QStringLiteral("convert verify") : QStringLiteral("convert verify check"));
    QCOMPARE(m_shop->tool(QStringLiteral("qemu-img compare -f %1 -F qcow2 disk expected").arg(format())), QString());
    struct stat status{};
    QCOMPARE(::stat(m_shop->native(QStringLiteral("disk")).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, 0640U);
    QVERIFY2(status.st_blocks * 512 < most, qPrintable(QString::number(status.st_blocks * 512)));
    QCOMPARE(done.facts[QStringLiteral("allocated")].toInteger(), status.st_blocks * 512);
    QVERIFY(done.facts[QStringLiteral("allocated-before")].toInteger() > status.st_blocks * 512);

    // It is the same to whoever reads it.
    QJsonObject after = Oracle::qemuInfo(m_shop->path(QStringLiteral("disk")), format());
    for (QJsonObject *info : {&before, &after})
        info->remove(QStringLiteral("actual-size"));
    const auto compressionOf = [](QJsonObject &info) {
        QJsonObject specific = info[QStringLiteral("format-specific")].toObject();
        QJsonObject data = specific[QStringLiteral("data")].toObject();
        const QString type = data.take(QStringLiteral("compression-type")).toString();
        specific[QStringLiteral("data")] = data;
        info[QStringLiteral("format-specific")] = specific;
        return type;
    };
    const bool old = make.contains(QStringLiteral("compat=0.10"));
    compressionOf(before);
    QCOMPARE(compressionOf(after),
        raw                    ? QString()
            : compress && !old ? QStringLiteral("zstd")
                               : QStringLiteral("zlib"));
    QCOMPARE(after, before);

    // The original lies in quarantine, and comes back by its kept name.
    const auto listing = listQuarantine(m_shop->directory().toUtf8());
    QVERIFY(listing && listing->things.size() == 1);
    const QuarantinedThing &thing = listing->things.front();
    QCOMPARE(done.facts[QStringLiteral("quarantined")].toString(), QString::fromUtf8(thing.entry));
    QVERIFY(thing.manifest.original.startsWith("disk.before-compress-2"));
    QVERIFY(thing.manifest.notes.front().contains(QStringLiteral("compared")));
    QVERIFY2(done.text.contains(QString::fromUtf8(thing.entry)), qPrintable(done.text));
    QCOMPARE(m_shop->names().size(), m_before.size() + 1);
    QVERIFY(moveBack(thing));
    QVERIFY(QFile::remove(m_shop->path(QStringLiteral("disk"))));
    QVERIFY(QFile::rename(QString::fromUtf8(thing.original), m_shop->path(QStringLiteral("disk"))));
    QVERIFY(QDir(m_shop->path(QStringLiteral(".fathom-quarantine"))).removeRecursively());
    QVERIFY(untouched());
}

void CompressJobTest::theOriginalLiesInTheQuarantineOfItsTree()
{
    const QString instance = QStringLiteral("6f70656e-7374-4163-8b00-000000000001");
    QCOMPARE(sh(QStringLiteral("mkdir %1 other; mv disk %1; ln -s ../%1/disk other/link").arg(instance)), QString());
    JobDone done;
    QCOMPARE(whatBecomesOf(*job(true, QStringLiteral("other/link")), {}, {}, &done), QString());
    const auto listing = listQuarantine(m_shop->directory().toUtf8());
    QVERIFY(listing && listing->things.size() == 1);
    QVERIFY(
        listing->things.front().manifest.original.startsWith(QByteArray(instance.toUtf8() + "/disk.before-compress-")));
    QCOMPARE(QDir(m_shop->path(instance)).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("disk")});
    QVERIFY(QFileInfo(m_shop->path(QStringLiteral("other/link"))).isSymLink());
    QVERIFY(whatBecomesOf(*job(true, QStringLiteral("other/link"))).startsWith(QStringLiteral("conflict: ")));
}

void CompressJobTest::whereNoQuarantineCanBeItStaysBeside()
{
    QCOMPARE(sh(QStringLiteral("echo > .fathom-quarantine")), QString());
    JobDone done;
    QCOMPARE(whatBecomesOf(*job(), {}, {}, &done), QString());
    const QString kept = done.facts[QStringLiteral("kept")].toString();
    QVERIFY(!done.facts.contains(QStringLiteral("quarantined")));
    QVERIFY2(
        done.text.contains(kept) && done.text.contains(QStringLiteral("not in quarantine")), qPrintable(done.text));
    QCOMPARE(m_shop->hash(QFileInfo(kept).fileName()), m_before[QStringLiteral("disk")]);
    QCOMPARE(done.changed.size(), 2U);
}

void CompressJobTest::whatIsRefused_data()
{
    QTest::addColumn<QString>("make");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("compress");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QString &make, const QString &says, bool compress = true,
                         const QString &file = QStringLiteral("disk")) {
        QTest::newRow(name) << make << file << compress << says;
    };
    const QString create = QStringLiteral("qemu-img create -q -f ");
    row("snapshots", QStringLiteral("qemu-img snapshot -c s disk"), QStringLiteral("unsupported: "));
    row("bitmaps", QStringLiteral("qemu-img bitmap --add disk b"), QStringLiteral("unsupported: "));
    row("encrypted",
        create +
            QStringLiteral("qcow2 --object secret,id=s,data=abc -o encrypt.format=luks,encrypt.key-secret=s,"
                           "encrypt.iter-time=10 disk 8M"),
        QStringLiteral("unsupported: "));
    row("an external data file", create + QStringLiteral("qcow2 -o data_file=data disk 8M"),
        QStringLiteral("unsafe: "));
    row("another format", create + QStringLiteral("vdi disk 8M"), QStringLiteral("unsupported: "));
    row("raw, and nobody said so", create + QStringLiteral("raw disk 8M"), QStringLiteral("unsafe: "), false);
    row("a file of Glance", QStringLiteral("mv disk 6f70656e-7374-4163-8b00-000000000001"),
        QStringLiteral("conflict: "), true, QStringLiteral("6f70656e-7374-4163-8b00-000000000001"));
    row("hard links", QStringLiteral("ln disk second"), QStringLiteral("conflict: "));
    row("read-only", QStringLiteral("chmod 0400 disk"), QStringLiteral("no-permission: "));
    row("a missing base", create + QStringLiteral("qcow2 -b base -F raw disk; rm base"), QStringLiteral("not-found: "));
    row("marked as corrupt", QStringLiteral("printf '\\002' | dd of=disk bs=1 seek=79 conv=notrunc status=none"),
        QStringLiteral("unsafe: "));
    row("no such file", QStringLiteral("rm disk"), QStringLiteral("not-found: "));
}

void CompressJobTest::whatIsRefused()
{
    QFETCH(QString, make);
    QFETCH(QString, name);
    QFETCH(bool, compress);
    QFETCH(QString, says);
    QCOMPARE(sh(make), QString());
    remember();
    const QString refusal = whatBecomesOf(*job(compress, name));
    QVERIFY2(refusal.startsWith(says), qPrintable(refusal));
    QVERIFY(untouched());
}

void CompressJobTest::littleGainIsRefused()
{
    QCOMPARE(sh(QStringLiteral(
                 "qemu-img create -q -f qcow2 disk 8M; qemu-io -f qcow2 -c 'write -P 7 0 8M' disk >/dev/null")),
        QString());
    remember();
    const QString refusal = whatBecomesOf(*job(false));
    QVERIFY2(refusal.startsWith(QStringLiteral("conflict: ")) && refusal.contains(QStringLiteral("less than 5 %")) &&
            refusal.contains(QStringLiteral("would take about 8")) && refusal.contains(QStringLiteral("“-c”")),
        qPrintable(refusal));
    QVERIFY(untouched());
    QCOMPARE(whatBecomesOf(*job(true)), QString());
    // What is compressed would be unpacked.
    QVERIFY(whatBecomesOf(*job(false)).startsWith(QStringLiteral("conflict: ")));
    QVERIFY(whatBecomesOf(*job(true)).startsWith(QStringLiteral("conflict: ")));
    m_raw = true;
    QCOMPARE(sh(QStringLiteral("rm disk; head -c 8M /dev/urandom > disk")), QString());
    QVERIFY(whatBecomesOf(*job(false)).startsWith(QStringLiteral("conflict: ")));
    QVERIFY(whatBecomesOf(*job(true)).startsWith(QStringLiteral("unsupported: ")));
    QCOMPARE(sh(QStringLiteral("truncate -s +100 disk")), QString());
    QVERIFY(whatBecomesOf(*job(false)).startsWith(QStringLiteral("unsupported: ")));
}

void CompressJobTest::littleGainAfterAllIsRefused()
{
    m_raw = true;
    QCOMPARE(sh(QStringLiteral("qemu-img create -q -f raw disk 8M && ") + writes(QStringLiteral("raw"))), QString());
    remember();
    QVERIFY(m_shop->replaceQemuImg("[ $1 = convert ] && exec cp --sparse=never \"$8\" \"$9\"; exec $REAL \"$@\""));
    const QString refusal = whatBecomesOf(*job(false));
    QVERIFY2(refusal.startsWith(QStringLiteral("conflict: ")) && refusal.contains(QStringLiteral("would take 8")),
        qPrintable(refusal));
    QVERIFY(untouched());
}

void CompressJobTest::aUsedImageIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("reads");
    QTest::newRow("a guest") << "disk" << false;
    QTest::newRow("a reader") << "disk" << true;
    QTest::newRow("a writer below") << "base" << false;
}

void CompressJobTest::aUsedImageIsRefused()
{
    QFETCH(QString, name);
    QFETCH(bool, reads);
    QCOMPARE(sh(QStringLiteral("qemu-img create -q -f qcow2 -b base -F raw disk && ") + writes()), QString());
    remember();
    const std::unique_ptr<Job> compress = job();
    const auto plan = compress->plan({});
    QVERIFY(plan);
    QProcess guest;
    guest.start(QStringLiteral("qemu-io"),
        QStringList{
            QStringLiteral("-f"), name == QStringLiteral("base") ? QStringLiteral("raw") : QStringLiteral("qcow2")} +
            (reads ? QStringList{QStringLiteral("-r")} : QStringList{}) + QStringList{m_shop->path(name)});
    QVERIFY(guest.waitForStarted());
    guest.write("length\n");
    QVERIFY(guest.waitForReadyRead());
    QCOMPARE(compress->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
    QCOMPARE(whatBecomesOf(*compress).section(u':', 0, 0), QStringLiteral("conflict"));
    guest.closeWriteChannel();
    QVERIFY(guest.waitForFinished());
    QVERIFY(untouched());
    QCOMPARE(whatBecomesOf(*compress), QString());
}

void CompressJobTest::risks()
{
    const QString packed = risksOf(*job(true));
    QVERIFY2(packed.contains(QStringLiteral("it takes 7")) && packed.contains(QStringLiteral("an estimate, all of")),
        qPrintable(packed));
    QVERIFY(packed.contains(QStringLiteral("QEMU 5.1")) && packed.contains(QStringLiteral("quarantine is emptied")));
    QVERIFY(!packed.contains(QStringLiteral("reserved")));
    QVERIFY(risksOf(*job(false)).contains(QStringLiteral("reserved")));
    QVERIFY(!risksOf(*job(false)).contains(QStringLiteral("QEMU 5.1")));
    const auto plan = job(true)->plan({});
    QVERIFY(plan && plan->moves.size() == 1 && plan->spaceNeededBytes > 0 && !plan->needIsExact);
    // Run by hand, the commands must not write to the image itself.
    for (const CommandLine &command : plan->commands)
        if (command.arguments.contains(QStringLiteral("create")))
            QVERIFY(command.arguments.contains(m_shop->path(QStringLiteral("disk.new"))));
    QCOMPARE(sh(QStringLiteral("qemu-img create -q -f qcow2 -o compat=0.10 disk 8M && ") + writes()), QString());
    QVERIFY(!risksOf(*job(true)).contains(QStringLiteral("QEMU 5.1")));
}

void CompressJobTest::aStopLeavesNothing_data()
{
    QTest::addColumn<QString>("stage");
    for (const char *stage : {"convert", "verify", "check"})
        QTest::addRow("%s", stage) << QString::fromLatin1(stage);
}

void CompressJobTest::aStopLeavesNothing()
{
    QFETCH(QString, stage);
    std::stop_source source;
    const JobHost host{.progress = [&](const JobProgress &progress) {
        if (progress.stage == stage)
            source.request_stop();
    }};
    const QString end = whatBecomesOf(*job(), source.get_token(), host);
    QVERIFY2(end.startsWith(QStringLiteral("cancelled: ")), qPrintable(end));
    QVERIFY(untouched());
}

void CompressJobTest::failuresLeaveNothing_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("says");
    const QByteArray others = "; exec $REAL \"$@\"";
    QTest::newRow("the disk is full") << "[ $1 = convert ] && { echo 'No space left on device' >&2; exit 1; }" + others
                                      << "no-space: ";
    QTest::newRow("no new file") << "[ $1 = create ] && exit 1" + others << "tool-failed: ";
    QTest::newRow("nothing was done") << "[ $1 = convert ] && exit 0" + others << "input-output: ";
    QTest::newRow("another kind of qcow2")
        << "[ $1 = create ] && exec $REAL create -q -f qcow2 \"$9\" 8M" + others << "tool-failed: ";
    QTest::newRow("it cannot be compared")
        << "[ $1 = compare ] && { echo 'Input/output error' >&2; exit 2; }" + others << "input-output: ";
    QTest::newRow("it is not sound") << "[ $1 = check ] && { echo '{\"leaks\": 3}'; exit 3; }" + others
                                     << "tool-failed: ";
    QTest::newRow("no map") << "[ $1 = map ] && { echo '[]'; exit 0; }" + others << "tool-failed: ";
    QTest::newRow("killed") << "[ $1 = convert ] && kill -9 $$" + others << "tool-failed: ";
}

void CompressJobTest::failuresLeaveNothing()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, says);
    QVERIFY(m_shop->replaceQemuImg(script));
    const QString end = whatBecomesOf(*job());
    QVERIFY2(end.startsWith(says), qPrintable(end));
    QVERIFY(untouched());
}

void CompressJobTest::whatChangesMeanwhileIsSeen()
{
    const std::unique_ptr<Job> compress = job();
    const auto plan = compress->plan({});
    QVERIFY(plan);
    QVERIFY(m_shop->replaceQemuImg(
        "[ $1 = check ] && truncate -s +1M " + m_shop->native(QStringLiteral("disk")) + "; exec $REAL \"$@\""));
    QVERIFY(whatBecomesOf(*compress).startsWith(QStringLiteral("conflict: ")));
    QCOMPARE(m_shop->names().size(), m_before.size());
    QCOMPARE(m_shop->create(QStringLiteral("qcow2 disk 9M")), QString());
    QCOMPARE(compress->run(*plan, {}, {}).error().kind, ErrorKind::Conflict);
}

void CompressJobTest::theCommandMeansTheSameEverywhere()
{
    const JobStart start = compressJob({.image = "-x", .format = ImageFormat::Qcow2, .compress = true})->start();
    QCOMPARE(start.command,
        QStringList({QStringLiteral("compress"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-c"),
            QStringLiteral("--"), QDir::currentPath() + QStringLiteral("/-x")}));
    for (const JobStart &told : {start, compressJob({.image = "x", .format = {}})->start()}) {
        const auto again = jobFromCommand(told.command);
        QVERIFY(again);
        QCOMPARE((*again)->start().command, told.command);
    }
    QCOMPARE(jobFromCommand({QStringLiteral("compress")}).error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(CompressJobTest)
#include "tst_compressjob.moc"
