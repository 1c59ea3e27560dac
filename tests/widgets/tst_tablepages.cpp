// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/directorymodel.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/filterline.h"
#include "widgets/common/rowview.h"
#include "widgets/common/tablemenus.h"
#include "widgets/directories/directoriespage.h"
#include "widgets/images/imagespage.h"
#include "widgets/instances/instancespage.h"
#include "widgets/sampleestate.h"
#include "widgets/teststart.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QCompleter>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Fathom;

class TestTablePages : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QSettings().clear(); }
    void filterCountsAndClears();
    void copiesWhatIsShown();
    void headerSorts();
    void columnsAreRemembered();
    void widthsOfAnEmptyPageAreNobodysChoice();
    void instancesStandOpen();
    void updatesKeepWhatIsOpenAndSelected();
    void filterOpensWhatItFinds();
    void selectsThroughTheFilter();
    void filterLanguage();
    void fieldsAreCompleted();
    void filterChoosesNothing();
    void buttonsStay();
    void savedViews();
    void exportsWhatIsShown();
    void failedExportIsTold();
    void clicksAndKeysAreTold();
    void emptyPagesOfferTheNextStep();
    void sizesHaveExactToolTips();

private:
    template<class P> std::unique_ptr<P> shown(const EstatePtr &estate)
    {
        auto page = std::make_unique<P>();
        page->resize(1000, 600);
        page->setEstate(estate);
        page->show();
        if (!QTest::qWaitForWindowExposed(page.get()))
            qWarning("The page does not show");
        page->activateWindow();
        return page;
    }
    static QModelIndex find(const QTreeView &view, const QString &key, const QModelIndex &parent = {})
    {
        for (int row = 0; row < view.model()->rowCount(parent); ++row) {
            const QModelIndex index = view.model()->index(row, 0, parent);
            if (index.data(KeyRole).toString() == key)
                return index;
            if (const QModelIndex below = find(view, key, index); below.isValid())
                return below;
        }
        return {};
    }

    std::unique_ptr<SampleEstate> m_sample;
    EstatePtr m_estate;
};

void TestTablePages::initTestCase()
{
    startWidgetTest();
    m_sample = std::make_unique<SampleEstate>();
    QVERIFY2(m_sample->good(), "qemu-img is needed (package qemu-utils)");
    m_estate = m_sample->scan();
    QCOMPARE(int(m_estate->instances.size()), 4);
}

void TestTablePages::filterCountsAndClears()
{
    const auto page = shown<ImagesPage>(m_estate);
    QCOMPARE(page->countShown(), QStringLiteral("3 image(s)"));
    page->focusFilter();
    QVERIFY(page->filterLine().hasFocus());
    QTest::keyClicks(&page->filterLine(), QStringLiteral("QCOW2"));
    QTRY_COMPARE(page->view().model()->rowCount(), 2);
    QCOMPARE(page->countShown(), QStringLiteral("2 of 3 image(s)"));
    QTest::keyClicks(&page->filterLine(), QStringLiteral(" no-such-word"));
    QTRY_COMPARE(page->view().model()->rowCount(), 0);
    QVERIFY(page->emptyState().isVisible());
    QVERIFY(page->emptyState().text().contains(QStringLiteral("no-such-word")));
    auto *clear = page->emptyState().findChild<QPushButton *>();
    QVERIFY(clear);
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(page->view().model()->rowCount(), 3);
    QVERIFY(page->view().isVisible());
    // Down leaves the line for the rows.
    page->focusFilter();
    QTest::keyClick(&page->filterLine(), Qt::Key_Down);
    QVERIFY(page->view().hasFocus());
}

void TestTablePages::copiesWhatIsShown()
{
    const auto page = shown<ImagesPage>(m_estate);
    QHeaderView *header = page->view().header();
    header->setSectionHidden(2, true);
    QVERIFY(page->select(m_sample->imageKeyOf(SampleEstate::imageA)));
    page->view().setFocus();
    QTest::keyClick(&page->view(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].count(u'\t'), lines[1].count(u'\t'));
    QCOMPARE(lines[0].count(u'\t') + 1, header->count() - header->hiddenSectionCount());
    QVERIFY(lines[1].startsWith(SampleEstate::imageA + u'\t'));
    QVERIFY(!lines[0].contains(page->view().model()->headerData(2, Qt::Horizontal).toString()));
    page->view().selectAll();
    page->view().copySelection();
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 4);
}

