// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobjournal.h"

#include "jobs/fileholders.h"
#include "jobs/journaldatabase.h"
#include "jobs/procfile.h"
#include "jobs/stageddirectory.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QSysInfo>

#include <algorithm>
#include <cerrno>
#include <ranges>
#include <thread>
#include <unistd.h>
#include <utility>

namespace Fathom {

namespace {

struct JobJournalText {
    Q_DECLARE_TR_FUNCTIONS(JobJournal)
};

/// A home directory may be shared by hosts (and by containers), which cannot see each other's processes.
QString hostName()
{
    return QSysInfo::machineHostName();
}

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QString commandText(const QStringList &command)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(command)).toJson(QJsonDocument::Compact));
}

constexpr std::chrono::seconds dyingPatience(2); ///< for all partial outputs together
constexpr std::chrono::milliseconds dyingInterval(10);

constexpr const char *recordColumns = "number, kind, title, command, state, started, ended, outcome";

JobRecord recordOf(const JournalQuery &query)
{
    JobRecord record{.number = query.value(0).toLongLong(),
        .start = {.kind = query.value(1).toString(), .title = query.value(2).toString(), .command = {}},
        .startedAt = query.value(5).toLongLong(),
        .outcome = query.value(7).toString()};
    for (const QJsonValue &word : QJsonDocument::fromJson(query.value(3).toString().toUtf8()).array())
        record.start.command.append(word.toString());
    const QString state = query.value(4).toString();
    for (const JobStateWord &word : jobStates())
        if (state == QLatin1StringView(word.id))
            record.state = word.state;
    if (!query.value(6).isNull())
        record.endedAt = query.value(6).toLongLong();
    return record;
}

/// What stands for itself between the per cent signs of LIKE.
QString likePattern(QString word)
{
    for (const QChar special : {u'\\', u'%', u'_'})
        word.replace(special, QString(u'\\') + special);
    return u'%' + word + u'%';
}

bool isWritten(const NativePath &path)
{
    const Result<FileUse> use = fileUse(path);
    return use && (use->qemuWrites || std::ranges::any_of(use->holders, &FileHolder::writes));
}

/// Removes what a job left; an error only when it is still there. patience: until when a writer may still end.
Result<void> removePartial(const NativePath &path, const QDeadlineTimer &patience)
{
    const auto action = [] { return JobJournalText::tr("remove what an interrupted job left"); };
    // Only what has the shape of our temporary names, whatever the journal says.
    if (!isStagedName(fileName(path)))
        return {};
    // The program that the killed one had begun dies with it, but on a busy machine not at once. One that goes on may
    // belong to a process that works unseen from here.
    while (isWritten(path)) {
        if (patience.hasExpired())
            return std::unexpected(Error{.kind = ErrorKind::Conflict,
                .action = action(),
                .subject = plainText(path),
                .reason = JobJournalText::tr("a program still writes to it")});
        std::this_thread::sleep_for(dyingInterval);
    }
    if (::unlink(path.constData()) == 0 || errno == ENOENT || errno == ENOTDIR)
        return {};
    if (errno == EISDIR) {
        if (const std::error_code problem = removeStagedDirectory(path))
            return std::unexpected(systemError(problem.value(), action(), plainText(path)));
        return {};
    }
    return std::unexpected(systemError(errno, action(), plainText(path)));
}

} // namespace

NativePath JobJournal::usualFile()
{
    return nativePath(
        QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation) + QStringLiteral("/fathom/jobs.sqlite"));
}

Result<JobJournal> JobJournal::open(const NativePath &file)
{
    Result<QString> connection = openJournalDatabase(file);
    if (!connection)
        return std::unexpected(connection.error());
    return JobJournal(std::move(*connection));
}

JobJournal::JobJournal(QString connection)
    : m_connection(std::move(connection))
{
}

JobJournal::JobJournal(JobJournal &&other) noexcept
    : m_connection(std::exchange(other.m_connection, {}))
{
}

JobJournal::~JobJournal()
{
    if (!m_connection.isEmpty())
        closeJournalDatabase(m_connection);
}

Result<qint64> JobJournal::add(const JobStart &start, JobState state)
{
    JournalQuery query(m_connection);
    const Result<void> added =
        query.run("INSERT INTO jobs (kind, title, command, state, started, host, process) VALUES (?, ?, ?, ?, ?, ?, ?)",
            {start.kind, start.title, commandText(start.command), QString::fromLatin1(jobStateWord(state).id), now(),
                hostName(), processIdentity(::getpid())});
    if (!added)
        return std::unexpected(added.error());
    return query.insertedRow();
}

Result<qint64> JobJournal::enqueue(const JobStart &start)
{
    return add(start, JobState::Waiting);
}

Result<void> JobJournal::begin(qint64 job)
{
    return JournalQuery(m_connection)
        .run("UPDATE jobs SET state = 'running', started = ? WHERE number = ?", {now(), job});
}

Result<qint64> JobJournal::begin(const JobStart &start)
{
    return add(start, JobState::Running);
}

Result<void> JobJournal::willWrite(qint64 job, const NativePath &partial)
{
    return JournalQuery(m_connection).run("INSERT INTO partials (job, path) VALUES (?, ?)", {job, partial});
}

Result<void> JobJournal::log(qint64 job, const QString &line)
{
    return JournalQuery(m_connection).run("INSERT INTO log (job, at, line) VALUES (?, ?, ?)", {job, now(), line});
}

