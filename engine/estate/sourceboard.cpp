// SPDX-License-Identifier: GPL-3.0-or-later
#include "estate/sourceboard.h"

#include "base/abandonable.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace Fathom {

namespace {

struct BoardText {
    Q_DECLARE_TR_FUNCTIONS(EstateScan)
};

using std::chrono::minutes;
using std::chrono::seconds;

/// What grows unheard (disks of running instances, files on network file systems) is looked at this often.
constexpr auto liveInterval = minutes(5);
/// Reading by itself never takes more than a small part of the disk's time.
constexpr int intervalOfReadings = 20;
constexpr int pauseOfReadings = 5;
constexpr auto shortestPause = seconds(1);

NativePath configurationPath(const EstateSources &sources)
{
    return !sources.glanceConfigs.empty() ? sources.glanceConfigs.front()
        : !sources.novaConfigs.empty()    ? sources.novaConfigs.front()
                                          : NativePath();
}

std::vector<NativePath> watchedDirectories(const EstateSource &source, const EstateSources &sources)
{
    if (source.kind != SourceKind::Configuration)
        return {source.path};
    std::vector<NativePath> parents;
    for (const auto &files : {sources.glanceConfigs, sources.novaConfigs})
        for (const NativePath &file : files)
            if (const NativePath parent = parentPath(absolutePath(file)); !std::ranges::contains(parents, parent))
                parents.push_back(parent);
    return parents;
}

} // namespace

SourceBoard::SourceBoard(EstateSources sources)
    : m_sources(std::move(sources))
{
    if (!configurationPath(m_sources).isEmpty()) {
        m_configuration = std::make_shared<Slot>();
        m_configuration->source = {.kind = SourceKind::Configuration, .path = configurationPath(m_sources)};
        m_configuration->guess = m_sources.onlyExisting;
    }
}

void SourceBoard::read()
{
    const std::lock_guard lock(m_mutex);
    ++m_requests;
    if (m_configuration)
        start(m_configuration);
    else if (m_slots.empty())
        arrange(resolveSources(m_sources)); // looks at nothing where no configuration file is named
    for (const SlotPtr &slot : m_slots)
        start(slot);
    m_changed.notify_all();
}

void SourceBoard::cancel()
{
    const std::lock_guard lock(m_mutex);
    if (m_configuration)
        stopReading(*m_configuration);
    for (const SlotPtr &slot : m_slots)
        stopReading(*slot);
    m_changed.notify_all();
}

void SourceBoard::setLive(bool live)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_live == live)
            return;
        m_live = live;
        if (!live)
            for (const SlotPtr &slot : m_slots) {
                slot->watch.reset();
                slot->due = Clock::time_point::max();
                slot->source.freshness = SourceFreshness::OnRequest;
                m_news = true;
            }
        if (!live && m_configuration) {
            m_configuration->watch.reset();
            m_configuration->due = Clock::time_point::max();
            m_configuration->source.freshness = SourceFreshness::OnRequest;
        }
        m_changed.notify_all();
        if (m_requests == 0 || !live)
            return;
    }
    read(); // what changed while nobody listened
}

void SourceBoard::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    if (m_configuration) {
        stopReading(*m_configuration);
        m_configuration->watch.reset();
    }
    for (const SlotPtr &slot : m_slots) {
        stopReading(*slot);
        slot->watch.reset();
    }
    m_changed.notify_all();
}

bool SourceBoard::waitForReading()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        startDue();
        if (m_closed || anyReading() || m_news || m_answered != m_requests)
            return !m_closed;
        if (const Clock::time_point due = nextDue(); due == Clock::time_point::max())
            m_changed.wait(lock);
        else
            m_changed.wait_until(lock, due);
    }
}

bool SourceBoard::waitWhileReading(Clock::time_point until)
{
    std::unique_lock lock(m_mutex);
    while (!m_closed && anyReading() && Clock::now() < until) {
        m_changed.wait_until(lock, std::min(until, nextDue()));
        startDue();
    }
    return !m_closed && anyReading();
}

bool SourceBoard::takeNews()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_news, false);
}

/// One line over all sources; a source that does not know its total yet makes the whole unknown.
ProgressStep SourceBoard::progress() const
{
    const std::lock_guard lock(m_mutex);
    ProgressStep all;
    bool known = true;
    for (const SlotPtr &slot : m_slots) {
        if (slot->reading)
            all.what = slot->step.what;
        all.done += slot->step.done;
        all.total += slot->step.total;
        known = known && (slot->step.total > 0 || !slot->reading);
    }
    if (!known)
        all.total = 0;
    return all;
}

std::pair<EstateRecords, quint64> SourceBoard::answer()
{
    const std::lock_guard lock(m_mutex);
    m_news = false;
    m_answered = m_requests;
    return {known(), m_requests};
}

