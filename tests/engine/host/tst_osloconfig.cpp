// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/osloconfig.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Fathom;

class TestOsloConfig : public QObject {
    Q_OBJECT

private slots:
    void readsSectionsKeysAndRepeatedValues();
    void continuesValuesOnIndentedLines();
    void keepsNothingThatIsNotWanted();
    void keepsNothingOfContinuedSecrets();
    void tellsBadLinesByNumberOnly_data();
    void tellsBadLinesByNumberOnly();
    void expandsNames_data();
    void expandsNames();
    void expansionEnds();
    void refusesWhatIsNoSmallFile();
};

namespace {

bool everything(const QString &, const QString &)
{
    return true;
}

/// All that a configuration holds, and how an error reads, as one text to search for secrets.
QString heldText(const Result<OsloConfig> &config)
{
    if (!config)
        return sentence(config.error()) + config.error().hint + config.error().subject;
    QString text = config->sectionNames.join(u' ');
    for (auto section = config->sections.constBegin(); section != config->sections.constEnd(); ++section)
        for (auto key = section->constBegin(); key != section->constEnd(); ++key)
            text += section.key() + key.key() + key->join(u' ');
    return text;
}

} // namespace

void TestOsloConfig::readsSectionsKeysAndRepeatedValues()
{
    const Result<OsloConfig> config = parseOsloConfig("\xef\xbb\xbf# comment\n"
                                                      "first = 1\r\n"
                                                      "; another\n"
                                                      "[default]\n"
                                                      "second: two words  \n"
                                                      "quoted = \" spaces \"\n"
                                                      "empty =\n"
                                                      "[glance_store]\n"
                                                      "dirs = /a:200\n"
                                                      "dirs = /b:100\n"
                                                      "url = http://host:80/\n"
                                                      "last=3",
        QStringLiteral("x"), everything);
    QVERIFY2(config, qPrintable(heldText(config)));
    QCOMPARE(config->sectionNames, QStringList({QStringLiteral("DEFAULT"), QStringLiteral("glance_store")}));
    const QString defaults = QStringLiteral("DEFAULT");
    const QString store = QStringLiteral("glance_store");
    QCOMPARE(config->value(defaults, QStringLiteral("first")), QStringLiteral("1"));
    QCOMPARE(config->value(defaults, QStringLiteral("second")), QStringLiteral("two words"));
    QCOMPARE(config->value(defaults, QStringLiteral("quoted")), QStringLiteral(" spaces "));
    QCOMPARE(config->values(defaults, QStringLiteral("empty")), QStringList({QString()}));
    QCOMPARE(config->values(store, QStringLiteral("dirs")),
        QStringList({QStringLiteral("/a:200"), QStringLiteral("/b:100")}));
    QCOMPARE(config->value(store, QStringLiteral("dirs")), QStringLiteral("/b:100"));
    QCOMPARE(config->value(store, QStringLiteral("url")), QStringLiteral("http://host:80/"));
    QCOMPARE(config->value(store, QStringLiteral("last")), QStringLiteral("3"));
    QCOMPARE(config->value(store, QStringLiteral("none"), QStringLiteral("otherwise")), QStringLiteral("otherwise"));
}

void TestOsloConfig::continuesValuesOnIndentedLines()
{
    const Result<OsloConfig> config =
        parseOsloConfig("stores = file,\n    http,\n\tswift\nother = 1\n", QStringLiteral("x"), everything);
    QVERIFY2(config, qPrintable(heldText(config)));
    QCOMPARE(config->value(QStringLiteral("DEFAULT"), QStringLiteral("stores")), QStringLiteral("file,\nhttp,\nswift"));
    QCOMPARE(config->value(QStringLiteral("DEFAULT"), QStringLiteral("other")), QStringLiteral("1"));
}

void TestOsloConfig::keepsNothingThatIsNotWanted()
{
    const QByteArray text = "default_store = file\nrabbit_password = hunter2\n"
                            "swift_store_key = a86850deb2742ec3cb41518e26aa2d89\n"
                            "connection = mysql://glancedbadmin:hunter2@192.0.2.1/glance\n"
                            "[keystone_authtoken]\nadmin_password = hunter2\n";
    const Result<OsloConfig> config = parseOsloConfig(text, QStringLiteral("x"),
        [](const QString &, const QString &key) { return key == QLatin1StringView("default_store"); });
    QVERIFY(config);
    QCOMPARE(config->sections.size(), 1);
    QCOMPARE(config->sections.value(QStringLiteral("DEFAULT")).keys(), QStringList(QStringLiteral("default_store")));
    QVERIFY(!heldText(config).contains(QLatin1StringView("hunter2")));
    QVERIFY(!heldText(config).contains(QLatin1StringView("a86850de")));
}

