// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/shrinkproof.h"

#include "engine/image/oracle.h"
#include "jobs/resizejob.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

/// Disks become smaller with the real qemu-img, and only where nothing is lost.
class ShrinkProofTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyEndsAreCutOff_data();
    void emptyEndsAreCutOff();
    void dataIsNeverCutOff_data();
    void dataIsNeverCutOff();
    void theSizeThatIsToldWorks();
    void layersCountTogether();
    void knownPartitionsAndFileSystemsAreKept();
    void snapshots();
    void whatIsNotKnownIsARisk();
    void mapsThatMakeNoSense_data();
    void mapsThatMakeNoSense();
    void aStopIsHeard();
    void whatIsWrittenAfterThePlanIsSeen();
    void theCommandSaysIt();

private:
    QString path(const QString &name = QStringLiteral("disk")) const { return m_directory->filePath(name); }
    QString tool(const QString &words) const
    {
        QStringList list = words.split(u' ');
        const QString program = list.takeFirst();
        return Oracle::make(program, list, m_directory->path());
    }
    QString io(const QString &format, const QString &command, const QString &name = QStringLiteral("disk")) const
    {
        return Oracle::make(QStringLiteral("qemu-io"),
            {QStringLiteral("-f"), format, QStringLiteral("-c"), command, name}, m_directory->path());
    }
    QString create(const QString &format, const QString &rest = QStringLiteral("disk 8M")) const
    {
        return tool(QStringLiteral("qemu-img create -q -f %1 %2").arg(format, rest));
    }
    std::unique_ptr<Job> job(qint64 size) const
    {
        return resizeJob({.image = path().toUtf8(), .format = m_format, .sizeBytes = size, .shrinks = true});
    }
    /// What became of it: the sentence of an error, or nothing.
    QString shrink(qint64 size, const std::stop_token &stop = {}) const
    {
        const auto plan = job(size)->plan(stop);
        const auto done = plan ? job(size)->run(*plan, stop, {}) : std::unexpected(plan.error());
        return done ? QString() : errorKindId(done.error().kind) + u": " + sentence(done.error());
    }
    qint64 virtualSize(const QString &format) const
    {
        return Oracle::qemuInfo(path(), format)[QStringLiteral("virtual-size")].toInteger();
    }
    /// A qemu-img that runs script instead of the real one.
    void replaceQemuImg(const QByteArray &script)
    {
        QFile file(m_programs.filePath(QStringLiteral("qemu-img")));
        file.remove();
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        qputenv("PATH", QByteArray(m_programs.path().toUtf8() + ':' + m_search));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::optional<ImageFormat> m_format;
    QTemporaryDir m_programs;
    QByteArray m_search = qgetenv("PATH");
};

void ShrinkProofTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_format.reset();
}

void ShrinkProofTest::cleanup()
{
    qputenv("PATH", m_search);
}

void ShrinkProofTest::emptyEndsAreCutOff_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("write");
    QTest::addColumn<qint64>("size");
    QTest::newRow("raw, a hole") << "raw" << "write -P 7 0 1M" << qint64{4 << 20};
    QTest::newRow("raw, zeros") << "raw" << "write -P 0 0 8M" << qint64{4 << 20};
    QTest::newRow("raw, to the last byte") << "raw" << "write -P 7 0 1536" << qint64{1536};
    QTest::newRow("qcow2, never written") << "qcow2" << "write -P 7 0 1M" << qint64{4 << 20};
    QTest::newRow("qcow2, clusters of zeros") << "qcow2" << "write -z 5M 1M" << qint64{4 << 20};
    QTest::newRow("qcow2, to the last cluster") << "qcow2" << "write -P 7 0 1M" << qint64{1 << 20};
}

void ShrinkProofTest::emptyEndsAreCutOff()
{
    QFETCH(QString, format);
    QFETCH(QString, write);
    QFETCH(qint64, size);
    m_format = formatFromName(format);
    QCOMPARE(create(format), QString());
    QCOMPARE(io(format, write), QString());
    QVERIFY(QFile::copy(path(), path(QStringLiteral("before"))));
    QCOMPARE(shrink(size), QString());
    QCOMPARE(virtualSize(format), size);
    // Equal but for zeros at the end of the longer one.
    QCOMPARE(tool(QStringLiteral("qemu-img compare -f %1 -F %1 before disk").arg(format)), QString());
}

