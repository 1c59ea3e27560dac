// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"
#include "widgets/chains/chainedgeitem.h"
#include "widgets/chains/chainnodeitem.h"
#include "widgets/chains/chainscene.h"
#include "widgets/chains/chainspage.h"
#include "widgets/chains/chainview.h"
#include "widgets/common/filterline.h"
#include "widgets/common/rowview.h"
#include "widgets/common/tablemenus.h"
#include "widgets/sampleestate.h"
#include "widgets/teststart.h"

#include <QClipboard>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace Fathom;

class TestChainsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void everythingIsInThePicture();
    void overlaysStandAboveWhatTheyStandOn();
    void nodesGrowWithTheFont();
    void brokenLinksSayWhy();
    void clickTellsAndDoubleClickGoes();
    void keysZoomAndWalk();
    void beginsAtTheFirstTree();
    void wheelZoomsWithControl();
    void filterChoosesTrees();
    void treeTellsTheSame();
    void treeSorts();
    void wrongFiltersAreExplained();
    void menusBelongToTheTree();
    void toolsFindRoomInNarrowWindows();
    void savedViewsBringFilterOrderAndColumns();
    void beginsWithASavedView();
    void exportsTheTree();
    void goesWhereEnterGoes();
    void copiesText();
    void updatesKeepTheSelection();
    void manyTreesAreCutAndTold();

private:
    template<class Item> QList<Item *> items() const
    {
        QList<Item *> found;
        for (QGraphicsItem *item : m_page->scene().items()) {
            if (auto *wanted = qgraphicsitem_cast<Item *>(item))
                found << wanted;
        }
        return found;
    }
    QString diskKey(const QString &uuid) const { return fileNodeKey(m_sample->instancePath(uuid) + "/disk"); }
    QPoint placeOf(const QString &key) const
    {
        ChainNodeItem *item = m_page->scene().nodeItem(key);
        m_page->view().centerOn(item);
        return m_page->view().mapFromScene(item->sceneBoundingRect().center());
    }

    std::unique_ptr<SampleEstate> m_sample;
    EstatePtr m_estate;
    std::unique_ptr<ChainsPage> m_page;
};

void TestChainsPage::initTestCase()
{
    startWidgetTest();
    m_sample = std::make_unique<SampleEstate>();
    QVERIFY2(m_sample->good(), "qemu-img is needed (package qemu-utils)");
    m_estate = m_sample->scan();
}

void TestChainsPage::init()
{
    QSettings().clear();
    m_page = std::make_unique<ChainsPage>();
    m_page->resize(1000, 600);
    m_page->setEstate(m_estate);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->activateWindow();
}

void TestChainsPage::everythingIsInThePicture()
{
    QCOMPARE(items<ChainNodeItem>().size(), qsizetype(m_estate->chains.nodes().size()));
    QCOMPARE(items<ChainEdgeItem>().size(), qsizetype(m_estate->chains.edges().size()));
    const ChainNodeItem *disk = m_page->scene().nodeItem(diskKey(SampleEstate::alpha));
    QVERIFY(disk);
    const QString lines = disk->lines().join(u'\n');
    QVERIFY2(lines.contains(QStringLiteral("web-alpha")) && lines.contains(QStringLiteral("qcow2")) &&
            lines.contains(formatBytes(qint64(20) << 30)),
        qPrintable(lines));
    double shares = 0;
    const auto base = m_estate->chains.find(fileNodeKey(m_sample->basePath()));
    QVERIFY(base);
    for (const ChainNodeItem *item : items<ChainNodeItem>()) {
        QVERIFY(item->share() <= 1);
        const int root = *m_estate->chains.find(QStringLiteral("image:") + SampleEstate::imageA);
        const std::vector<int> tree = m_estate->chains.allAbove(root);
        const int node = *m_estate->chains.find(item->node().key);
        if (node == root || std::ranges::contains(tree, node))
            shares += std::max(item->share(), 0.0);
    }
    QVERIFY(std::abs(shares - 1) < 0.001);
}

void TestChainsPage::overlaysStandAboveWhatTheyStandOn()
{
    for (const ChainEdge &edge : m_estate->chains.edges()) {
        const ChainNodeItem *upper = m_page->scene().nodeItem(m_estate->chains.node(edge.upper).key);
        const ChainNodeItem *lower = m_page->scene().nodeItem(m_estate->chains.node(edge.lower).key);
        QVERIFY(upper && lower);
        QVERIFY(upper->sceneBoundingRect().bottom() < lower->sceneBoundingRect().top());
    }
    const auto nodes = items<ChainNodeItem>();
    for (const ChainNodeItem *first : nodes) {
        for (const ChainNodeItem *second : nodes)
            QVERIFY(first == second || !first->sceneBoundingRect().intersects(second->sceneBoundingRect()));
    }
}