void TestTablePages::headerSorts()
{
    const auto page = shown<ImagesPage>(m_estate);
    QTreeView &view = page->view();
    const auto virtualSizes = [&view] {
        QList<qint64> sizes;
        for (int row = 0; row < view.model()->rowCount(); ++row)
            sizes << view.model()->index(row, 2).data(BytesRole).toLongLong();
        return sizes;
    };
    view.sortByColumn(2, Qt::DescendingOrder);
    QList<qint64> sizes = virtualSizes();
    QCOMPARE(sizes.size(), 3);
    QVERIFY(std::ranges::is_sorted(sizes, std::greater()));
    const QPoint onHeader(view.header()->sectionViewportPosition(2) + 20, view.header()->height() / 2);
    QTest::mouseClick(view.header()->viewport(), Qt::LeftButton, {}, onHeader);
    sizes = virtualSizes();
    QVERIFY(std::ranges::is_sorted(sizes));
}

void TestTablePages::columnsAreRemembered()
{
    {
        const auto page = shown<ImagesPage>(m_estate);
        page->view().header()->setSectionHidden(3, true);
        page->view().header()->resizeSection(1, 133);
    }
    const auto page = shown<ImagesPage>(m_estate);
    QVERIFY(page->view().header()->isSectionHidden(3));
    QCOMPARE(page->view().header()->sectionSize(1), 133);
}

/// A window that was closed before anything was read knew no width worth remembering.
void TestTablePages::widthsOfAnEmptyPageAreNobodysChoice()
{
    const int usual = shown<ImagesPage>(m_estate)->view().header()->sectionSize(0);
    QSettings().clear();
    shown<ImagesPage>(std::make_shared<const Estate>()).reset();
    QCOMPARE(shown<ImagesPage>(m_estate)->view().header()->sectionSize(0), usual);
}

void TestTablePages::instancesStandOpen()
{
    const auto page = shown<InstancesPage>(m_estate);
    const QModelIndex instance = find(page->view(), m_sample->instanceKeyOf(SampleEstate::alpha));
    QVERIFY(instance.isValid());
    for (QModelIndex group = instance.parent(); group.isValid(); group = group.parent())
        QVERIFY(page->view().isExpanded(group));
    QVERIFY(page->view().visualRect(instance).isValid());
}

void TestTablePages::updatesKeepWhatIsOpenAndSelected()
{
    const auto page = shown<InstancesPage>(m_estate);
    QTreeView &view = page->view();
    const QModelIndex closed = find(view, m_sample->instanceKeyOf(SampleEstate::gamma)).parent();
    const QString closedKey = closed.data(KeyRole).toString();
    view.collapse(closed);
    QVERIFY(page->select(m_sample->instanceKeyOf(SampleEstate::delta)));

    const QString added = QStringLiteral("22222222-5555-4555-8555-555555555555");
    m_sample->addInstance("compute2", added, QStringLiteral("aaa-first"), baseNameOfImage(SampleEstate::imageA));
    const EstatePtr next = m_sample->scan();
    m_sample->removeInstance(added);
    QCOMPARE(int(next->instances.size()), 5);
    QSignalSpy selections(page.get(), &Page::selected);
    page->setEstate(next);
    QCOMPARE(view.currentIndex().data(KeyRole).toString(), m_sample->instanceKeyOf(SampleEstate::delta));
    QCOMPARE(view.selectionModel()->selectedRows().size(), 1);
    QCOMPARE(selections.size(), 0);
    QVERIFY(!view.isExpanded(find(view, closedKey)));
    // What is new stands open as everything did at first.
    const QModelIndex fresh = find(view, m_sample->instanceKeyOf(added));
    QVERIFY(fresh.isValid() && view.isExpanded(fresh.parent()));
}

void TestTablePages::filterOpensWhatItFinds()
{
    const auto page = shown<DirectoriesPage>(m_estate);
    QTreeView &view = page->view();
    const QString disk = pathKey(m_sample->instancePath(SampleEstate::alpha) + "/disk");
    QVERIFY(find(view, disk).isValid());
    QVERIFY(!view.isExpanded(find(view, disk).parent()));
    QTest::keyClicks(&page->filterLine(), QStringLiteral("console.log"));
    QTRY_VERIFY(!find(view, disk).isValid());
    const QString log = pathKey(m_sample->instancePath(SampleEstate::alpha) + "/console.log");
    QVERIFY(find(view, log).isValid());
    QVERIFY(view.isExpanded(find(view, log).parent()));
    page->filterLine().clearNow();
    QVERIFY(!view.isExpanded(find(view, disk).parent()));
}

