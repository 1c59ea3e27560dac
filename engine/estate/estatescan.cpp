// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/estatescan.h"

#include "base/boundedfile.h"
#include "base/directorylisting.h"
#include "estate/estatebuilder.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSysInfo>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace Fathom {

namespace {

struct ScanText {
    Q_DECLARE_TR_FUNCTIONS(EstateScan)
};

using Clock = std::chrono::steady_clock;

constexpr auto partialInterval = std::chrono::milliseconds(250);

/// What the reading threads and the waiting one share. A thread that hangs in the kernel keeps it alive; nobody waits
/// for such a thread, and what it brings later is not looked at any more.
struct Board {
    bool wasWrongGuess(const EstateSource &source) const
    {
        return std::ranges::find(guesses, source.path) != guesses.end() && source.health == SourceHealth::Failed &&
            source.problems.size() == 1 && source.problems.front().kind == ErrorKind::NotFound;
    }

    std::mutex mutex;
    std::condition_variable changed;
    std::vector<EstateSource> sources;
    std::map<std::size_t, ImageStore> stores;
    std::map<std::size_t, InstanceTree> trees;
    std::map<std::size_t, std::vector<DomainRecord>> domains;
    std::map<std::size_t, ProgressStep> steps;
    std::size_t running = 0;
    std::vector<NativePath> guesses; ///< sources that are dropped when they are not there
    bool news = false;

    EstateRecords records()
    {
        EstateRecords all;
        for (const EstateSource &source : sources)
            if (!wasWrongGuess(source))
                all.sources.push_back(source);
        for (const auto &[index, store] : stores)
            all.imageStores.push_back(store);
        for (const auto &[index, tree] : trees)
            all.instanceTrees.push_back(tree);
        for (const auto &[index, some] : domains)
            all.domains.insert(all.domains.end(), some.begin(), some.end());
        return all;
    }

    void tell(std::size_t source, const ProgressStep &step)
    {
        const std::lock_guard lock(mutex);
        steps[source] = step;
    }

    /// The end of a source: how it went stands beside what it brought.
    void finish(std::size_t source, SourceHealth health, qint64 entries, std::vector<Error> problems)
    {
        const std::lock_guard lock(mutex);
        sources[source].health = health;
        sources[source].entries = entries;
        sources[source].readAtSeconds = QDateTime::currentSecsSinceEpoch();
        sources[source].problems = std::move(problems);
        --running;
        news = true;
        changed.notify_all();
    }
};

using BoardPtr = std::shared_ptr<Board>;

template<class Record> SourceHealth healthOf(const Record &record)
{
    return record.complete && record.problems.empty() ? SourceHealth::Good : SourceHealth::Partial;
}

void readStore(const BoardPtr &board, std::size_t source, const NativePath &path, const std::stop_token &stop)
{
    const auto keep = [&](const ImageStore &soFar) {
        const std::lock_guard lock(board->mutex);
        board->stores.insert_or_assign(source, soFar);
        board->sources[source].entries = static_cast<qint64>(soFar.images.size());
        board->news = true;
        board->changed.notify_all();
    };
    Result<ImageStore> store =
        readImageStore(path, keep, stop, [&](const ProgressStep &step) { board->tell(source, step); });
    if (!store) {
        board->finish(source, SourceHealth::Failed, 0, {store.error()});
        return;
    }
    keep(*store);
    board->finish(source, healthOf(*store), static_cast<qint64>(store->images.size()), store->problems);
}

void readTree(const BoardPtr &board, std::size_t source, const NativePath &path, InstanceTreeOptions options,
    const std::stop_token &stop)
{
    const auto keep = [&](const InstanceTree &soFar) {
        const std::lock_guard lock(board->mutex);
        board->trees.insert_or_assign(source, soFar);
        board->sources[source].entries = static_cast<qint64>(soFar.instances.size());
        board->news = true;
        board->changed.notify_all();
    };
    options.onPartial = keep;
    Result<InstanceTree> tree =
        readInstanceTree(path, options, stop, [&](const ProgressStep &step) { board->tell(source, step); });
    if (!tree) {
        board->finish(source, SourceHealth::Failed, 0, {tree.error()});
        return;
    }
    keep(*tree);
    board->finish(source, healthOf(*tree), static_cast<qint64>(tree->instances.size()), tree->problems);
}

void readDomains(const BoardPtr &board, std::size_t source, const NativePath &path, const std::stop_token &stop)
{
    const Result<std::vector<DirectoryEntry>> entries = listDirectory(path, stop);
    if (!entries) {
        board->finish(source, SourceHealth::Failed, 0, {entries.error()});
        return;
    }
    std::vector<DomainRecord> domains;
    std::vector<Error> problems;
    for (const DirectoryEntry &entry : *entries) {
        if (stop.stop_requested())
            break;
        if (!entry.name.endsWith(".xml") || !entry.facts || entry.facts->kind != FileKind::Regular)
            continue;
        const NativePath file = joinPath(path, entry.name);
        Result<DomainFacts> facts =
            BoundedFile::open(file)
                .and_then([](BoundedFile opened) { return opened.readUpTo(0, domainXmlLimitBytes); })
                .and_then([&](const QByteArray &xml) { return readDomainXml(xml, plainText(file)); });
        if (facts)
            domains.push_back({file, std::move(*facts)});
        else
            problems.push_back(facts.error());
    }
    const qint64 count = static_cast<qint64>(domains.size());
    {
        const std::lock_guard lock(board->mutex);
        board->domains.insert_or_assign(source, std::move(domains));
    }
    board->finish(source, problems.empty() ? SourceHealth::Good : SourceHealth::Partial, count, std::move(problems));
}

/// One line over all sources; a source that does not know its total yet makes the whole unknown.
ProgressStep together(const Board &board)
{
    ProgressStep all;
    bool known = true;
    for (const auto &[source, step] : board.steps) {
        if (board.sources[source].health == SourceHealth::Reading)
            all.what = step.what;
        all.done += step.done;
        all.total += step.total;
        known = known && step.total > 0;
    }
    if (!known)
        all.total = 0;
    return all;
}

BoardPtr startReading(const ResolvedSources &sources, const std::stop_token &stop)
{
    auto board = std::make_shared<Board>();
    board->guesses = sources.guesses;
    const auto add = [&](SourceKind kind, const NativePath &path, const QString &host = {}) {
        board->sources.push_back({.kind = kind, .path = path, .host = host, .health = SourceHealth::Reading});
        ++board->running;
        return board->sources.size() - 1;
    };
    InstanceTreeOptions options{
        .cacheName = sources.cacheName, .extraRoots = sources.imageDirectories, .onPartial = {}};
    // Bases of one tree may be named by disks of another where storage is shared or was copied.
    options.extraRoots.insert(
        options.extraRoots.end(), sources.instanceDirectories.begin(), sources.instanceDirectories.end());

    std::vector<std::function<void()>> work;
    for (const NativePath &path : sources.imageDirectories)
        work.push_back([=, source = add(SourceKind::ImageStore, path)] { readStore(board, source, path, stop); });
    for (const NativePath &path : sources.instanceDirectories)
        work.push_back([=, source = add(SourceKind::InstanceTree, path, sources.hostOfDirectory.value(path))] {
            readTree(board, source, path, options, stop);
        });
    for (const NativePath &path : sources.domainDirectories)
        work.push_back([=, source = add(SourceKind::DomainXml, path)] { readDomains(board, source, path, stop); });
    // The configuration files were read already; they stand among the witnesses with what was wrong in them.
    if (!sources.glanceConfigs.empty() || !sources.novaConfigs.empty() || !sources.problems.empty()) {
        EstateSource configuration{.kind = SourceKind::Configuration};
        configuration.path = !sources.glanceConfigs.empty() ? sources.glanceConfigs.front().path
            : !sources.novaConfigs.empty()                  ? sources.novaConfigs.front().path
                                                            : NativePath();
        configuration.entries =
            static_cast<qint64>(sources.glanceConfigs.size()) + static_cast<qint64>(sources.novaConfigs.size());
        configuration.health = sources.problems.empty() ? SourceHealth::Good
            : configuration.entries > 0                 ? SourceHealth::Partial
                                                        : SourceHealth::Failed;
        configuration.readAtSeconds = QDateTime::currentSecsSinceEpoch();
        configuration.problems = sources.problems;
        board->sources.push_back(std::move(configuration));
    }
    for (std::function<void()> &one : work)
        std::thread(std::move(one)).detach();
    return board;
}

} // namespace