void TestChainsPage::nodesGrowWithTheFont()
{
    for (const int points : {9, 14, 20}) {
        QFont font = QApplication::font();
        font.setPointSize(points);
        const QSizeF size = ChainNodeItem::nodeSize(font);
        font.setPointSizeF(points * 0.9);
        // A title and three smaller lines between its margins.
        QVERIFY(size.height() >= 4 * QFontMetricsF(font).height() + 18);
        QVERIFY(
            size.width() >= QFontMetricsF(font).horizontalAdvance(QStringLiteral("qcow2 · 1023.9 GiB virtual")) + 24);
    }
}

void TestChainsPage::brokenLinksSayWhy()
{
    int broken = 0;
    for (const ChainEdgeItem *edge : items<ChainEdgeItem>()) {
        if (!edge->edge().broken)
            continue;
        ++broken;
        QVERIFY(!edge->label().isEmpty());
    }
    QVERIFY(broken >= 1);
    int missing = 0;
    for (const ChainNodeItem *node : items<ChainNodeItem>()) {
        if (node->node().state == LinkState::Missing) {
            ++missing;
            QVERIFY(node->lines().contains(linkStateText(LinkState::Missing)));
        }
    }
    QVERIFY(missing >= 1);
}

void TestChainsPage::clickTellsAndDoubleClickGoes()
{
    QSignalSpy selections(m_page.get(), &Page::selected);
    QSignalSpy activations(m_page.get(), &Page::activated);
    const QString key = diskKey(SampleEstate::beta);
    QTest::mouseClick(m_page->view().viewport(), Qt::LeftButton, {}, placeOf(key));
    QCOMPARE(selections.size(), 1);
    QCOMPARE(selections[0][0].toString(), key);
    QTest::mouseDClick(m_page->view().viewport(), Qt::LeftButton, {}, placeOf(key));
    QCOMPARE(activations.size(), 1);
    QCOMPARE(activations[0][0].toString(), m_sample->instanceKeyOf(SampleEstate::beta));
}

void TestChainsPage::keysZoomAndWalk()
{
    ChainView &view = m_page->view();
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(view.zoom(), 1.0);
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.zoom() > 1.2);
    QTest::keyClick(&view, Qt::Key_Minus);
    QTest::keyClick(&view, Qt::Key_Minus);
    QVERIFY(view.zoom() < 0.9);
    QTest::keyClick(&view, Qt::Key_F);
    const QRectF seen = view.mapToScene(view.viewport()->rect()).boundingRect();
    QVERIFY(seen.contains(m_page->scene().itemsBoundingRect()));

    QVERIFY(m_page->select(diskKey(SampleEstate::alpha)));
    QSignalSpy selections(m_page.get(), &Page::selected);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(selections.size(), 1);
    QCOMPARE(selections[0][0].toString(), fileNodeKey(m_sample->basePath()));
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(m_page->scene().selectedNode()->node().kind, ChainNodeKind::Image);
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(m_page->scene().selectedNode()->node().kind, ChainNodeKind::Base);
    QSignalSpy activations(m_page.get(), &Page::activated);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(activations.size(), 1);
}

/// Where not all of the picture can be read at once.
void TestChainsPage::beginsAtTheFirstTree()
{
    ChainsPage page;
    page.resize(500, 260);
    page.setEstate(m_estate);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const QRectF all = page.scene().itemsBoundingRect();
    const QRectF seen = page.view().mapToScene(page.view().viewport()->rect()).boundingRect();
    QVERIFY(seen.height() < all.height());
    QVERIFY(seen.contains(all.topLeft()));
}

void TestChainsPage::wheelZoomsWithControl()
{
    ChainView &view = m_page->view();
    view.setZoom(1);
    const auto turn = [&view](Qt::KeyboardModifiers modifiers) {
        const QPointF place = view.viewport()->rect().center();
        QWheelEvent event(place, view.viewport()->mapToGlobal(place), {}, QPoint(0, 120), Qt::NoButton, modifiers,
            Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view.viewport(), &event);
    };
    turn(Qt::NoModifier);
    QCOMPARE(view.zoom(), 1.0);
    turn(Qt::ControlModifier);
    QVERIFY(view.zoom() > 1.2);
}

