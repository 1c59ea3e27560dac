// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/estatescan.h"

#include "estate/sourceboard.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Fathom;

namespace {

const QString imageUuid = QStringLiteral("4ef781ee-d2b5-4922-8fd0-f12aa81f996f");
const QString instanceUuid = QStringLiteral("2e1978ab-b4e2-4771-ad55-b612e4d262d2");

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

void qemuImg(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("qemu-img"), arguments);
    QVERIFY2(process.waitForFinished(60000), "qemu-img is needed: install qemu-utils");
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

/// A store with one image, and a tree with an instance that stands on its base.
struct Site {
    QTemporaryDir directory;
    QString images = directory.path() + QStringLiteral("/glance/images");
    QString instances = directory.path() + QStringLiteral("/nova/instances");
    QString disk = instances + u'/' + instanceUuid + QStringLiteral("/disk");

    void make()
    {
        const QString base = instances + QStringLiteral("/_base/") +
            QString::fromLatin1(QCryptographicHash::hash(imageUuid.toLatin1(), QCryptographicHash::Sha1).toHex());
        QVERIFY(QDir().mkpath(images));
        QVERIFY(QDir().mkpath(instances + QStringLiteral("/_base")));
        QVERIFY(QDir().mkpath(instances + u'/' + instanceUuid));
        qemuImg({QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("raw"), base, QStringLiteral("64M")});
        qemuImg({QStringLiteral("convert"), QStringLiteral("-O"), QStringLiteral("vmdk"), QStringLiteral("-o"),
            QStringLiteral("subformat=streamOptimized"), base, images + u'/' + imageUuid});
        qemuImg({QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-b"), base,
            QStringLiteral("-F"), QStringLiteral("raw"), disk, QStringLiteral("128M")});
        write(instances + u'/' + instanceUuid + QStringLiteral("/disk.info"),
            "{\"" + QFile::encodeName(disk) + "\": \"qcow2\"}");
        write(instances + QStringLiteral("/compute_nodes"), "{\"compute1\": 1451541780.0}");
    }

    EstateSources sources() const
    {
        return {.imageDirectories = {QFile::encodeName(images)},
            .instanceDirectories = {QFile::encodeName(instances)},
            .domainDirectories = {},
            .glanceConfigs = {},
            .novaConfigs = {}};
    }
};

} // namespace

class EstateScanTest : public QObject {
    Q_OBJECT

private slots:
    void realFilesAreJoined();
    void configurationNamesTheDirectories();
    void passwordsAreNowhere();
    void movedTreeStillHangsTogether();
    void missingDirectoryFailsAlone();
    void guessesThatAreNotThereAreNoProblem();
    void guessesThatAreLookedForAgainStayUnseen();
    void directoriesThatAConfigurationNamesAreNoGuesses();
    void whatIsAddedToTheUsualPlacesIsRead();
    void tellsWhetherAnythingIsThere();
    void whatIsNotOpenedIsNotBroken();
    void cancelledScanReturns();
    void fifoInTheStoreHangsNobody();
};

void EstateScanTest::realFilesAreJoined()
{
    Site site;
    site.make();
    QList<EstatePtr> partial;
    const EstatePtr estate = scanEstate(site.sources(), {}, {}, [&](const EstatePtr &soFar) { partial.append(soFar); });
    QVERIFY(estate->complete);
    QCOMPARE(estate->images.size(), 1);
    QCOMPARE(estate->instances.size(), 1);
    QCOMPARE(estate->images[0].info->format, ImageFormat::Vmdk);
    QCOMPARE(estate->usersOf(estate->images[0]), std::vector<QString>{estate->instances[0].key});
    QCOMPARE(estate->instances[0].host, QStringLiteral("compute1"));
    QCOMPARE(estate->instances[0].state, InstanceState::Sound);
    QCOMPARE(estate->instances[0].chainDepth(), 2);
    QCOMPARE(estate->instances[0].disks[0].imageKey, estate->images[0].key);
    QCOMPARE(estate->sources.size(), 2);
    for (const EstateSource &source : estate->sources) {
        QCOMPARE(source.health, SourceHealth::Good);
        QVERIFY(source.readAtSeconds > 0);
    }
}

