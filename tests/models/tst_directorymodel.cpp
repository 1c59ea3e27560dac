// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/directorymodel.h"
#include "models/estatefixture.h"
#include "models/modeltext.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Fathom;
using namespace Fathom::Tests;

namespace {

EstateFixture someDirectories()
{
    EstateFixture fixture;
    DirectoryNode disk = fileNode("/i/2e19/disk", EntryMeaning::RootDisk, 2 * MiB, MiB);
    disk.info = imageInfo(ImageFormat::Qcow2, 120 * GiB, MiB);
    DirectoryNode link = fileNode("/i/2e19/old", EntryMeaning::Unknown, 4, 0);
    link.facts->kind = FileKind::SymbolicLink;
    link.linkTarget = "/etc/passwd";
    DirectoryNode secret = fileNode("/i/_base/abc", EntryMeaning::BaseImage, 8 * MiB, 8 * MiB);
    secret.error = Error{.kind = ErrorKind::NoPermission,
        .action = QStringLiteral("open"),
        .subject = QStringLiteral("/i/_base/abc"),
        .reason = QStringLiteral("permission denied")};
    fixture.directories.push_back(directoryNode("/i", EntryMeaning::InstancesRoot,
        {directoryNode("/i/2e19", EntryMeaning::InstanceDirectory,
             {fileNode("/i/2e19/console.log", EntryMeaning::ConsoleLog, 100, 4096), disk, link}),
            directoryNode("/i/_base", EntryMeaning::BaseCache, {secret}),
            fileNode("/i/compute_nodes", EntryMeaning::ComputeNodes, 40, 4096)}));
    return fixture;
}

} // namespace

class DirectoryModelTest : public QObject {
    Q_OBJECT

private slots:
    void everyEntryWithItsMeaning()
    {
        DirectoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const EstateFixture fixture = someDirectories();
        model.setEstate(fixture.estate());
        // name, format, virtual, length, mode
        COMPARE_TEXT(modelText(model, {0, 2, 3, 5, 7}), plainFixture(R"(
            /i |  |  |  | drwxr-xr-x
              2e19 |  |  |  | drwxr-xr-x
                console.log |  |  | 100 B | -rw-r-----
                disk | qcow2 | 120 GiB | 2 MiB | -rw-r-----
                old → /etc/passwd |  |  | 4 B | -rw-r-----
              _base |  |  |  | drwxr-xr-x
                abc | unreadable | — | 8 MiB | -rw-r-----
              compute_nodes |  |  | 40 B | -rw-r-----
        )"));
        const QModelIndex disk = model.indexOfKey(pathKey("/i/2e19/disk"));
        QCOMPARE(disk.siblingAtColumn(1).data().toString(), entryTitle(EntryMeaning::RootDisk));
        QCOMPARE(disk.siblingAtColumn(1).data(Qt::ToolTipRole).toString(), entryPurpose(EntryMeaning::RootDisk));
        QCOMPARE(disk.siblingAtColumn(4).data(BytesRole).toLongLong(), MiB);
        QCOMPARE(disk.data(PathRole).toByteArray(), QByteArray("/i/2e19/disk"));
        // A directory costs what is below it.
        const QModelIndex base = model.indexOfKey(pathKey("/i/_base"));
        QCOMPARE(base.siblingAtColumn(4).data(BytesRole).toLongLong(), 8 * MiB + 4096);
        QCOMPARE(base.data(KindRole).toString(), QStringLiteral("directory"));
    }

    void errorsAreSeen()
    {
        DirectoryModel model;
        model.setEstate(someDirectories().estate());
        const QModelIndex secret = model.indexOfKey(pathKey("/i/_base/abc"));
        QCOMPARE(secret.data(SeverityRole).toInt(), static_cast<int>(Severity::Broken));
        QVERIFY(secret.data(Qt::ToolTipRole).toString().contains(QStringLiteral("permission denied")));
    }

    void filterShowsMatchesTheirWayAndTheirContents()
    {
        DirectoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setEstate(someDirectories().estate());
        model.setFilter(QStringLiteral("console"));
        COMPARE_TEXT(modelText(model, {0}), QStringLiteral("/i\n  2e19\n    console.log"));
        model.setFilter(QStringLiteral("name:_base"));
        COMPARE_TEXT(modelText(model, {0}), QStringLiteral("/i\n  _base\n    abc"));
    }

    void expansionSurvives()
    {
        DirectoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        EstateFixture fixture = someDirectories();
        model.setEstate(fixture.estate());
        const QPersistentModelIndex disk = model.indexOfKey(pathKey("/i/2e19/disk"));
        const QPersistentModelIndex base = model.indexOfKey(pathKey("/i/_base"));
        auto &entries = fixture.directories[0].children;
        entries.insert(entries.begin(), directoryNode("/i/1a19", EntryMeaning::InstanceDirectory, {}));
        entries[1].children.erase(entries[1].children.begin());
        model.setEstate(fixture.estate());
        QCOMPARE(disk.data(KeyRole).toString(), pathKey("/i/2e19/disk"));
        QCOMPARE(disk.row(), 0);
        QCOMPARE(disk.parent().row(), 1);
        QCOMPARE(base.row(), 2);
    }

    void sortsBySizeOnEveryLevel()
    {
        DirectoryModel model;
        model.setEstate(someDirectories().estate());
        model.sort(4, Qt::DescendingOrder);
        COMPARE_TEXT(modelText(model, {0}), plainFixture(R"(
            /i
              _base
                abc
              2e19
                disk
                console.log
                old → /etc/passwd
              compute_nodes
        )"));
    }
};

QTEST_GUILESS_MAIN(DirectoryModelTest)
#include "tst_directorymodel.moc"