void TestChainsPage::filterChoosesTrees()
{
    const qsizetype all = items<ChainNodeItem>().size();
    QTest::keyClicks(&m_page->filterLine(), QStringLiteral("gamma"));
    QTRY_VERIFY(items<ChainNodeItem>().size() < all);
    QVERIFY(m_page->scene().nodeItem(diskKey(SampleEstate::gamma)));
    QVERIFY(!m_page->scene().nodeItem(diskKey(SampleEstate::alpha)));
    QVERIFY2(m_page->countShown().startsWith(QStringLiteral("1 of ")), qPrintable(m_page->countShown()));
    // Going to something that the filter hides clears it.
    QVERIFY(m_page->select(diskKey(SampleEstate::alpha)));
    QCOMPARE(items<ChainNodeItem>().size(), all);
    QVERIFY(!m_page->select(QStringLiteral("file:/no/such")));
}

void TestChainsPage::treeTellsTheSame()
{
    m_page->showText(true);
    QVERIFY(m_page->tree().isVisible());
    QVERIFY(m_page->select(diskKey(SampleEstate::delta)));
    QCOMPARE(m_page->tree().currentIndex().data(KeyRole).toString(), diskKey(SampleEstate::delta));
    const auto countAll = [&](auto &&self, const QModelIndex &parent) -> int {
        int found = m_page->tree().model()->rowCount(parent);
        for (int row = 0, direct = found; row < direct; ++row)
            found += self(self, m_page->tree().model()->index(row, 0, parent));
        return found;
    };
    QCOMPARE(countAll(countAll, {}), int(m_estate->chains.nodes().size()));
    // Selecting in the tree selects in the picture, too.
    QSignalSpy selections(m_page.get(), &Page::selected);
    m_page->tree().setFocus();
    QTest::keyClick(&m_page->tree(), Qt::Key_Up);
    QCOMPARE(selections.size(), 1);
    QCOMPARE(m_page->scene().selectedNode()->node().key, selections[0][0].toString());
}

void TestChainsPage::treeSorts()
{
    m_page->showText(true);
    auto *tree = m_page->findChild<QTreeView *>();
    QVERIFY(tree && tree->isSortingEnabled());
    const auto titles = [tree] {
        QStringList result;
        for (int row = 0; row < tree->model()->rowCount(); ++row)
            result << tree->model()->index(row, 0).data().toString().toCaseFolded();
        return result;
    };
    const QStringList given = titles();
    tree->sortByColumn(0, Qt::DescendingOrder);
    QVERIFY(std::ranges::is_sorted(titles(), std::greater()));
    tree->sortByColumn(-1, Qt::AscendingOrder);
    QCOMPARE(titles(), given);
}

void TestChainsPage::wrongFiltersAreExplained()
{
    const QString all = m_page->countShown();
    // What is wrong is said above the picture and above the tree, and hides nothing.
    for (const bool text : {false, true}) {
        m_page->showText(text);
        m_page->filterLine().setTextNow(QStringLiteral("virtual:>much"));
        QCOMPARE(m_page->countShown(), all);
        QVERIFY(m_page->filterProblemShown().contains(QStringLiteral("much")));
        QVERIFY(m_page->filterLine().accessibleDescription().contains(QStringLiteral("much")));
        m_page->filterLine().clearNow();
        QVERIFY(m_page->filterProblemShown().isEmpty());
        QVERIFY(m_page->filterLine().accessibleDescription().isEmpty());
    }
}

void TestChainsPage::menusBelongToTheTree()
{
    QVERIFY(!m_page->menus().isVisible());
    m_page->showText(true);
    QVERIFY(m_page->menus().isVisible());
    int menus = 0;
    for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
        if (!button->menu())
            continue;
        ++menus;
        QVERIFY(button->isVisible());
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
        emit button->menu()->aboutToShow();
        QVERIFY(!button->menu()->actions().isEmpty());
    }
    QCOMPARE(menus, 3);
    m_page->showText(false);
    QVERIFY(!m_page->menus().isVisible());
}

