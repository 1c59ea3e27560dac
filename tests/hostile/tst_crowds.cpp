// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/host/treemaker.h"
#include "engine/image/hostile.h"

#include "estate/chainpicture.h"
#include "estate/estatescan.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Fathom;
using namespace Fathom::TreeMaker;
using namespace Qt::StringLiterals;

namespace {

/// An overlay whose base need not be there.
QString unmadeOverlay(const NativePath &path, const NativePath &backing)
{
    return qemuImg({u"create"_s, u"-q"_s, u"-u"_s, u"-f"_s, u"qcow2"_s, u"-b"_s, plainText(backing), u"-F"_s,
        u"qcow2"_s, plainText(path), u"1M"_s});
}

/// While it lives, the crowd stands in place of a directory, with that directory's own entries among it.
class Moved {
public:
    Moved(const NativePath &crowd, const NativePath &directory)
        : m_crowd(crowd)
        , m_directory(directory)
    {
        const QStringList entries = QDir(plainText(directory)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        for (const QString &entry : entries) {
            m_guests.push_back(nativePath(entry));
            m_done = m_done && move(joinPath(directory, m_guests.back()), joinPath(crowd, m_guests.back()));
        }
        m_done = m_done && !entries.isEmpty() && ::rmdir(directory.constData()) == 0 && move(crowd, directory);
    }
    ~Moved()
    {
        for (const NativePath &guest : m_guests)
            if (!QDir(plainText(joinPath(m_directory, guest))).removeRecursively())
                ::unlink(joinPath(m_directory, guest).constData());
        if (!move(m_directory, m_crowd))
            qFatal("the crowd cannot be moved back");
    }
    Moved(const Moved &) = delete;
    Moved &operator=(const Moved &) = delete;

    bool done() const { return m_done; }

private:
    static bool move(const NativePath &from, const NativePath &to)
    {
        return std::rename(from.constData(), to.constData()) == 0;
    }

    NativePath m_crowd;
    NativePath m_directory;
    std::vector<NativePath> m_guests;
    bool m_done = true;
};

} // namespace

/// More of everything than anybody has: entries in directories, layers in chains.
class TestCrowds : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void crowdedImageStore();
    void crowdedInstances();
    void crowdedInstance();
    void crowdedCache();
    void longChain();
    void ring();

private:
    static constexpr int many = 100'000;
    static constexpr int layers = 1'000;