void ShrinkProofTest::dataIsNeverCutOff_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("write");
    QTest::addColumn<QString>("hint");
    QTest::newRow("raw, behind") << "raw" << "write -P 7 5M 1M" << "6291456 bytes";
    QTest::newRow("raw, one byte") << "raw" << "write -P 7 4194304 1" << "4194816 bytes";
    QTest::newRow("raw, zeros around it") << "raw" << "write -P 0 4M 4M\nwrite -P 7 6M 1k" << "6292480 bytes";
    QTest::newRow("raw, across two blocks") << "raw" << "write -P 0 4M 4M\nwrite -P 7 5242000 1000" << "5243392 bytes";
    QTest::newRow("raw, the very end") << "raw" << "write -P 7 8388096 512" << "cannot become smaller";
    QTest::newRow("qcow2, behind") << "qcow2" << "write -P 7 5M 1M" << "6291456 bytes";
    QTest::newRow("qcow2, at the edge") << "qcow2" << "write -P 7 4M 512" << "4259840 bytes";
    QTest::newRow("qcow2, compressed") << "qcow2" << "write -c -P 7 5M 64k" << "5308416 bytes";
    QTest::newRow("qcow2, the very end") << "qcow2" << "write -P 7 8388096 512" << "cannot become smaller";
}

void ShrinkProofTest::dataIsNeverCutOff()
{
    QFETCH(QString, format);
    QFETCH(QString, write);
    QFETCH(QString, hint);
    m_format = formatFromName(format);
    QCOMPARE(create(format), QString());
    for (const QString &command : write.split(u'\n'))
        QCOMPARE(io(format, command), QString());
    QVERIFY(QFile::copy(path(), path(QStringLiteral("before"))));
    const QString refusal = shrink(4 << 20);
    QVERIFY2(refusal.startsWith(QStringLiteral("unsafe: ")) && refusal.contains(hint), qPrintable(refusal));
    QCOMPARE(tool(QStringLiteral("cmp before disk")), QString());
}

void ShrinkProofTest::theSizeThatIsToldWorks()
{
    QCOMPARE(create(QStringLiteral("qcow2")), QString());
    QCOMPARE(io(QStringLiteral("qcow2"), QStringLiteral("write -P 7 5M 1M")), QString());
    QVERIFY(shrink(6291456 - 512).contains(QStringLiteral("6291456 bytes")));
    QCOMPARE(shrink(6291456), QString());
}

/// What a base holds there counts unless the overlay hides it already.
void ShrinkProofTest::layersCountTogether()
{
    QCOMPARE(create(QStringLiteral("qcow2"), QStringLiteral("base 8M")), QString());
    QCOMPARE(io(QStringLiteral("qcow2"), QStringLiteral("write -P 7 6M 1M"), QStringLiteral("base")), QString());
    QCOMPARE(create(QStringLiteral("qcow2"), QStringLiteral("-b base -F qcow2 disk")), QString());
    const QString refusal = shrink(4 << 20);
    QVERIFY2(refusal.startsWith(QStringLiteral("unsafe: ")) && refusal.contains(QStringLiteral("7340032 bytes")),
        qPrintable(refusal));
    QCOMPARE(io(QStringLiteral("qcow2"), QStringLiteral("write -z 6M 1M")), QString());
    const auto plan = job(4 << 20)->plan({});
    QVERIFY(plan);
    QVERIFY(plan->risks.back().startsWith(QStringLiteral("base below it is larger")));
    QCOMPARE(shrink(4 << 20), QString());
    QCOMPARE(virtualSize(QStringLiteral("qcow2")), 4 << 20);
    QCOMPARE(io(QStringLiteral("qcow2"), QStringLiteral("read -P 7 6M 1M"), QStringLiteral("base")), QString());
    // Made larger again it does not come to light.
    QCOMPARE(shrink(8 << 20), QString());
    QCOMPARE(io(QStringLiteral("qcow2"), QStringLiteral("read -P 0 4M 4M")), QString());
}

void ShrinkProofTest::knownPartitionsAndFileSystemsAreKept()
{
    m_format = ImageFormat::Raw;
    QCOMPARE(create(QStringLiteral("raw")), QString());
    QCOMPARE(Oracle::make(QStringLiteral("sh"),
                 {QStringLiteral("-c"), QStringLiteral("echo '2048,12288' | sfdisk -q --label dos disk")},
                 m_directory->path()),
        QString());
    const QString refusal = shrink(6 << 20);
    QVERIFY2(refusal.startsWith(QStringLiteral("unsafe: ")) && refusal.contains(QStringLiteral("partition 1")),
        qPrintable(refusal));
    QCOMPARE(shrink(7 << 20), QString());
    QVERIFY(QFile::remove(path()));
    QCOMPARE(create(QStringLiteral("raw")), QString());
    QCOMPARE(tool(QStringLiteral("mkfs.ext4 -q -F disk 6M")), QString());
    const QString claims = shrink(5 << 20);
    QVERIFY2(claims.startsWith(QStringLiteral("unsafe: ")) && claims.contains(QStringLiteral("file system")),
        qPrintable(claims));
    QCOMPARE(shrink(6 << 20), QString());
    QCOMPARE(tool(QStringLiteral("fsck.ext4 -fn disk")), QString());
}