void TestChainsPage::toolsFindRoomInNarrowWindows()
{
    // What a window of 900 pixels leaves beside its side bar and the details.
    constexpr int narrow = 500;
    for (const bool text : {true, false}) {
        m_page->showText(text);
        QVERIFY2(m_page->minimumSizeHint().width() <= narrow,
            qPrintable(QString::number(m_page->minimumSizeHint().width())));
        for (const int width : {1000, narrow}) {
            m_page->resize(width, 600);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QRegion taken;
            QList<QWidget *> tools{&m_page->filterLine()};
            for (QToolButton *button : m_page->findChildren<QToolButton *>())
                if (button->isVisible() && !m_page->filterLine().isAncestorOf(button))
                    tools << button;
            QCOMPARE(tools.size(), text ? 7 : 8);
            for (const QWidget *tool : std::as_const(tools)) {
                const QRect place(tool->mapTo(m_page.get(), QPoint()), tool->size());
                QVERIFY(m_page->rect().contains(place));
                QVERIFY(tool->width() >= tool->minimumSizeHint().width());
                QVERIFY(!taken.intersects(place));
                taken += place;
            }
            // In one line where there is room for it.
            QCOMPARE(taken.boundingRect().height() < 2 * m_page->filterLine().height(), width == 1000);
        }
    }
}

void TestChainsPage::savedViewsBringFilterOrderAndColumns()
{
    m_page->showText(true);
    TableMenus &menus = m_page->menus();
    QHeaderView *header = m_page->tree().header();
    const SavedView usual = menus.presentView(QStringLiteral("as it was"));
    QVERIFY(usual.sortColumn.isEmpty());
    QCOMPARE(int(usual.columns.size()), header->count());
    const auto keys = [this] {
        QStringList result;
        for (int row = 0; row < m_page->tree().model()->rowCount(); ++row)
            result << m_page->tree().model()->index(row, 0).data(KeyRole).toString();
        return result;
    };
    const QStringList asTheyStand = keys();

    const SavedView wanted{.name = QStringLiteral("gamma"),
        .filter = QStringLiteral("gamma"),
        .sortColumn = QStringLiteral("virtual-size"),
        .sortOrder = Qt::DescendingOrder,
        .columns = {usual.columns.front(), QStringLiteral("virtual-size"), QStringLiteral("kind")}};
    menus.showView(wanted);
    QCOMPARE(menus.presentView(QStringLiteral("gamma")), wanted);
    QCOMPARE(m_page->filterLine().text(), QStringLiteral("gamma"));
    QVERIFY2(m_page->countShown().startsWith(QStringLiteral("1 of ")), qPrintable(m_page->countShown()));
    // The picture follows the filter.
    QVERIFY(!m_page->scene().nodeItem(diskKey(SampleEstate::alpha)));

    menus.showView(usual);
    QCOMPARE(menus.presentView(usual.name), usual);
    QCOMPARE(keys(), asTheyStand);

    // The usual view of the chains is as they stand, too.
    menus.showView(wanted);
    QToolButton *views = menus.findChild<QToolButton *>();
    emit views->menu()->aboutToShow();
    views->menu()->actions().front()->trigger();
    QCOMPARE(menus.presentView(usual.name), usual);
    QCOMPARE(keys(), asTheyStand);
}

void TestChainsPage::beginsWithASavedView()
{
    m_page->showText(true);
    m_page->filterLine().setTextNow(QStringLiteral("gamma"));
    m_page->tree().sortByColumn(0, Qt::DescendingOrder);
    m_page->tree().header()->setSectionHidden(1, true);
    const SavedView saved = m_page->menus().presentView(QStringLiteral("mine"));
    m_page->menus().savedViews().put(saved);
    m_page->menus().savedViews().setDefault(saved.name);
    m_page->menus().showView({.name = QStringLiteral("other")});
    m_page.reset();

    m_page = std::make_unique<ChainsPage>();
    m_page->setEstate(m_estate);
    QVERIFY(m_page->textShown());
    QCOMPARE(m_page->menus().presentView(saved.name), saved);
    QVERIFY2(m_page->countShown().startsWith(QStringLiteral("1 of ")), qPrintable(m_page->countShown()));
    // Views of one page are not another's.
    QVERIFY(SavedViews(QStringLiteral("pages/images")).all().empty());
    QCOMPARE(int(SavedViews(QStringLiteral("pages/chains")).all().size()), 1);
}

