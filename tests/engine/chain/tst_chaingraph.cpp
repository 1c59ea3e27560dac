// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain/chaingraph.h"

#include <QTest>

using namespace Fathom;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

ChainLayer layer(const NativePath &path, quint64 inode, ImageFormat format = ImageFormat::Qcow2)
{
    ImageInfo info;
    info.format = format;
    info.virtualSizeBytes = 10 * mebibyte;
    ChainLayer made{.path = path};
    made.info = std::make_shared<const ImageInfo>(info);
    made.facts = FileFacts{.lengthBytes = 3 * mebibyte, .allocatedBytes = 2 * mebibyte, .device = 1, .inode = inode};
    return made;
}

ChainLayer broken(const NativePath &path, LinkState state, const QByteArray &text)
{
    ChainLayer made{.path = path, .state = state};
    made.reference.text = text;
    made.error = Error{.kind = ErrorKind::NotFound, .action = u"find it"_s, .reason = u"it is gone"_s};
    return made;
}

BackingChain chain(std::vector<ChainLayer> layers)
{
    return {.layers = std::move(layers)};
}

QString spaced(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ');
}

} // namespace

class TestChainGraph : public QObject {
    Q_OBJECT

private slots:
    void sharesBases()
    {
        ChainGraph graph;
        const int first =
            graph.addChain(chain({layer("/i/a/disk", 1), layer("/b/0", 2, ImageFormat::Raw)}), u"web"_s, u"a"_s);
        const int second =
            graph.addChain(chain({layer("/i/b/disk", 3), layer("/b/0", 2, ImageFormat::Raw)}), u"db"_s, u"b"_s);
        QCOMPARE(graph.nodes().size(), 3U);
        QCOMPARE(graph.edges().size(), 2U);
        const int base = graph.find(fileNodeKey("/b/0")).value();
        QCOMPARE(graph.uppersOf(base), std::vector<int>({first, second}));
        QCOMPARE(graph.lowerOf(second), base);
        QCOMPARE(graph.roots(), std::vector<int>({base}));
        QCOMPARE(graph.node(first).kind, ChainNodeKind::Disk);
        QCOMPARE(graph.node(first).subtitle, u"web"_s);
        QCOMPARE(graph.node(first).subjectKey, u"a"_s);
        QCOMPARE(graph.node(base).kind, ChainNodeKind::Base);
        QCOMPARE(graph.node(base).title, u"0"_s);
        QVERIFY(graph.node(base).subjectKey.isEmpty());
    }

    void joinsNamesOfTheSameFile()
    {
        ChainGraph graph;
        graph.addChain(chain({layer("/i/a/disk", 1), layer("/b/0", 2)}), {}, {});
        graph.addChain(chain({layer("/i/b/disk", 3), layer("/mnt/b/0", 2)}), {}, {});
        QCOMPARE(graph.nodes().size(), 3U);
        QCOMPARE(graph.find(fileNodeKey("/mnt/b/0")), graph.find(fileNodeKey("/b/0")));
    }

    void keepsWhatANodeHas()
    {
        ChainGraph graph;
        const int base = graph.addNode({.key = fileNodeKey("/b/0"),
            .kind = ChainNodeKind::Base,
            .title = u"6ddc…"_s,
            .subtitle = u"base"_s,
            .subjectKey = u"base:0"_s});
        const int image = graph.addNode(
            {.key = u"image:x"_s, .kind = ChainNodeKind::Image, .title = u"x"_s, .subtitle = u"Glance"_s});
        graph.addEdge({.upper = base, .lower = image, .kind = ChainEdgeKind::MadeFrom});
        const int disk = graph.addChain(chain({layer("/i/a/disk", 1), layer("/b/0", 2)}), {}, {});
        QCOMPARE(graph.lowerOf(disk), base);
        QCOMPARE(graph.node(base).title, u"6ddc…"_s);
        QCOMPARE(graph.node(base).subjectKey, u"base:0"_s);
        QCOMPARE(graph.roots(), std::vector<int>({image}));
        QCOMPARE(graph.allAbove(image), std::vector<int>({base, disk}));
    }

