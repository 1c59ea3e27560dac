// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoestate.h"
#include "app/programrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

/// fathomctl on the demo estate, as a person and as a script use it.
class FathomctlTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void helpNamesEverything();
    void images();
    void imagesOfADirectory();
    void instances();
    void oneInstance();
    void tree();
    void chainToTheGlanceImage_data();
    void chainToTheGlanceImage();
    void baseTellsWhoStandsOnIt();
    void brokenChain();
    void configurationFiles();
    void jsonIsTheSameTwice();
    void nothingOnStandardErrorThatIsNoTerminal();

private:
    ProgramRun fathomctl(const QStringList &arguments) const
    {
        return runProgram(QStringLiteral(FATHOMCTL), arguments, m_cache.path());
    }
    QString below(const QString &path) const { return m_cache.filePath(QStringLiteral("fathom/demo/") + path); }
    QString instancesOf(const char *host) const
    {
        return below(QString::fromLatin1(host) + QStringLiteral("/var/lib/nova/instances"));
    }

    QTemporaryDir m_cache;
    const QString m_demo = QStringLiteral("--demo");
    const QString m_json = QStringLiteral("--json");
};

namespace {

QJsonObject find(const QJsonArray &array, const char *key, const QString &value)
{
    for (const QJsonValue &each : array)
        if (each.toObject().value(QLatin1StringView(key)).toString() == value)
            return each.toObject();
    return {};
}

const QString dockerUuid = QStringLiteral("2e1978ab-b4e2-4771-ad55-b612e4d262d2");
const QString vmdkUuid = QStringLiteral("4ef781ee-d2b5-4922-8fd0-f12aa81f996f");

} // namespace

void FathomctlTest::initTestCase()
{
    const ProgramRun run = fathomctl({QStringLiteral("images"), m_demo}); // makes it
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QVERIFY(QFile::exists(below(QStringLiteral("demo-version"))));
}

void FathomctlTest::helpNamesEverything()
{
    const ProgramRun general = fathomctl({QStringLiteral("--help")});
    QCOMPARE(general.exitCode, 0);
    for (const char *word : {"images", "instances", "tree", "chain", "inspect", "--images", "--instances", "--domains",
             "--glance-conf", "--nova-conf", "--demo", "--json", "--exact", "--help", "--version", "130"})
        QVERIFY2(general.output.contains(word), word);
    for (const char *command : {"images", "instances", "tree", "chain", "inspect"}) {
        const ProgramRun help = fathomctl({QString::fromLatin1(command), QStringLiteral("--help")});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.output.contains("--images"));
        QVERIFY(help.output.contains(QByteArray(QByteArray("fathomctl ") + command)));
        QCOMPARE(help.output.contains("--format"), qstrcmp(command, "chain") == 0 || qstrcmp(command, "inspect") == 0);
    }
    QVERIFY(fathomctl({QStringLiteral("--version")}).output.startsWith("fathomctl "));
}

void FathomctlTest::images()
{
    const ProgramRun people = fathomctl({QStringLiteral("images"), m_demo});
    QCOMPARE(people.output.trimmed().count('\n'), 17); // and a line of titles
    QVERIFY(people.output.contains("120\u00a0GiB"));
    const ProgramRun script = fathomctl({QStringLiteral("images"), m_demo, m_json});
    QCOMPARE(script.exitCode, 0);
    const QJsonArray array = script.json().array();
    QCOMPARE(array.size(), 17);
    const QJsonObject vmdk = find(array, "uuid", vmdkUuid);
    QCOMPARE(vmdk.value(QStringLiteral("format")).toString(), QStringLiteral("vmdk"));
    QCOMPARE(vmdk.value(QStringLiteral("virtual-size")).toInteger(), qint64(128849018880));
    QCOMPARE(vmdk.value(QStringLiteral("file-length")).toInteger(), qint64(4284418560));
    QCOMPARE(vmdk.value(QStringLiteral("mode")).toString(), QStringLiteral("-rw-r-----"));
    QCOMPARE(vmdk.value(QStringLiteral("modified")).toString(), QStringLiteral("2015-12-07T14:49:00Z"));
    QCOMPARE(vmdk.value(QStringLiteral("used-by")).toArray().size(), 1);
    QVERIFY(vmdk.value(QStringLiteral("used-by")).toArray().first().toString().endsWith(dockerUuid));
}

void FathomctlTest::imagesOfADirectory()
{
    const ProgramRun byPath =
        fathomctl({QStringLiteral("images"), below(QStringLiteral("controller/var/lib/glance/images"))});
    QVERIFY2(byPath.exitCode == 0, byPath.errors.constData());
    QVERIFY(byPath.output.contains(vmdkUuid.toLatin1()));
    const ProgramRun byOption = fathomctl({QStringLiteral("images"), QStringLiteral("--images"),
        below(QStringLiteral("controller/var/lib/glance/images"))});
    QCOMPARE(byOption.output, byPath.output);
}

