// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/imagefiles.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Fathom;
using namespace Fathom::ImageFiles;
using namespace Qt::StringLiterals;

class TestBootProbe : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;

    QString file(const QString &name) const { return m_directory.filePath(name); }

    template<class T> static void set(QByteArray &bytes, qsizetype at, T value)
    {
        qToLittleEndian<T>(value, bytes.data() + at);
    }

    /// What a boot loader looks at, as Documentation/arch/x86/boot.rst lays it out.
    static QByteArray bzImage(const QByteArray &version)
    {
        QByteArray bytes(64 * 1024, '\0');
        bytes[0x1f1] = 15; // setup sectors
        set<quint32>(bytes, 0x1f4, (64 * 1024 - 16 * 512) / 16);
        set<quint16>(bytes, 0x1fe, 0xaa55);
        bytes.replace(0x202, 4, "HdrS");
        set<quint16>(bytes, 0x206, 0x20f);
        set<quint16>(bytes, 0x20e, 0x1400);
        bytes[0x211] = 1;
        bytes.replace(0x1600, version.size(), version);
        return bytes;
    }

    static QByteArray withMark(qsizetype at, const QByteArray &mark)
    {
        return Hostile::patched(QByteArray(8192, '\0'), at, mark);
    }

private slots:
    void kernelOfX86()
    {
        QVERIFY(write(file(u"vmlinuz"_s), bzImage("6.12.9-amd64 (debian@x) #1 SMP")));
        QCOMPARE(Oracle::differences(file(u"vmlinuz"_s)), QStringList());
        const Result<ImageInfo> info = inspect(file(u"vmlinuz"_s));
        QVERIFY(info);
        QCOMPARE(info->format, ImageFormat::Kernel);
        QCOMPARE(info->content, u"bzImage"_s);
        QCOMPARE(text(*info, u"kernel-version"), u"6.12.9-amd64 (debian@x) #1 SMP"_s);
        QCOMPARE(text(*info, u"boot-protocol"), u"2.15"_s);
        QCOMPARE(text(*info, u"kernel-size"), u"65536"_s);
        QVERIFY(info->safe());
    }

    void kernelOfX86Lies()
    {
        QByteArray bytes = bzImage("6.12");
        // A version outside the setup code is not looked for.
        QByteArray outside = bytes;
        set<quint16>(outside, 0x20e, 0xffff);
        Result<ImageInfo> info = Hostile::inspect(outside);
        QVERIFY(info);
        QVERIFY(!info->fact(u"kernel-version"));
        // One that does not end is taken up to a limit, and shown as plain text.
        QByteArray endless = bytes;
        endless.replace(0x1600, 400, QByteArray(400, '\x1b'));
        info = Hostile::inspect(endless);
        QVERIFY(info);
        QCOMPARE(text(*info, u"kernel-version").size(), 4 * 256);
        set<quint32>(bytes, 0x1f4, 0xffffffff);
        info = Hostile::inspect(bytes);
        QVERIFY(info);
        QVERIFY(info->fact(u"truncated"));
        QCOMPARE(Hostile::wrongAnswersWhenCut(bytes), QStringList());
        QCOMPARE(Hostile::wrongAnswersWhenOverwritten(bytes, 0x1f0, 0x40), QStringList());
    }

    void otherKernels_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("content");
        QTest::newRow("arm64") << withMark(56, "ARM\x64") << u"arm64-image"_s;
        QTest::newRow("riscv") << withMark(56, "RSC\x05") << u"riscv-image"_s;
        QTest::newRow("arm") << withMark(36, "\x18\x28\x6f\x01") << u"arm-zimage"_s;
        QTest::newRow("zboot") << Hostile::patched(withMark(0, QByteArray("MZ\0\0zimg", 8)), 24, "zstd")
                               << u"efi-zboot"_s;
        QByteArray efi = withMark(0, "MZ");
        efi[0x3c] = 0x40;
        efi.replace(0x40, 4, QByteArray("PE\0\0", 4));
        efi[0x40 + 24 + 68] = 10;
        QTest::newRow("EFI") << efi << u"efi-stub"_s;
        efi[0x40 + 24 + 68] = 3;
        QTest::newRow("a Windows program") << efi << QString();
        QByteArray elf = withMark(0,
            QByteArray("\x7f"
                       "ELF\2\1\1",
                7));
        elf[16] = 2;
        elf[32] = 64;
        elf[54] = 56;
        elf[56] = 1;
        elf[64] = 1;
        QTest::newRow("vmlinux") << elf << u"vmlinux"_s;
        elf[64] = 3;
        QTest::newRow("a program that wants an interpreter") << elf << QString();
        QTest::newRow("endless program headers") << Hostile::patched(elf, 32, QByteArray(8, '\xff')) << u"vmlinux"_s;
        QByteArray uimage = withMark(0, "\x27\x05\x19\x56");
        uimage[30] = 2;
        QTest::newRow("U-Boot") << uimage << u"uimage-kernel"_s;
        QTest::newRow("half a mark") << withMark(0x202, "HdrS") << QString();
    }
    void otherKernels()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, content);
        const Result<ImageInfo> info = Hostile::inspect(bytes);
        QVERIFY(info);
        QCOMPARE(info->content, content);
        QCOMPARE(info->format, content.isEmpty() ? ImageFormat::Raw : ImageFormat::Kernel);
    }

    void packed_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("content");
        QTest::newRow("gzip") << QStringList{u"gzip"_s, u"-c"_s} << u"gzip"_s;
        QTest::newRow("xz") << QStringList{u"xz"_s, u"-c"_s} << u"xz"_s;
        QTest::newRow("lzma") << QStringList{u"xz"_s, u"--format=lzma"_s, u"-c"_s} << u"lzma"_s;
        QTest::newRow("zstd") << QStringList{u"zstd"_s, u"-q"_s, u"-c"_s} << u"zstd"_s;
        QTest::newRow("lz4") << QStringList{u"lz4"_s, u"-q"_s, u"-c"_s} << u"lz4"_s;
        QTest::newRow("lz4 of the kernel") << QStringList{u"lz4"_s, u"-q"_s, u"-l"_s, u"-c"_s} << u"lz4-legacy"_s;
        QTest::newRow("bzip2") << QStringList{u"bzip2"_s, u"-c"_s} << u"bzip2"_s;
    }
    void packed()
    {
        QFETCH(QStringList, command);
        QFETCH(QString, content);
        const Oracle::Run run =
            Oracle::run(command.first(), command.sliced(1), {}, QByteArray("initial RAM disk\n").repeated(200));
        QVERIFY2(run.succeeded, run.complaint.constData());
        QVERIFY(write(file(u"initrd"_s), run.output));
        QCOMPARE(Oracle::differences(file(u"initrd"_s)), QStringList());
        const Result<ImageInfo> info = inspect(file(u"initrd"_s));
        QVERIFY(info);
        QCOMPARE(info->format, ImageFormat::Ramdisk);
        QCOMPARE(info->content, content);
        QCOMPARE(Hostile::wrongAnswersWhenCut(run.output), QStringList());
    }

    void archives_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("content");
        QTest::newRow("newc") << u"newc"_s << u"cpio"_s;
        QTest::newRow("crc") << u"crc"_s << u"cpio"_s;
        QTest::newRow("odc") << u"odc"_s << u"cpio"_s;
        QTest::newRow("bin") << u"bin"_s << u"cpio-binary"_s;
    }
    void archives()
    {
        QFETCH(QString, kind);
        QFETCH(QString, content);
        const Result<ImageInfo> info = Hostile::inspect(archive(kind));
        QVERIFY(info);
        QCOMPARE(info->format, ImageFormat::Ramdisk);
        QCOMPARE(info->content, content);
    }

    void microcodeFirst()
    {
        const QByteArray early = archive(u"newc"_s);
        QVERIFY(!early.isEmpty());
        const Oracle::Run run = Oracle::run(u"zstd"_s, {u"-q"_s, u"-c"_s}, {}, QByteArray(5000, 'x'));
        const Result<ImageInfo> info = Hostile::inspect(early + run.output);
        QVERIFY(info);
        QCOMPARE(info->content, u"cpio+zstd"_s);
        QCOMPARE(text(*info, u"microcode"), u"kernel/x86/microcode/GenuineIntel.bin"_s);
        QCOMPARE(Hostile::wrongAnswersWhenCut(early + run.output), QStringList());
        QCOMPARE(Hostile::wrongAnswersWhenOverwritten(early, 0, 600), QStringList());
        // Lengths that are no numbers, or larger than any file.
        for (const QByteArray &size : {QByteArray("ffffffff"), QByteArray("zzzzzzzz"), QByteArray(8, '\0')}) {
            QVERIFY(Hostile::inspect(Hostile::patched(early, 54, size)));
            QVERIFY(Hostile::inspect(Hostile::patched(early, 94, size)));
        }
    }

private:
    QByteArray archive(const QString &kind) const
    {
        QDir(m_directory.path()).mkpath(u"early/kernel/x86/microcode"_s);
        if (!write(file(u"early/kernel/x86/microcode/GenuineIntel.bin"_s), QByteArray(3001, 'm')))
            return {};
        const QByteArray names = "kernel\nkernel/x86\nkernel/x86/microcode\nkernel/x86/microcode/GenuineIntel.bin\n";
        const Oracle::Run run = Oracle::run(u"cpio"_s, {u"--quiet"_s, u"-o"_s, u"-H"_s, kind}, file(u"early"_s), names);
        if (!run.succeeded)
            qWarning("%s", run.complaint.constData());
        return run.output;
    }
};

QTEST_GUILESS_MAIN(TestBootProbe)
#include "tst_bootprobe.moc"