    void aDiskThatOthersStandOnBecomesABaseUnlessItIsSomebodys()
    {
        ChainGraph graph;
        const int free = graph.addChain(chain({layer("/x/a", 1)}), {}, {});
        const int owned = graph.addChain(chain({layer("/x/b", 2)}), u"web"_s, u"web"_s);
        graph.addChain(chain({layer("/x/c", 3), layer("/x/a", 1)}), {}, {});
        graph.addChain(chain({layer("/x/d", 4), layer("/x/b", 2)}), {}, {});
        QCOMPARE(graph.node(free).kind, ChainNodeKind::Base);
        QCOMPARE(graph.node(owned).kind, ChainNodeKind::Disk);
        // And a base that turns out to be an instance's disk learns whose it is.
        graph.addChain(chain({layer("/x/a", 1)}), u"db"_s, u"db"_s);
        QCOMPARE(graph.node(free).subtitle, u"db"_s);
        QCOMPARE(graph.node(free).subjectKey, u"db"_s);
    }

    void showsWhatIsNotThere_data()
    {
        QTest::addColumn<LinkState>("state");
        QTest::addColumn<NativePath>("path");
        QTest::addColumn<QString>("key");
        QTest::addColumn<ChainNodeKind>("kind");
        QTest::newRow("missing") << LinkState::Missing << "/b/gone"_ba << u"nothing:/b/gone"_s
                                 << ChainNodeKind::Nothing;
        QTest::newRow("protocol") << LinkState::NotOpened << ""_ba << u"nothing:not-opened:nbd:x"_s
                                  << ChainNodeKind::Nothing;
        QTest::newRow("outside") << LinkState::Outside << "/etc/shadow"_ba << u"nothing:outside:/etc/shadow"_s
                                 << ChainNodeKind::Nothing;
        QTest::newRow("circle") << LinkState::Cyclic << "/i/disk"_ba << u"nothing:cyclic:/i/disk"_s
                                << ChainNodeKind::Nothing;
        QTest::newRow("damaged") << LinkState::Malformed << "/b/0"_ba << u"file:/b/0"_s << ChainNodeKind::Base;
        QTest::newRow("unreadable") << LinkState::Unreadable << "/b/0"_ba << u"file:/b/0"_s << ChainNodeKind::Base;
    }

    void showsWhatIsNotThere()
    {
        QFETCH(const LinkState, state);
        QFETCH(const NativePath, path);
        QFETCH(const QString, key);
        QFETCH(const ChainNodeKind, kind);
        ChainGraph graph;
        const int disk = graph.addChain(chain({layer("/i/disk", 1), broken(path, state, "nbd:x")}), {}, {});
        const std::optional<int> lower = graph.lowerOf(disk);
        QVERIFY(lower);
        QCOMPARE(graph.node(*lower).key, key);
        QCOMPARE(graph.node(*lower).kind, kind);
        QCOMPARE(graph.node(*lower).state, state);
        QVERIFY(!graph.node(*lower).problem.isEmpty());
        QVERIFY(graph.edges().front().broken);
        QVERIFY(chainText(graph).contains(graph.node(*lower).problem));
    }

    void aTopThatIsGoneIsStillADisk()
    {
        ChainGraph graph;
        const int disk = graph.addChain(chain({broken("/i/disk", LinkState::Missing, {})}), u"web"_s, u"a"_s);
        QCOMPARE(graph.node(disk).key, fileNodeKey("/i/disk"));
        QCOMPARE(graph.node(disk).kind, ChainNodeKind::Disk);
        QCOMPARE(graph.addChain({}, {}, {}), -1);
    }

    void refusesCirclesAndSecondLowers()
    {
        ChainGraph graph;
        for (const QString &key : {u"a"_s, u"b"_s, u"c"_s})
            graph.addNode({.key = key});
        graph.addEdge({.upper = 0, .lower = 1});
        graph.addEdge({.upper = 1, .lower = 2});
        graph.addEdge({.upper = 2, .lower = 0}); // a circle
        graph.addEdge({.upper = 2, .lower = 2});
        graph.addEdge({.upper = 0, .lower = 2}); // a second lower one
        graph.addEdge({.upper = 7, .lower = 0}); // no such node
        graph.addEdge({.upper = 0, .lower = -1});
        QCOMPARE(graph.edges().size(), 2U);
        QCOMPARE(graph.roots(), std::vector<int>({2}));
        QVERIFY(!graph.lowerOf(7));
        QVERIFY(graph.uppersOf(-1).empty());
        QCOMPARE(graph.addNode({.key = u"b"_s}), 1);
    }