void FathomctlTest::instances()
{
    const ProgramRun people = fathomctl({QStringLiteral("instances"), m_demo});
    QVERIFY2(people.exitCode == 0, people.errors.constData());
    QVERIFY(people.output.contains("研发中心"));
    const QJsonArray array = fathomctl({QStringLiteral("instances"), m_demo, m_json}).json().array();
    QCOMPARE(array.size(), 8);
    const QJsonObject docker = find(array, "uuid", dockerUuid);
    QCOMPARE(docker.value(QStringLiteral("host")).toString(), QStringLiteral("compute1"));
    QCOMPARE(docker.value(QStringLiteral("nova-version")).toString(), QStringLiteral("2014.1.3"));
    QCOMPARE(docker.value(QStringLiteral("state")).toString(), QStringLiteral("sound"));
    const QJsonArray chain =
        docker.value(QStringLiteral("disks")).toArray().first().toObject().value(QStringLiteral("chain")).toArray();
    QCOMPARE(chain.size(), 2);
    QCOMPARE(chain[1].toObject().value(QStringLiteral("glance-image")).toString(), vmdkUuid);
    const QJsonObject shop = find(array, "name", QStringLiteral("shop-web-01"));
    QCOMPARE(shop.value(QStringLiteral("project")).toObject().value(QStringLiteral("name")).toString(),
        QStringLiteral("web-shop"));
    QCOMPARE(
        shop.value(QStringLiteral("flavor")).toObject().value(QStringLiteral("ephemeral-gib")).toInteger(), qint64(20));
}

void FathomctlTest::oneInstance()
{
    const QString directory = instancesOf("compute1") + QLatin1Char('/') + dockerUuid;
    const QJsonArray array = fathomctl({QStringLiteral("instances"), directory, m_json}).json().array();
    QCOMPARE(array.size(), 1);
    QCOMPARE(array.first().toObject().value(QStringLiteral("uuid")).toString(), dockerUuid);
    const QJsonArray tree = fathomctl({QStringLiteral("tree"), directory, m_json}).json().array();
    QCOMPARE(tree.size(), 1);
    QCOMPARE(tree.first().toObject().value(QStringLiteral("path")).toString(), directory);
}

void FathomctlTest::tree()
{
    const ProgramRun people = fathomctl({QStringLiteral("tree"), instancesOf("compute1")});
    QVERIFY2(people.exitCode == 0, people.errors.constData());
    QVERIFY(people.output.contains("├── _base/"));
    QVERIFY(people.output.contains("disk.swap"));
    const QJsonArray array = fathomctl({QStringLiteral("tree"), instancesOf("compute1"), m_json}).json().array();
    QCOMPARE(array.size(), 1);
    const QJsonArray entries = array.first().toObject().value(QStringLiteral("children")).toArray();
    const QJsonObject docker = find(entries, "name", dockerUuid);
    QCOMPARE(docker.value(QStringLiteral("meaning")).toString(), QStringLiteral("instance"));
    QCOMPARE(docker.value(QStringLiteral("id")).toString(),
        QString(QStringLiteral("path:") + instancesOf("compute1") + QLatin1Char('/') + dockerUuid));
    const QJsonObject disk = find(docker.value(QStringLiteral("children")).toArray(), "name", QStringLiteral("disk"));
    QCOMPARE(disk.value(QStringLiteral("meaning")).toString(), QStringLiteral("root-disk"));
    QCOMPARE(disk.value(QStringLiteral("image")).toObject().value(QStringLiteral("format")).toString(),
        QStringLiteral("qcow2"));
}

void FathomctlTest::chainToTheGlanceImage_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("disk");
    QTest::addColumn<QString>("image");
    const QString docker = dockerUuid + QStringLiteral("/disk");
    QTest::newRow("demo") << QStringList{m_demo} << docker << vmdkUuid;
    QTest::newRow("image store") << QStringList{QStringLiteral("--images"), QStringLiteral("STORE")} << docker
                                 << vmdkUuid;
    QTest::newRow("nothing tells") << QStringList() << docker << QString();
    // Nova's metadata beside the disk knows which image it was.
    QTest::newRow("domain XML") << QStringList() << QStringLiteral("0b095133-8c76-4a8c-acfd-a66948920089/disk")
                                << QStringLiteral("32f643e8-a9f8-4d37-91ca-16d553a7aa6e");
}

void FathomctlTest::chainToTheGlanceImage()
{
    QFETCH(QStringList, options);
    QFETCH(QString, disk);
    QFETCH(QString, image);
    options.replaceInStrings(QStringLiteral("STORE"), below(QStringLiteral("controller/var/lib/glance/images")));
    const ProgramRun run = fathomctl(
        QStringList{QStringLiteral("chain"), m_json, instancesOf("compute1") + QLatin1Char('/') + disk} + options);
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    const QJsonArray layers = run.json().array();
    QCOMPARE(layers.size(), 2);
    QVERIFY(!layers[0].toObject().contains(QStringLiteral("glance-image")));
    QCOMPARE(layers[1].toObject().value(QStringLiteral("glance-image")).toString(), image);
}

