// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/imagestore.h"

#include "treemaker.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

using namespace Fathom;
using namespace Fathom::TreeMaker;

class TestImageStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsEveryImage();
    void toldOtherThingsThanFiles();
    void damagedImagesFailAlone();
    void stopsWhenToldTo();
    void rootsThatAreNone();

private:
    const StoredImage *image(const ImageStore &store, const NativePath &name)
    {
        const auto found = std::ranges::find(store.images, joinPath(m_root, name), &StoredImage::path);
        return found == store.images.end() ? nullptr : &*found;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    NativePath m_root;
};

namespace {

constexpr auto qcow2Uuid = "84691638-6247-402d-80d5-3429c1aa1554";

} // namespace

void TestImageStore::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_root = nativePath(m_directory->path());
    QCOMPARE(qemuImg({QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), QStringLiteral("qcow2"),
                 QFile::decodeName(joinPath(m_root, qcow2Uuid)), QStringLiteral("25G")}),
        QString());
    QCOMPARE(makeSparse(joinPath(m_root, imageUuid), qint64(3) << 30), QString());
    QCOMPARE(makeSparse(joinPath(m_root, "named.img"), 512), QString());
}

void TestImageStore::readsEveryImage()
{
    const Result<ImageStore> store = readImageStore(m_root);
    QVERIFY(store);
    QVERIFY(store->complete);
    QVERIFY(store->problems.empty());
    QCOMPARE(store->images.size(), 3U);
    const StoredImage *windows = image(*store, qcow2Uuid);
    QVERIFY(windows && windows->info);
    QCOMPARE(windows->uuid, QString::fromLatin1(qcow2Uuid));
    QCOMPARE(windows->info->format, ImageFormat::Qcow2);
    QCOMPARE(windows->info->virtualSizeBytes, qint64(25) << 30);
    const StoredImage *raw = image(*store, imageUuid);
    QVERIFY(raw && raw->info);
    QCOMPARE(raw->info->format, ImageFormat::Raw);
    QCOMPARE(raw->facts->lengthBytes, qint64(3) << 30);
    QVERIFY(raw->facts->allocatedBytes < 1024 * 1024);
    const StoredImage *named = image(*store, "named.img");
    QVERIFY(named && named->info);
    QVERIFY(named->uuid.isEmpty());
}

void TestImageStore::toldOtherThingsThanFiles()
{
    QCOMPARE(makeDirectory(joinPath(m_root, "sub")), QString());
    QCOMPARE(makeSparse(joinPath(m_root, "sub/13134458-54de-4969-bc94-7fc3bb01f881"), 512), QString());
    QCOMPARE(::mkfifo(joinPath(m_root, "13134458-54de-4969-bc94-7fc3bb01f881").constData(), 0644), 0);
    QCOMPARE(::symlink("/etc/passwd", joinPath(m_root, "262d7988-9672-4fd1-a88b-42df293d078f").constData()), 0);
    const Result<ImageStore> store = readImageStore(m_root);
    QVERIFY(store);
    QVERIFY(store->complete);
    // Glance serves what a link leads to, so the link is a row of its own; it is not followed.
    QCOMPARE(store->images.size(), 4U);
    const StoredImage *linked = image(*store, "262d7988-9672-4fd1-a88b-42df293d078f");
    QVERIFY(linked && linked->error && !linked->info);
    QCOMPARE(linked->error->kind, ErrorKind::Unsafe);
    QCOMPARE(store->directory.children.size(), 6U);
    const auto link = std::ranges::find(
        store->directory.children, NativePath("262d7988-9672-4fd1-a88b-42df293d078f"), &DirectoryNode::name);
    QVERIFY(link != store->directory.children.end());
    QCOMPARE(link->linkTarget, NativePath("/etc/passwd"));
    QVERIFY(!link->info);
}

void TestImageStore::damagedImagesFailAlone()
{
    QByteArray header("QFI\xfb\0\0\0\3", 8);
    header.append(QByteArray(96, '\xff'));
    QCOMPARE(writeFile(joinPath(m_root, qcow2Uuid), header), QString());
    QCOMPARE(writeFile(joinPath(m_root, "empty"), {}), QString());
    const Result<ImageStore> store = readImageStore(m_root);
    QVERIFY(store);
    QVERIFY(store->complete);
    const StoredImage *damaged = image(*store, qcow2Uuid);
    QVERIFY(damaged);
    QVERIFY(!damaged->info);
    QVERIFY(damaged->error);
    QVERIFY(image(*store, imageUuid)->info);
    const StoredImage *empty = image(*store, "empty");
    QVERIFY(empty && empty->info);
    QCOMPARE(empty->info->virtualSizeBytes, 0);
}

void TestImageStore::stopsWhenToldTo()
{
    std::stop_source stop;
    QList<qint64> done;
    const Result<ImageStore> store = readImageStore(m_root, {}, stop.get_token(), [&](const ProgressStep &step) {
        done.append(step.done);
        QCOMPARE(step.total, 3);
        if (step.done == 2)
            stop.request_stop();
    });
    QVERIFY(store);
    // All of them may have been read before the second was told; what was read is kept.
    QVERIFY(store->images.size() >= 2);
    QCOMPARE(store->complete, store->images.size() == 3);
    QCOMPARE(done, (QList<qint64>{1, 2}));
    const Result<ImageStore> nothing = readImageStore(m_root, {}, stop.get_token());
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().kind, ErrorKind::Cancelled);
}

void TestImageStore::rootsThatAreNone()
{
    QCOMPARE(readImageStore(joinPath(m_root, "nowhere")).error().kind, ErrorKind::NotFound);
    const Result<ImageStore> file = readImageStore(joinPath(m_root, qcow2Uuid));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::Usage);
    QVERIFY(!file.error().hint.isEmpty());
}

QTEST_GUILESS_MAIN(TestImageStore)
#include "tst_imagestore.moc"
