// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchestate.h"
#include "models/imagetablemodel.h"
#include "models/instancetreemodel.h"
#include "verdict.h"
#include "widgets/common/rowview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLoggingCategory>
#include <QSortFilterProxyModel>

#include <malloc.h>

using namespace Fathom;
using namespace Fathom::Bench;

namespace {

enum ImageColumnNumber { NameColumn = 0, VirtualSizeColumn = 2, OwnerColumn = 6 };

/// The peer: Qt's own way to sort and filter, over the same model with the same texts and the same sort keys, set to do
/// the same: without regard to case, in all columns.
class Peer : public QSortFilterProxyModel {
public:
    explicit Peer(const EstatePtr &estate)
    {
        m_source.setEstate(estate);
        setSortRole(SortRole);
        setSortCaseSensitivity(Qt::CaseInsensitive);
        setFilterCaseSensitivity(Qt::CaseInsensitive);
        setFilterKeyColumn(-1);
        setSourceModel(&m_source);
    }

private:
    ImageTableModel m_source;
};

/// A view as the pages have it, on the screen.
struct Window {
    explicit Window(QAbstractItemModel &model)
    {
        view.setRootIsDecorated(false);
        view.setModel(&model);
        view.setSortingEnabled(true);
        view.resize(1200, 800);
        view.show();
        settle();
    }

    void settle()
    {
        QCoreApplication::processEvents();
        view.viewport()->repaint();
    }

    RowView view;
};

/// Times each of the steps in turn, round after round; the median of all. What comes before a round is not timed.
template<class Step, class Argument>
double medianOf(
    const std::vector<Argument> &arguments, int rounds, Step step, double *worst = nullptr, auto... beforeRound)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        (beforeRound(), ...);
        for (const Argument &argument : arguments)
            times.push_back(milliseconds([&] { step(argument); }));
    }
    if (worst)
        *worst = *std::ranges::max_element(times);
    return median(times);
}

const std::vector<QString> filters{QStringLiteral("qcow2"), QStringLiteral("a1b"), QString(), QStringLiteral("raw"),
    QStringLiteral("rules"), QString(), QStringLiteral("7f"), QStringLiteral("vhdx")};
const std::vector<QString> typed{QStringLiteral("q"), QStringLiteral("qc"), QStringLiteral("qco"),
    QStringLiteral("qcow"), QStringLiteral("qcow2"), QStringLiteral("qcow2 a"), QStringLiteral("qcow2 a1"),
    QStringLiteral("qcow2 a"), QStringLiteral("qcow2"), QString(), QStringLiteral("f"), QString()};

/// Filters remember what they were asked last; a round asks what nobody has asked before.
void forgetAnswers(KeyedModel &model)
{
    for (const char letter : QByteArrayView("gijnoptuwxyz"))
        model.setFilter(QString(4, QLatin1Char(letter)));
    model.setFilter(QString());
}

void benchModels(const EstatePtr &estate, int rounds)
{
    ImageTableModel ours;
    ours.setEstate(estate);
    Peer peer(estate);
    // Another column in between, or the second sort would be of what is sorted already.
    const auto sorting = [&](QAbstractItemModel &model, int column) {
        std::vector<double> times;
        for (int round = 0; round < rounds; ++round) {
            model.sort(OwnerColumn, Qt::AscendingOrder);
            times.push_back(milliseconds([&] { model.sort(column, Qt::AscendingOrder); }));
        }
        return median(times);
    };
    tellFaster("sort by a text", sorting(ours, NameColumn), sorting(peer, NameColumn), 5);
    tellFaster("sort by a number", sorting(ours, VirtualSizeColumn), sorting(peer, VirtualSizeColumn), 5);
    ours.sort(NameColumn, Qt::AscendingOrder);
    peer.sort(NameColumn, Qt::AscendingOrder);
    const double first = milliseconds([&] { ours.setFilter(QStringLiteral("qco")); });
    QElapsedTimer untilShown;
    untilShown.start();
    ours.finishFilter();
    const double shown = static_cast<double>(untilShown.nsecsElapsed()) / 1e6;
    ours.setFilter(QString());
    const auto filterOurs = [&](const QString &text) { ours.setFilter(text); };
    const auto forget = [&] { forgetAnswers(ours); };
    const auto filterPeer = [&](const QString &text) { peer.setFilterFixedString(text); };
    tellFaster("filter", medianOf(filters, rounds, filterOurs, nullptr, forget),
        medianOf(filters, std::max(1, rounds / 3), filterPeer), 8);
    tellLimit("first filter after a scan, window", first, 16, "ms");
    std::printf("          … its texts, made in the background       %9.2f ms by the clock\n", shown);
}

void benchKeystrokes(const EstatePtr &estate, int rounds, double limit)
{
    ImageTableModel model;
    model.setEstate(estate);
    Window window(model);
    window.view.sortByColumn(NameColumn, Qt::AscendingOrder);
    window.view.setCurrentIndex(model.index(100, 0));
    model.setFilter(QStringLiteral("zz"));
    model.finishFilter();
    double worst = 0;
    const double ours = medianOf(
        typed, rounds,
        [&](const QString &text) {
            model.setFilter(text);
            window.settle();
        },
        &worst,
        [&] {
            forgetAnswers(model);
            window.settle();
        });
    double peer = 0;
    if (estate->images.size() <= 200'000) {
        Peer proxy(estate);
        Window other(proxy);
        other.view.sortByColumn(NameColumn, Qt::AscendingOrder);
        other.view.setCurrentIndex(proxy.index(100, 0));
        peer = medianOf(typed, 1, [&](const QString &text) {
            proxy.setFilterFixedString(text);
            other.settle();
        });
    }
    tellLimit("a keystroke, painted", ours, limit, "ms", peer);
    tellLimit("… the slowest of them", worst, limit, "ms");
}