void TestChainsPage::exportsTheTree()
{
    QTemporaryDir directory;
    m_page->showText(true);
    m_page->tree().header()->setSectionHidden(1, true);
    QSignalSpy told(m_page.get(), &Page::told);
    const QString csv = directory.filePath(QStringLiteral("chains.csv"));
    m_page->menus().exportTo(csv, ExportFormat::Csv, false);
    QVERIFY(told.wait());
    QCOMPARE(told[0][0].value<Severity>(), Severity::None);
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count("\r\n"), qsizetype(m_estate->chains.nodes().size()) + 1);
    const QByteArray header = text.first(text.indexOf('\r'));
    const SavedView shown = m_page->menus().presentView({});
    QCOMPARE(header, "level," + shown.columns.join(u',').toLatin1());

    // What is selected, with how deep it stands.
    QVERIFY(m_page->select(diskKey(SampleEstate::alpha)));
    m_page->menus().copyAs(ExportFormat::Json);
    const QJsonArray copied = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).array();
    QCOMPARE(copied.size(), 1);
    QCOMPARE(copied[0][QStringLiteral("level")].toInt(), 2);
    QCOMPARE(copied[0][QStringLiteral("virtual-size")].toInteger(), qint64(20) << 30);
    QVERIFY(copied[0].toObject().contains(shown.columns.front()));
    m_page->menus().copyAs(ExportFormat::Csv);
    QCOMPARE(QGuiApplication::clipboard()->text().count(QStringLiteral("\r\n")), 2);

    m_page->menus().exportTo(QStringLiteral("/nowhere/at/all/rows.csv"), ExportFormat::Csv, false);
    QVERIFY(told.wait());
    QCOMPARE(told[1][0].value<Severity>(), Severity::Broken);
    QVERIFY(told[1][1].toString().contains(QStringLiteral("/nowhere/at/all")));
}

void TestChainsPage::goesWhereEnterGoes()
{
    m_page->showText(true);
    QVERIFY(m_page->select(diskKey(SampleEstate::beta)));
    QSignalSpy activations(m_page.get(), &Page::activated);
    QMenu menu;
    m_page->menus().fillContextMenu(menu, m_page->tree().currentIndex());
    menu.actions().front()->trigger();
    QCOMPARE(activations.size(), 1);
    QCOMPARE(activations[0][0].toString(), m_sample->instanceKeyOf(SampleEstate::beta));
    // Beside the rows there is nowhere to go to.
    QMenu beside;
    m_page->menus().fillContextMenu(beside, {});
    QCOMPARE(beside.actions().front(), m_page->tree().copyAction());
}

void TestChainsPage::copiesText()
{
    m_page->copyAsText();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(SampleEstate::imageA));
    QVERIFY(text.contains(QString::fromLatin1(baseNameOfImage(SampleEstate::imageA))));
    QVERIFY(text.contains(QStringLiteral("web-alpha")));
}

void TestChainsPage::updatesKeepTheSelection()
{
    const QString key = diskKey(SampleEstate::beta);
    QVERIFY(m_page->select(key));
    QSignalSpy selections(m_page.get(), &Page::selected);
    m_page->setEstate(m_sample->scan());
    QVERIFY(m_page->scene().selectedNode());
    QCOMPARE(m_page->scene().selectedNode()->node().key, key);
    QCOMPARE(selections.size(), 0);
}

void TestChainsPage::manyTreesAreCutAndTold()
{
    auto many = std::make_shared<Estate>();
    many->sources.push_back({});
    constexpr int trees = ChainScene::mostNodes;
    for (int i = 0; i < trees; ++i) {
        const NativePath path = "/i/" + QByteArray::number(i);
        const int base = many->chains.addNode(
            {.key = fileNodeKey(path + "/base"), .kind = ChainNodeKind::Base, .title = QString::number(i)});
        const int disk = many->chains.addNode({.key = fileNodeKey(path), .title = QStringLiteral("disk")});
        many->chains.addEdge({.upper = disk, .lower = base});
    }
    m_page->setEstate(many);
    QVERIFY(m_page->scene().nodeItems().size() <= ChainScene::mostNodes);
    QVERIFY(m_page->scene().treesLeftOut() > 0);
    QVERIFY(m_page->countShown().contains(QString::number(m_page->scene().treesShown())));
    // One that was left out is drawn when somebody goes to it.
    const QString last = fileNodeKey("/i/" + QByteArray::number(trees - 1));
    QVERIFY(!m_page->scene().nodeItem(last));
    QVERIFY(m_page->select(last));
    QVERIFY(m_page->scene().nodeItem(last));
}

QTEST_MAIN(TestChainsPage)
#include "tst_chainspage.moc"
