// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/stagedfile.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Fathom;

class StagedFileTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void takesItsNameWhenComplete();
    void isRemovedWithoutCommit();
    void anExistingTargetIsRefused_data();
    void anExistingTargetIsRefused();
    void aTargetThatComesInBetweenStays();
    void aReplacedTemporaryFileIsLeftAlone();
    void theLongestNameFits();
    void aMissingDirectoryIsTold();
    void takesAnothersPlace_data();
    void takesAnothersPlace();
    void anotherOriginalIsNotReplaced();

private:
    NativePath target() const { return m_directory->filePath(QStringLiteral("disk.qcow2")).toUtf8(); }
    QStringList names() const
    {
        return QDir(m_directory->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    static void write(const NativePath &path, const QByteArray &bytes)
    {
        QFile file(QFile::decodeName(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QByteArray bytesOf(const NativePath &path)
    {
        QFile file(QFile::decodeName(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void StagedFileTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

void StagedFileTest::takesItsNameWhenComplete()
{
    {
        auto file = StagedFile::create(target());
        QVERIFY(file);
        static const QRegularExpression pattern(QStringLiteral("^\\.disk\\.qcow2\\.fathom-[0-9a-f]{12}\\.part$"));
        QCOMPARE(names().size(), 1);
        QVERIFY2(pattern.match(names().first()).hasMatch(), qPrintable(names().first()));
        write(file->path(), "bytes");
        QVERIFY(file->commit());
    }
    QCOMPARE(names(), QStringList{QStringLiteral("disk.qcow2")});
    QCOMPARE(bytesOf(target()), QByteArray("bytes"));
}

void StagedFileTest::isRemovedWithoutCommit()
{
    {
        auto file = StagedFile::create(target());
        QVERIFY(file);
        write(file->path(), "bytes");
        const StagedFile moved = std::move(*file);
        QCOMPARE(names().size(), 1);
    }
    QCOMPARE(names(), QStringList());
}

void StagedFileTest::anExistingTargetIsRefused_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"file", "directory", "dangling link"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void StagedFileTest::anExistingTargetIsRefused()
{
    QFETCH(QString, kind);
    const QString path = QFile::decodeName(target());
    if (kind == QStringLiteral("file"))
        write(target(), "old");
    else if (kind == QStringLiteral("directory"))
        QVERIFY(QDir().mkdir(path));
    else
        QVERIFY(QFile::link(QStringLiteral("/nowhere"), path));
    const auto file = StagedFile::create(target());
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::Conflict);
    QCOMPARE(names(), QStringList{QStringLiteral("disk.qcow2")});
}

void StagedFileTest::aTargetThatComesInBetweenStays()
{
    {
        auto file = StagedFile::create(target());
        QVERIFY(file);
        write(file->path(), "new");
        write(target(), "somebody else's");
        const auto committed = file->commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, ErrorKind::Conflict);
    }
    QCOMPARE(names(), QStringList{QStringLiteral("disk.qcow2")});
    QCOMPARE(bytesOf(target()), QByteArray("somebody else's"));
}

void StagedFileTest::aReplacedTemporaryFileIsLeftAlone()
{
    NativePath path;
    {
        auto file = StagedFile::create(target());
        QVERIFY(file);
        path = file->path();
        QVERIFY(QFile::remove(QFile::decodeName(path)));
        write(path + ".other", "not ours");
        QVERIFY(QFile::rename(QFile::decodeName(path + ".other"), QFile::decodeName(path)));
        const auto committed = file->commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, ErrorKind::Conflict);
    }
    QCOMPARE(bytesOf(path), QByteArray("not ours"));
    QVERIFY(!QFile::exists(QFile::decodeName(target())));
}

void StagedFileTest::theLongestNameFits()
{
    const NativePath longest = joinPath(m_directory->path().toUtf8(), QByteArray(255, 'n'));
    auto file = StagedFile::create(longest);
    QVERIFY(file);
    QVERIFY(file->commit());
    QVERIFY(QFile::exists(QFile::decodeName(longest)));
}

void StagedFileTest::aMissingDirectoryIsTold()
{
    const auto file = StagedFile::create(m_directory->filePath(QStringLiteral("none/disk")).toUtf8());
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::NotFound);
    QVERIFY(file.error().subject.endsWith(QStringLiteral("/none")));
}

void StagedFileTest::takesAnothersPlace_data()
{
    QTest::addColumn<NativePath>("kept");
    QTest::newRow("the old one is kept") << NativePath(".kept");
    QTest::newRow("the old one goes") << NativePath();
}

void StagedFileTest::takesAnothersPlace()
{
    QFETCH(NativePath, kept);
    write(target(), "old");
    const Result<FileFacts> original = fileFacts(target());
    QVERIFY(original);
    {
        auto file = StagedFile::createBeside(target());
        QVERIFY(file);
        write(file->path(), "new");
        QCOMPARE(QFile::permissions(QFile::decodeName(file->path())) & (QFile::ReadGroup | QFile::ReadOther), 0);
        QCOMPARE(bytesOf(target()), QByteArray("old"));
        QVERIFY(file->replace(*original, kept.isEmpty() ? kept : target() + kept));
    }
    QCOMPARE(bytesOf(target()), QByteArray("new"));
    QCOMPARE(names().size(), kept.isEmpty() ? 1 : 2);
    if (kept.isEmpty())
        return;
    QCOMPARE(bytesOf(target() + kept), QByteArray("old"));
    QCOMPARE(fileFacts(target() + kept)->inode, original->inode);
    QCOMPARE(fileFacts(target() + kept)->links, 1U);
}

void StagedFileTest::anotherOriginalIsNotReplaced()
{
    write(target(), "old");
    write(target() + ".taken", "somebody else's");
    const Result<FileFacts> original = fileFacts(target());
    QVERIFY(original);
    {
        auto file = StagedFile::createBeside(target());
        QVERIFY(file);
        // The name for the old one is taken.
        QCOMPARE(file->replace(*original, target() + ".taken").error().kind, ErrorKind::Conflict);
        QCOMPARE(bytesOf(target()), QByteArray("old"));
        // Somebody puts another file there.
        QVERIFY(QFile::rename(QFile::decodeName(target()), QFile::decodeName(target() + ".moved")));
        write(target(), "newer");
        QCOMPARE(file->replace(*original, target() + ".kept").error().kind, ErrorKind::Conflict);
    }
    QCOMPARE(bytesOf(target()), QByteArray("newer"));
    QCOMPARE(bytesOf(target() + ".taken"), QByteArray("somebody else's"));
    QCOMPARE(names().size(), 3);
}

QTEST_GUILESS_MAIN(StagedFileTest)
#include "tst_stagedfile.moc"
