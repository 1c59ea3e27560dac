// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/image/hostile.h"
#include "engine/image/oracle.h"
#include "engine/image/vhdxfiles.h"

#include "base/nativepath.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Fathom;
using namespace Qt::StringLiterals;

/// Images that name files, sockets and hosts, and the command-line program under strace: none of those names is ever
/// handed to the kernel, in whatever call, and no socket is made.
class TestNamesOpened : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingNamedIsTouched_data();
    void nothingNamedIsTouched();
    void straceSeesWhatIsOpened();

private:
    void make(const QString &name, const QStringList &arguments);
    void patchName(const QString &name, const QByteArray &placeholder, const QByteArray &patched);
    void describe(const QString &name, const QByteArray &extent, const QByteArray &setting = {});

    QString trace(const QStringList &command);

    QTemporaryDir m_directory;
    QTemporaryDir m_outside;
    QString m_images;
    QString m_complaint;
};

namespace {

/// Every name in the images holds this word, and nothing else does.
constexpr QLatin1StringView canary("canary");

} // namespace

void TestNamesOpened::make(const QString &name, const QStringList &arguments)
{
    const QString trouble = Oracle::make(u"qemu-img"_s,
        QStringList{u"create"_s, u"-q"_s} + arguments + QStringList{QDir(m_images).filePath(name), u"1M"_s});
    if (!trouble.isEmpty() && m_complaint.isEmpty())
        m_complaint = name + u": "_s + trouble;
}

/// A name for a name of the same length, for those that qemu-img does not write.
void TestNamesOpened::patchName(const QString &name, const QByteArray &placeholder, const QByteArray &patched)
{
    const QString path = QDir(m_images).filePath(name);
    const qsizetype at = Hostile::contents(path).indexOf(placeholder);
    if ((at < 0 || placeholder.size() != patched.size() || !Oracle::patch(path, at, patched)) && m_complaint.isEmpty())
        m_complaint = name + u": the name could not be patched"_s;
}

/// A descriptor file with one more extent and one more setting.
void TestNamesOpened::describe(const QString &name, const QByteArray &extent, const QByteArray &setting)
{
    QFile file(QDir(m_images).filePath(name));
    const QByteArray text = "# Disk DescriptorFile\nversion=1\nCID=12345678\nparentCID=ffffffff\n"
                            "createType=\"monolithicFlat\"\n" +
        setting + "\n" + extent + "\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        m_complaint = name + u": cannot be written"_s;
}

void TestNamesOpened::initTestCase()
{
    m_images = m_directory.filePath(u"images"_s);
    QVERIFY(QDir().mkdir(m_images));
    // It is there, and readable, so that nothing but the reader's own will keeps it from it.
    const QString there = m_outside.filePath(u"canary"_s);
    QFile file(there);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(65536, 'c')) == 65536);
    const auto backed = [&](const QString &name, const QString &format, const QString &backing) {
        make(name, {u"-u"_s, u"-f"_s, format, u"-b"_s, backing, u"-F"_s, u"raw"_s});
    };
    backed(u"qcow2-absolute"_s, u"qcow2"_s, there);
    backed(u"qcow2-json"_s, u"qcow2"_s,
        u"json:{\"driver\":\"raw\",\"file\":{\"driver\":\"file\",\"filename\":\"%1\"}}"_s.arg(there));
    backed(u"qcow2-url"_s, u"qcow2"_s, u"file://"_s + there);
    backed(u"qcow2-nbd"_s, u"qcow2"_s, u"nbd://127.0.0.1:1/canary"_s);
    backed(u"qcow2-nbd-unix"_s, u"qcow2"_s, u"nbd+unix:///?socket="_s + there);
    backed(u"qcow2-http"_s, u"qcow2"_s, u"http://127.0.0.1:1/canary"_s);
    backed(u"qcow2-directory"_s, u"qcow2"_s, u"fat:rw:"_s + there);
    backed(u"qcow"_s, u"qcow"_s, there);
    backed(u"qed"_s, u"qed"_s, there);
    const QString data = m_outside.filePath(u"canary-data"_s);
    make(u"qcow2-data"_s, {u"-f"_s, u"qcow2"_s, u"-o"_s, u"data_file="_s + data});
    const QString parent = m_outside.filePath(u"canary.vmdk"_s);
    QCOMPARE(Oracle::make(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"vmdk"_s, parent, u"1M"_s}), QString());
    make(u"vmdk-parent"_s, {u"-f"_s, u"vmdk"_s, u"-b"_s, parent, u"-F"_s, u"vmdk"_s});
    const QByteArray thereBytes = QFile::encodeName(there);
    describe(u"extent-absolute.vmdk"_s, "RW 128 FLAT \"" + thereBytes + "\" 0");
    describe(u"extent-beside.vmdk"_s, "RW 128 FLAT \"canary-beside\" 0");
    describe(u"extent-nbd.vmdk"_s, "RW 128 FLAT \"nbd://127.0.0.1:1/canary\" 0");
    describe(u"extent-sparse.vmdk"_s, "RW 128 SPARSE \"" + thereBytes + "\"");
    describe(u"parent.vmdk"_s, "RW 128 FLAT \"canary-beside\" 0", "parentFileNameHint=\"" + thereBytes + "\"");
    describe(u"change-track.vmdk"_s, "RW 128 FLAT \"canary-beside\" 0", "changeTrackPath=\"" + thereBytes + "\"");
    make(u"split.vmdk"_s, {u"-f"_s, u"vmdk"_s, u"-o"_s, u"subformat=twoGbMaxExtentSparse"_s});
    patchName(u"split.vmdk"_s, "split-s001.vmdk", "canary-besides.");
    make(u"parent.vhdx"_s, {u"-f"_s, u"vhdx"_s, u"-o"_s, u"block_size=1M"_s});
    QCOMPARE(m_complaint, QString());
    QFile vhdx(QDir(m_images).filePath(u"parent.vhdx"_s));
    QVERIFY(vhdx.open(QIODevice::ReadWrite));
    const QByteArray child = Hostile::vhdxWithLocator(vhdx.readAll(),
        Hostile::vhdxLocator(
            {{u"relative_path"_s, u"canary-beside"_s}, {u"volume_path"_s, there}, {u"absolute_win32_path"_s, there}}));
    QVERIFY(vhdx.seek(0) && vhdx.write(child) == child.size());
}