void FathomctlTest::baseTellsWhoStandsOnIt()
{
    const QString base = instancesOf("compute1") + QStringLiteral("/_base/6ddc6b9b411ee235dd5df14264418b011826b5bb");
    const ProgramRun run = fathomctl({QStringLiteral("chain"), m_json, base});
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    const QJsonArray layers = run.json().array();
    QCOMPARE(layers.size(), 1);
    QCOMPARE(layers[0].toObject().value(QStringLiteral("used-by")).toArray(),
        QJsonArray{QString(instancesOf("compute1") + QLatin1Char('/') + dockerUuid)});
    QVERIFY(fathomctl({QStringLiteral("chain"), base}).output.contains(dockerUuid.toUtf8()));
    const ProgramRun rounded = fathomctl({QStringLiteral("chain"), base});
    const ProgramRun exact = fathomctl({QStringLiteral("chain"), QStringLiteral("--exact"), base});
    QVERIFY2(!rounded.output.contains(" bytes virtual"), rounded.output.constData());
    QVERIFY2(exact.output.contains(" bytes virtual"), exact.output.constData());
}

void FathomctlTest::brokenChain()
{
    const QString disk = instancesOf("compute2") + QStringLiteral("/72a8b045-6e92-4ccb-9a32-bdd7d86bbf3d/disk");
    const ProgramRun run = fathomctl({QStringLiteral("chain"), m_json, m_demo, disk});
    QCOMPARE(run.exitCode, 1);
    const QJsonArray layers = run.json().array();
    QCOMPARE(layers.size(), 2);
    const QJsonObject missing = layers[1].toObject();
    QCOMPARE(missing.value(QStringLiteral("state")).toString(), QStringLiteral("missing"));
    QCOMPARE(missing.value(QStringLiteral("error")).toObject().value(QStringLiteral("kind")).toString(),
        QStringLiteral("not-found"));
    QVERIFY(missing.value(QStringLiteral("filename")).toString().contains(QStringLiteral("/_base/")));
    QCOMPARE(missing.value(QStringLiteral("backing-text")), missing.value(QStringLiteral("filename")));
    // Its name alone tells what it was.
    QCOMPARE(missing.value(QStringLiteral("glance-image")).toString(),
        QStringLiteral("c6978549-872d-4cfa-b8ae-8f577d99e8db"));
}

void FathomctlTest::configurationFiles()
{
    QTemporaryDir etc;
    const auto write = [&etc](const QString &name, const QString &text) {
        QFile file(etc.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    };
    write(QStringLiteral("glance-api.conf"),
        QStringLiteral("[DEFAULT]\ndefault_store = file\nfilesystem_store_datadir = %1/\nrabbit_password = mq-secret\n")
            .arg(below(QStringLiteral("controller/var/lib/glance/images"))));
    write(QStringLiteral("nova.conf"), QStringLiteral("[DEFAULT]\ninstances_path = %1\n").arg(instancesOf("compute2")));
    const ProgramRun images = fathomctl({QStringLiteral("images"), m_json, QStringLiteral("--glance-conf"),
        etc.filePath(QStringLiteral("glance-api.conf"))});
    QVERIFY2(images.exitCode == 0, images.errors.constData());
    QCOMPARE(images.json().array().size(), 17);
    QVERIFY(!images.output.contains("mq-secret") && !images.errors.contains("mq-secret"));
    const ProgramRun instances = fathomctl({QStringLiteral("instances"), m_json, QStringLiteral("--nova-conf"),
        etc.filePath(QStringLiteral("nova.conf"))});
    QVERIFY2(instances.exitCode == 0, instances.errors.constData());
    QCOMPARE(instances.json().array().size(), 4);
    QCOMPARE(
        fathomctl({QStringLiteral("images"), QStringLiteral("--glance-conf"), etc.filePath(QStringLiteral("none"))})
            .exitCode,
        3);
}

void FathomctlTest::jsonIsTheSameTwice()
{
    for (const char *command : {"images", "instances", "tree"}) {
        const ProgramRun first = fathomctl({QString::fromLatin1(command), m_demo, m_json});
        const ProgramRun second = fathomctl({QString::fromLatin1(command), m_demo, m_json});
        QVERIFY(first.output.size() > 1000);
        QCOMPARE(first.output, second.output);
    }
}

void FathomctlTest::nothingOnStandardErrorThatIsNoTerminal()
{
    QCOMPARE(fathomctl({QStringLiteral("tree"), m_demo}).errors, QByteArray());
}

QTEST_GUILESS_MAIN(FathomctlTest)
#include "tst_fathomctl.moc"
