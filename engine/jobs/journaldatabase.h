// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/nativepath.h"
#include "base/result.h"

#include <QSqlQuery>
#include <QVariantList>

namespace Fathom {

/// Opens (or makes) the journal's SQLite file under a name of its own in Qt's table of connections, which is returned,
/// for this thread alone.
Result<QString> openJournalDatabase(const NativePath &file);
void closeJournalDatabase(const QString &connection);

/// A statement with its values; errors are told in our words.
class JournalQuery {
public:
    explicit JournalQuery(const QString &connection);

    Result<void> run(const QString &statement, const QVariantList &values = {});
    Result<void> run(const char *statement, const QVariantList &values = {});
    bool next() { return m_query.next(); }
    QVariant value(int column) const { return m_query.value(column); }
    qint64 insertedRow() const { return m_query.lastInsertId().toLongLong(); }

private:
    QString m_file; ///< plain text
    QSqlQuery m_query;
};

/// All or nothing; what is not committed is undone.
class JournalTransaction {
public:
    explicit JournalTransaction(const QString &connection);
    ~JournalTransaction();
    JournalTransaction(const JournalTransaction &) = delete;
    JournalTransaction &operator=(const JournalTransaction &) = delete;

    Result<void> begin();
    Result<void> commit();

private:
    QString m_connection;
    bool m_open = false;
};

} // namespace Fathom