void EstateScanTest::configurationNamesTheDirectories()
{
    Site site;
    site.make();
    const QString glance = site.directory.filePath(QStringLiteral("glance-api.conf"));
    const QString nova = site.directory.filePath(QStringLiteral("nova.conf"));
    write(glance, "[DEFAULT]\ndefault_store = file\nfilesystem_store_datadir = " + site.images.toUtf8() + "/\n");
    write(nova,
        "[DEFAULT]\nstate_path = " + QFileInfo(site.instances).path().toUtf8() +
            "\ninstances_path = $state_path/instances\nhost = named-host\n");
    EstateSources sources;
    sources.glanceConfigs = {QFile::encodeName(glance)};
    sources.novaConfigs = {QFile::encodeName(nova)};
    const EstatePtr estate = scanEstate(sources);
    QCOMPARE(estate->images.size(), 1);
    QCOMPARE(estate->instances.size(), 1);
    QCOMPARE(estate->sources.size(), 3);
    QCOMPARE(estate->sources[2].kind, SourceKind::Configuration);
    QCOMPARE(estate->sources[2].health, SourceHealth::Good);
}

void EstateScanTest::passwordsAreNowhere()
{
    QTemporaryDir directory;
    const QString glance = directory.filePath(QStringLiteral("glance-api.conf"));
    write(glance,
        "[DEFAULT]\ndefault_store = swift\nrabbit_password = opensesame\nswift_store_key = opensesame\n"
        "connection = mysql://glance:opensesame@host/glance\nthis line is opensesame broken\n");
    EstateSources sources;
    sources.glanceConfigs = {QFile::encodeName(glance)};
    const EstatePtr estate = scanEstate(sources);
    QCOMPARE(estate->sources.size(), 1);
    QVERIFY(!estate->sources[0].problems.empty());
    for (const Error &problem : estate->sources[0].problems)
        QVERIFY2(!sentence(problem).contains(QStringLiteral("opensesame")), qPrintable(sentence(problem)));
}

void EstateScanTest::movedTreeStillHangsTogether()
{
    Site site;
    site.make();
    const QString moved = site.directory.filePath(QStringLiteral("usb"));
    QVERIFY(QDir().rename(site.instances, moved));
    EstateSources sources = site.sources();
    sources.instanceDirectories = {QFile::encodeName(moved)};
    const EstatePtr estate = scanEstate(sources);
    QCOMPARE(estate->instances.size(), 1);
    QVERIFY2(estate->instances[0].state == InstanceState::Sound, qPrintable(estate->instances[0].problems.join(u'\n')));
    QVERIFY(estate->instances[0].disks[0].chain.layers[1].relocated);
    QVERIFY(!estate->instances[0].disks[0].imageKey.isEmpty());
}

void EstateScanTest::missingDirectoryFailsAlone()
{
    Site site;
    site.make();
    EstateSources sources = site.sources();
    sources.imageDirectories.push_back(QFile::encodeName(site.directory.filePath(QStringLiteral("nowhere"))));
    const EstatePtr estate = scanEstate(sources);
    QCOMPARE(estate->images.size(), 1);
    QCOMPARE(estate->instances.size(), 1);
    QCOMPARE(estate->sources[1].health, SourceHealth::Failed);
    QCOMPARE(estate->sources[1].problems.size(), 1);
    QCOMPARE(estate->sources[1].problems[0].kind, ErrorKind::NotFound);
}

void EstateScanTest::guessesThatAreNotThereAreNoProblem()
{
    Site site;
    site.make();
    EstateSources sources = site.sources();
    sources.onlyExisting = true;
    sources.domainDirectories = usualSources().domainDirectories;
    sources.novaConfigs = {"/nowhere/nova.conf"};
    const EstatePtr estate = scanEstate(sources);
    QCOMPARE(estate->sources.size(), 2);
    QCOMPARE(estate->instances.size(), 1);
}

/// Else a place that this machine does not have would come and go in the list of sources with every refresh.
void EstateScanTest::guessesThatAreLookedForAgainStayUnseen()
{
    EstateSources sources;
    sources.onlyExisting = true;
    sources.instanceDirectories = usualSources().instanceDirectories;
    if (isAnythingThere(sources))
        QSKIP("This machine has an instances directory at the usual place.");
    const auto board = std::make_shared<SourceBoard>(sources);
    board->read();
    followReading(*board, {}, {});
    QVERIFY(board->records().sources.empty());
    for (int again = 0; again < 200; ++again) {
        board->read();
        QVERIFY(board->records().sources.empty()); // while the thread that looks has hardly begun
        followReading(*board, {}, {});
    }
    board->close();
}