void TestTablePages::selectsThroughTheFilter()
{
    const auto page = shown<InstancesPage>(m_estate);
    QTest::keyClicks(&page->filterLine(), QStringLiteral("alpha"));
    QTRY_VERIFY(page->countShown().startsWith(QStringLiteral("1 of 4")));
    QVERIFY(page->select(m_sample->instanceKeyOf(SampleEstate::delta)));
    QVERIFY(page->filterLine().text().isEmpty());
    QVERIFY(!page->select(QStringLiteral("instance:/no/such")));
}

void TestTablePages::filterLanguage()
{
    const auto page = shown<ImagesPage>(m_estate);
    page->filterLine().setTextNow(QStringLiteral("format:qcow2 virtual:>=2G"));
    QCOMPARE(page->countShown(), QStringLiteral("1 of 3 image(s)"));
    QVERIFY(page->filterProblemShown().isEmpty());
    page->filterLine().setTextNow(QStringLiteral("-format:qcow2"));
    QCOMPARE(page->countShown(), QStringLiteral("1 of 3 image(s)"));
    // What is wrong is said, and hides nothing.
    page->filterLine().setTextNow(QStringLiteral("virtual:>much"));
    QCOMPARE(page->countShown(), QStringLiteral("3 image(s)"));
    QVERIFY(page->filterProblemShown().contains(QStringLiteral("much")));
    QVERIFY(page->filterLine().accessibleDescription().contains(QStringLiteral("much")));
    page->filterLine().clearNow();
    QVERIFY(page->filterProblemShown().isEmpty());

    const auto instances = shown<InstancesPage>(m_estate);
    instances->filterLine().setTextNow(QStringLiteral("host:compute2"));
    QVERIFY(instances->countShown().startsWith(QStringLiteral("1 of 4")));
    const auto directories = shown<DirectoriesPage>(m_estate);
    const QString all = directories->countShown();
    directories->filterLine().setTextNow(QStringLiteral("console.log"));
    QVERIFY2(directories->countShown().contains(QStringLiteral(" of ")), qPrintable(directories->countShown()));
    QVERIFY(directories->countShown().endsWith(all));
}

void TestTablePages::fieldsAreCompleted()
{
    const auto page = shown<ImagesPage>(m_estate);
    FilterLine &line = page->filterLine();
    line.setFocus();
    auto *completion = line.findChild<QCompleter *>();
    QVERIFY(completion);
    QTest::keyClicks(&line, QStringLiteral("raw -vi"));
    QCOMPARE(completion->completionCount(), 1);
    QVERIFY(completion->popup()->isVisible());
    if (!completion->popup()->currentIndex().isValid())
        QTest::keyClick(completion->popup(), Qt::Key_Down);
    QVERIFY(completion->popup()->currentIndex().isValid());
    QTest::keyClick(completion->popup(), Qt::Key_Return);
    QCOMPARE(line.text(), QStringLiteral("raw -virtual-size:"));
    QTest::keyClicks(&line, QStringLiteral(">1G zz"));
    QVERIFY(!completion->popup()->isVisible());
    QVERIFY(line.toolTip().contains(QStringLiteral("used-by")));
}

/// A filter that hides what is highlighted must not move to something else: the details and the way back would follow.
void TestTablePages::filterChoosesNothing()
{
    const auto page = shown<ImagesPage>(m_estate);
    const QString key = m_sample->imageKeyOf(SampleEstate::imageA);
    QVERIFY(page->select(key));
    QSignalSpy selections(page.get(), &Page::selected);
    page->filterLine().setTextNow(QStringLiteral("-format:qcow2"));
    QCOMPARE(page->view().model()->rowCount(), 1);
    QVERIFY(page->currentKey().isEmpty());
    QVERIFY(page->view().selectionModel()->selectedRows().isEmpty());
    page->filterLine().clearNow();
    QCOMPARE(page->currentKey(), key);
    QCOMPARE(page->view().selectionModel()->selectedRows().size(), 1);
    QCOMPARE(selections.size(), 0);
    // A choice among what is left is one.
    page->filterLine().setTextNow(QStringLiteral("-format:qcow2"));
    page->focusContent();
    QCOMPARE(selections.size(), 1);
}

void TestTablePages::buttonsStay()
{
    const auto page = shown<ImagesPage>(std::make_shared<Estate>());
    const QPointer<QPushButton> button = page->emptyState().findChild<QPushButton *>();
    QVERIFY(button);
    page->setScanning(false);
    page->setEstate(std::make_shared<Estate>());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY2(button, "the button was made anew though it says the same");
}

