// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/imagefiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;
using namespace Fathom::ImageFiles;
using namespace Qt::StringLiterals;

class TestPartitionTable : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;
    static constexpr qint64 mib = 1024 * 1024;

    QString path() const { return m_directory.filePath(u"disk"_s); }

    /// A disk of 32 MiB, partitioned by sfdisk.
    bool partitioned(const QByteArray &script, const QStringList &options = {}) const
    {
        QFile::remove(path());
        if (!sparse(path(), 32 * mib))
            return false;
        const Oracle::Run run =
            Oracle::run(u"sfdisk"_s, QStringList{u"-q"_s} + options + QStringList{path()}, {}, script);
        if (!run.succeeded)
            qWarning("%s", run.complaint.constData());
        return run.succeeded;
    }

    static QJsonObject partition(const ImageInfo &info, int index)
    {
        return info.fact(u"partitions")->toJson().toArray().at(index).toObject();
    }

    static qsizetype faults(const ImageInfo &info)
    {
        for (const SafetyViolation &violation : info.violations)
            if (violation.rule != u"partition-table")
                qWarning("%s", qPrintable(violation.reason));
        return qsizetype(info.violations.size());
    }

    QByteArray gptBytes() const
    {
        return partitioned("label: gpt\n,4M,U\n,8M,L\n") ? Hostile::contents(path()) : QByteArray();
    }

