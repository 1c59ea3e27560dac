// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoestate.h"
#include "app/demo/demotables.h"
#include "app/programrun.h"
#include "estate/estatescan.h"
#include "image/imageprobe.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Fathom;

/// The demo estate: qemu-img must believe it, Fathom must find in it what the document that it is made after tells.
class DemoEstateTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyImageIsAsListed();
    void qemuImgOpensEveryFile();
    void qemuImgFindsNothingWrong();
    void vmdkIsTheDocuments();
    void chainOfTheDocument();
    void instancesOnTwoHosts();
    void orphanAndMissingBase();
    void takesLittleRoom();
    void isMadeOnce();
    void leavesStrangersAlone();
    void canBeCancelled();

private:
    QList<NativePath> imageFiles() const;
    const EstateInstance *instance(const char *uuid) const;

    QTemporaryDir m_directory;
    NativePath m_root;
    EstateSources m_sources;
    EstatePtr m_estate;
};

namespace {

QString text(const NativePath &path)
{
    return QFile::decodeName(path);
}

ProgramRun qemuImg(const QStringList &arguments)
{
    return runProgram(QStringLiteral("qemu-img"), arguments);
}

void collectFiles(const DirectoryNode &node, QList<NativePath> &files)
{
    if (node.info)
        files.append(node.path);
    for (const DirectoryNode &child : node.children)
        collectFiles(child, files);
}

} // namespace

void DemoEstateTest::initTestCase()
{
    QVERIFY2(qemuImg({QStringLiteral("--version")}).exitCode == 0, "qemu-img is missing: install qemu-utils");
    m_root = nativePath(m_directory.filePath(QStringLiteral("demo")));
    const Result<EstateSources> made = makeDemoEstateIn(m_root);
    QVERIFY2(made, made ? "" : qPrintable(sentence(made.error())));
    m_sources = *made;
    m_estate = scanEstate(m_sources);
    QVERIFY(m_estate->complete);
    for (const EstateSource &source : m_estate->sources)
        for (const Error &problem : source.problems)
            QFAIL(qPrintable(sentence(problem)));
}

QList<NativePath> DemoEstateTest::imageFiles() const
{
    QList<NativePath> files;
    for (const DirectoryNode &root : m_estate->directories)
        collectFiles(root, files);
    return files;
}

const EstateInstance *DemoEstateTest::instance(const char *uuid) const
{
    const auto found = std::ranges::find(m_estate->instances, QString::fromLatin1(uuid), &EstateInstance::uuid);
    return found == m_estate->instances.end() ? nullptr : &*found;
}

void DemoEstateTest::everyImageIsAsListed()
{
    QCOMPARE(m_estate->images.size(), std::size_t(17));
    qint64 sum = 0;
    for (const DemoImage &listed : demoImages()) {
        const EstateImage *image = m_estate->imageByUuid(QString::fromLatin1(listed.uuid));
        QVERIFY2(image, listed.uuid);
        QVERIFY2(image->info, listed.uuid);
        QCOMPARE(image->facts->lengthBytes, listed.lengthBytes);
        QCOMPARE(image->facts->mode & 07777, 0640);
        QCOMPARE(QDateTime::fromSecsSinceEpoch(image->facts->modifiedSeconds, QTimeZone::UTC)
                     .toString(QStringLiteral("yyyy-MM-ddTHH:mm")),
            QString::fromLatin1(listed.modified));
        sum += listed.lengthBytes;
    }
    // The listing's own total is in KiB with 4 KiB of directory; what the files add up to is its proof.
    QCOMPARE(sum,
        qint64(968560640) + 4557045760 + 5244256256 + 1623392256 + 19464192 + 1705639936 + 4284418560 + 8041725952 +
            2135359488 + 8779983360 + 295900672 + 990371840 + 482873856 + 13167616 + 790448128 + 4470931456 +
            3529972224);
    const auto format = [this](const char *uuid) {
        return m_estate->imageByUuid(QString::fromLatin1(uuid))->info->format;
    };
    QCOMPARE(format("84691638-6247-402d-80d5-3429c1aa1554"), ImageFormat::Qcow2);
    QCOMPARE(format("01fa9624-d339-486c-a18e-a3cd801ff663"), ImageFormat::Iso);
    QCOMPARE(format("38470ce5-34bb-4ee3-a58d-2c136c8dc88b"), ImageFormat::Kernel);
    QCOMPARE(format("b7c95d83-5c4a-419c-9669-2af1329f4eac"), ImageFormat::Ramdisk);
    QCOMPARE(format("c6978549-872d-4cfa-b8ae-8f577d99e8db"), ImageFormat::Filesystem);
    QCOMPARE(format("f8d4714b-2b02-40b9-9123-0eccf859b7f5"), ImageFormat::Vhd);
    QCOMPARE(format("8c50877e-ef0a-4620-9516-33d7096a6bc1"), ImageFormat::Vhd);
    QCOMPARE(format("262d7988-9672-4fd1-a88b-42df293d078f"), ImageFormat::Vdi);
    QCOMPARE(m_estate->imageByUuid(QStringLiteral("84691638-6247-402d-80d5-3429c1aa1554"))->info->virtualSizeBytes,
        qint64(26843545600));
}

