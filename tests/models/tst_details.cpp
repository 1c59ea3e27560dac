// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"
#include "models/details.h"
#include "models/directorymodel.h"
#include "models/estatefixture.h"

#include <QTest>

using namespace Fathom;
using namespace Fathom::Tests;

namespace {

const QString dockerKey = QStringLiteral("instance:/compute1/2e1978ab-0000-4000-8000-000000000000");
const QString imageKeyText = QStringLiteral("image:/images/4ef781ee-d2b5-4922-8fd0-f12aa81f996f");
const QString baseKeyText = QStringLiteral("base:/compute1/_base/6ddc6b9b411ee235dd5df14264418b011826b5bb");

QStringList linksOf(const Details &details)
{
    QStringList links;
    for (const DetailSection &section : details.sections)
        for (const DetailLine &line : section.lines)
            if (!line.linkKey.isEmpty())
                links.append(line.linkKey);
    return links;
}

bool hasLine(const Details &details, const QString &valuePart, Severity severity)
{
    for (const DetailSection &section : details.sections)
        for (const DetailLine &line : section.lines)
            if (line.value.contains(valuePart) && line.severity == severity)
                return true;
    return false;
}

} // namespace

class DetailsTest : public QObject {
    Q_OBJECT

private slots:
    void image()
    {
        const EstatePtr estate = smallEstate().estate();
        const Details details = detailsOf(*estate, imageKeyText);
        QCOMPARE(details.title, QStringLiteral("4ef781ee-d2b5-4922-8fd0-f12aa81f996f"));
        QCOMPARE(details.kind, QStringLiteral("image"));
        const QStringList links = linksOf(details);
        QVERIFY(links.contains(baseKeyText));
        QVERIFY(links.contains(dockerKey));
        QVERIFY(links.contains(QStringLiteral("path:/images/4ef781ee-d2b5-4922-8fd0-f12aa81f996f")));
    }

    void sourcesSayWhoToldAndWhen()
    {
        auto estate = std::make_shared<Estate>(*smallEstate().estate());
        estate->sources = {{.kind = SourceKind::ImageStore,
                               .path = "/images",
                               .health = SourceHealth::Good,
                               .readAtSeconds = 1700000000},
            {.kind = SourceKind::InstanceTree,
                .path = "/compute1",
                .health = SourceHealth::Partial,
                .readAtSeconds = 1700000000},
            {.kind = SourceKind::DomainXml, .path = "/etc/libvirt/qemu", .readAtSeconds = 1700000000}};
        estate->instances[0].domainSource = QStringLiteral("/etc/libvirt/qemu/instance-1.xml");
        const auto toldBy = [&](const QString &key) {
            const Details details = detailsOf(*estate, key);
            QStringList links;
            for (const DetailSection &section : details.sections)
                if (section.title == QStringLiteral("Known from"))
                    for (const DetailLine &line : section.lines)
                        links.append(line.linkKey);
            return links;
        };
        QCOMPARE(toldBy(imageKeyText), QStringList{QStringLiteral("path:/images")});
        QCOMPARE(toldBy(baseKeyText), QStringList{QStringLiteral("path:/compute1")});
        QCOMPARE(toldBy(dockerKey),
            (QStringList{QStringLiteral("path:/compute1"), QStringLiteral("path:/etc/libvirt/qemu")}));
        QVERIFY(hasLine(detailsOf(*estate, dockerKey), QStringLiteral("read in part"), Severity::Warning));
    }

    void unreadableImageSaysWhy()
    {
        const EstatePtr estate = smallEstate().estate();
        const Details details = detailsOf(*estate, estate->images[1].key);
        QVERIFY(hasLine(details, QStringLiteral("permission denied"), Severity::Broken));
    }

    void instanceWithEveryLayer()
    {
        const EstatePtr estate = smallEstate().estate();
        const Details details = detailsOf(*estate, dockerKey);
        QCOMPARE(details.title, QStringLiteral("docker"));
        QCOMPARE(details.kind, QStringLiteral("instance"));
        const QStringList links = linksOf(details);
        QVERIFY(links.contains(baseKeyText));
        QVERIFY(links.contains(imageKeyText));
        QVERIFY(links.contains(QStringLiteral("host:compute1")));
        const QString text = details.text();
        QVERIFY(text.contains(QStringLiteral("fa:16:3e:aa:bb:cc")));
        QVERIFY(text.contains(QStringLiteral("2014.1.3")));
        QVERIFY(hasLine(details, QStringLiteral("every address"), Severity::Warning));
        int layers = 0;
        for (const DetailSection &section : details.sections)
            if (section.title.contains(QStringLiteral("(disk)")))
                for (const DetailLine &line : section.lines)
                    layers += line.linkKey == baseKeyText && line.depth == 1;
        QCOMPARE(layers, 1);
    }

    void brokenChainIsMarked()
    {
        const EstatePtr estate = smallEstate().estate();
        const Details details = detailsOf(*estate, estate->instances[3].key);
        QVERIFY(hasLine(details, QStringLiteral("The base of disk is missing."), Severity::Broken));
        QVERIFY(hasLine(details, linkStateText(LinkState::Missing), Severity::Broken));
    }

