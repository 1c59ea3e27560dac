// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/instancetree.h"

#include "engine/image/oracle.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;
using namespace Qt::StringLiterals;

namespace {

constexpr int instances = 60;
constexpr int bases = 3;

} // namespace

/// How often a scan opens the files of a tree. Seen from outside, by strace, while this very program scans it.
class TestOpenCount : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;
    QList<QByteArray> m_opens; ///< lines of strace, one for each file or directory that was opened

    QString base(int number) const
    {
        return m_directory.filePath(u"_base/"_s) + QString::fromLatin1(baseNameOfImage(QString::number(number)));
    }
    QString instance(int number) const
    {
        return m_directory.filePath(u"%1-0000-4000-8000-000000000000"_s.arg(number, 8, 16, QLatin1Char('0')));
    }

    /// Lines that open what ends in that name.
    qsizetype opensOf(const QByteArray &name) const
    {
        return std::ranges::count_if(
            m_opens, [&](const QByteArray &line) { return line.contains(QByteArray(name + '"')); });
    }

private slots:
    void initTestCase()
    {
        QVERIFY(QDir(m_directory.path()).mkdir(u"_base"_s));
        for (int number = 0; number < bases; ++number)
            QCOMPARE(Oracle::make(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s, base(number), u"1M"_s}),
                QString());
        for (int number = 0; number < instances; ++number) {
            const QString directory = instance(number);
            QVERIFY(QDir().mkdir(directory));
            QCOMPARE(Oracle::make(u"qemu-img"_s,
                         {u"create"_s, u"-q"_s, u"-u"_s, u"-f"_s, u"qcow2"_s, u"-b"_s, base(number % bases), u"-F"_s,
                             u"qcow2"_s, directory + u"/disk"_s, u"1M"_s}),
                QString());
            QFile info(directory + u"/disk.info"_s);
            QVERIFY(info.open(QIODevice::WriteOnly));
            info.write("{\"" + QFile::encodeName(directory) + "/disk\": \"qcow2\"}");
        }
        const Oracle::Run run = Oracle::run(u"strace"_s,
            {u"-f"_s, u"-e"_s, u"trace=open,openat,openat2"_s, QCoreApplication::applicationFilePath(), u"--scan"_s,
                m_directory.path()});
        QVERIFY2(run.succeeded, run.complaint.constData());
        m_opens = run.complaint.split('\n');
    }

    void sharedBasesOnce()
    {
        for (int number = 0; number < bases; ++number)
            QCOMPARE(opensOf(baseNameOfImage(QString::number(number))), 1);
    }

    void everyFileOnce()
    {
        QCOMPARE(opensOf("disk"), instances);
        QCOMPARE(opensOf("disk.info"), instances);
        for (int number = 0; number < instances; ++number)
            QCOMPARE(opensOf(QFile::encodeName(instance(number))), 1);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--scan") == 0) {
        const Result<InstanceTree> tree = readInstanceTree(argv[2], {});
        return tree && tree->instances.size() == instances && tree->problems.empty() ? 0 : 1;
    }
    TestOpenCount test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_opencount.moc"
