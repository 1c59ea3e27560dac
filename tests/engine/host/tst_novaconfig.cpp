// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/novaconfig.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

class TestNovaConfig : public QObject {
    Q_OBJECT

private slots:
    void silenceMeansNovasDefaults();
    void readsToday();
    void readsOldNames();
    void newNamesWin();
    void statePathMovesTheInstances();
    void explainsDisksThatAreElsewhere_data();
    void explainsDisksThatAreElsewhere();
    void tellsWhatMakesNoSense_data();
    void tellsWhatMakesNoSense();
    void aMissingFileHasAHint();

private:
    Result<NovaConfig> read(const QByteArray &text)
    {
        QFile file(m_directory.filePath(QStringLiteral("nova.conf")));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size())
            return std::unexpected(Error{.reason = file.errorString()});
        file.close();
        return readNovaConfig(nativePath(file.fileName()));
    }

    QTemporaryDir m_directory;
};

void TestNovaConfig::silenceMeansNovasDefaults()
{
    const Result<NovaConfig> config = read("[DEFAULT]\nrabbit_password = secret\n");
    QVERIFY(config);
    QCOMPARE(config->instancesPath, NativePath("/var/lib/nova/instances"));
    QCOMPARE(config->host, QString());
    QCOMPARE(config->imagesType, QStringLiteral("default"));
    QVERIFY(config->imagesTypeExplanation.isEmpty());
    QVERIFY(config->forceRawImages);
    QVERIFY(config->useCowImages);
    QCOMPARE(config->cacheName, QByteArray("_base"));
    QCOMPARE(config->cacheIntervalSeconds, 2400);
    QVERIFY(config->removeUnusedBases);
    QCOMPARE(config->unusedOriginalAgeSeconds, 86400);
    QCOMPARE(config->unusedResizedAgeSeconds, 3600);
    QVERIFY(config->problems.empty());
}

void TestNovaConfig::readsToday()
{
    const Result<NovaConfig> config = read("[DEFAULT]\n"
                                           "instances_path = /srv/nova//instances/\n"
                                           "host = compute-7\n"
                                           "force_raw_images = False\n"
                                           "use_cow_images = no\n"
                                           "[libvirt]\nimages_type = qcow2\n"
                                           "[image_cache]\n"
                                           "subdirectory_name = _cache\n"
                                           "manager_interval = -1\n"
                                           "remove_unused_base_images = false\n"
                                           "remove_unused_original_minimum_age_seconds = 10\n"
                                           "remove_unused_resized_minimum_age_seconds = 20\n");
    QVERIFY(config);
    QCOMPARE(config->instancesPath, NativePath("/srv/nova/instances"));
    QCOMPARE(config->host, QStringLiteral("compute-7"));
    QCOMPARE(config->imagesType, QStringLiteral("qcow2"));
    QVERIFY(!config->forceRawImages);
    QVERIFY(!config->useCowImages);
    QCOMPARE(config->cacheName, QByteArray("_cache"));
    QCOMPARE(config->cacheIntervalSeconds, -1);
    QVERIFY(!config->removeUnusedBases);
    QCOMPARE(config->unusedOriginalAgeSeconds, 10);
    QCOMPARE(config->unusedResizedAgeSeconds, 20);
    QVERIFY(config->problems.empty());
}

void TestNovaConfig::readsOldNames()
{
    const Result<NovaConfig> config = read("base_dir_name = _old\n"
                                           "image_cache_manager_interval = 0\n"
                                           "remove_unused_base_images = off\n"
                                           "remove_unused_original_minimum_age_seconds = 11\n"
                                           "libvirt_images_type = raw\n"
                                           "[libvirt]\nremove_unused_resized_minimum_age_seconds = 21\n");
    QVERIFY(config);
    QCOMPARE(config->cacheName, QByteArray("_old"));
    QCOMPARE(config->cacheIntervalSeconds, 60);
    QVERIFY(!config->removeUnusedBases);
    QCOMPARE(config->unusedOriginalAgeSeconds, 11);
    QCOMPARE(config->unusedResizedAgeSeconds, 21);
    QCOMPARE(config->imagesType, QStringLiteral("raw"));
}

