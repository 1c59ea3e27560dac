// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile/evilmount.h"

#include "models/estatesession.h"
#include "widgets/mainwindow.h"
#include "widgets/sampleestate.h"
#include "widgets/teststart.h"

#include <QTemporaryDir>

using namespace Fathom;
using namespace Qt::StringLiterals;

/// A mounted file system that fails, lies and hangs: it stalls its own rows alone, and the window stays alive.
class TestEvilMount : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void liesAndErrorsFailAlone();
    void aMillionEntries();
    void hungFilesStallTheirOwnRows_data();
    void hungFilesStallTheirOwnRows();

private:
    EstateSources besides(const char *directory) const;
    const EstateSource *sourceAt(const EstateSession &session, const QString &path) const;

    std::unique_ptr<SampleEstate> m_sample;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<EvilMount> m_mount;
};

void TestEvilMount::initTestCase()
{
    startWidgetTest();
    m_sample = std::make_unique<SampleEstate>();
    QVERIFY2(m_sample->good(), "qemu-img is needed (package qemu-utils)");
}

void TestEvilMount::init()
{
    if (const QString reason = EvilMount::whyNot(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    m_directory = std::make_unique<QTemporaryDir>();
    m_mount = std::make_unique<EvilMount>(m_directory->path());
    if (!m_mount->mounted())
        QSKIP("nothing may be mounted here");
}

void TestEvilMount::cleanup()
{
    m_mount.reset();
    m_directory.reset();
}

/// The sound sample, and one more image directory.
EstateSources TestEvilMount::besides(const char *directory) const
{
    EstateSources sources = m_sample->sources();
    sources.imageDirectories.push_back(nativePath(m_mount->path(directory)));
    return sources;
}

const EstateSource *TestEvilMount::sourceAt(const EstateSession &session, const QString &path) const
{
    for (const EstateSource &source : session.estate()->sources)
        if (source.path == nativePath(path))
            return &source;
    return nullptr;
}

void TestEvilMount::liesAndErrorsFailAlone()
{
    const EstatePtr estate = scanEstate(besides("plain"));
    int good = 0;
    int failed = 0;
    for (const EstateImage &image : estate->images) {
        if (!image.path.startsWith(nativePath(m_mount->path("plain"))))
            continue;
        (image.info ? good : failed) += 1;
        if (image.info)
            QVERIFY(image.info->virtualSizeBytes >= 0);
        for (const char *error : {"/error-open", "/error-read", "/stale-read"})
            if (image.path.endsWith(error))
                QVERIFY2(image.error && image.error->kind == ErrorKind::InputOutput, error);
        for (const char *sound : {"/good", "/longest", "/lies-long", "/short-reads"})
            if (image.path.endsWith(sound))
                QVERIFY2(image.info, sound);
    }
    QVERIFY(good >= 4);
    QVERIFY(failed >= 3);
    QVERIFY(!estate->instances.empty());
}

void TestEvilMount::aMillionEntries()
{
    const EstatePtr estate = scanEstate(besides("error-list"));
    QVERIFY(!estate->instances.empty());
    // Read for as long as nobody has enough of it; what was there before stays.
    std::stop_source stop;
    bool told = false;
    const EstatePtr crowded = scanEstate(besides("crowd"), stop.get_token(), {}, [&](EstatePtr soFar) {
        told = true;
        if (!soFar->instances.empty())
            stop.request_stop();
    });
    QVERIFY(told || crowded->complete);
    QVERIFY(!crowded->instances.empty());
}

void TestEvilMount::hungFilesStallTheirOwnRows_data()
{
    QTest::addColumn<QByteArray>("directory");
    QTest::newRow("a file that hangs") << "hang"_ba;
    QTest::newRow("a directory that hangs") << "hang-list"_ba;
}

void TestEvilMount::hungFilesStallTheirOwnRows()
{
    QFETCH(const QByteArray, directory);
    const QString hung = m_mount->path(directory.constData());
    auto session = std::make_unique<EstateSession>();
    const QTemporaryDir state;
    auto jobs = std::make_unique<JobSession>(state.filePath(u"jobs.sqlite"_s).toUtf8());
    auto window = std::make_unique<MainWindow>(*session, *jobs);
    window->show();
    session->open(besides(directory.constData()), u"Evil"_s);
    // Everything else is there, while the hung directory is still being read.
    QTRY_VERIFY(session->estate()->instances.size() >= 2 && !session->estate()->images.empty());
    QTRY_VERIFY(sourceAt(*session, hung));
    QCOMPARE(sourceAt(*session, hung)->health, SourceHealth::Reading);
    for (const EstateSource &source : session->estate()->sources)
        if (source.path != nativePath(hung))
            QTRY_VERIFY(sourceAt(*session, plainText(source.path))->health != SourceHealth::Reading);
    QVERIFY(session->scanning());
    // The window answers: it changes pages, and it can be told to stop and to begin again.
    window->showPage(u"instances"_s);
    QCOMPARE(window->currentPage().id(), u"instances"_s);
    session->cancel();
    QTRY_VERIFY(!session->scanning());
    QVERIFY(!session->estate()->instances.empty());
    session->refresh();
    QTRY_VERIFY(session->scanning());
    // Closing waits for nobody.
    QVERIFY(window->close());
    window.reset();
    session.reset();
    m_mount->release();
}

QTEST_MAIN(TestEvilMount)
#include "tst_evilmount.moc"
