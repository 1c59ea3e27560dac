// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/journaldatabase.h"

#include "base/descriptor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Fathom {

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(JobJournal)
};

constexpr int version = 1;
constexpr int waitMilliseconds = 10'000; ///< for another program that writes

/// Made in one transaction. WAL lets others read while a job writes; what is committed is on the disk (FULL), for a
/// file that is written down there may be created the next moment.
constexpr std::array tables{
    "CREATE TABLE IF NOT EXISTS jobs (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, "
    "title TEXT NOT NULL, command TEXT NOT NULL, state TEXT NOT NULL, started INTEGER NOT NULL, ended INTEGER, "
    "outcome TEXT NOT NULL DEFAULT '', host TEXT NOT NULL, process BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS partials (job INTEGER NOT NULL REFERENCES jobs(number), path BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS log (job INTEGER NOT NULL REFERENCES jobs(number), at INTEGER NOT NULL, "
    "line TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS log_of_job ON log(job)",
    "PRAGMA user_version = 1",
};

Error journalError(const QString &subject, const QString &reason, const QString &hint = {})
{
    return {.kind = ErrorKind::InputOutput,
        .action = JournalText::tr("keep the journal of jobs"),
        .subject = subject,
        .reason = reason,
        .hint = hint};
}

Result<int> versionOf(const QString &connection)
{
    JournalQuery query(connection);
    if (const Result<void> read = query.run("PRAGMA user_version"); !read)
        return std::unexpected(read.error());
    return query.next() ? query.value(0).toInt() : 0;
}

Result<void> makeTables(const QString &connection)
{
    JournalQuery query(connection);
    // Kept in the file: who opens it later has it.
    if (const Result<void> set = query.run("PRAGMA journal_mode = WAL"); !set)
        return set;
    JournalTransaction transaction(connection);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun;
    for (const char *table : tables)
        if (const Result<void> made = query.run(table); !made)
            return made;
    return transaction.commit();
}

/// A lock that cannot even be written is nobody's.
Error lockError(const NativePath &file, QLockFile::LockError why)
{
    if (why == QLockFile::LockFailedError)
        return journalError(plainText(file), JournalText::tr("another program holds it"));
    return journalError(plainText(file), JournalText::tr("nothing can be written beside it"),
        why == QLockFile::PermissionError
            ? JournalText::tr("Check that its directory can be written and has room, or name another in XDG_STATE_HOME")
            : JournalText::tr("Free space in your home directory"));
}

Result<void> prepare(const QString &connection, const NativePath &file)
{
    Result<int> found = versionOf(connection);
    if (found && *found == 0) {
        // SQLite does not wait for others while it changes to WAL.
        QLockFile setup(QFile::decodeName(file + ".lock"));
        if (!setup.tryLock(waitMilliseconds))
            return std::unexpected(lockError(file, setup.error()));
        found = versionOf(connection);
        if (found && *found == 0) {
            if (const Result<void> made = makeTables(connection); !made)
                return made;
            found = version;
        }
    }
    if (!found)
        return std::unexpected(found.error());
    if (*found > version)
        return std::unexpected(Error{.kind = ErrorKind::Unsupported,
            .action = JournalText::tr("keep the journal of jobs"),
            .subject = plainText(file),
            .reason = JournalText::tr("a later version of Fathom has written it"),
            .hint = JournalText::tr("Use that version, or move the file away")});
    return JournalQuery(connection).run("PRAGMA synchronous = FULL");
}

/// An empty file for the user alone, for SQLite would make it readable for everybody: it names files and machines. It
/// gets its name when it is closed: to close a file takes away every lock that this process has on it, those of other
/// threads' connections too.
Result<void> makeFile(const NativePath &file)
{
    struct stat status{};
    if (::stat(file.constData(), &status) == 0)
        return {};
    QByteArray made = file + ".XXXXXX";
    int wrong = 0;
    if (const Descriptor empty(::mkostemp(made.data(), O_CLOEXEC)); empty.number() < 0)
        wrong = errno;
    if (wrong == 0) {
        if (::link(made.constData(), file.constData()) != 0 && errno != EEXIST)
            wrong = errno;
        ::unlink(made.constData());
    }
    if (wrong != 0)
        return std::unexpected(systemError(wrong, JournalText::tr("keep the journal of jobs"), plainText(file)));
    return {};
}

} // namespace

Result<QString> openJournalDatabase(const NativePath &file)
{
    const QString name = QFile::decodeName(file);
    if (!QDir().mkpath(QFileInfo(name).path()))
        return std::unexpected(systemError(errno, JournalText::tr("keep the journal of jobs"), plainText(file)));
    if (const Result<void> made = makeFile(file); !made)
        return std::unexpected(made.error());

    static std::atomic<quint64> next = 0;
    const QString connection = QStringLiteral("fathom-journal-%1").arg(next++);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(name);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(waitMilliseconds));
        Result<void> ready;
        if (!database.open())
            ready = std::unexpected(journalError(plainText(file), database.lastError().databaseText()));
        else
            ready = prepare(connection, file);
        if (ready)
            return connection;
        database.close();
        database = {};
        closeJournalDatabase(connection);
        return std::unexpected(ready.error());
    }
}

void closeJournalDatabase(const QString &connection)
{
    QSqlDatabase::removeDatabase(connection);
}

JournalQuery::JournalQuery(const QString &connection)
    : m_file(plainText(nativePath(QSqlDatabase::database(connection, false).databaseName())))
    , m_query(QSqlDatabase::database(connection, false))
{
    m_query.setForwardOnly(true);
}

Result<void> JournalQuery::run(const QString &statement, const QVariantList &values)
{
    bool good = m_query.prepare(statement);
    for (const QVariant &value : values)
        m_query.addBindValue(value);
    good = good && m_query.exec();
    if (good)
        return {};
    const QSqlError error = m_query.lastError();
    // https://www.sqlite.org/rescode.html: SQLITE_CORRUPT, SQLITE_NOTADB; SQLITE_FULL
    Error told = journalError(m_file, error.databaseText(),
        JournalText::tr("Check that its directory can be written and has room, or name another in XDG_STATE_HOME"));
    if (const int code = error.nativeErrorCode().toInt() & 0xff; code == 11 || code == 26) {
        told.kind = ErrorKind::Malformed;
        told.hint = JournalText::tr("Move the file away; a new one will be made");
    } else if (code == 13) {
        told.kind = ErrorKind::NoSpace;
        told.hint = JournalText::tr("Free space in your home directory");
    }
    return std::unexpected(told);
}

Result<void> JournalQuery::run(const char *statement, const QVariantList &values)
{
    return run(QString::fromLatin1(statement), values);
}

JournalTransaction::JournalTransaction(const QString &connection)
    : m_connection(connection)
{
}

JournalTransaction::~JournalTransaction()
{
    if (m_open)
        static_cast<void>(JournalQuery(m_connection).run("ROLLBACK"));
}

Result<void> JournalTransaction::begin()
{
    // At once for writing: a transaction that only later wants to write can be refused for good.
    Result<void> begun = JournalQuery(m_connection).run("BEGIN IMMEDIATE");
    m_open = begun.has_value();
    return begun;
}

Result<void> JournalTransaction::commit()
{
    Result<void> done = JournalQuery(m_connection).run("COMMIT");
    m_open = !done;
    return done;
}

} // namespace Fathom