void DemoEstateTest::qemuImgOpensEveryFile()
{
    const QList<NativePath> files = imageFiles();
    QVERIFY(files.size() > 35);
    for (const NativePath &path : files) {
        const ProgramRun probed = qemuImg({QStringLiteral("info"), QStringLiteral("--output=json"), text(path)});
        QVERIFY2(probed.exitCode == 0, QByteArray(path + ": " + probed.errors).constData());
        const QString format = probed.json().object().value(QStringLiteral("format")).toString();
        QCOMPARE(qemuImg({QStringLiteral("info"), QStringLiteral("-f"), format, text(path)}).exitCode, 0);
    }
    // Fixed VHDs bear their mark at the end, where qemu-img does not look unless told.
    const NativePath fixed = joinPath(m_sources.imageDirectories.front(), "f8d4714b-2b02-40b9-9123-0eccf859b7f5");
    const ProgramRun told = qemuImg({QStringLiteral("info"), QStringLiteral("--output=json"), QStringLiteral("-f"),
        QStringLiteral("vpc"), text(fixed)});
    QCOMPARE(told.exitCode, 0);
    QCOMPARE(told.json().object().value(QStringLiteral("virtual-size")).toInteger(), qint64(4470931456 - 512));
}

void DemoEstateTest::qemuImgFindsNothingWrong()
{
    int checked = 0;
    for (const NativePath &path : imageFiles()) {
        Result<ImageInfo> info = inspectImage(path);
        QVERIFY(info);
        const QString format = QString::fromLatin1(formatTraits(info->format).qemuName);
        if (format != QLatin1StringView("qcow2") && format != QLatin1StringView("vdi") &&
            format != QLatin1StringView("vmdk"))
            continue;
        if (path.contains("72a8b045")) // its base is missing, and that is the point of it
            continue;
        const ProgramRun check = qemuImg({QStringLiteral("check"), QStringLiteral("-f"), format, text(path)});
        QVERIFY2(check.exitCode == 0, QByteArray(path + ": " + check.output + check.errors).constData());
        ++checked;
    }
    QVERIFY(checked > 12);
}

void DemoEstateTest::vmdkIsTheDocuments()
{
    const NativePath path = joinPath(m_sources.imageDirectories.front(), "4ef781ee-d2b5-4922-8fd0-f12aa81f996f");
    const QJsonObject told =
        qemuImg({QStringLiteral("info"), QStringLiteral("--output=json"), text(path)}).json().object();
    QCOMPARE(told.value(QStringLiteral("format")).toString(), QStringLiteral("vmdk"));
    QCOMPARE(told.value(QStringLiteral("virtual-size")).toInteger(), qint64(128849018880));
    const QJsonObject data =
        told.value(QStringLiteral("format-specific")).toObject().value(QStringLiteral("data")).toObject();
    QCOMPARE(data.value(QStringLiteral("cid")).toInteger(), qint64(155036437));
    QCOMPARE(data.value(QStringLiteral("parent-cid")).toInteger(), qint64(4294967295));
    QCOMPARE(data.value(QStringLiteral("create-type")).toString(), QStringLiteral("streamOptimized"));
    QCOMPARE(data.value(QStringLiteral("extents"))
                 .toArray()
                 .first()
                 .toObject()
                 .value(QStringLiteral("cluster-size"))
                 .toInteger(),
        qint64(65536));
    // Its grains can be inflated: the guest's bytes arrive.
    const QString raw = m_directory.filePath(QStringLiteral("guest"));
    QCOMPARE(qemuImg({QStringLiteral("dd"), QStringLiteral("-f"), QStringLiteral("vmdk"), QStringLiteral("-O"),
                         QStringLiteral("raw"), QStringLiteral("bs=65536"), QStringLiteral("count=1"),
                         QStringLiteral("if=") + text(path), QStringLiteral("of=") + raw})
                 .exitCode,
        0);
    QFile guest(raw);
    QVERIFY(guest.open(QIODevice::ReadOnly));
    QVERIFY(guest.readAll().count('\0') < 40000);
}

