// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/// `fathomctl inspect` and `fathomctl chain` on files that qemu-img makes: what qemu-img also tells must be told alike.
class FathomctlInspectTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void inspectTellsWhatQemuImgTells_data();
    void inspectTellsWhatQemuImgTells();
    void severalFilesAreAnArray();
    void standardInput();
    void theSameFromAPipe_data();
    void theSameFromAPipe();
    void unreadable();
    void interrupted();
    void declaredFormat();
    void chainTellsWhatQemuImgTells();
    void failures_data();
    void failures();
    void oneFailureAmongMany();
    void hostileNames();

private:
    QString path(const QString &name) const { return m_directory.filePath(name); }
    static ProgramRun fathomctl(const QStringList &arguments, const QByteArray &input = {})
    {
        return runProgram(QStringLiteral(FATHOMCTL), arguments, {}, input);
    }
    void makeImage(const QStringList &arguments);

    QTemporaryDir m_directory;
};

namespace {

void compareWithQemuImg(const QJsonObject &ours, QJsonObject theirs)
{
    theirs.remove(QStringLiteral("children")); // describes qemu's protocol layer, not the image
    QVERIFY(!theirs.isEmpty());
    for (auto entry = theirs.constBegin(); entry != theirs.constEnd(); ++entry)
        QVERIFY2(ours.value(entry.key()) == entry.value(),
            qPrintable(entry.key() + QStringLiteral(": ") +
                QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("ours"), ours.value(entry.key())},
                                                    {QStringLiteral("theirs"), entry.value()}})
                        .toJson())));
}

} // namespace

void FathomctlInspectTest::makeImage(const QStringList &arguments)
{
    const ProgramRun made = runProgram(QStringLiteral("qemu-img"), QStringList{QStringLiteral("create")} + arguments);
    QVERIFY2(made.exitCode == 0, QByteArray(made.errors + " (is qemu-utils installed?)").constData());
}

void FathomctlInspectTest::initTestCase()
{
    const QString size = QStringLiteral("64M");
    for (const QString &format : {QStringLiteral("qcow2"), QStringLiteral("vmdk"), QStringLiteral("vdi"),
             QStringLiteral("vpc"), QStringLiteral("vhdx"), QStringLiteral("raw"), QStringLiteral("qed")})
        makeImage({QStringLiteral("-f"), format, path(QStringLiteral("image.") + format), size});
    makeImage({QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-b"), path(QStringLiteral("image.raw")),
        QStringLiteral("-F"), QStringLiteral("raw"), path(QStringLiteral("middle"))});
    makeImage({QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-b"), path(QStringLiteral("middle")),
        QStringLiteral("-F"), QStringLiteral("qcow2"), path(QStringLiteral("top"))});
}

void FathomctlInspectTest::inspectTellsWhatQemuImgTells_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"image.qcow2", "image.vmdk", "image.vdi", "image.vpc", "image.vhdx", "image.raw",
             "image.qed", "middle", "top"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void FathomctlInspectTest::inspectTellsWhatQemuImgTells()
{
    QFETCH(QString, name);
    const ProgramRun ours = fathomctl({QStringLiteral("inspect"), QStringLiteral("--json"), path(name)});
    QVERIFY2(ours.exitCode == 0, ours.errors.constData());
    QVERIFY(ours.json().isObject());
    compareWithQemuImg(ours.json().object(),
        runProgram(QStringLiteral("qemu-img"), {QStringLiteral("info"), QStringLiteral("--output=json"), path(name)})
            .json()
            .object());
    // qemu makes VHDs a little larger, to whole cylinders.
    const ProgramRun people = fathomctl({QStringLiteral("inspect"), path(name)});
    QCOMPARE(people.exitCode, 0);
    QVERIFY2(people.output.contains("64\u00a0MiB") || name.endsWith(QStringLiteral("vpc")), people.output.constData());
    const ProgramRun exact = fathomctl({QStringLiteral("--exact"), QStringLiteral("inspect"), path(name)});
    QVERIFY2(
        exact.output.contains("67,108,864 bytes") || name.endsWith(QStringLiteral("vpc")), exact.output.constData());
}