EstatePtr scanEstate(
    const EstateSources &sources, const std::stop_token &stop, const Progress &progress, const EstatePartial &onPartial)
{
    const BoardPtr board = startReading(resolveSources(sources), stop);
    const std::stop_callback wake(stop, [board] {
        const std::lock_guard lock(board->mutex);
        board->changed.notify_all();
    });

    Clock::time_point nextPartial = Clock::now() + partialInterval;
    std::unique_lock lock(board->mutex);
    while (board->running > 0 && !stop.stop_requested()) {
        board->changed.wait_until(lock, nextPartial);
        if (Clock::now() < nextPartial)
            continue;
        const ProgressStep step = together(*board);
        const bool news = std::exchange(board->news, false);
        const EstateRecords records = news && onPartial ? board->records() : EstateRecords();
        lock.unlock();
        const Clock::time_point began = Clock::now();
        if (progress)
            progress(step);
        if (news && onPartial)
            onPartial(std::make_shared<const Estate>(buildEstate(records)));
        // A large estate takes a while to join; most of the time must remain for reading it.
        nextPartial = Clock::now() + std::max<Clock::duration>(partialInterval, 4 * (Clock::now() - began));
        lock.lock();
    }
    EstateRecords records = board->records();
    lock.unlock();
    bool abandoned = false;
    for (EstateSource &source : records.sources)
        if (source.health == SourceHealth::Reading) {
            // Nobody reads it any more; what came from it stays, and says that it is not all.
            abandoned = true;
            source.health = SourceHealth::Partial;
            source.readAtSeconds = QDateTime::currentSecsSinceEpoch();
            source.problems.push_back({.kind = ErrorKind::Cancelled,
                .action = ScanText::tr("read everything"),
                .subject = plainText(source.path),
                .reason = ScanText::tr("it was cancelled"),
                .hint = ScanText::tr("Refresh to read the rest")});
        }
    Estate estate = buildEstate(records);
    estate.complete = estate.complete && !abandoned;
    return std::make_shared<const Estate>(std::move(estate));
}

} // namespace Fathom