void EstateScanTest::directoriesThatAConfigurationNamesAreNoGuesses()
{
    QTemporaryDir directory;
    const QString nova = directory.filePath(QStringLiteral("nova.conf"));
    write(nova, "[DEFAULT]\ninstances_path = /nowhere/instances\n");
    EstateSources sources;
    sources.onlyExisting = true;
    sources.instanceDirectories = usualSources().instanceDirectories;
    sources.novaConfigs = {QFile::encodeName(nova)};
    const EstatePtr estate = scanEstate(sources);
    QCOMPARE(estate->sources.size(), 2);
    QCOMPARE(estate->sources[0].path, NativePath("/nowhere/instances"));
    QCOMPARE(estate->sources[0].health, SourceHealth::Failed);
}

void EstateScanTest::whatIsAddedToTheUsualPlacesIsRead()
{
    Site site;
    site.make();
    const QString nova = site.directory.filePath(QStringLiteral("nova.conf"));
    write(nova, "[DEFAULT]\ninstances_path = /nowhere/instances\n");
    EstateSources sources = usualSources();
    sources.glanceConfigs.clear();
    sources.domainDirectories.clear();
    sources.novaConfigs = {QFile::encodeName(nova)};
    sources.instanceDirectories.push_back(QFile::encodeName(site.instances));
    sources.imageDirectories = {"/nowhere/added"};
    const EstatePtr estate = scanEstate(sources);
    QCOMPARE(estate->instances.size(), 1);
    // The added image directory was named, so that it is not there is told.
    QCOMPARE(estate->sources[0].path, NativePath("/nowhere/added"));
    QCOMPARE(estate->sources[0].health, SourceHealth::Failed);
}

void EstateScanTest::tellsWhetherAnythingIsThere()
{
    const QTemporaryDir directory;
    const NativePath there = QFile::encodeName(directory.path());
    QVERIFY(!isAnythingThere({}));
    QVERIFY(!isAnythingThere({.imageDirectories = {there + "/no"}, .novaConfigs = {there + "/nova.conf"}}));
    QVERIFY(isAnythingThere({.imageDirectories = {there + "/no"}, .instanceDirectories = {there}}));
    write(directory.filePath(QStringLiteral("nova.conf")), "");
    QVERIFY(isAnythingThere({.novaConfigs = {there + "/nova.conf"}}));
}

void EstateScanTest::whatIsNotOpenedIsNotBroken()
{
    Site site;
    site.make();
    const auto standOn = [&](const QString &backing) {
        qemuImg({QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-u"), QStringLiteral("-f"),
            QStringLiteral("qcow2"), QStringLiteral("-b"), backing, QStringLiteral("-F"), QStringLiteral("raw"),
            site.disk, QStringLiteral("128M")});
        const EstatePtr estate = scanEstate(site.sources());
        return instanceStateId(estate->instances.at(0).state);
    };
    QCOMPARE(standOn(QStringLiteral("nbd://elsewhere/export")), QStringLiteral("not-opened"));
    const QString outside = site.directory.filePath(QStringLiteral("outside.raw"));
    write(outside, QByteArray(4096, 'x'));
    QCOMPARE(standOn(outside), QStringLiteral("outside"));
    QCOMPARE(standOn(site.instances + QStringLiteral("/_base/gone")), QStringLiteral("broken-chain"));
}

void EstateScanTest::cancelledScanReturns()
{
    Site site;
    site.make();
    std::stop_source stop;
    stop.request_stop();
    const EstatePtr estate = scanEstate(site.sources(), stop.get_token());
    QVERIFY(estate);
    QCOMPARE(estate->sources.size(), 2);
}

void EstateScanTest::fifoInTheStoreHangsNobody()
{
    Site site;
    site.make();
    QCOMPARE(::mkfifo(QFile::encodeName(site.images + QStringLiteral("/fifo")).constData(), 0600), 0);
    const EstatePtr estate = scanEstate(site.sources());
    QVERIFY(estate->complete);
    QVERIFY(!estate->images.empty());
}

QTEST_GUILESS_MAIN(EstateScanTest)
#include "tst_estatescan.moc"
