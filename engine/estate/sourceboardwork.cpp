// SPDX-License-Identifier: GPL-3.0-or-later
// What the board's other threads do: read a source, listen to it, and say what came of it.
#include "estate/sourceboard.h"

#include <QDateTime>

#include <algorithm>

namespace Fathom {

namespace {

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