    QString crowd(const NativePath &directory) const;
    QString makeLayers(const NativePath &directory, const NativePath &lowest) const;
    static QByteArray layerName(int number) { return "layer-" + QByteArray::number(10'000 + number); }
    EstatePtr scan() const;

    QTemporaryDir m_shared;
    NativePath m_crowd;
    std::unique_ptr<QTemporaryDir> m_directory;
    NativePath m_images;
    NativePath m_instances;
    NativePath m_instance;
};

void TestCrowds::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_images = nativePath(m_directory->filePath(u"images"_s));
    m_instances = nativePath(m_directory->filePath(u"instances"_s));
    m_instance = joinPath(m_instances, instanceUuid);
    QCOMPARE(makeInstances(m_instances), QString());
    QCOMPARE(makeDirectory(m_images), QString());
    QCOMPARE(qemuImg({u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s, plainText(joinPath(m_images, imageUuid)), u"1M"_s}),
        QString());
}

EstatePtr TestCrowds::scan() const
{
    return scanEstate({.imageDirectories = {m_images},
        .instanceDirectories = {m_instances},
        .domainDirectories = {},
        .glanceConfigs = {},
        .novaConfigs = {}});
}

QString TestCrowds::crowd(const NativePath &directory) const
{
    const int parent = ::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int made = 0;
    for (; parent >= 0 && made < many; ++made) {
        const int file =
            ::openat(parent, QByteArray("entry" + QByteArray::number(made)).constData(), O_CREAT | O_WRONLY, 0644);
        if (file < 0)
            break;
        ::close(file);
    }
    ::close(parent);
    return made == many ? QString() : u"only %1 files could be made"_s.arg(made);
}

/// One crowd for all tests, moved to where it is wanted and back: making it takes longer than reading it.
void TestCrowds::initTestCase()
{
    m_crowd = nativePath(m_shared.filePath(u"crowd"_s));
    QCOMPARE(makeDirectory(m_crowd), QString());
    QCOMPARE(crowd(m_crowd), QString());
}

void TestCrowds::crowdedImageStore()
{
    const Moved images(m_crowd, m_images);
    QVERIFY(images.done());
    const EstatePtr estate = scan();
    QVERIFY(estate->complete);
    QCOMPARE(estate->images.size(), std::size_t(many + 1));
    const EstateImage *image = estate->imageByUuid(QString::fromLatin1(imageUuid));
    QVERIFY(image && image->info);
    QCOMPARE(image->info->format, ImageFormat::Qcow2);
    QCOMPARE(estate->instances.size(), 1U);
}

/// Files where directories of instances are.
void TestCrowds::crowdedInstances()
{
    const Moved instances(m_crowd, m_instances);
    QVERIFY(instances.done());
    const EstatePtr estate = scan();
    QVERIFY(estate->complete);
    QCOMPARE(estate->instances.size(), 1U);
    QVERIFY(estate->instances.front().disks.front().chain.whole());
    QCOMPARE(estate->images.size(), 1U);
}

void TestCrowds::crowdedInstance()
{
    const Moved instance(m_crowd, m_instance);
    QVERIFY(instance.done());
    const EstatePtr estate = scan();
    QVERIFY(estate->complete);
    QCOMPARE(estate->instances.size(), 1U);
    QVERIFY(estate->instances.front().disks.front().chain.whole());
}

void TestCrowds::crowdedCache()
{
    const Moved cache(m_crowd, joinPath(m_instances, "_base"));
    QVERIFY(cache.done());
    const EstatePtr estate = scan();
    QVERIFY(estate->complete);
    QVERIFY(estate->bases.size() >= std::size_t(many));
    QVERIFY(std::ranges::any_of(estate->bases, [](const EstateBase &base) { return base.hash == baseName; }));
    QVERIFY(estate->instances.front().disks.front().chain.whole());
}

/// Overlays of one length of name: made once, and the number in the name patched.
QString TestCrowds::makeLayers(const NativePath &directory, const NativePath &lowest) const
{
    const NativePath first = joinPath(directory, layerName(0));
    if (const QString trouble = unmadeOverlay(first, layerName(1)); !trouble.isEmpty())
        return trouble;
    const QByteArray overlay = Hostile::contents(plainText(first));
    const qsizetype at = overlay.indexOf(layerName(1));
    for (int number = 0; number < layers; ++number) {
        const QByteArray below = number + 1 < layers ? layerName(number + 1) : QByteArray(lowest);
        if (const QString trouble =
                writeFile(joinPath(directory, layerName(number)), Hostile::patched(overlay, at, below));
            !trouble.isEmpty())
            return trouble;
    }
    return {};
}

void TestCrowds::longChain()
{
    QCOMPARE(makeLayers(joinPath(m_instances, "_base"), "layer-00000"), QString());
    const NativePath disk = joinPath(m_instance, "disk");
    QCOMPARE(::unlink(disk.constData()), 0);
    QCOMPARE(unmadeOverlay(disk, "../_base/" + layerName(0)), QString());
    const EstatePtr estate = scan();
    QVERIFY(estate->complete);
    QCOMPARE(estate->instances.size(), 1U);
    const EstateInstance &instance = estate->instances.front();
    QCOMPARE(instance.state, InstanceState::BrokenChain);
    const EstateDisk &root = instance.disks.front();
    QCOMPARE(root.chain.depth(), ChainPolicy().maximumDepth + 1);
    QCOMPARE(root.chain.layers.back().state, LinkState::TooDeep);
    // The other disks are as they were, and every layer is known as a file of the cache.
    QVERIFY(instance.disks.back().chain.whole());
    QVERIFY(estate->bases.size() >= std::size_t(layers));
    QVERIFY(chainPicture(*estate).nodes().size() > 0);
}

/// The lowest layer stands on the highest one.
void TestCrowds::ring()
{
    QCOMPARE(makeLayers(joinPath(m_instances, "_base"), layerName(0)), QString());
    const NativePath disk = joinPath(m_instance, "disk");
    QCOMPARE(::unlink(disk.constData()), 0);
    QCOMPARE(unmadeOverlay(disk, "../_base/" + layerName(layers - 3)), QString());
    const EstatePtr estate = scan();
    QVERIFY(estate->complete);
    QCOMPARE(estate->instances.front().state, InstanceState::BrokenChain);
    QVERIFY(!estate->instances.front().disks.front().chain.whole());
    QVERIFY(estate->instances.front().disks.back().chain.whole());
    QVERIFY(chainPicture(*estate).nodes().size() > 0);
}

QTEST_GUILESS_MAIN(TestCrowds)
#include "tst_crowds.moc"