void TestTablePages::savedViews()
{
    {
        const auto page = shown<ImagesPage>(m_estate);
        page->filterLine().setTextNow(QStringLiteral("format:qcow2"));
        page->view().sortByColumn(2, Qt::DescendingOrder);
        page->view().header()->setSectionHidden(3, true);
        page->view().header()->moveSection(page->view().header()->visualIndex(2), 1);
        page->menus().savedViews().put(page->menus().presentView(QStringLiteral("big & qcow2")));
        page->menus().savedViews().put({.name = QStringLiteral("other"), .columns = {QStringLiteral("name")}});
        page->menus().savedViews().setDefault(QStringLiteral("big & qcow2"));
        page->menus().showView(*page->menus().savedViews().find(QStringLiteral("other")));
        QCOMPARE(page->countShown(), QStringLiteral("3 image(s)"));
        QCOMPARE(page->menus().presentView({}).columns, QStringList{QStringLiteral("name")});
    }
    const auto page = shown<ImagesPage>(m_estate);
    QCOMPARE(int(page->menus().savedViews().all().size()), 2);
    QCOMPARE(page->filterLine().text(), QStringLiteral("format:qcow2"));
    QCOMPARE(page->countShown(), QStringLiteral("2 of 3 image(s)"));
    QVERIFY(page->view().header()->isSectionHidden(3));
    QCOMPARE(page->view().header()->visualIndex(2), 1);
    QCOMPARE(page->view().header()->sortIndicatorSection(), 2);
    QCOMPARE(page->view().header()->sortIndicatorOrder(), Qt::DescendingOrder);
    page->menus().savedViews().rename(QStringLiteral("big & qcow2"), QStringLiteral("qcow2"));
    QCOMPARE(page->menus().savedViews().defaultName(), QStringLiteral("qcow2"));
    page->menus().savedViews().remove(QStringLiteral("qcow2"));
    QCOMPARE(page->menus().savedViews().defaultName(), QString());
    // A second copy of the program keeps what the first has saved, and the other way round.
    SavedViews second(QStringLiteral("pages/images"));
    page->menus().savedViews().put({.name = QStringLiteral("zfirst")});
    second.put({.name = QStringLiteral("zsecond")});
    page->menus().savedViews().setDefault(QStringLiteral("zsecond"));
    QVERIFY(page->menus().savedViews().find(QStringLiteral("zfirst")));
    QCOMPARE(page->menus().savedViews().defaultName(), QStringLiteral("zsecond"));
    page->menus().savedViews().rename(QStringLiteral("zsecond"), QStringLiteral("zthird"));
    QCOMPARE(page->menus().savedViews().defaultName(), QStringLiteral("zthird"));
    page->menus().savedViews().remove(QStringLiteral("zfirst"));
    page->menus().savedViews().remove(QStringLiteral("zthird"));
    // Reached without a mouse, and with names.
    QCOMPARE(SavedViews(QStringLiteral("pages/images")).all().front().name, QStringLiteral("other"));
    const auto buttons = page->findChildren<QToolButton *>();
    int menus = 0;
    for (QToolButton *button : buttons) {
        if (!button->menu())
            continue;
        ++menus;
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
        emit button->menu()->aboutToShow();
        QVERIFY(!button->menu()->actions().isEmpty());
    }
    QCOMPARE(menus, 3);
}