private slots:
    void mbrLikeSfdisk()
    {
        QVERIFY(partitioned("label: dos\n,4M,83,*\n,8M,82\n,,E\n,2M,83\n,3M,8e\n"));
        QCOMPARE(Oracle::differences(path()), QStringList());
        const Result<ImageInfo> info = inspect(path());
        QVERIFY(info);
        QCOMPARE(info->format, ImageFormat::Raw);
        QCOMPARE(info->content, u"mbr"_s);
        QCOMPARE(faults(*info), 0);

        const Oracle::Run run = Oracle::run(u"sfdisk"_s, {u"--json"_s, path()});
        const QJsonObject table = QJsonDocument::fromJson(run.output).object().value(u"partitiontable").toObject();
        QCOMPARE(u"0x"_s + text(*info, u"disk-id"), table.value(u"id").toString());
        const QJsonArray theirs = table.value(u"partitions").toArray();
        QCOMPARE(info->fact(u"partitions")->toJson().toArray().size(), theirs.size());
        QCOMPARE(theirs.size(), 5);
        for (int i = 0; i < theirs.size(); ++i) {
            QCOMPARE(partition(*info, i).value(u"start").toInteger(),
                theirs[i].toObject().value(u"start").toInteger() * 512);
            QCOMPARE(
                partition(*info, i).value(u"size").toInteger(), theirs[i].toObject().value(u"size").toInteger() * 512);
            QCOMPARE(partition(*info, i).value(u"type").toString().toInt(nullptr, 16),
                theirs[i].toObject().value(u"type").toString().toInt(nullptr, 16));
            QCOMPARE(partition(*info, i).value(u"bootable").toBool(), theirs[i].toObject().value(u"bootable").toBool());
        }
    }

    void gptLikeSfdisk_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<qint64>("sectorBytes");
        QTest::newRow("512") << QStringList() << qint64(512);
        QTest::newRow("4096") << QStringList{u"--sector-size"_s, u"4096"_s} << qint64(4096);
    }
    void gptLikeSfdisk()
    {
        QFETCH(QStringList, options);
        QFETCH(qint64, sectorBytes);
        QVERIFY(partitioned("label: gpt\nsize=4MiB,type=U,name=\"EFI 系统\"\nsize=8MiB,type=L,name=root\n", options));
        QCOMPARE(Oracle::differences(path()), QStringList());
        const Result<ImageInfo> info = inspect(path());
        QVERIFY(info);
        QCOMPARE(info->content, u"gpt"_s);
        QCOMPARE(faults(*info), 0);
        QCOMPARE(text(*info, u"sector-size").toLongLong(), sectorBytes);

        const Oracle::Run run = Oracle::run(u"sfdisk"_s, QStringList{u"--json"_s} + options + QStringList{path()});
        const QJsonObject table = QJsonDocument::fromJson(run.output).object().value(u"partitiontable").toObject();
        QCOMPARE(text(*info, u"disk-id").toUpper(), table.value(u"id").toString());
        const QJsonArray theirs = table.value(u"partitions").toArray();
        QCOMPARE(theirs.size(), 2);
        for (int i = 0; i < theirs.size(); ++i) {
            const QJsonObject other = theirs[i].toObject();
            QCOMPARE(partition(*info, i).value(u"start").toInteger(), other.value(u"start").toInteger() * sectorBytes);
            QCOMPARE(partition(*info, i).value(u"size").toInteger(), other.value(u"size").toInteger() * sectorBytes);
            QCOMPARE(partition(*info, i).value(u"type").toString().toUpper(), other.value(u"type").toString());
            QCOMPARE(partition(*info, i).value(u"name").toString(), other.value(u"name").toString());
        }
    }

    void mbrThatMakesNoSense_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("boot mark") << qint64(446) << QByteArray("\x7f");
        QTest::newRow("two bootable") << qint64(446)
                                      << QByteArray("\x80") +
                QByteArray(15, '\0').replace(3, 1, "\x83").replace(7, 1, "\x01").replace(11, 1, "\x01") +
                QByteArray("\x80");
        QTest::newRow("starts at 0") << qint64(446 + 8) << QByteArray(4, '\0');
        QTest::newRow("past the end") << qint64(446 + 12) << QByteArray("\xff\xff\xff\x7f");
        QTest::newRow("starts past the end") << qint64(446 + 8) << QByteArray("\xff\xff\xff\xff");
        QTest::newRow("overlap") << qint64(446 + 12) << QByteArray("\x01\x60\0\0", 4);
        QTest::newRow("none") << qint64(446) << QByteArray(64, '\0');
        QTest::newRow("GPT promised") << qint64(446 + 4) << QByteArray("\xee");
    }
    void mbrThatMakesNoSense()
    {
        QFETCH(qint64, at);
        QFETCH(QByteArray, bytes);
        QVERIFY(partitioned("label: dos\n,4M,83\n,8M,82\n"));
        QVERIFY(Oracle::patch(path(), at, bytes));
        const Result<ImageInfo> info = inspect(path());
        QVERIFY(info);
        QCOMPARE(info->format, ImageFormat::Raw);
        QVERIFY(Hostile::violates(*info, "partition-table"_L1));
        QCOMPARE(Oracle::differences(path()), QStringList());
    }

    void extendedRecordsInACircle()
    {
        QVERIFY(partitioned("label: dos\n,4M,83\n,,E\n,2M,83\n,3M,83\n"));
        Result<ImageInfo> info = inspect(path());
        QVERIFY(info && info->safe());
        const qint64 record = partition(*info, 1).value(u"start").toInteger();
        QVERIFY(Oracle::patch(path(), record + 446 + 16 + 8, QByteArray(4, '\0')));
        info = inspect(path());
        QVERIFY(info);
        QCOMPARE(faults(*info), 1);
        QVERIFY(Oracle::patch(path(), record + 510, "no"));
        info = inspect(path());
        QVERIFY(info);
        QCOMPARE(faults(*info), 1);
    }

    void gptThatMakesNoSense_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no header") << qint64(512) << QByteArray(512, '\0');
        QTest::newRow("header checksum") << qint64(512 + 60) << QByteArray("x");
        QTest::newRow("entries checksum") << qint64(1024 + 60) << QByteArray("x");
        QTest::newRow("header length") << qint64(512 + 12) << QByteArray(4, '\xff');
        QTest::newRow("protected from sector 2") << qint64(446 + 8) << QByteArray("\x02");
        QTest::newRow("protected from another place") << qint64(446 + 1) << QByteArray("\x01");
        QTest::newRow("hybrid") << qint64(446 + 16 + 4) << QByteArray("\x83");
    }
    void gptThatMakesNoSense()
    {
        QFETCH(qint64, at);
        QFETCH(QByteArray, bytes);
        QVERIFY(partitioned("label: gpt\n,4M,U\n,8M,L\n"));
        QVERIFY(Oracle::patch(path(), at, bytes));
        const Result<ImageInfo> info = inspect(path());
        QVERIFY(info);
        QCOMPARE(info->content, u"gpt"_s);
        QVERIFY(Hostile::violates(*info, "partition-table"_L1));
        // The second copy of the table, at the end, still tells the partitions.
        QCOMPARE(info->fact(u"partitions")->toJson().toArray().size(), 2);
    }

    void gptCutOff()
    {
        QVERIFY(partitioned("label: gpt\n,4M,U\n,8M,L\n"));
        QVERIFY(QFile::resize(path(), 10 * mib));
        const Result<ImageInfo> info = inspect(path());
        QVERIFY(info);
        QCOMPARE(faults(*info), 2); // the second copy, and the second partition
    }

    /// Growing a disk leaves the second copy where it was; that is no fault.
    void gptGrown()
    {
        QVERIFY(partitioned("label: gpt\n,4M,U\n,8M,L\n"));
        QVERIFY(QFile::resize(path(), 64 * mib));
        const Result<ImageInfo> info = inspect(path());
        QVERIFY(info);
        QCOMPARE(faults(*info), 0);
    }

    void cutAndOverwritten()
    {
        const QByteArray bytes = gptBytes();
        QVERIFY(!bytes.isEmpty());
        const QByteArray start = bytes.first(20 * 1024);
        QCOMPARE(Hostile::wrongAnswersWhenCut(start), QStringList());
        QCOMPARE(Hostile::wrongAnswersWhenOverwritten(start, 440, 72 + 92), QStringList());
        QCOMPARE(Hostile::wrongAnswersWhenOverwritten(start, 1024, 256), QStringList());
        for (qsizetype length = 0; length < 4096; ++length) {
            const Result<ImageInfo> info = Hostile::inspect(start.first(length));
            QVERIFY(info);
            QCOMPARE(info->content.isEmpty(), length < 512);
        }
    }
};

QTEST_GUILESS_MAIN(TestPartitionTable)
#include "tst_partitiontable.moc"
