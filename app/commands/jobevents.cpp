// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/jobevents.h"

#include "app/commands/displaywidth.h"
#include "app/commands/estatejson.h"
#include "jobs/plantext.h"

namespace Fathom {

namespace {

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

QJsonArray movesArray(const std::vector<PlanMove> &moves)
{
    QJsonArray array;
    for (const PlanMove &move : moves) {
        QJsonObject object{{QStringLiteral("allocated"), move.allocatedBytes}};
        insertPath(object, QStringLiteral("from"), move.from);
        if (!move.to.isEmpty())
            insertPath(object, QStringLiteral("to"), move.to);
        array.append(object);
    }
    return array;
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
    if (!plan.moves.empty())
        object.insert(QStringLiteral("moves"), movesArray(plan.moves));
    if (!plan.evidence.empty())
        object.insert(
            QStringLiteral("asked"), QJsonArray::fromStringList({plan.evidence.begin(), plan.evidence.end()}));
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

QJsonObject doneEvent(const JobDone &done)
{
    QJsonObject object = done.facts;
    object.insert(QStringLiteral("event"), QStringLiteral("done"));
    QJsonArray images;
    for (const JobImage &image : done.images)
        images.append(inspectObject(image.info, image.path));
    object.insert(QStringLiteral("images"), images);
    QJsonArray changed;
    for (const NativePath &path : done.changed) {
        QJsonObject file;
        insertPath(file, QStringLiteral("filename"), path);
        changed.append(file);
    }
    object.insert(QStringLiteral("changed"), changed);
    object.insert(QStringLiteral("text"), done.text);
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
    const std::vector<PlanLine> lines = planLines(plan, exact);
    int width = 0;
    for (const PlanLine &line : lines)
        width = qMax(width, displayWidth(line.label));
    for (const PlanLine &line : lines)
        console.print(padded(line.label, width + 2, false) + line.text);
}

} // namespace Fathom
