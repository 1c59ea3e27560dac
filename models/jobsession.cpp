// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobsession.h"

#include "jobs/jobjournal.h"
#include "jobs/jobkinds.h"

#include <algorithm>
#include <ranges>

namespace Fathom {

JobSession::JobSession(const NativePath &journal, QObject *parent)
    : QObject(parent)
    , m_file(journal)
    , m_mailbox(this)
    , m_post(m_mailbox.renew())
    , m_pending(std::make_shared<std::atomic<bool>>(false))
{
}

JobSession::~JobSession() = default;

void JobSession::begin()
{
    if (m_queue)
        return;
    // However much changes, one letter is on its way at a time.
    const auto changed = [this, post = m_post, pending = m_pending] {
        if (!pending->exchange(true))
            post([this, pending] {
                pending->store(false);
                take();
            });
    };
    m_queue = std::make_unique<JobQueue>(m_file, QueueLimits{}, changed);
    m_queue->setPaused(m_paused);
    refresh();
}

void JobSession::refresh()
{
    if (!m_queue)
        return begin();
    m_queue->withJournal([this, post = m_post](Result<JobJournal> &journal) {
        auto records = journal ? journal->records() : std::unexpected(journal.error());
        post([this, records = std::move(records)] {
            m_problem.reset();
            m_history.clear();
            if (!records)
                m_problem = records.error();
            else
                for (const JobRecord &record : *records)
                    m_history.push_back(jobRow(record));
            const std::vector<JobRecord> recovered = m_queue->recovered();
            if (!std::exchange(m_toldInterrupted, true) && !recovered.empty())
                emit interruptedFound(int(recovered.size()));
            rebuild();
        });
    });
}

void JobSession::setUnlocked(bool unlocked)
{
    if (m_unlocked == unlocked)
        return;
    m_unlocked = unlocked;
    emit unlockedChanged(unlocked);
}

bool JobSession::add(std::shared_ptr<const Job> job, std::optional<Plan> plan)
{
    if (!m_unlocked && !job->looksOnly())
        return false;
    begin();
    m_queue->add(std::move(job), std::move(plan));
    return true;
}

Result<void> JobSession::again(const JobRow &row)
{
    Result<std::unique_ptr<Job>> job = jobFromCommand(row.start.command);
    if (!m_unlocked && !(job && (*job)->looksOnly()))
        return std::unexpected(Error{.kind = ErrorKind::NoPermission,
            .action = tr("do a job again"),
            .subject = row.start.title,
            .reason = tr("Fathom is locked"),
            .hint = tr("Unlock it in the tool bar")});
    if (m_queue && row.queueId && m_queue->again(*row.queueId))
        return {};
    if (!job)
        return std::unexpected(job.error());
    add(std::move(*job));
    return {};
}

void JobSession::cancel(const JobRow &row)
{
    if (m_queue && row.queueId)
        m_queue->cancel(*row.queueId);
}

void JobSession::move(const JobRow &row, int by)
{
    if (m_queue && row.queueId)
        m_queue->move(*row.queueId, by);
}

void JobSession::setPaused(bool paused)
{
    m_paused = paused;
    if (m_queue)
        m_queue->setPaused(paused);
    emit rowsChanged();
}

const JobRow *JobSession::row(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &JobRow::key);
    return found == m_rows.end() ? nullptr : &*found;
}

int JobSession::running() const
{
    return int(std::ranges::count(m_rows, JobState::Running, &JobRow::state));
}

int JobSession::waiting() const
{
    return int(std::ranges::count(m_rows, JobState::Waiting, &JobRow::state));
}

void JobSession::wantLog(const QString &key)
{
    const JobRow *wanted = row(key);
    if (!m_queue || !wanted || wanted->queueId || !wanted->number || m_logs.contains(*wanted->number))
        return;
    m_queue->withJournal([this, post = m_post, number = *wanted->number](Result<JobJournal> &journal) {
        const Result<JobRecord> record = journal ? journal->record(number) : std::unexpected(journal.error());
        if (!record)
            return;
        post([this, number, log = jobRow(*record).log] {
            m_logs.insert(number, log);
            rebuild();
        });
    });
}

void JobSession::take()
{
    rebuild();
    for (const JobEntry &entry : m_queue->entries()) {
        if (!entry.ended() || m_toldEnded.contains(entry.id))
            continue;
        m_toldEnded.insert(entry.id);
        emit ended(jobRow(entry), entry.changed);
    }
}

void JobSession::rebuild()
{
    std::vector<JobRow> rows;
    std::vector<JobRow> past;
    QSet<qint64> inQueue;
    for (const JobEntry &entry : m_queue->entries()) {
        if (entry.number)
            inQueue.insert(*entry.number);
        (entry.ended() ? past : rows).push_back(jobRow(entry));
    }
    // What runs stands before what waits, whenever it was appended.
    std::ranges::stable_partition(rows, [](const JobRow &row) { return row.state == JobState::Running; });
    std::ranges::reverse(past);
    std::ranges::move(past, std::back_inserter(rows));
    for (JobRow row : m_history) {
        if (inQueue.contains(*row.number))
            continue;
        // Another program may run it; only its own entry in the journal tells, when that is read again.
        row.log = m_logs.value(*row.number);
        rows.push_back(std::move(row));
    }
    m_rows = std::move(rows);
    emit rowsChanged();
}

} // namespace Fathom