void FathomctlInspectTest::severalFilesAreAnArray()
{
    const ProgramRun run = fathomctl({QStringLiteral("inspect"), QStringLiteral("--json"),
        path(QStringLiteral("image.raw")), path(QStringLiteral("top"))});
    QCOMPARE(run.exitCode, 0);
    const QJsonArray array = run.json().array();
    QCOMPARE(array.size(), 2);
    QCOMPARE(array[0].toObject().value(QStringLiteral("filename")).toString(), path(QStringLiteral("image.raw")));
    QCOMPARE(array[1].toObject().value(QStringLiteral("format")).toString(), QStringLiteral("qcow2"));
}

void FathomctlInspectTest::standardInput()
{
    QFile file(path(QStringLiteral("image.qcow2")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const ProgramRun run =
        fathomctl({QStringLiteral("inspect"), QStringLiteral("--json"), QStringLiteral("-")}, file.readAll());
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QCOMPARE(run.json().object().value(QStringLiteral("format")).toString(), QStringLiteral("qcow2"));
    QCOMPARE(run.json().object().value(QStringLiteral("virtual-size")).toInteger(), qint64(64) * 1024 * 1024);
}

void FathomctlInspectTest::theSameFromAPipe_data()
{
    QTest::addColumn<qint64>("length");
    for (const qint64 length : {0, 1, 4, 7, 8, 71, 72, 79, 80, 103, 104, 111, 112, 300, 511, 512, 513, 4095, 4096, 4097,
             32767, 32768, 65535, 65536, 65537, 131072})
        QTest::addRow("%lld bytes", static_cast<long long>(length)) << length;
}

/// Every cut of a file has the same verdict, wherever its bytes come from.
void FathomctlInspectTest::theSameFromAPipe()
{
    QFETCH(qint64, length);
    QFile whole(path(QStringLiteral("image.qcow2")));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.read(length);
    QFile cut(path(QStringLiteral("cut")));
    QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(bytes) == bytes.size());
    cut.close();
    const ProgramRun named = fathomctl({QStringLiteral("inspect"), QStringLiteral("--json"), cut.fileName()});
    const ProgramRun piped =
        fathomctl({QStringLiteral("inspect"), QStringLiteral("--json"), QStringLiteral("-")}, bytes);
    QVERIFY(named.exitCode >= 0);
    QCOMPARE(piped.exitCode, named.exitCode);
    // Only the name differs, and what the file takes on the disk.
    const auto unnamed = [](const QByteArray &text, const QString &name) {
        QJsonObject object =
            QJsonDocument::fromJson(QString::fromUtf8(text).replace(name, QStringLiteral("NAME")).toUtf8()).object();
        object.remove(QStringLiteral("actual-size"));
        object.remove(QStringLiteral("filename"));
        return object;
    };
    const QJsonObject ofPipe = unnamed(QByteArray(piped.output).replace(": -: ", ": NAME: "), QStringLiteral("NAME"));
    QCOMPARE(ofPipe, unnamed(named.output, cut.fileName()));
    QVERIFY(!ofPipe.isEmpty());
}

/// Root may read everything, so it is somebody else who asks.
void FathomctlInspectTest::unreadable()
{
    QTemporaryDir directory;
    const QString program = directory.filePath(QStringLiteral("fathomctl"));
    const QString image = directory.filePath(QStringLiteral("closed"));
    QVERIFY(QFile::copy(QStringLiteral(FATHOMCTL), program));
    QVERIFY(QFile::copy(path(QStringLiteral("image.qcow2")), image));
    QVERIFY(QFile::setPermissions(
        directory.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    QVERIFY(QFile::setPermissions(image, ::geteuid() == 0 ? QFile::ReadOwner : QFile::Permissions()));
    const QStringList inspect{program, QStringLiteral("inspect"), image};
    const ProgramRun run = ::geteuid() == 0
        ? runProgram(QStringLiteral("setpriv"),
              QStringList{
                  QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups")} +
                  inspect)
        : runProgram(program, inspect.sliced(1));
    QVERIFY2(run.exitCode == 4, run.errors.constData());
    // It says whose leave is missing.
    QVERIFY2(run.errors.contains("closed") && run.errors.contains("root"), run.errors.constData());
}

void FathomctlInspectTest::interrupted()
{
    QProcess process;
    process.start(
        QStringLiteral(FATHOMCTL), {QStringLiteral("inspect"), path(QStringLiteral("image.raw")), QStringLiteral("-")});
    // What it prints of the first file tells that it is about to wait for the second, which never comes.
    QVERIFY(process.waitForReadyRead());
    QByteArray output = process.readAll();
    while (!output.contains("breaks no rule") && process.waitForReadyRead())
        output += process.readAll();
    QVERIFY(::kill(static_cast<pid_t>(process.processId()), SIGINT) == 0);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardError().startsWith("fathomctl: "));
}

void FathomctlInspectTest::declaredFormat()
{
    const ProgramRun raw = fathomctl({QStringLiteral("inspect"), QStringLiteral("--json"), QStringLiteral("-f"),
        QStringLiteral("raw"), path(QStringLiteral("image.qcow2"))});
    QVERIFY2(raw.exitCode == 0, raw.errors.constData());
    QCOMPARE(raw.json().object().value(QStringLiteral("format")).toString(), QStringLiteral("raw"));
    QVERIFY(raw.output.contains("disguised"));
    QCOMPARE(
        fathomctl({QStringLiteral("inspect"), QStringLiteral("--format=vmdk"), path(QStringLiteral("image.qcow2"))})
            .exitCode,
        6);
    QCOMPARE(fathomctl({QStringLiteral("inspect"), QStringLiteral("--format=nonsense"), path(QStringLiteral("top"))})
                 .exitCode,
        2);
}

void FathomctlInspectTest::chainTellsWhatQemuImgTells()
{
    const ProgramRun ours = fathomctl({QStringLiteral("chain"), QStringLiteral("--json"), path(QStringLiteral("top"))});
    QVERIFY2(ours.exitCode == 0, ours.errors.constData());
    const QJsonArray layers = ours.json().array();
    const QJsonArray theirs = runProgram(QStringLiteral("qemu-img"),
        {QStringLiteral("info"), QStringLiteral("--backing-chain"), QStringLiteral("--output=json"),
            path(QStringLiteral("top"))})
                                  .json()
                                  .array();
    QCOMPARE(layers.size(), 3);
    QCOMPARE(theirs.size(), 3);
    for (int i = 0; i < 3; ++i) {
        compareWithQemuImg(layers[i].toObject(), theirs[i].toObject());
        QCOMPARE(layers[i].toObject().value(QStringLiteral("state")).toString(), QStringLiteral("whole"));
        QCOMPARE(layers[i].toObject().value(QStringLiteral("relocated")), QJsonValue(false));
    }
    const ProgramRun people = fathomctl({QStringLiteral("chain"), path(QStringLiteral("top"))});
    QCOMPARE(people.exitCode, 0);
    QVERIFY(people.output.indexOf("top") < people.output.indexOf("middle"));
    QVERIFY(people.output.indexOf("middle") < people.output.indexOf("image.raw"));
}

void FathomctlInspectTest::failures_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const auto file = [this](const char *name, const QByteArray &bytes) {
        QFile made(path(QString::fromLatin1(name)));
        if (made.open(QIODevice::WriteOnly))
            made.write(bytes);
        return made.fileName();
    };
    const QString inspect = QStringLiteral("inspect");
    QTest::newRow("nothing at all") << QStringList() << 2;
    QTest::newRow("no such command") << QStringList{QStringLiteral("frobnicate")} << 2;
    QTest::newRow("no such option") << QStringList{inspect, QStringLiteral("--frobnicate")} << 2;
    QTest::newRow("no file") << QStringList{inspect} << 2;
    QTest::newRow("option of another command")
        << QStringList{QStringLiteral("images"), QStringLiteral("--format=raw")} << 2;
    QTest::newRow("chain of nothing") << QStringList{QStringLiteral("chain")} << 2;
    QTest::newRow("chain of two") << QStringList{QStringLiteral("chain"), path(QStringLiteral("top")),
                                         path(QStringLiteral("top"))}
                                  << 2;
    QTest::newRow("missing file") << QStringList{inspect, path(QStringLiteral("missing"))} << 3;
    QTest::newRow("missing disk") << QStringList{QStringLiteral("chain"), path(QStringLiteral("missing"))} << 3;
    QTest::newRow("missing directory") << QStringList{QStringLiteral("images"), path(QStringLiteral("missing"))} << 3;
    QTest::newRow("truncated qcow2")
        << QStringList{inspect, file("truncated", QByteArray("QFI\xfb\0\0\0\x03", 8) + QByteArray(70, '\0'))} << 5;
    QTest::newRow("qcow2 of version 9")
        << QStringList{inspect, file("version9", QByteArray("QFI\xfb\0\0\0\x09", 8) + QByteArray(200, '\0'))} << 7;
    QTest::newRow("directory") << QStringList{inspect, m_directory.path()} << 9;
    if (::mkfifo(QFile::encodeName(path(QStringLiteral("fifo"))).constData(), 0600) == 0)
        QTest::newRow("FIFO") << QStringList{inspect, path(QStringLiteral("fifo"))} << 9;
    const int listening = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    const QByteArray name = QFile::encodeName(path(QStringLiteral("socket")));
    if (name.size() < qsizetype(sizeof address.sun_path)) {
        std::ranges::copy(name, address.sun_path);
        if (::bind(listening, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
            QTest::newRow("socket") << QStringList{inspect, path(QStringLiteral("socket"))} << 9;
    }
    ::close(listening);
    QTest::newRow("device") << QStringList{inspect, QStringLiteral("/dev/null")} << 9;
    if (QFile::link(path(QStringLiteral("loop")), path(QStringLiteral("loop"))))
        QTest::newRow("link to itself") << QStringList{inspect, path(QStringLiteral("loop"))} << 3;
    QTest::newRow("file for a directory") << QStringList{QStringLiteral("images"), path(QStringLiteral("top"))} << 2;

    const QString orphan = path(QStringLiteral("orphan"));
    QFile::copy(path(QStringLiteral("image.raw")), path(QStringLiteral("gone")));
    makeImage({QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-b"), path(QStringLiteral("gone")),
        QStringLiteral("-F"), QStringLiteral("raw"), orphan});
    QFile::remove(path(QStringLiteral("gone")));
    QTest::newRow("broken chain") << QStringList{QStringLiteral("chain"), orphan} << 1;
    QTest::newRow("broken chain, json") << QStringList{QStringLiteral("chain"), QStringLiteral("--json"), orphan} << 1;
}

void FathomctlInspectTest::failures()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const ProgramRun run = fathomctl(arguments);
    QVERIFY2(run.exitCode == code, QByteArray(QByteArray::number(run.exitCode) + run.output + run.errors).constData());
    if (code == 1)
        QVERIFY(run.output.contains("gone"));
    else
        QVERIFY2(run.errors.startsWith("fathomctl: "), run.errors.constData());
}

void FathomctlInspectTest::oneFailureAmongMany()
{
    const ProgramRun run = fathomctl({QStringLiteral("inspect"), QStringLiteral("--json"),
        path(QStringLiteral("missing")), path(QStringLiteral("image.raw"))});
    QCOMPARE(run.exitCode, 3);
    const QJsonArray array = run.json().array();
    QCOMPARE(array.size(), 2);
    QCOMPARE(array[0].toObject().value(QStringLiteral("error")).toObject().value(QStringLiteral("kind")).toString(),
        QStringLiteral("not-found"));
    QCOMPARE(array[1].toObject().value(QStringLiteral("format")).toString(), QStringLiteral("raw"));
}

void FathomctlInspectTest::hostileNames()
{
    // Names that would steer a terminal, and one that is no UTF-8, made by a shell so that every byte arrives.
    const QString script =
        QStringLiteral("cd \"$1\" && n=$(printf 'a\\377\\033[31m') && : > \"$n\" && "
                       "\"$2\" inspect \"$n\" && \"$2\" inspect --json \"$n\"; r=$?; rm \"$n\"; exit $r");
    const ProgramRun run = runProgram(QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), script, QStringLiteral("sh"), m_directory.path(), QStringLiteral(FATHOMCTL)});
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QVERIFY(!run.output.contains('\x1b'));
    QVERIFY(!run.output.contains('\xff'));
    QVERIFY2(run.output.contains("a\\xff\\x1b[31m"), run.output.constData());
    const QJsonObject object = QJsonDocument::fromJson(run.output.sliced(run.output.indexOf("\n{") + 1)).object();
    QCOMPARE(QByteArray::fromBase64(object.value(QStringLiteral("filename-bytes")).toString().toLatin1()),
        QByteArray("a\xff\x1b[31m"));
}

QTEST_GUILESS_MAIN(FathomctlInspectTest)
#include "tst_fathomctlinspect.moc"
