// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/glanceconfig.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

class TestGlanceConfig : public QObject {
    Q_OBJECT

private slots:
    void readsAnOldConfigurationWithoutItsSecrets();
    void directoriesHavePriorities();
    void bothKindsOfDirectoriesAreAProblem();
    void theNewSectionWins();
    void readsSeveralBackends();
    void tellsContradictions_data();
    void tellsContradictions();
    void explainsOtherStores_data();
    void explainsOtherStores();
    void silenceMeansThePackagedDirectory();
    void aMissingFileHasAHint();

private:
    Result<GlanceConfig> read(const QByteArray &text)
    {
        QFile file(m_directory.filePath(QStringLiteral("glance-api.conf")));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size())
            return std::unexpected(Error{.reason = file.errorString()});
        file.close();
        return readGlanceConfig(nativePath(file.fileName()));
    }

    QTemporaryDir m_directory;
};

namespace {

/// Everything that the record holds, as one text to search for secrets.
QString heldByGlanceConfig(const GlanceConfig &config)
{
    QString text = plainText(config.path);
    for (const GlanceStore &store : config.stores) {
        text += store.id + store.type + store.explanation;
        for (const GlanceStoreDirectory &directory : store.directories)
            text += plainText(directory.path);
    }
    for (const Error &problem : config.problems)
        text += sentence(problem);
    return text;
}

constexpr auto oldConfiguration = "default_store = file\n"
                                  "rabbit_host = 192.0.2.1\n"
                                  "rabbit_userid = guest\n"
                                  "rabbit_password = rabbitsecret\n"
                                  "qpid_password =\n"
                                  "filesystem_store_datadir = /var/lib/glance/images/\n"
                                  "swift_store_user = jdoe:jdoe\n"
                                  "swift_store_key = swiftsecret\n"
                                  "swift_store_container = glance\n"
                                  "s3_store_access_key = s3access\n"
                                  "s3_store_secret_key = s3secret\n"
                                  "s3_store_bucket = s3accessglance\n"
                                  "connection = mysql://glancedbadmin:dbsecret@192.0.2.1/glance\n"
                                  "auth_uri=http://192.0.2.1:5000\n"
                                  "admin_password = adminsecret\n"
                                  "flavor=keystone\n";

} // namespace

void TestGlanceConfig::readsAnOldConfigurationWithoutItsSecrets()
{
    const Result<GlanceConfig> config = read(oldConfiguration);
    QVERIFY(config);
    QCOMPARE(config->stores.size(), 1U);
    QCOMPARE(config->stores.front().type, QStringLiteral("file"));
    QVERIFY(config->stores.front().isDefault);
    QCOMPARE(config->imageDirectories(), std::vector<NativePath>{"/var/lib/glance/images"});
    QVERIFY(config->problems.empty());

    // The same file with every other store chosen: their explanations must not give the secrets away either.
    for (const char *type : {"swift", "s3", "rbd", "cinder", "vmware", "sheepdog", "http"}) {
        const QByteArray chosen = QByteArray("default_store = ") + type;
        const Result<GlanceConfig> other = read(QByteArray(oldConfiguration).replace("default_store = file", chosen));
        QVERIFY(other);
        const QString held = heldByGlanceConfig(*other);
        for (const char *secret :
            {"rabbitsecret", "swiftsecret", "s3access", "s3secret", "dbsecret", "adminsecret", "jdoe"})
            QVERIFY2(!held.contains(QLatin1StringView(secret)), qPrintable(held));
    }
}

void TestGlanceConfig::directoriesHavePriorities()
{
    const Result<GlanceConfig> config = read("[glance_store]\n"
                                             "stores = file,http\n"
                                             "filesystem_store_datadirs = /a:100\n"
                                             "filesystem_store_datadirs = /b:200\n"
                                             "filesystem_store_datadirs = /c\n"
                                             "filesystem_store_datadirs = $state_path/d:50\n"
                                             "filesystem_store_datadirs = /with:colon:7\n");
    QVERIFY(config);
    QCOMPARE(
        config->imageDirectories(), (std::vector<NativePath>{"/b", "/a", "/var/lib/glance/d", "/with:colon", "/c"}));
    QVERIFY(config->problems.empty());
    QCOMPARE(config->stores.size(), 2U);
    QCOMPARE(config->stores[1].type, QStringLiteral("http"));
    QVERIFY(!config->stores[1].explanation.isEmpty());
}

void TestGlanceConfig::bothKindsOfDirectoriesAreAProblem()
{
    const Result<GlanceConfig> config = read("[glance_store]\n"
                                             "filesystem_store_datadir = /one\n"
                                             "filesystem_store_datadirs = /many:3\n");
    QVERIFY(config);
    QCOMPARE(config->problems.size(), 1U);
    QCOMPARE(config->problems.front().kind, ErrorKind::Conflict);
    QCOMPARE(config->imageDirectories(), (std::vector<NativePath>{"/many", "/one"}));
}

void TestGlanceConfig::theNewSectionWins()
{
    const Result<GlanceConfig> config = read("filesystem_store_datadir = /old\n"
                                             "default_store = rbd\n"
                                             "[glance_store]\n"
                                             "default_store = filesystem\n"
                                             "filesystem_store_datadir = /new\n");
    QVERIFY(config);
    QCOMPARE(config->imageDirectories(), std::vector<NativePath>{"/new"});
    QCOMPARE(config->stores.size(), 1U);
}

