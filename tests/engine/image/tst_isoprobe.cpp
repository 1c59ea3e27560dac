// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/imagefiles.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;
using namespace Fathom::ImageFiles;
using namespace Qt::StringLiterals;

class TestIsoProbe : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;

    QString file(const QString &name) const { return m_directory.filePath(name); }

    QString made(const QString &program, const QStringList &options)
    {
        const QString path = file(u"disc.iso"_s);
        QFile::remove(path);
        const QString complaint = Oracle::make(program, options + QStringList{u"-o"_s, path, file(u"tree"_s)});
        if (!complaint.isEmpty())
            qWarning("%s", qPrintable(complaint));
        return complaint.isEmpty() ? path : QString();
    }

private slots:
    void initTestCase()
    {
        QVERIFY(QDir(m_directory.path()).mkpath(u"tree"_s));
        QVERIFY(write(file(u"tree/meta_data.json"_s), "{}"));
        QVERIFY(write(file(u"tree/boot.img"_s), QByteArray(2048, 'b')));
    }

    void likeQemuAndBlkid_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("traits");
        const QStringList quiet{u"-quiet"_s};
        const QStringList xorriso{u"-as"_s, u"mkisofs"_s, u"-quiet"_s};
        const QStringList boot{u"-b"_s, u"boot.img"_s, u"-no-emul-boot"_s, u"-c"_s, u"boot.cat"_s};
        QTest::newRow("config drive") << u"genisoimage"_s
                                      << quiet + QStringList{u"-V"_s, u"config-2"_s, u"-J"_s, u"-r"_s, u"-ldots"_s}
                                      << u"iso9660"_s << u"joliet"_s;
        QTest::newRow("plain") << u"genisoimage"_s << quiet << u"iso9660"_s << u""_s;
        QTest::newRow("El Torito") << u"genisoimage"_s << quiet + boot << u"iso9660"_s << u"el-torito"_s;
        QTest::newRow("UDF bridge") << u"genisoimage"_s << quiet + QStringList{u"-udf"_s, u"-V"_s, u"BRIDGE"_s}
                                    << u"iso9660+udf"_s << u""_s;
        QTest::newRow("xorriso") << u"xorriso"_s << xorriso + QStringList{u"-V"_s, u"XORRISO"_s, u"-J"_s}
                                 << u"iso9660"_s << u"joliet"_s;
        QTest::newRow("MBR") << u"xorriso"_s
                             << xorriso + QStringList{u"--protective-msdos-label"_s, u"-partition_offset"_s, u"16"_s}
                             << u"iso9660+mbr"_s << u""_s;
        QTest::newRow("GPT") << u"xorriso"_s
                             << xorriso + boot +
                QStringList{
                    u"-append_partition"_s, u"2"_s, u"0xef"_s, file(u"tree/boot.img"_s), u"-appended_part_as_gpt"_s}
                             << u"iso9660+gpt"_s << u"el-torito"_s;
    }
    void likeQemuAndBlkid()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, options);
        QFETCH(QString, content);
        QFETCH(QString, traits);
        const QString path = made(program, options);
        QVERIFY(!path.isEmpty());
        QCOMPARE(Oracle::differences(path), QStringList());
        const Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        QCOMPARE(info->format, ImageFormat::Iso);
        QCOMPARE(info->content, content);
        QVERIFY2(info->safe(), info->violations.empty() ? "" : qPrintable(info->violations.front().reason));
        QCOMPARE(info->fact(u"joliet")->toJson().toBool(), traits == u"joliet");
        QCOMPARE(info->fact(u"el-torito")->toJson().toBool(), traits == u"el-torito");
        QVERIFY(!info->fact(u"truncated"));
        const QHash<QByteArray, QByteArray> other = blkid(path);
        if (content == u"iso9660")
            QCOMPARE(text(*info, u"created"), QString::fromUtf8(other.value("UUID")));
        if (other.contains("LABEL"))
            QCOMPARE(text(*info, u"label"), QString::fromUtf8(other.value("LABEL")));
    }

    void udf_data()
    {
        QTest::addColumn<QString>("blockBytes");
        for (const char *size : {"512", "1024", "2048", "4096"})
            QTest::newRow(size) << QString::fromLatin1(size);
    }
    void udf()
    {
        QFETCH(QString, blockBytes);
        const QString path = file(u"udf"_s);
        QVERIFY(sparse(path, 16 * 1024 * 1024));
        QCOMPARE(Oracle::make(u"mkudffs"_s, {u"-b"_s, blockBytes, u"-l"_s, u"数据 disc"_s, path}), QString());
        QCOMPARE(Oracle::differences(path), QStringList());
        const Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        QCOMPARE(info->format, ImageFormat::Iso);
        QCOMPARE(info->content, u"udf"_s);
        QCOMPARE(text(*info, u"udf-block-size"), blockBytes);
        QCOMPARE(text(*info, u"udf-revision"), u"2.01"_s);
        QCOMPARE(text(*info, u"label"), QString::fromUtf8(blkid(path).value("LABEL")));
    }

    void shorterThanItClaims()
    {
        const QString path = made(u"genisoimage"_s, {u"-quiet"_s});
        QVERIFY(QFile::resize(path, 100001));
        const Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        QVERIFY(info->fact(u"truncated"));
        QCOMPARE(Oracle::differences(path), QStringList());
    }

    void nothingOfAnIso()
    {
        QByteArray bytes(65536, '\0');
        QCOMPARE(Hostile::outcome(Hostile::inspect(bytes)), u"raw"_s);
        // A mark in a later sector is some file's content.
        QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(bytes, 34817, "CD001"))), u"raw"_s);
        QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(bytes, 34817, "NSR02"))), u"raw"_s);
        // UDF's first mark without its second.
        QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(bytes, 32769, "BEA01"))), u"raw"_s);
        QCOMPARE(Hostile::outcome(Hostile::inspect(Hostile::patched(bytes, 32769, "CD001"))), u"iso"_s);
    }

    void hostileText()
    {
        QByteArray bytes(65536, '\0');
        bytes.replace(32768, 6, "\1CD001");
        bytes.replace(32768 + 40, 12, "\x1b[31mRED\x07\xff ");
        bytes.replace(32768 + 80, 8, QByteArray(8, '\xff'));
        bytes.replace(32768 + 128, 2, QByteArray(2, '\xff'));
        const Result<ImageInfo> info = Hostile::inspect(bytes);
        QVERIFY(info);
        QCOMPARE(text(*info, u"label"), u"\\x1b[31mRED\\x07\\xff"_s);
        QCOMPARE(text(*info, u"filesystem-size").toLongLong(), qint64(0xffffffff) * 0xffff);
        QVERIFY(info->fact(u"truncated"));
    }

    void udfAnchorThatLeadsNowhere()
    {
        const QString path = file(u"udf"_s);
        QVERIFY(sparse(path, 16 * 1024 * 1024));
        QCOMPARE(Oracle::make(u"mkudffs"_s, {u"-b"_s, u"512"_s, path}), QString());
        QByteArray bytes = Hostile::contents(path).first(1024 * 1024);
        for (const QByteArray &extent :
            {QByteArray(8, '\xff'), QByteArray(8, '\0'), QByteArray("\xff\xff\xff\x7f\0\0\0\0", 8)}) {
            bytes.replace(256 * 512 + 16, 8, extent);
            const Result<ImageInfo> info = Hostile::inspect(bytes);
            QVERIFY(info);
            QCOMPARE(info->content, u"udf"_s);
        }
    }

    void cutAndOverwritten()
    {
        const QByteArray bytes = Hostile::contents(made(u"genisoimage"_s, {u"-quiet"_s, u"-udf"_s, u"-J"_s}));
        QVERIFY(bytes.size() > 100000);
        QCOMPARE(Hostile::wrongAnswersWhenCut(bytes), QStringList());
        for (qsizetype length = 32700; length < 36900; ++length)
            QVERIFY(Hostile::inspect(bytes.first(length)));
        QCOMPARE(Hostile::wrongAnswersWhenOverwritten(bytes.first(72 * 1024), 32768, 200), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestIsoProbe)
#include "tst_isoprobe.moc"
