// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "estate/sourcereaders.h"
#include "estate/sourcewatch.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace Fathom {

/// What the reading threads and the one that joins share: every source with what it brought last. Each source is read
/// on a thread of its own that nobody waits for, so that a hung mount stalls only itself; a source that is read again
/// stays in sight as it was until the new reading has ended. Thread-safe; always held by shared pointers, one of which
/// each reading thread has.
class SourceBoard : public std::enable_shared_from_this<SourceBoard> {
public:
    using Clock = std::chrono::steady_clock;

    explicit SourceBoard(EstateSources sources);

    void read(); ///< everything, the configuration files too
    void cancel(); ///< what is being read now; what was known before stays
    /// Whether changed directories are read again by themselves, and all of them every few minutes.
    void setLive(bool live);
    void close(); ///< for good: cancels, and wakes who waits

    // For the one thread that joins.

    bool waitForReading(); ///< until something is being read, or was read unheard; false: closed
    /// Until something is to be told or the time has come; false: nothing is being read any more.
    bool waitWhileReading(Clock::time_point until);
    bool takeNews(); ///< whether something came in since it was last asked
    ProgressStep progress() const; ///< of all readings together
    EstateRecords records() const; ///< what is known now
    /// The same at the end of a stretch of reading, with the number of calls of read() that it answers.
    std::pair<EstateRecords, quint64> answer();

private:
    /// What grows unheard (disks of running instances, files on network file systems) is looked at this often.
    static constexpr std::chrono::minutes liveInterval{5};
    /// Reading by itself never takes more than a small part of the disk's time.
    static constexpr int intervalOfReadings = 20;
    static constexpr int pauseOfReadings = 5;
    static constexpr std::chrono::seconds shortestPause{1};

    struct Slot {
        EstateSource source; ///< as it stands
        EstateSource before; ///< as it stood before the present reading
        SourceRecord record;
        bool guess = false; ///< is no source when it is not there
        bool whole = false; ///< record comes from a reading that came to its end
        bool reading = false;
        bool readerOut = false; ///< a thread has not come back, be it one that was cancelled
        bool again = false; ///< to be read again as soon as that thread is back
        bool dropped = false; ///< no configuration file names it any more
        std::stop_source stop;
        ProgressStep step;
        std::unique_ptr<SourceWatch> watch;
        Clock::time_point due = Clock::time_point::max(); ///< when to read it again by itself
        Clock::time_point ended; ///< the last reading
        Clock::duration took{};
    };
    using SlotPtr = std::shared_ptr<Slot>;

    // These run with the mutex held …
    void start(const SlotPtr &slot);
    void launch(const SlotPtr &slot);
    void stopReading(Slot &slot);
    void startDue();
    Clock::time_point nextDue() const;
    bool anyReading() const;
    EstateRecords known() const;
    void arrange(const ResolvedSources &resolved);
    SlotPtr slotFor(SourceKind kind, const NativePath &path);

    // … and these, on other threads, take it.
    void work(const SlotPtr &slot, const std::stop_token &stop);
    void watch(const SlotPtr &slot);
    void changed(const std::weak_ptr<Slot> &slot);
    void finish(const SlotPtr &slot, SourceReading reading, const std::stop_token &stop, Clock::duration took);

    const EstateSources m_sources;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    SlotPtr m_configuration; ///< null: no configuration file was named
    std::vector<SlotPtr> m_slots; ///< the directories
    InstanceTreeOptions m_treeOptions;
    bool m_live = false;
    bool m_closed = false;
    bool m_news = false;
    quint64 m_requests = 0; ///< calls of read()
    quint64 m_answered = 0;
};

} // namespace Fathom