    void writesTheForestAsText()
    {
        ChainGraph graph;
        const int base = graph.addNode({.key = fileNodeKey("/b/0"), .kind = ChainNodeKind::Base, .title = u"0"_s});
        const int image =
            graph.addNode({.key = u"image:x"_s, .kind = ChainNodeKind::Image, .title = u"x"_s, .subtitle = u"image"_s});
        graph.addEdge({.upper = base, .lower = image, .kind = ChainEdgeKind::MadeFrom});
        graph.addChain(chain({layer("/i/a/disk", 1), layer("/b/0", 2)}), u"web"_s, u"a"_s);
        graph.addChain(chain({layer("/i/b/mid", 3), layer("/b/0", 2)}), u"db"_s, u"b"_s);
        graph.addChain(chain({layer("/i/c/top", 5), layer("/i/b/mid", 3)}), {}, {});
        graph.addChain(chain({layer("/i/d/disk", 4), layer("/b/0", 2)}), {}, {});
        graph.addChain(chain({layer("/z", 9, ImageFormat::Raw)}), {}, {});
        QCOMPARE(spaced(chainText(graph)),
            u"x (image): 5 layers stand on it\n"
            "└─ 0: 4 layers stand on it\n"
            "   ├─ disk (web): qcow2, 10 MiB virtual, 2 MiB on disk\n"
            "   ├─ mid (db): qcow2, 10 MiB virtual, 2 MiB on disk\n"
            "   │  └─ top: qcow2, 10 MiB virtual, 2 MiB on disk\n"
            "   └─ disk: qcow2, 10 MiB virtual, 2 MiB on disk\n"
            "z: raw, 10 MiB virtual, 2 MiB on disk\n"_s);
        QCOMPARE(chainText(graph, base), chainText(graph).section(u'\n', 0, 5) + u'\n');
        QCOMPARE(spaced(chainText(graph, graph.find(fileNodeKey("/z")))), u"z: raw, 10 MiB virtual, 2 MiB on disk\n"_s);
        QCOMPARE(chainText(graph, 99), QString());
        QCOMPARE(chainText(ChainGraph()), QString());
    }

    void writesAChainAsText()
    {
        ChainLayer moved = layer("/copy/_base/0", 2, ImageFormat::Raw);
        moved.relocated = true;
        moved.reference.text = "/var/_base/0";
        QCOMPARE(spaced(chainText(chain({layer("/i/disk", 1), moved}))),
            u"/i/disk: qcow2, 10 MiB virtual, 2 MiB on disk\n"
            "└─ /copy/_base/0 (named /var/_base/0): raw, 10 MiB virtual, 2 MiB on disk\n"
            "Together 4 MiB on disk, of which 2 MiB are the disk's own.\n"_s);
        QCOMPARE(spaced(chainText(chain({layer("/i/a", 1)}))), u"/i/a: qcow2, 10 MiB virtual, 2 MiB on disk\n"_s);
        const QString text =
            spaced(chainText(chain({layer("/i/a", 1), broken("/b/\x1b[2J", LinkState::Missing, "/b/\x1b[2J")})));
        QVERIFY2(text.contains(u"└─ /b/\\x1b[2J — missing. "_s), qPrintable(text));
        QVERIFY(!text.contains(u'\x1b'));
        QCOMPARE(spaced(chainText(chain({layer("/i/a", 1)}), SizeWords::Exact)),
            u"/i/a: qcow2, 10,485,760 bytes virtual, 2,097,152 bytes on disk\n"_s);
        QCOMPARE(chainText(BackingChain()), QString());
    }

    void isFastWhenDeepAndWhenWide()
    {
        std::vector<ChainLayer> layers;
        for (quint64 i = 0; i < 1000; ++i)
            layers.push_back(layer("/l/" + QByteArray::number(i), i + 1));
        ChainGraph graph;
        const int top = graph.addChain(chain(layers), {}, {});
        QCOMPARE(graph.allAbove(graph.roots().front()).size(), 999U);
        QCOMPARE(chainText(chain(layers)).count(u'\n'), 1001);
        QCOMPARE(chainText(graph, top).count(u'\n'), 1000);
        ChainGraph wide;
        for (quint64 i = 0; i < 100'000; ++i)
            wide.addChain(chain({layer("/i/" + QByteArray::number(i), i + 10), layer("/b/0", 1)}), {}, {});
        QCOMPARE(wide.allAbove(wide.roots().front()).size(), 100'000U);
        QCOMPARE(wide.nodes().size(), 100'001U);
    }
};

QTEST_APPLESS_MAIN(TestChainGraph)
#include "tst_chaingraph.moc"
