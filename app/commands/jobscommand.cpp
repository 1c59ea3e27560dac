// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/jobscommand.h"

#include "app/commands/displaywidth.h"
#include "app/commands/jobbook.h"
#include "app/commands/texttable.h"

#include <QDateTime>
#include <QJsonArray>

namespace Fathom {

namespace {

struct JobsText {
    Q_DECLARE_TR_FUNCTIONS(JobsCommand)
};

QString timeText(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString tookText(const JobRecord &record)
{
    // Of an interrupted one nobody knows when it ended.
    if (!record.endedAt || record.state == JobState::Interrupted)
        return {};
    return JobsText::tr("%1 s", "seconds").arg(double(*record.endedAt - record.startedAt) / 1000, 0, 'f', 1);
}

void printRecord(const JobRecord &record, Console &console)
{
    std::vector<std::pair<QString, QString>> lines{{JobsText::tr("Job"), QString::number(record.number)},
        {JobsText::tr("What"), record.start.title}, {JobsText::tr("State"), jobStateText(record.state)},
        {JobsText::tr("Began"), timeText(record.startedAt)}, {JobsText::tr("Took"), tookText(record)},
        {JobsText::tr("Outcome"), record.outcome}, {JobsText::tr("To do it again"), againText(record.start.command)}};
    for (const JobLogLine &line : record.log)
        lines.emplace_back(timeText(line.at), line.text);
    int width = 0;
    for (const auto &[title, text] : lines)
        width = qMax(width, displayWidth(title));
    for (const auto &[title, text] : lines)
        if (!text.isEmpty())
            console.print(padded(title, width + 2, false) + text);
}

} // namespace

QString JobsCommand::summary() const
{
    return tr("list what Fathom has changed, or tell of one job all that is known");
}

void JobsCommand::run(const CommandRequest &request, Console &console) const
{
    Result<JobJournal> journal = openJobBook(console);
    if (!journal)
        return console.complain(journal.error());
    QStringList words;
    for (const NativePath &path : request.paths)
        words.append(QString::fromUtf8(path));
    bool isNumber = false;
    const qint64 number = words.size() == 1 ? words.front().toLongLong(&isNumber) : 0;
    if (isNumber) {
        const Result<JobRecord> record = journal->record(number);
        if (!record)
            return console.complain(record.error());
        if (request.json)
            console.printJson(jobObject(*record));
        else
            printRecord(*record, console);
        return;
    }
    const Result<std::vector<JobRecord>> records = journal->records(words.join(u' '));
    if (!records)
        return console.complain(records.error());
    if (request.json) {
        QJsonArray array;
        for (const JobRecord &record : *records)
            array.append(jobObject(record));
        console.printJson(array);
        return;
    }
    TextTable table({{tr("JOB"), true}, {tr("BEGAN")}, {tr("STATE")}, {tr("TOOK"), true, 2}, {tr("WHAT"), false, 0, 20},
        {tr("OUTCOME"), false, 1, 20}});
    for (const JobRecord &record : *records)
        table.addRow({QString::number(record.number), timeText(record.startedAt), jobStateText(record.state),
            tookText(record), record.start.title, record.outcome});
    console.print(table.empty() ? tr("No jobs.") : table.text(console.width()));
}

} // namespace Fathom