void benchReset(const EstatePtr &estate, int rounds, double limit)
{
    const EstatePtr nothing = std::make_shared<const Estate>();
    ImageTableModel model;
    Window window(model);
    window.view.sortByColumn(VirtualSizeColumn, Qt::AscendingOrder);
    std::vector<double> filled, again;
    for (int round = 0; round < rounds; ++round) {
        model.setEstate(nothing);
        window.settle();
        const auto fill = [&] {
            model.setEstate(estate);
            window.settle();
        };
        filled.push_back(milliseconds(fill));
        again.push_back(milliseconds(fill));
    }
    tellLimit("reset and paint", median(filled), limit, "ms");
    tellLimit("the same rows again, and paint", median(again), limit, "ms");
}

void benchInstances(int count, int rounds, double limit)
{
    const EstatePtr estate = instanceEstate(count);
    const EstatePtr nothing = std::make_shared<const Estate>();
    InstanceTreeModel model;
    Window window(model);
    window.view.sortByColumn(NameColumn, Qt::AscendingOrder);
    std::vector<double> filled;
    for (int round = 0; round < rounds; ++round) {
        model.setEstate(nothing);
        window.settle();
        filled.push_back(milliseconds([&] {
            model.setEstate(estate);
            window.settle();
        }));
    }
    tellLimit("instances, reset and paint", median(filled), limit, "ms");
    window.view.expandAll();
    window.settle();
    model.setFilter(QStringLiteral("zz"));
    model.finishFilter();
    double worst = 0;
    const std::vector<QString> words{
        QStringLiteral("s"), QStringLiteral("server-1"), QStringLiteral("server-11"), QStringLiteral("p7"), QString()};
    const double keystroke = medianOf(
        words, rounds,
        [&](const QString &text) {
            model.setFilter(text);
            window.settle();
        },
        &worst,
        [&] {
            forgetAnswers(model);
            window.settle();
        });
    tellLimit("instances, a keystroke, painted", keystroke, limit, "ms");
    tellLimit("… the slowest of them", worst, limit, "ms");
}

qint64 heapBytes()
{
    const struct mallinfo2 info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
}

void benchMemory(int count)
{
    const qint64 before = heapBytes();
    EstatePtr estate = imageEstate(count);
    auto bare = std::make_shared<Estate>(*estate);
    estate.reset();
    const qint64 withInfos = heapBytes() - before;
    for (EstateImage &image : bare->images)
        image.info.reset();
    const qint64 records = heapBytes() - before;
    const StringMemory strings = stringMemory(*bare);
    const qint64 beyond = records - strings.blocks - strings.handles;
    const qint64 beforeModel = heapBytes();
    ImageTableModel model;
    model.setEstate(bare);
    model.sort(NameColumn, Qt::AscendingOrder);
    const qint64 rows = heapBytes() - beforeModel;
    model.setFilter(QStringLiteral("qcow"));
    model.finishFilter();
    const qint64 texts = heapBytes() - beforeModel - rows;
    const auto each = [count](qint64 bytes) { return static_cast<double>(bytes) / count; };
    std::printf(
        "          memory of an image row: strings' blocks %.0f bytes, their handles in the record %.0f, record "
        "beyond them %.0f, table's row %.0f; not counted: what its header told %.0f, filter's text %.0f\n",
        each(strings.blocks), each(strings.handles), each(beyond), each(rows), each(withInfos - records), each(texts));
    tellLimit("record and row beyond strings", each(beyond + rows), 100, "bytes");
    tellLimit("… and the strings' handles", each(beyond + strings.handles + rows), 100, "bytes");
    tellLimit("the row alone", each(rows), 100, "bytes");
}

} // namespace

/// bench_tables [PART…]: the tables against QSortFilterProxyModel over the same rows, in one run; medians. Without a
/// part, all of them: memory, models, keystrokes, reset, instances, million.
int main(int argc, char **argv)
{
    // Of the offscreen platform: that it cannot tell a window manager about sizes.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qpa.*=false"));
    QApplication application(argc, argv);
    const QStringList parts = QCoreApplication::arguments().mid(1);
    const auto asked = [&](QLatin1StringView part) { return parts.isEmpty() || parts.contains(part); };
    if (asked(QLatin1StringView("memory")))
        benchMemory(100'000); // before anything else has made holes in the heap
    std::puts(
        "tables    100,000 images in eleven columns; peer: QSortFilterProxyModel over the same model; processor time");
    {
        const EstatePtr estate = imageEstate(100'000);
        if (asked(QLatin1StringView("models")))
            benchModels(estate, 7);
        if (asked(QLatin1StringView("keystrokes")))
            benchKeystrokes(estate, 5, 16);
        if (asked(QLatin1StringView("reset")))
            benchReset(estate, 7, 30);
    }
    if (asked(QLatin1StringView("instances")))
        benchInstances(100'000, 5, 30);
    if (asked(QLatin1StringView("million"))) {
        std::puts("tables    1,000,000 images");
        benchKeystrokes(imageEstate(1'000'000), 2, 100);
    }
    return 0;
}