void TestNamesOpened::nothingNamedIsTouched_data()
{
    QTest::addColumn<QStringList>("command");
    QStringList every{u"inspect"_s};
    for (const QString &name : QDir(m_images).entryList(QDir::Files))
        every.append(QDir(m_images).filePath(name));
    QTest::newRow("inspect") << every;
    QStringList json = every;
    json.insert(1, u"--json"_s);
    QTest::newRow("inspect --json") << json;
    QTest::newRow("images") << QStringList{u"images"_s, m_images};
    QTest::newRow("tree") << QStringList{u"tree"_s, u"--images"_s, m_images};
}

QString TestNamesOpened::trace(const QStringList &command)
{
    const QString written = m_directory.filePath(u"trace"_s);
    const Oracle::Run run = Oracle::run(u"strace"_s,
        QStringList{u"-f"_s, u"-qq"_s, u"-s"_s, u"4096"_s, u"-e"_s, u"trace=%file,%network"_s, u"-o"_s, written,
            QStringLiteral(FATHOM_BINARY_DIR "/app/fathomctl")} +
            command);
    const QByteArray calls = Hostile::contents(written);
    return calls.isEmpty() ? QString::fromLocal8Bit(run.complaint) : QString::fromLocal8Bit(calls);
}

void TestNamesOpened::nothingNamedIsTouched()
{
    QFETCH(const QStringList, command);
    const QString calls = trace(command);
    QVERIFY2(calls.contains(u"openat("_s), qPrintable(calls));
    for (const QString &name : QDir(m_images).entryList(QDir::Files))
        QVERIFY2(calls.contains(QString(name + u"\", O_RDONLY"_s)), qPrintable(name));
    for (const QString &line : calls.split(u'\n')) {
        QVERIFY2(!line.contains(canary), qPrintable(line));
        // The C library asks its name service cache for the owners' names.
        if (line.contains(u"connect("_s))
            QVERIFY2(line.contains(u"\"/var/run/nscd/socket\""_s), qPrintable(line));
        else if (line.contains(u" socket("_s))
            QVERIFY2(line.contains(u"(AF_UNIX, "_s), qPrintable(line));
    }
}

/// The same words are found when a canary is opened: what the other test looks for is there to be seen.
void TestNamesOpened::straceSeesWhatIsOpened()
{
    const QString calls = trace({u"inspect"_s, m_outside.filePath(u"canary"_s)});
    QVERIFY2(calls.contains(u"canary\", O_RDONLY"_s), qPrintable(calls));
}

QTEST_GUILESS_MAIN(TestNamesOpened)
#include "tst_namesopened.moc"
