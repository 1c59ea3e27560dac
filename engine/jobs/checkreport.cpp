// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/checkreport.h"

#include "base/nativepath.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace Fathom {

namespace {

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(CheckJob)
};

// How `qemu-img check` ends, from its manual.
constexpr int clean = 0;
constexpr int corrupt = 2;
constexpr int leaking = 3;
constexpr int notSupported = 63;

constexpr int loggedComplaints = 20;

/// What qemu-img counted; it leaves out a count of mistakes that is zero, and clusters that it did not count.
QJsonObject countedFacts(const QJsonObject &told)
{
    QJsonObject facts;
    for (const QString &mistakes :
        {QStringLiteral("corruptions"), QStringLiteral("leaks"), QStringLiteral("check-errors")})
        facts.insert(mistakes, told[mistakes].toInteger());
    for (const QString &others : {QStringLiteral("allocated-clusters"), QStringLiteral("total-clusters"),
             QStringLiteral("fragmented-clusters"), QStringLiteral("corruptions-fixed"), QStringLiteral("leaks-fixed")})
        if (told.contains(others))
            facts.insert(others, told[others].toInteger());
    return facts;
}

int count(const QJsonObject &facts, QLatin1StringView key)
{
    return static_cast<int>(std::min<qint64>(facts[key].toInteger(), INT_MAX));
}

} // namespace

int CheckReport::corruptions() const
{
    return count(facts, QLatin1StringView("corruptions"));
}

int CheckReport::leaks() const
{
    return count(facts, QLatin1StringView("leaks"));
}

int CheckReport::unread() const
{
    return count(facts, QLatin1StringView("check-errors"));
}

int CheckReport::repairedCorruptions() const
{
    return count(facts, QLatin1StringView("corruptions-fixed"));
}

int CheckReport::repairedLeaks() const
{
    return count(facts, QLatin1StringView("leaks-fixed"));
}

CheckReport checkReport(const CommandOutcome &outcome)
{
    using enum CheckReport::End;
    const QJsonObject told = QJsonDocument::fromJson(outcome.output).object();
    CheckReport report{.end = Failed, .facts = countedFacts(told)};
    if (outcome.exitCode == notSupported)
        report.end = NotSupported;
    else if (outcome.exitCode == corrupt)
        report.end = Corrupt;
    else if (report.unread() > 0)
        report.end = Incomplete;
    else if ((outcome.exitCode == clean || outcome.exitCode == leaking) && !told.isEmpty())
        report.end = report.leaks() > 0 ? Leaking : Clean;
    return report;
}

QString foundText(int corruptions, int leaks)
{
    QString errors = CheckText::tr("%n errors", nullptr, corruptions);
    QString lost = CheckText::tr("%n leaked clusters", nullptr, leaks);
    if (leaks == 0)
        return errors;
    return corruptions == 0 ? lost : CheckText::tr("%1 and %2", "damage; lost space").arg(errors, lost);
}

void logComplaints(const QByteArray &errors, const JobHost &host)
{
    if (!host.log)
        return;
    const QList<QByteArray> lines = errors.trimmed().split('\n');
    for (qsizetype i = 0; i < std::min<qsizetype>(lines.size(), loggedComplaints); ++i)
        if (!lines[i].trimmed().isEmpty())
            host.log(plainText(lines[i].trimmed()));
    if (lines.size() > loggedComplaints)
        host.log(CheckText::tr("… and more"));
}

} // namespace Fathom
