// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/quarantinemove.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Fathom;
using namespace Qt::StringLiterals;

/// At every moment a thing is whole, in one place or the other.
class QuarantineMoveTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aManifestComesBackAsItWas();
    void aManifestThatLeadsElsewhereIsRefused_data();
    void aManifestThatLeadsElsewhereIsRefused();
    void movedAndBroughtBack();
    void aDirectoryIsMovedAndBroughtBack();
    void nothingIsReplaced();
    void whatIsAnotherFileByNowStays();
    void whatCannotBeMoved();
    void aWayOverALinkIsNotTaken();
    void removedForGood();
    void anUnfinishedRemovalIsFinished();
    void huskIsNothing();
    void noHuskIsLeftWhenItFails();
    void whatCannotBeUnderstoodIsTold();
    void theLatestComesFirst();

private:
    NativePath path(const QString &name) const { return m_directory->filePath(name).toUtf8(); }
    NativePath root() const { return m_directory->path().toUtf8(); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir(m_directory->path()).mkpath(QFileInfo(name).path());
        QFile file(m_directory->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QByteArray read(const NativePath &path) const
    {
        QFile file(QFile::decodeName(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
    }
    Result<QuarantinedThing> move(const QString &name) const
    {
        return moveToQuarantine(root(), path(name), fileFacts(path(name)).value_or(FileFacts{}),
            {.original = {}, .allocatedBytes = 7, .asked = {u"everybody"_s}, .silent = {u"nobody"_s}});
    }
    QStringList entries() const
    {
        return QDir(m_directory->filePath(u".fathom-quarantine"_s))
            .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void QuarantineMoveTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    write(u"_base/old"_s, "base");
}

void QuarantineMoveTest::aManifestComesBackAsItWas()
{
    const QuarantineManifest manifest{.original = "_base/grün",
        .movedAt = 1'764'279'356'930,
        .movedBy = u"root"_s,
        .isDirectory = true,
        .allocatedBytes = qint64(5) << 40,
        .notes = {u"a"_s},
        .asked = {u"b"_s, u"c"_s},
        .silent = {}};
    const Result<QuarantineManifest> again = parseManifest(manifestText(manifest), u"m"_s);
    QVERIFY(again);
    QCOMPARE(*again, manifest);
}

void QuarantineMoveTest::aManifestThatLeadsElsewhereIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &original) {
        QByteArray text = manifestText({.original = "_base/x", .movedAt = 1});
        QTest::newRow(name) << text.replace("_base/x", original);
    };
    row("absolute", "/etc/cron.d/x");
    row("upwards", "../x");
    row("hidden upwards", "a/../../x");
    row("not clean", "a//x");
    row("empty", "");
    row("itself", ".");
    QTest::newRow("cut") << manifestText({.original = "x", .movedAt = 1}).chopped(10);
    QTest::newRow("of another version") << manifestText({.original = "x", .movedAt = 1})
                                               .replace("\"fathom-quarantine\": 1", "\"fathom-quarantine\": 2");
    QTest::newRow("without a time") << QByteArray(R"({"fathom-quarantine": 1, "original": "x"})");
    QTest::newRow("nothing") << QByteArray();
}

void QuarantineMoveTest::aManifestThatLeadsElsewhereIsRefused()
{
    QFETCH(const QByteArray, text);
    const Result<QuarantineManifest> manifest = parseManifest(text, u"m"_s);
    QVERIFY(!manifest);
    QCOMPARE(manifest.error().kind, ErrorKind::Malformed);
}

void QuarantineMoveTest::movedAndBroughtBack()
{
    const FileFacts before = *fileFacts(path(u"_base/old"_s));
    const Result<QuarantinedThing> thing = move(u"_base/old"_s);
    QVERIFY2(thing, qPrintable(thing ? QString() : sentence(thing.error())));
    QVERIFY(!fileFacts(path(u"_base/old"_s)));
    QCOMPARE(read(thing->held), "base");
    QCOMPARE(*fileFacts(thing->held), before);
    struct stat status{};
    QCOMPARE(::stat(quarantineOf(root()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777u, 0700u); // a disk may be a secret

    const Result<QuarantineListing> listing = listQuarantine(root());
    QVERIFY(listing);
    QCOMPARE(listing->things.size(), 1u);
    QVERIFY(listing->problems.empty());
    QCOMPARE(listing->things.front().original, path(u"_base/old"_s));
    QCOMPARE(listing->things.front().manifest.asked, QStringList{u"everybody"_s});
    for (const NativePath &name : {thing->entry, thing->held}) {
        const Result<QuarantinedThing> found = findQuarantined(name);
        QVERIFY(found);
        QCOMPARE(found->held, thing->held);
    }

    QVERIFY(moveBack(*thing));
    QCOMPARE(*fileFacts(path(u"_base/old"_s)), before);
    QVERIFY(entries().empty());
    QVERIFY(listQuarantine(root())->things.empty());
}

void QuarantineMoveTest::aDirectoryIsMovedAndBroughtBack()
{
    write(u"inst_del/swtpm/state"_s, "s");
    const Result<QuarantinedThing> thing = move(u"inst_del"_s);
    QVERIFY(thing);
    QCOMPARE(read(thing->held + "/swtpm/state"), "s");
    QVERIFY(moveBack(*thing));
    QCOMPARE(read(path(u"inst_del/swtpm/state"_s)), "s");
}

void QuarantineMoveTest::nothingIsReplaced()
{
    const Result<QuarantinedThing> thing = move(u"_base/old"_s);
    QVERIFY(thing);
    write(u"_base/old"_s, "another");
    const Result<void> back = moveBack(*thing);
    QVERIFY(!back);
    QCOMPARE(back.error().kind, ErrorKind::Conflict);
    QCOMPARE(read(path(u"_base/old"_s)), "another");
    QCOMPARE(read(thing->held), "base");

    QVERIFY(QDir(m_directory->path()).rename(u"_base"_s, u"_away"_s));
    QCOMPARE(moveBack(*thing).error().kind, ErrorKind::NotFound);
    QCOMPARE(read(thing->held), "base");
}

void QuarantineMoveTest::whatIsAnotherFileByNowStays()
{
    const FileFacts before = *fileFacts(path(u"_base/old"_s));
    write(u"_base/new"_s, "another");
    QVERIFY(QFile::remove(m_directory->filePath(u"_base/old"_s)));
    QVERIFY(QFile::rename(m_directory->filePath(u"_base/new"_s), m_directory->filePath(u"_base/old"_s)));
    const auto thing = moveToQuarantine(root(), path(u"_base/old"_s), before, {});
    QVERIFY(!thing);
    QCOMPARE(thing.error().kind, ErrorKind::Conflict);
    QCOMPARE(read(path(u"_base/old"_s)), "another");
    QVERIFY(entries().empty());
}

void QuarantineMoveTest::whatCannotBeMoved()
{
    const FileFacts facts = *fileFacts(path(u"_base/old"_s));
    QCOMPARE(moveToQuarantine(root(), root(), facts, {}).error().kind, ErrorKind::Usage);
    QCOMPARE(moveToQuarantine(root(), "/etc/passwd", facts, {}).error().kind, ErrorKind::Usage);
    QCOMPARE(moveToQuarantine(root(), path(u"nothing"_s), facts, {}).error().kind, ErrorKind::NotFound);
    const Result<QuarantinedThing> thing = move(u"_base/old"_s);
    QVERIFY(thing);
    QCOMPARE(moveToQuarantine(root(), thing->held, facts, {}).error().kind, ErrorKind::Usage);
    QCOMPARE(moveToQuarantine(root(), quarantineOf(root()), facts, {}).error().kind, ErrorKind::Usage);
    QCOMPARE(findQuarantined(path(u"_base"_s)).error().kind, ErrorKind::Usage);
}

/// The directory may belong to a user who is trusted less.
void QuarantineMoveTest::aWayOverALinkIsNotTaken()
{
    QTemporaryDir elsewhere;
    const Result<QuarantinedThing> thing = move(u"_base/old"_s);
    QVERIFY(thing);
    QVERIFY(QDir(m_directory->path()).rmdir(u"_base"_s));
    QVERIFY(QFile::link(elsewhere.path(), m_directory->filePath(u"_base"_s)));
    QVERIFY(!moveBack(*thing));
    QVERIFY(QDir(elsewhere.path()).isEmpty());
    QCOMPARE(read(thing->held), "base");

    write(u"second/file"_s, "x");
    QVERIFY(QFile::rename(m_directory->filePath(u".fathom-quarantine"_s), elsewhere.filePath(u".fathom-quarantine"_s)));
    QVERIFY(QFile::link(elsewhere.filePath(u".fathom-quarantine"_s), m_directory->filePath(u".fathom-quarantine"_s)));
    QVERIFY(!move(u"second/file"_s));
    QCOMPARE(read(path(u"second/file"_s)), "x");
}

void QuarantineMoveTest::removedForGood()
{
    write(u"inst_del/swtpm/state"_s, "s");
    QTemporaryDir elsewhere;
    QVERIFY(QFile(elsewhere.filePath(u"kept"_s)).open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(elsewhere.path(), m_directory->filePath(u"inst_del/link"_s)));
    const Result<QuarantinedThing> thing = move(u"inst_del"_s);
    QVERIFY(thing);
    QVERIFY(removeForGood(*thing));
    QVERIFY(entries().empty());
    QVERIFY(QFile::exists(elsewhere.filePath(u"kept"_s)));
    QCOMPARE(findQuarantined(thing->entry).error().kind, ErrorKind::NotFound);
}

void QuarantineMoveTest::anUnfinishedRemovalIsFinished()
{
    write(u"inst_del/swtpm/state"_s, "s");
    const Result<QuarantinedThing> thing = move(u"inst_del"_s);
    QVERIFY(thing);
    // As a program leaves it that is killed in the middle.
    QVERIFY(QFile::rename(QFile::decodeName(thing->held), QFile::decodeName(thing->entry + "/.fathom-removing")));
    QVERIFY(listQuarantine(root())->things.empty());
    QVERIFY(listQuarantine(root())->problems.empty());
    QVERIFY(move(u"_base/old"_s));
    QCOMPARE(entries().size(), 1);
    QVERIFY(!fileFacts(thing->entry));
}

void QuarantineMoveTest::huskIsNothing()
{
    QVERIFY(move(u"_base/old"_s));
    const NativePath husk = quarantineOf(root()) + "/20200101T000000Z-000000";
    QCOMPARE(::mkdir(husk.constData(), 0700), 0);
    QCOMPARE(listQuarantine(root())->things.size(), 1u);
    QVERIFY(listQuarantine(root())->problems.empty());
    write(u"_base/second"_s, "x");
    QVERIFY(move(u"_base/second"_s));
    QVERIFY(!fileFacts(husk));
    QCOMPARE(entries().size(), 2);
}

void QuarantineMoveTest::noHuskIsLeftWhenItFails()
{
    if (::geteuid() == 0)
        QSKIP("root may move everything");
    QCOMPARE(::chmod(path(u"_base"_s).constData(), 0500), 0);
    QVERIFY(!move(u"_base/old"_s));
    QCOMPARE(::chmod(path(u"_base"_s).constData(), 0700), 0);
    QVERIFY(entries().empty());
}

void QuarantineMoveTest::whatCannotBeUnderstoodIsTold()
{
    const Result<QuarantinedThing> thing = move(u"_base/old"_s);
    QVERIFY(thing);
    write(u".fathom-quarantine/"_s + QString::fromUtf8(fileName(thing->entry)) + u"/.fathom-manifest.json"_s, "{");
    const Result<QuarantineListing> listing = listQuarantine(root());
    QVERIFY(listing);
    QVERIFY(listing->things.empty());
    QCOMPARE(listing->problems.size(), 1u);
    // Nor is it touched by anybody.
    write(u"_base/second"_s, "x");
    QVERIFY(move(u"_base/second"_s));
    QCOMPARE(read(thing->held), "base");
}

void QuarantineMoveTest::theLatestComesFirst()
{
    const QByteArray times[] = {"20250101T000000Z-aaaaaa", "20260101T000000Z-000000"};
    for (const QByteArray &time : times) {
        const QString entry = u".fathom-quarantine/"_s + QString::fromLatin1(time);
        write(entry + u"/x"_s, "x");
        write(entry + u"/.fathom-manifest.json"_s, manifestText({.original = "x", .movedAt = 1}));
    }
    const Result<QuarantineListing> listing = listQuarantine(root());
    QCOMPARE(listing->things.size(), 2u);
    QCOMPARE(fileName(listing->things.front().entry), times[1]);
}

QTEST_GUILESS_MAIN(QuarantineMoveTest)
#include "tst_quarantinemove.moc"
