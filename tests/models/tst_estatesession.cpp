// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/estatesession.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Fathom;

/// The session scans in the background and speaks on its own thread only.
class EstateSessionTest : public QObject {
    Q_OBJECT

private slots:
    void opensAndRefreshes();
    void aNewEstateForgetsTheOld();
    void cancelEndsScanning();
    void cancelledRefreshKeepsWhatIsKnown();
    void canBeDestroyedWhileScanning();

private:
    static EstateSources storeIn(const QTemporaryDir &directory)
    {
        EstateSources sources;
        sources.imageDirectories = {QFile::encodeName(directory.path())};
        return sources;
    }
    static void addImage(const QTemporaryDir &directory, const QString &name)
    {
        QFile file(directory.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(1024 * 1024));
    }
    static bool scanned(EstateSession &session)
    {
        return QTest::qWaitFor([&] { return !session.scanning(); }, 30000);
    }
};

void EstateSessionTest::opensAndRefreshes()
{
    QTemporaryDir directory;
    addImage(directory, QStringLiteral("one"));
    EstateSession session;
    QVERIFY(session.estate()->images.empty());
    QSignalSpy titles(&session, &EstateSession::titleChanged);
    bool onOwnThread = true;
    connect(&session, &EstateSession::estateChanged, &session,
        [&] { onOwnThread = onOwnThread && QThread::currentThread() == session.thread(); });
    session.open(storeIn(directory), QStringLiteral("store"));
    QVERIFY(session.scanning());
    QVERIFY(scanned(session));
    QCOMPARE(titles.size(), 1);
    QCOMPARE(session.estate()->images.size(), 1);
    QVERIFY(session.estate()->complete);

    addImage(directory, QStringLiteral("two"));
    const EstatePtr before = session.estate();
    session.refresh();
    QCOMPARE(session.estate(), before);
    QVERIFY(scanned(session));
    QCOMPARE(session.estate()->images.size(), 2);
    QVERIFY(onOwnThread);
}

void EstateSessionTest::aNewEstateForgetsTheOld()
{
    QTemporaryDir first;
    addImage(first, QStringLiteral("one"));
    QTemporaryDir second;
    EstateSession session;
    session.open(storeIn(first), QStringLiteral("first"));
    session.open(storeIn(second), QStringLiteral("second"));
    QVERIFY(scanned(session));
    QCOMPARE(session.title(), QStringLiteral("second"));
    QVERIFY(session.estate()->images.empty());
    QCOMPARE(session.estate()->sources.size(), 1);
    QCOMPARE(session.estate()->sources[0].path, QFile::encodeName(second.path()));
}

void EstateSessionTest::cancelEndsScanning()
{
    QTemporaryDir directory;
    addImage(directory, QStringLiteral("one"));
    EstateSession session;
    session.open(storeIn(directory), QStringLiteral("store"));
    session.cancel();
    QVERIFY(scanned(session));
    // The rows of an unfinished scan are honest about it.
    QVERIFY(session.estate()->complete || session.estate()->sources[0].health == SourceHealth::Reading ||
        session.estate()->sources[0].health == SourceHealth::Partial);
}

void EstateSessionTest::cancelledRefreshKeepsWhatIsKnown()
{
    QTemporaryDir directory;
    for (int i = 0; i < 20; ++i)
        addImage(directory, QString::number(i));
    EstateSession session;
    session.open(storeIn(directory), QStringLiteral("store"));
    QVERIFY(scanned(session));
    QCOMPARE(session.estate()->images.size(), 20);
    session.refresh();
    session.cancel();
    QVERIFY(scanned(session));
    QCOMPARE(session.estate()->images.size(), 20);
    QVERIFY(session.estate()->complete);
}

void EstateSessionTest::canBeDestroyedWhileScanning()
{
    QTemporaryDir directory;
    for (int i = 0; i < 50; ++i)
        addImage(directory, QString::number(i));
    auto session = std::make_unique<EstateSession>();
    QSignalSpy changed(session.get(), &EstateSession::estateChanged);
    session->open(storeIn(directory), QStringLiteral("store"));
    session.reset();
    const qsizetype told = changed.size();
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), told);
}

QTEST_GUILESS_MAIN(EstateSessionTest)
#include "tst_estatesession.moc"
