// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"

#include <QList>

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace Fathom {

class JobJournal;

/// How many jobs run at once. Disks that are read and written by many at once are slower than by one after the other.
struct QueueLimits {
    int perHost = 2; ///< on the disks of one host
    std::map<QString, int> perKind = {}; ///< a kind that is not named here knows no limit of its own
};

/// A job in the queue.
struct JobEntry {
    qint64 id = 0; ///< in this queue, never used twice
    std::optional<qint64> number; ///< in the journal, as soon as it is written there
    JobStart start;
    JobState state = JobState::Waiting;
    JobProgress progress; ///< of the present stage; empty before the first
    qint64 addedAt = 0; ///< milliseconds since 1970, UTC, like the other times
    std::optional<qint64> startedAt;
    std::optional<qint64> endedAt;
    bool stopping = false; ///< it was cancelled, and has not ended yet
    QString outcome; ///< once it has ended: what was done, or a sentence that says why not
    QList<JobLogLine> log;
    std::vector<NativePath> changed; ///< absolute; what is to be looked at again

    bool ended() const { return state != JobState::Waiting && state != JobState::Running; }
};

/// Runs jobs, each on a thread of its own, in their order and within limits, and writes all of them into the journal.
/// It knows no kind of job. Its methods may be called from any thread and wait for no disk, but for the destructor.
class JobQueue {
public:
    /// onChange: something is other than before; called from any thread, must be quick and must not call the queue.
    JobQueue(const NativePath &journal, QueueLimits limits, std::function<void()> onChange);
    /// What runs is cancelled and waited for; what waits is cancelled.
    ~JobQueue();
    JobQueue(const JobQueue &) = delete;
    JobQueue &operator=(const JobQueue &) = delete;

    /// Appends a job; it begins as soon as it is written into the journal and the limits allow. Without a plan it makes
    /// its own when it begins. Returns its id.
    qint64 add(std::shared_ptr<const Job> job, std::optional<Plan> plan = {});
    void cancel(qint64 id); ///< a waiting one never begins; a running one ends soon
    bool again(qint64 id); ///< appends an ended one anew, with a new plan; false: there is none such
    void move(qint64 id, int by); ///< a waiting one, among those that wait; negative: sooner
    void setPaused(bool paused); ///< no other job begins; what runs goes on
    bool paused() const;
    void setLimits(QueueLimits limits);

    std::vector<JobEntry> entries() const; ///< ended, running and waiting ones, in their order

    /// The jobs that were found interrupted when the journal was opened, and cleaned up after.
    std::vector<JobRecord> recovered() const;

    /// Calls work on the thread that keeps the journal, after recovery; its order is kept. The error: there is none.
    using Clerk = std::function<void(Result<JobJournal> &journal)>;
    void withJournal(Clerk work);

private:
    struct Item;
    using Lock = std::unique_lock<std::mutex>;

    Item *find(qint64 id);
    void startWhatMay(const Lock &lock);
    bool mayStart(const Item &item) const;
    void run(Item &item, const std::stop_token &stop);
    void endWaiting(Item &item, JobState state, const QString &outcome);
    void keepJournal(const std::stop_token &stop);

    const NativePath m_file;
    const std::function<void()> m_onChange;
    mutable std::mutex m_mutex;
    QueueLimits m_limits;
    bool m_paused = false;
    qint64 m_lastId = 0;
    std::vector<std::unique_ptr<Item>> m_items;
    std::vector<JobRecord> m_recovered;
    std::condition_variable_any m_work;
    std::deque<Clerk> m_clerkWork;
    std::jthread m_clerk;
};

} // namespace Fathom
