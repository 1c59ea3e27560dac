// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/novapaths.h"

#include <QSet>
#include <QTest>

using namespace Fathom;

class TestNovaPaths : public QObject {
    Q_OBJECT

private slots:
    void everyNameHasItsMeaning_data();
    void everyNameHasItsMeaning();
    void theCacheMayHaveAnotherName();
    void everyMeaningIsExplained();
    void knowsUuids_data();
    void knowsUuids();
    void findsTheUuidInDirectoryNames();
    void namesBasesAsNovaDoes();
    void findsTheHashInBaseNames_data();
    void findsTheHashInBaseNames();
};

namespace {

constexpr auto uuid = "2e1978ab-b4e2-4771-ad55-b612e4d262d2";
constexpr auto sha1 = "6ddc6b9b411ee235dd5df14264418b011826b5bb";

} // namespace

void TestNovaPaths::everyNameHasItsMeaning_data()
{
    QTest::addColumn<EntryMeaning>("inside");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<EntryMeaning>("meaning");
    using enum EntryMeaning;
    constexpr FileKind file = FileKind::Regular;
    constexpr FileKind directory = FileKind::Directory;
    const auto row = [](EntryMeaning inside, const QByteArray &name, FileKind kind, EntryMeaning meaning) {
        QTest::addRow("%d/%s/%d", static_cast<int>(inside), name.constData(), static_cast<int>(kind))
            << inside << name << kind << meaning;
    };
    row(ImageStore, uuid, file, StoredImage);
    row(ImageStore, uuid, directory, Unknown);
    row(ImageStore, "win7.qcow2", file, Unknown);

    row(InstancesRoot, uuid, directory, InstanceDirectory);
    row(InstancesRoot, uuid, FileKind::SymbolicLink, InstanceDirectory);
    row(InstancesRoot, uuid, file, Unknown);
    row(InstancesRoot, "instance-0000002a", directory, InstanceDirectory);
    row(InstancesRoot, "instance-0000002a_resize", directory, ResizeLeftover);
    row(InstancesRoot, "instance-2a", directory, Unknown);
    row(InstancesRoot, QByteArray(uuid) + "_resize", directory, ResizeLeftover);
    row(InstancesRoot, QByteArray(uuid) + "_del", directory, DeleteLeftover);
    row(InstancesRoot, QByteArray(uuid) + "_old", directory, Unknown);
    row(InstancesRoot, "_base", directory, BaseCache);
    row(InstancesRoot, "_base", file, Unknown);
    row(InstancesRoot, "locks", directory, Locks);
    row(InstancesRoot, "snapshots", directory, Snapshots);
    row(InstancesRoot, "compute_nodes", file, ComputeNodes);
    row(InstancesRoot, "compute_nodes", FileKind::SymbolicLink, ComputeNodes);
    row(InstancesRoot, "compute_nodes", directory, Unknown);
    row(InstancesRoot, "lost+found", directory, Unknown);
    row(InstancesRoot, "", directory, Unknown);

    for (const EntryMeaning inside : {InstanceDirectory, ResizeLeftover, DeleteLeftover}) {
        row(inside, "disk", file, RootDisk);
        row(inside, "disk", FileKind::Fifo, RootDisk);
        row(inside, "disk", FileKind::SymbolicLink, RootDisk);
        row(inside, "disk", directory, Unknown);
        row(inside, "disk.local", file, LocalDisk);
        row(inside, "disk.eph0", file, EphemeralDisk);
        row(inside, "disk.eph12", file, EphemeralDisk);
        row(inside, "disk.eph", file, Unknown);
        row(inside, "disk.ephX", file, Unknown);
        row(inside, "disk.swap", file, SwapDisk);
        row(inside, "disk.config", file, ConfigDrive);
        row(inside, "disk.rescue", file, RescueDisk);
        row(inside, "disk.config.rescue", file, RescueConfigDrive);
        row(inside, "kernel", file, Kernel);
        row(inside, "ramdisk", file, Ramdisk);
        row(inside, "kernel.rescue", file, RescueKernel);
        row(inside, "ramdisk.rescue", file, RescueRamdisk);
        row(inside, "console.log", file, ConsoleLog);
        row(inside, "console.log.0", file, ConsoleLog);
        row(inside, "disk.info", file, DiskInfo);
        row(inside, "libvirt.xml", file, LibvirtXml);
        row(inside, "unrescue.xml", file, UnrescueXml);
        row(inside, "instance-00000113_VARS.fd", file, Nvram);
        row(inside, "swtpm", directory, VtpmState);
        row(inside, "disk.bak", file, Unknown);
    }

    row(BaseCache, sha1, file, BaseImage);
    row(BaseCache, QByteArray(sha1) + "_20", file, BaseResized);
    row(BaseCache, QByteArray(sha1) + "_sm", file, BaseSmall);
    row(BaseCache, QByteArray(sha1) + "_x", file, Unknown);
    row(BaseCache, QByteArray(sha1) + ".part", file, BasePartial);
    row(BaseCache, QByteArray(sha1) + "_20.part", file, BasePartial);
    row(BaseCache, QByteArray(sha1) + ".converted", file, BaseConverting);
    row(BaseCache, QByteArray(sha1).toUpper(), file, Unknown);
    row(BaseCache, QByteArray(sha1).chopped(1), file, Unknown);
    row(BaseCache, "swap_64", file, BaseSwap);
    row(BaseCache, "swap_", file, Unknown);
    row(BaseCache, "ephemeral_1_40d1d2c", file, BaseEphemeral);
    row(BaseCache, "ephemeral_20_default", file, BaseEphemeral);
    row(BaseCache, uuid, file, BaseBootFile);
    row(BaseCache, sha1, directory, Unknown);

    row(InstancesRoot, ".fathom-quarantine", directory, Quarantine);
    row(ImageStore, ".fathom-quarantine", directory, Quarantine);
    row(InstancesRoot, ".fathom-quarantine", file, Unknown);
    row(Locks, QByteArray("nova-") + sha1, file, LockFile);
    row(Snapshots, "tmpmwmyleqh", directory, SnapshotDirectory);
    row(SnapshotDirectory, "440741fe0a8c43eeb5c50bbd566b6de1.delta", file, SnapshotDelta);
    row(SnapshotDirectory, "440741fe0a8c43eeb5c50bbd566b6de1", file, SnapshotImage);
    row(Unknown, "disk", file, Unknown);
}