void TestGlanceConfig::readsSeveralBackends()
{
    const Result<GlanceConfig> config = read("[DEFAULT]\n"
                                             "enabled_backends = fast:file, slow:file,archive:rbd , web:http\n"
                                             "[glance_store]\n"
                                             "default_backend = slow\n"
                                             "filesystem_store_datadir = /ignored\n"
                                             "[fast]\nfilesystem_store_datadir = /fast/\n"
                                             "[slow]\nfilesystem_store_datadirs = /slow/a:1\n"
                                             "filesystem_store_datadirs = /slow/b:2\n"
                                             "[archive]\nrbd_store_pool = cold\nrbd_store_user = glance\n"
                                             "[web]\n"
                                             "[os_glance_staging_store]\nfilesystem_store_datadir = /staging\n"
                                             "[os_glance_tasks_store]\nfilesystem_store_datadir = /tasks\n");
    QVERIFY(config);
    for (const Error &problem : config->problems)
        qWarning("%s", qPrintable(sentence(problem)));
    QVERIFY(config->problems.empty());
    QCOMPARE(config->stores.size(), 4U);
    QCOMPARE(config->stores[0].id, QStringLiteral("fast"));
    QVERIFY(!config->stores[0].isDefault);
    QVERIFY(config->stores[1].isDefault);
    QCOMPARE(config->stores[2].type, QStringLiteral("rbd"));
    QVERIFY(config->stores[2].explanation.contains(QLatin1StringView("cold")));
    QCOMPARE(config->imageDirectories(), (std::vector<NativePath>{"/slow/b", "/slow/a", "/fast"}));
}

void TestGlanceConfig::tellsContradictions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &text, const char *named) {
        QTest::newRow(name) << text << QString::fromLatin1(named);
    };
    row("no default backend", "enabled_backends = a:file\n[a]\n", "default_backend");
    row("other default backend", "enabled_backends = a:file\n[glance_store]\ndefault_backend = b\n[a]\n", "b");
    row("no section", "enabled_backends = a:file\n[glance_store]\ndefault_backend = a\n", "section");
    row("no type", "enabled_backends = a:file,odd\n[glance_store]\ndefault_backend = a\n[a]\n", "odd");
    row("twice", "enabled_backends = a:file,a:rbd\n[glance_store]\ndefault_backend = a\n[a]\n", "twice");
    row("reserved",
        "enabled_backends = a:file,os_glance_staging_store:file\n[glance_store]\ndefault_backend = a\n[a]\n",
        "os_glance_staging_store");
    row("priority", "[glance_store]\nfilesystem_store_datadirs = /a:high\n", "/a:high");
    row("two priorities", "[glance_store]\nfilesystem_store_datadirs = /a:1\nfilesystem_store_datadirs = /a:2\n", "/a");
    row("relative", "filesystem_store_datadir = images\n", "images");
    row("unknown name", "filesystem_store_datadir = $nowhere/images\n", "$nowhere");
}

void TestGlanceConfig::tellsContradictions()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, named);
    const Result<GlanceConfig> config = read(text);
    QVERIFY(config);
    QCOMPARE(config->problems.size(), 1U);
    QVERIFY2(config->problems.front().reason.contains(named), qPrintable(config->problems.front().reason));
}

void TestGlanceConfig::explainsOtherStores_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *given, const char *type, const char *place) {
        QTest::newRow(given) << QString::fromLatin1(given) << QString::fromLatin1(type) << QString::fromLatin1(place);
    };
    row("swift", "swift", "boxes");
    row("swift+https", "swift", "boxes");
    row("glance.store.rbd.Store", "rbd", "pool");
    row("rbd", "rbd", "pool");
    row("s3", "s3", "");
    row("sheepdog", "sheepdog", "");
    row("cinder", "cinder", "");
    row("vsphere", "vmware", "/openstack_glance");
    row("http", "http", "");
    row("gridfs", "gridfs", "");
}

void TestGlanceConfig::explainsOtherStores()
{
    QFETCH(const QString, given);
    QFETCH(const QString, place);
    const Result<GlanceConfig> config = read("default_store = " + given.toLatin1() +
        "\nswift_store_container = boxes\n[glance_store]\nrbd_store_pool = pool\n");
    QVERIFY(config);
    QCOMPARE(config->stores.size(), 1U);
    const GlanceStore &store = config->stores.front();
    QTEST(store.type, "type");
    QVERIFY(store.isDefault);
    QVERIFY(store.directories.empty());
    QVERIFY2(store.explanation.endsWith(u'.'), qPrintable(store.explanation));
    QVERIFY2(!store.explanation.contains(QLatin1StringView("%1")), qPrintable(store.explanation));
    QVERIFY2(store.explanation.contains(place), qPrintable(store.explanation));
    QVERIFY(config->imageDirectories().empty());
}

void TestGlanceConfig::silenceMeansThePackagedDirectory()
{
    const Result<GlanceConfig> config = read("[DEFAULT]\n");
    QVERIFY(config);
    QCOMPARE(config->imageDirectories(), std::vector<NativePath>{"/var/lib/glance/images"});
}

void TestGlanceConfig::aMissingFileHasAHint()
{
    const Result<GlanceConfig> config = readGlanceConfig("/nonexistent/glance-api.conf");
    QVERIFY(!config);
    QCOMPARE(config.error().kind, ErrorKind::NotFound);
    QVERIFY(config.error().hint.contains(QLatin1StringView("--images")));
}

QTEST_GUILESS_MAIN(TestGlanceConfig)
#include "tst_glanceconfig.moc"