EstateRecords SourceBoard::records() const
{
    const std::lock_guard lock(m_mutex);
    return known();
}

EstateRecords SourceBoard::known() const
{
    EstateRecords all;
    for (const SlotPtr &slot : m_slots) {
        const EstateSource &source = slot->source;
        const bool wrongGuess = slot->guess && source.health == SourceHealth::Failed && source.problems.size() == 1 &&
            source.problems.front().kind == ErrorKind::NotFound;
        if (wrongGuess)
            continue;
        all.sources.push_back(source);
        if (slot->record.imageStore)
            all.imageStores.push_back(slot->record.imageStore);
        if (slot->record.instanceTree)
            all.instanceTrees.push_back(slot->record.instanceTree);
        if (slot->record.domains)
            all.domains.push_back(slot->record.domains);
    }
    // The configuration files stand among the witnesses with what was wrong in them, when there are any.
    if (m_configuration) {
        const EstateSource &source = m_configuration->source;
        if (!m_configuration->guess || source.entries > 0 || !source.problems.empty())
            all.sources.push_back(source);
    }
    return all;
}

void SourceBoard::start(const SlotPtr &slot)
{
    if (m_closed || slot->reading)
        return;
    slot->before = slot->source;
    slot->source.health = SourceHealth::Reading;
    slot->reading = true;
    slot->due = Clock::time_point::max();
    slot->step = {};
    // A thread that hangs is not followed by another.
    if (slot->readerOut)
        slot->again = true;
    else
        launch(slot);
}

void SourceBoard::launch(const SlotPtr &slot)
{
    slot->readerOut = true;
    slot->stop = {};
    runAbandonable([board = shared_from_this(), slot, stop = slot->stop.get_token()] { board->work(slot, stop); });
}

void SourceBoard::stopReading(Slot &slot)
{
    if (!slot.reading)
        return;
    slot.stop.request_stop();
    slot.reading = false;
    slot.again = false;
    m_news = true;
    const SourceFreshness freshness = slot.source.freshness;
    if (slot.whole) {
        slot.source = slot.before;
    } else {
        // What came from it stays, and says that it is not all.
        slot.source.health = SourceHealth::Partial;
        slot.source.readAtSeconds = QDateTime::currentSecsSinceEpoch();
        slot.source.problems = {{.kind = ErrorKind::Cancelled,
            .action = BoardText::tr("read everything"),
            .subject = plainText(slot.source.path),
            .reason = BoardText::tr("it was cancelled"),
            .hint = BoardText::tr("Refresh to read the rest")}};
    }
    slot.source.freshness = freshness;
    if (m_live)
        slot.due = Clock::now() + liveInterval;
}

void SourceBoard::startDue()
{
    const Clock::time_point now = Clock::now();
    const auto startWhenDue = [&](const SlotPtr &slot) {
        if (slot->due <= now)
            start(slot);
    };
    if (m_configuration)
        startWhenDue(m_configuration);
    for (const SlotPtr &slot : m_slots)
        startWhenDue(slot);
}

SourceBoard::Clock::time_point SourceBoard::nextDue() const
{
    Clock::time_point next = m_configuration ? m_configuration->due : Clock::time_point::max();
    for (const SlotPtr &slot : m_slots)
        next = std::min(next, slot->due);
    return next;
}

bool SourceBoard::anyReading() const
{
    return (m_configuration && m_configuration->reading) ||
        std::ranges::any_of(m_slots, [](const SlotPtr &slot) { return slot->reading; });
}

/// The sources are those now: what is new is read, what is gone is dropped, the others stay as they are.
void SourceBoard::arrange(const ResolvedSources &resolved)
{
    std::vector<SlotPtr> wanted;
    const auto take = [&](SourceKind kind, const std::vector<NativePath> &paths) {
        for (const NativePath &path : paths) {
            const SlotPtr slot = slotFor(kind, path);
            slot->source.host = resolved.hostOfDirectory.value(path);
            slot->guess = std::ranges::contains(resolved.guesses, path);
            wanted.push_back(slot);
        }
    };
    take(SourceKind::ImageStore, resolved.imageDirectories);
    take(SourceKind::InstanceTree, resolved.instanceDirectories);
    take(SourceKind::DomainXml, resolved.domainDirectories);
    for (const SlotPtr &slot : m_slots)
        if (!std::ranges::contains(wanted, slot)) {
            stopReading(*slot);
            slot->watch.reset();
            slot->dropped = true;
        }
    m_slots = std::move(wanted);

    InstanceTreeOptions options{
        .cacheName = resolved.cacheName, .extraRoots = resolved.imageDirectories, .onPartial = {}};
    // Bases of one tree may be named by disks of another where storage is shared or was copied.
    options.extraRoots.insert(
        options.extraRoots.end(), resolved.instanceDirectories.begin(), resolved.instanceDirectories.end());
    const bool otherOptions =
        options.cacheName != m_treeOptions.cacheName || options.extraRoots != m_treeOptions.extraRoots;
    m_treeOptions = std::move(options);
    for (const SlotPtr &slot : m_slots)
        if ((!slot->whole && !slot->reading) || (otherOptions && slot->source.kind == SourceKind::InstanceTree))
            start(slot);
}

