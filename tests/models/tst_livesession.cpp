// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/estatesession.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

/// Directories that change are read again by themselves, and only they.
class LiveSessionTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void changedDirectoryIsReadAgain();
    void newInstanceComesByItself();
    void otherSourcesAreLeftAlone();
    void nothingVanishesMeanwhile();
    void configurationIsFollowed();
    void notWhenSwitchedOff();
    void switchedOnItCatchesUp();

private:
    static void addImage(const QString &path)
    {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
        QVERIFY(file.resize(1024 * 1024));
    }
    static NativePath native(const QString &path) { return QFile::encodeName(path); }
    QString images() const { return m_place->filePath(QStringLiteral("images")); }
    QString instances() const { return m_place->filePath(QStringLiteral("instances")); }

    void open(EstateSession &session, bool live)
    {
        session.setLive(live);
        EstateSources sources;
        sources.imageDirectories = {native(images())};
        sources.instanceDirectories = {native(instances())};
        session.open(sources, QStringLiteral("live"));
        QTRY_VERIFY(!session.scanning());
        QCOMPARE(session.estate()->images.size(), 1);
    }

    std::unique_ptr<QTemporaryDir> m_place;
};

void LiveSessionTest::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_place->path()).mkdir(QStringLiteral("images")));
    QVERIFY(QDir(m_place->path()).mkdir(QStringLiteral("instances")));
    addImage(images() + QStringLiteral("/one"));
}

void LiveSessionTest::changedDirectoryIsReadAgain()
{
    EstateSession session;
    open(session, true);
    for (const EstateSource &source : session.estate()->sources)
        QCOMPARE(source.freshness, SourceFreshness::Watched);
    addImage(images() + QStringLiteral("/two"));
    QTRY_COMPARE(session.estate()->images.size(), 2);
    QVERIFY(QFile::remove(images() + QStringLiteral("/one")));
    QTRY_COMPARE(session.estate()->images.size(), 1);
    QTRY_VERIFY(!session.scanning());
    QCOMPARE(session.estate()->images[0].path, native(images() + QStringLiteral("/two")));
}

void LiveSessionTest::newInstanceComesByItself()
{
    EstateSession session;
    open(session, true);
    const QString directory = instances() + QStringLiteral("/2e1978ab-b4e2-4771-ad55-b612e4d262d2");
    QVERIFY(QDir().mkdir(directory));
    QTRY_COMPARE(session.estate()->instances.size(), 1);
    addImage(directory + QStringLiteral("/disk"));
    QTRY_COMPARE(session.estate()->instances[0].disks.size(), 1);
}

void LiveSessionTest::otherSourcesAreLeftAlone()
{
    EstateSession session;
    open(session, true);
    const ImageInfoPtr before = session.estate()->images[0].info;
    QVERIFY(before);
    QVERIFY(QDir().mkdir(instances() + QStringLiteral("/2e1978ab-b4e2-4771-ad55-b612e4d262d2")));
    QTRY_COMPARE(session.estate()->instances.size(), 1);
    // The very record of the image, which was not looked at again.
    QCOMPARE(session.estate()->images[0].info, before);
}

void LiveSessionTest::nothingVanishesMeanwhile()
{
    EstateSession session;
    open(session, true);
    bool vanished = false;
    connect(&session, &EstateSession::estateChanged, this,
        [&vanished](const EstatePtr &estate) { vanished = vanished || estate->images.empty(); });
    QSignalSpy changes(&session, &EstateSession::estateChanged);
    addImage(images() + QStringLiteral("/two"));
    QTRY_COMPARE(session.estate()->images.size(), 2);
    session.refresh();
    QTRY_VERIFY(!session.scanning());
    QCOMPARE_GT(changes.size(), 1);
    QVERIFY(!vanished);
}

void LiveSessionTest::configurationIsFollowed()
{
    const auto configure = [this](const QString &store) {
        QFile file(m_place->filePath(QStringLiteral("glance-api.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[DEFAULT]\ndefault_store = file\nfilesystem_store_datadir = " + native(store) + '\n');
    };
    configure(images());
    EstateSession session;
    session.setLive(true);
    EstateSources sources;
    sources.glanceConfigs = {native(m_place->filePath(QStringLiteral("glance-api.conf")))};
    session.open(sources, QStringLiteral("configured"));
    QTRY_COMPARE(session.estate()->images.size(), 1);
    QTRY_VERIFY(!session.scanning());

    const QString other = m_place->filePath(QStringLiteral("other"));
    QVERIFY(QDir().mkdir(other));
    addImage(other + QStringLiteral("/two"));
    addImage(other + QStringLiteral("/three"));
    configure(other);
    QTRY_COMPARE(session.estate()->images.size(), 2);
    QCOMPARE(session.estate()->sources[0].path, native(other));
    QCOMPARE(session.estate()->sources.size(), 2);
}

void LiveSessionTest::notWhenSwitchedOff()
{
    EstateSession session;
    open(session, true);
    session.setLive(false);
    QTRY_COMPARE(session.estate()->sources[0].freshness, SourceFreshness::OnRequest);
    QTRY_VERIFY(!session.scanning());
    EstateSession other;
    open(other, true);
    addImage(images() + QStringLiteral("/two"));
    // The one that is live has seen it; the other had the same time.
    QTRY_COMPARE(other.estate()->images.size(), 2);
    QCOMPARE(session.estate()->images.size(), 1);
}

void LiveSessionTest::switchedOnItCatchesUp()
{
    EstateSession session;
    open(session, false);
    addImage(images() + QStringLiteral("/two"));
    session.setLive(true);
    QTRY_COMPARE(session.estate()->images.size(), 2);
}

QTEST_GUILESS_MAIN(LiveSessionTest)
#include "tst_livesession.moc"