Result<void> JobJournal::end(qint64 job, JobState state, const QString &outcome)
{
    JournalTransaction transaction(m_connection);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun;
    JournalQuery query(m_connection);
    if (const Result<void> ended = query.run("UPDATE jobs SET state = ?, ended = ?, outcome = ? WHERE number = ?",
            {QString::fromLatin1(jobStateWord(state).id), now(), outcome, job});
        !ended)
        return ended;
    // A job that could say how it ended has left nothing.
    if (const Result<void> clean = query.run("DELETE FROM partials WHERE job = ?", {job}); !clean)
        return clean;
    return transaction.commit();
}

Result<std::vector<JobRecord>> JobJournal::records(const QString &search, int most) const
{
    QString statement = QStringLiteral("SELECT %1 FROM jobs").arg(QLatin1StringView(recordColumns));
    QVariantList values;
    for (const QString &word : search.split(u' ', Qt::SkipEmptyParts)) {
        statement += values.isEmpty() ? QStringLiteral(" WHERE ") : QStringLiteral(" AND ");
        statement += QStringLiteral("(kind || ' ' || title || ' ' || command || ' ' || outcome || ' ' || state) "
                                    "LIKE ? ESCAPE '\\'");
        values.append(likePattern(word));
    }
    values.append(most);
    JournalQuery query(m_connection);
    if (const Result<void> read = query.run(statement + QStringLiteral(" ORDER BY number DESC LIMIT ?"), values); !read)
        return std::unexpected(read.error());
    std::vector<JobRecord> records;
    while (query.next())
        records.push_back(recordOf(query));
    return records;
}

Result<JobRecord> JobJournal::record(qint64 job) const
{
    JournalQuery query(m_connection);
    const QString statement =
        QStringLiteral("SELECT %1 FROM jobs WHERE number = ?").arg(QLatin1StringView(recordColumns));
    if (const Result<void> read = query.run(statement, {job}); !read)
        return std::unexpected(read.error());
    if (!query.next())
        return std::unexpected(Error{.kind = ErrorKind::NotFound,
            .action = JobJournalText::tr("find the job"),
            .subject = QString::number(job),
            .reason = JobJournalText::tr("the journal has none of this number")});
    JobRecord record = recordOf(query);
    if (const Result<void> read = query.run("SELECT path FROM partials WHERE job = ? ORDER BY rowid", {job}); !read)
        return std::unexpected(read.error());
    while (query.next())
        record.partials.push_back(query.value(0).toByteArray());
    if (const Result<void> read = query.run("SELECT at, line FROM log WHERE job = ? ORDER BY rowid", {job}); !read)
        return std::unexpected(read.error());
    while (query.next())
        record.log.push_back({query.value(0).toLongLong(), query.value(1).toString()});
    return record;
}

Result<std::vector<JobRecord>> JobJournal::recover()
{
    // What an earlier attempt could not remove counts, too.
    JournalQuery query(m_connection);
    if (const Result<void> read =
            query.run("SELECT number, process FROM jobs WHERE host = ? AND (state IN ('running', 'waiting') "
                      "OR (state = 'interrupted' AND number IN (SELECT job FROM partials)))",
                {hostName()});
        !read)
        return std::unexpected(read.error());
    std::vector<qint64> gone;
    while (query.next()) {
        const QByteArray process = query.value(1).toByteArray();
        if (process.isEmpty() || processIdentity(process.left(process.indexOf(' ')).toLongLong()) != process)
            gone.push_back(query.value(0).toLongLong());
    }
    std::vector<JobRecord> recovered;
    const QDeadlineTimer patience(dyingPatience);
    for (const qint64 job : gone) {
        const Result<JobRecord> known = record(job);
        if (!known)
            return std::unexpected(known.error());
        QStringList removed;
        QStringList left;
        std::vector<NativePath> leftPaths;
        // What lies in a directory was begun after it.
        for (const NativePath &partial : known->partials | std::views::reverse) {
            // A directory stays with what could not be removed in it.
            if (std::ranges::any_of(leftPaths, [&](const NativePath &path) { return isBelow(path, partial); }))
                continue;
            if (const Result<void> clean = removePartial(partial, patience); !clean) {
                left.append(sentence(clean.error()));
                leftPaths.push_back(partial);
                continue;
            }
            removed.append(plainText(partial));
            if (const Result<void> forgotten =
                    query.run("DELETE FROM partials WHERE job = ? AND path = ?", {job, partial});
                !forgotten)
                return std::unexpected(forgotten.error());
        }
        if (known->state == JobState::Interrupted && removed.isEmpty())
            continue;
        QString outcome = known->state == JobState::Waiting
            ? JobJournalText::tr("It still waited when Fathom ended, and was not begun")
            : JobJournalText::tr("It was interrupted");
        if (!removed.isEmpty())
            outcome = JobJournalText::tr("%1; what it had begun was removed: %2")
                          .arg(outcome, removed.join(JobJournalText::tr(", ")));
        if (!left.isEmpty())
            outcome = JobJournalText::tr("%1. %2").arg(outcome, left.join(u' '));
        if (const Result<void> ended =
                query.run("UPDATE jobs SET state = 'interrupted', ended = ?, outcome = ? WHERE number = ?",
                    {now(), outcome, job});
            !ended)
            return std::unexpected(ended.error());
        Result<JobRecord> after = record(job);
        if (!after)
            return std::unexpected(after.error());
        recovered.push_back(std::move(*after));
    }
    return recovered;
}

} // namespace Fathom
