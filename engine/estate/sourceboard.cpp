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

NativePath configurationPath(const EstateSources &sources)
{
    return !sources.glanceConfigs.empty() ? sources.glanceConfigs.front()
        : !sources.novaConfigs.empty()    ? sources.novaConfigs.front()
                                          : NativePath();
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
        // While it is looked for again, a source that was not there is none yet.
        const EstateSource &judged = slot->reading && slot->whole ? slot->before : slot->source;
        const bool wrongGuess = slot->guess && judged.health == SourceHealth::Failed && judged.problems.size() == 1 &&
            judged.problems.front().kind == ErrorKind::NotFound;
        if (wrongGuess)
            continue;
        all.sources.push_back(slot->source);
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

} // namespace Fathom
