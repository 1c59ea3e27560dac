// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobrow.h"
#include "models/mailbox.h"

#include <QObject>

#include <atomic>

namespace Fathom {

/// The jobs of a window: what its queue holds and what the journal remembers, always told on the thread that the
/// session lives on. Never waits for a disk. Nothing is begun while it is locked.
class JobSession final : public QObject {
    Q_OBJECT

public:
    explicit JobSession(const NativePath &journal, QObject *parent = nullptr);
    ~JobSession() override; ///< cancels what runs and waits for it

    /// Opens the journal, cleans up after jobs whose program died, and reads what was done before; in the background.
    /// The first job does it, too.
    void begin();
    void refresh(); ///< reads the journal again: other programs write it, too

    /// Whether something may be changed: not at first. What runs already goes on when it is locked.
    void setUnlocked(bool unlocked);
    bool unlocked() const { return m_unlocked; }

    /// False, and nothing is done, while it is locked, but for a job that only looks. plan: what the user has seen.
    bool add(std::shared_ptr<const Job> job, std::optional<Plan> plan = {});
    /// Appends an ended one anew. An error: it is locked and the job changes something, or this version cannot make it.
    Result<void> again(const JobRow &row);
    void cancel(const JobRow &row);
    void move(const JobRow &row, int by); ///< a waiting one; negative: sooner
    void setPaused(bool paused);
    bool paused() const { return m_paused; }

    /// What runs and waits first, in its order; then what has ended, the latest first.
    const std::vector<JobRow> &rows() const { return m_rows; }
    const JobRow *row(const QString &key) const; ///< null: there is none
    int running() const;
    int waiting() const;
    const std::optional<Error> &problem() const { return m_problem; } ///< of the journal

    /// Brings the log of a job that only the journal knows; rowsChanged() tells when it is there.
    void wantLog(const QString &key);

signals:
    void rowsChanged();
    void unlockedChanged(bool unlocked);
    void ended(const Fathom::JobRow &row, const std::vector<Fathom::NativePath> &changed); ///< one of the queue
    void interruptedFound(int count); ///< jobs whose program died; they were cleaned up after

private:
    void take();
    void rebuild();

    const NativePath m_file;
    bool m_unlocked = false;
    bool m_paused = false;
    bool m_toldInterrupted = false;
    std::vector<JobRow> m_rows;
    std::vector<JobRow> m_history; ///< from the journal, the latest first
    QHash<qint64, QList<JobLogLine>> m_logs; ///< of m_history, as far as somebody wanted them
    QSet<qint64> m_toldEnded; ///< ids in the queue
    std::optional<Error> m_problem;
    Mailbox m_mailbox;
    Mailbox::Slot m_post;
    std::shared_ptr<std::atomic<bool>> m_pending; ///< a letter that makes us look is on its way
    std::unique_ptr<JobQueue> m_queue; ///< null: not begun
};

} // namespace Fathom
