// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/imagefiles.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Fathom;
using namespace Fathom::ImageFiles;
using namespace Qt::StringLiterals;

class TestImageProbe : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;

    QString file(const QString &name) const { return m_directory.filePath(name); }

    QString image(const QString &format) const
    {
        const QString path = file(u"disk-"_s + format);
        const QString complaint = Oracle::make(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, format, path, u"8M"_s});
        return complaint.isEmpty() ? path : QString();
    }

    static Result<ImageInfo> inspectAs(const QString &path, ImageFormat declared)
    {
        return inspectImage(QFile::encodeName(path), BoundedFile::Links::Refuse, declared);
    }

private slots:
    void recognizes_data()
    {
        QTest::addColumn<QString>("qemuName");
        QTest::addColumn<QString>("id");
        for (const auto &[qemuName, id] :
            {std::pair{"qcow2", "qcow2"}, {"qcow", "qcow"}, {"vmdk", "vmdk"}, {"vdi", "vdi"}, {"vpc", "vhd"},
                {"vhdx", "vhdx"}, {"qed", "qed"}, {"parallels", "ploop"}, {"raw", "raw"}})
            QTest::newRow(qemuName) << QString::fromLatin1(qemuName) << QString::fromLatin1(id);
    }
    void recognizes()
    {
        QFETCH(QString, qemuName);
        QFETCH(QString, id);
        const QString path = image(qemuName);
        QVERIFY(!path.isEmpty());
        QCOMPARE(Oracle::differences(path), QStringList());
        QCOMPARE(Hostile::outcome(inspect(path)), id);

        // By content, never by name.
        const QString renamed = file(u"renamed.qcow2"_s);
        QFile::remove(renamed);
        QVERIFY(QFile::copy(path, renamed));
        QCOMPARE(Hostile::outcome(inspect(renamed)), id);

        // Declared as what it is: the same. As raw: raw, and what it looks like is told. As anything else: refused.
        QCOMPARE(Hostile::outcome(inspectAs(path, *formatFromName(id))), id);
        const Result<ImageInfo> raw = inspectAs(path, ImageFormat::Raw);
        QVERIFY(raw);
        QCOMPARE(raw->format, ImageFormat::Raw);
        QCOMPARE(raw->virtualSizeBytes, (QFileInfo(path).size() + 511) / 512 * 512);
        QCOMPARE(Hostile::violates(*raw, "disguised"_L1), id != u"raw");
        QVERIFY(raw->backingFile.isEmpty());
        const ImageFormat other = id == u"qcow2" ? ImageFormat::Vmdk : ImageFormat::Qcow2;
        const Result<ImageInfo> wrong = inspectAs(path, other);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, ErrorKind::Unsafe);
        const Result<ImageInfo> filesystem = inspectAs(path, ImageFormat::Filesystem);
        QCOMPARE(filesystem.has_value(), id == u"raw");
    }

    void lengthsRoundUp_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<qint64>("virtualSize");
        QTest::newRow("empty") << qint64(0) << qint64(0);
        QTest::newRow("a byte") << qint64(1) << qint64(512);
        QTest::newRow("511") << qint64(511) << qint64(512);
        QTest::newRow("512") << qint64(512) << qint64(512);
        QTest::newRow("513") << qint64(513) << qint64(1024);
        QTest::newRow("1 TiB and a byte") << (qint64(1) << 40) + 1 << (qint64(1) << 40) + 512;
    }
    void lengthsRoundUp()
    {
        QFETCH(qint64, length);
        QFETCH(qint64, virtualSize);
        const QString path = file(u"sparse"_s);
        QVERIFY(sparse(path, length));
        const Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        QCOMPARE(info->format, ImageFormat::Raw);
        QCOMPARE(info->virtualSizeBytes, virtualSize);
        QCOMPARE(info->fileLengthBytes, length);
        QCOMPARE(info->content, QString());
        QVERIFY(info->safe());
        QCOMPARE(Oracle::differences(path), QStringList());
    }

    void rawByAnotherName()
    {
        const QString path = file(u"packed-kernel"_s);
        QVERIFY(write(path, Oracle::run(u"gzip"_s, {u"-c"_s}, {}, QByteArray(1000, 'k')).output));
        for (const ImageFormat declared :
            {ImageFormat::Kernel, ImageFormat::Ramdisk, ImageFormat::Filesystem, ImageFormat::Raw}) {
            const Result<ImageInfo> info = inspectAs(path, declared);
            QVERIFY(info);
            QCOMPARE(info->format, declared);
            QCOMPARE(info->content, u"gzip"_s);
            QVERIFY(info->safe());
        }
        const Result<ImageInfo> iso = inspectAs(path, ImageFormat::Iso);
        QVERIFY(!iso);
        QCOMPARE(iso.error().kind, ErrorKind::Unsafe);
    }

    void twoFormatsAtOnce()
    {
        const QString path = image(u"qcow2"_s);
        QVERIFY(Oracle::patch(path, 32768, "\1CD001"));
        const Result<ImageInfo> info = inspect(path);
        QVERIFY(info);
        QCOMPARE(info->format, ImageFormat::Qcow2);
        QVERIFY(Hostile::violates(*info, "ambiguous"_L1));
        // Where somebody who knows says what it is, nothing is ambiguous.
        const Result<ImageInfo> declared = inspectAs(path, ImageFormat::Qcow2);
        QVERIFY(declared);
        QVERIFY(declared->safe());
    }

    void tarIsToldAsContent()
    {
        QVERIFY(write(file(u"member"_s), "x"));
        QCOMPARE(
            Oracle::make(u"tar"_s, {u"-cf"_s, file(u"appliance.ova"_s), u"member"_s}, m_directory.path()), QString());
        const Result<ImageInfo> info = inspect(file(u"appliance.ova"_s));
        QVERIFY(info);
        QCOMPARE(info->format, ImageFormat::Raw);
        QCOMPARE(info->content, u"tar"_s);
    }

    void refusesWhatIsNoFile()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(file(u"fifo"_s)).constData(), 0600), 0);
        QCOMPARE(Hostile::outcome(inspect(file(u"fifo"_s))), u"not-a-file at -1"_s);
        QCOMPARE(Hostile::outcome(inspect(m_directory.path())), u"not-a-file at -1"_s);
        QCOMPARE(Hostile::outcome(inspect(u"/dev/zero"_s)), u"not-a-file at -1"_s);
        QCOMPARE(Hostile::outcome(inspect(file(u"absent"_s))), u"not-found at -1"_s);

        const QString path = image(u"qcow2"_s);
        QVERIFY(QFile::link(path, file(u"link"_s)));
        QCOMPARE(Hostile::outcome(inspect(file(u"link"_s))), u"unsafe at -1"_s);
        QCOMPARE(
            Hostile::outcome(inspectImage(QFile::encodeName(file(u"link"_s)), BoundedFile::Links::Follow)), u"qcow2"_s);
    }

    /// The lab for other people's files: each answer is an answer or a Malformed, Unsupported or Unsafe.
    void strangersFiles()
    {
        const QString corpora = qEnvironmentVariable("FATHOM_CORPORA");
        if (corpora.isEmpty())
            QSKIP("FATHOM_CORPORA names no directory of image files");
        QDirIterator files(corpora, QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            const QString path = files.next();
            const Result<ImageInfo> info = inspect(path);
            ++count;
            if (info)
                QVERIFY2(info->virtualSizeBytes >= 0, qPrintable(path));
            else
                QVERIFY2(info.error().kind == ErrorKind::Malformed || info.error().kind == ErrorKind::Unsupported ||
                        info.error().kind == ErrorKind::Unsafe,
                    qPrintable(path + u": "_s + sentence(info.error())));
        }
        QVERIFY(count > 0);
    }

    void readsFewTimes()
    {
        // strace counts what the program really asks the kernel for.
        if (qEnvironmentVariableIsSet("FATHOM_PROBE")) {
            QVERIFY(inspect(qEnvironmentVariable("FATHOM_PROBE")));
            return;
        }
        const QString ext4 = file(u"ext4"_s);
        QVERIFY(sparse(ext4, 8 * 1024 * 1024));
        QCOMPARE(Oracle::make(u"mkfs.ext4"_s, {u"-q"_s, ext4}), QString());
        const QString gpt = file(u"gpt"_s);
        QVERIFY(sparse(gpt, 8 * 1024 * 1024));
        QVERIFY(Oracle::run(u"sfdisk"_s, {u"-q"_s, gpt}, {}, "label: gpt\n,4M,L\n").succeeded);
        for (const QString &path : {ext4, gpt, image(u"raw"_s)}) {
            qputenv("FATHOM_PROBE", QFile::encodeName(path));
            const Oracle::Run run = Oracle::run(u"strace"_s,
                {u"-f"_s, u"-qq"_s, u"-P"_s, path, u"-e"_s, u"trace=read,pread64,readv,preadv,mmap"_s,
                    QCoreApplication::applicationFilePath(), u"readsFewTimes"_s});
            qunsetenv("FATHOM_PROBE");
            QVERIFY2(run.succeeded, run.complaint.constData());
            const qsizetype reads = run.complaint.count("pread64(");
            QVERIFY2(reads >= 1 && reads <= 3, run.complaint.constData());
            QCOMPARE(run.complaint.count('\n'), reads);
        }
    }
};

QTEST_GUILESS_MAIN(TestImageProbe)
#include "tst_imageprobe.moc"
