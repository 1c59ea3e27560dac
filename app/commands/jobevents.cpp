// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/jobevents.h"

#include "app/commands/displaywidth.h"
#include "app/commands/estatejson.h"
#include "base/bytes.h"

#include <QCoreApplication>

namespace Fathom {

namespace {

struct JobEventsText {
    Q_DECLARE_TR_FUNCTIONS(JobEvents)
};

QJsonObject event(const char *name)
{
    return {{QStringLiteral("event"), QString::fromLatin1(name)}};
}

QJsonArray filesArray(const std::vector<PlanFile> &files)
{
    QJsonArray array;
    for (const PlanFile &file : files) {
        QJsonObject object{{QStringLiteral("format"), QString::fromLatin1(formatTraits(file.format).qemuName)},
            {QStringLiteral("virtual-size"), file.virtualSizeBytes}};
        insertPath(object, QStringLiteral("filename"), file.path);
        array.append(object);
    }
    return array;
}

QString fileText(const PlanFile &file, bool exact)
{
    return JobEventsText::tr("%1 (%2, %3)")
        .arg(plainText(file.path), QString::fromLatin1(formatTraits(file.format).title),
            exact ? exactBytes(file.virtualSizeBytes) : formatBytes(file.virtualSizeBytes));
}

QString stageText(const QString &stage)
{
    if (stage == QLatin1String("convert"))
        return JobEventsText::tr("Converting");
    if (stage == QLatin1String("verify"))
        return JobEventsText::tr("Comparing");
    return JobEventsText::tr("Finishing");
}

} // namespace

QJsonObject planEvent(const Plan &plan)
{
    QJsonObject object = event("plan");
    object.insert(QStringLiteral("inputs"), filesArray(plan.inputs));
    object.insert(QStringLiteral("outputs"), filesArray(plan.outputs));
    QJsonArray commands;
    for (const CommandLine &command : plan.commands)
        commands.append(QJsonArray::fromStringList(QStringList{command.program} + command.arguments));
    object.insert(QStringLiteral("commands"), commands);
    object.insert(QStringLiteral("space-needed"), plan.spaceNeededBytes);
    object.insert(QStringLiteral("space-needed-exact"), plan.needIsExact);
    if (plan.spaceFreeBytes)
        object.insert(QStringLiteral("space-free"), *plan.spaceFreeBytes);
    QJsonArray risks;
    for (const QString &risk : plan.risks)
        risks.append(risk);
    object.insert(QStringLiteral("risks"), risks);
    return object;
}

QJsonObject progressEvent(const JobProgress &progress)
{
    QJsonObject object = event("progress");
    object.insert(QStringLiteral("stage"), progress.stage);
    object.insert(QStringLiteral("done"), progress.doneBytes);
    object.insert(QStringLiteral("total"), progress.totalBytes);
    if (progress.bytesPerSecond)
        object.insert(QStringLiteral("bytes-per-second"), *progress.bytesPerSecond);
    if (progress.secondsLeft)
        object.insert(QStringLiteral("seconds-left"), *progress.secondsLeft);
    return object;
}

QJsonObject doneEvent(const ConvertResult &result)
{
    QJsonObject object = event("done");
    object.insert(QStringLiteral("image"), inspectObject(result.info, result.target));
    object.insert(QStringLiteral("verified"), result.verified);
    return object;
}

QJsonObject errorEvent(const Error &error)
{
    QJsonObject object = event("error");
    object.insert(QStringLiteral("error"), errorObject(error));
    return object;
}

void printPlan(const Plan &plan, bool exact, Console &console)
{
    const auto size = [exact](qint64 bytes) { return exact ? exactBytes(bytes) : formatBytes(bytes); };
    std::vector<std::pair<QString, QString>> lines;
    for (const PlanFile &file : plan.inputs)
        lines.emplace_back(JobEventsText::tr("Reads"), fileText(file, exact));
    for (const PlanFile &file : plan.outputs)
        lines.emplace_back(JobEventsText::tr("Writes"), fileText(file, exact));
    for (const CommandLine &command : plan.commands)
        lines.emplace_back(JobEventsText::tr("Runs"), plainText(shellText(command).toUtf8()));
    const QString free = plan.spaceFreeBytes ? JobEventsText::tr("%1 free").arg(size(*plan.spaceFreeBytes))
                                             : JobEventsText::tr("unknown");
    lines.emplace_back(JobEventsText::tr("Space"),
        plan.needIsExact ? JobEventsText::tr("needs %1, %2").arg(size(plan.spaceNeededBytes), free)
                         : JobEventsText::tr("needs about %1, %2").arg(size(plan.spaceNeededBytes), free));
    for (const QString &risk : plan.risks)
        lines.emplace_back(JobEventsText::tr("Note"), risk);
    int width = 0;
    for (const auto &[label, text] : lines)
        width = qMax(width, displayWidth(label));
    for (const auto &[label, text] : lines)
        console.print(padded(label, width + 2, false) + text);
}

QString progressText(const JobProgress &progress)
{
    QString text = stageText(progress.stage);
    if (progress.totalBytes > 0 && progress.doneBytes > 0)
        text = JobEventsText::tr("%1: %2 of %3, %4 %")
                   .arg(text, formatBytes(progress.doneBytes), formatBytes(progress.totalBytes))
                   .arg(progress.doneBytes * 100 / progress.totalBytes);
    if (progress.bytesPerSecond && progress.secondsLeft)
        text = JobEventsText::tr("%1, %2/s, %3 s left")
                   .arg(text, formatBytes(*progress.bytesPerSecond))
                   .arg(*progress.secondsLeft);
    return text;
}

} // namespace Fathom