void TestTablePages::exportsWhatIsShown()
{
    QTemporaryDir directory;
    const auto page = shown<ImagesPage>(m_estate);
    page->view().header()->setSectionHidden(3, true);
    page->view().sortByColumn(2, Qt::DescendingOrder);
    QSignalSpy told(page.get(), &Page::told);
    const QString csv = directory.filePath(QStringLiteral("rows.csv"));
    page->menus().exportTo(csv, ExportFormat::Csv, false);
    QVERIFY(told.wait());
    QCOMPARE(told[0][0].value<Severity>(), Severity::None);
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count("\r\n"), 4);
    const QByteArray header = text.first(text.indexOf('\r'));
    QVERIFY2(header.startsWith("name,format,virtual-size,length,"), header.constData());
    QVERIFY(!header.contains("disk-size"));
    QVERIFY(text.contains(",2147483648,"));
    QVERIFY(text.contains("'-rw-"));

    QVERIFY(page->select(m_sample->imageKeyOf(SampleEstate::imageA)));
    const QString json = directory.filePath(QStringLiteral("rows.json"));
    page->menus().exportTo(json, ExportFormat::Json, true);
    QVERIFY(told.wait());
    QFile second(json);
    QVERIFY(second.open(QIODevice::ReadOnly));
    const QJsonArray rows = QJsonDocument::fromJson(second.readAll()).array();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0][QStringLiteral("name")].toString(), SampleEstate::imageA);
    QVERIFY(rows[0][QStringLiteral("virtual-size")].isDouble());
    QCOMPARE(rows[0][QStringLiteral("virtual-size")].toInteger(), qint64(2147483648));
    QVERIFY(rows[0][QStringLiteral("mode")].toString().startsWith(u'-'));
    page->menus().copyAs(ExportFormat::Json);
    QCOMPARE(QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).array(), rows);

    // Of a tree everything that the filter leaves, open or not.
    const auto tree = shown<DirectoriesPage>(m_estate);
    tree->filterLine().setTextNow(QStringLiteral("console.log"));
    QSignalSpy treeTold(tree.get(), &Page::told);
    tree->menus().exportTo(json, ExportFormat::Json, false);
    QVERIFY(treeTold.wait());
    QFile third(json);
    QVERIFY(third.open(QIODevice::ReadOnly));
    int logs = 0;
    for (const QJsonValue &row : QJsonDocument::fromJson(third.readAll()).array())
        if (row[QStringLiteral("name")].toString() == u"console.log") {
            ++logs;
            QCOMPARE(row[QStringLiteral("level")].toInt(), 2);
        }
    QVERIFY(logs > 0);
}

void TestTablePages::failedExportIsTold()
{
    const auto page = shown<ImagesPage>(m_estate);
    QSignalSpy told(page.get(), &Page::told);
    page->menus().exportTo(QStringLiteral("/nowhere/at/all/rows.csv"), ExportFormat::Csv, false);
    QVERIFY(told.wait());
    QCOMPARE(told[0][0].value<Severity>(), Severity::Broken);
    QVERIFY(told[0][1].toString().contains(QStringLiteral("/nowhere/at/all")));
}

void TestTablePages::clicksAndKeysAreTold()
{
    const auto page = shown<ImagesPage>(m_estate);
    QTreeView &view = page->view();
    QSignalSpy selections(page.get(), &Page::selected);
    QSignalSpy activations(page.get(), &Page::activated);
    const QModelIndex second = view.model()->index(1, 0);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(second).center());
    QCOMPARE(selections.size(), 1);
    QCOMPARE(selections[0][0].toString(), second.data(KeyRole).toString());
    QCOMPARE(activations.size(), 0);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(activations.size(), 1);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(second).center());
    QCOMPARE(activations.size(), 2);
    QCOMPARE(activations[1][0].toString(), second.data(KeyRole).toString());
}

void TestTablePages::emptyPagesOfferTheNextStep()
{
    const auto page = shown<ImagesPage>(std::make_shared<Estate>());
    QVERIFY(page->emptyState().isVisible());
    QSignalSpy wanted(page.get(), &Page::openWanted);
    const auto buttons = page->emptyState().findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 4);
    for (QPushButton *button : buttons)
        QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.size(), 4);
    QCOMPARE(wanted[3][0].value<OpenChoice>(), OpenChoice::Demo);

    page->setScanning(true);
    QVERIFY(page->emptyState().text().contains(QStringLiteral("as it comes in")));
    page->setScanning(false);

    // An estate without image stores is another case than none at all.
    EstateSources instancesOnly = m_sample->sources();
    instancesOnly.imageDirectories.clear();
    page->setEstate(scanEstate(instancesOnly));
    QVERIFY(page->emptyState().isVisible());
    QVERIFY(page->emptyState().text().contains(QStringLiteral("glance-api.conf")));
}

void TestTablePages::sizesHaveExactToolTips()
{
    const auto page = shown<ImagesPage>(m_estate);
    const QModelIndex image = find(page->view(), m_sample->imageKeyOf(SampleEstate::imageA));
    const QString toolTip = image.siblingAtColumn(2).data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains(QStringLiteral("2,147,483,648")) || toolTip.contains(QStringLiteral("2147483648")),
        qPrintable(toolTip));
    QCOMPARE(Qt::Alignment(image.siblingAtColumn(2).data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask,
        Qt::AlignRight);
}

QTEST_MAIN(TestTablePages)
#include "tst_tablepages.moc"