void DemoEstateTest::chainOfTheDocument()
{
    const EstateInstance *docker = instance("2e1978ab-b4e2-4771-ad55-b612e4d262d2");
    QVERIFY(docker);
    QCOMPARE(docker->host, QStringLiteral("compute1"));
    QCOMPARE(docker->state, InstanceState::Sound);
    QCOMPARE(docker->disks.size(), std::size_t(2));
    const EstateDisk &disk = docker->disks.front();
    QVERIFY(disk.chain.whole());
    QCOMPARE(disk.chain.depth(), 2);
    QCOMPARE(disk.chain.layers[0].facts->lengthBytes, qint64(1116864512));
    QCOMPARE(disk.chain.layers[0].info->virtualSizeBytes, qint64(128849018880));
    QCOMPARE(fileName(disk.chain.layers[1].path), QByteArray("6ddc6b9b411ee235dd5df14264418b011826b5bb"));
    QCOMPARE(QCryptographicHash::hash("4ef781ee-d2b5-4922-8fd0-f12aa81f996f", QCryptographicHash::Sha1).toHex(),
        fileName(disk.chain.layers[1].path));
    QCOMPARE(disk.chain.layers[1].info->format, ImageFormat::Raw);
    QCOMPARE(disk.chain.layers[1].info->virtualSizeBytes, qint64(128849018880));
    const EstateImage *image = m_estate->image(disk.imageKey);
    QVERIFY(image);
    QCOMPARE(image->uuid, QStringLiteral("4ef781ee-d2b5-4922-8fd0-f12aa81f996f"));
    QCOMPARE(docker->disks[1].chain.layers[0].facts->lengthBytes, qint64(197120));
    QVERIFY(docker->domain);
    QCOMPARE(docker->domain->novaVersion, QStringLiteral("2014.1.3"));
    QVERIFY(docker->domain->graphics.join(QLatin1Char(' ')).contains(QStringLiteral("0.0.0.0")));
    QCOMPARE(docker->consoleLogBytes, std::optional<qint64>(0));
}

void DemoEstateTest::instancesOnTwoHosts()
{
    QSet<QString> uuids;
    QSet<QString> hosts;
    QSet<QString> projects;
    int resizing = 0;
    for (const EstateInstance &each : m_estate->instances) {
        uuids.insert(each.uuid);
        hosts.insert(each.host);
        if (!each.projectText().isEmpty())
            projects.insert(each.projectText());
        resizing += each.state == InstanceState::Resizing ? 1 : 0;
    }
    QCOMPARE(uuids.size(), 7);
    QCOMPARE(hosts, (QSet<QString>{QStringLiteral("compute1"), QStringLiteral("compute2")}));
    QCOMPARE(projects.size(), 3);
    QCOMPARE(resizing, 1);
    const EstateInstance *windows = instance("667911ae-2ebb-44e2-b453-9d3a4ff634fb");
    QVERIFY(windows && windows->domain); // out of libvirt's own directory
    QVERIFY(windows->domain->flavor);
    QCOMPARE(windows->domain->flavor->name, QStringLiteral("m1.win"));
}

void DemoEstateTest::orphanAndMissingBase()
{
    const EstateInstance *broken = instance("72a8b045-6e92-4ccb-9a32-bdd7d86bbf3d");
    QVERIFY(broken);
    QCOMPARE(broken->state, InstanceState::BrokenChain);
    QCOMPARE(broken->disks.front().chain.layers.back().state, LinkState::Missing);
    const qsizetype orphans = std::ranges::count_if(m_estate->bases,
        [](const EstateBase &base) { return base.meaning == EntryMeaning::BaseImage && base.usedBy.empty(); });
    QCOMPARE(orphans, 1);
}

void DemoEstateTest::takesLittleRoom()
{
    qint64 allocated = 0;
    for (const DirectoryNode &root : m_estate->directories)
        allocated += root.allocatedBytesBelow();
    QVERIFY2(allocated < qint64(16) * 1024 * 1024, qPrintable(QString::number(allocated)));
    for (const EstateImage &image : m_estate->images)
        QVERIFY(image.facts->allocatedBytes > 0);
}

void DemoEstateTest::isMadeOnce()
{
    const NativePath stamp = joinPath(m_root, "demo-version");
    const Result<FileFacts> before = fileFacts(stamp);
    QVERIFY(before);
    QVERIFY(makeDemoEstateIn(m_root));
    QCOMPARE(fileFacts(stamp)->inode, before->inode);
    // Of another version: made anew.
    QFile file(text(stamp));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("fathom demo estate 0\n");
    file.close();
    QVERIFY(makeDemoEstateIn(m_root));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().endsWith(m_root));
}

void DemoEstateTest::leavesStrangersAlone()
{
    const QString directory = m_directory.filePath(QStringLiteral("strange"));
    QVERIFY(QDir().mkpath(directory));
    QFile file(directory + QStringLiteral("/precious"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const Result<EstateSources> made = makeDemoEstateIn(nativePath(directory));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Conflict);
    QVERIFY(file.exists());
}

void DemoEstateTest::canBeCancelled()
{
    std::stop_source source;
    const NativePath root = nativePath(m_directory.filePath(QStringLiteral("cancelled")));
    const Result<EstateSources> made =
        makeDemoEstateIn(root, source.get_token(), [&source](const ProgressStep &) { source.request_stop(); });
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Cancelled);
    QVERIFY(!QFile::exists(text(root)));
    QVERIFY(!QFile::exists(text(root + ".new")));
}

QTEST_GUILESS_MAIN(DemoEstateTest)
#include "tst_demoestate.moc"