    void base()
    {
        EstateFixture fixture = smallEstate();
        fixture.base(QStringLiteral("compute1"), "aaaa", GiB, GiB);
        const EstatePtr estate = fixture.estate();
        const Details known = detailsOf(*estate, baseKeyText);
        QCOMPARE(known.kind, QStringLiteral("base"));
        QVERIFY(linksOf(known).contains(imageKeyText));
        QVERIFY(linksOf(known).contains(dockerKey));
        const Details orphan = detailsOf(*estate, QStringLiteral("base:/compute1/_base/aaaa"));
        QVERIFY(hasLine(orphan, QStringLiteral("no store here holds"), Severity::Note));
    }

    void host()
    {
        const EstatePtr estate = smallEstate().estate();
        const Details details = detailsOf(*estate, QStringLiteral("host:compute1"));
        QCOMPARE(details.title, QStringLiteral("compute1"));
        QVERIFY(linksOf(details).contains(dockerKey));
        QVERIFY(linksOf(details).contains(baseKeyText));
        QVERIFY(details.text().contains(formatBytes(estate->hosts[0].physicalBytes())));
        QVERIFY(detailsOf(*estate, QStringLiteral("host:nowhere")).title.isEmpty());
    }

    void project()
    {
        const EstatePtr estate = smallEstate().estate();
        const Details details = detailsOf(*estate, QStringLiteral("project:compute1/web"));
        QCOMPARE(details.title, QStringLiteral("web"));
        QCOMPARE(details.kind, QStringLiteral("project"));
        QVERIFY(details.text().contains(formatBytes(11 * GiB + MiB)));
    }

    void directoryEntries()
    {
        EstateFixture fixture = smallEstate();
        const NativePath directory = fixture.instances[0].path;
        fixture.directories.push_back(directoryNode("/compute1", EntryMeaning::InstancesRoot,
            {directoryNode(directory, EntryMeaning::InstanceDirectory,
                 {fileNode(joinPath(directory, "disk"), EntryMeaning::RootDisk, 1, 1),
                     fileNode(joinPath(directory, "console.log"), EntryMeaning::ConsoleLog, 1, 1)}),
                directoryNode("/compute1/_base", EntryMeaning::BaseCache,
                    {fileNode(fixture.bases[0].path, EntryMeaning::BaseImage, 1, 1)})}));
        const EstatePtr estate = fixture.estate();

        const Details log = detailsOf(*estate, pathKey(joinPath(directory, "console.log")));
        QCOMPARE(log.title, QStringLiteral("console.log"));
        QCOMPARE(log.subtitle, entryTitle(EntryMeaning::ConsoleLog));
        QVERIFY(log.text().contains(entryPurpose(EntryMeaning::ConsoleLog)));
        QVERIFY(linksOf(log).contains(dockerKey));

        const Details disk = detailsOf(*estate, pathKey(joinPath(directory, "disk")));
        QCOMPARE(disk.kind, QStringLiteral("disk"));
        QVERIFY(linksOf(disk).contains(baseKeyText));

        const Details base = detailsOf(*estate, pathKey(fixture.bases[0].path));
        QCOMPARE(base.kind, QStringLiteral("base"));
        QVERIFY(linksOf(base).contains(imageKeyText));

        const Details instance = detailsOf(*estate, pathKey(directory));
        QCOMPARE(instance.kind, QStringLiteral("instance"));
        QVERIFY(linksOf(instance).contains(dockerKey));

        QVERIFY(detailsOf(*estate, pathKey(directory + "x")).title.isEmpty());
    }

    void nodesOfThePicture()
    {
        const EstatePtr estate = smallEstate().estate();
        const Details disk =
            detailsOf(*estate, QStringLiteral("file:/compute1/2e1978ab-0000-4000-8000-000000000000/disk"));
        QCOMPARE(disk.title, QStringLiteral("disk"));
        QVERIFY(linksOf(disk).contains(dockerKey));
        const Details base = detailsOf(*estate, fileNodeKey(estate->bases[0].path));
        QCOMPARE(base.kind, QStringLiteral("base"));
        QCOMPARE(detailsOf(*estate, QStringLiteral("image:4ef781ee-d2b5-4922-8fd0-f12aa81f996f")).kind,
            QStringLiteral("image"));
        // What is not there is still explained, with a link to who misses it.
        const Details gone = detailsOf(*estate, QStringLiteral("nothing:/compute2/_base/gone"));
        QVERIFY(!gone.title.isEmpty());
        // Every node of the picture leads somewhere.
        for (const ChainNode &node : estate->chains.nodes())
            QVERIFY2(!detailsOf(*estate, node.key).title.isEmpty(), qPrintable(node.key));
    }

    void noSuchThing()
    {
        const EstatePtr estate = smallEstate().estate();
        for (const char *key :
            {"", "image:", "path:", "path:/", "disk:", "host:", "file:/x", "nonsense", "project:compute1/none"})
            QVERIFY2(detailsOf(*estate, QString::fromLatin1(key)).title.isEmpty(), key);
        QVERIFY(detailsOf(Estate{}, imageKeyText).title.isEmpty());
    }

    void textIsForCopying()
    {
        const Details details{.title = QStringLiteral("T"),
            .subtitle = QStringLiteral("S"),
            .sections = {{QStringLiteral("A"),
                {{.label = QStringLiteral("l"), .value = QStringLiteral("v")},
                    {.label = QStringLiteral("m"), .value = QStringLiteral("w"), .depth = 1},
                    {.label = QStringLiteral("n")}}}}};
        QCOMPARE(details.text(), QStringLiteral("T\nS\n\nA\n  l: v\n    m: w\n  n:\n"));
    }
};

QTEST_GUILESS_MAIN(DetailsTest)
#include "tst_details.moc"