void TestOsloConfig::keepsNothingOfContinuedSecrets()
{
    const Result<OsloConfig> config = parseOsloConfig("wanted = 1\npassword = a\n  hunter2\n", QStringLiteral("x"),
        [](const QString &, const QString &key) { return key == QLatin1StringView("wanted"); });
    QVERIFY(config);
    QVERIFY(!heldText(config).contains(QLatin1StringView("hunter2")));
    QCOMPARE(config->value(QStringLiteral("DEFAULT"), QStringLiteral("wanted")), QStringLiteral("1"));
}

void TestOsloConfig::tellsBadLinesByNumberOnly_data()
{
    QTest::addColumn<QByteArray>("badLine");
    QTest::newRow("no separator") << QByteArray("hunter2");
    QTest::newRow("no key") << QByteArray("= hunter2");
    QTest::newRow("open section") << QByteArray("[hunter2");
    QTest::newRow("empty section") << QByteArray("[]");
    QTest::newRow("continues nothing") << QByteArray("\n  hunter2");
    QTest::newRow("bytes") << QByteArray("\xff\xfehunter2\x01", 10);
}

void TestOsloConfig::tellsBadLinesByNumberOnly()
{
    QFETCH(const QByteArray, badLine);
    const Result<OsloConfig> config =
        parseOsloConfig("a = 1\n# b\n" + badLine + "\n", QStringLiteral("nova.conf"), everything);
    QVERIFY(!config);
    QCOMPARE(config.error().kind, ErrorKind::Malformed);
    const int line = badLine.startsWith('\n') ? 4 : 3;
    QVERIFY2(config.error().reason.contains(QString::number(line)), qPrintable(config.error().reason));
    QVERIFY2(!heldText(config).contains(QLatin1StringView("hunter2")), qPrintable(heldText(config)));
    QCOMPARE(config.error().subject, QStringLiteral("nova.conf"));
}

void TestOsloConfig::expandsNames_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *value, const char *expected) {
        QTest::newRow(value) << QString::fromLatin1(value) << QString::fromLatin1(expected);
    };
    row("$state_path/instances", "/srv/nova/instances");
    row("${state_path}x", "/srv/novax");
    row("$built_in", "known");
    row("$indirect", "/srv/nova/deep");
    row("${libvirt.pool}/x", "vms/x");
    row("$$state_path", "$state_path");
    row("\\$state_path", "$state_path");
    row("$unknown/x", "$unknown/x");
    row("${state_path", "${state_path");
    row("${}", "${}");
    row("a$", "a$");
    row("$1", "$1");
    row("plain", "plain");
    row("", "");
}

void TestOsloConfig::expandsNames()
{
    QFETCH(const QString, value);
    const Result<OsloConfig> config =
        parseOsloConfig("state_path = /srv/nova\nindirect = $state_path/deep\n[libvirt]\npool = vms\n",
            QStringLiteral("x"), everything);
    QVERIFY(config);
    QTEST(expandOption(value, *config, {{QStringLiteral("built_in"), QStringLiteral("known")}}), "expected");
}

void TestOsloConfig::expansionEnds()
{
    // A circle, and names that multiply at every level and come to nothing in the end.
    QByteArray text = "round = $round$round\nn9 =\n";
    for (int level = 0; level < 9; ++level) {
        const QByteArray next = "$n" + QByteArray::number(level + 1);
        text += "n" + QByteArray::number(level) + " = " + next.repeated(20000) + "\n";
    }
    const Result<OsloConfig> config = parseOsloConfig(text, QStringLiteral("x"), everything);
    QVERIFY(config);
    QVERIFY(expandOption(QStringLiteral("$round"), *config, {}).size() < 10000);
    QVERIFY(expandOption(QStringLiteral("$n0"), *config, {}).size() < 10000);
}

void TestOsloConfig::refusesWhatIsNoSmallFile()
{
    QTemporaryDir directory;
    const NativePath root = nativePath(directory.path());
    Result<OsloConfig> config = readOsloConfig(root + "/none.conf", everything);
    QVERIFY(!config);
    QCOMPARE(config.error().kind, ErrorKind::NotFound);

    QCOMPARE(::mkfifo(joinPath(root, "fifo").constData(), 0600), 0);
    config = readOsloConfig(root + "/fifo", everything);
    QVERIFY(!config);
    QCOMPARE(config.error().kind, ErrorKind::NotAFile);

    const int file = ::open(joinPath(root, "huge").constData(), O_CREAT | O_WRONLY, 0600);
    QVERIFY(file >= 0);
    QCOMPARE(::ftruncate(file, qint64(1) << 40), 0);
    ::close(file);
    config = readOsloConfig(root + "/huge", everything);
    QVERIFY(!config);
    QCOMPARE(config.error().kind, ErrorKind::Malformed);

    QCOMPARE(::symlink("huge", joinPath(root, "link").constData()), 0);
    config = readOsloConfig(root + "/link", everything);
    QVERIFY(!config);
    QCOMPARE(config.error().kind, ErrorKind::Malformed);
}

QTEST_GUILESS_MAIN(TestOsloConfig)
#include "tst_osloconfig.moc"
