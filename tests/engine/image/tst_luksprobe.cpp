// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/imagefiles.h"
#include "image/luksheader.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;
using namespace Fathom::ImageFiles;
using namespace Qt::StringLiterals;

class TestLuksProbe : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;

    QHash<QStringList, QByteArray> m_formatted;

    /// Formatted by cryptsetup, with a key derivation that costs nothing; each kind only once.
    QString formatted(const QStringList &options, qint64 length = 20 * 1024 * 1024)
    {
        const QString path = m_directory.filePath(u"disk"_s);
        const QString key = m_directory.filePath(u"key"_s);
        if (const auto known = m_formatted.constFind(options); known != m_formatted.constEnd())
            return write(path, *known) ? path : QString();
        QFile::remove(path);
        if (!sparse(path, length) || !write(key, "secret"))
            return {};
        const QString complaint = Oracle::make(u"cryptsetup"_s,
            QStringList{u"luksFormat"_s, u"--batch-mode"_s, u"--disable-locks"_s, u"--pbkdf"_s, u"pbkdf2"_s,
                u"--pbkdf-force-iterations"_s, u"1000"_s} +
                options + QStringList{path, key});
        if (!complaint.isEmpty())
            qWarning("%s", qPrintable(complaint));
        m_formatted.insert(options, Hostile::contents(path));
        return complaint.isEmpty() ? path : QString();
    }

