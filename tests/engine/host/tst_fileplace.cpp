// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/fileplace.h"

#include <QTest>

using namespace Fathom;

class FilePlaceTest : public QObject {
    Q_OBJECT

private slots:
    void places_data();
    void places();
};

void FilePlaceTest::places_data()
{
    using enum EntryMeaning;
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("directory");
    QTest::addColumn<QByteArray>("root");
    QTest::addColumn<bool>("inTree");
    QTest::addColumn<EntryMeaning>("inside");
    QTest::addColumn<EntryMeaning>("meaning");
    const QByteArray uuid("6f70656e-7374-4163-8b00-000000000001");
    const QByteArray sha1(40, 'a');
    const auto row = [](const char *name, const QByteArray &path, bool directory, const QByteArray &root, bool inTree,
                         EntryMeaning inside, EntryMeaning meaning) {
        QTest::newRow(name) << path << directory << root << inTree << inside << meaning;
    };
    row("base", "/n/inst/_base/" + sha1, false, "/n/inst", true, BaseCache, BaseImage);
    row("other file in the cache", "/n/inst/_base/x", false, "/n/inst", true, BaseCache, Unknown);
    row("disk", "/n/inst/" + uuid + "/disk", false, "/n/inst", true, InstanceDirectory, RootDisk);
    row("disk of a leftover", "/n/inst/" + uuid + "_del/disk", false, "/n/inst", true, DeleteLeftover, RootDisk);
    row("instance", "/n/inst/" + uuid, true, "/n/inst", true, InstancesRoot, InstanceDirectory);
    row("leftover", "/n/inst/" + uuid + "_resize", true, "/n/inst", true, InstancesRoot, ResizeLeftover);
    row("image", "/g/images/" + uuid, false, "/g/images", false, ImageStore, StoredImage);
    row("any file", "/home/a.qcow2", false, "/home", false, ImageStore, Unknown);
    row("the cache itself", "/n/inst/_base", true, "/n/inst", false, ImageStore, Unknown);
}

void FilePlaceTest::places()
{
    QFETCH(const QByteArray, path);
    QFETCH(const bool, directory);
    const FilePlace place = placeOf(path, directory ? FileKind::Directory : FileKind::Regular);
    QTEST(place.root, "root");
    QTEST(place.inInstanceTree, "inTree");
    QTEST(place.inside, "inside");
    QTEST(place.meaning, "meaning");
}

QTEST_GUILESS_MAIN(FilePlaceTest)
#include "tst_fileplace.moc"