void TestNovaConfig::newNamesWin()
{
    const Result<NovaConfig> config = read("base_dir_name = _old\nimage_cache_subdirectory_name = _older\n"
                                           "[image_cache]\nsubdirectory_name = _new\n");
    QVERIFY(config);
    QCOMPARE(config->cacheName, QByteArray("_new"));
}

void TestNovaConfig::statePathMovesTheInstances()
{
    const Result<NovaConfig> moved = read("state_path = /data/nova\n");
    QVERIFY(moved);
    QCOMPARE(moved->instancesPath, NativePath("/data/nova/instances"));
    const Result<NovaConfig> named = read("state_path = /data/nova\ninstances_path = ${state_path}/vms\n");
    QVERIFY(named);
    QCOMPARE(named->instancesPath, NativePath("/data/nova/vms"));
    const Result<NovaConfig> usual = read("instances_path = $state_path/instances\n");
    QVERIFY(usual);
    QCOMPARE(usual->instancesPath, NativePath("/var/lib/nova/instances"));
}

void TestNovaConfig::explainsDisksThatAreElsewhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("lvm") << QByteArray("[libvirt]\nimages_type = lvm\nimages_volume_group = vg0\n")
                         << QStringLiteral("/dev/vg0/");
    QTest::newRow("rbd") << QByteArray("[libvirt]\nimages_type = RBD\nimages_rbd_pool = vms\n")
                         << QStringLiteral("vms/");
    QTest::newRow("old lvm") << QByteArray("libvirt_images_type = lvm\nlibvirt_images_volume_group = vg1\n")
                             << QStringLiteral("/dev/vg1/");
}

void TestNovaConfig::explainsDisksThatAreElsewhere()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, place);
    const Result<NovaConfig> config = read(text);
    QVERIFY(config);
    QVERIFY2(config->imagesTypeExplanation.contains(place), qPrintable(config->imagesTypeExplanation));
    QVERIFY(config->problems.empty());
}

void TestNovaConfig::tellsWhatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("option");
    const auto row = [](const QByteArray &text, const char *option) {
        QTest::newRow(QByteArray(text).replace('\n', ' ').constData()) << text << QString::fromLatin1(option);
    };
    row("instances_path = relative/path\n", "instances_path");
    row("instances_path = $my_ip/instances\n", "instances_path");
    row("force_raw_images = perhaps\n", "force_raw_images");
    row("[libvirt]\nimages_type = floppy\n", "images_type");
    row("[libvirt]\nimages_type = lvm\n", "images_volume_group");
    row("[image_cache]\nmanager_interval = soon\n", "manager_interval");
    row("[image_cache]\nmanager_interval = -2\n", "manager_interval");
    row("[image_cache]\nremove_unused_original_minimum_age_seconds = 99999999999999999999\n",
        "remove_unused_original_minimum_age_seconds");
    row("[image_cache]\nsubdirectory_name = ../../etc\n", "subdirectory_name");
    row("[image_cache]\nsubdirectory_name = ..\n", "subdirectory_name");
}

void TestNovaConfig::tellsWhatMakesNoSense()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, option);
    const Result<NovaConfig> config = read(text);
    QVERIFY(config);
    QCOMPARE(config->problems.size(), 1U);
    QVERIFY2(sentence(config->problems.front()).contains(option), qPrintable(sentence(config->problems.front())));
    QCOMPARE(config->cacheName, QByteArray("_base"));
    QCOMPARE(config->cacheIntervalSeconds, 2400);
}

void TestNovaConfig::aMissingFileHasAHint()
{
    const Result<NovaConfig> config = readNovaConfig("/nonexistent/nova.conf");
    QVERIFY(!config);
    QCOMPARE(config.error().kind, ErrorKind::NotFound);
    QVERIFY(config.error().hint.contains(QLatin1StringView("--instances")));
}

QTEST_GUILESS_MAIN(TestNovaConfig)
#include "tst_novaconfig.moc"