private slots:
    void version1LikeQemu_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("default") << QStringList();
        QTest::newRow("cbc-essiv") << QStringList{u"-c"_s, u"aes-cbc-essiv:sha256"_s, u"-s"_s, u"256"_s};
        QTest::newRow("sha1") << QStringList{u"-h"_s, u"sha1"_s};
        QTest::newRow("payload elsewhere") << QStringList{u"--align-payload"_s, u"8192"_s};
        QTest::newRow("another slot") << QStringList{u"-S"_s, u"5"_s};
    }
    void version1LikeQemu()
    {
        QFETCH(QStringList, options);
        const QString path = formatted(QStringList{u"--type"_s, u"luks1"_s} + options);
        QVERIFY(!path.isEmpty());
        QCOMPARE(Oracle::differences(path), QStringList());
        QCOMPARE(Oracle::differences(path, u"luks"_s), QStringList());
        const Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        QCOMPARE(info->content, u"luks1"_s);
        QVERIFY(info->encrypted);
        QCOMPARE(text(*info, u"uuid"), QString::fromUtf8(blkid(path).value("UUID")));
    }

    /// Ciphers that cryptsetup formats only with the kernel's help: their names suffice for telling what they are.
    void otherCiphers_data()
    {
        QTest::addColumn<QByteArray>("cipher");
        QTest::addColumn<int>("keyBytes");
        for (const char *cipher : {"aes", "serpent", "twofish"})
            for (const int keyBytes : {32, 48, 64})
                QTest::addRow("%s, %d", cipher, keyBytes) << QByteArray(cipher) << keyBytes;
    }
    void otherCiphers()
    {
        QFETCH(QByteArray, cipher);
        QFETCH(int, keyBytes);
        const QString path = formatted({u"--type"_s, u"luks1"_s, u"-s"_s, u"512"_s});
        QVERIFY(!path.isEmpty());
        QVERIFY(Oracle::patch(path, 8, cipher.leftJustified(32, '\0')));
        QVERIFY(Oracle::patch(path, 111, QByteArray(1, static_cast<char>(keyBytes))));
        QCOMPARE(Oracle::differences(path), QStringList());
    }

    /// One is enough: qemu measures the machine for seconds before it writes a header.
    void madeByQemu()
    {
        const QString path = m_directory.filePath(u"qemu"_s);
        QCOMPARE(
            Oracle::make(u"qemu-img"_s,
                {u"create"_s, u"-q"_s, u"-f"_s, u"luks"_s, u"--object"_s, u"secret,id=s,data=secret"_s, u"-o"_s,
                    u"key-secret=s,iter-time=10,cipher-alg=aes-128,cipher-mode=ctr,ivgen-alg=plain,hash-alg=sha512"_s,
                    path, u"3M"_s}),
            QString());
        QCOMPARE(Oracle::differences(path), QStringList());
        // A length that is no whole sector.
        QVERIFY(QFile::resize(path, QFileInfo(path).size() + 1));
        QCOMPARE(Oracle::differences(path), QStringList());
    }

    void version2IsRawToQemu()
    {
        const QString path = formatted({u"--type"_s, u"luks2"_s, u"--label"_s, u"volume"_s, u"--subsystem"_s,
            u"cinder"_s, u"--sector-size"_s, u"4096"_s});
        QVERIFY(!path.isEmpty());
        QCOMPARE(Oracle::differences(path), QStringList());
        const Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        QCOMPARE(info->format, ImageFormat::Luks);
        QCOMPARE(info->content, u"luks2"_s);
        QVERIFY(info->encrypted);
        QCOMPARE(text(*info, u"label"), u"volume"_s);
        QCOMPARE(text(*info, u"subsystem"), u"cinder"_s);
        QCOMPARE(text(*info, u"cipher"), u"aes-xts-plain64"_s);
        QCOMPARE(text(*info, u"sector-size"), u"4096"_s);
        QCOMPARE(text(*info, u"payload-offset"), u"16777216"_s);
        QCOMPARE(text(*info, u"uuid"), QString::fromUtf8(blkid(path).value("UUID")));
        const QJsonArray keySlots = info->fact(u"key-slots")->toJson().toArray();
        QCOMPARE(keySlots.size(), 1);
        QCOMPARE(keySlots.first().toObject().value(u"kdf").toString(), u"pbkdf2"_s);
        QVERIFY(!info->fact(u"header"));
    }

    void version2FromItsBackup()
    {
        const QString path = formatted({u"--type"_s, u"luks2"_s, u"--label"_s, u"volume"_s});
        QVERIFY(!path.isEmpty());
        QVERIFY(Oracle::patch(path, 5000, "broken"));
        Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        QCOMPARE(text(*info, u"header"), u"backup"_s);
        QCOMPARE(text(*info, u"label"), u"volume"_s);
        QVERIFY(Oracle::patch(path, 16384 + 5000, "broken"));
        info = inspect(path);
        QVERIFY(!info);
        QCOMPARE(info.error().kind, ErrorKind::Malformed);
        QCOMPARE(info.error().offset, std::optional<qint64>(448));
    }

    void version2Lies_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qint64>("offset");
        QTest::newRow("no length") << qint64(8) << QByteArray(8, '\0') << qint64(8);
        QTest::newRow("endless") << qint64(8) << QByteArray(8, '\xff') << qint64(8);
        QTest::newRow("8 MiB") << qint64(8) << QByteArray("\0\0\0\0\0\x80\0\0", 8) << qint64(8);
        QTest::newRow("no power of two") << qint64(8) << QByteArray("\0\0\0\0\0\0\x50\0", 8) << qint64(8);
        QTest::newRow("past the end") << qint64(8) << QByteArray("\0\0\0\0\0\x20\0\0", 8) << qint64(0);
        QTest::newRow("lies elsewhere") << qint64(256) << QByteArray("\x7f", 1) << qint64(256);
    }
    void version2Lies()
    {
        QFETCH(qint64, at);
        QFETCH(QByteArray, bytes);
        QFETCH(qint64, offset);
        QByteArray file = Hostile::contents(formatted({u"--type"_s, u"luks2"_s})).first(1024 * 1024);
        file.replace(16384, 16384, QByteArray(16384, '\0'));
        const Result<ImageInfo> info = Hostile::inspect(Hostile::patched(file, at, bytes));
        QVERIFY(!info);
        QCOMPARE(info.error().kind, ErrorKind::Malformed);
        QCOMPARE(info.error().offset, std::optional<qint64>(offset));
    }

    /// What qemu-img refuses we refuse, and say where.
    void version1Lies_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, qint64 at, const QByteArray &bytes, const QString &outcome) {
            QTest::newRow(name) << at << bytes << outcome;
        };
        const QByteArray ones(4, '\xff');
        const QByteArray none(4, '\0');
        row("cipher without end", 8, QByteArray(32, 'a'), u"malformed at 8"_s);
        row("mode without end", 40, QByteArray(32, 'a'), u"malformed at 40"_s);
        row("hash without end", 72, QByteArray(32, 'a'), u"malformed at 72"_s);
        row("mode without dash", 40, QByteArray(32, '\0').replace(0, 3, "xts"), u"malformed at 40"_s);
        row("unknown cipher", 8, QByteArray("rot\0", 4), u"unsupported at 8"_s);
        row("unknown mode", 40, "xxx", u"unsupported at 40"_s);
        row("unknown hash", 72, QByteArray("rot13\0", 6), u"unsupported at 72"_s);
        row("payload at 0", 104, none, u"malformed at 104"_s);
        row("payload past the end", 104, ones, u"malformed at 104"_s);
        row("payload in the slots", 104, QByteArray("\0\0\0\x10", 4), u"malformed at 248"_s);
        row("no key", 108, none, u"unsupported at 8"_s);
        row("endless key", 108, ones, u"unsupported at 8"_s);
        row("no iterations", 164, none, u"malformed at 164"_s);
        row("slot state", 208, "xxxx", u"malformed at 208"_s);
        row("slot without iterations", 212, none, u"malformed at 212"_s);
        row("slot in the header", 248, none, u"malformed at 248"_s);
        // (with all bits set qemu's sum wraps around, and it takes the header; we do not)
        row("slot past the payload", 248, "\x7f\xff\xff\xff", u"malformed at 248"_s);
        row("stripes", 252, ones, u"malformed at 252"_s);
        row("slots overlap", 296, QByteArray("\0\0\0\x08", 4), u"malformed at 296"_s);
    }
    void version1Lies()
    {
        QFETCH(qint64, at);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, outcome);
        const QString path = formatted({u"--type"_s, u"luks1"_s});
        QVERIFY(!path.isEmpty());
        QVERIFY(!Oracle::qemuInfo(path).isEmpty());
        QVERIFY(Oracle::patch(path, at, bytes));
        QCOMPARE(Hostile::outcome(inspect(path)), outcome);
        QVERIFY(Oracle::qemuInfo(path, u"luks"_s).isEmpty());
    }

    void endlessKeyStretching()
    {
        const QString path = formatted({u"--type"_s, u"luks1"_s});
        QVERIFY(Oracle::patch(path, 164, QByteArray(4, '\x7f')));
        const Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        QVERIFY(Hostile::violates(*info, "luks-iterations"_L1));
        QCOMPARE(Oracle::differences(path), QStringList());
    }

    void anotherVersion()
    {
        const QString path = formatted({u"--type"_s, u"luks1"_s});
        QVERIFY(Oracle::patch(path, 6, QByteArray("\0\3", 2)));
        QCOMPARE(Hostile::outcome(inspect(path)), u"unsupported at 6"_s);
    }

    void cutAndOverwritten()
    {
        const QByteArray first = Hostile::contents(formatted({u"--type"_s, u"luks1"_s}));
        QCOMPARE(Hostile::wrongAnswersWhenCut(first.first(3 * 1024 * 1024)), QStringList());
        QCOMPARE(Hostile::wrongAnswersWhenOverwritten(first.first(2100 * 1024), 0, 592), QStringList());
        const QByteArray second = Hostile::contents(formatted({u"--type"_s, u"luks2"_s})).first(64 * 1024);
        QCOMPARE(Hostile::wrongAnswersWhenCut(second), QStringList());
        QCOMPARE(Hostile::wrongAnswersWhenOverwritten(second, 0, 512), QStringList());
    }

    void headerInsideAnotherFile()
    {
        const QByteArray header = Hostile::contents(formatted({u"--type"_s, u"luks1"_s})).first(4096);
        BoundedFile file = BoundedFile::fromMemory(QByteArray(65536, 'x') + header, "outer");
        QVERIFY(luksFacts(file, 65536, 4096));
        QCOMPARE(luksFacts(file, 65536, 100).error().offset, std::optional<qint64>(65536));
        QCOMPARE(luksFacts(file, 0, 4096).error().offset, std::optional<qint64>(0));
        QVERIFY(!luksFacts(file, 69000, 4096));
        QVERIFY(!luksFacts(file, -1, 4096));
    }
};

QTEST_GUILESS_MAIN(TestLuksProbe)
#include "tst_luksprobe.moc"