void ShrinkProofTest::snapshots()
{
    QCOMPARE(create(QStringLiteral("qcow2"), QStringLiteral("-o compat=0.10 disk 8M")), QString());
    QCOMPARE(tool(QStringLiteral("qemu-img snapshot -c s disk")), QString());
    QVERIFY(shrink(4 << 20).startsWith(QStringLiteral("unsupported: ")));
    // What a snapshot holds behind the new end stays in it.
    QCOMPARE(create(QStringLiteral("qcow2")), QString());
    QCOMPARE(io(QStringLiteral("qcow2"), QStringLiteral("write -P 7 6M 1M")), QString());
    QCOMPARE(tool(QStringLiteral("qemu-img snapshot -c s disk")), QString());
    QCOMPARE(io(QStringLiteral("qcow2"), QStringLiteral("write -z 6M 1M")), QString());
    QCOMPARE(shrink(4 << 20), QString());
    QCOMPARE(tool(QStringLiteral("qemu-img snapshot -a s disk")), QString());
    QCOMPARE(io(QStringLiteral("qcow2"), QStringLiteral("read -P 7 6M 1M")), QString());
}

void ShrinkProofTest::whatIsNotKnownIsARisk()
{
    QCOMPARE(create(QStringLiteral("qcow2")), QString());
    const auto plan = job(4 << 20)->plan({});
    QVERIFY(plan);
    QCOMPARE(plan->risks.size(), 1);
    QVERIFY(plan->risks.front().contains(QStringLiteral("not known")));
    const auto larger = job(16 << 20)->plan({});
    QVERIFY(larger && larger->risks.empty());
}

void ShrinkProofTest::mapsThatMakeNoSense_data()
{
    QTest::addColumn<QByteArray>("printed");
    const QByteArray good = "{ \"start\": 4194304, \"length\": 4194304, \"zero\": true, \"data\": false}";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no extent") << QByteArray("[]");
    QTest::newRow("not to the end") << QByteArray('[' + QByteArray(good).replace("h\": 4194304", "h\": 4194303") + ']');
    QTest::newRow("not from the start") << QByteArray('[' + QByteArray(good).replace("t\": 4194304", "t\": 0") + ']');
    QTest::newRow("twice the same") << QByteArray('[' + good + ",\n" + good + ']');
    QTest::newRow("without a word on zeros") << QByteArray('[' + QByteArray(good).replace("zero", "nought") + ']');
    QTest::newRow("cut off") << QByteArray('[' + good.chopped(3));
}

void ShrinkProofTest::mapsThatMakeNoSense()
{
    QFETCH(QByteArray, printed);
    QCOMPARE(create(QStringLiteral("qcow2")), QString());
    replaceQemuImg("cat <<END\n" + printed + "\nEND");
    const QString refusal = shrink(4 << 20);
    QVERIFY2(refusal.startsWith(QStringLiteral("tool-failed: ")), qPrintable(refusal));
    replaceQemuImg("echo 'qemu-img: Input/output error' >&2; exit 1");
    QVERIFY(shrink(4 << 20).startsWith(QStringLiteral("input-output: ")));
}

void ShrinkProofTest::aStopIsHeard()
{
    std::stop_source source;
    source.request_stop();
    for (const QString &format : {QStringLiteral("raw"), QStringLiteral("qcow2")}) {
        m_format = formatFromName(format);
        QCOMPARE(create(format), QString());
        QCOMPARE(io(format, QStringLiteral("write -P 0 0 8M")), QString());
        const QString refusal = shrink(4 << 20, source.get_token());
        QVERIFY2(refusal.startsWith(QStringLiteral("cancelled: ")), qPrintable(refusal));
    }
}

void ShrinkProofTest::whatIsWrittenAfterThePlanIsSeen()
{
    QCOMPARE(create(QStringLiteral("qcow2")), QString());
    const auto plan = job(4 << 20)->plan({});
    QVERIFY(plan);
    QCOMPARE(io(QStringLiteral("qcow2"), QStringLiteral("write -P 7 6M 1k")), QString());
    QCOMPARE(job(4 << 20)->run(*plan, {}, {}).error().kind, ErrorKind::Unsafe);
    QCOMPARE(io(QStringLiteral("qcow2"), QStringLiteral("read -P 7 6M 1k")), QString());
}

void ShrinkProofTest::theCommandSaysIt()
{
    const JobStart start = job(4 << 20)->start();
    QVERIFY(start.command.contains(QStringLiteral("--shrink")));
    const auto again = jobFromCommand(start.command);
    QVERIFY(again);
    QCOMPARE((*again)->start().command, start.command);
}

QTEST_GUILESS_MAIN(ShrinkProofTest)
#include "tst_shrinkproof.moc"
