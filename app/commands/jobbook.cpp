// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/jobbook.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

namespace Fathom {

namespace {

struct JobBookText {
    Q_DECLARE_TR_FUNCTIONS(JobBook)
};

QString isoTime(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC).toString(Qt::ISODateWithMs);
}

} // namespace

Result<JobJournal> openJobBook(Console &console)
{
    Result<JobJournal> journal = JobJournal::open(JobJournal::usualFile());
    if (!journal)
        return journal;
    const Result<std::vector<JobRecord>> recovered = journal->recover();
    if (!recovered)
        return std::unexpected(recovered.error());
    for (const JobRecord &record : *recovered)
        console.tell(JobBookText::tr("Job %1 (%2): %3. To do it again: %4")
                .arg(QString::number(record.number), record.start.title, record.outcome,
                    againText(record.start.command)));
    return journal;
}

QJsonObject jobObject(const JobRecord &record)
{
    QJsonObject object{{QStringLiteral("job"), record.number}, {QStringLiteral("kind"), record.start.kind},
        {QStringLiteral("title"), record.start.title},
        {QStringLiteral("state"), QLatin1StringView(jobStateWord(record.state).id)},
        {QStringLiteral("began"), isoTime(record.startedAt)},
        {QStringLiteral("command"),
            QJsonArray::fromStringList(QStringList{QStringLiteral("fathomctl")} + record.start.command)},
        {QStringLiteral("outcome"), record.outcome}};
    if (record.endedAt)
        object.insert(QStringLiteral("ended"), isoTime(*record.endedAt));
    QJsonArray log;
    for (const JobLogLine &line : record.log)
        log.append(QJsonObject{{QStringLiteral("at"), isoTime(line.at)}, {QStringLiteral("line"), line.text}});
    if (!log.isEmpty())
        object.insert(QStringLiteral("log"), log);
    return object;
}

} // namespace Fathom
