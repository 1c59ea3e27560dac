// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"

#include <QSet>

#include <condition_variable>
#include <mutex>

namespace Fathom::Tests {

/// What the jobs of a test are doing; they end when they are let go or stopped.
struct Stage {
    std::mutex mutex;
    std::condition_variable_any changed;
    QStringList begun; ///< names, in their order
    QSet<QString> mayEnd;
    QString fails; ///< the job of this name

    void letGo(const QString &name)
    {
        const std::lock_guard lock(mutex);
        mayEnd.insert(name);
        changed.notify_all();
    }
    QStringList names()
    {
        const std::lock_guard lock(mutex);
        return begun;
    }
};

class StageJob : public Job {
public:
    StageJob(Stage &stage, const QString &name, const QString &kind = QStringLiteral("stage"), const QString &host = {})
        : m_stage(stage)
        , m_start{.kind = kind, .title = name, .command = {kind, name}, .host = host}
    {
    }

    JobStart start() const override { return m_start; }
    Result<Plan> plan(const std::stop_token &) const override { return Plan{}; }
    Result<JobDone> run(const Plan &, const std::stop_token &stop, const JobHost &host) const override
    {
        host.progress({.stage = QStringLiteral("convert"),
            .doneBytes = 1,
            .totalBytes = 2,
            .bytesPerSecond = {},
            .secondsLeft = {}});
        host.log(QStringLiteral("looked at ") + m_start.title);
        std::unique_lock lock(m_stage.mutex);
        m_stage.begun.append(m_start.title);
        m_stage.changed.notify_all();
        if (!m_stage.changed.wait(lock, stop, [this] { return m_stage.mayEnd.contains(m_start.title); }))
            return std::unexpected(Error{
                .kind = ErrorKind::Cancelled, .action = QStringLiteral("wait"), .reason = QStringLiteral("stop")});
        if (m_stage.fails == m_start.title)
            return std::unexpected(
                Error{.kind = ErrorKind::NoSpace, .action = QStringLiteral("wait"), .reason = QStringLiteral("full")});
        return JobDone{.text = QStringLiteral("did ") + m_start.title, .changed = {"/made"}};
    }

private:
    Stage &m_stage;
    JobStart m_start;
};

} // namespace Fathom::Tests
