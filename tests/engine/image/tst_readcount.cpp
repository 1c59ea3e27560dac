// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/imageprobe.h"

#include "engine/image/oracle.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;
using namespace Qt::StringLiterals;

/// How many reads it takes to know a file. Seen from outside, by strace, while this very program inspects it.
class TestReadCount : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;

    void qemuImage(const QString &name, const QStringList &options) const
    {
        QCOMPARE(Oracle::make(
                     u"qemu-img"_s, QStringList{u"create"_s, u"-q"_s} + options + QStringList{path(name), u"64M"_s}),
            QString());
    }
    QString path(const QString &name) const { return m_directory.filePath(name); }

private slots:
    void initTestCase()
    {
        for (const char *format : {"qcow2", "vmdk", "vdi", "vpc", "vhdx", "qed", "qcow", "parallels"})
            qemuImage(QLatin1StringView(format), {u"-f"_s, QLatin1StringView(format)});
        qemuImage(u"overlay"_s, {u"-f"_s, u"qcow2"_s, u"-b"_s, path(u"qcow2"_s), u"-F"_s, u"qcow2"_s});
        qemuImage(u"old"_s, {u"-f"_s, u"qcow2"_s, u"-o"_s, u"compat=0.10"_s});
        qemuImage(u"stream"_s, {u"-f"_s, u"vmdk"_s, u"-o"_s, u"subformat=streamOptimized"_s});
        qemuImage(u"fixed"_s, {u"-f"_s, u"vpc"_s, u"-o"_s, u"subformat=fixed"_s});
        qemuImage(u"luks"_s,
            {u"--object"_s, u"secret,id=s,data=s"_s, u"-f"_s, u"luks"_s, u"-o"_s, u"key-secret=s,iter-time=10"_s});
        qemuImage(u"raw"_s, {u"-f"_s, u"raw"_s});
        qemuImage(u"ext4"_s, {u"-f"_s, u"raw"_s});
        QCOMPARE(Oracle::make(u"mkfs.ext4"_s, {u"-q"_s, path(u"ext4"_s)}), QString());
        qemuImage(u"gpt"_s, {u"-f"_s, u"raw"_s});
        QCOMPARE(
            Oracle::make(u"sh"_s, {u"-c"_s, u"printf 'label: gpt\\nsize=16M\\n' | sfdisk -q \"$0\""_s, path(u"gpt"_s)}),
            QString());
        QCOMPARE(Oracle::make(u"genisoimage"_s,
                     {u"-quiet"_s, u"-o"_s, path(u"iso"_s), QStringLiteral(FATHOM_SOURCE_DIR "/cmake")}),
            QString());
    }

    void atMostThree_data()
    {
        QTest::addColumn<int>("most");
        for (const char *name : {"qcow2", "overlay", "old", "vmdk", "stream", "vdi", "vpc", "fixed", "vhdx", "qed",
                 "qcow", "parallels", "luks", "raw", "ext4", "gpt", "iso"})
            QTest::newRow(name) << 3;
    }
    void atMostThree()
    {
        QFETCH(int, most);
        const QString name = path(QString::fromLatin1(QTest::currentDataTag()));
        const Oracle::Run run = Oracle::run(u"strace"_s,
            {u"-y"_s, u"-e"_s, u"trace=pread64,preadv,read,readv,mmap"_s, QCoreApplication::applicationFilePath(),
                u"--inspect"_s, name});
        QVERIFY2(run.succeeded, run.complaint.constData());
        const QByteArray file = '<' + QFile::encodeName(name) + '>';
        int reads = 0;
        for (const QByteArray &line : run.complaint.split('\n'))
            reads += line.contains(file);
        QVERIFY2(reads >= 1 && reads <= most, run.complaint.constData());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--inspect") == 0)
        return inspectImage(argv[2]) ? 0 : 1;
    TestReadCount test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_readcount.moc"