void TestNovaPaths::everyNameHasItsMeaning()
{
    QFETCH(const EntryMeaning, inside);
    QFETCH(const QByteArray, name);
    QFETCH(const FileKind, kind);
    QTEST(meaningOf(inside, name, kind), "meaning");
}

void TestNovaPaths::theCacheMayHaveAnotherName()
{
    using enum EntryMeaning;
    QCOMPARE(meaningOf(InstancesRoot, "cache", FileKind::Directory, "cache"), BaseCache);
    QCOMPARE(meaningOf(InstancesRoot, "_base", FileKind::Directory, "cache"), Unknown);
}

void TestNovaPaths::everyMeaningIsExplained()
{
    QSet<QByteArray> ids;
    for (const EntryTraits &traits : entryTraits()) {
        QVERIFY2(!ids.contains(traits.id), traits.id);
        ids.insert(traits.id);
        QCOMPARE(&entryTraits(traits.meaning), &traits);
        QVERIFY2(!entryTitle(traits.meaning).isEmpty(), traits.id);
        const QString purpose = entryPurpose(traits.meaning);
        QVERIFY2(purpose.endsWith(u'.') || purpose.endsWith(u'…'), traits.id);
        QVERIFY2(!traits.isDisk || traits.isImage, traits.id);
    }
    QCOMPARE(ids.size(), static_cast<int>(EntryMeaning::Unknown) + 1);
}

void TestNovaPaths::knowsUuids_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("lower") << QByteArray(uuid) << true;
    QTest::newRow("upper") << QByteArray(uuid).toUpper() << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("short") << QByteArray(uuid).chopped(1) << false;
    QTest::newRow("long") << QByteArray(uuid) + "0" << false;
    QTest::newRow("dash moved") << QByteArray("2e1978a-bb4e2-4771-ad55-b612e4d262d2") << false;
    QTest::newRow("no hex") << QByteArray("2e1978ag-b4e2-4771-ad55-b612e4d262d2") << false;
    QTest::newRow("bytes above ASCII") << QByteArray(uuid).replace(0, 2, "\xc3\xa4") << false;
}

void TestNovaPaths::knowsUuids()
{
    QFETCH(const QByteArray, text);
    QTEST(isUuid(text), "expected");
}

void TestNovaPaths::findsTheUuidInDirectoryNames()
{
    const QString expected = QString::fromLatin1(uuid);
    QCOMPARE(uuidInName(uuid), expected);
    QCOMPARE(uuidInName(QByteArray(uuid).append("_resize")), expected);
    QCOMPARE(uuidInName(QByteArray(uuid).append("_del")), expected);
    QCOMPARE(uuidInName(QByteArray(uuid).append("_other")), QString());
    QCOMPARE(uuidInName("instance-00000113"), QString());
    QCOMPARE(uuidInName("_del"), QString());
}

void TestNovaPaths::namesBasesAsNovaDoes()
{
    QCOMPARE(baseNameOfImage(QStringLiteral("4ef781ee-d2b5-4922-8fd0-f12aa81f996f")), QByteArray(sha1));
    QCOMPARE(baseNameOfImage(QStringLiteral("edf9c0ad-021a-471a-b4ed-790e7fa34cf9")),
        QByteArray("294e862e4eee4769db57183551cb0e1cd7178a3f"));
}

void TestNovaPaths::findsTheHashInBaseNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("hash");
    const QByteArray hash(sha1);
    for (const char *ending : {"", "_20", "_sm", ".part", ".converted", "_20.part"})
        QTest::addRow("hash%s", ending) << hash + ending << hash;
    for (const char *name : {"", "swap_64", "ephemeral_1_40d1d2c", "6ddc6b9b"})
        QTest::addRow("none in '%s'", name) << QByteArray(name) << QByteArray();
    QTest::newRow("longer") << hash + "0" << QByteArray();
}

void TestNovaPaths::findsTheHashInBaseNames()
{
    QFETCH(const QByteArray, name);
    QTEST(hashInBaseName(name), "hash");
}

QTEST_GUILESS_MAIN(TestNovaPaths)
#include "tst_novapaths.moc"
