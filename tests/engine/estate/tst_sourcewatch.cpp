// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/sourcewatch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Fathom;

/// Changes in real directories, heard through inotify.
class SourceWatchTest : public QObject {
    Q_OBJECT

private slots:
    void hears_data();
    void hears();
    void readingIsNoChange();
    void locksSayNothing();
    void flocksAreToldOnce();
    void whatIsNotThereCannotBeHeard();
    void tellsThatItsDirectoryIsGone();

private:
    static void write(const QString &path, const QByteArray &bytes = "x")
    {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<SourceWatch> watch(const QString &directory)
    {
        return SourceWatch::begin(
            {QFile::encodeName(directory)}, SourceWatch::Depth::AndBelow, [heard = m_heard] { ++*heard; });
    }

    /// Waits until a change that was made after all others is heard, by another watch: by then a watch that had
    /// anything to tell has told it, for both wait equally long.
    void letItBeHeard()
    {
        QTemporaryDir other;
        const auto heard = std::make_shared<std::atomic<int>>(0);
        const auto watching =
            SourceWatch::begin({QFile::encodeName(other.path())}, SourceWatch::Depth::Itself, [heard] { ++*heard; });
        write(other.filePath(QStringLiteral("file")));
        QTRY_COMPARE_GT(heard->load(), 0);
    }

    std::shared_ptr<std::atomic<int>> m_heard = std::make_shared<std::atomic<int>>(0);
};

void SourceWatchTest::hears_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("a new file") << 0;
    QTest::newRow("a removed file") << 1;
    QTest::newRow("a renamed file") << 2;
    QTest::newRow("a rewritten file") << 3;
    QTest::newRow("another mode") << 4;
    QTest::newRow("a file in a directory in it") << 5;
    QTest::newRow("a file in a new directory in it") << 6;
}

void SourceWatchTest::hears()
{
    QFETCH(int, what);
    QTemporaryDir place;
    const QString file = place.filePath(QStringLiteral("file"));
    write(file);
    QVERIFY(QDir(place.path()).mkdir(QStringLiteral("instance")));
    *m_heard = 0;
    const auto watching = watch(place.path());
    QVERIFY(watching);
    QVERIFY(watching->hearsAll());
    switch (what) {
    case 0: write(place.filePath(QStringLiteral("new"))); break;
    case 1: QVERIFY(QFile::remove(file)); break;
    case 2: QVERIFY(QFile::rename(file, file + u'2')); break;
    case 3: write(file, "other"); break;
    case 4: QVERIFY(QFile::setPermissions(file, QFile::ReadOwner)); break;
    case 5: write(place.filePath(QStringLiteral("instance/disk"))); break;
    case 6:
        QVERIFY(QDir(place.path()).mkdir(QStringLiteral("other")));
        QTRY_COMPARE_GT(m_heard->load(), 0);
        *m_heard = 0;
        write(place.filePath(QStringLiteral("other/disk")));
        break;
    }
    QTRY_COMPARE_GT(m_heard->load(), 0);
}

void SourceWatchTest::readingIsNoChange()
{
    QTemporaryDir place;
    const QString path = place.filePath(QStringLiteral("file"));
    write(path);
    *m_heard = 0;
    const auto watching = watch(place.path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("x"));
    file.close();
    QCOMPARE(QDir(place.path()).entryList(QDir::Files).size(), 1);
    letItBeHeard();
    QCOMPARE(m_heard->load(), 0);
}

void SourceWatchTest::locksSayNothing()
{
    QTemporaryDir place;
    QVERIFY(QDir(place.path()).mkdir(QStringLiteral("locks")));
    *m_heard = 0;
    const auto watching = watch(place.path());
    write(place.filePath(QStringLiteral("locks/nova-storage-registry-lock")));
    letItBeHeard();
    QCOMPARE(m_heard->load(), 0);
    write(place.filePath(QStringLiteral("other")));
    QTRY_COMPARE(m_heard->load(), 1);
}

void SourceWatchTest::flocksAreToldOnce()
{
    QTemporaryDir place;
    *m_heard = 0;
    const auto watching = watch(place.path());
    for (int i = 0; i < 500; ++i)
        write(place.filePath(QString::number(i)));
    QTRY_COMPARE_GT(m_heard->load(), 0);
    QCOMPARE_LE(m_heard->load(), 2);
}

void SourceWatchTest::whatIsNotThereCannotBeHeard()
{
    QTemporaryDir place;
    QVERIFY(!watch(place.filePath(QStringLiteral("nowhere"))));
    const auto half =
        SourceWatch::begin({QFile::encodeName(place.path()), "/nowhere"}, SourceWatch::Depth::Itself, [] { });
    QVERIFY(half);
    QVERIFY(!half->hearsAll());
}

void SourceWatchTest::tellsThatItsDirectoryIsGone()
{
    QTemporaryDir place;
    const QString directory = place.filePath(QStringLiteral("store"));
    QVERIFY(QDir().mkdir(directory));
    *m_heard = 0;
    const auto watching = watch(directory);
    QVERIFY(!watching->lost());
    QVERIFY(QDir().rmdir(directory));
    QTRY_COMPARE_GT(m_heard->load(), 0);
    QVERIFY(watching->lost());
}

QTEST_APPLESS_MAIN(SourceWatchTest)
#include "tst_sourcewatch.moc"