SourceBoard::SlotPtr SourceBoard::slotFor(SourceKind kind, const NativePath &path)
{
    for (const SlotPtr &slot : m_slots)
        if (slot->source.kind == kind && slot->source.path == path)
            return slot;
    auto slot = std::make_shared<Slot>();
    slot->source = {.kind = kind, .path = path};
    return slot;
}

/// One reading, on the thread of its own.
void SourceBoard::work(const SlotPtr &slot, const std::stop_token &stop)
{
    const Clock::time_point began = Clock::now();
    watch(slot); // first, so that what changes during the reading is heard
    EstateSource source;
    InstanceTreeOptions options;
    {
        const std::lock_guard lock(m_mutex);
        source = slot->source;
        options = m_treeOptions;
    }
    const SourceHearers hearers{
        .partial =
            [&](const SourceRecord &soFar, qint64 entries) {
                const std::lock_guard lock(m_mutex);
                // While it is read again, partial results would make rows vanish and come back.
                if (stop.stop_requested() || slot->whole)
                    return;
                slot->record = soFar;
                slot->source.entries = entries;
                m_news = true;
            },
        .progress =
            [&](const ProgressStep &step) {
                const std::lock_guard lock(m_mutex);
                if (!stop.stop_requested())
                    slot->step = step;
            },
    };
    SourceReading reading;
    switch (source.kind) {
    case SourceKind::ImageStore: reading = readStoreSource(source.path, hearers, stop); break;
    case SourceKind::InstanceTree: reading = readTreeSource(source.path, options, hearers, stop); break;
    case SourceKind::DomainXml: reading = readDomainSource(source.path, hearers, stop); break;
    case SourceKind::Configuration: reading = readConfigurationSource(m_sources); break;
    }
    finish(slot, std::move(reading), stop, Clock::now() - began);
}

void SourceBoard::watch(const SlotPtr &slot)
{
    EstateSource source;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_live || slot->dropped || (slot->watch && slot->watch->hearsAll() && !slot->watch->lost()))
            return;
        source = slot->source;
    }
    const bool deep = source.kind == SourceKind::ImageStore || source.kind == SourceKind::InstanceTree;
    std::unique_ptr<SourceWatch> made = SourceWatch::begin(watchedDirectories(source, m_sources),
        deep ? SourceWatch::Depth::AndBelow : SourceWatch::Depth::Itself,
        [board = weak_from_this(), weak = std::weak_ptr(slot)] {
            if (const auto alive = board.lock())
                alive->changed(weak);
        });
    const std::lock_guard lock(m_mutex);
    if (!m_live || m_closed || slot->dropped)
        return;
    slot->source.freshness = made && made->hearsAll() ? SourceFreshness::Watched : SourceFreshness::Interval;
    slot->before.freshness = slot->source.freshness;
    slot->watch = std::move(made);
}

void SourceBoard::changed(const std::weak_ptr<Slot> &weak)
{
    const SlotPtr slot = weak.lock();
    if (!slot)
        return;
    const std::lock_guard lock(m_mutex);
    if (m_closed || !m_live || slot->dropped)
        return;
    if (slot->reading)
        slot->again = true;
    else
        slot->due = slot->ended + std::max<Clock::duration>(shortestPause, pauseOfReadings * slot->took);
    m_changed.notify_all();
}

void SourceBoard::finish(const SlotPtr &slot, SourceReading reading, const std::stop_token &stop, Clock::duration took)
{
    const std::lock_guard lock(m_mutex);
    slot->readerOut = false;
    if (m_closed || slot->dropped)
        return;
    const bool again = std::exchange(slot->again, false);
    if (!stop.stop_requested()) {
        slot->reading = false;
        slot->whole = true;
        slot->record = std::move(reading.record);
        slot->source.health = reading.health;
        slot->source.entries = reading.entries;
        slot->source.problems = std::move(reading.problems);
        slot->source.readAtSeconds = QDateTime::currentSecsSinceEpoch();
        slot->took = took;
        slot->ended = Clock::now();
        if (m_live)
            slot->due = slot->ended + std::max<Clock::duration>(liveInterval, intervalOfReadings * took);
        if (slot->record.configuration)
            arrange(*slot->record.configuration);
        m_news = true;
        // What changed meanwhile is read again after a pause, as if it had changed now.
        if (again)
            slot->due = slot->ended + std::max<Clock::duration>(shortestPause, pauseOfReadings * took);
    } else if (again) {
        launch(slot);
    }
    m_changed.notify_all();
}

} // namespace Fathom
