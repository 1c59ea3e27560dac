// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobqueue.h"

#include "jobs/journalledjob.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <utility>

namespace Fathom {

namespace {

struct JobQueueText {
    Q_DECLARE_TR_FUNCTIONS(JobQueue)
};

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

struct JobQueue::Item {
    JobEntry entry;
    std::shared_ptr<const Job> job;
    std::optional<Plan> plan;
    std::jthread thread; ///< joinable from its start until the queue ends
};

JobQueue::JobQueue(const NativePath &journal, QueueLimits limits, std::function<void()> onChange)
    : m_file(journal)
    , m_onChange(std::move(onChange))
    , m_limits(std::move(limits))
    , m_clerk([this](const std::stop_token &stop) { keepJournal(stop); })
{
}

JobQueue::~JobQueue()
{
    std::vector<std::jthread> threads;
    {
        const Lock lock(m_mutex);
        m_paused = true;
        for (const std::unique_ptr<Item> &item : m_items) {
            if (item->entry.state == JobState::Waiting)
                endWaiting(*item, JobState::Cancelled, JobQueueText::tr("Fathom was closed before it began"));
            if (item->thread.joinable()) {
                item->thread.request_stop();
                threads.push_back(std::move(item->thread));
            }
        }
    }
    threads.clear(); // waits
    m_clerk.request_stop(); // it does what it still has to do
    m_clerk.join();
}

qint64 JobQueue::add(std::shared_ptr<const Job> job, std::optional<Plan> plan)
{
    qint64 id = 0;
    {
        const Lock lock(m_mutex);
        id = ++m_lastId;
        auto item = std::make_unique<Item>();
        item->entry = {.id = id, .number = {}, .start = job->start(), .progress = {}, .addedAt = now()};
        item->job = std::move(job);
        item->plan = std::move(plan);
        m_items.push_back(std::move(item));
    }
    withJournal([this, id](Result<JobJournal> &journal) {
        JobStart start;
        {
            const Lock lock(m_mutex);
            start = find(id)->entry.start;
        }
        const Result<qint64> number = journal ? journal->enqueue(start) : std::unexpected(journal.error());
        const Lock lock(m_mutex);
        Item &item = *find(id);
        if (number)
            item.entry.number = *number;
        else if (item.entry.state == JobState::Waiting)
            endWaiting(item, JobState::Failed, sentence(number.error()));
        startWhatMay(lock);
    });
    m_onChange();
    return id;
}

void JobQueue::cancel(qint64 id)
{
    {
        const Lock lock(m_mutex);
        Item *item = find(id);
        if (!item || item->entry.ended())
            return;
        if (item->entry.state == JobState::Waiting) {
            endWaiting(*item, JobState::Cancelled, JobQueueText::tr("It was cancelled before it began"));
        } else {
            item->entry.stopping = true;
            item->thread.request_stop();
        }
    }
    m_onChange();
}

bool JobQueue::again(qint64 id)
{
    std::shared_ptr<const Job> job;
    {
        const Lock lock(m_mutex);
        if (const Item *item = find(id); item && item->entry.ended())
            job = item->job;
    }
    if (!job)
        return false;
    add(std::move(job));
    return true;
}

void JobQueue::move(qint64 id, int by)
{
    {
        const Lock lock(m_mutex);
        std::vector<std::unique_ptr<Item> *> waiting;
        for (std::unique_ptr<Item> &item : m_items)
            if (item->entry.state == JobState::Waiting)
                waiting.push_back(&item);
        const auto place = std::ranges::find(waiting, id, [](const auto *item) { return (*item)->entry.id; });
        if (place == waiting.end())
            return;
        auto at = place - waiting.begin();
        const auto wanted = std::clamp<std::ptrdiff_t>(at + by, 0, std::ssize(waiting) - 1);
        for (const int step = wanted < at ? -1 : 1; at != wanted; at += step)
            std::swap(*waiting[std::size_t(at)], *waiting[std::size_t(at + step)]);
    }
    m_onChange();
}

void JobQueue::setPaused(bool paused)
{
    {
        const Lock lock(m_mutex);
        m_paused = paused;
        startWhatMay(lock);
    }
    m_onChange();
}

bool JobQueue::paused() const
{
    const Lock lock(m_mutex);
    return m_paused;
}

void JobQueue::setLimits(QueueLimits limits)
{
    const Lock lock(m_mutex);
    m_limits = std::move(limits);
    startWhatMay(lock);
}

std::vector<JobEntry> JobQueue::entries() const
{
    const Lock lock(m_mutex);
    std::vector<JobEntry> all;
    all.reserve(m_items.size());
    for (const std::unique_ptr<Item> &item : m_items)
        all.push_back(item->entry);
    return all;
}

std::vector<JobRecord> JobQueue::recovered() const
{
    const Lock lock(m_mutex);
    return m_recovered;
}

JobQueue::Item *JobQueue::find(qint64 id)
{
    for (const std::unique_ptr<Item> &item : m_items)
        if (item->entry.id == id)
            return item.get();
    return nullptr;
}

bool JobQueue::mayStart(const Item &item) const
{
    if (item.entry.state != JobState::Waiting || !item.entry.number)
        return false;
    int onHost = 0;
    int ofKind = 0;
    for (const std::unique_ptr<Item> &other : m_items) {
        if (other->entry.state != JobState::Running)
            continue;
        onHost += other->entry.start.host == item.entry.start.host;
        ofKind += other->entry.start.kind == item.entry.start.kind;
    }
    const auto kind = m_limits.perKind.find(item.entry.start.kind);
    return onHost < m_limits.perHost && (kind == m_limits.perKind.end() || ofKind < kind->second);
}

void JobQueue::startWhatMay(const Lock &)
{
    if (m_paused)
        return;
    for (const std::unique_ptr<Item> &item : m_items) {
        if (!mayStart(*item))
            continue;
        item->entry.state = JobState::Running;
        item->entry.startedAt = now();
        item->thread = std::jthread([this, &item = *item](const std::stop_token &stop) { run(item, stop); });
    }
}

/// On the job's own thread. An item lives as long as the queue, its job is nobody else's while it runs.
void JobQueue::run(Item &item, const std::stop_token &stop)
{
    const JobHost host{.progress =
                           [&](const JobProgress &progress) {
                               {
                                   const Lock lock(m_mutex);
                                   item.entry.progress = progress;
                               }
                               m_onChange();
                           },
        .log =
            [&](const QString &line) {
                const Lock lock(m_mutex);
                item.entry.log.append({now(), line});
            }};
    const auto work = [&](const JobHost &journalled) -> Result<JobDone> {
        if (!item.plan) {
            Result<Plan> plan = item.job->plan(stop);
            if (!plan)
                return std::unexpected(plan.error());
            item.plan = std::move(*plan);
        }
        return item.job->run(*item.plan, stop, journalled);
    };
    Result<JobDone> done = [&]() -> Result<JobDone> {
        Result<JobJournal> journal = JobJournal::open(m_file);
        if (!journal)
            return std::unexpected(journal.error());
        return runWaiting(*journal, *item.entry.number, host, work);
    }();
    {
        const Lock lock(m_mutex);
        JobEntry &entry = item.entry;
        entry.state = done                              ? JobState::Done
            : done.error().kind == ErrorKind::Cancelled ? JobState::Cancelled
                                                        : JobState::Failed;
        entry.endedAt = now();
        entry.outcome = done ? done->text : sentence(done.error());
        if (done)
            entry.changed = std::move(done->changed);
        startWhatMay(lock);
    }
    m_onChange();
}

void JobQueue::endWaiting(Item &item, JobState state, const QString &outcome)
{
    item.entry.state = state;
    item.entry.endedAt = now();
    item.entry.outcome = outcome;
    m_clerkWork.push_back([this, id = item.entry.id, state, outcome](Result<JobJournal> &journal) {
        std::optional<qint64> number;
        {
            const Lock lock(m_mutex);
            number = find(id)->entry.number;
        }
        // What cannot be written now is found as interrupted by the next start.
        if (number && journal)
            static_cast<void>(journal->end(*number, state, outcome));
    });
    m_work.notify_one();
}

void JobQueue::withJournal(Clerk work)
{
    {
        const Lock lock(m_mutex);
        m_clerkWork.push_back(std::move(work));
    }
    m_work.notify_one();
}

void JobQueue::keepJournal(const std::stop_token &stop)
{
    Result<JobJournal> journal = JobJournal::open(m_file);
    if (journal) {
        if (Result<std::vector<JobRecord>> recovered = journal->recover(); recovered) {
            const Lock lock(m_mutex);
            m_recovered = std::move(*recovered);
        } else {
            journal = std::unexpected(recovered.error());
        }
    }
    for (;;) {
        Clerk work;
        {
            Lock lock(m_mutex);
            if (!m_work.wait(lock, stop, [this] { return !m_clerkWork.empty(); }))
                return;
            work = std::move(m_clerkWork.front());
            m_clerkWork.pop_front();
        }
        work(journal);
        m_onChange();
    }
}

} // namespace Fathom
